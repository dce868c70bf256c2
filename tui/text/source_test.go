package text

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// pairsIn finds the texts of [Say] in a source tree. Except for tests and their data,
// nothing can create a Said that it does not find. The second list has calls that it cannot
// read, for example because the arguments are not literals.
func pairsIn(tree fs.FS) (pairs []pair, unread []string, err error) {
	err = fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata"):
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		src, err := fs.ReadFile(tree, name)
		if err != nil || !bytes.Contains(src, []byte("Say")) {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, name, src, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if f, ok := n.(*ast.FuncDecl); ok && f.Name.Name == "Says" && f.Recv != nil {
				return false // it passes on the arguments of its callers, which are checked
			}
			call, ok := n.(*ast.CallExpr)
			if !ok || !says(file, call) {
				return true
			}
			p := pair{at: files.Position(call.Pos()).String()}
			var read [2]bool
			p.vi, read[0] = literal(call.Args[0])
			p.en, read[1] = literal(call.Args[1])
			if !read[0] || !read[1] {
				unread = append(unread, p.at)
				return true
			}
			pairs = append(pairs, p)
			return true
		})
		return nil
	})
	return pairs, unread, err
}

// says reports whether a call creates a Said: Say inside this package, text.Say elsewhere,
// and Says, the method that sets the comment of a configuration key.
func says(file *ast.File, call *ast.CallExpr) bool {
	if len(call.Args) != 2 {
		return false
	}
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		return fun.Name == "Say" && file.Name.Name == "text"
	case *ast.SelectorExpr:
		x, ok := fun.X.(*ast.Ident)
		return fun.Sel.Name == "Says" || ok && x.Name == "text" && fun.Sel.Name == "Say"
	}
	return false
}

// literal returns the text of a literal or of concatenated literals.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		a, okA := literal(e.X)
		b, okB := literal(e.Y)
		return a + b, okA && okB && e.Op == token.ADD
	}
	return "", false
}
