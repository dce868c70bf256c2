package main

import (
	"flag"
	"go/build"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"motcua/client/sandbox/dossiers"
	"motcua/client/system"
	"motcua/kiosk/config"
)

// readmeOf returns the README of a folder, "" for the project's own.
func readmeOf(t *testing.T, room string) string {
	t.Helper()
	doc, err := os.ReadFile(filepath.Join(moduleRoot(t), room, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(doc)
}

// What the READMEs name exists: codes with their proofs, commands, variables, the test
// command on a line of its own.
func TestReadme(t *testing.T) {
	readme := readmeOf(t, "")
	lines := strings.Split(readmeOf(t, "client/sandbox"), "\n")
	for _, s := range dossiers.Samples() {
		i := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "| `"+s.Code+"` |") })
		if i < 0 || !strings.HasSuffix(lines[i], "| "+s.Proof+" |") || !strings.Contains(lines[i], s.Shows.VI) || !strings.Contains(lines[i], s.Shows.EN) {
			t.Errorf("%s is missing, or its proof or words are not those of the sample", s.Code)
		}
	}
	if !slices.Contains(strings.Split(readme, "\n"), "go test ./...") {
		t.Error("the test command does not stand alone on a line")
	}

	a := &session{console: console{in: strings.NewReader(""), out: io.Discard, err: io.Discard}}
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

// The table of configuration sections has a row for each section of the file.
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

var update = flag.Bool("update", false, "add packages to the READMEs of the rooms")

// Each room's README lists its packages, by path or by name. What is below them is told by
// their own docs. With -update a missing one gets a row, with the first sentence of its doc.
func TestReadmesListTheirPackages(t *testing.T) {
	for _, folder := range []string{"client", "kiosk", "tui", "tui/line", "tui/view"} {
		room, _, _ := strings.Cut(folder, "/")
		doc := readmeOf(t, room)
		files, err := fs.Glob(os.DirFS(moduleRoot(t)), folder+"/*/*.go")
		if err != nil || len(files) < 10 {
			t.Fatalf("%s has %d files: %v", folder, len(files), err)
		}
		for i, name := range files {
			if files[i] = path.Dir(name); i > 0 && files[i] == files[i-1] {
				continue
			}
			if name = files[i]; !strings.Contains(doc, "`"+name+"`") && !strings.Contains(doc, "`"+path.Base(name)+"`") {
				if !*update {
					t.Errorf("%s/README.md does not list %s, run the test with -update", room, name)
					continue
				}
				doc = withRow(t, doc, room, name)
			}
		}
		if *update {
			if err := os.WriteFile(filepath.Join(moduleRoot(t), room, "README.md"), []byte(doc), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// withRow adds a package to a room's table, below its last row.
func withRow(t *testing.T, doc, room, name string) string {
	t.Helper()
	pkg, err := build.ImportDir(filepath.Join(moduleRoot(t), filepath.FromSlash(name)), 0)
	says, ok := strings.CutPrefix(pkg.Doc, "Package "+path.Base(name)+" ")
	last := strings.LastIndex(doc, "\n| `"+room+"/") + 1
	end := strings.Index(doc[last:], "\n") + 1
	if err != nil || !ok || last == 0 || end == 0 {
		t.Fatalf("%s has no doc, or %s/README.md no table: %v", name, room, err)
	}
	end += last
	return doc[:end] + "| `" + name + "` | " + strings.TrimSuffix(says, ".") + " |\n" + doc[end:]
}

// The picture of the first screen is the golden file of the interface's tests.
func TestReadmeShowsTheFirstScreen(t *testing.T) {
	screens, err := os.ReadFile(filepath.Join(moduleRoot(t), "tui", "testdata", "TestHomeScreens", "vi", "own.golden"))
	if err != nil {
		t.Fatal(err)
	}
	_, screen, _ := strings.Cut(string(screens), "== home 80x24\n")
	screen, _, _ = strings.Cut(screen, "\n== ")
	var want strings.Builder
	for line := range strings.Lines(ansi.Strip(screen + "\n")) {
		want.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
	_, rest, _ := strings.Cut(readmeOf(t, ""), "```\n")
	if got, _, _ := strings.Cut(rest, "```"); got != want.String() {
		t.Errorf("the README shows\n%s\nthe first screen is\n%s", got, want.String())
	}
}

// The example with four routes is a valid configuration, and the script that runs it uses
// the same codes.
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

// The project's README is for newcomers; details are in READMEs next to the code, and each
// page that it links to exists.
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
	if n := strings.Count(readme, "\n"); n > 150 {
		t.Errorf("%d lines: a newcomer reads fewer", n)
	}
}
