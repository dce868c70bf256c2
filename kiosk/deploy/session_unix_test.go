//go:build unix

package deploy

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The session ends with success only when the interface was left on purpose. A script plays
// a compositor that does not report how its program ended.
func TestKioskSession(t *testing.T) {
	for _, tc := range []struct {
		name, motcua, foot string
		good               bool
		cage               string // its version; a compositor with another name is sway
	}{
		{"left by staff", "exit 0", `shift; while [ "$1" != sh ]; do shift; done; "$@"`, true, "Cage version 0.2.0"},
		{"killed", "kill -9 $$", `while [ "$1" != sh ]; do shift; done; "$@"`, false, "Cage version 0.2.0"},
		{"ended by a signal", "exit 143", `while [ "$1" != sh ]; do shift; done; "$@"`, false, "Cage version 0.2.0"},
		{"the terminal is broken", "exit 0", "exit 230", false, "Cage version 0.2.0"},
		{"by sway on Debian 12", "exit 0", `while [ "$1" != sh ]; do shift; done; "$@"`, true, "Cage version 0.1.4"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			dir := t.TempDir()
			script := func(name, body string) {
				if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+body+"\n"), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			script("motcua", tc.motcua)
			script("foot", `case "$*" in *--check-config*) case "$*" in *config=/etc*) exit 230;; *osc52=disabled*) ;; *quote*|*mouse=*|*font-*crease*) exit 230;; esac; exit 0;; esac`+"\n"+
				`echo "$*" >> "$TMP_SEEN"`+"\n"+tc.foot)
			// It ends with 0 whatever happened. Touch does nothing with the old version.
			script("cage", `[ "$1" = -v ] && echo "`+tc.cage+`" && exit; case "`+tc.cage+`" in *0.1*) exit 9;; esac; [ "$1 $2" = "-d --" ] || exit 9; shift 2; "$@"; exit 0`)
			script("sway", `case "`+tc.cage+`" in *0.2*) exit 9;; esac; $KIOSK_FOOT sh -c "$KIOSK_INSIDE"; exit 0`)
			files, err := Kiosk(filepath.Join(dir, "motcua"), dir)
			if err != nil {
				t.Skipf("the folder for tests has a name that a unit cannot hold: %v", err)
			}
			i := slices.IndexFunc(files, func(f File) bool { return f.Name == "kiosk-session" })
			name := filepath.Join(dir, "kiosk-session")
			if err := os.WriteFile(name, []byte(files[i].Body), 0o700); err != nil {
				t.Fatal(err)
			}
			seen := filepath.Join(dir, "seen")
			cmd := exec.Command("sh", name)
			cmd.Env = append(cmd.Environ(), "PATH="+dir+string(os.PathListSeparator)+"/usr/bin:/bin", "RUNTIME_DIRECTORY="+dir, "TMP_SEEN="+seen)
			if err := os.WriteFile(filepath.Join(dir, "left"), nil, 0o600); err != nil { // from an earlier run
				t.Fatal(err)
			}
			if out, err := cmd.CombinedOutput(); (err == nil) != tc.good {
				t.Errorf("ended with %v\n%s", err, out)
			}
			got, _ := os.ReadFile(seen)
			if !strings.Contains(string(got), "--override=security.osc52=disabled") || strings.Contains(string(got), "select-quote") {
				t.Errorf("foot was started with %s", got)
			}
		})
	}
}
