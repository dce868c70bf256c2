package deploy

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// Units and the unit files say the same.
func TestUnitsAreThoseOfTheFiles(t *testing.T) {
	kiosk, err := Kiosk(binary, "/usr/local/lib/motcua")
	if err != nil {
		t.Fatal(err)
	}
	server, err := Server(binary)
	if err != nil {
		t.Fatal(err)
	}
	bodies := map[string]string{}
	for _, f := range append(server, kiosk...) {
		bodies[f.Name] = f.Body
	}
	if n := len(Units()); n != 2 {
		t.Errorf("%d services", n)
	}
	for _, u := range Units() {
		lines := strings.Split(bodies[u.Name+".service"], "\n")
		want := []string{"User=" + u.User, "StateDirectory=" + u.Name, "StateDirectoryMode=0700", "UMask=0077", "Environment=MOTCUA_CONFIG=" + u.Config}
		for _, w := range want {
			if !slices.Contains(lines, w) {
				t.Errorf("%s: its unit has no line %s", u.Name, w)
			}
		}
	}
}

func TestRunAsTheService(t *testing.T) {
	got := Units()[0].Run(binary, []string{"h55.password"}, "doctor")
	want := "systemd-run --pipe --wait --collect --quiet -p User=motcua -p StateDirectory=motcua -p StateDirectoryMode=0700 -p UMask=0077" +
		" -p LoadCredential=h55.password:/etc/motcua/h55.password -E MOTCUA_CONFIG=/etc/motcua/config.toml /usr/local/bin/motcua doctor"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	u := Units()[1]
	u.Config = "/etc/mot cua/it's.toml"
	if got := u.Run("/opt/my programs/motcua", nil, "sync"); !strings.HasSuffix(got, ` -E 'MOTCUA_CONFIG=/etc/mot cua/it'\''s.toml' '/opt/my programs/motcua' sync`) {
		t.Errorf("got %s", got)
	}
}

// Root who looks at the configuration of a service sees the service's folder.
func TestOfService(t *testing.T) {
	base := t.TempDir()
	env := map[string]string{"HOME": "/root"}
	getenv := func(name string) string { return env[name] }
	folder := func(config string) string { return OfService(getenv, config, base)("STATE_DIRECTORY") }
	const server = "/etc/motcua/config.toml"
	if got := folder(server); got != "" {
		t.Errorf("the service was never started: %q", got)
	}
	dir := filepath.Join(base, "motcua")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if got := folder(server); got != dir {
		t.Errorf("got %q, want %q", got, dir)
	}
	if got := OfService(getenv, server, base)("HOME"); got != "/root" {
		t.Errorf("HOME is %q", got)
	}
	for _, other := range []string{"", "/home/officer/.config/motcua/config.toml", "/etc/motcua/kiosk/config.toml"} {
		if got := folder(other); got != "" {
			t.Errorf("with %q: %q", other, got)
		}
	}
	env["STATE_DIRECTORY"] = "/srv/motcua"
	if got := folder(server); got != "/srv/motcua" {
		t.Errorf("a folder that was named: %q", got)
	}
}

func TestUnitsBeside(t *testing.T) {
	base := t.TempDir()
	names := func(own string) (list []string) {
		for _, u := range UnitsBeside(base, own) {
			list = append(list, u.Name)
		}
		return list
	}
	if got := names("/home/officer/.local/state/motcua"); got != nil {
		t.Errorf("no service: %q", got)
	}
	// A link into a folder that only root may enter.
	private := filepath.Join(base, "private")
	if err := os.MkdirAll(filepath.Join(private, "motcua"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(private, "motcua"), filepath.Join(base, "motcua")); err != nil {
		t.Skipf("this account may make no links: %v", err)
	}
	if err := os.Mkdir(filepath.Join(base, "motcua-kiosk"), 0o700); err != nil {
		t.Fatal(err)
	}
	if got, want := names("/home/officer/.local/state/motcua"), []string{"motcua", "motcua-kiosk"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := names(filepath.Join(private, "motcua")), []string{"motcua-kiosk"}; !reflect.DeepEqual(got, want) {
		t.Errorf("its own, by the other name: got %q, want %q", got, want)
	}
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		return // root may enter every folder
	}
	if err := os.Chmod(private, 0); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(private, 0o700) }()
	if got, want := names("/home/a/.local/state/motcua"), []string{"motcua", "motcua-kiosk"}; !reflect.DeepEqual(got, want) {
		t.Errorf("a folder that is shut is there: got %q, want %q", got, want)
	}
}
