package deploy

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"motcua/client/clienttest"
	"motcua/kiosk/config"
	"motcua/kiosk/server"
	"motcua/tui/text"
)

const binary = "/usr/local/bin/motcua"

func filesOf(t *testing.T) map[string]File {
	t.Helper()
	files, err := Server(binary)
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]File{}
	for _, f := range files {
		byName[f.Name] = f
	}
	return byName
}

// unit parses a systemd unit as systemd.syntax(7) describes it: settings by section, a key
// may appear more than once.
func unit(t *testing.T, body string) map[string][]string {
	t.Helper()
	settings := map[string][]string{}
	section, explained := "", false
	for n, line := range strings.Split(body, "\n") {
		switch {
		case line == "":
			explained = false
		case strings.HasPrefix(line, "#"):
			explained = true
		case strings.HasPrefix(line, "["):
			section = strings.Trim(line, "[]")
		default:
			key, value, ok := strings.Cut(line, "=")
			if !ok || section == "" || strings.ContainsAny(key, " \t") {
				t.Errorf("line %d is no setting: %q", n+1, line)
			}
			if !explained && section == "Service" {
				t.Errorf("line %d has no comment above it: %q", n+1, line)
			}
			settings[section+"."+key] = append(settings[section+"."+key], value)
		}
	}
	return settings
}

func TestUnit(t *testing.T) {
	set := unit(t, filesOf(t)["motcua.service"].Body)
	for key, want := range map[string]string{
		"Service.ExecStart": binary + " serve", "Service.User": "motcua", "Service.Group": "motcua", "Unit.StartLimitIntervalSec": "0", "Service.StateDirectory": "motcua", "Service.StateDirectoryMode": "0700",
		"Service.ProtectSystem": "strict", "Service.ProtectHome": "yes", "Service.NoNewPrivileges": "yes", "Service.CapabilityBoundingSet": "",
		"Service.PrivateTmp": "yes", "Service.PrivateDevices": "yes", "Service.RestrictAddressFamilies": "AF_INET AF_INET6",
		"Service.MemoryDenyWriteExecute": "yes", "Service.SystemCallArchitectures": "native", "Service.UnsetEnvironment": "TEA_TRACE",
		"Service.LimitCORE": "0", "Service.MemorySwapMax": "0", "Install.WantedBy": "multi-user.target",
	} {
		if got := set[key]; !slices.Contains(got, want) {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	if got := set["Service.SystemCallFilter"]; !slices.Equal(got, []string{"@system-service", "~@privileged @resources"}) {
		t.Errorf("system calls %q", got)
	}
	// systemctl reload reports a bad file itself: the signal comes after the check.
	if got, want := set["Service.ExecReload"], []string{binary + " config check ${MOTCUA_CONFIG}", "/bin/kill -HUP $MAINPID"}; !slices.Equal(got, want) {
		t.Errorf("reload by %q, want %q", got, want)
	}
	if len(set["Service.MemoryMax"]) != 1 {
		t.Error("memory is not bounded")
	}
	for key, values := range set {
		if len(values) > 1 && !slices.Contains([]string{"Service.Environment", "Service.ExecReload", "Service.SystemCallFilter"}, key) {
			t.Errorf("%s stands %d times", key, len(values))
		}
	}
}

// systemd's own programs find no fault, where they are installed.
func TestUnitBySystemd(t *testing.T) {
	analyze := clienttest.Program(t, "systemd-analyze", "systemd does not read the unit")
	// The program that the unit names must exist, so the test uses its own.
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	files, err := Server(self)
	if err != nil {
		t.Skipf("the test binary lies in a folder whose name a unit cannot hold: %v", err)
	}
	dir := t.TempDir()
	if _, err := Write(dir, files); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "motcua.service")
	if out, err := exec.Command(analyze, "verify", "--man=no", name).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("verify: %v\n%s", err, out)
	}
	// The exposure is given in tenths: 10.0 is an ordinary service, below 2.0 is "OK".
	out, err := exec.Command(analyze, "security", "--offline=true", "--threshold=20", name).CombinedOutput()
	if strings.Contains(string(out), "unrecognized option") {
		t.Skip("systemd-analyze is older than 250 here and rates running units alone, so nothing looks at how much the unit may do on its machine; Debian 12 has a newer one")
	}
	if err != nil {
		lines := strings.Split(strings.TrimSpace(string(out)), "\n")
		t.Errorf("security: %v: %s", err, lines[len(lines)-1])
	}
}

// The example parses without a warning, and so do its commented lines.
func TestExampleConfig(t *testing.T) {
	body := filesOf(t)["config.toml"].Body
	for _, doc := range []string{body, strings.NewReplacer("\n# url =", "\nurl =", "\n# contact =", "\ncontact =", "\n# staff_keys =", "\nstaff_keys =").Replace(body)} {
		name := filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(name, []byte(doc), 0o600); err != nil {
			t.Fatal(err)
		}
		cfg, err := config.Load(config.Inputs{Flags: map[string]string{"config": name}})
		if err != nil {
			t.Fatalf("%v\n%s", err, doc)
		}
		if cfg.Server.Listen != ":2222" || cfg.Server.LogFormat != server.LogJSON {
			t.Errorf("server %+v", cfg.Server)
		}
	}
}

// The program reads each variable of the example.
func TestExampleVariables(t *testing.T) {
	var environ []string
	for line := range strings.Lines(filesOf(t)["motcua.env"].Body) {
		if kv, ok := strings.CutPrefix(strings.TrimSpace(line), "#MOTCUA_"); ok {
			environ = append(environ, "MOTCUA_"+kv)
		}
	}
	if len(environ) < 3 {
		t.Errorf("only %q", environ)
	}
	for _, p := range config.UnknownEnv(environ) {
		t.Error(p.Sentence(text.EN))
	}
}

func TestReadmeNamesEveryFile(t *testing.T) {
	files := filesOf(t)
	readme := files[Readme].Body
	for name, f := range files {
		if !strings.Contains(readme, name) && name != Readme {
			t.Errorf("%s is not told", name)
		}
		if strings.Contains(f.Body, "@BINARY@") {
			t.Errorf("%s names no program", name)
		}
	}
}

func TestWriteOverwritesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	files, err := Server(binary)
	if err != nil {
		t.Fatal(err)
	}
	names, err := Write(dir, files)
	if err != nil || len(names) != len(files) {
		t.Fatalf("%q, %v", names, err)
	}
	if info, err := os.Stat(filepath.Join(dir, "motcua.env")); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the variables have mode %v: %v", info.Mode(), err)
	}
	mine := filepath.Join(dir, "motcua.service")
	if err := os.WriteFile(mine, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		if n != mine {
			_ = os.Remove(n)
		}
	}
	names, err = Write(dir, files)
	var bad *FileError
	if !errors.As(err, &bad) || !errors.Is(err, fs.ErrExist) || bad.Name != mine || len(names) != 0 {
		t.Errorf("wrote %q, error %v", names, err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("half of it was written: %v", entries)
	}
}

func TestServerWantsAPlainPath(t *testing.T) {
	for _, p := range []string{"motcua", "", "/opt/my programs/motcua", "/opt/%n", "/opt/a\nb", "/opt/$X"} {
		if _, err := Server(p); err == nil {
			t.Errorf("%q was taken", p)
		}
	}
}
