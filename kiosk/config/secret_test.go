package config

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"motcua/tui/text"
)

// withCredentials has one system of each kind with a secret, on lines 1 and 7.
var withCredentials = systemOf("a") + "password_credential = \"a.password\"\n" +
	strings.Replace(iGate, `client_secret = "hunter2"`, `client_secret_credential = "i.secret"`, 1)

// Inside the service a credential is read like a file.
func TestCredentials(t *testing.T) {
	dir := t.TempDir()
	for name, body := range map[string]string{"a.password": "hunter2\n", "i.secret": "hunter3"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o400); err != nil {
			t.Fatal(err)
		}
	}
	cfg, err := Load(Inputs{Flags: map[string]string{"config": write(t, withCredentials)}, Getenv: env(map[string]string{"CREDENTIALS_DIRECTORY": dir})})
	if err != nil {
		t.Fatal(err)
	}
	if got := []string{cfg.Systems[0].Secrets["password"].Reveal(), cfg.Systems[1].Secrets["client_secret"].Reveal()}; !reflect.DeepEqual(got, []string{"hunter2", "hunter3"}) {
		t.Errorf("read %q", got)
	}
	if cfg.secretInFile || len(cfg.Outside()) != 0 || cfg.Systems[0].Outside() != nil {
		t.Error("nothing stands in the file, nothing is out of reach")
	}
	var b strings.Builder
	if err := cfg.Write(&b, text.VI); err != nil || !strings.Contains(b.String(), `password_credential = "a.password"`) || strings.Contains(b.String(), "hunter") {
		t.Errorf("%v\n%s", err, &b)
	}
}

// Outside the service there are no credentials. The file is valid all the same, and whoever
// needs a credential reports that it is missing.
func TestCredentialsOutsideTheService(t *testing.T) {
	file := write(t, withCredentials)
	cfg, err := Load(Inputs{Flags: map[string]string{"config": file}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range cfg.Outside() {
		got = append(got, strings.TrimPrefix(p.Sentence(text.EN), file))
	}
	want := []string{
		`, line 6: key "system.password_credential": the credential "a.password" is there only inside the systemd service, and not here.`,
		`, line 13: key "system.client_secret_credential": the credential "i.secret" is there only inside the systemd service, and not here.`,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if !reflect.DeepEqual(cfg.Systems[0].Outside(), []string{"a.password"}) || !reflect.DeepEqual(cfg.Systems[1].Outside(), []string{"i.secret"}) {
		t.Errorf("%q, %q", cfg.Systems[0].Outside(), cfg.Systems[1].Outside())
	}
	if cfg.secretInFile {
		t.Error("no secret stands in the file")
	}
}

func TestBadCredentials(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "empty"), nil, 0o400); err != nil {
		t.Fatal(err)
	}
	inside := map[string]string{"CREDENTIALS_DIRECTORY": dir}
	for _, tt := range []struct {
		name, doc string
		env       map[string]string
		want      string
	}{
		{"not given to the service", systemOf("a") + "password_credential = \"none\"\n", inside, `, line 6: key "system.password_credential": this service has no credential "none", or it is empty. Add a line LoadCredential=none:/path to the service.`},
		{"empty", systemOf("a") + "password_credential = \"empty\"\n", inside, `, line 6: key "system.password_credential": this service has no credential "empty", or it is empty. Add a line LoadCredential=empty:/path to the service.`},
		{"a path", systemOf("a") + "password_credential = \"../etc/passwd\"\n", inside, `, line 6: key "system.password_credential" takes the name of a credential such as "h55.password", with a line LoadCredential in the service, but it is "../etc/passwd".`},
		{"a path, outside", systemOf("a") + "password_credential = \"/run/x\"\n", nil, `, line 6: key "system.password_credential" takes the name of a credential such as "h55.password", with a line LoadCredential in the service, but it is "/run/x".`},
		{"and a password", complete("a") + "password_credential = \"p\"\n", inside, `, line 6: key "system.password" takes only one of password, password_file, password_env, password_credential.`},
		{"for OpenCPS", openCPS + "password_credential = \"p\"\n", inside, `, line 5: key "system.password_credential" is not for kind = "opencps"; that kind takes id, name, kind, url, group_id, path, page, code_field, steps_call, steps_at, steps_name, steps_unit, steps_state, proxy, ca_file, timeout.`},
	} {
		if got := sentences(t, tt.doc, tt.env, text.EN); len(got) != 1 || got[0] != tt.want {
			t.Errorf("%s: got  %q\nwant %q", tt.name, got, tt.want)
		}
	}
	var all *Error
	if _, err := Load(Inputs{Flags: map[string]string{"config": write(t, systemOf("a")+"password_credential = \"none\"\n")}, Getenv: env(inside)}); !errors.As(err, &all) || !strings.Contains(all.Sentences(text.VI)[0], "dịch vụ này không được trao mật khẩu") {
		t.Errorf("%v", err)
	}
}
