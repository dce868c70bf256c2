package config

import (
	"cmp"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/client/system"
	"motcua/kiosk/config/key"
)

// System is a one-stop system that knows dossiers. Which keys each kind has, and which
// of them are secrets, says the table [system.Kinds].
type System struct {
	ID, Name, Kind string
	Proxy          Proxy
	CAFile         string // authorities that are believed beside the machine's own
	Timeout        time.Duration

	// Keys are the others that are set, by name. The secrets among them, wherever they
	// were given, are in Secrets.
	Keys    map[string]string
	Secrets map[string]key.Secret
}

// NewSystem is a system with settings that no file has.
func NewSystem(id, name string, kind system.Kind, settings []system.Setting) System {
	s := System{ID: id, Name: name, Kind: kind.Name, Timeout: DefaultTimeout}
	for _, set := range settings {
		if own, _ := kind.Key(set.Key); own.Takes == system.TakesSecret {
			put(&s.Secrets, set.Key, key.SecretOf(set.Value))
		} else {
			put(&s.Keys, set.Key, set.Value)
		}
	}
	return s
}

// put sets a key; the zero value takes it out.
func put[T comparable](to *map[string]T, name string, v T) {
	switch {
	case v == *new(T):
		delete(*to, name)
	case *to == nil:
		*to = map[string]T{name: v}
	default:
		(*to)[name] = v
	}
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
	text := func(name string, f key.Form) key.Key {
		return key.Bind(name, func() string { return s.Keys[name] }, func(v string) { put(&s.Keys, name, v) }, "", f.Kind())
	}
	list := []key.Key{
		key.Text("id", &s.ID, "", key.Form{Want: wantID, Clean: asIs, Fits: systemID.MatchString}),
		key.Text("name", &s.Name, "", key.Any),
		key.Text("kind", &s.Kind, "", key.Form{Want: wantKind, Clean: asIs}),
	}
	for _, own := range k.Keys {
		if own.Takes != system.TakesSecret {
			list = append(list, text(own.Name, forms[own.Takes]))
			continue
		}
		list = append(list,
			key.Bind(own.Name, func() key.Secret { return s.Secrets[own.Name] }, func(v key.Secret) { put(&s.Secrets, own.Name, v) }, key.Secret{}, key.Hiding(wantSecret, nil)),
			text(own.Name+"_file", key.Form{Want: wantFile, Clean: asIs}), text(own.Name+"_env", key.Form{Want: wantEnv, Clean: asIs}),
			text(own.Name+"_credential", key.Form{Want: wantCredential, Clean: asIs}))
	}
	if k.Asked {
		list = append(list, proxyKey("proxy", &s.Proxy), key.Text("ca_file", &s.CAFile, "", authorities), key.Duration("timeout", &s.Timeout, 0, timeouts))
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
	for _, name := range slices.Sorted(maps.Keys(wrong)) {
		tell(name, *wrong[name])
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
			l.secret(at, s, own.Name)
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
	if s.Keys[own.Name] == "" {
		put(&s.Keys, own.Name, own.Default)
	}
	value := s.Keys[own.Name]
	steps := own.Takes == system.TakesStepsAt && s.Keys["steps_call"]+s.Keys["steps_name"]+s.Keys["steps_unit"]+s.Keys["steps_state"] != ""
	if value == "" && (own.Required || steps) {
		return &key.Wrong{What: whatMissing, Want: forms[own.Takes].Want}
	}
	// The code has one place.
	marks, places := strings.Count(value, codeMark), 1
	if s.Keys["code_field"] != "" {
		places = 0
	}
	if own.Takes == system.TakesCodePath && value != "" && marks != places {
		return &key.Wrong{What: key.WhatBadValue, Want: forms[own.Takes].Want, Got: clean.Line(value)}
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

// Settings gives the values of the keys as they are, secrets in clear: for
// [system.Kind.Open] alone.
func (s System) Settings() system.Settings {
	return func(name string) string { return cmp.Or(s.Secrets[name].Reveal(), s.Keys[name]) }
}

// System finds a system by its id.
func (c Config) System(id string) (System, bool) {
	i := slices.IndexFunc(c.Systems, func(s System) bool { return s.ID == id })
	if i < 0 {
		return System{}, false
	}
	return c.Systems[i], true
}
