package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// SystemKind is how a system is asked for dossiers.
type SystemKind string

// The kinds.
const (
	// KindIntegration is the integration adapter (TraCuuHoSo) with an agency's
	// account.
	KindIntegration SystemKind = "integration"
	// KindIGate is VNPT iGate with a client id of the operator's own.
	KindIGate SystemKind = "igate"
	// KindOpenCPS is OpenCPS v2: the receipt's secret is the proof.
	KindOpenCPS SystemKind = "opencps"
	// KindHandOver is a portal that only a person may ask: its page, by QR code.
	KindHandOver SystemKind = "handover"
)

// Kinds are all kinds of system.
func Kinds() []SystemKind {
	return []SystemKind{KindIntegration, KindIGate, KindOpenCPS, KindHandOver}
}

// System is a one-stop system that knows dossiers. Beside ID, Name, Kind and
// Timeout each kind has keys of its own; see systemFields.
type System struct {
	ID      string     `toml:"id" json:"id"` // for routes, logs and JSON
	Name    string     `toml:"name" json:"name"`
	Kind    SystemKind `toml:"kind" json:"kind"`
	URL     string     `toml:"url" json:"url"` // of the API
	Proxy   Proxy      `toml:"proxy" json:"proxy"`
	CAFile  string     `toml:"ca_file" json:"ca_file"` // authorities that are believed beside the machine's own
	Timeout Duration   `toml:"timeout" json:"timeout"`

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

// systemField is one key of a [[system]]: what it takes and for which kinds.
type systemField struct {
	name  string
	want  pair
	get   func(*System) string
	kinds []SystemKind // nil: all of them
}

func (f systemField) is(k SystemKind) bool { return f.kinds == nil || slices.Contains(f.kinds, k) }

var (
	wantID       = pair{`mã riêng bằng chữ thường a-z, số, "-" hoặc "_", nhiều nhất 32 ký tự`, `an id of its own: a-z, digits, "-" or "_", at most 32 characters`}
	wantKind     = pair{`"integration", "igate", "opencps" hoặc "handover"`, `"integration", "igate", "opencps" or "handover"`}
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

// systemFields are the keys of a [[system]], in the order in which they are
// shown.
var systemFields = func() []systemField {
	adapter, igate, opencps := []SystemKind{KindIntegration}, []SystemKind{KindIGate}, []SystemKind{KindOpenCPS}
	api := []SystemKind{KindIntegration, KindIGate, KindOpenCPS}
	return []systemField{
		{"id", wantID, func(s *System) string { return s.ID }, nil},
		{"name", wantText, func(s *System) string { return s.Name }, nil},
		{"kind", wantKind, func(s *System) string { return string(s.Kind) }, nil},
		{"url", wantURL, func(s *System) string { return s.URL }, api},
		{"auth_path", wantPath, func(s *System) string { return s.AuthPath }, adapter},
		{"call_path", wantPath, func(s *System) string { return s.CallPath }, adapter},
		{"dstcode", wantText, func(s *System) string { return s.DstCode }, adapter},
		{"unit", wantText, func(s *System) string { return s.Unit }, adapter},
		{"username", wantText, func(s *System) string { return s.Username }, adapter},
		{"password", wantSecret, func(s *System) string { return s.Password.String() }, adapter},
		{"password_file", wantFile, func(s *System) string { return s.PasswordFile }, adapter},
		{"password_env", wantEnv, func(s *System) string { return s.PasswordEnv }, adapter},
		{"password_credential", wantCredential, func(s *System) string { return s.PasswordCredential }, adapter},
		{"dossier_service", wantText, func(s *System) string { return s.DossierService }, adapter},
		{"progress_service", wantText, func(s *System) string { return s.ProgressService }, adapter},
		{"sso", wantURL, func(s *System) string { return s.SSO }, igate},
		{"portal", wantURL, func(s *System) string { return s.Portal }, igate},
		{"client_id", wantClientID, func(s *System) string { return s.ClientID }, igate},
		{"client_secret", wantSecret, func(s *System) string { return s.ClientSecret.String() }, igate},
		{"client_secret_file", wantFile, func(s *System) string { return s.ClientSecretFile }, igate},
		{"client_secret_env", wantEnv, func(s *System) string { return s.ClientSecretEnv }, igate},
		{"client_secret_credential", wantCredential, func(s *System) string { return s.ClientSecretCredential }, igate},
		{"token_path", wantPath, func(s *System) string { return s.TokenPath }, igate},
		{"search_path", wantPath, func(s *System) string { return s.SearchPath }, igate},
		{"settings_path", wantPath, func(s *System) string { return s.SettingsPath }, igate},
		{"group_id", wantHeader, func(s *System) string { return s.GroupID }, opencps},
		{"path", wantCodePath, func(s *System) string { return s.Path }, opencps},
		{"page", wantPage, func(s *System) string { return s.Page }, nil},
		{"code_field", wantQuery, func(s *System) string { return s.CodeField }, nil},
		{"steps_call", wantPath, func(s *System) string { return s.StepsCall }, opencps},
		{"steps_at", wantStepsAt, func(s *System) string { return s.StepsAt }, opencps},
		{"steps_name", wantQuery, func(s *System) string { return s.StepsName }, opencps},
		{"steps_unit", wantQuery, func(s *System) string { return s.StepsUnit }, opencps},
		{"steps_state", wantQuery, func(s *System) string { return s.StepsState }, opencps},
		{"proxy", wantProxy, func(s *System) string { return s.Proxy.String() }, api},
		{"ca_file", wantCAFile, func(s *System) string { return s.CAFile }, api},
		{"timeout", wantDuration, func(s *System) string { return s.Timeout.String() }, api},
	}
}()

func systemKeys() []key {
	list := make([]key, len(systemFields))
	for i, f := range systemFields {
		list[i] = key{path: "system." + f.name, want: f.want}
	}
	return list
}

// isSecret tells whether no sentence may repeat a key's value.
func isSecret(path string) bool {
	return slices.Contains([]string{"system.password", "system.client_secret", "kiosk.pin_hash", "national.proxy", "system.proxy"}, path)
}

// fieldsOf names the keys of a kind, for a sentence.
func fieldsOf(k SystemKind) string {
	var names []string
	for _, f := range systemFields {
		if f.is(k) {
			names = append(names, f.name)
		}
	}
	return strings.Join(names, ", ")
}

// write shows a system as TOML: the keys of its kind that are set, secrets
// hidden.
func (s System) write(b *strings.Builder) {
	b.WriteString("\n[[system]]\n")
	for _, f := range systemFields {
		if v := f.get(&s); v != "" && f.is(s.Kind) {
			fmt.Fprintf(b, "%s = %s\n", f.name, strconv.Quote(v))
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
