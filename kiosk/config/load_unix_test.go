//go:build unix

package config

import (
	"os"
	"path/filepath"
	"testing"

	"motcua/client/clienttest"
)

func TestSearchPath(t *testing.T) {
	named := write(t, "[place]\nname = \"named\"\n")
	home, xdg := t.TempDir(), t.TempDir()
	for dir, name := range map[string]string{filepath.Join(home, ".config"): "home", xdg: "xdg"} {
		if err := os.MkdirAll(filepath.Join(dir, "motcua"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "motcua", "config.toml"), []byte("[place]\nname = \""+name+"\"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	system := write(t, "[place]\nname = \"system\"\n")
	for _, tc := range []struct {
		want  string
		flags map[string]string
		env   map[string]string
	}{
		{"named", map[string]string{"config": named}, map[string]string{"MOTCUA_CONFIG": system, "HOME": home}},
		{"named", nil, map[string]string{"MOTCUA_CONFIG": named, "XDG_CONFIG_HOME": xdg}},
		{"xdg", nil, map[string]string{"XDG_CONFIG_HOME": xdg, "HOME": home}},
		{"home", nil, map[string]string{"HOME": home}},
		{"home", nil, map[string]string{"XDG_CONFIG_HOME": "here", "HOME": home}}, // a relative folder is ignored
		{"system", nil, map[string]string{"HOME": t.TempDir()}},
		{"system", nil, nil},
	} {
		cfg, err := Load(Inputs{Flags: tc.flags, Getenv: env(tc.env), SystemFile: system})
		if err != nil || cfg.Place.Name != tc.want {
			t.Errorf("flags %v env %v: %q, %v; want %q", tc.flags, tc.env, cfg.Place.Name, err, tc.want)
		}
	}
}

func TestAFileWithoutPermission(t *testing.T) {
	if !clienttest.BoundByModes(t) {
		return
	}
	locked := write(t, "")
	if err := os.Chmod(locked, 0); err != nil {
		t.Fatal(err)
	}
	unreadable(t, locked, "không được phép đọc tệp này.", "no permission to read this file.")
}
