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
	"motcua/client/near"
	"motcua/client/system"
	"motcua/kiosk/config/authority"
	"motcua/kiosk/config/key"
	"motcua/kiosk/config/proxy"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// System is a dossier system (one-stop system). The table [system.Kinds] says which keys
// each kind has and which of them are secrets.
type System struct {
	ID, Name, Kind string
	Proxy          proxy.Proxy
	CAFile         string // authorities trusted in addition to the machine's
	Timeout        time.Duration

	// Keys are the other keys that are set, by name. The secrets among them are in Secrets,
	// however they were given.
	Keys    map[string]string
	Secrets map[string]key.Secret
}

// NewSystem returns a system with the given settings instead of those of a file.
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

// put sets an entry of a map; the zero value deletes it.
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
	wantID     = text.Say(`mã riêng bằng chữ thường a-z, số, "-" hoặc "_", nhiều nhất 32 ký tự`, `an id of its own: a-z, digits, "-" or "_", at most 32 characters`)
	wantKind   = key.Or(kindNames()...)
	wantSecret = text.Say("mật khẩu trong dấu nháy", "a password in quotes")
	wantFile   = text.Say("tên một tệp đọc được, chứa mật khẩu", "the name of a readable file that holds the password")
	wantEnv    = text.Say("tên một biến môi trường có giá trị", "the name of an environment variable that has a value")
	wantOnce   = text.Say("một giá trị cho mỗi mục", "a value of its own in each section")
)

var (
	systemID = regexp.MustCompile(`^[a-z0-9_-]{1,32}$`)
	// headerValue matches what the header groupId may contain.
	headerValue = regexp.MustCompile(`^[!-~]*$`)
	// fieldName matches the name of a query parameter or of a JSON field.
	fieldName = regexp.MustCompile(`^[A-Za-z0-9_.\[\]-]{0,64}$`)
)

// codeMark stands for the dossier code in the path of an OpenCPS system.
const codeMark = "{code}"

func isPath(s string) bool {
	u, err := url.Parse(s)
	return err == nil && strings.HasPrefix(s, "/") && u.Host == "" && u.RawQuery == "" && u.Fragment == ""
}

// asIs keeps a text that is checked and not cleaned.
func asIs(s string) string { return s }

// forms say what the keys of the kinds accept. The text of an account may be anything. What
// a code path and the date of steps accept depends on other keys, see fits.
var forms = map[system.Takes]key.Form{
	system.TakesText:     key.Any,
	system.TakesAccount:  {Want: text.Say("tên tài khoản của cơ quan", "the name of the agency's account")},
	system.TakesClientID: {Want: text.Say("mã tài khoản do đơn vị quản lý iGate cấp", "the client ID that the operator of the iGate system issued")},
	system.TakesSecret:   {Want: wantSecret},
	system.TakesURL:      address,
	system.TakesPage:     page,
	system.TakesPath:     {Want: text.Say(`đường dẫn bắt đầu bằng "/"`, `a path that begins with "/"`), Clean: asIs, Fits: isPath},
	system.TakesCodePath: {
		Want:  text.Say(`đường dẫn có "{code}" ở chỗ của mã hồ sơ, hoặc code_field thay cho nó`, `a path with "{code}" in place of the application code, or code_field instead`),
		Clean: asIs, Fits: isPath,
	},
	system.TakesHeader: {Want: text.Say("số hoặc chữ không dấu, không có dấu cách", "digits or ASCII letters without spaces"), Clean: asIs, Fits: headerValue.MatchString},
	system.TakesField:  {Want: text.Say(`tên một trường như "maHoSo"`, `the name of a field such as "maHoSo"`), Clean: asIs, Fits: fieldName.MatchString},
	system.TakesStepsAt: {
		Want:  text.Say("tên trường ghi lúc làm bước ấy; có nó thì các bước mới được hỏi", "the name of the field that tells when a step was done; without it no steps are asked for"),
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

// rows returns the keys of all kinds, each once.
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

// rowsOf returns the keys of one kind, in the order in which they are shown. A secret has
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
		list = append(list, proxy.Key("proxy", &s.Proxy), key.Text("ca_file", &s.CAFile, "", authority.Form), key.Duration("timeout", &s.Timeout, 0, timeouts))
	}
	return list
}

// system reads and checks one system.
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
		tell("id", key.Wrong{What: operator.KeyMissing, Want: wantID})
	case slices.ContainsFunc(l.cfg.Systems[:i], func(o System) bool { return o.ID == s.ID }):
		tell("id", key.Wrong{What: operator.KeyTwice, Want: wantOnce, Got: s.ID})
	}
	if s.Name == "" {
		s.Name = s.ID
	}
	switch {
	case known:
	case wrong["kind"] != nil:
		return
	case s.Kind == "":
		tell("kind", key.Wrong{What: operator.KeyMissing, Want: wantKind})
		return
	default:
		tell("kind", key.Wrong{What: operator.KeyBadValue, Want: wantKind, Got: clean.Line(s.Kind), Suggest: near.Word(strings.ToLower(s.Kind), kindNames())})
		return
	}
	for _, own := range kind.Keys {
		switch {
		case wrong[own.Name] != nil:
		case own.Takes == system.TakesSecret:
			told := func(form string) bool { return wrong[own.Name+form] != nil }
			if !slices.ContainsFunc(formsOfSecret, told) {
				l.secret(at, s, own.Name)
			}
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

// fits sets the default of a key, and checks keys whose value depends on other keys.
func (s *System) fits(own system.Key) *key.Wrong {
	if s.Keys[own.Name] == "" {
		put(&s.Keys, own.Name, own.Default)
	}
	value := s.Keys[own.Name]
	steps := own.Takes == system.TakesStepsAt && s.Keys["steps_call"]+s.Keys["steps_name"]+s.Keys["steps_unit"]+s.Keys["steps_state"] != ""
	if value == "" && (own.Required || steps) {
		return &key.Wrong{What: operator.KeyMissing, Want: forms[own.Takes].Want}
	}
	// The code may occur only once.
	marks, places := strings.Count(value, codeMark), 1
	if s.Keys["code_field"] != "" {
		places = 0
	}
	if own.Takes == system.TakesCodePath && value != "" && marks != places {
		return &key.Wrong{What: operator.KeyBadValue, Want: forms[own.Takes].Want, Got: clean.Line(value)}
	}
	return nil
}

// ofKind reports keys that a system's kind does not have, because they would have no
// effect. Other problems of these keys are dropped.
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
			l.problem(at+"."+name, key.Wrong{What: operator.KeyNotOfKind, Got: s.Kind, Want: text.Same(fields)})
		}
	}
}

// Settings returns the values of the keys with secrets in clear text, only for
// [system.Kind.Open].
func (s System) Settings() system.Settings {
	return func(name string) string { return cmp.Or(s.Secrets[name].Reveal(), s.Keys[name]) }
}

// System returns the system with that ID.
func (c Config) System(id string) (System, bool) {
	i := slices.IndexFunc(c.Systems, func(s System) bool { return s.ID == id })
	if i < 0 {
		return System{}, false
	}
	return c.Systems[i], true
}
