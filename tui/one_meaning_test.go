package tui_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// meanings are texts of keys that say one thing in several words.
var meanings = map[string]string{
	"KeyPrintNew": "KeyPrint",      // print once more
	"KeyStop":     "KeyBack",       // Esc leaves what is going on
	"KeyAll":      "KeyBack",       // and takes a filter away
	"KeyList":     "Units.Key",     // the offices
	"Linked.Key":  "Units.KeyNext", // on to the procedure that is done instead
}

// twofold are letters that mean two things today. A letter that is mended must go from this
// list, and none may come.
var twofold = map[string]string{
	"Q": "KeyQR, KeyQuit", // leaves on the first page, and shows a QR code elsewhere
}

// A letter means one thing on all pages: what a hand has learnt on one page must not do
// something else on the next.
func TestALetterMeansOneThing(t *testing.T) {
	means := map[string]map[string]string{} // by letter and meaning: where
	for _, pattern := range []string{"*.go", "page/*.go", "pages/*/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if !strings.HasSuffix(name, "_test.go") {
				keysIn(t, name, means)
			}
		}
	}
	if len(means) < 10 {
		t.Fatalf("only %d letters were found", len(means))
	}
	for _, letter := range slices.Sorted(maps.Keys(means)) {
		all := means[letter]
		said := strings.Join(slices.Sorted(maps.Keys(all)), ", ")
		switch {
		case len(all) > 1 && twofold[letter] != said:
			t.Errorf("%s means %s: %v", letter, said, all)
		case len(all) == 1 && twofold[letter] != "":
			t.Errorf("%s means one thing now: take it from the list", letter)
		}
	}
}

// keysIn finds the letters that the pages of a file tell of.
func keysIn(t *testing.T, name string, means map[string]map[string]string) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok {
			return true
		}
		var letter, text string
		for _, e := range lit.Elts {
			kv, ok := e.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			var b strings.Builder
			if err := printer.Fprint(&b, fset, kv.Value); err != nil {
				t.Fatal(err)
			}
			switch fmt.Sprint(kv.Key) {
			case "Label":
				letter = strings.Trim(b.String(), `"`)
			case "Text":
				text = meaningOf(b.String())
			}
		}
		if len(letter) == 1 && text != "" {
			if means[letter] == nil {
				means[letter] = map[string]string{}
			}
			means[letter][text] = name
		}
		return true
	})
}

// meaningOf returns the name of the words of a key: "Units.KeyNext" of
// "topic.Units.In(p.Texts).KeyNext".
func meaningOf(words string) string {
	_, topic, isTopic := strings.Cut(words, "topic.")
	name := words[strings.LastIndexByte(words, '.')+1:]
	if isTopic {
		subject, _, _ := strings.Cut(topic, ".")
		if name == "Key" || strings.HasPrefix(name, "Key") {
			name = subject + "." + name
		}
	}
	if m, ok := meanings[name]; ok {
		return m
	}
	return name
}
