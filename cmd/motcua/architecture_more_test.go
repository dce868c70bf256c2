package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// readsVietnamese are the packages that read what portals and people write and so contain
// Vietnamese words: names of fields and states, the grammar of the procedures' texts, facts
// with their sources, samples, syllables to type and to speak. The packages of dossier
// systems contain the name of their kind; the test of tui/text checks those names.
var readsVietnamese = []string{
	"client/decode", "client/digest/...", "client/english", "client/facts/...", "client/find/...", "client/gateway", "client/gazetteer", "client/integration", "client/national", "client/rest", "client/sandbox/...",
	"client/system", "client/clienttest/...", "tui/typing", "tui/view/viewtest", "kiosk/speech",
}

// spelt returns the string literals of a file that contain Vietnamese letters. It leaves
// out those in the row of a configuration key, because the test of tui/text checks them.
func spelt(parsed *ast.File, pkg string) (list []string) {
	rows := pkg == "kiosk/config/key" || slices.ContainsFunc(parsed.Imports, func(s *ast.ImportSpec) bool {
		return strings.HasSuffix(s.Path.Value, `/kiosk/config/key"`)
	})
	var visit func(ast.Node) bool
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			sel, ok := n.Fun.(*ast.SelectorExpr)
			if ok && rows && (sel.Sel.Name == "Say" || sel.Sel.Name == "Says") {
				ast.Inspect(sel.X, visit) // the row before .Says
				return false
			}
		case *ast.BasicLit:
			if n.Kind == token.STRING && strings.ContainsFunc(n.Value, vietnamese) {
				list = append(list, n.Value)
			}
		}
		return true
	}
	ast.Inspect(parsed, visit)
	return list
}

// bound is the maximum size of a package without its tests: somebody can read it from top
// to bottom in an afternoon.
type bound struct{ files, lines int }

var most = bound{files: 25, lines: 2500}

// vietnamese reports whether r is a Vietnamese letter that English does not have.
func vietnamese(r rune) bool {
	return strings.ContainsRune("ĂÂĐÊÔƠƯ", unicode.ToUpper(r)) || unicode.Is(unicode.Latin, r) && r > unicode.MaxASCII && isToned(r)
}

// isToned reports whether r is a vowel with a tone mark.
func isToned(r rune) bool {
	d := []rune(norm.NFD.String(string(r)))
	return len(d) > 1 && strings.ContainsRune("aeiouyAEIOUY", d[0]) && slices.ContainsFunc(d[1:], func(mark rune) bool {
		return strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", mark)
	})
}

// mended returns the listed files that no longer break their rule: they must be removed
// from the list, so that they do not break it again.
func (m module) mended(rules []rule) []string {
	var problems []string
	for _, r := range rules {
		for _, name := range r.still {
			i := slices.IndexFunc(m.files, func(f file) bool { return f.name == name })
			if i < 0 || len(m.files[i].breaks(r, m)) == 0 {
				problems = append(problems, fmt.Sprintf("%s: %s keeps it now, take it out of the list", r.name, name))
			}
		}
	}
	return problems
}

// sizes returns a message for each package that is larger than most.
func (m module) sizes(most bound) []string {
	all := map[string]bound{}
	for _, f := range m.files {
		if !f.test {
			b := all[f.pkg]
			all[f.pkg] = bound{b.files + 1, b.lines + f.lines}
		}
	}
	var problems []string
	for pkg, is := range all {
		if is.files > most.files || is.lines > most.lines {
			problems = append(problems, fmt.Sprintf("%s has %d files with %d lines, more than %d with %d: part it by idea", pkg, is.files, is.lines, most.files, most.lines))
		}
	}
	slices.Sort(problems)
	return problems
}

// TestArchitectureListsShrink: a file that no longer breaks a rule, or no longer exists, must
// leave its list.
func TestArchitectureListsShrink(t *testing.T) {
	clock := "package p\n\nimport \"time\"\n\nvar t = time.Now()\n"
	m, err := readModule(fstest.MapFS{
		"go.mod":        {Data: []byte("module motcua\n")},
		"tui/a.go":      {Data: []byte(clock)},
		"tui/b.go":      {Data: []byte("package p\n")},
		"tui/b_test.go": {Data: []byte(clock)},
	})
	if err != nil {
		t.Fatal(err)
	}
	r := rule{name: "no clock", in: []string{"tui/..."}, clocks: true, still: []string{"tui/a.go", "tui/b.go", "tui/gone.go"}}
	if problems := m.check([]rule{r}); len(problems) > 0 {
		t.Errorf("what is listed is told: %q", problems)
	}
	want := []string{"no clock: tui/b.go keeps it now, take it out of the list", "no clock: tui/gone.go keeps it now, take it out of the list"}
	if got := m.mended([]rule{r}); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A package may not outgrow either bound, and its tests do not count.
func TestArchitectureBoundsPackages(t *testing.T) {
	m, err := readModule(fstest.MapFS{
		"go.mod":           {Data: []byte("module motcua\n")},
		"themes/a.go":      {Data: []byte("package p\n")},
		"themes/b.go":      {Data: []byte("package p\n\n\n\n")},
		"themes/b_test.go": {Data: []byte("package p\n\n\n\n")},
		"tui/a.go":         {Data: []byte("package p\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		most bound
		want []string
	}{
		{bound{2, 5}, nil},
		{bound{1, 5}, []string{"themes has 2 files with 5 lines, more than 1 with 5: part it by idea"}},
		{bound{2, 4}, []string{"themes has 2 files with 5 lines, more than 2 with 4: part it by idea"}},
	} {
		if got := m.sizes(tt.most); !slices.Equal(got, tt.want) {
			t.Errorf("most %v: got %q, want %q", tt.most, got, tt.want)
		}
	}
}
