package deploy

import (
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"motcua/client/clienttest"
	"motcua/kiosk/config"
)

const library = "/usr/local/lib/motcua"

func kioskFiles(t *testing.T) map[string]File {
	t.Helper()
	files, err := Kiosk(binary, library)
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]File{}
	for _, f := range files {
		byName[f.Name] = f
	}
	return byName
}

// Every file is there, filled in, the same each time, and explained in both halves of the
// README.
func TestKioskFiles(t *testing.T) {
	files := kioskFiles(t)
	names := []string{
		"README.md", "config.toml", "fonts.conf", "foot.ini", "kiosk-letters", "kiosk-session", "logind.conf", "modprobe.conf",
		"motcua-kiosk.pam", "motcua-kiosk.service", "scanner.rules", "sway.config", "sysctl.conf", "system.conf", "touch.rules", "user-slice.conf",
	}
	if len(files) != len(names) {
		t.Errorf("%d files, want %d", len(files), len(names))
	}
	if again := kioskFiles(t); !reflect.DeepEqual(again, files) {
		t.Error("another time they are others")
	}
	readme := files[Readme].Body
	for _, name := range names {
		f, ok := files[name]
		if !ok || f.Body == "" {
			t.Errorf("%s is missing", name)
		}
		if blank := regexp.MustCompile(`@[A-Z]+@`).FindString(f.Body); blank != "" {
			t.Errorf("%s: %s is not filled in", name, blank)
		}
		if name != Readme && !strings.Contains(readme, name) {
			t.Errorf("the README does not tell of %s", name)
		}
		want := fs.FileMode(0o644)
		switch name {
		case "kiosk-session", "kiosk-letters":
			want = 0o755
		case "config.toml":
			want = 0o600 // contains the hash of the PIN
		}
		if f.Mode != want {
			t.Errorf("%s has mode %v, want %v", name, f.Mode, want)
		}
	}
	for _, p := range []string{"", "lib", "/opt/a b"} {
		if _, err := Kiosk(binary, p); err == nil {
			t.Errorf("scripts at %q", p)
		}
		if _, err := Kiosk(p, library); err == nil {
			t.Errorf("the program at %q", p)
		}
	}
}

// The Vietnamese and the English half give the same steps, each with what, why and how to
// check.
func TestKioskReadmeExplainsEachStep(t *testing.T) {
	vi, en, ok := strings.Cut(kioskFiles(t)[Readme].Body, "\n# The kiosk")
	if !ok {
		t.Fatal("there is no English half")
	}
	rows := func(s string) (lock, all int) {
		three := regexp.MustCompile(`(?m)^\|[^|\n]+\|[^|\n]+\|[^|\n]+\|$`)
		for _, r := range three.FindAllString(s, -1) {
			all++
			for cell := range strings.SplitSeq(strings.Trim(r, "|"), "|") {
				if strings.TrimSpace(cell) == "" {
					t.Errorf("a step without an explanation: %s", r)
				}
			}
		}
		return all - 2, strings.Count(s, "\n|") // without the heading and the line below it
	}
	viLock, viAll := rows(vi)
	enLock, enAll := rows(en)
	if viLock != enLock || viAll != enAll || viLock < 12 {
		t.Errorf("%d steps and %d rows in Vietnamese, %d and %d in English", viLock, viAll, enLock, enAll)
	}
	for _, piece := range []string{"ctrl-alt-del.target", "kernel.sysrq", "NAutoVTs=0", "srvrkeys:none", "usb-storage", "xwayland"} {
		whole := vi + kioskFiles(t)["modprobe.conf"].Body
		if !strings.Contains(whole, piece) {
			t.Errorf("%s is not told", piece)
		}
	}
}

func TestKioskUnit(t *testing.T) {
	set := unit(t, kioskFiles(t)["motcua-kiosk.service"].Body)
	for key, want := range map[string]string{
		"Service.ExecStart": library + "/kiosk-session", "Service.User": "kiosk", "Service.Restart": "always", "Service.RestartPreventExitStatus": "0",
		"Service.TTYPath": "/dev/tty1", "Service.PAMName": "motcua-kiosk", "Service.StateDirectory": "motcua-kiosk",
		"Service.NoNewPrivileges": "yes", "Service.ProtectSystem": "strict", "Service.ReadWritePaths": "-/run/user -/var/lib/motcua-kiosk-report",
		"Service.InaccessiblePaths": "-/home -/root", "Service.CapabilityBoundingSet": "", "Service.SyslogIdentifier": "motcua-kiosk",
		"Service.UnsetEnvironment": "TEA_TRACE TEA_DEBUG", "Service.LimitCORE": "0",
		"Unit.Conflicts": "getty@tty1.service", "Unit.StartLimitIntervalSec": "0", "Install.WantedBy": "graphical.target",
		"Service.Environment": "MOTCUA_CONFIG=/etc/motcua/kiosk/config.toml",
	} {
		if got := set[key]; !slices.Contains(got, want) {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	for key, why := range map[string]string{
		"Service.ProtectHome":  "hides /run/user, where the compositor has its socket",
		"Unit.OnSuccess":       "starts the log-in prompt at each restart, which ends the screen",
		"Service.ProtectClock": "hides whether the clock is in step",
		"Service.MemoryMax":    "bounds nothing, the log-in moves the processes into the user's slice",
	} {
		if got, there := set[key]; there {
			t.Errorf("%s=%q %s", key, got, why)
		}
	}
	// The doctor and the operator's page read the clock with adjtimex; setting the clock
	// needs a capability.
	if got := set["Service.SystemCallFilter"]; !slices.Equal(got, []string{"@system-service", "~@privileged", "adjtimex"}) {
		t.Errorf("system calls %q", got)
	}
	slice := kioskFiles(t)["user-slice.conf"].Body
	for _, want := range []string{"[Slice]\n", "\nMemorySwapMax=0\n", "\nMemoryMax=1G\n"} {
		if !strings.Contains(slice, want) {
			t.Errorf("%q is missing in the slice", want)
		}
	}
}

// systemd's own program finds no fault in the unit, where it is installed.
func TestKioskUnitBySystemd(t *testing.T) {
	analyze := clienttest.Program(t, "systemd-analyze", "systemd does not read the unit")
	dir := t.TempDir()
	files, err := Kiosk(binary, dir)
	if err != nil {
		t.Skipf("the folder for tests has a name that a unit cannot hold: %v", err)
	}
	if _, err := Write(dir, files); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(analyze, "verify", "--man=no", filepath.Join(dir, "motcua-kiosk.service")).CombinedOutput()
	for line := range strings.Lines(string(out)) {
		// These units belong to a whole system, which a container does not have.
		if !strings.Contains(line, "not found") && !strings.Contains(line, "Failed to load") && !strings.Contains(line, "is not executable") {
			t.Errorf("verify: %s (%v)", strings.TrimSpace(line), err)
		}
	}
}

// The terminal program foot accepts its settings, where it is installed; and they leave
// nothing to scroll, copy, open or start.
func TestKioskFoot(t *testing.T) {
	body := kioskFiles(t)["foot.ini"].Body
	for _, want := range []string{"\nlines=0\n", "\nselection-target=none\n", "\nlocked-title=yes\n", "\nspawn-terminal=none\n", "\nshow-urls-launch=none\n", "font=Noto Sans Mono:pixelsize=37"} {
		if !strings.Contains(body, want) {
			t.Errorf("%q is missing", want)
		}
	}
	_, bindings, _ := strings.Cut(body, "[key-bindings]")
	for line := range strings.Lines(bindings) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '[' && line[0] != '#' && !strings.HasSuffix(line, "=none") {
			t.Errorf("a key or button is left: %s", line)
		}
	}
	// A setting that foot 1.13 or 1.21 does not know invalidates the whole file: no
	// override can be tried any more, and the first screen says so.
	for _, strange := range []string{"protocols", "uri-characters", "regex", "osc52", "select-quote", "scrollback-up-mouse", "quit", "resize-by-cells"} {
		if strings.Contains(body, "\n"+strange+"=") {
			t.Errorf("%s= is not known to both", strange)
		}
	}
	foot := clienttest.Program(t, "foot", "the terminal of a kiosk machine does not read its settings")
	name := filepath.Join(t.TempDir(), "foot.ini")
	if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(foot, "--check-config", "--config="+name).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestKioskFontsAreXML(t *testing.T) {
	d := xml.NewDecoder(strings.NewReader(kioskFiles(t)["fonts.conf"].Body))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

// The example configuration parses without a warning, and so do its commented lines.
func TestKioskExampleConfig(t *testing.T) {
	body := kioskFiles(t)["config.toml"].Body
	for _, doc := range []string{body, strings.NewReplacer("\n# url =", "\nurl =", "\n# contact =", "\ncontact =", "\n# pin_hash =", "\npin_hash =").Replace(body)} {
		name := filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(name, []byte(doc), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := config.Load(config.Inputs{Flags: map[string]string{"config": name}}); err != nil {
			t.Errorf("%v\n%s", err, doc)
		}
	}
}

// When root asked for it, the doctor runs before the kiosk, on the same screen.
func TestKioskSessionDoctor(t *testing.T) {
	body := kioskFiles(t)["kiosk-session"].Body
	asked, kiosk := strings.Index(body, "if [ -e /run/motcua-doctor ]"), strings.Index(body, binary+" kiosk")
	if kiosk < 0 || asked < kiosk || !strings.Contains(body, "script -q -c '"+binary+" doctor --kiosk' '$said.raw'; sed") ||
		!strings.Contains(body, "read -r _; $inside") {
		t.Errorf("the doctor cannot be asked for:\n%s", body)
	}
	readme := kioskFiles(t)[Readme].Body
	for _, want := range []string{"touch /run/motcua-doctor", "cat /run/motcua-kiosk/doctor.txt", "rm /run/motcua-doctor", "journalctl -t motcua-kiosk", "/etc/sysctl.d /etc/modprobe.d"} {
		if !strings.Contains(readme, want) {
			t.Errorf("the README lacks %q", want)
		}
	}
}
