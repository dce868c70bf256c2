//go:build unix

package deploy

import (
	"crypto/tls"
	"crypto/x509"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"motcua/client/clienttest"
	"motcua/kiosk/config/authority"
)

// The first commands of each README work as they stand, in the folder that was written, and
// those of the cluster to the end.
// Programs that change the machine are replaced: install writes below a folder of the test
// and gives files to nobody, the others do nothing.
func TestStepsOfTheReadmes(t *testing.T) {
	for _, tc := range []struct {
		name    string
		files   func(binary, library string) ([]File, error)
		written []string
		all     bool // the steps are in several blocks
	}{
		{"server", func(binary, _ string) ([]File, error) { return Server(binary) }, []string{
			"bin/motcua", "etc/motcua/config.toml", "etc/motcua/motcua.env", "etc/systemd/system/motcua.service",
		}, false},
		{"kiosk", Kiosk, []string{
			"bin/motcua", "etc/motcua/kiosk/config.toml", "lib/kiosk-session", "etc/motcua/kiosk/foot.ini", "etc/systemd/system/motcua-kiosk.service",
			"etc/pam.d/motcua-kiosk", "etc/systemd/system/user-990.slice.d/motcua-kiosk.conf", "etc/udev/rules.d/60-motcua-touch.rules",
		}, false},
		{"cluster", func(binary, _ string) ([]File, error) { return Cluster(binary) }, []string{
			"etc/motcua-cluster/store.conf", "etc/motcua/config.toml", "etc/motcua-cluster/store.key", "etc/motcua-cluster/store.crt", "etc/motcua-cluster/ca.crt",
			"etc/motcua/cluster.key", "etc/motcua/store.password", "etc/motcua/ca.crt", "var/lib/motcua/audit.key", "etc/motcua-cluster/haproxy.cfg",
			"etc/systemd/system/motcua-store.service", "etc/systemd/system/motcua-balancer.service", "etc/systemd/system/motcua.service.d/motcua-cluster.conf",
		}, true},
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
			if tc.all {
				clienttest.Program(t, "openssl", "the store's certificate is not made")
				for _, name := range []string{"ssh_host_ed25519_key", "audit.key"} { // of the first server
					if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o600); err != nil {
						t.Fatal(err)
					}
				}
			}
			for _, below := range []string{"bin", "etc/systemd/system", "etc/pam.d", "etc/motcua", "var/lib/motcua"} {
				if err := os.MkdirAll(filepath.Join(root, below), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			for name, body := range map[string]string{
				"apt-get": "", "adduser": "", "systemctl": "", "journalctl": "", "motcua": "", "reboot": "", "id": "echo 990", "haproxy": "", "socat": "",
				"install": `set -e; n=$#; all=
while [ $n -gt 0 ]; do
	case "$1" in
	-o | -g) shift; n=$((n - 1)) ;;
	"$ROOT"/*) all="$all $1" ;;
	/etc/* | /var/*) all="$all $ROOT$1" ;;
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
			blocks := regexp.MustCompile("(?s)```\n(.*?)```").FindAllStringSubmatch(files[i].Body, -1)
			if blocks == nil {
				t.Fatal("the README has no steps")
			}
			steps := blocks[0][1]
			if tc.all {
				for _, b := range blocks[1:] {
					steps += b[1]
				}
			}
			cmd := exec.Command("/bin/sh", "-e", "-c", "PATH=$PROGRAMS:$PATH\n"+steps)
			cmd.Dir = dir
			cmd.Env = append(cmd.Environ(), "PROGRAMS="+programs, "ROOT="+root)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s\n%s", err, out, steps)
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
			if tc.all {
				storesCertificate(t, filepath.Join(root, "etc/motcua-cluster"))
			}
		})
	}
}

// storesCertificate checks that the servers believe the certificate of the store.
func storesCertificate(t *testing.T, dir string) {
	t.Helper()
	pair, err := tls.LoadX509KeyPair(filepath.Join(dir, "store.crt"), filepath.Join(dir, "store.key"))
	if err != nil {
		t.Fatal(err)
	}
	roots, err := authority.Pool(filepath.Join(dir, "ca.crt"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := pair.Leaf.Verify(x509.VerifyOptions{Roots: roots, DNSName: "10.0.0.20"}); err != nil {
		t.Error(err)
	}
}
