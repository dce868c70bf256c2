package config

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"motcua/kiosk/config/key"
	"motcua/tui/text"
)

// One complete [[system]] of each kind but the adapter's, see complete.
const (
	iGate    = "[[system]]\nid = \"i\"\nkind = \"igate\"\nurl = \"https://api.example\"\nsso = \"https://sso.example\"\nclient_id = \"c\"\nclient_secret = \"hunter2\"\n"
	openCPS  = "[[system]]\nid = \"o\"\nkind = \"opencps\"\nurl = \"https://o.example/o/rest/v2\"\n"
	handOver = "[[system]]\nid = \"p\"\nkind = \"handover\"\npage = \"https://p.example/tra-cuu?lang=vi\"\n"
)

func TestEachKind(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte("from file\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	doc := complete("a") + iGate + openCPS + handOver +
		strings.Replace(strings.Replace(iGate, `"i"`, `"j"`, 1), `client_secret = "hunter2"`, `client_secret_file = '`+secret+`'`, 1) + "portal = \"https://portal.example/\"\ntoken_path = \"/token\"\n" +
		strings.Replace(openCPS, `"o"`, `"q"`, 1) + "group_id = \"20126\"\npath = \"/dossiers\"\ncode_field = \"dossierNo\"\nsteps_at = \"stepDate\"\nsteps_unit = \"unitName\"\ntimeout = \"3s\"\n"
	cfg, err := Load(Inputs{Flags: map[string]string{"config": write(t, doc)}})
	if err != nil {
		t.Fatal(err)
	}
	of := func(name, value string) map[string]key.Secret {
		return map[string]key.Secret{name: key.SecretOf(value)}
	}
	want := []System{
		{
			ID: "a", Name: "a", Kind: "integration", Timeout: DefaultTimeout, Secrets: of("password", "x"),
			Keys: map[string]string{"url": "https://adapter.example", "auth_path": "/mapi/login", "call_path": "/mapi/g", "username": "u"},
		},
		{
			ID: "i", Name: "i", Kind: "igate", Timeout: DefaultTimeout, Secrets: of("client_secret", "hunter2"),
			Keys: map[string]string{"url": "https://api.example", "sso": "https://sso.example", "client_id": "c"},
		},
		{ID: "o", Name: "o", Kind: "opencps", Timeout: DefaultTimeout, Keys: map[string]string{"url": "https://o.example/o/rest/v2"}},
		{ID: "p", Name: "p", Kind: "handover", Keys: map[string]string{"page": "https://p.example/tra-cuu?lang=vi"}},
		{
			ID: "j", Name: "j", Kind: "igate", Timeout: DefaultTimeout, Secrets: of("client_secret", "from file"),
			Keys: map[string]string{
				"url": "https://api.example", "sso": "https://sso.example", "client_id": "c", "client_secret_file": secret,
				"portal": "https://portal.example", "token_path": "/token",
			},
		},
		{
			ID: "q", Name: "q", Kind: "opencps", Timeout: 3 * time.Second,
			Keys: map[string]string{
				"url": "https://o.example/o/rest/v2", "group_id": "20126", "path": "/dossiers", "code_field": "dossierNo", "steps_at": "stepDate", "steps_unit": "unitName",
			},
		},
	}
	for i, s := range cfg.Systems {
		if !reflect.DeepEqual(s, want[i]) {
			t.Errorf("got  %+v\nwant %+v", s, want[i])
		}
	}
	if !cfg.secretInFile {
		t.Error("a secret stands in the file")
	}
	// The output contains only the keys of the kind, and parses back.
	var b strings.Builder
	if err := cfg.Write(&b, text.EN); err != nil {
		t.Fatal(err)
	}
	shown := b.String()
	if strings.Contains(shown, "hunter2") || !strings.Contains(shown, `client_secret = "(ẩn)"`) || strings.Contains(shown, "\"\"\n\n[[route]]") {
		t.Errorf("shown as\n%s", shown)
	}
	shown = strings.ReplaceAll(shown, "client_secret = \"(ẩn)\"\nclient_secret_file", "client_secret_file")
	again, err := Load(Inputs{Flags: map[string]string{"config": write(t, shown)}})
	if err != nil || len(again.Systems) != len(want) {
		t.Errorf("what is shown cannot be read: %v\n%s", err, shown)
	}
}

func TestBadSystemsAndRoutes(t *testing.T) {
	const page = `the address of a page such as "https://portal.example/tra-cuu", without a name and password in it`
	for _, tc := range []struct {
		name, doc string
		want      []string
	}{
		{"integration without anything", "[[system]]\nid = \"a\"\nkind = \"integration\"\n", []string{
			`, line 1: key "system.url" is missing: it takes an address such as "https://portal.example/api/v1", without a name and password in it.`,
			`, line 1: key "system.username" is missing: it takes the name of the agency's account.`,
			`, line 1: key "system.password" is missing: it takes a password, or password_file, password_env or password_credential in its place.`,
		}},
		{"igate without anything", "[[system]]\nid = \"a\"\nkind = \"igate\"\n", []string{
			`, line 1: key "system.url" is missing: it takes an address such as "https://portal.example/api/v1", without a name and password in it.`,
			`, line 1: key "system.sso" is missing: it takes an address such as "https://portal.example/api/v1", without a name and password in it.`,
			`, line 1: key "system.client_id" is missing: it takes the client ID that the operator of the iGate system issued.`,
			`, line 1: key "system.client_secret" is missing: it takes a password, or client_secret_file, client_secret_env or client_secret_credential in its place.`,
		}},
		{"opencps without anything", "[[system]]\nid = \"a\"\nkind = \"opencps\"\n", []string{
			`, line 1: key "system.url" is missing: it takes an address such as "https://portal.example/api/v1", without a name and password in it.`,
		}},
		{"hand-over without anything", "[[system]]\nid = \"a\"\nkind = \"handover\"\n", []string{`, line 1: key "system.page" is missing: it takes ` + page + `.`}},
		{"a key of another kind", handOver + "username = \"u\"\n", []string{
			`, line 5: key "system.username" is not for kind = "handover"; that kind takes id, name, kind, page, code_field.`,
		}},
		{"a hand-over does not wait", handOver + "timeout = \"3s\"\n", []string{
			`, line 5: key "system.timeout" is not for kind = "handover"; that kind takes id, name, kind, page, code_field.`,
		}},
		{"an account for OpenCPS", openCPS + "password = \"hunter2\"\n", []string{
			`, line 5: key "system.password" is not for kind = "opencps"; that kind takes id, name, kind, url, group_id, path, page, code_field, steps_call, steps_at, steps_name, steps_unit, steps_state, proxy, ca_file, timeout.`,
		}},
		{"two secrets", iGate + "client_secret_env = \"X\"\n", []string{`, line 7: key "system.client_secret" takes only one of client_secret, client_secret_file, client_secret_env, client_secret_credential.`}},
		{"secret that is a number", strings.Replace(iGate, `"hunter2"`, "19451975", 1), []string{`, line 7: key "system.client_secret" takes a password in quotes, but this is an integer.`}},
		{"secret that is a list", strings.Replace(iGate, `"hunter2"`, `["hunter2"]`, 1), []string{`, line 7: key "system.client_secret" takes a password in quotes.`}},
		{"secret in the log-in server's address", strings.Replace(iGate, "https://sso", "https://u:hunter2@sso", 1), []string{`, line 5: key "system.sso" takes an address such as "https://portal.example/api/v1", without a name and password in it.`}},
		{"token path", iGate + "token_path = \"https://sso.example/token\"\n", []string{`, line 8: key "system.token_path" takes a path that begins with "/", but it is "https://sso.example/token".`}},
		{"no place for the code", openCPS + "path = \"/dossiers\"\n", []string{`, line 5: key "system.path" takes a path with "{code}" in place of the application code, or code_field instead, but it is "/dossiers".`}},
		{"two places for the code", openCPS + "path = \"/dossiers/{code}\"\ncode_field = \"no\"\n", []string{`, line 5: key "system.path" takes a path with "{code}" in place of the application code, or code_field instead, but it is "/dossiers/{code}".`}},
		{"code field", openCPS + "code_field = \"a b\"\n", []string{`, line 5: key "system.code_field" takes the name of a field such as "maHoSo", but it is "a b".`}},
		{"group", openCPS + "group_id = \"Bộ Nội vụ\"\n", []string{`, line 5: key "system.group_id" takes digits or ASCII letters without spaces, but it is "Bộ Nội vụ".`}},
		{"steps without their date", openCPS + "steps_unit = \"unit\"\n", []string{`, line 1: key "system.steps_at" is missing: it takes the name of the field that tells when a step was done; without it no steps are asked for.`}},
		{"page that is none", strings.Replace(handOver, "https:", "ftp:", 1), []string{`, line 4: key "system.page" takes ` + page + `, but it is "ftp://p.example/tra-cuu?lang=vi".`}},
		{"page with a password", strings.Replace(handOver, "https://", "https://u:hunter2@", 1), []string{`, line 4: key "system.page" takes ` + page + `.`}},
		{"ask", handOver + "[[route]]\nmatch = \"*\"\nsystems = [\"p\"]\nask = \"fist\"\n", []string{`, line 8: key "route.ask" takes "first" (one after the other) or "all" (at once), but it is "fist". Did you mean first?`}},
		{"time of a route", handOver + "[[route]]\nmatch = \"*\"\nsystems = [\"p\"]\ntimeout = \"soon\"\n", []string{`, line 8: key "route.timeout" takes a time from "1s" to "2m", but it is "soon".`}},
		{"a time without its unit", handOver + "[[route]]\nmatch = \"*\"\nsystems = [\"p\"]\ntimeout = 8\n", []string{`, line 8: key "route.timeout" takes a time from "1s" to "2m", but this is an integer.`}},
		{"a system twice", handOver + "[[route]]\nmatch = \"*\"\nsystems = [\"p\", \"p\"]\n", []string{`, line 7: "p" stands above already; key "route.systems" takes each system once.`}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			file := write(t, tc.doc)
			_, err := Load(Inputs{Flags: map[string]string{"config": file}})
			var all *Error
			if !errors.As(err, &all) {
				t.Fatalf("error %v, want *Error", err)
			}
			got := all.Sentences(text.EN)
			for i := range got {
				got[i] = strings.TrimPrefix(got[i], file)
			}
			if !reflect.DeepEqual(got, tc.want) {
				t.Errorf("got  %q\nwant %q", got, tc.want)
			}
			for _, s := range append(got, all.Sentences(text.VI)...) {
				if strings.Contains(s, "hunter2") || strings.Contains(s, "19451975") || strings.Contains(s, "%") {
					t.Errorf("a secret or a gap stands in %q", s)
				}
			}
		})
	}
}

func TestRouteKeys(t *testing.T) {
	cfg, err := Load(Inputs{Flags: map[string]string{"config": write(t, handOver+openCPS+"[[route]]\nmatch = \"g09.*\"\nsystems = [\"o\", \"p\"]\nask = \"all\"\ntimeout = \"4s\"\n")}})
	if err != nil {
		t.Fatal(err)
	}
	want := []Route{{Match: "G09.*", Systems: []string{"o", "p"}, Ask: AskAll, Timeout: 4 * time.Second}}
	if !reflect.DeepEqual(cfg.EffectiveRoutes(), want) {
		t.Errorf("got %+v, want %+v", cfg.EffectiveRoutes(), want)
	}
	none, err := Load(Inputs{Flags: map[string]string{"config": write(t, handOver+"[[route]]\nmatch = \"*\"\nsystems = [\"p\"]\ntimeout = \"0s\"\n")}})
	if err != nil || none.Routes[0].Timeout != 0 {
		t.Errorf("a time that is left to the system: %v", err)
	}
	var b strings.Builder
	if err := cfg.Write(&b, text.VI); err != nil || !strings.Contains(b.String(), "systems = [\"o\", \"p\"]\nask = \"all\"\ntimeout = \"4s\"\n") {
		t.Errorf("%v\n%s", err, &b)
	}
}
