//go:build unix

package deploy

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// The first commands of each README work as they stand, in the folder that was written.
// Programs that change the machine are replaced: install writes below a folder of the test
// and gives files to nobody, the others do nothing.
func TestStepsOfTheReadmes(t *testing.T) {
	for _, tc := range []struct {
		name    string
		files   func(binary, library string) ([]File, error)
		written []string
	}{
		{"server", func(binary, _ string) ([]File, error) { return Server(binary) }, []string{
			"bin/motcua", "etc/motcua/config.toml", "etc/motcua/motcua.env", "etc/systemd/system/motcua.service",
		}},
		{"kiosk", Kiosk, []string{
			"bin/motcua", "etc/motcua/kiosk/config.toml", "lib/kiosk-session", "etc/motcua/kiosk/foot.ini", "etc/systemd/system/motcua-kiosk.service",
			"etc/pam.d/motcua-kiosk", "etc/systemd/system/user-990.slice.d/motcua-kiosk.conf", "etc/udev/rules.d/60-motcua-touch.rules",
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			root, programs := t.TempDir(), t.TempDir()
			files, err := tc.files(filepath.Join(root, "bin", "motcua"), filepath.Join(root, "lib"))
			if err != nil {
				t.Skipf("the folder for tests has a name that a unit cannot hold: %v", err)
			}
			dir := t.TempDir()
			if _, err := Write(dir, files); err != nil {
				t.Fatal(err)
			}
			for _, below := range []string{"bin", "etc/systemd/system", "etc/pam.d"} {
				if err := os.MkdirAll(filepath.Join(root, below), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			for name, body := range map[string]string{
				"apt-get": "", "adduser": "", "systemctl": "", "journalctl": "", "motcua": "", "reboot": "", "id": "echo 990",
				"install": `set -e; n=$#; all=
while [ $n -gt 0 ]; do
	case "$1" in
	-o | -g) shift; n=$((n - 1)) ;;
	"$ROOT"/*) all="$all $1" ;;
	/etc/*) all="$all $ROOT$1" ;;
	*) all="$all $1" ;;
	esac
	shift; n=$((n - 1))
done
command -p install $all`,
			} {
				if err := os.WriteFile(filepath.Join(programs, name), []byte("#!/bin/sh\n"+body+"\n"), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			i := slices.IndexFunc(files, func(f File) bool { return f.Name == Readme })
			steps := regexp.MustCompile("(?s)```\n(.*?)```").FindStringSubmatch(files[i].Body)
			if steps == nil {
				t.Fatal("the README has no steps")
			}
			cmd := exec.Command("/bin/sh", "-e", "-c", "PATH=$PROGRAMS:$PATH\n"+steps[1])
			cmd.Dir = dir
			cmd.Env = append(cmd.Environ(), "PROGRAMS="+programs, "ROOT="+root)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s\n%s", err, out, steps[1])
			}
			for _, name := range tc.written {
				if info, err := os.Stat(filepath.Join(root, name)); err != nil || info.Size() == 0 {
					t.Errorf("%s is not there: %v", name, err)
				}
			}
			// The second is the configuration: the service reads it by its group.
			if info, err := os.Stat(filepath.Join(root, tc.written[1])); err != nil || info.Mode().Perm() != 0o640 {
				t.Errorf("the configuration: %v, %v", info, err)
			}
		})
	}
}
