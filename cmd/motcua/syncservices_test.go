package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"motcua/client/facts"
	"motcua/client/sandbox"
)

// A sync by hand fills the catalogue of the account that runs it. When a service has its
// own, that is said first, with the command that fills the service's.
func TestSyncSaysWhichCatalogueItFills(t *testing.T) {
	portal, err := sandbox.New(sandbox.Options{Catalogue: []facts.Entry{{Code: "8.000001", Name: "Việc một"}}})
	if err != nil {
		t.Fatal(err)
	}
	running, err := portal.Start(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = running.Close() })
	base, home := t.TempDir(), t.TempDir()
	for _, name := range []string{"XDG_CONFIG_HOME", "STATE_DIRECTORY", "MOTCUA_CONFIG", "MOTCUA_STORE_DIR"} {
		t.Setenv(name, "")
	}
	t.Setenv("HOME", home)
	t.Setenv("XDG_STATE_HOME", filepath.Join(home, "state"))
	t.Setenv("MOTCUA_NATIONAL_URL", running.NationalURL)
	sync := func(args ...string) (said, answer string) {
		t.Helper()
		var out, errOut bytes.Buffer
		a := &session{console: console{in: strings.NewReader(""), out: &out, err: &errOut, endsItself: func() {}}}
		defer a.close()
		args = append([]string{"sync", "--details", "0"}, args...)
		a.load(args)
		root := a.root()
		for _, c := range root.Commands() {
			if c.Name() == "sync" {
				root.RemoveCommand(c)
			}
		}
		root.AddCommand(syncCommand(a, base))
		root.SetArgs(args)
		if err := root.ExecuteContext(t.Context()); err != nil {
			t.Fatalf("%v: %s", err, &errOut)
		}
		return errOut.String(), out.String()
	}
	if said, _ := sync(); strings.Contains(said, "systemd-run") {
		t.Errorf("there is no service, and it says %q", said)
	}
	if err := os.Mkdir(filepath.Join(base, "motcua"), 0o700); err != nil {
		t.Fatal(err)
	}
	said, answer := sync("--lang", "en")
	for _, piece := range []string{
		"The catalogue is read into " + filepath.Join(home, "state", "motcua") + ", that of the account that runs this. The service motcua has one of its own in " + filepath.Join(base, "motcua"),
		"systemd-run --pipe --wait --collect --quiet -p User=motcua -p StateDirectory=motcua -p StateDirectoryMode=0700 -p UMask=0077 -E MOTCUA_CONFIG=/etc/motcua/config.toml ",
		" sync\n",
	} {
		if !strings.Contains(said, piece) {
			t.Errorf("%q is missing in\n%s", piece, said)
		}
	}
	if !strings.HasPrefix(said, "The catalogue is read into") || !strings.Contains(answer, "The catalogue on this machine has") {
		t.Errorf("it comes before, and the sync is made all the same:\n%s\n%s", said, answer)
	}
	if said, _ := sync(); !strings.Contains(said, "Dịch vụ motcua có danh mục riêng ở "+filepath.Join(base, "motcua")) {
		t.Errorf("in Vietnamese: %s", said)
	}
	if said, _ := sync("--json"); said != "" {
		t.Errorf("a script reads %q", said)
	}
	// The service itself, and somebody who configured a folder, know which catalogue is
	// filled.
	t.Setenv("STATE_DIRECTORY", filepath.Join(base, "motcua"))
	if said, _ := sync(); strings.Contains(said, "systemd-run") {
		t.Errorf("the service is told of itself: %s", said)
	}
	t.Setenv("STATE_DIRECTORY", "")
	t.Setenv("MOTCUA_STORE_DIR", filepath.Join(home, "elsewhere"))
	if said, _ := sync(); strings.Contains(said, "systemd-run") {
		t.Errorf("a folder that was named: %s", said)
	}
}
