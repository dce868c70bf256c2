//go:build unix

package deploy

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Debian and the rpm world tell the scripts by different words what happens.
func TestScriptsOfThePackage(t *testing.T) {
	for _, tc := range []struct {
		script string
		args   []string
		says   string   // expected on standard output; "": nothing
		calls  []string // of systemctl, where systemd runs
	}{
		{"after-install", []string{"configure", ""}, "enable --now motcua", []string{"daemon-reload"}},
		{"after-install", []string{"1"}, "enable --now motcua", []string{"daemon-reload"}},
		{"after-install", []string{"configure", "0.9"}, "", []string{"daemon-reload", "try-restart motcua.service"}},
		{"after-install", []string{"2"}, "", []string{"daemon-reload", "try-restart motcua.service"}},
		{"before-remove", []string{"remove"}, "", []string{"disable --now motcua.service"}},
		{"before-remove", []string{"0"}, "", []string{"disable --now motcua.service"}},
		{"before-remove", []string{"upgrade", "1.0"}, "", nil},
		{"before-remove", []string{"1"}, "", nil},
		{"after-remove", []string{"remove"}, "", []string{"daemon-reload"}},
		{"after-remove", []string{"0"}, "", []string{"daemon-reload"}},
	} {
		t.Run(tc.script+" "+strings.Join(tc.args, " "), func(t *testing.T) {
			dir := t.TempDir()
			log := filepath.Join(dir, "calls")
			if err := os.WriteFile(filepath.Join(dir, "systemctl"), []byte("#!/bin/sh\necho \"$*\" >> '"+log+"'\n"), 0o700); err != nil {
				t.Fatal(err)
			}
			// A folder of the test stands for the one that says that systemd runs.
			body := strings.ReplaceAll(content(t, "package/"+tc.script), "/run/systemd/system", dir)
			cmd := exec.Command("/bin/sh", append([]string{"-c", "PATH='" + dir + "':$PATH\n" + body, tc.script}, tc.args...)...)
			var said bytes.Buffer
			cmd.Stdout, cmd.Stderr = &said, &said
			if err := cmd.Run(); err != nil {
				t.Fatalf("%v\n%s", err, &said)
			}
			if got := said.String(); (got == "") != (tc.says == "") || !strings.Contains(got, tc.says) {
				t.Errorf("it says %q", got)
			}
			made, _ := os.ReadFile(log)
			if got := strings.FieldsFunc(string(made), func(r rune) bool { return r == '\n' }); !slices.Equal(got, tc.calls) {
				t.Errorf("it calls %q, want %q", got, tc.calls)
			}
		})
	}
}
