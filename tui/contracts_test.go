package tui_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/tui/text"
)

// What a page owes to somebody at a kiosk beside the interface page, and a compiler
// does not ask for.
const (
	beThere  = "stands in a lobby"
	speak    = "speaks its content"
	name     = "names its targets"
	clip     = "says of its keys what can be recorded"
	keyboard = "has a field that a keyboard on the screen types into and a scan is taken out of"
	scroll   = "scrolls when it is taller than the screen"
)

// excused are the pages that do not owe one of these, and why.
var excused = map[string]map[string]string{
	"follow":         {beThere: "it is for staff on a terminal of their own, where nothing is read aloud"},
	"follow.choice":  {beThere: "it is for staff on a terminal of their own, as the list is"},
	"follow.export":  {beThere: "it is for staff on a terminal of their own, as the list is"},
	"follow.secret":  {beThere: "it is for staff on a terminal of their own, as the list is"},
	"why":            {beThere: "it is for staff on a terminal of their own, where nothing is read aloud"},
	"signed":         {beThere: "it opens files of the machine that a person sits at, so no lobby has it"},
	"home":           {scroll: "on a small screen it leaves out what people often ask for, which the search shows as well"},
	"topics":         {scroll: "on a small screen it leaves out the hints, so that all questions are seen at once"},
	"take":           {scroll: "where there is room it writes out the address that the code holds"},
	"kiosk.morePage": {clip: "it says the keys of the page below, as that page does"},
	"operator":       {clip: "staff who look after a kiosk can be read to by a synthetic voice"},
	"elsewhere": {
		scroll: "where there is room it says how to scan the code and writes out its address",
	},
	"pin": {
		name:     "a digit that is said as the focus comes to it tells the PIN to whoever is near",
		keyboard: "its digits are all the keys it takes and stand on the page itself",
	},
}

// moreScenes are those of the pages that lobbyScenes have no picture of.
var moreScenes = []struct {
	name string
	play func(*terminal)
}{
	{"pin", func(c *terminal) { c.press("f12") }},
	{"operator", func(c *terminal) {
		c.press("f12")
		c.typeText("2468")
		c.press("enter")
		c.wait(time.Second)
	}},
	{"status", func(c *terminal) {
		c.press("f12")
		c.typeText("2468")
		c.press("enter")
		c.wait(time.Second)
		c.press("f5")
		c.wait(time.Second)
	}},
	{"elsewhere", func(c *terminal) { c.press("2"); c.typeText(insuranceNumber); c.press("enter"); c.wait(time.Second) }},
}

// Each page does what somebody at a kiosk needs who cannot see it, cannot type on a
// keyboard, or stands before a small screen. A new page comes here by itself: it wants
// a scene, or a line in excused.
func TestEveryPageKeepsItsContracts(t *testing.T) {
	long(t)
	missed := map[string]map[string]bool{} // by page and contract
	miss := func(page, contract string) {
		if missed[page] == nil {
			missed[page] = map[string]bool{}
		}
		missed[page][contract] = true
	}
	left := map[string]bool{}
	for _, p := range pageTypes(t) {
		left[p] = true
	}
	check := func(c *terminal) {
		page := c.model.PageType()
		delete(left, page)
		broken := func(contract, format string, args ...any) {
			miss(page, contract)
			if excused[page][contract] == "" {
				args = append(args, c.text())
				t.Errorf("%s: "+format+"\n%s", append([]any{page}, args...)...)
			}
		}
		if said, ok := c.model.PageSpeaks(); !ok || len(said) == 0 {
			broken(speak, "of this page only the title is heard")
		}
		if lines := c.model.Unrecorded(); len(lines) > 0 {
			broken(clip, "no field with a tag clip has %q", lines)
		}
		if keeps, moves := c.model.Scrolls(); keeps && !moves {
			broken(scroll, "no finger and no key of the lobby scrolls it")
		}
		ids := c.model.Screen().Targets()
		// What lies behind the keyboard is shown when that is put away.
		if words, scrolls := c.model.Hidden(); len(words) > 0 && !scrolls && !slices.ContainsFunc(ids, typesLetter) {
			broken(scroll, "nobody gets to %q", words)
		}
		for _, id := range ids {
			if c.model.SpokenName(id) == "" {
				broken(name, "the target %q has no name for the ear", id)
			}
		}
		field := slices.IndexFunc(ids, func(id string) bool { return strings.HasPrefix(id, "field:") })
		if !c.model.Captures() && field < 0 {
			return
		}
		if field < 0 {
			broken(keyboard, "nothing types into its field")
			return
		}
		if left, ok := c.model.Emptied(); !ok || left != "" {
			broken(keyboard, "nothing takes a scan out of its field: it is no page.FieldPage, or leaves %q", left)
			return
		}
		c.tap(ids[field])
		if !slices.ContainsFunc(c.model.Screen().Targets(), typesLetter) {
			broken(keyboard, "a tap on its field brings no keyboard")
		}
	}
	for _, size := range lobbySizes {
		for i := range lobbyScenes {
			onScene(t, i, text.VI, size, check)
		}
		for _, scene := range moreScenes {
			o, _ := lobbyOptions(t, text.EN)
			o.Kiosk.Operator = guard{}
			onTerminal(t, o, size[0], size[1], func(c *terminal) { scene.play(c); check(c) })
		}
	}
	for _, page := range slices.Sorted(maps.Keys(left)) {
		miss(page, beThere)
		if excused[page][beThere] == "" {
			t.Errorf("no scene of this test shows %s", page)
		}
	}
	for page, contracts := range excused {
		for contract := range contracts {
			if !missed[page][contract] {
				t.Errorf("%s %s after all: it needs no excuse", page, contract)
			}
		}
	}
}

// typesLetter tells a key of the keyboard on the screen that types.
func typesLetter(id string) bool { return strings.HasPrefix(id, "board:type:") }

// pageTypes are the types that are pages, by the names that PageType gives: those with a
// crumb for the header and a sheet to draw, or with a page's base.
func pageTypes(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("pages/*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	shell, err := filepath.Glob("kiosk/*.go")
	if err != nil {
		t.Fatal(err)
	}
	methods, found := map[string]int{}, map[string]bool{}
	for _, name := range append(files, shell...) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if of := receiver(d); of != "" && (d.Name.Name == "Crumb" || d.Name.Name == "Sheet") {
					methods[pageName(file.Name.Name, of)]++
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if ts, ok := s.(*ast.TypeSpec); ok && isPage(ts) {
						found[pageName(file.Name.Name, ts.Name.Name)] = true
					}
				}
			}
		}
	}
	for of, n := range methods {
		if n == 2 {
			found[of] = true
		}
	}
	if len(found) < 10 {
		t.Fatalf("only these pages were found: %v", found)
	}
	return slices.Sorted(maps.Keys(found))
}

// receiver is the type that a method is of, "" for a function.
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return ""
	}
	of := d.Recv.List[0].Type
	if star, ok := of.(*ast.StarExpr); ok {
		of = star.X
	}
	if id, ok := of.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}

// isPage tells whether a struct has a page's base.
func isPage(ts *ast.TypeSpec) bool {
	st, ok := ts.Type.(*ast.StructType)
	if !ok {
		return false
	}
	return slices.ContainsFunc(st.Fields.List, func(f *ast.Field) bool {
		typ := f.Type
		if of, ok := typ.(*ast.IndexExpr); ok {
			typ = of.X
		}
		sel, ok := typ.(*ast.SelectorExpr)
		return ok && len(f.Names) == 0 && slices.Contains([]string{"Base", "Entry", "Listing", "Finding"}, sel.Sel.Name)
	})
}
