package tui_test

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// meanings are names of words, and of bindings, that say the same as another one.
var meanings = map[string]string{
	"KeyPrintNew":    "KeyPrint",      // print once more
	"KeyList":        "Units.Key",     // the offices
	"KeyOver":        "KeyExport",     // writes the file
	"Linked.Key":     "Units.KeyNext", // on to the procedure that is done instead
	"Colours":        "KeyTheme",
	"theme":          "KeyTheme",
	"Help":           "KeyHelp",
	"help":           "KeyHelp",
	"lang":           "OtherLanguage",
	"follow":         "KeyFollow",
	"copy":           "KeyCopy",
	"state":          "State",
	"size":           "Size",
	"sh.sizeWords()": "Size",  // what its next step does
	"choose":         "Aloud", // with speech or without
	"repeat":         "Again",
	"more":           "More",
	"Finish":         "KeyQuit", // the person of a lobby leaves
	"finish":         "KeyQuit",
	"leave":          "KeyQuit",
	"quit":           "KeyQuit", // a page, and on the first one the program
	"Results":        "Type",    // puts the keyboard away, and back
}

// twofold are keys with two meanings, which never work in one place. A key that is mended must
// go from this list, and none may come.
var twofold = map[string]string{
	"f6": "KeyFollow, Size", // the list of staff, who have no lobby; larger letters in a lobby
	"f9": "Again, Type",     // a lobby's keyboard; for somebody who listens, the page once more
}

// structural are the keys that walk, choose and go back on every page.
var structural = []string{"enter", "esc", "tab", "up", "down", "left", "right", "pgdown", "pgup", "delete"}

// keyUses is what the source says about keys.
type keyUses struct {
	means   map[string]map[string]string // by key and meaning: the file
	handled map[string]string            // letters that a page's Update takes: the file
}

// A key means one thing in the whole program, in a lobby as on a terminal of one's own: what a
// hand has learnt on one page must not do something else on the next. And a letter that a page
// takes is one that some page tells of.
func TestAKeyMeansOneThing(t *testing.T) {
	uses := keyUses{map[string]map[string]string{}, map[string]string{}}
	for _, pattern := range []string{"*.go", "kiosk/*.go", "page/*.go", "pages/*/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if !strings.HasSuffix(name, "_test.go") {
				uses.read(t, name)
			}
		}
	}
	if len(uses.means) < 25 || len(uses.handled) < 15 {
		t.Fatalf("only %d keys with a meaning and %d letters that are taken were found", len(uses.means), len(uses.handled))
	}
	for _, k := range slices.Sorted(maps.Keys(uses.means)) {
		all := uses.means[k]
		said := strings.Join(slices.Sorted(maps.Keys(all)), ", ")
		switch {
		case len(all) > 1 && twofold[k] != said:
			t.Errorf("%s means %s: %v", k, said, all)
		case len(all) == 1 && twofold[k] != "":
			t.Errorf("%s means one thing now: take it from the list", k)
		}
	}
	for letter, file := range uses.handled {
		if uses.means[letter] == nil {
			t.Errorf("%s takes %s, of which no page tells", file, letter)
		}
	}
}

// read finds the keys in a file.
func (u keyUses) read(t *testing.T, name string) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	source := func(n ast.Node) string {
		var b strings.Builder
		if err := printer.Fprint(&b, fset, n); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			u.told(n, name, source)
		case *ast.CaseClause:
			for _, e := range n.List {
				u.take(e, name)
			}
		case *ast.BinaryExpr:
			if n.Op == token.EQL {
				u.take(n.Y, name)
			}
		}
		return true
	})
}

// told reads a parts.Key, or the bindings of a struct.
func (u keyUses) told(lit *ast.CompositeLit, name string, source func(ast.Node) string) {
	var label, press, words string
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		field, value := source(kv.Key), source(kv.Value)
		switch field {
		case "Label":
			label, _ = strconv.Unquote(value)
		case "Text":
			words = meaningOf(value)
		case "Press":
			press, _ = strconv.Unquote(value)
		}
		if call, ok := kv.Value.(*ast.CallExpr); ok && strings.HasPrefix(value, "key.NewBinding(key.WithKeys(") {
			for _, arg := range call.Args[0].(*ast.CallExpr).Args {
				k, _ := strconv.Unquote(source(arg))
				u.mean(k, meaningOf(field), name)
			}
		}
	}
	if words != "" {
		u.mean(label, words, name)
		u.mean(press, words, name)
	}
}

// keyName are letters, function keys and keys with Ctrl: those that do something of their own.
var keyName = regexp.MustCompile(`^([a-z?/]|f\d+|ctrl\+.)$`)

func (u keyUses) mean(k, words, file string) {
	if k = strings.ToLower(k); !keyName.MatchString(k) || slices.Contains(structural, k) {
		return
	}
	if u.means[k] == nil {
		u.means[k] = map[string]string{}
	}
	u.means[k][words] = file
}

// take records a letter that is compared with a key.
func (u keyUses) take(e ast.Expr, file string) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return
	}
	if k, _ := strconv.Unquote(lit.Value); len(k) == 1 && k != " " && strings.ToLower(k) != strings.ToUpper(k) {
		u.handled[strings.ToLower(k)] = file
	}
}

// meaningOf returns the name of the words of a key: "Units.KeyNext" of
// "topic.Units.In(p.Texts).KeyNext", "Levels" of "p.Texts.Screen.Levels[p.level]".
func meaningOf(words string) string {
	_, topic, isTopic := strings.Cut(words, "topic.")
	name := words
	if m := lastName.FindStringSubmatch(words); m != nil {
		name = m[1]
	}
	if isTopic && strings.HasPrefix(name, "Key") {
		subject, _, _ := strings.Cut(topic, ".")
		name = subject + "." + name
	}
	return cmp.Or(meanings[name], name)
}

// lastName is the last name of an expression such as fmt.Sprintf(t.Key, t.Names[m]): the words,
// and not what is put into them.
var lastName = regexp.MustCompile(`(?:^fmt\.Sprintf\([^,]*\.|\.|^)(\w+)(?:,.*|\[.*)?\)?$`)
