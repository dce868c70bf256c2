package main

import (
	"bytes"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"motcua/client/clienttest"
	"motcua/kiosk/config"
	"motcua/kiosk/deploy"
	"motcua/kiosk/keyfile"
	"motcua/tui/text"
)

// A configuration that root writes for a service can be read by the service's account, and
// whoever does not have that account yet is told what to run once it is there.
func TestConfigOfRootIsForTheService(t *testing.T) {
	file := filepath.Join(t.TempDir(), "config.toml")
	if err := config.WriteDefault(file); err != nil {
		t.Fatal(err)
	}
	say := func(name, account string) string {
		t.Helper()
		var out bytes.Buffer
		c := &console{out: &out, lang: text.EN}
		if err := c.shareWithService(name, []deploy.Unit{{Name: "motcua", User: account, Config: file}}, true); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	if got := say("/elsewhere/config.toml", "daemon"); got != "" {
		t.Errorf("a file of no service: %q", got)
	}
	if got := say(file, "no-such-account"); !strings.Contains(got, "no account no-such-account") || !strings.Contains(got, "chown root:no-such-account "+file+" && chmod 640 "+file) {
		t.Errorf("no account yet: %q", got)
	}
	t.Run("read by the service's account", func(t *testing.T) {
		clienttest.AsRoot(t, "no file is given to the group of a service, here of daemon")
		daemon, err := user.Lookup("daemon")
		if err != nil {
			t.Skipf("this system has no account to play a service's: %v", err)
		}
		if got := say(file, "daemon"); !strings.Contains(got, "(account daemon) can read it") {
			t.Errorf("an account: %q", got)
		}
		uid, err := strconv.Atoi(daemon.Uid)
		if err != nil {
			t.Fatal(err)
		}
		state := t.TempDir()
		if err := os.Chown(state, uid, -1); err != nil {
			t.Fatal(err)
		}
		for dir := filepath.Dir(file); dir != filepath.Clean(os.TempDir()) && dir != "/"; dir = filepath.Dir(dir) {
			if err := os.Chmod(dir, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		if err := keyfile.OwnerOf(state).Check(file, keyfile.Secret); err != nil {
			t.Errorf("the service: %v", err)
		}
	})
}
