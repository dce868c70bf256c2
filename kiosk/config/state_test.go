package config

import "testing"

func TestStateDir(t *testing.T) {
	for _, c := range []struct {
		name string
		env  map[string]string
		want State
	}{
		{"the base directory", map[string]string{"XDG_STATE_HOME": "/var/state", "HOME": "/home/a"}, "/var/state/motcua"},
		{"home", map[string]string{"HOME": "/home/a"}, "/home/a/.local/state/motcua"},
		{"a relative path counts as none", map[string]string{"XDG_STATE_HOME": "state", "HOME": "/home/a"}, "/home/a/.local/state/motcua"},
		{"no place at all", nil, ""},
		{"of a service of systemd", map[string]string{"STATE_DIRECTORY": "/var/lib/motcua:/var/lib/other", "XDG_STATE_HOME": "/s", "HOME": "/h"}, "/var/lib/motcua"},
		{"a service without a path", map[string]string{"STATE_DIRECTORY": "motcua", "XDG_STATE_HOME": "/s"}, "/s/motcua"},
	} {
		if got := StateDir(func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Without a folder there is no file; a configured file takes precedence over the folder.
func TestFilesOfTheState(t *testing.T) {
	home := func(name string) string { return map[string]string{"XDG_STATE_HOME": "/home/a"}[name] }
	if got := State("").File(BudgetsName); got != "" {
		t.Errorf("without a folder: %q", got)
	}
	c := Defaults()
	if got := c.HostKeyFile(c.ServerState(home)); got != "/home/a/motcua/"+HostKeyName {
		t.Errorf("as nobody configured it: %q", got)
	}
	c.Server.StateDir = "/srv/motcua"
	if got := c.HostKeyFile(c.ServerState(home)); got != "/srv/motcua/"+HostKeyName {
		t.Errorf("in the server's folder: %q", got)
	}
	c.Server.HostKey = "/etc/motcua/key"
	if got := c.HostKeyFile(c.ServerState(home)); got != "/etc/motcua/key" {
		t.Errorf("a key of its own: %q", got)
	}
}
