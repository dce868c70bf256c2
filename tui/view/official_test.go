package view

import (
	"reflect"
	"strings"
	"testing"

	"motcua/client/clean"
)

func TestOfficialText(t *testing.T) {
	tests := []struct {
		name, in string
		want     []SectionLine
	}{
		{"nothing", " \n - \n", nil},
		{"a broken sentence", "nộp hồ sơ theo quy định\ncủa pháp luật.", []SectionLine{{Text: "nộp hồ sơ theo quy định của pháp luật."}}},
		{"a broken name", "- nộp tại Trung tâm\nPhục vụ hành chính công.", []SectionLine{{Text: "nộp tại Trung tâm", Indent: 1}, {Text: "Phục vụ hành chính công.", Indent: 1}}},
		{"two sentences", "Một.\nhai", []SectionLine{{Text: "Một."}, {Text: "hai"}}},
		{"levels", "* Lưu ý:\n- một;\n+ hai;\n• ba", []SectionLine{{Text: "Lưu ý:", Strong: true}, {Text: "một;", Indent: 1}, {Text: "hai;", Indent: 2}, {Text: "ba", Indent: 1}}},
		{"numbers stay", "a) một;\n(ii) hai;\n1. ba", []SectionLine{{Text: "a) một;", Indent: 1}, {Text: "(ii) hai;", Indent: 1}, {Text: "1. ba", Indent: 1}}},
		{"a number that is no list", "66.7/2025/NQ-CP", []SectionLine{{Text: "66.7/2025/NQ-CP"}}},
		{"stray marks", "- - Một\n-   Hai", []SectionLine{{Text: "Một", Indent: 1}, {Text: "Hai", Indent: 1}}},
		{"a minus inside", "3 - 5 ngày", []SectionLine{{Text: "3 - 5 ngày"}}},
	}
	for _, tt := range tests {
		if got := Lines(tt.in, 0); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: got %+v", tt.name, got)
		}
	}
}

// Whatever a portal sends, only marks and white space go.
func FuzzOfficialKeepsEveryWord(f *testing.F) {
	for _, s := range []string{"- một\nhai\n+ ba;", "* Lưu ý:\n\n• (i) x", "- \n+\n*", "a) b\nc) d - e\t–f", "♦•–x y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = clean.Text(s)
		var got strings.Builder
		for _, l := range Lines(s, 0) {
			if strings.TrimSpace(l.Text) == "" || strings.Contains(l.Text, "\n") || l.Indent < 0 || l.Indent > 2 {
				t.Fatalf("line %+v", l)
			}
			got.WriteString(l.Text + "\n")
		}
		if a, b := strings.Join(strings.Fields(got.String()), ""), strings.Join(strings.Fields(s), ""); unmarked(a) != unmarked(b) {
			t.Fatalf("got %q of %q", a, b)
		}
	})
}

func unmarked(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("-–—•·●▪◦○♦+*", r) {
			return -1
		}
		return r
	}, s)
}
