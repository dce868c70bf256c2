package config

import (
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/client/system"
	"motcua/kiosk/config/key"
)

// System is a one-stop system that knows dossiers. Which keys each kind
// has, and which of them are secrets, says the table [system.Kinds]; a key has its
// field here, a [key.Secret] when the table says so, and is found by its tag.
type System struct {
	ID      string        `toml:"id"` // for routes, logs and JSON
	Name    string        `toml:"name"`
	Kind    string        `toml:"kind"`
	URL     string        `toml:"url"` // of the API
	Proxy   Proxy         `toml:"proxy"`
	CAFile  string        `toml:"ca_file"` // authorities that are believed beside the machine's own
	Timeout time.Duration `toml:"timeout"`

	// The integration adapter.
	AuthPath string `toml:"auth_path"`
	CallPath string `toml:"call_path"`
	DstCode  string `toml:"dstcode"`
	Unit     string `toml:"unit"` // madonvi
	Username string `toml:"username"`
	// One of the four; Load leaves what it found in Password.
	Password           key.Secret `toml:"password"`
	PasswordFile       string     `toml:"password_file"`
	PasswordEnv        string     `toml:"password_env"`
	PasswordCredential string     `toml:"password_credential"`
	// Names of the adapter's services; empty: TraCuuHoSo and
	// CapNhatTienDoHoSoMC. A progress service "-" asks for no steps.
	DossierService  string `toml:"dossier_service"`
	ProgressService string `toml:"progress_service"`

	// VNPT iGate: the log-in server, the public pages (empty: their settings
	// file is not compared), the account. Empty paths are the usual ones.
	SSO                    string     `toml:"sso"`
	Portal                 string     `toml:"portal"`
	ClientID               string     `toml:"client_id"`
	ClientSecret           key.Secret `toml:"client_secret"`
	ClientSecretFile       string     `toml:"client_secret_file"`
	ClientSecretEnv        string     `toml:"client_secret_env"`
	ClientSecretCredential string     `toml:"client_secret_credential"`
	TokenPath              string     `toml:"token_path"`
	SearchPath             string     `toml:"search_path"`
	SettingsPath           string     `toml:"settings_path"`

	// OpenCPS: the agency's site on the portal, where the code stands in a
	// question, and the names of the fields of a process step (without StepsAt no
	// steps are asked for).
	GroupID    string `toml:"group_id"`
	Path       string `toml:"path"`
	CodeField  string `toml:"code_field"` // of a hand-over page as well
	StepsCall  string `toml:"steps_call"`
	StepsAt    string `toml:"steps_at"`
	StepsName  string `toml:"steps_name"`
	StepsUnit  string `toml:"steps_unit"`
	StepsState string `toml:"steps_state"`

	// The page where a person looks a dossier up, for a QR code: all that a
	// hand-over has, and may be left out of the others. CodeField is its query
	// field, except that OpenCPS has that one for itself.
	Page string `toml:"page"`
}

var (
	wantID     = key.Say(`mã riêng bằng chữ thường a-z, số, "-" hoặc "_", nhiều nhất 32 ký tự`, `an id of its own: a-z, digits, "-" or "_", at most 32 characters`)
	wantKind   = key.Or(kindNames()...)
	wantSecret = key.Say("mật khẩu trong dấu nháy", "a password in quotes")
	wantFile   = key.Say("tên một tệp đọc được, chứa mật khẩu", "the name of a readable file that holds the password")
	wantEnv    = key.Say("tên một biến môi trường có giá trị", "the name of an environment variable that has a value")
	wantOnce   = key.Say("một giá trị cho mỗi mục", "a value of its own in each section")

	whatNotOfKind = key.Say(`khoá "%k" không dùng cho kind = "%g"; kind ấy có %w.`, `key "%k" is not for kind = "%g"; that kind takes %w.`)
)

var (
	systemID = regexp.MustCompile(`^[a-z0-9_-]{1,32}$`)
	// headerValue is what the header groupId may hold.
	headerValue = regexp.MustCompile(`^[!-~]*$`)
	// fieldName is the name of a query field or of a field in JSON.
	fieldName = regexp.MustCompile(`^[A-Za-z0-9_.\[\]-]{0,64}$`)
)

// codeMark stands for the dossier code in the path of an OpenCPS.
const codeMark = "{code}"

func isPath(s string) bool {
	u, err := url.Parse(s)
	return err == nil && strings.HasPrefix(s, "/") && u.Host == "" && u.RawQuery == "" && u.Fragment == ""
}

// asIs is done to a text that is looked at and not cleaned.
func asIs(s string) string { return s }

// forms are what the keys of the kinds take. The texts of accounts may be anything.
// What a code path, and the date of steps, take depends on other keys: see fits.
var forms = map[system.Takes]key.Form{
	system.TakesText:     key.Any,
	system.TakesAccount:  {Want: key.Say("tên tài khoản của cơ quan", "the name of the agency's account")},
	system.TakesClientID: {Want: key.Say("mã tài khoản do đơn vị quản lý iGate cấp", "the client id that the owner of the iGate gave")},
	system.TakesSecret:   {Want: wantSecret},
	system.TakesURL:      address,
	system.TakesPage:     page,
	system.TakesPath:     {Want: key.Say(`đường dẫn bắt đầu bằng "/"`, `a path that begins with "/"`), Clean: asIs, Fits: isPath},
	system.TakesCodePath: {
		Want:  key.Say(`đường dẫn có "{code}" ở chỗ của mã hồ sơ, hoặc code_field thay cho nó`, `a path with "{code}" in the place of the dossier code, or code_field in its place`),
		Clean: asIs, Fits: isPath,
	},
	system.TakesHeader: {Want: key.Say("số hoặc chữ không dấu, không có dấu cách", "digits or ASCII letters without blanks"), Clean: asIs, Fits: headerValue.MatchString},
	system.TakesField:  {Want: key.Say(`tên một trường như "maHoSo"`, `the name of a field such as "maHoSo"`), Clean: asIs, Fits: fieldName.MatchString},
	system.TakesStepsAt: {
		Want:  key.Say("tên trường ghi lúc làm bước ấy; có nó thì các bước mới được hỏi", "the name of the field that tells when a step was done; without it no steps are asked for"),
		Clean: asIs, Fits: fieldName.MatchString,
	},
}

func kindNames() []string {
	var names []string
	for _, k := range system.Kinds() {
		names = append(names, k.Name)
	}
	return names
}

// rows are the keys of all kinds, each once.
func (s *System) rows() []key.Key {
	var list []key.Key
	for _, k := range system.Kinds() {
		for _, own := range s.rowsOf(k) {
			if _, listed := key.Find(list, own.Name); !listed {
				list = append(list, own)
			}
		}
	}
	return list
}

// rowsOf are the keys of one kind, in the order in which they are shown. A secret is
// four keys.
func (s *System) rowsOf(k system.Kind) []key.Key {
	text := func(name string, f key.Form) key.Key { return key.Text(name, s.text(name), "", f) }
	list := []key.Key{
		text("id", key.Form{Want: wantID, Clean: asIs, Fits: systemID.MatchString}),
		text("name", key.Any),
		text("kind", key.Form{Want: wantKind, Clean: asIs}),
	}
	for _, own := range k.Keys {
		if own.Takes != system.TakesSecret {
			list = append(list, text(own.Name, forms[own.Takes]))
			continue
		}
		list = append(list, key.Hide(own.Name, s.secret(own.Name).value, wantSecret, nil),
			text(own.Name+"_file", key.Form{Want: wantFile, Clean: asIs}), text(own.Name+"_env", key.Form{Want: wantEnv, Clean: asIs}),
			text(own.Name+"_credential", key.Form{Want: wantCredential, Clean: asIs}))
	}
	if k.Asked {
		list = append(list, proxyKey("proxy", &s.Proxy), text("ca_file", authorities), key.Duration("timeout", &s.Timeout, 0, timeouts))
	}
	return list
}

// system reads one system and looks at it.
func (l *loader) system(i int, table map[string]any) {
	s, at := &l.cfg.Systems[i], tableOf("system", i)
	wrong := l.take(at, s.rows(), table)
	tell := func(name string, w key.Wrong) { l.problem(at+"."+name, w) }
	kind, known := system.Find(s.Kind)
	if known {
		l.ofKind(at, s, kind, table, wrong)
	}
	for name, w := range wrong {
		tell(name, *w)
	}
	switch {
	case wrong["id"] != nil:
	case s.ID == "":
		tell("id", key.Wrong{What: whatMissing, Want: wantID})
	case slices.ContainsFunc(l.cfg.Systems[:i], func(o System) bool { return o.ID == s.ID }):
		tell("id", key.Wrong{What: whatTwice, Want: wantOnce, Got: s.ID})
	}
	if s.Name == "" {
		s.Name = s.ID
	}
	switch {
	case known:
	case wrong["kind"] != nil:
		return
	case s.Kind == "":
		tell("kind", key.Wrong{What: whatMissing, Want: wantKind})
		return
	default:
		tell("kind", key.Wrong{What: key.WhatBadValue, Want: wantKind, Got: clean.Line(s.Kind), Suggest: key.Nearest(strings.ToLower(s.Kind), kindNames())})
		return
	}
	for _, own := range kind.Keys {
		switch {
		case wrong[own.Name] != nil:
		case own.Takes == system.TakesSecret:
			l.secret(at, s.secret(own.Name))
		default:
			if w := s.fits(own); w != nil {
				tell(own.Name, *w)
			}
		}
	}
	if _, given := find(table, "timeout"); kind.Asked && given == nil {
		s.Timeout = DefaultTimeout
	}
}

// fits fills in the default of a key, and looks at it where other keys matter.
func (s *System) fits(own system.Key) *key.Wrong {
	value := s.text(own.Name)
	if *value == "" {
		*value = own.Default
	}
	steps := own.Takes == system.TakesStepsAt && s.StepsCall+s.StepsName+s.StepsUnit+s.StepsState != ""
	if *value == "" && (own.Required || steps) {
		return &key.Wrong{What: whatMissing, Want: forms[own.Takes].Want}
	}
	// The code has one place.
	marks, places := strings.Count(*value, codeMark), 1
	if s.CodeField != "" {
		places = 0
	}
	if own.Takes == system.TakesCodePath && *value != "" && marks != places {
		return &key.Wrong{What: key.WhatBadValue, Want: forms[own.Takes].Want, Got: clean.Line(*value)}
	}
	return nil
}

// ofKind reports keys that a system's kind does not have: it would wait in vain
// for what they promise. What else is wrong with them does not matter.
func (l *loader) ofKind(at string, s *System, kind system.Kind, table map[string]any, wrong map[string]*key.Wrong) {
	own := s.rowsOf(kind)
	var names []string
	for _, k := range own {
		names = append(names, k.Name)
	}
	fields := strings.Join(names, ", ")
	for _, k := range s.rows() {
		name, given := find(table, k.Name)
		if _, is := key.Find(own, k.Name); is {
			continue
		}
		delete(wrong, k.Name)
		if given != nil && given != "" {
			l.problem(at+"."+name, key.Wrong{What: whatNotOfKind, Got: s.Kind, Want: key.Say(fields, fields)})
		}
	}
}

// at points to the field of a key. A key of the table without a field is a fault
// of the program, which a test finds.
func (s *System) at(name string) any {
	v := reflect.ValueOf(s).Elem()
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("toml") == name {
			return v.Field(i).Addr().Interface()
		}
	}
	panic("config: System has no field for the key " + name)
}

// text points to the value of a key that holds no secret. For one that the table
// does not call a secret although its field is one, it panics: the value would be
// taken for text.
func (s *System) text(name string) *string { return s.at(name).(*string) }

// Settings gives the values of the keys as they are, secrets in clear: for
// [system.Kind.Open] alone.
func (s System) Settings() system.Settings {
	return func(name string) string {
		switch value := s.at(name).(type) {
		case *key.Secret:
			return value.Reveal()
		case *string:
			return *value
		default:
			panic("config: the key " + name + " is not for one kind")
		}
	}
}

// System finds a system by its id.
func (c Config) System(id string) (System, bool) {
	i := slices.IndexFunc(c.Systems, func(s System) bool { return s.ID == id })
	if i < 0 {
		return System{}, false
	}
	return c.Systems[i], true
}
