package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// Drawing changes nothing: Layout, which runs before, lays out what keys need to know about
// a page, and drawing only reads it. A method that draws, or is called while a page is
// drawn, assigns neither to its receiver nor to anything reachable from it, directly or
// through calls.
func TestArchitectureOfDrawing(t *testing.T) {
	faults, drawing := drawingFaults(t, os.DirFS(moduleRoot(t)))
	if drawing < 80 { // a checker that reads nothing finds nothing
		t.Errorf("only %d methods draw", drawing)
	}
	for _, f := range faults {
		t.Error(f)
	}
}

// drawingNames matches methods that draw or are called while a page is drawn.
var drawingNames = regexp.MustCompile(`^(Sheet|View|Screen|Whole|[dD]raw.*|Keys|Crumb|CapturesInput|Dense|Number)$`)

// layingNames matches methods that lay out the screen before they pass it on to be drawn.
var layingNames = regexp.MustCompile(`^(View|Screen)$`)

// laying are the methods with which those begin.
var laying = []string{"tui.Root.lay", "tui.Root.shown", "kiosk.Shell.lay", "kiosk.Shell.shown"}

// harmless are methods that change nothing that is drawn, or that belong to no page.
var harmless = map[string]string{
	"qr.Book.Find":        "it gives what Encode gives, from memory",
	"input.Pace.Worked":   "a stopwatch",
	"parts.Flow.Whole":    "a flow is the pen, which moves",
	"parts.Progress.Draw": "a line of text that is written over itself",
}

// drawingFaults returns a message for each drawing method in tui that changes something,
// and the number of drawing methods.
func drawingFaults(t *testing.T, tree fs.FS) (faults []string, drawing int) {
	t.Helper()
	w := writers{tree: tree, files: token.NewFileSet(), packages: map[string]*types.Package{}, writes: map[*types.Func]map[int]string{}}
	w.info = &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, Implicits: map[ast.Node]types.Object{},
	}
	err := fs.WalkDir(tree, "tui", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() != "testdata" {
			_, _ = w.Import("motcua/" + name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for w.again = true; w.again; {
		w.again = false
		for fn, d := range w.decls {
			w.look(fn, d)
		}
	}
	for fn := range w.decls {
		if !drawingNames.MatchString(fn.Name()) || fn.Signature().Recv() == nil || harmless[named(fn)] != "" {
			continue
		}
		drawing++
		if how, ok := w.writes[fn][0]; ok {
			faults = append(faults, fmt.Sprintf("%s draws, and changes something: %s", named(fn), how))
		}
	}
	slices.Sort(faults)
	return faults, drawing
}

// named returns a function's name with its package and its receiver's type.
func named(fn *types.Func) string {
	name := fn.Name()
	if recv := fn.Signature().Recv(); recv != nil {
		of := recv.Type()
		if p, ok := of.(*types.Pointer); ok {
			of = p.Elem()
		}
		if n, ok := of.(*types.Named); ok {
			name = n.Obj().Name() + "." + name
		}
	}
	return fn.Pkg().Name() + "." + name
}

// writers finds which functions write through their receivers and parameters. It knows the
// types of this module; a type from elsewhere is unknown, and a call to it counts as
// writing nothing.
type writers struct {
	tree     fs.FS
	files    *token.FileSet
	info     *types.Info
	packages map[string]*types.Package
	decls    map[*types.Func]*ast.FuncDecl
	writes   map[*types.Func]map[int]string // by parameter: 0 is the receiver, 1 and above the parameters; the value says how
	again    bool
}

// Import reads a package of this module together with its imports.
func (w *writers) Import(of string) (*types.Package, error) {
	if p := w.packages[of]; p != nil {
		return p, nil
	}
	p := types.NewPackage(of, path.Base(of))
	p.MarkComplete()
	w.packages[of] = p
	dir, ours := strings.CutPrefix(of, "motcua/")
	if !ours {
		return p, nil
	}
	names, err := fs.Glob(w.tree, dir+"/*.go")
	var parsed []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := fs.ReadFile(w.tree, name)
		if err != nil {
			return nil, err
		}
		f, err := parser.ParseFile(w.files, name, src, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		parsed = append(parsed, f)
	}
	if len(parsed) == 0 {
		return p, err
	}
	conf := types.Config{Importer: w, Error: func(error) {}}
	checked, _ := conf.Check(of, w.files, parsed, w.info) // unknown packages give errors, which are expected
	w.packages[of] = checked
	if w.decls == nil {
		w.decls = map[*types.Func]*ast.FuncDecl{}
	}
	for _, f := range parsed {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil && strings.HasPrefix(dir, "tui") {
				if obj, ok := w.info.Defs[fn.Name].(*types.Func); ok {
					w.decls[obj] = fn
				}
			}
		}
	}
	return checked, nil
}

// look finds what a function writes, as far as the functions it calls are known.
func (w *writers) look(fn *types.Func, d *ast.FuncDecl) {
	from := map[types.Object]map[int]bool{} // the roots that a variable leads to
	if recv := fn.Signature().Recv(); recv != nil {
		from[recv] = map[int]bool{0: true}
	}
	for i := range fn.Signature().Params().Len() {
		from[fn.Signature().Params().At(i)] = map[int]bool{i + 1: true}
	}
	write := func(x ast.Expr, how string) {
		for root := range w.roots(x, from) {
			if w.writes[fn] == nil {
				w.writes[fn] = map[int]string{}
			}
			if _, ok := w.writes[fn][root]; !ok && harmless[named(fn)] == "" {
				w.writes[fn][root] = fmt.Sprintf("%s %s", w.files.Position(x.Pos()), how)
				w.again = true
			}
		}
	}
	leads := func(to *ast.Ident, x ast.Expr) { // to becomes another name for what x leads to
		obj := w.info.ObjectOf(to)
		if obj == nil || !reference(obj.Type()) {
			return
		}
		if from[obj] == nil {
			from[obj] = map[int]bool{}
		}
		maps.Copy(from[obj], w.roots(x, from))
	}
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, x := range n.Lhs {
				if w.reaches(x) {
					write(x, "assigns")
				}
				if id, ok := x.(*ast.Ident); ok && len(n.Lhs) == len(n.Rhs) {
					leads(id, n.Rhs[i])
				}
			}
		case *ast.IncDecStmt:
			if w.reaches(n.X) {
				write(n.X, "counts")
			}
		case *ast.RangeStmt:
			if id, ok := n.Value.(*ast.Ident); ok {
				leads(id, n.X)
			}
			for _, x := range []ast.Expr{n.Key, n.Value} {
				if x != nil && w.reaches(x) {
					write(x, "assigns")
				}
			}
		case *ast.CallExpr:
			w.call(fn, n, write)
		}
		return true
	})
}

// call records what a call writes.
func (w *writers) call(by *types.Func, n *ast.CallExpr, write func(x ast.Expr, how string)) {
	var callee *types.Func
	switch f := ast.Unparen(n.Fun).(type) {
	case *ast.Ident:
		if b, ok := w.info.Uses[f].(*types.Builtin); ok {
			if slices.Contains([]string{"clear", "copy", "delete"}, b.Name()) {
				write(n.Args[0], b.Name()+"s")
			}
			return
		}
		callee, _ = w.info.Uses[f].(*types.Func)
	case *ast.SelectorExpr:
		callee, _ = w.info.Uses[f.Sel].(*types.Func)
		if callee == nil {
			return
		}
		callee = callee.Origin()
		if layingNames.MatchString(by.Name()) && slices.Contains(laying, named(callee)) {
			return
		}
		if _, ok := w.writes[callee][0]; ok && (w.reaches(f) || reference(w.info.TypeOf(f.X))) {
			write(f.X, "calls "+named(callee))
		}
	}
	if callee == nil {
		return
	}
	for i, arg := range n.Args {
		if _, ok := w.writes[callee.Origin()][i+1]; ok {
			write(arg, "gives it to "+named(callee))
		}
	}
}

// roots returns the receiver and the parameters that an expression leads to.
func (w *writers) roots(x ast.Expr, from map[types.Object]map[int]bool) map[int]bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		return from[w.info.ObjectOf(x)]
	case *ast.SelectorExpr:
		return w.roots(x.X, from)
	case *ast.StarExpr:
		return w.roots(x.X, from)
	case *ast.IndexExpr:
		return w.roots(x.X, from)
	case *ast.SliceExpr:
		return w.roots(x.X, from)
	case *ast.TypeAssertExpr:
		return w.roots(x.X, from)
	case *ast.UnaryExpr:
		return w.roots(x.X, from)
	}
	return nil
}

// reaches reports whether an expression is in memory that others see as well: behind a
// pointer, in a slice or in a map. The value of a variable itself is a copy.
func (w *writers) reaches(x ast.Expr) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.SelectorExpr:
		if s := w.info.Selections[x]; s != nil && s.Indirect() {
			return true
		}
		return w.reaches(x.X)
	case *ast.StarExpr:
		return true
	case *ast.IndexExpr:
		return reference(w.info.TypeOf(x.X)) || w.reaches(x.X)
	}
	return false
}

// reference reports whether a value of that type leads to memory elsewhere.
func reference(of types.Type) bool {
	if of == nil {
		return false
	}
	switch of.Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map, *types.Interface:
		return true
	}
	return false
}

// Each way to change something while drawing is found once, and each way that only looks
// like it is accepted.
func TestArchitectureOfDrawingFinds(t *testing.T) {
	const screen = `package a
import "motcua/tui/page"
type row struct { n int }
type List struct { at int }
func (l *List) Move() { l.at++ }
func (l List) Moved() List { l.at++; return l }
func move(l *List) { l.Move() }
type Env struct { Away bool }
type screen struct { *Env; page.Base; list List; rows []row; made map[int]int; all []*row; at int }
func (p *screen) sizes() { p.rest() }
func (p *screen) rest() { p.at = 1 }
func (p *screen) look() int { return p.at }
`
	for _, tc := range []struct {
		method string
		fault  bool
	}{
		{"func (p *screen) Sheet() { p.at = 1 }", true},
		{"func (p *screen) Sheet() { p.at++ }", true},
		{"func (p *screen) drawRow() { p.at += 2 }", true},
		{"func (p *screen) View() { p.list.at = 1 }", true},
		{"func (p *screen) Keys() { *p = screen{} }", true},
		{"func (p *screen) Draw() { p.rows[0].n = 1 }", true},
		{"func (p *screen) Draw() { p.made[1] = 1 }", true},
		{"func (p *screen) Draw() { clear(p.made) }", true},
		{"func (p *screen) Draw() { func() { p.at = 1 }() }", true},
		{"func (p *screen) Draw() { for p.at = range p.rows { } }", true},
		{"func (p screen) Draw() { p.Away = true }", true},
		{"func (p *screen) Draw() { p.sizes() }", true},
		{"func (p *screen) Draw() { p.list.Move() }", true},
		{"func (p *screen) Draw() { l := &p.list; l.Move() }", true},
		{"func (p *screen) Draw() { move(&p.list) }", true},
		{"func (p *screen) Draw() { for _, r := range p.all { r.n = 1 } }", true},
		{"func (p *screen) Draw() { p.Layout(1) }", true},
		{"func (p *screen) Layout(n int) { p.at = n }", false},
		{"func (p *screen) Draw() { p.look() }", false},
		{"func (p screen) Draw() { p.at = 1 }", false},
		{"func (p *screen) Draw() { l := p.list; l.Move() }", false},
		{"func (p *screen) Draw() { p.list.Moved() }", false},
		{"func (p *screen) Draw() { for _, r := range p.rows { r.n = 1 } }", false},
		{"func (p *screen) Draw(to *List) { to.Move() }", false},
	} {
		faults, drawing := drawingFaults(t, fstest.MapFS{
			"tui/page/page.go": {Data: []byte("package page\ntype Base struct { width int }\nfunc (b *Base) Layout(n int) { b.width = n }\n")},
			"tui/pages/a/a.go": {Data: []byte(screen + tc.method)},
		})
		if found := len(faults) > 0; found != tc.fault || drawing != 1 && !strings.Contains(tc.method, ") Layout") {
			t.Errorf("%s: of %d drawing methods these were found: %q", tc.method, drawing, faults)
		}
	}
}
