package review

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"motcua/client"
)

// An office's file says what replaces a procedure. Such an entry corrects nothing, so it needs no
// source and is no review; with a correction it needs one.
func TestAnOfficeNamesASuccessor(t *testing.T) {
	const head = "[[procedure]]\ncode = \"1.000001\"\noffice = \"Phường A\"\nreviewed = 2026-11-20\n"
	for _, tt := range []struct {
		name, more string
		want       string // the successor
		kind       Kind
		line       int
	}{
		{"alone", "successor = \" 1.000002 \"\n", "1.000002", "", 0},
		{"with a review", "source = \"v1-0123456789abcdef\"\nsuccessor = \"1.000002\"\nnote = \"x\"\n", "1.000002", "", 0},
		{"with a review and no source", "successor = \"1.000002\"\nnote = \"x\"\n", "", Missing, 1},
		{"with links and no source", "successor = \"1.000002\"\nlinked = [\"1.000003\"]\n", "", Missing, 1},
		{"no code", "successor = \"khai sinh\"\n", "", BadCode, 5},
		{"empty", "successor = \"\"\nsource = \"v1-0123456789abcdef\"\n", "", BadCode, 5},
		{"itself", "successor = \"1.000001\"\n", "", Itself, 5},
		{"no word", "successor = [\"1.000002\"]\n", "", WrongType, 5},
		{"misspelt", "succesor = \"1.000002\"\nsource = \"v1-0123456789abcdef\"\n", "", UnknownKey, 5},
	} {
		entries, problems := Parse("a.toml", []byte(head+tt.more))
		if tt.kind != "" {
			if len(entries) != 0 || len(problems) != 1 || problems[0].Kind != tt.kind || problems[0].Line != tt.line {
				t.Errorf("%s: %+v, %+v", tt.name, entries, problems)
			}
			continue
		}
		if len(entries) != 1 || len(problems) != 0 {
			t.Errorf("%s: %+v, %+v", tt.name, entries, problems)
			continue
		}
		b := &Book{entries: map[string]Entry{"1.000001": entries[0]}}
		next, ok := b.Successor("1.000001")
		if !ok || next.Code != tt.want || next.Office != "Phường A" {
			t.Errorf("%s: %+v", tt.name, next)
		}
		if _, ok := b.Successor(tt.want); ok {
			t.Errorf("%s: the successor has one too", tt.name)
		}
		if r := b.Of(client.Procedure{Code: "1.000001"}); (r != nil) != (entries[0].Source != "") {
			t.Errorf("%s: the review is %+v", tt.name, r)
		}
	}
}

// Successors may follow each other, over files too, but not in a circle: the entry that closes it
// is skipped.
func TestSuccessorsDoNotGoInACircle(t *testing.T) {
	dir := t.TempDir()
	entry := func(code, next string) string {
		return fmt.Sprintf("[[procedure]]\ncode = %q\noffice = \"Phường A\"\nreviewed = 2026-11-20\nsuccessor = %q\n", code, next)
	}
	for name, doc := range map[string]string{
		"a.toml": entry("1.000001", "1.000002") + entry("1.000004", "1.000001"),
		"b.toml": entry("1.000002", "1.000003"),
		"c.toml": entry("1.000003", "1.000001") + entry("1.000005", "1.000001"),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(doc), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b := Read(dir, nil)
	got := b.Problems()
	if len(got) != 1 || got[0].Kind != Circle || got[0].Code != "1.000003" || filepath.Base(got[0].File) != "c.toml" || got[0].Line != 1 ||
		got[0].Value != "1.000003 → 1.000001 → 1.000002 → 1.000003" {
		t.Errorf("%+v", got)
	}
	var codes []string
	for _, e := range b.Entries() {
		codes = append(codes, e.Code)
	}
	if want := []string{"1.000001", "1.000002", "1.000004", "1.000005"}; !slices.Equal(codes, want) {
		t.Errorf("%q, want %q", codes, want)
	}
}

// A successor that the catalogue does not have, and one of a procedure in force, are worth a
// word, the second where somebody knows what is abolished.
func TestRemarksOnSuccessors(t *testing.T) {
	file := filepath.Join(t.TempDir(), "reviews.toml")
	doc := ""
	for _, pair := range [][2]string{{"1.000001", "1.000003"}, {"1.000002", "9.999999"}, {"1.000004", "1.000003"}} {
		doc += fmt.Sprintf("[[procedure]]\ncode = %q\noffice = \"Phường A\"\nreviewed = 2026-11-20\nsuccessor = %q\n", pair[0], pair[1])
	}
	if err := os.WriteFile(file, []byte(doc), 0o600); err != nil {
		t.Fatal(err)
	}
	book := Read(file, nil)
	kept := catalogue{client.Procedure{Code: "1.000004", Abolished: true}} // its page says so itself
	now := time.Date(2026, time.November, 25, 9, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		gone func(string) bool
		want []string
	}{
		{nil, []string{"unknown 9.999999 6"}},
		{func(code string) bool { return code == "1.000002" }, []string{"in_force 1.000001 1", "unknown 9.999999 6"}},
	} {
		var got []string
		for _, p := range book.Remarks(t.Context(), kept, tt.gone, now) {
			got = append(got, fmt.Sprint(p.Kind, " ", p.Value, " ", p.Line))
			if !p.Warn {
				t.Errorf("%+v skips something", p)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
