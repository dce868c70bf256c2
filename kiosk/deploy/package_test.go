package deploy

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"motcua/kiosk/config"
	"motcua/tui/text"
)

func content(t *testing.T, name string) string {
	t.Helper()
	body, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// The package and the service agree on the account, the folder, and who may read what.
func TestPackageFitsTheService(t *testing.T) {
	server := Units()[0]
	list := content(t, "package/nfpm.yaml")
	for _, want := range []string{
		"dst: " + server.Config + "\n    type: config|noreplace\n    file_info: {mode: 0640, owner: root, group: " + server.User + "}",
		"dst: " + server.State(VarLib) + "\n    type: dir\n    file_info: {mode: 0700, owner: " + server.User + ", group: " + server.User + "}",
		"dst: /etc/motcua/motcua.env\n    type: config|noreplace\n    file_info: {mode: 0600, owner: root, group: root}",
		"dst: /usr/lib/systemd/system/" + server.Name + ".service",
	} {
		if !strings.Contains(list, want) {
			t.Errorf("the package lacks\n%s", want)
		}
	}
	for _, script := range regexp.MustCompile(`(?m)^  \w+: kiosk/deploy/(package/\S+)$`).FindAllStringSubmatch(list, -1) {
		if info, err := os.Stat(script[1]); err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o111 == 0 {
			t.Errorf("%s: %v", script[1], err)
		}
	}
	before := content(t, "package/before-install")
	for _, want := range []string{"groupadd --system " + server.User, "useradd --system --gid " + server.User, "--home-dir " + server.State(VarLib)} {
		if !strings.Contains(before, want) {
			t.Errorf("the account is made without %q", want)
		}
	}
}

// Debian and the rpm world tell the scripts by different words what happens.
func TestScriptsOfThePackage(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil || runtime.GOOS == "windows" {
		t.Skip("the scripts are for a shell of Unix")
	}
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
			if err := os.WriteFile(filepath.Join(dir, "systemctl"), []byte("#!"+sh+"\necho \"$*\" >> '"+log+"'\n"), 0o700); err != nil {
				t.Fatal(err)
			}
			// A folder of the test stands for the one that says that systemd runs.
			body := strings.ReplaceAll(content(t, "package/"+tc.script), "/run/systemd/system", dir)
			cmd := exec.Command(sh, append([]string{"-c", "PATH='" + dir + "':$PATH\n" + body, tc.script}, tc.args...)...)
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

// The container has no root, no shell, and variables that the program reads.
func TestContainer(t *testing.T) {
	file := content(t, "container/Containerfile")
	_, last, ok := strings.Cut(file, "\nFROM scratch\n")
	if !ok {
		t.Fatal("it does not end from nothing")
	}
	for _, want := range []string{"\nUSER 65532:65532\n", "\nVOLUME /var/lib/motcua\n", "\nSTOPSIGNAL SIGTERM\n", "\nENTRYPOINT [\"/usr/bin/motcua\"]\nCMD [\"serve\"]\n", "STATE_DIRECTORY=/var/lib/motcua "} {
		if !strings.Contains(last, want) {
			t.Errorf("the last stage lacks %q", want)
		}
	}
	version := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindStringSubmatch(content(t, "../../go.mod"))
	if version == nil || !strings.Contains(file, "golang:"+version[1]+"-") {
		t.Errorf("it is not built with the Go of go.mod, %q", version)
	}
	variables := regexp.MustCompile(`MOTCUA_\w+=\S+`).FindAllString(last, -1)
	if len(variables) == 0 {
		t.Error("no variable is set")
	}
	for _, p := range config.UnknownEnv(variables) {
		t.Error(p.Sentence(text.EN))
	}
}
