package main

import (
	"bytes"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"motcua/client/clienttest"
	"motcua/kiosk/config"
	"motcua/tui/line/manual"
	"motcua/tui/text"
)

// manSection is a section of a page as a reader sees it.
type manSection struct {
	items map[string]string // tagged items with their texts
	lines []string          // the other lines
}

// readMan formats a page as man(7) does. A request or an escape that it does not know is a
// fault.
func readMan(t *testing.T, page string) (title string, sections map[string]*manSection) {
	t.Helper()
	sections = map[string]*manSection{}
	var now *manSection
	name, wants := "", ""
	for n, l := range strings.Split(strings.TrimSuffix(page, "\n"), "\n") {
		request, rest, _ := strings.Cut(l, " ")
		says := unroff(t, strings.Trim(rest, `"`))
		switch {
		case n == 0:
			if l != `'\" -*- coding: UTF-8 -*-` {
				t.Errorf("begins with %q", l)
			}
		case request == ".TH":
			title = says
		case request == ".SH":
			now = &manSection{items: map[string]string{}}
			sections[says] = now
		case request == ".SS":
			now.lines = append(now.lines, says)
		case l == ".PP", l == ".nf", l == ".fi":
		case l == ".TP":
			wants = "name"
		case request == ".B" && wants == "name":
			name, wants = says, "text"
		case strings.HasPrefix(l, "."), strings.HasPrefix(l, "'"), l == "":
			t.Errorf("line %d is a request that nobody knows, or empty: %q", n+1, l)
		case wants == "text":
			now.items[name], wants = unroff(t, l), ""
		default:
			now.lines = append(now.lines, unroff(t, l))
		}
	}
	return title, sections
}

var roffEscape = regexp.MustCompile(`\\(\(..|.|$)`)

func unroff(t *testing.T, s string) string {
	t.Helper()
	return roffEscape.ReplaceAllStringFunc(s, func(e string) string {
		is, ok := map[string]string{`\e`: `\`, `\-`: "-", `\&`: "", `\(dq`: `"`, `\(aq`: "'", `\(ga`: "`", `\(ha`: "^", `\(ti`: "~"}[e]
		if !ok {
			t.Errorf("the escape %q in %q", e, s)
		}
		return is
	})
}

// neutralRoot returns the tree of commands without a configuration.
func neutralRoot(l text.Lang) *cobra.Command {
	a := &session{console: console{out: io.Discard, err: io.Discard, lang: l}, cfg: config.Defaults()}
	a.cfg.Interface.Lang = l
	return a.root()
}

// commandsOf returns the commands of a tree that the help lists.
func commandsOf(of *cobra.Command) []*cobra.Command {
	list := []*cobra.Command{of}
	for _, c := range of.Commands() {
		if c.IsAvailableCommand() && of.Name() != "completion" { // the shells of completion share its text
			list = append(list, commandsOf(c)...)
		}
	}
	return list
}

// Each command has a page in each language, with its flags and examples, all exit codes,
// and the variables that the program reads.
func TestManualPages(t *testing.T) {
	codes, variables := exitCodes(t), variablesRead(t)
	for _, l := range []text.Lang{text.VI, text.EN} {
		w := &text.For(l).Manual
		pages := manuals(l)
		root := neutralRoot(l)
		commands := commandsOf(root)
		if len(commands) < 20 || len(pages) != len(commands) {
			t.Errorf("%s: %d commands have %d pages", l, len(commands), len(pages))
		}
		for _, c := range commands {
			name := strings.ReplaceAll(c.CommandPath(), " ", "-")
			title, got := readMan(t, pages[name])
			if !strings.HasPrefix(title, strings.ToUpper(name)+` 1 "" "motcua `) {
				t.Errorf("%s %s: titled %q", l, name, title)
			}
			if s := got[w.Name]; s == nil || !slices.Equal(s.lines, []string{name + " - " + c.Short}) {
				t.Errorf("%s %s: %v", l, name, s)
			}
			for _, title := range []string{w.Synopsis, w.Description, w.Options, w.Exit, w.Files, w.Environment, w.SeeAlso} {
				if s := got[title]; s == nil || len(s.lines)+len(s.items) == 0 {
					t.Fatalf("%s %s: nothing stands under %s", l, name, title)
				}
			}
			flag := func(f *pflag.Flag) {
				if f.Hidden || f.Name == "help" {
					return
				}
				says := got[w.Options].items[manual.FlagName(f)]
				if g := got[w.GlobalOptions]; g != nil && says == "" {
					says = g.items[manual.FlagName(f)]
				}
				if says != manual.FlagUsage(f) {
					t.Errorf("%s %s: --%s is for %q", l, name, f.Name, says)
				}
			}
			c.LocalFlags().VisitAll(flag)
			c.InheritedFlags().VisitAll(flag)
			for _, want := range manual.Examples(c) {
				if s := got[w.Examples]; s == nil || !slices.Contains(s.lines, want) {
					t.Errorf("%s %s: lacks the example %q", l, name, want)
				}
			}
			if c == root {
				for _, sub := range commands[1:] {
					if !slices.ContainsFunc(got[w.Commands].lines, func(s string) bool { return strings.HasPrefix(s, manual.UsageOf(sub)) }) {
						t.Errorf("%s: the page of all commands lacks %s", l, sub.CommandPath())
					}
				}
			}
			if have := slices.Sorted(maps.Keys(got[w.Exit].items)); !slices.Equal(have, codes) {
				t.Errorf("%s %s: exit codes %v, the program has %v", l, name, have, codes)
			}
			for _, v := range variables {
				if !slices.ContainsFunc(slices.Collect(maps.Keys(got[w.Environment].items)), func(names string) bool {
					return slices.Contains(strings.Split(names, ", "), v)
				}) {
					t.Errorf("%s %s: nothing is said of %s", l, name, v)
				}
			}
			files := strings.Join(slices.Sorted(maps.Keys(got[w.Files].items)), ", ")
			for _, file := range []string{config.HostKeyName, config.BudgetsName, config.AuditKeyName, config.MarkedPagesName, "config.toml"} {
				if !strings.Contains(files, file) {
					t.Errorf("%s %s: nothing is said of the file %s", l, name, file)
				}
			}
		}
	}
}

// exitCodes returns the numbers of the exit codes of package exit, sorted.
func exitCodes(t *testing.T) (codes []string) {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(moduleRoot(t), "tui", "line", "exit", "exit.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(f, func(n ast.Node) bool {
		s, ok := n.(*ast.ValueSpec)
		if !ok || len(s.Values) == 0 {
			return true
		}
		v, err := types.Eval(token.NewFileSet(), nil, token.NoPos, types.ExprString(s.Values[0]))
		if err != nil || v.Value.Kind() != constant.Int {
			t.Fatalf("%s: %v", s.Names[0].Name, err)
		}
		codes = append(codes, v.Value.String())
		return true
	})
	if len(codes) < 8 {
		t.Fatalf("%d exit codes were found", len(codes))
	}
	slices.Sort(codes)
	return codes
}

// environmentName matches the names of variables; those of Windows contain small letters.
var environmentName = regexp.MustCompile(`^([A-Z][A-Z0-9]+(_[A-Z0-9]+)*|[A-Za-z]+Data)$`)

// variablesRead returns the variables that the program reads: string literals that look
// like one, in files that read the environment.
func variablesRead(t *testing.T) (names []string) {
	t.Helper()
	root := moduleRoot(t)
	m, err := readModule(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	asks := regexp.MustCompile(`\b([gG]etenv|LookupEnv)\(`)
	for _, f := range m.files {
		if f.test {
			continue
		}
		src, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(f.name)))
		if err != nil {
			t.Fatal(err)
		}
		if !asks.Match(src) {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), f.name, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil && environmentName.MatchString(s) {
					names = append(names, s)
				}
			}
			return true
		})
	}
	// colorprofile reads these.
	names = append(names, "NO_COLOR", "COLORTERM")
	slices.Sort(names)
	if names = slices.Compact(names); len(names) < 20 {
		t.Fatalf("%d variables were found: %v", len(names), names)
	}
	return names
}

// The pages are written where man(1) looks for them, and groff accepts them without
// warnings.
func TestManualPagesAreWritten(t *testing.T) {
	dir := t.TempDir()
	a := &session{console: console{out: io.Discard, err: io.Discard, lang: text.VI}, cfg: config.Defaults()}
	if err := writeManuals(&a.console, dir); err != nil {
		t.Fatal(err)
	}
	var files []string
	for lang, folder := range manFolders {
		for name, page := range manuals(lang) {
			file := filepath.Join(dir, folder, name+".1")
			if doc, err := os.ReadFile(file); err != nil || string(doc) != page {
				t.Errorf("%s: %v", file, err)
			}
			files = append(files, file)
		}
	}
	if err := writeManuals(&a.console, filepath.Join(dir, "man1", "motcua.1")); err == nil || !strings.Contains(err.Error(), "motcua.1") {
		t.Errorf("a file in the place of the folder: %v", err)
	}
	t.Run("groff", func(t *testing.T) {
		groff := clienttest.Program(t, "groff", "only the test above reads the pages")
		var said bytes.Buffer
		cmd := exec.CommandContext(t.Context(), groff, append([]string{"-Kutf8", "-Tutf8", "-man", "-ww", "-P-cbou"}, files...)...)
		cmd.Stderr = &said
		shown, err := cmd.Output()
		if err != nil {
			t.Errorf("%v: %s", err, said.String())
		}
		for l := range strings.Lines(said.String()) {
			if !strings.Contains(l, "can't break line") && !strings.Contains(l, "cannot break line") && !strings.Contains(l, "cannot adjust line") { // caused by a long word
				t.Error(l)
			}
		}
		for _, want := range []string{"--lang", "TEA_TRACE", "~/.config/motcua/config.toml"} {
			if n := strings.Count(string(shown), want); n < len(files) {
				t.Errorf("%d pages show %q %d times", len(files), want, n)
			}
		}
	})
}
