package digest_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Every command starts with these packages. Compiling their regular expressions at start took
// milliseconds in each command.
func TestNoPatternIsCompiledAtStart(t *testing.T) {
	here, err := filepath.Glob("*.go")
	below, errBelow := filepath.Glob("*/*.go")
	files := slices.Concat(here, below)
	if err != nil || errBelow != nil || len(files) == 0 {
		t.Fatal("no files", err, errBelow)
	}
	set := token.NewFileSet()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok {
				for _, at := range compiles(g) {
					t.Errorf("%s: compiled at start; make it with token.Pattern", set.Position(at))
				}
			}
		}
	}
}

// compiles returns the calls of regexp.MustCompile and similar functions in a declaration,
// except those in functions that are called later.
func compiles(d *ast.GenDecl) []token.Pos {
	var out []token.Pos
	ast.Inspect(d, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			if s, ok := n.Fun.(*ast.SelectorExpr); ok && strings.Contains(s.Sel.Name, "Compile") {
				out = append(out, n.Pos())
			}
		}
		return true
	})
	return out
}
