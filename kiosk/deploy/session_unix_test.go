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
		compositor         string // that is asked for
	}{
		{"left by staff", "exit 0", `shift; while [ "$1" != sh ]; do shift; done; "$@"`, true, "cage"},
		{"killed", "kill -9 $$", `while [ "$1" != sh ]; do shift; done; "$@"`, false, "cage"},
		{"ended by a signal", "exit 143", `while [ "$1" != sh ]; do shift; done; "$@"`, false, "cage"},
		{"the terminal is broken", "exit 0", "exit 230", false, "cage"},
		{"by sway where it is installed", "exit 0", `while [ "$1" != sh ]; do shift; done; "$@"`, true, "auto"},
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
			// They end with 0 whatever happened.
			script("cage", `[ "$KIOSK_COMPOSITOR" = cage ] && [ "$1 $2" = "-d --" ] || exit 9; shift 2; "$@"; exit 0`)
			script("sway", `[ "$KIOSK_COMPOSITOR" = auto ] || exit 9; $KIOSK_FOOT sh -c "$KIOSK_INSIDE"; exit 0`)
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
			cmd.Env = append(cmd.Environ(), "PATH="+dir+string(os.PathListSeparator)+"/usr/bin:/bin", "RUNTIME_DIRECTORY="+dir, "TMP_SEEN="+seen, "KIOSK_COMPOSITOR="+tc.compositor)
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

// The size of the letters is set through sway, or by a sequence for an xterm that was started for
// it; elsewhere the program says that it cannot.
func TestKioskLetters(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "kiosk-letters")
	for file, body := range map[string]string{
		name:                          kioskFiles(t)["kiosk-letters"].Body,
		filepath.Join(dir, "swaymsg"): "#!/bin/sh\necho \"$*\"\n",
	} {
		if err := os.WriteFile(file, []byte(body), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	sway, xterm := "SWAYSOCK=/run/sway", "XTERM_VERSION=XTerm(379) KIOSK_FONT=Mono KIOSK_SIZE=28"
	for _, tc := range []struct {
		environ, arg string
		want         string
		good         bool
	}{
		{sway, "", "-q -t get_version\n", true},
		{sway, "100", "-q output * scale 1.00\n", true},
		{sway, "108", "-q output * scale 1.08\n", true},
		{sway, "200", "-q output * scale 2.00\n", true},
		{xterm, "", "", true},
		{xterm, "116", "\x1b]50;Mono:size=32\a\x1b[4;0;0t", true},
		{xterm, "100", "\x1b]50;Mono:size=28\a\x1b[4;0;0t", true},
		{"XTERM_VERSION=XTerm(379)", "", "", false},
		{"", "", "", false},
		{sway, "1; exit 0", "", false},
		{sway, "-5", "", false},
		{sway, "10000", "", false},
	} {
		cmd := exec.Command("sh", name)
		if tc.arg != "" {
			cmd.Args = append(cmd.Args, tc.arg)
		}
		cmd.Env = append(strings.Fields(tc.environ), "PATH="+dir+":/usr/bin:/bin")
		out, err := cmd.Output()
		if string(out) != tc.want || (err == nil) != tc.good {
			t.Errorf("%q %q: got %q, %v", tc.environ, tc.arg, out, err)
		}
	}
}
