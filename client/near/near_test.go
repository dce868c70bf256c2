package near

import (
	"strings"
	"testing"
)

func TestEdits(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"khai", "khai", 0}, {"sinh", "sin", 1}, {"khia", "khai", 1}, {"giay", "gaiy", 1}, {"hon", "hom", 1},
		{"kinh", "doanh", 3}, {"doanh", "doang", 1}, {"nghiep", "ngiep", 1}, {"thuong", "truong", 1}, {"chieu", "chiue", 1}, {"abcd", "badc", 2},
	} {
		if got := Edits(c.a, c.b, 2); got != min(c.want, 3) {
			t.Errorf("%s to %s: %d edits, not %d", c.a, c.b, got, c.want)
		}
		if got := Edits(c.b, c.a, 1); got != min(c.want, 2) {
			t.Errorf("%s to %s: %d edits of 1, not %d", c.b, c.a, got, c.want)
		}
	}
}

func TestWord(t *testing.T) {
	for _, tc := range []struct{ word, want string }{
		{"lang", "lang"}, {"lagn", "lang"}, {"langg", "lang"}, {"theem", "theme"}, {"orginals", "originals"},
		{"zzz", ""}, {"", ""}, {"la", ""}, {"phone", ""}, {"themes", "theme"}, {"thems", "theme"}, {"thm", ""},
		{strings.Repeat("lang", 100), ""}, {strings.Repeat("x", 1000), ""},
	} {
		if got := Word(tc.word, []string{"lang", "theme", "themas", "originals"}); got != tc.want {
			t.Errorf("%.20q: %q, want %q", tc.word, got, tc.want)
		}
	}
}

// Both ways round, whatever the words: as many edits, none between equals, and never
// more than the longer one has letters.
func FuzzEdits(f *testing.F) {
	f.Add("khai", "khia", 2)
	f.Add(strings.Repeat("a", 70), strings.Repeat("b", 70), 3)
	f.Fuzz(func(t *testing.T, a, b string, most int) {
		if most < 0 || most > 100 {
			return
		}
		d := Edits(a, b, most)
		if back := Edits(b, a, most); back != d {
			t.Errorf("%q to %q: %d there, %d back", a, b, d, back)
		}
		if (d == 0) != (a == b) || d > most+1 || d > max(len(a), len(b)) && d <= most {
			t.Errorf("%q to %q: %d of %d", a, b, d, most)
		}
	})
}
