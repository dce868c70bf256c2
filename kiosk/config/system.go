package config

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"motcua/client/system"
)

// System is a one-stop system that knows dossiers. Which keys each kind
// has, and which of them are secrets, says the table [system.Kinds]; a key has its
// field here, a [Secret] when the table says so, and is found by its tag.
type System struct {
	ID      string   `toml:"id" json:"id"` // for routes, logs and JSON
	Name    string   `toml:"name" json:"name"`
	Kind    string   `toml:"kind" json:"kind"`
	URL     string   `toml:"url" json:"url"` // of the API
	Proxy   Proxy    `toml:"proxy" json:"proxy"`
	CAFile  string   `toml:"ca_file" json:"ca_file"` // authorities that are believed beside the machine's own
	Timeout Duration `toml:"timeout" json:"timeout"`

	// The integration adapter.
	AuthPath string `toml:"auth_path" json:"auth_path"`
	CallPath string `toml:"call_path" json:"call_path"`
	DstCode  string `toml:"dstcode" json:"dstcode"`
	Unit     string `toml:"unit" json:"unit"` // madonvi
	Username string `toml:"username" json:"username"`
	// One of the four; Load leaves what it found in Password.
	Password           Secret `toml:"password" json:"password"`
	PasswordFile       string `toml:"password_file" json:"password_file"`
	PasswordEnv        string `toml:"password_env" json:"password_env"`
	PasswordCredential string `toml:"password_credential" json:"password_credential"`
	// Names of the adapter's services; empty: TraCuuHoSo and
	// CapNhatTienDoHoSoMC. A progress service "-" asks for no steps.
	DossierService  string `toml:"dossier_service" json:"dossier_service"`
	ProgressService string `toml:"progress_service" json:"progress_service"`

	// VNPT iGate: the log-in server, the public pages (empty: their settings
	// file is not compared), the account. Empty paths are the usual ones.
	SSO                    string `toml:"sso" json:"sso"`
	Portal                 string `toml:"portal" json:"portal"`
	ClientID               string `toml:"client_id" json:"client_id"`
	ClientSecret           Secret `toml:"client_secret" json:"client_secret"`
	ClientSecretFile       string `toml:"client_secret_file" json:"client_secret_file"`
	ClientSecretEnv        string `toml:"client_secret_env" json:"client_secret_env"`
	ClientSecretCredential string `toml:"client_secret_credential" json:"client_secret_credential"`
	TokenPath              string `toml:"token_path" json:"token_path"`
	SearchPath             string `toml:"search_path" json:"search_path"`
	SettingsPath           string `toml:"settings_path" json:"settings_path"`

	// OpenCPS: the agency's site on the portal, where the code stands in a
	// question, and the names of the fields of a process step (without StepsAt no
	// steps are asked for).
	GroupID    string `toml:"group_id" json:"group_id"`
	Path       string `toml:"path" json:"path"`
	CodeField  string `toml:"code_field" json:"code_field"` // of a hand-over page as well
	StepsCall  string `toml:"steps_call" json:"steps_call"`
	StepsAt    string `toml:"steps_at" json:"steps_at"`
	StepsName  string `toml:"steps_name" json:"steps_name"`
	StepsUnit  string `toml:"steps_unit" json:"steps_unit"`
	StepsState string `toml:"steps_state" json:"steps_state"`

	// The page where a person looks a dossier up, for a QR code: all that a
	// hand-over has, and may be left out of the others. CodeField is its query
	// field, except that OpenCPS has that one for itself.
	Page string `toml:"page" json:"page"`
}

var (
	wantID       = pair{`mã riêng bằng chữ thường a-z, số, "-" hoặc "_", nhiều nhất 32 ký tự`, `an id of its own: a-z, digits, "-" or "_", at most 32 characters`}
	wantKind     = oneOfKinds()
	wantSecret   = pair{"mật khẩu trong dấu nháy", "a password in quotes"}
	wantUser     = pair{"tên tài khoản của cơ quan", "the name of the agency's account"}
	wantClientID = pair{"mã tài khoản do đơn vị quản lý iGate cấp", "the client id that the owner of the iGate gave"}
	wantFile     = pair{"tên một tệp đọc được, chứa mật khẩu", "the name of a readable file that holds the password"}
	wantEnv      = pair{"tên một biến môi trường có giá trị", "the name of an environment variable that has a value"}
	wantOnce     = pair{"một giá trị cho mỗi mục", "a value of its own in each section"}
	wantHeader   = pair{"số hoặc chữ không dấu, không có dấu cách", "digits or ASCII letters without blanks"}
	wantCodePath = pair{`đường dẫn có "{code}" ở chỗ của mã hồ sơ, hoặc code_field thay cho nó`, `a path with "{code}" in the place of the dossier code, or code_field in its place`}
	wantQuery    = pair{`tên một trường như "maHoSo"`, `the name of a field such as "maHoSo"`}
	wantStepsAt  = pair{"tên trường ghi lúc làm bước ấy; có nó thì các bước mới được hỏi", "the name of the field that tells when a step was done; without it no steps are asked for"}
	wantPage     = pair{`địa chỉ trang như "https://cong.example/tra-cuu", không kèm tên và mật khẩu`, `the address of a page such as "https://portal.example/tra-cuu", without a name and password in it`}

	whatNotOfKind = pair{`khoá "%k" không dùng cho kind = "%g"; kind ấy có %w.`, `key "%k" is not for kind = "%g"; that kind takes %w.`}
)

// wants are what the keys of the kinds take, in words.
var wants = map[system.Takes]pair{
	system.TakesText: wantText, system.TakesAccount: wantUser, system.TakesClientID: wantClientID, system.TakesSecret: wantSecret,
	system.TakesURL: wantURL, system.TakesPath: wantPath, system.TakesCodePath: wantCodePath, system.TakesHeader: wantHeader,
	system.TakesField: wantQuery, system.TakesStepsAt: wantStepsAt, system.TakesPage: wantPage,
}

// oneOfKinds names all kinds, for a sentence.
func oneOfKinds() pair {
	names := kindNames()
	rest, last := `"`+strings.Join(names[:len(names)-1], `", "`)+`"`, `"`+names[len(names)-1]+`"`
	return pair{rest + " hoặc " + last, rest + " or " + last}
}

func kindNames() []string {
	var names []string
	for _, k := range system.Kinds() {
		names = append(names, k.Name)
	}
	return names
}

// keysOf are the keys of a [[system]] of one kind, in the order in which they are
// shown. A secret is four keys.
func keysOf(k system.Kind) []key {
	list := []key{{path: "id", want: wantID}, {path: "name", want: wantText}, {path: "kind", want: wantKind}}
	for _, own := range k.Keys {
		list = append(list, key{path: own.Name, want: wants[own.Takes]})
		if own.Takes == system.TakesSecret {
			list = append(list, key{path: own.Name + "_file", want: wantFile}, key{path: own.Name + "_env", want: wantEnv},
				key{path: own.Name + "_credential", want: wantCredential})
		}
	}
	if k.Asked {
		list = append(list, key{path: "proxy", want: wantProxy}, key{path: "ca_file", want: wantCAFile}, key{path: "timeout", want: wantDuration})
	}
	return list
}

// systemKeys are those of all kinds, each once.
func systemKeys() []key {
	var list []key
	for _, k := range system.Kinds() {
		for _, own := range keysOf(k) {
			own.path = "system." + own.path
			if !slices.ContainsFunc(list, func(o key) bool { return o.path == own.path }) {
				list = append(list, own)
			}
		}
	}
	return list
}

// isSecret tells whether no sentence may repeat a key's value.
func isSecret(path string) bool {
	name, ofSystem := strings.CutPrefix(path, "system.")
	return ofSystem && slices.Contains(secretNames(), name) || slices.Contains([]string{"kiosk.pin_hash", "national.proxy", "system.proxy"}, path)
}

// secretNames are the keys of a [[system]] that hold a secret, whatever its kind.
func secretNames() []string {
	var names []string
	for _, k := range system.Kinds() {
		for _, own := range k.Keys {
			if own.Takes == system.TakesSecret && !slices.Contains(names, own.Name) {
				names = append(names, own.Name)
			}
		}
	}
	return names
}

// fieldsOf names the keys of a kind, for a sentence.
func fieldsOf(k system.Kind) string {
	var names []string
	for _, own := range keysOf(k) {
		names = append(names, own.path)
	}
	return strings.Join(names, ", ")
}

// at points to the field of a key. A key of the table without a field is a fault
// of the program, which a test finds.
func (s *System) at(key string) any {
	v := reflect.ValueOf(s).Elem()
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("toml") == key {
			return v.Field(i).Addr().Interface()
		}
	}
	panic("config: System has no field for the key " + key)
}

// text points to the value of a key that holds no secret. For one that the table
// does not call a secret although its field is one, it panics: the value would be
// taken for text.
func (s *System) text(key string) *string { return s.at(key).(*string) }

// Settings gives the values of the keys as they are, secrets in clear: for
// [system.Kind.Open] alone.
func (s System) Settings() system.Settings {
	return func(key string) string {
		switch value := s.at(key).(type) {
		case *Secret:
			return value.Reveal()
		case *string:
			return *value
		default:
			panic("config: the key " + key + " is not for one kind")
		}
	}
}

// write shows a system as TOML: the keys of its kind that are set, secrets
// hidden.
func (s System) write(b *strings.Builder) {
	b.WriteString("\n[[system]]\n")
	kind, _ := system.Find(s.Kind)
	for _, k := range keysOf(kind) {
		var shown string
		switch value := s.at(k.path).(type) {
		case *string:
			shown = *value
		case fmt.Stringer:
			shown = value.String()
		}
		if shown != "" {
			fmt.Fprintf(b, "%s = %s\n", k.path, strconv.Quote(shown))
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
