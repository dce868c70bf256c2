package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"motcua/client/sandbox"
	"motcua/client/system"
	"motcua/kiosk/config"
)

// readmeOf is the page of a room, "" for the project's own.
func readmeOf(t *testing.T, room string) string {
	t.Helper()
	doc, err := os.ReadFile(filepath.Join(moduleRoot(t), room, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(doc)
}

// What the pages promise exists: codes with their proofs, commands, variables,
// the test command on a line of its own.
func TestReadme(t *testing.T) {
	readme := readmeOf(t, "")
	lines := strings.Split(readmeOf(t, "client/sandbox"), "\n")
	for _, s := range sandbox.Samples() {
		i := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "| `"+s.Code+"` |") })
		if i < 0 || !strings.HasSuffix(lines[i], "| "+s.Proof+" |") || !strings.Contains(lines[i], s.Shows.VI) || !strings.Contains(lines[i], s.Shows.EN) {
			t.Errorf("%s is missing, or its proof or words are not those of the sample", s.Code)
		}
	}
	if !slices.Contains(strings.Split(readme, "\n"), "go test ./...") {
		t.Error("the test command does not stand alone on a line")
	}

	a := &app{in: strings.NewReader(""), out: io.Discard, err: io.Discard}
	a.load([]string{"--config", filepath.Join(t.TempDir(), "none.toml")})
	root := a.root()
	for _, cmd := range root.Commands() {
		if !cmd.Hidden && !strings.Contains(readme, cmd.Name()) {
			t.Errorf("the command %s is not told", cmd.Name())
		}
		for _, alias := range cmd.Aliases {
			if !strings.Contains(readme, alias) {
				t.Errorf("the alias %s is not told", alias)
			}
		}
	}
	keys := readmeOf(t, "kiosk/config")
	for _, name := range []string{"MOTCUA_LANG", "MOTCUA_THEME", "MOTCUA_NATIONAL_URL", "MOTCUA_SAMPLE"} {
		if len(config.UnknownEnv([]string{name + "=x"})) > 0 || !strings.Contains(keys, name) {
			t.Errorf("%s is not told, or nothing reads it", name)
		}
	}
}

// The table of the configuration has a row for each table of the file.
func TestReadmeTellsEachTableOfTheConfiguration(t *testing.T) {
	_, rest, found := strings.Cut(readmeOf(t, "kiosk/config"), "\n| key | variable | what |\n")
	if !found {
		t.Fatal("kiosk/config/README.md has no table of keys")
	}
	rows, _, _ := strings.Cut(rest, "\n\n")
	tables := regexp.MustCompile(`(?m)^(?:# )?(\[+[a-z]+\]+)$`).FindAllStringSubmatch(config.DefaultFile(), -1)
	if len(tables) < 10 {
		t.Fatalf("the file has %d tables", len(tables))
	}
	for _, m := range tables {
		if !strings.Contains(rows, "`"+m[1]+"`") {
			t.Errorf("%s is not told", m[1])
		}
	}
}

// The picture of the first screen is the one that the tests of the interface hold.
func TestReadmeShowsTheFirstScreen(t *testing.T) {
	screen, err := os.ReadFile(filepath.Join(moduleRoot(t), "tui", "testdata", "TestScreens", "vi", "home_80x24.golden"))
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	for line := range strings.Lines(ansi.Strip(string(screen))) {
		want.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
	_, rest, _ := strings.Cut(readmeOf(t, ""), "```\n")
	if got, _, _ := strings.Cut(rest, "```"); got != want.String() {
		t.Errorf("the README shows\n%s\nthe first screen is\n%s", got, want.String())
	}
}

// The example with four routes is a configuration, and the script that runs it
// has the same codes.
func TestReadmeRoutes(t *testing.T) {
	doc := readmeOf(t, "client")
	_, rest, _ := strings.Cut(doc, "```toml\n")
	example, _, _ := strings.Cut(rest, "```")
	name := filepath.Join(t.TempDir(), "four.toml")
	if err := os.WriteFile(name, []byte(example), 0o600); err != nil {
		t.Fatal(err)
	}
	cfg, err := config.Load(config.Inputs{Flags: map[string]string{"config": name}})
	if err != nil {
		t.Fatal(err)
	}
	if len(cfg.Routes) != 4 || len(cfg.Systems) != len(system.Kinds()) {
		t.Errorf("%d routes, %d systems", len(cfg.Routes), len(cfg.Systems))
	}
	script, err := os.ReadFile(filepath.Join("testdata", "script", "routes.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	codes := "H55.17.05-261120-0007 000.00.00.G01-261119-0019001 G09.20-20261117-0000020 G15.01-261117-0001"
	if !strings.Contains(doc, codes) || !strings.Contains(string(script), "track "+codes) {
		t.Error("client/README.md and the script do not ask for the same codes")
	}
}

// The first page is what a newcomer reads; the rest lies beside its code, and each
// page that it names is there.
func TestReadmeLeadsToEachRoom(t *testing.T) {
	readme := readmeOf(t, "")
	links := regexp.MustCompile(`\]\(([a-z/]+/README\.md)\)`).FindAllStringSubmatch(readme, -1)
	if len(links) < 10 {
		t.Fatalf("%d pages are named", len(links))
	}
	for _, m := range links {
		if _, err := os.Stat(filepath.Join(moduleRoot(t), filepath.FromSlash(m[1]))); err != nil {
			t.Errorf("%s is named and not there: %v", m[1], err)
		}
	}
	if n := strings.Count(readme, "\n"); n > 200 {
		t.Errorf("%d lines: a newcomer reads fewer", n)
	}
}
