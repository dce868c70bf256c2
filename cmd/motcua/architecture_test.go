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

// rule says what a part of the module must not import or call.
//
// Patterns: "client" is only that package, "client/..." includes all below it, "client/*"
// is all below without the package itself, "..." is everything. A pattern that begins with
// the name of a top-level folder means the module's own package; "std" is the standard
// library; a file means the packages that it imports.
type rule struct {
	name   string   // the rule as a sentence
	in     []string // packages to which it applies
	except []string // packages to which it does not apply
	never  []string // imports that are forbidden
	may    []string // imports that are allowed despite never
	only   []string // when set, all other imports are forbidden
	calls  []string // functions of package os that are forbidden
	starts bool     // no goroutine may be started
	exits  bool     // no exit code may be declared or written as a number
	embeds []string // types, by name without their package, that no struct may embed
	alone  []string // when set, the only types that a struct may embed
	clocks bool     // no time.Now
	words  bool     // no Vietnamese letters in string literals
	tests  bool     // applies to _test.go files as well
	still  []string // files that still break it: the list may only shrink
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

// foundations are the packages that client itself imports: these, and those of what can be
// asked, which the file with the look-ups names.
var foundations = []string{"client/clean", "client/code", "client/flight", "client/goroutine", "client/linked", "client/reason", "client/recent", "client/sending", "client/trace", "client/workday", "client/lookups.go"}

// sampleShared are what the parts of the sample portal share. Every other package below it
// is a part.
var sampleShared = []string{"client/sandbox/details", "client/sandbox/dossiers", "client/sandbox/fault", "client/sandbox/httpjson", "client/sandbox/login", "client/sandbox/pagefile", "client/sandbox/units"}

// digestWords are the packages of the digest below its answers.
var digestWords = []string{
	"client/digest/channel", "client/digest/condition", "client/digest/demand", "client/digest/joint", "client/digest/naming", "client/digest/token", "client/digest/vocab",
}

// startHelper is the file in which client starts goroutines.
const startHelper = "client/goroutine/goroutine.go"

// rules are the rules of the architecture. Imports run downwards only: cmd, kiosk, tui,
// then themes and client side by side.
var rules = []rule{
	{
		name: "client knows neither screens nor servers of ours",
		in:   []string{"client/..."}, never: []string{"tui/...", "themes/...", "kiosk/...", "cmd/..."}, tests: true,
	},
	{
		name: "client draws nothing",
		// Its tests may: they pass the cleaned text through the real renderer.
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
		in:   []string{"client/follow/..."}, only: append([]string{"std", "client", "client/timely"}, foundations...),
	},
	{
		name: "only tests import what tests share",
		in:   []string{"..."}, except: []string{"client/clienttest/...", "kiosk/limit/shared/storetest"}, never: []string{"client/clienttest/...", "tui/view/viewtest", "kiosk/limit/shared/storetest"},
	},
	{
		name: "client/near compares words and knows nothing else",
		in:   []string{"client/near/..."}, only: []string{"std"},
	},
	{
		name: "a part of the sample portal knows no other part",
		in:   []string{"client/sandbox/*"}, never: []string{"client/sandbox/..."}, may: sampleShared,
	},
	{
		name: "how a page's words are taken apart is between the digest's own packages",
		in:   []string{"..."}, except: []string{"client/digest/..."}, never: digestWords, tests: true,
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
		name: "a page knows no other page",
		in:   []string{"tui/pages/..."}, never: []string{"tui/pages/...", "tui", "tui/kiosk", "tui/line/..."}, tests: true,
	},
	{
		name: "what a page is knows neither pages nor who shows them",
		in:   []string{"tui/page", "tui/handover"}, never: []string{"tui", "tui/pages/...", "tui/kiosk", "tui/line/..."}, tests: true,
	},
	{
		name: "only who runs an interface knows the shell of a lobby",
		// Tests may: they run both.
		in: []string{"..."}, except: []string{"kiosk/server/session", "kiosk/lobby", "cmd/motcua"}, never: []string{"tui/kiosk"},
	},
	{
		name: "what is asked of devices knows no screen",
		in:   []string{"tui/device"}, only: []string{"std", "tui/text"},
	},
	{
		name:  "those who drive devices know what is asked of them, words and codes",
		in:    []string{"kiosk/printer", "kiosk/slip", "kiosk/speech", "kiosk/scanner", "kiosk/pin"},
		never: []string{"tui/..."}, may: []string{"tui/device", "tui/text/...", "tui/qr"},
	},
	{
		name: "words and view models are free of styling",
		in:   []string{"tui/text/...", "tui/view/...", "tui/typing/..."}, never: append([]string{"themes/..."}, screenPackages...),
	},
	{
		name: "no screen says the operators' words",
		in:   []string{"tui/..."}, never: []string{"tui/text/operator"},
	},
	{
		name: "kiosk does not know the commands",
		in:   []string{"kiosk/..."}, never: []string{"cmd/..."}, tests: true,
	},
	{
		name: "only kiosk/limit/shared knows the servers' common store",
		in:   []string{"..."}, except: []string{"kiosk/limit/shared/..."}, never: []string{"github.com/redis/..."},
	},
	{
		name: "rooms say their keys and do not know the configuration",
		// Package config imports the others: a default belongs to the package that also
		// needs it without a configuration.
		in: []string{"kiosk/..."}, except: []string{"kiosk/config", "kiosk/daemon", "kiosk/doctor", "kiosk/lobby", "kiosk/reviewing", "kiosk/syncing", "kiosk/wire"}, never: []string{"kiosk/config"},
	},
	{
		name: "kiosk/config/key knows no room",
		in:   []string{"kiosk/config/key"}, only: []string{"std", "client/clean", "client/near", "tui/text", "tui/text/operator"},
	},
	{
		name: "only client/rest imports resty",
		in:   []string{"..."}, except: []string{"client/rest/..."},
		never: []string{"github.com/go-resty/resty/...", "resty.dev/..."}, tests: true,
	},
	{
		name: "client starts goroutines by one helper, which recovers",
		// Test helpers that relay bytes may crash a test's process.
		in: []string{"client/..."}, except: []string{"client/clienttest/..."}, starts: true,
		never: []string{"golang.org/x/sync/errgroup/..."},
	},
	{
		name: "client/rest serves the sources alone",
		in:   []string{"..."}, except: []string{"client/..."}, never: []string{"client/rest/..."}, tests: true,
	},
	{
		name: "only client/signature decodes signed messages",
		in:   []string{"..."}, except: []string{"client/signature/..."}, never: []string{"github.com/smallstep/pkcs7/..."}, tests: true,
	},
	{
		name: "who serves others opens no signed file",
		// Over SSH and in a lobby the disk is not the visitor's.
		in: []string{"kiosk/server/...", "kiosk/lobby/...", "kiosk/wire/...", "tui/kiosk/..."}, never: []string{"client/signature/...", "kiosk/verifying/..."},
	},
	{
		name: "nothing is called by its name",
		// One template that can be reached makes the linker keep every exported method of the
		// program, since templates call methods by name: 4.2 MB of 33.
		in: []string{"..."}, never: []string{"text/template", "html/template"},
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
		name: "exit codes are declared in tui/line/exit",
		// The supervisor and its child use exit codes between each other, and the packer of
		// facts is not part of the program.
		in: []string{"..."}, except: []string{"tui/line/exit", "kiosk/supervise", "client/facts/pack"}, exits: true,
	},
	{
		name: "what stands before a look-up writes each method out",
		// With embedding, a look-up that is added later would bypass budget, rate limit,
		// metrics and audit unnoticed.
		in: []string{"..."}, embeds: lookups,
	},
	{
		name: "a command holds the session or the console, and no other command",
		in:   []string{"cmd/..."}, alone: []string{"session", "console"},
	},
	{
		name: "words that people read stand in tui/text",
		// The name of a theme is in the theme's file, so that a new theme only needs that
		// file.
		in: []string{"..."}, except: slices.Concat([]string{"tui/text/...", "themes"}, readsVietnamese), words: true,
		// These read and spell Vietnamese too.
		still: []string{"tui/kiosk/plain.go", "tui/page/board.go", "tui/view/official.go", "tui/view/procedures/quantity.go", "tui/view/source.go"},
	},
	{
		name: "screens take the time from who drives them",
		in:   []string{"tui/..."}, clocks: true,
		still: []string{
			"tui/frame.go", "tui/input/paste.go", "tui/kiosk/scanned.go", "tui/kiosk/shell.go", "tui/kiosk/told.go", "tui/line/listbar/listbar.go",
			"tui/line/track/batch.go", "tui/line/track/batchpace.go", "tui/line/track/flight.go", "tui/pages/operator/operator.go", "tui/root.go",
		},
	},
}

// lookups are the types that answer look-ups or account for them.
var lookups = []string{"Service", "DossierSource", "ProcedureSource", "backEnd", "Budget", "Lookups"}

// topLevel are all files and folders allowed in the top folder, besides dot files.
var topLevel = []string{"cmd", "tui", "kiosk", "client", "themes", "go.mod", "go.sum", "README.md", "LICENSE"}

func TestArchitecture(t *testing.T) {
	tree := os.DirFS(moduleRoot(t))
	m, err := readModule(tree)
	if err != nil {
		t.Fatal(err)
	}
	// A checker that finds no packages would find no faults either.
	for _, room := range []string{"client", "themes", "tui/text", "tui/view"} {
		if !slices.ContainsFunc(m.files, func(f file) bool { return f.pkg == room }) {
			t.Errorf("package %s was not found", room)
		}
	}
	for _, problem := range m.check(rules) {
		t.Error(problem)
	}
	for _, problem := range slices.Concat(m.mended(rules), m.sizes(most)) {
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

// moduleRoot returns the folder of go.mod, searching upwards from the test's own folder.
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

// module is what the checker needs to know about the source tree.
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
	starts  []string // calls that start goroutines
	exits   []string // its own exit codes
	embeds  []string // types that its structs embed, without their packages
	clocks  []string // calls that read the clock
	words   []string // string literals with Vietnamese letters
	lines   int
}

// readModule parses every Go file, whatever its build tags, so that files for other systems
// are checked too.
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
			// The go command ignores these as well.
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
	f.words = spelt(parsed, f.pkg)
	f.lines = strings.Count(string(src), "\n")
	osName, timeName := "", ""
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
		if p == "time" {
			timeName = "time"
			if spec.Name != nil {
				timeName = spec.Name.Name
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
			// A method of a WaitGroup or of an errgroup; any other method called Go starts
			// a goroutine too.
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
			if x, ok := n.X.(*ast.Ident); ok && timeName != "" && x.Name == timeName && n.Sel.Name == "Now" {
				f.clocks = append(f.clocks, x.Name+".Now")
			}
		case *ast.Ident:
			if osName == "." {
				f.osCalls = append(f.osCalls, n.Name)
			}
			if timeName == "." && n.Name == "Now" {
				f.clocks = append(f.clocks, "Now")
			}
		}
		return true
	})
	return f, nil
}

// exitNames returns names that look like exit codes and get a value.
func exitNames(s *ast.ValueSpec) (names []string) {
	for _, name := range s.Names {
		if len(s.Values) > 0 && exitName.MatchString(name.Name) {
			names = append(names, name.Name)
		}
	}
	return names
}

var exitName = regexp.MustCompile(`^[eE]xit[A-Z]`)

// exitNumbers returns the whole numbers among values.
func exitNumbers(values ...ast.Expr) (numbers []string) {
	for _, v := range values {
		if lit, ok := v.(*ast.BasicLit); ok && lit.Kind == token.INT {
			numbers = append(numbers, lit.Value)
		}
	}
	return numbers
}

// embedded returns the names of the types that a struct embeds, without package, pointer
// and type parameters.
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

// check returns a message for each place that breaks a rule.
func (m module) check(rules []rule) []string {
	var problems []string
	for _, r := range rules {
		for _, f := range m.files {
			if slices.Contains(r.still, f.name) {
				continue
			}
			problems = append(problems, f.breaks(r, m)...)
		}
	}
	return problems
}

// breaks returns a message for each place in a file that breaks a rule.
func (f file) breaks(r rule, m module) []string {
	var problems []string
	if f.test && !r.tests || !anyMatch(m.named(r.in), f.pkg) || anyMatch(r.except, f.pkg) {
		return nil
	}
	only, may := m.named(r.only), m.named(r.may)
	for _, imp := range f.imports {
		p := m.local(imp)
		allowed := r.only == nil || anyMatch(only, p) || isStd(imp, m.path) && slices.Contains(r.only, "std")
		if !allowed || anyMatch(r.never, p) && !anyMatch(may, p) {
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
		if slices.Contains(r.embeds, name) || r.alone != nil && !slices.Contains(r.alone, name) {
			problems = append(problems, fmt.Sprintf("%s: %s embeds %s", r.name, f.name, name))
		}
	}
	for _, call := range f.osCalls {
		if slices.Contains(r.calls, call) {
			problems = append(problems, fmt.Sprintf("%s: %s uses os.%s", r.name, f.name, call))
		}
	}
	tell := func(is bool, does string, all []string) {
		for _, x := range all {
			if is {
				problems = append(problems, fmt.Sprintf("%s: %s %s %s", r.name, f.name, does, x))
			}
		}
	}
	tell(r.clocks, "calls", f.clocks)
	tell(r.words, "holds", f.words)
	return problems
}

// named adds to patterns what the files among them import of the module's own packages.
func (m module) named(patterns []string) []string {
	if !slices.ContainsFunc(patterns, func(p string) bool { return path.Ext(p) == ".go" }) {
		return patterns
	}
	out := slices.Clone(patterns)
	for _, f := range m.files {
		if slices.Contains(patterns, f.name) {
			for _, imp := range f.imports {
				if !isStd(imp, m.path) {
					out = append(out, m.local(imp))
				}
			}
		}
	}
	return out
}

// local converts an import of the module's own package into its folder.
func (m module) local(imp string) string {
	if rest, ok := strings.CutPrefix(imp, m.path+"/"); ok {
		return rest
	}
	return imp
}

// isStd reports whether a path belongs to the standard library: its first element has no
// dot.
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

// strangersAtTop returns entries of the top folder that are not allowed there. Files that
// .gitignore excludes (a built binary, a profile) are ignored.
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

// TestArchitectureCheckerFinds breaks every rule once, in small source trees of its own,
// and follows it once.
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
		{"client/lookups.go", `import _ "motcua/client/place"`, ""},
		{"client/a.go", `import _ "motcua/client/place"`, "client itself stands below its own sources"},
		{"client/a_test.go", `import _ "motcua/client/facts"`, ""},
		{"client/a.go", `import _ "motcua/client/clean"`, ""},
		{"client/clean/a.go", `import _ "motcua/client"`, "what client rests on knows nothing of what is asked"},
		{"client/code/a.go", `import _ "motcua/client/facts"`, "what client rests on knows nothing of what is asked"},
		{"client/code/a.go", `import _ "motcua/client/clean"`, ""},
		{"client/national/a.go", `import _ "motcua/client"`, ""},
		{"client/system/a.go", `import _ "motcua/client/clienttest/contract"`, "only tests import what tests share"},
		{"tui/view/dossiers/a.go", `import _ "motcua/tui/view/viewtest"`, "only tests import what tests share"},
		{"tui/a_test.go", `import _ "motcua/client/clienttest"`, ""},
		{"client/clienttest/contract/a.go", `import _ "motcua/client/clienttest"`, ""},
		{"client/near/a.go", `import _ "motcua/client/clean"`, "client/near compares words and knows nothing else"},
		{"client/near/a.go", `import _ "strings"`, ""},
		{"tui/view/a.go", `import _ "motcua/client/digest/token"`, "how a page's words are taken apart is between the digest's own packages"},
		{"tui/view/a.go", `import _ "motcua/client/digest/reading"`, ""},
		{"client/follow/a.go", `import _ "motcua/client/find"`, "client/follow knows answers and no source"},
		{"client/follow/a.go", `import _ "golang.org/x/time/rate"`, "client/follow knows answers and no source"},
		{"client/follow/a.go", "import _ \"motcua/client\"\nimport _ \"motcua/client/workday\"", ""},
		{"client/sandbox/igate/a.go", `import _ "motcua/client/sandbox/adapter"`, "a part of the sample portal knows no other part"},
		{"client/sandbox/fault/a.go", `import _ "motcua/client/sandbox"`, "a part of the sample portal knows no other part"},
		{"client/sandbox/igate/a.go", `import _ "motcua/client/sandbox/dossiers"`, ""},
		{"themes/a.go", `import _ "golang.org/x/text/language"`, "themes knows lipgloss, colour profiles and the standard library"},
		{"themes/a.go", `import _ "charm.land/lipgloss/v2/table"`, "themes knows lipgloss, colour profiles and the standard library"},
		{"themes/a.go", "import _ \"image/color\"\nimport _ \"charm.land/lipgloss/v2\"", ""},
		{"themes/a_test.go", `import _ "motcua/client"`, "themes stands below all screens"},
		{"tui/a.go", `import _ "motcua/kiosk/config"`, "tui does not know who serves it"},
		{"tui/line/a_test.go", `import _ "motcua/cmd/motcua"`, "tui does not know who serves it"},
		{"tui/a.go", "import _ \"motcua/themes\"\nimport _ \"motcua/client\"", ""},
		{"tui/input/a.go", `import _ "motcua/tui/view"`, "whose keys they are is told apart without pages and words"},
		{"tui/input/a.go", `import _ "motcua/client/code"`, ""},
		{"tui/pages/ask/a.go", `import _ "motcua/tui/pages/dossier"`, "a page knows no other page"},
		{"tui/pages/ask/a.go", `import _ "motcua/tui/page"`, ""},
		{"tui/page/a.go", `import _ "motcua/tui/kiosk"`, "what a page is knows neither pages nor who shows them"},
		{"tui/a.go", `import _ "motcua/tui/kiosk"`, "only who runs an interface knows the shell of a lobby"},
		{"kiosk/server/session/a.go", `import _ "motcua/tui/kiosk"`, ""},
		{"tui/device/a.go", `import _ "motcua/tui/view"`, "what is asked of devices knows no screen"},
		{"tui/device/a.go", `import _ "motcua/tui/text"`, ""},
		{"kiosk/printer/a.go", `import _ "motcua/tui"`, "those who drive devices know what is asked of them, words and codes"},
		{"kiosk/slip/a.go", `import _ "motcua/tui/qr"`, ""},
		{"tui/view/a.go", `import _ "charm.land/lipgloss/v2"`, "words and view models are free of styling"},
		{"tui/text/a.go", `import _ "motcua/themes"`, "words and view models are free of styling"},
		{"kiosk/ssh/a.go", `import _ "motcua/cmd/motcua"`, "kiosk does not know the commands"},
		{"kiosk/ssh/a.go", `import _ "charm.land/wish/v2/activeterm"`, ""},
		{"kiosk/limit/a.go", `import _ "github.com/redis/go-redis/v9"`, "only kiosk/limit/shared knows the servers' common store"},
		{"kiosk/limit/a.go", `import _ "motcua/kiosk/config"`, "rooms say their keys and do not know the configuration"},
		{"kiosk/limit/a.go", `import _ "motcua/kiosk/config/key"`, ""},
		{"kiosk/deploy/a_test.go", `import _ "motcua/kiosk/config"`, ""},
		{"kiosk/config/key/a.go", `import _ "motcua/kiosk/limit"`, "kiosk/config/key knows no room"},
		{"tui/line/a.go", `import _ "motcua/tui/text/operator"`, "no screen says the operators' words"},
		{"kiosk/doctor/a.go", `import _ "motcua/tui/text/operator"`, ""},
		{"client/national/a.go", `import _ "github.com/go-resty/resty/v2"`, "only client/rest imports resty"},
		{"client/national/a_test.go", `import r "github.com/go-resty/resty/v2"`, "only client/rest imports resty"},
		{"client/rest/a.go", `import _ "github.com/go-resty/resty/v2"`, ""},
		{"tui/a.go", `import _ "motcua/client/rest"`, "client/rest serves the sources alone"},
		{"client/national/a.go", `import _ "motcua/client/rest"`, ""},
		{"tui/a.go", `import _ "github.com/smallstep/pkcs7"`, "only client/signature decodes signed messages"},
		{"client/signature/cms/a.go", `import _ "github.com/smallstep/pkcs7"`, ""},
		{"kiosk/server/a.go", `import _ "motcua/client/signature"`, "who serves others opens no signed file"},
		{"client/sandbox/a.go", `import _ "html/template"`, "nothing is called by its name"},
		{"client/facts/a.go", `import _ "database/sql"`, "only client/store imports SQL"},
		{"client/facts/a.go", `import _ "modernc.org/sqlite"`, "only client/store imports SQL"},
		{"client/store/a.go", `import _ "database/sql/driver"`, ""},
		{"kiosk/server/a.go", "type watched struct {\n\tService\n\tx int\n}", "what stands before a look-up writes each method out"},
		{"cmd/motcua/a.go", "type atKiosk struct{ *client.Service }", "what stands before a look-up writes each method out"},
		{"kiosk/limit/a.go", "type of struct{ Deps[client.Service] }\ntype is struct{ inner client.Service }", ""},
		{"client/a_test.go", "type fake struct{ client.DossierSource }", ""},
		{"cmd/motcua/a.go", "type papersRun struct{ *kioskRun }", "a command holds the session or the console, and no other command"},
		{"cmd/motcua/a.go", "type papersRun struct{ *session }\ntype session struct{ console }", ""},
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
		{"client/goroutine/goroutine.go", "func f() { go f() }", ""},
		{"client/a_test.go", "func f() { go f() }", ""},
		{"client/clienttest/slowline/a.go", "func f() { go f() }", ""},
		{"kiosk/a.go", "func f() { go f() }", ""},
		{"cmd/motcua/a.go", "const exitUsage = 2", "exit codes are declared in tui/line/exit"},
		{"kiosk/server/a.go", "const (\n\tx = 1\n\tExitGone = 128 + 1\n)", "exit codes are declared in tui/line/exit"},
		{"cmd/motcua/a.go", "var err = &exit.Error{Code: 1}", "exit codes are declared in tui/line/exit"},
		{"cmd/motcua/a.go", "import \"os\"\nfunc f() { os.Exit(3) }", "exit codes are declared in tui/line/exit"},
		{"cmd/motcua/a.go", "import \"os\"\nvar err = &exit.Error{Code: exit.Failed}\nfunc f() { os.Exit(f()) }", ""},
		{"cmd/motcua/a_test.go", "const exitUsage = 2", ""},
		{"tui/line/exit/a.go", "const ExitUsage = 2", ""},
		{"cmd/motcua/a.go", "var s = `Tra cứu`", "words that people read stand in tui/text"},
		{"tui/view/a.go", "var s = \"đ\"", "words that people read stand in tui/text"},
		{"tui/view/a.go", "// Tra cứu\nvar s = \"·– … Zürich\"", ""},
		{"tui/view/a_test.go", "var s = \"Tra cứu\"", ""},
		{"tui/text/operator/a.go", "var s = \"Tra cứu\"", ""},
		{"client/digest/a.go", "var s = \"lệ phí\"", ""},
		{"kiosk/config/key/a.go", "var s = text.Say(`khóa`, `key`)", ""},
		{"kiosk/config/key/a.go", "var s = `khóa`", "words that people read stand in tui/text"},
		{"kiosk/limit/a.go", "import \"motcua/kiosk/config/key\"\nvar x = key.New(text.Say(`có`, `yes`)).Says(`không`, `no`)", ""},
		{"kiosk/limit/a.go", "import \"motcua/kiosk/config/key\"\nvar x = key.New(`có`).Says(`không`, `no`)", "words that people read stand in tui/text"},
		{"kiosk/doctor/a.go", "import \"motcua/tui/text\"\nvar x = text.Say(`không`, `no`)", "words that people read stand in tui/text"},
		{"tui/pages/take/a.go", "import \"time\"\nvar t = time.Now()", "screens take the time from who drives them"},
		{"tui/a.go", "import clock \"time\"\nvar now = clock.Now", "screens take the time from who drives them"},
		{"tui/a.go", "import . \"time\"\nvar t = Now()", "screens take the time from who drives them"},
		{"tui/a.go", "import \"time\"\nvar t = env.Now().Add(time.Second)", ""},
		{"tui/a_test.go", "import \"time\"\nvar t = time.Now()", ""},
		{"kiosk/limit/a.go", "import \"time\"\nvar t = time.Now()", ""},
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

// TestArchitectureCheckerNeedsGo: a file that does not parse is an error and not treated as
// a file without imports.
func TestArchitectureCheckerNeedsGo(t *testing.T) {
	tree := fstest.MapFS{
		"go.mod":      {Data: []byte("module motcua\n")},
		"client/a.go": {Data: []byte("package client\n\nimport (\n")},
	}
	if _, err := readModule(tree); err == nil {
		t.Error("half a file was read without an error")
	}
}
