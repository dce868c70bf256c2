package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// rule says what a part of the module may not import or call.
//
// Patterns: "client" is that package alone, "client/..." it and all below,
// "client/*" all below without it, "..." everything. A pattern that begins with
// the name of a room means the module's own package; "std" is the standard
// library.
type rule struct {
	name   string   // the rule as a sentence
	in     []string // packages that it holds for
	except []string // packages that it does not hold for
	never  []string // imports that are forbidden
	may    []string // imports that are allowed nevertheless
	only   []string // when set, all other imports are forbidden
	calls  []string // functions of package os that are forbidden
	starts bool     // no goroutine may be started
	exits  bool     // no exit code may be declared or written as a number
	embeds []string // types, by name without their package, that no struct may embed
	tests  bool     // holds for _test.go files as well
}

var (
	sqlPackages = []string{
		"database/sql/...", "modernc.org/sqlite/...", "zombiezen.com/go/sqlite/...",
		"github.com/mattn/go-sqlite3/...", "github.com/ncruces/go-sqlite3/...",
	}
	sshPackages = []string{
		"charm.land/wish/...", "charm.land/ssh/...", "golang.org/x/crypto/ssh/...",
		"github.com/charmbracelet/wish/...", "github.com/charmbracelet/ssh/...", "github.com/gliderlabs/ssh/...",
	}
	screenPackages = []string{
		"charm.land/bubbletea/...", "charm.land/bubbles/...", "charm.land/lipgloss/...",
		"github.com/charmbracelet/bubbletea/...", "github.com/charmbracelet/bubbles/...",
		"github.com/charmbracelet/lipgloss/...",
	}
	environment = []string{"Getenv", "LookupEnv", "Environ", "ExpandEnv"}
)

// foundations are what client itself rests on.
var foundations = []string{"client/clean", "client/code", "client/workday"}

// startHelper is where client starts goroutines.
const startHelper = "client/goroutine.go"

// rules are the rules of the house. Imports run downwards only: cmd, kiosk, tui,
// then themes and client side by side.
var rules = []rule{
	{
		name: "client knows neither screens nor servers of ours",
		in:   []string{"client/..."}, never: []string{"tui/...", "themes/...", "kiosk/...", "cmd/..."}, tests: true,
	},
	{
		name: "client draws nothing",
		// Its tests may: they run what they cleaned through the real renderer.
		in: []string{"client/..."}, never: screenPackages,
	},
	{
		name: "client itself stands below its own sources",
		in:   []string{"client"}, never: []string{"client/*"}, may: foundations,
	},
	{
		name: "what client rests on knows nothing of what is asked",
		in:   foundations, never: []string{"client/...", "tui/...", "themes/...", "kiosk/...", "cmd/..."}, may: foundations,
	},
	{
		name: "client/follow knows answers and no source",
		in:   []string{"client/follow/..."}, only: append([]string{"std", "client"}, foundations...),
	},
	{
		name: "only tests import client/clienttest",
		in:   []string{"..."}, except: []string{"client/clienttest/..."}, never: []string{"client/clienttest/..."},
	},
	{
		name: "client/near compares words and knows nothing else",
		in:   []string{"client/near/..."}, only: []string{"std"},
	},
	{
		name: "themes knows lipgloss, colour profiles and the standard library",
		in:   []string{"themes/..."},
		only: []string{"std", "charm.land/lipgloss/v2", "github.com/charmbracelet/colorprofile"},
	},
	{
		name: "themes stands below all screens",
		in:   []string{"themes/..."}, never: []string{"tui/...", "kiosk/...", "cmd/...", "client/..."}, tests: true,
	},
	{
		name: "tui does not know who serves it",
		in:   []string{"tui/..."}, never: []string{"kiosk/...", "cmd/..."}, tests: true,
	},
	{
		name: "whose keys they are is told apart without pages and words",
		in:   []string{"tui/input/..."}, never: []string{"tui/*", "themes/...", "client/..."}, may: []string{"client/code"}, tests: true,
	},
	{
		name: "words and view models are free of styling",
		in:   []string{"tui/text/...", "tui/view/...", "tui/typing/..."}, never: append([]string{"themes/..."}, screenPackages...),
	},
	{
		name: "kiosk does not know the commands",
		in:   []string{"kiosk/..."}, never: []string{"cmd/..."}, tests: true,
	},
	{
		name: "rooms say their keys and do not know the configuration",
		// It imports them: a default stands in the room that has it without a
		// configuration too.
		in: []string{"kiosk/..."}, except: []string{"kiosk/config", "kiosk/doctor"}, never: []string{"kiosk/config"},
	},
	{
		name: "kiosk/config/key knows no room",
		in:   []string{"kiosk/config/key"}, only: []string{"std", "client/clean", "client/near", "tui/text"},
	},
	{
		name: "only client/rest imports resty",
		in:   []string{"..."}, except: []string{"client/rest/..."},
		never: []string{"github.com/go-resty/resty/...", "resty.dev/..."}, tests: true,
	},
	{
		name: "client starts goroutines by one helper, which recovers",
		// What carries bytes for tests alone may end a test's process.
		in: []string{"client/..."}, except: []string{"client/clienttest/..."}, starts: true,
		never: []string{"golang.org/x/sync/errgroup/..."},
	},
	{
		name: "client/rest serves the sources alone",
		in:   []string{"..."}, except: []string{"client/..."}, never: []string{"client/rest/..."}, tests: true,
	},
	{
		name: "only client/store imports SQL",
		in:   []string{"..."}, except: []string{"client/store/..."}, never: sqlPackages,
	},
	{
		name: "only kiosk imports wish and ssh",
		// Tests may act as an SSH client.
		in: []string{"..."}, except: []string{"kiosk/..."}, never: sshPackages,
	},
	{
		name: "nobody asks the server's own terminal",
		in:   []string{"..."}, never: []string{"charm.land/lipgloss/v2/compat"}, tests: true,
	},
	{
		name: "nobody needs cgo: one static binary",
		in:   []string{"..."}, never: []string{"C"}, tests: true,
	},
	{
		name: "screens take a session's wishes from the session",
		// Over SSH the process environment is the server's, not the person's.
		in: []string{"tui/...", "themes/..."}, calls: environment,
	},
	{
		name: "exit codes are declared in tui/line",
		// The supervisor and its child have codes between themselves, and the packer
		// of facts is no part of the program.
		in: []string{"..."}, except: []string{"tui/line", "kiosk/supervise", "client/facts/pack"}, exits: true,
	},
	{
		name: "what stands before a look-up writes each method out",
		// By embedding, a look-up that is added later goes past budget, pace,
		// metrics and audit, and nobody is asked.
		in: []string{"..."}, embeds: lookups,
	},
}

// lookups are the types that answer or pay for look-ups.
var lookups = []string{"Service", "DossierSource", "ProcedureSource", "backEnd", "Budget", "Lookups"}

// topLevel is all that may lie in the top folder, beside dot files.
var topLevel = []string{"cmd", "tui", "kiosk", "client", "themes", "go.mod", "go.sum", "README.md", "LICENSE"}

func TestArchitecture(t *testing.T) {
	tree := os.DirFS(moduleRoot(t))
	m, err := readModule(tree)
	if err != nil {
		t.Fatal(err)
	}
	// A checker that finds no packages finds no faults either.
	for _, room := range []string{"client", "themes", "tui/text", "tui/view"} {
		if !slices.ContainsFunc(m.files, func(f file) bool { return f.pkg == room }) {
			t.Errorf("package %s was not found", room)
		}
	}
	for _, problem := range m.check(rules) {
		t.Error(problem)
	}
	strangers, err := strangersAtTop(tree)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range strangers {
		t.Errorf("%s does not belong in the top folder", name)
	}
}

// moduleRoot is the folder of go.mod, found from the test's own folder upwards.
func moduleRoot(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = parent
	}
}

// module is what the checker needs to know of the source tree.
type module struct {
	path  string
	files []file
}

type file struct {
	name    string // path from the top folder
	pkg     string // folder of the file, "" for the top folder
	test    bool
	imports []string
	osCalls []string // names used from package os
	starts  []string // how it starts goroutines
	exits   []string // exit codes of its own
	embeds  []string // types that its structs embed, without their packages
}

// readModule parses every Go file, whatever its build tags, so that a file for
// another system cannot slip through.
func readModule(tree fs.FS) (module, error) {
	var m module
	gomod, err := fs.ReadFile(tree, "go.mod")
	if err != nil {
		return m, err
	}
	for line := range strings.Lines(string(gomod)) {
		if p, ok := strings.CutPrefix(strings.TrimSpace(line), "module "); ok {
			m.path = strings.TrimSpace(p)
		}
	}
	err = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := d.Name()
		if d.IsDir() {
			// What the go command leaves out as well.
			if name != "." && (base[0] == '.' || base[0] == '_' || base == "testdata" || base == "vendor") {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		f, err := readFile(tree, name)
		if err != nil {
			return err
		}
		m.files = append(m.files, f)
		return nil
	})
	return m, err
}

func readFile(tree fs.FS, name string) (file, error) {
	f := file{name: name, pkg: path.Dir(name), test: strings.HasSuffix(name, "_test.go")}
	if f.pkg == "." {
		f.pkg = ""
	}
	src, err := fs.ReadFile(tree, name)
	if err != nil {
		return f, err
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
	if err != nil {
		return f, err
	}
	osName := ""
	for _, spec := range parsed.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return f, fmt.Errorf("%s: %w", name, err)
		}
		f.imports = append(f.imports, p)
		if p == "os" {
			osName = "os"
			if spec.Name != nil {
				osName = spec.Name.Name
			}
		}
	}
	ast.Inspect(parsed, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.StructType:
			f.embeds = append(f.embeds, embedded(n)...)
		case *ast.GoStmt:
			f.starts = append(f.starts, "go")
		case *ast.ValueSpec:
			f.exits = append(f.exits, exitNames(n)...)
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Code" {
				f.exits = append(f.exits, exitNumbers(n.Value)...)
			}
		case *ast.CallExpr:
			// Of a WaitGroup or a group of errgroup: what else is called Go starts
			// one too.
			sel, ok := n.Fun.(*ast.SelectorExpr)
			switch {
			case ok && sel.Sel.Name == "Go":
				f.starts = append(f.starts, "Go")
			case ok && sel.Sel.Name == "Exit":
				f.exits = append(f.exits, exitNumbers(n.Args...)...)
			}
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && osName != "" && x.Name == osName {
				f.osCalls = append(f.osCalls, n.Sel.Name)
			}
		case *ast.Ident:
			if osName == "." {
				f.osCalls = append(f.osCalls, n.Name)
			}
		}
		return true
	})
	return f, nil
}

// exitNames are names as exit codes have them, where they get a value.
func exitNames(s *ast.ValueSpec) (names []string) {
	for _, name := range s.Names {
		if len(s.Values) > 0 && exitName.MatchString(name.Name) {
			names = append(names, name.Name)
		}
	}
	return names
}

var exitName = regexp.MustCompile(`^[eE]xit[A-Z]`)

// exitNumbers are the whole numbers among values.
func exitNumbers(values ...ast.Expr) (numbers []string) {
	for _, v := range values {
		if lit, ok := v.(*ast.BasicLit); ok && lit.Kind == token.INT {
			numbers = append(numbers, lit.Value)
		}
	}
	return numbers
}

// embedded names the types that a struct embeds, without package, pointer and type
// parameters.
func embedded(s *ast.StructType) []string {
	var names []string
	for _, field := range s.Fields.List {
		if field.Names != nil {
			continue
		}
		for x := field.Type; x != nil; {
			switch t := x.(type) {
			case *ast.StarExpr:
				x = t.X
			case *ast.IndexExpr:
				x = t.X
			case *ast.SelectorExpr:
				x = t.Sel
			case *ast.Ident:
				names, x = append(names, t.Name), nil
			default:
				x = nil
			}
		}
	}
	return names
}

// check gives one sentence for each place that breaks a rule.
func (m module) check(rules []rule) []string {
	var problems []string
	for _, r := range rules {
		for _, f := range m.files {
			if f.test && !r.tests || !anyMatch(r.in, f.pkg) || anyMatch(r.except, f.pkg) {
				continue
			}
			for _, imp := range f.imports {
				p := m.local(imp)
				allowed := r.only == nil || anyMatch(r.only, p) || isStd(imp, m.path) && slices.Contains(r.only, "std")
				if !allowed || anyMatch(r.never, p) && !anyMatch(r.may, p) {
					problems = append(problems, fmt.Sprintf("%s: %s imports %s", r.name, f.name, imp))
				}
			}
			for _, how := range f.starts {
				if r.starts && f.name != startHelper {
					problems = append(problems, fmt.Sprintf("%s: %s starts one by %s", r.name, f.name, how))
				}
			}
			for _, name := range f.exits {
				if r.exits {
					problems = append(problems, fmt.Sprintf("%s: %s has %s", r.name, f.name, name))
				}
			}
			for _, name := range f.embeds {
				if slices.Contains(r.embeds, name) {
					problems = append(problems, fmt.Sprintf("%s: %s embeds %s", r.name, f.name, name))
				}
			}
			for _, call := range f.osCalls {
				if slices.Contains(r.calls, call) {
					problems = append(problems, fmt.Sprintf("%s: %s uses os.%s", r.name, f.name, call))
				}
			}
		}
	}
	return problems
}

// local turns an import of the module's own into the folder of the package.
func (m module) local(imp string) string {
	if rest, ok := strings.CutPrefix(imp, m.path+"/"); ok {
		return rest
	}
	return imp
}

// isStd: a path whose first element has no dot belongs to the standard library.
func isStd(imp, module string) bool {
	first, _, _ := strings.Cut(imp, "/")
	return first != module && first != "C" && !strings.Contains(first, ".")
}

func anyMatch(patterns []string, p string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool { return matches(pattern, p) })
}

func matches(pattern, p string) bool {
	if pattern == "..." {
		return true
	}
	if tree, ok := strings.CutSuffix(pattern, "/..."); ok {
		return p == tree || strings.HasPrefix(p, tree+"/")
	}
	if tree, ok := strings.CutSuffix(pattern, "/*"); ok {
		return strings.HasPrefix(p, tree+"/")
	}
	return p == pattern
}

// strangersAtTop are entries of the top folder that belong nowhere. What
// .gitignore leaves out (a built binary, a profile) does not count.
func strangersAtTop(tree fs.FS) ([]string, error) {
	var ignored []string
	if b, err := fs.ReadFile(tree, ".gitignore"); err == nil {
		for line := range strings.Lines(string(b)) {
			ignored = append(ignored, strings.Trim(strings.TrimSpace(line), "/"))
		}
	}
	entries, err := fs.ReadDir(tree, ".")
	if err != nil {
		return nil, err
	}
	var strangers []string
	for _, e := range entries {
		name := e.Name()
		leftOut := slices.ContainsFunc(ignored, func(pattern string) bool {
			ok, err := path.Match(pattern, name)
			return ok && err == nil
		})
		if name[0] != '.' && !leftOut && !slices.Contains(topLevel, name) {
			strangers = append(strangers, name)
		}
	}
	return strangers, nil
}

// TestArchitectureCheckerFinds breaks every rule once, in small source trees of
// its own, and keeps it once.
func TestArchitectureCheckerFinds(t *testing.T) {
	broken := map[string]bool{}
	for _, tc := range []struct {
		file, source string
		want         string // the rule that it breaks, "" for none
	}{
		{"client/a.go", `import _ "motcua/tui/text"`, "client knows neither screens nor servers of ours"},
		{"client/rest/a.go", `import _ "motcua/kiosk"`, "client knows neither screens nor servers of ours"},
		{"client/a_test.go", `import _ "motcua/themes"`, "client knows neither screens nor servers of ours"},
		{"client/sandbox/a.go", `import _ "charm.land/bubbletea/v2"`, "client draws nothing"},
		{"client/clean_test.go", `import _ "charm.land/bubbletea/v2"`, ""},
		{"client/a.go", `import _ "motcua/client/facts"`, "client itself stands below its own sources"},
		{"client/a_test.go", `import _ "motcua/client/facts"`, ""},
		{"client/a.go", `import _ "motcua/client/clean"`, ""},
		{"client/clean/a.go", `import _ "motcua/client"`, "what client rests on knows nothing of what is asked"},
		{"client/code/a.go", `import _ "motcua/client/facts"`, "what client rests on knows nothing of what is asked"},
		{"client/code/a.go", `import _ "motcua/client/clean"`, ""},
		{"client/national/a.go", `import _ "motcua/client"`, ""},
		{"client/system/a.go", `import _ "motcua/client/clienttest/contract"`, "only tests import client/clienttest"},
		{"tui/a_test.go", `import _ "motcua/client/clienttest"`, ""},
		{"client/clienttest/contract/a.go", `import _ "motcua/client/clienttest"`, ""},
		{"client/near/a.go", `import _ "motcua/client/clean"`, "client/near compares words and knows nothing else"},
		{"client/near/a.go", `import _ "strings"`, ""},
		{"client/follow/a.go", `import _ "motcua/client/find"`, "client/follow knows answers and no source"},
		{"client/follow/a.go", `import _ "golang.org/x/time/rate"`, "client/follow knows answers and no source"},
		{"client/follow/a.go", "import _ \"motcua/client\"\nimport _ \"motcua/client/workday\"", ""},
		{"themes/a.go", `import _ "golang.org/x/text/language"`, "themes knows lipgloss, colour profiles and the standard library"},
		{"themes/a.go", `import _ "charm.land/lipgloss/v2/table"`, "themes knows lipgloss, colour profiles and the standard library"},
		{"themes/a.go", "import _ \"image/color\"\nimport _ \"charm.land/lipgloss/v2\"", ""},
		{"themes/a_test.go", `import _ "motcua/client"`, "themes stands below all screens"},
		{"tui/a.go", `import _ "motcua/kiosk/config"`, "tui does not know who serves it"},
		{"tui/line/a_test.go", `import _ "motcua/cmd/motcua"`, "tui does not know who serves it"},
		{"tui/a.go", "import _ \"motcua/themes\"\nimport _ \"motcua/client\"", ""},
		{"tui/input/a.go", `import _ "motcua/tui/view"`, "whose keys they are is told apart without pages and words"},
		{"tui/input/a.go", `import _ "motcua/client/code"`, ""},
		{"tui/view/a.go", `import _ "charm.land/lipgloss/v2"`, "words and view models are free of styling"},
		{"tui/text/a.go", `import _ "motcua/themes"`, "words and view models are free of styling"},
		{"kiosk/ssh/a.go", `import _ "motcua/cmd/motcua"`, "kiosk does not know the commands"},
		{"kiosk/ssh/a.go", `import _ "charm.land/wish/v2/activeterm"`, ""},
		{"kiosk/limit/a.go", `import _ "motcua/kiosk/config"`, "rooms say their keys and do not know the configuration"},
		{"kiosk/limit/a.go", `import _ "motcua/kiosk/config/key"`, ""},
		{"kiosk/deploy/a_test.go", `import _ "motcua/kiosk/config"`, ""},
		{"kiosk/config/key/a.go", `import _ "motcua/kiosk/limit"`, "kiosk/config/key knows no room"},
		{"client/national/a.go", `import _ "github.com/go-resty/resty/v2"`, "only client/rest imports resty"},
		{"client/national/a_test.go", `import r "github.com/go-resty/resty/v2"`, "only client/rest imports resty"},
		{"client/rest/a.go", `import _ "github.com/go-resty/resty/v2"`, ""},
		{"tui/a.go", `import _ "motcua/client/rest"`, "client/rest serves the sources alone"},
		{"client/national/a.go", `import _ "motcua/client/rest"`, ""},
		{"client/facts/a.go", `import _ "database/sql"`, "only client/store imports SQL"},
		{"client/facts/a.go", `import _ "modernc.org/sqlite"`, "only client/store imports SQL"},
		{"client/store/a.go", `import _ "database/sql/driver"`, ""},
		{"kiosk/server/a.go", "type watched struct {\n\tService\n\tx int\n}", "what stands before a look-up writes each method out"},
		{"cmd/motcua/a.go", "type atKiosk struct{ *client.Service }", "what stands before a look-up writes each method out"},
		{"cmd/motcua/a.go", "type of struct{ Deps[client.Service] }\ntype is struct{ inner client.Service }", ""},
		{"client/a_test.go", "type fake struct{ client.DossierSource }", ""},
		{"cmd/motcua/a.go", `import _ "golang.org/x/crypto/ssh"`, "only kiosk imports wish and ssh"},
		{"tui/a.go", `import _ "charm.land/wish/v2"`, "only kiosk imports wish and ssh"},
		{"cmd/motcua/a_test.go", `import _ "golang.org/x/crypto/ssh"`, ""},
		{"cmd/motcua/a.go", `import _ "golang.org/x/crypto/sshagent"`, ""},
		{"tui/parts/a_test.go", `import _ "charm.land/lipgloss/v2/compat"`, "nobody asks the server's own terminal"},
		{"kiosk/printer_windows.go", `import "C"`, "nobody needs cgo: one static binary"},
		{"tui/a.go", "import \"os\"\nvar v = os.Getenv(\"NO_COLOR\")", "screens take a session's wishes from the session"},
		{"tui/a.go", "import sys \"os\"\nvar v, _ = sys.LookupEnv(\"TERM\")", "screens take a session's wishes from the session"},
		{"tui/a.go", "import . \"os\"\nvar v = Environ()", "screens take a session's wishes from the session"},
		{"themes/a.go", "import \"os\"\nvar f = os.Getenv", "screens take a session's wishes from the session"},
		{"tui/a.go", "import \"os\"\nvar v = os.Args", ""},
		{"tui/a_test.go", "import \"os\"\nvar v = os.Getenv(\"X\")", ""},
		{"kiosk/config/a.go", "import \"os\"\nvar v = os.Getenv(\"MOTCUA_LANG\")", ""},
		{"client/a.go", "func f() { go f() }", "client starts goroutines by one helper, which recovers"},
		{"client/store/a.go", "import \"sync\"\nvar w sync.WaitGroup\nfunc f() { w.Go(f) }", "client starts goroutines by one helper, which recovers"},
		{"client/rest/a.go", `import _ "golang.org/x/sync/errgroup"`, "client starts goroutines by one helper, which recovers"},
		{"client/goroutine.go", "func f() { go f() }", ""},
		{"client/a_test.go", "func f() { go f() }", ""},
		{"client/clienttest/slowline/a.go", "func f() { go f() }", ""},
		{"kiosk/a.go", "func f() { go f() }", ""},
		{"cmd/motcua/a.go", "const exitUsage = 2", "exit codes are declared in tui/line"},
		{"kiosk/server/a.go", "const (\n\tx = 1\n\tExitGone = 128 + 1\n)", "exit codes are declared in tui/line"},
		{"cmd/motcua/a.go", "var err = &line.ExitError{Code: 1}", "exit codes are declared in tui/line"},
		{"cmd/motcua/a.go", "import \"os\"\nfunc f() { os.Exit(3) }", "exit codes are declared in tui/line"},
		{"cmd/motcua/a.go", "import \"os\"\nvar err = &line.ExitError{Code: line.ExitFailed}\nfunc f() { os.Exit(f()) }", ""},
		{"cmd/motcua/a_test.go", "const exitUsage = 2", ""},
		{"tui/line/a.go", "const ExitUsage = 2", ""},
		{"tui/testdata/a.go", `import _ "motcua/kiosk"`, ""},
	} {
		tree := fstest.MapFS{
			"go.mod": {Data: []byte("module motcua\n\ngo 1.26.0\n")},
			tc.file:  {Data: []byte("package p\n\n" + tc.source + "\n")},
		}
		m, err := readModule(tree)
		if err != nil {
			t.Errorf("%s: %v", tc.file, err)
			continue
		}
		problems := m.check(rules)
		if tc.want == "" {
			if len(problems) > 0 {
				t.Errorf("%s with %q: found %q", tc.file, tc.source, problems)
			}
			continue
		}
		broken[tc.want] = true
		if !slices.ContainsFunc(problems, func(p string) bool { return strings.HasPrefix(p, tc.want+": "+tc.file) }) {
			t.Errorf("%s with %q: %q was not found, but %q", tc.file, tc.source, tc.want, problems)
		}
	}
	for _, r := range rules {
		if !broken[r.name] {
			t.Errorf("no source tree breaks the rule %q", r.name)
		}
	}
}

func TestArchitectureCheckerReadsTheTopFolder(t *testing.T) {
	tree := fstest.MapFS{
		"go.mod": {}, "README.md": {}, "LICENSE": {}, "client/a.go": {}, ".ci/run": {}, ".golangci.yml": {},
		".gitignore": {Data: []byte("/motcua\n*.prof\n/dist/\n")},
		"motcua":     {}, "cpu.prof": {}, "dist/motcua.exe": {},
		"Makefile": {}, "internal/a.go": {}, "notes.txt": {},
	}
	got, err := strangersAtTop(tree)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"Makefile", "internal", "notes.txt"}; !slices.Equal(got, want) {
		t.Errorf("strangers: %q, want %q", got, want)
	}
}

// TestArchitectureCheckerNeedsGo: a file that does not parse is an error, not a
// file without imports.
func TestArchitectureCheckerNeedsGo(t *testing.T) {
	tree := fstest.MapFS{
		"go.mod":      {Data: []byte("module motcua\n")},
		"client/a.go": {Data: []byte("package client\n\nimport (\n")},
	}
	if _, err := readModule(tree); err == nil {
		t.Error("half a file was read without an error")
	}
}
