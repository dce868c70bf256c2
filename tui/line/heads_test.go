package line

import (
	"strings"
	"testing"

	"motcua/client"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/topic"
)

// Whoever opens CSV in a spreadsheet reads headings in words, in both languages.
func TestEveryColumnHasAHeading(t *testing.T) {
	for _, v := range Verbs {
		if v.Lists == nil {
			continue
		}
		for _, key := range v.Lists.Keys {
			for _, l := range []text.Lang{text.VI, text.EN} {
				if topic.Table.In(text.For(l)).Head(key) == key {
					t.Errorf("%s, column %s: no heading in %s", v.Name, key, l)
				}
			}
		}
	}
}

// The table of a search has the titles that its lines have without --output.
func TestATableOfProceduresNamesThemInEnglish(t *testing.T) {
	for lang, want := range map[string]string{"vi": "Mã        Tên\n1.001193  Đăng ký khai sinh", "en": "Code      English name      Name\n1.001193  Register a birth  Đăng ký khai sinh"} {
		f := newFake(t)
		f.search = func(client.Query) (client.Answer[client.SearchResult], error) {
			return client.Answer[client.SearchResult]{Value: client.SearchResult{Hits: []client.Hit{{Code: "1.001193", Name: "Đăng ký khai sinh"}}}}, nil
		}
		if got := runWith(t, f, verb.Deps{}, "search", "khai", "sinh", "--output", "table", "--lang", lang); strings.TrimSpace(got.out) != want {
			t.Errorf("%s: got %q, said %q", lang, got.out, got.err)
		}
	}
}
