package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is wrong with [cluster] is told by its key.
func TestClusterProblems(t *testing.T) {
	dir := t.TempDir()
	key, open, empty := filepath.Join(dir, "cluster.key"), filepath.Join(dir, "open.key"), filepath.Join(dir, "empty.key")
	for name, body := range map[string]string{key: strings.Repeat("0f", 32), open: "x", empty: "\n"} {
		if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(open, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ name, doc, want string }{
		{"no secret", `store = "10.0.0.20:6380"`, `key "cluster.store" takes a file with the secret, as motcua deploy cluster makes it`},
		{"no port", `store = "10.0.0.20"`, `key "cluster.store" takes a host and a port`},
		{"every address", `store = ":6380"`, `key "cluster.store" takes a host and a port`},
		{"no TLS", "store = \"10.0.0.20:6380\"\ntls = false\nkey_file = \"" + key + `"`, `key "cluster.tls" takes true where cluster.store is another machine`},
		{"a secret that others read", "store = \"10.0.0.20:6380\"\nkey_file = \"" + open + `"`, "belongs in a file that nobody else may read"},
		{"an empty secret", "store = \"10.0.0.20:6380\"\nkey_file = \"" + empty + `"`, `key "cluster.key_file" takes a readable file`},
		{"a password that is gone", "store = \"10.0.0.20:6380\"\nkey_file = \"" + key + "\"\npassword_file = \"/nonexistent/password\"", `key "cluster.password_file" takes a readable file`},
		{"no servers", "servers = 0", `key "cluster.servers" takes a whole number from 1 to 64`},
		{"a long wait", `timeout = "1m"`, `key "cluster.timeout" takes a time from "5ms" to "5s"`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := Load(Inputs{Flags: map[string]string{"config": write(t, "[interface]\nlang = \"en\"\n[cluster]\n"+tc.doc+"\n")}})
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("%v, want %s", err, tc.want)
			}
		})
	}
	cfg, err := Load(Inputs{Flags: map[string]string{"config": write(t, "[cluster]\nstore = \"localhost:6380\"\ntls = false\nkey_file = \""+key+"\"\n")}})
	if err != nil {
		t.Fatal(err)
	}
	if o, err := cfg.Cluster.Options(); err != nil || len(o.Secret) != 32 || o.TLS != nil {
		t.Errorf("%+v, %v", o, err)
	}
	if err := os.WriteFile(key, []byte("too short"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := cfg.Cluster.Options(); err == nil || strings.Contains(err.Error(), "too short") {
		t.Errorf("a secret of nine bytes: %v", err)
	}
}
