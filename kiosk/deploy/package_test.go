package deploy

import (
	"os"
	"path/filepath"
	"regexp"
	"runtime"
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
