package shared

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestTheStoresAddress(t *testing.T) {
	for s, want := range map[string]bool{
		"kho.example.gov.vn:6380": true, "127.0.0.1:6379": true, "[::1]:6379": true, ":6379": false, "kho.example.gov.vn": false, "": false, "kho:x:y": false,
	} {
		if got := storeAddress.Fits(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// A store needs a secret, and TLS where it is another machine.
func TestWhatAStoreNeeds(t *testing.T) {
	for _, tt := range []struct {
		c         Config
		key, safe bool
	}{
		{Config{}, true, true},
		{Config{KeyFile: "/k"}, true, true},
		{Config{Store: "kho.example.gov.vn:6380"}, false, false},
		{Config{Store: "kho.example.gov.vn:6380", KeyFile: "/k", TLS: true}, true, true},
		{Config{Store: "203.0.113.7:6380", KeyFile: "/k"}, true, false},
		{Config{Store: "localhost:6379", KeyFile: "/k"}, true, true},
		{Config{Store: "127.0.0.1:6379", KeyFile: "/k"}, true, true},
		{Config{Store: "[::1]:6379"}, false, true},
	} {
		if wrong := tt.c.hasKey(); (wrong == nil) != tt.key {
			t.Errorf("%+v: the secret: %+v", tt.c, wrong)
		}
		if wrong := tt.c.isSafe(); (wrong == nil) != tt.safe {
			t.Errorf("%+v: TLS: %+v", tt.c, wrong)
		}
	}
}

func TestOptionsReadTheFiles(t *testing.T) {
	dir := t.TempDir()
	file := func(name, body string, mode os.FileMode) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(body), mode); err != nil {
			t.Fatal(err)
		}
		return path
	}
	digits := strings.Repeat("0a", keySize)
	secret := file("key", digits+"\r\na second line\n", 0o600)
	password := file("password", "a good password\n", 0o600)
	empty := file("empty", "\nbelow\n", 0o600)
	good := Config{Store: "kho.example.gov.vn:6380", KeyFile: secret, PasswordFile: password, Servers: 2, Timeout: time.Second, TLS: true}

	o, err := good.Options()
	if err != nil || o.Addr != good.Store || o.Servers != 2 || o.Timeout != time.Second || len(o.Secret) != keySize || o.Secret[1] != 10 ||
		o.Password != "a good password" || o.TLS == nil || o.TLS.ServerName != "kho.example.gov.vn" {
		t.Errorf("%+v, %v", o, err)
	}
	bare := Config{Store: "localhost:6379", KeyFile: secret}
	if o, err := bare.Options(); err != nil || o.TLS != nil || o.Password != "" {
		t.Errorf("without a password: %+v, %v", o, err)
	}
	for name, change := range map[string]func(*Config){
		"a missing secret":           func(c *Config) { c.KeyFile = filepath.Join(dir, "none") },
		"no secret":                  func(c *Config) { c.KeyFile = "" },
		"a secret that all may read": func(c *Config) { c.KeyFile = file("open", digits, 0o644) },
		"a secret without a line":    func(c *Config) { c.KeyFile = empty },
		"a short secret":             func(c *Config) { c.KeyFile = file("short", digits[2:], 0o600) },
		"a secret of other letters":  func(c *Config) { c.KeyFile = file("letters", "zz"+digits[2:], 0o600) },
		"a missing password":         func(c *Config) { c.PasswordFile = filepath.Join(dir, "none") },
		"a password without a line":  func(c *Config) { c.PasswordFile = empty },
		"a missing authority":        func(c *Config) { c.CAFile = filepath.Join(dir, "none") },
	} {
		c := good
		change(&c)
		if _, err := c.Options(); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	for path, fits := range map[string]bool{"": true, secret: true, password: true, empty: false, filepath.Join(dir, "none"): false, "key": false, dir: false} {
		if wrong := secretFile.Why(path); (wrong == nil) != fits {
			t.Errorf("%q: %+v", path, wrong)
		}
	}
}
