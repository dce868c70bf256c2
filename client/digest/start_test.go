package digest_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// Every command starts with this package: a regular expression compiled at start costs
// each of them time, and all of these together took milliseconds.
func TestNoPatternIsCompiledAtStart(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
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
					t.Errorf("%s: compiled at start; make it with pattern", set.Position(at))
				}
			}
		}
	}
}

// compiles are the calls to regexp.MustCompile and its like in a declaration, but for
// those of functions that are called later.
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
