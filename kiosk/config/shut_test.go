//go:build unix

package config

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"motcua/client/clienttest/badtls"
)

// Each row is a file with a secret that another account can, or cannot, read or change.
func TestSecretsThatOthersReach(t *testing.T) {
	dir := t.TempDir()
	secret := func(name string, mode os.FileMode) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("hunter2\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		return path
	}
	writable := badtls.NewAuthority(t).File(dir)
	if err := os.Chmod(writable, 0o646); err != nil {
		t.Fatal(err)
	}
	open, shut := secret("open", 0o644), secret("shut", 0o600)
	outside := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(shut, outside); err != nil {
		t.Fatal(err)
	}
	const igate = "[[system]]\nid = \"g\"\nkind = \"igate\"\nurl = \"https://g.example\"\nsso = \"https://sso.example\"\nclient_id = \"me\"\n"
	const pin = "[kiosk]\npin_hash = \"$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"\n"
	for _, tc := range []struct {
		name, doc string
		mode      os.FileMode // of the configuration file
		want      string      // a part of the message; "": no problem
	}{
		{"a password in a file that others read", systemOf("a") + "password = \"hunter2\"\n", 0o644, "config.toml: other accounts on this machine can read it (mode 0644). Run: chmod 600 "},
		{"a password in a file that others write", systemOf("a") + "password = \"hunter2\"\n", 0o620, "other accounts on this machine can change it (mode 0620). Run: chmod go-w "},
		{"a password in a shut file", systemOf("a") + "password = \"hunter2\"\n", 0o600, ""},
		{"a client's secret", igate + "client_secret = \"hunter2\"\n", 0o644, "other accounts on this machine can read it"},
		{"a PIN", pin, 0o644, "other accounts on this machine can read it"},
		{"a PIN in a shut file", pin, 0o600, ""},
		{"no secret", "[place]\nname = \"A\"\n", 0o644, ""},
		{"a password below a variable", nationalURL + "proxy = \"http://u:hunter2@proxy.example\"\n", 0o644, "a password belongs in a file"},
		{"a password file that others read", systemOf("a") + "password_file = '" + open + "'\n", 0o644, ", line 6: a password belongs in a file that nobody else may read or write. " + open + ": other accounts"},
		{"a shut password file", systemOf("a") + "password_file = '" + shut + "'\n", 0o644, ""},
		{"a password file that is a link to elsewhere", systemOf("a") + "password_file = '" + outside + "'\n", 0o644, outside + ": this is a link that leaves its folder, to " + shut},
		{"a file with a client's secret that others read", igate + "client_secret_file = '" + open + "'\n", 0o644, open + ": other accounts on this machine can read it"},
		{"authorities that others write", systemOf("a") + "password_env = \"PW\"\nca_file = '" + writable + "'\n", 0o644, `key "system.ca_file" takes a file that nobody else may write. ` + writable + ": other accounts on this machine can change it (mode 0646)"},
		{"a credential that others read", systemOf("a") + "password_credential = \"open\"\n", 0o644, "a password belongs in a file that nobody else may read or write. " + open},
		{"a credential", systemOf("a") + "password_credential = \"shut\"\n", 0o644, ""},
		{"a password in a variable", systemOf("a") + "password_env = \"PW\"\n", 0o644, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			file := write(t, tc.doc)
			if err := os.Chmod(file, tc.mode); err != nil {
				t.Fatal(err)
			}
			_, err := Load(Inputs{Flags: map[string]string{"config": file}, Getenv: env(map[string]string{"PW": "from env", "CREDENTIALS_DIRECTORY": dir, "MOTCUA_NATIONAL_PROXY": "none"})})
			switch {
			case tc.want == "" && err != nil:
				t.Errorf("refused: %v", err)
			case tc.want != "" && (err == nil || !strings.Contains(err.Error(), tc.want)):
				t.Errorf("got %v, want %q", err, tc.want)
			case err != nil && strings.Contains(err.Error(), "hunter2"):
				t.Errorf("the password is told: %v", err)
			}
		})
	}
}

// A shell's pipe is in no folder that others could write to.
func TestConfigFromAPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- os.WriteFile(pipe, []byte(systemOf("a")+"password = \"hunter2\"\n"), 0o600) }()
	if _, err := Load(Inputs{Flags: map[string]string{"config": pipe}}); err != nil {
		t.Error(err)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
}
