package main

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"motcua/tui/text"
)

// Both languages say everything, with the same blanks to fill.
func TestWordsInBothLanguages(t *testing.T) {
	vi, en := reflect.ValueOf(wordsVI), reflect.ValueOf(wordsEN)
	for i := range vi.NumField() {
		name := vi.Type().Field(i).Name
		if vi.Field(i).Kind() == reflect.Map {
			if vi.Field(i).Len() != en.Field(i).Len() || vi.Field(i).Len() == 0 {
				t.Errorf("%s: %d and %d entries", name, vi.Field(i).Len(), en.Field(i).Len())
			}
			continue
		}
		a, b := vi.Field(i).String(), en.Field(i).String()
		if a == "" || b == "" {
			t.Errorf("%s is empty in a language", name)
		}
		if strings.Count(a, "%") != strings.Count(b, "%") {
			t.Errorf("%s: %q and %q take different values", name, a, b)
		}
	}
}

// The words of kiosk and serve as well; each said has its own two.
func TestSaidInBothLanguages(t *testing.T) {
	for _, all := range []any{kioskWords, serveWords} {
		v := reflect.ValueOf(all)
		for i := range v.NumField() {
			name, s := v.Type().Field(i).Name, said{v.Field(i).Field(0).String(), v.Field(i).Field(1).String()}
			if s.vi == "" || s.en == "" {
				t.Errorf("%s is empty in a language", name)
			}
			if strings.Count(s.vi, "%") != strings.Count(s.en, "%") {
				t.Errorf("%s: %q and %q take different values", name, s.vi, s.en)
			}
			if strings.Contains(s.vi, "vui lòng") || strings.Contains(s.vi, "không hợp lệ") {
				t.Errorf("%s: %q", name, s.vi)
			}
		}
	}
}

// Only a lone heading is put into the other language: answers hold such words
// too.
func TestHeadings(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"  USAGE  \n", "  CÁCH DÙNG  \n"},
		{"\x1b[1;38;5;99m  FLAGS\x1b[m\n", "\x1b[1;38;5;99m  CỜ\x1b[m\n"},
		{"USAGE of water\n", "USAGE of water\n"},
		{"--json\n", "--json\n"},
		{"", ""},
	} {
		var b bytes.Buffer
		a := &app{lang: text.VI, words: &wordsVI}
		n, err := a.headings(&b).Write([]byte(tc.in))
		if b.String() != tc.want || n != len(tc.in) || err != nil {
			t.Errorf("%q: wrote %q, %d, %v; want %q", tc.in, &b, n, err, tc.want)
		}
	}
	var b bytes.Buffer
	a := &app{lang: text.EN, words: &wordsEN}
	if w := a.headings(&b); w != &b {
		t.Error("English needs no change")
	}
}

// fang's own words for what may follow a command stood in English in the
// Vietnamese help. They are replaced in the help alone, by words as wide.
func TestHelpHasNoEnglishBetweenBrackets(t *testing.T) {
	var b bytes.Buffer
	a := &app{lang: text.VI, words: &wordsVI}
	w := a.headings(&b)
	const usage = "    motcua [command] [--flags]\n"
	for _, s := range []string{usage, "  USAGE  \n", usage} {
		if n, err := w.Write([]byte(s)); n != len(s) || err != nil {
			t.Fatalf("%q: %d, %v", s, n, err)
		}
	}
	if want := usage + "  CÁCH DÙNG  \n    motcua [lệnh...] [--cờ...]\n"; b.String() != want {
		t.Errorf("wrote %q, want %q", b.String(), want)
	}
	for theirs, own := range wordsVI.rests {
		if ansi.StringWidth(theirs) != ansi.StringWidth(own) {
			t.Errorf("%s and %s are not of one width", theirs, own)
		}
	}
}

func TestGlobalFlags(t *testing.T) {
	for _, tc := range []struct {
		args string
		want map[string]string
	}{
		{"", map[string]string{}},
		{"track X --proof 4321 --lang en", map[string]string{"lang": "en"}},
		{"--config=a.toml track --theme dark X", map[string]string{"config": "a.toml", "theme": "dark"}},
		{"track --watch --lang=vi --json", map[string]string{"lang": "vi"}},
		{"search -- --lang en", map[string]string{}},
		{"track --lang", map[string]string{}},
		{"-h --lang en", map[string]string{"lang": "en"}},
		{"track --offline X --lang en --lang vi", map[string]string{"lang": "vi"}},
	} {
		if got := globalFlags(strings.Fields(tc.args)); !reflect.DeepEqual(got, tc.want) {
			t.Errorf("%q: got %v, want %v", tc.args, got, tc.want)
		}
	}
}
