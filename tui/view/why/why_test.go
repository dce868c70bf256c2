package why

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/digest"
	"motcua/client/digest/reading"
	"motcua/tui/text"
	"motcua/tui/view"
)

func viewOf(t *testing.T, l text.Lang, cases ...client.PaperCase) View {
	t.Helper()
	p := client.Procedure{Code: "1.000001", Name: "Thủ tục thử", Cases: cases}
	return Of(client.Answer[client.Procedure]{Value: p}, view.Env{Texts: text.For(l)})
}

func TestWhyTellsRowByRow(t *testing.T) {
	v := viewOf(t, text.VI,
		client.PaperCase{Name: "Giấy tờ phải nộp", Rows: []client.PaperRow{
			{Name: "- Tờ khai đăng ký  khai sinh theo mẫu;", Originals: 1},
			{Name: "- Giấy chứng sinh; trường hợp không có Giấy chứng sinh thì nộp giấy cam đoan về việc sinh.", Originals: 1},
			{Name: "Lưu ý: người dân không phải nộp thêm."},
			{Name: "---"},
		}})
	if len(v.Rows) != 4 {
		t.Fatalf("%d rows", len(v.Rows))
	}
	if !strings.HasPrefix(v.Rows[0].Heading, "Đầu mục") || v.Rows[1].Heading != "" {
		t.Errorf("headings %q, %q", v.Rows[0].Heading, v.Rows[1].Heading)
	}
	for i, want := range []struct {
		marked string
		kinds  []string
	}{
		{"- «Tờ khai đăng ký khai sinh theo mẫu»;", []string{"must"}},
		{"- «Giấy chứng sinh»; trường hợp không có Giấy chứng sinh thì nộp «giấy cam đoan về việc sinh.»", []string{"must", "only_if"}},
		{"Lưu ý: người dân không phải nộp thêm.", []string{"note"}},
		{"---", []string{"void"}},
	} {
		row := v.Rows[i]
		var kinds []string
		for _, r := range row.Readings {
			kinds = append(kinds, r.Kind)
			if r.Kind != "void" && (r.As == "" || r.Rule == "") {
				t.Errorf("row %d: %+v says too little", i+1, r)
			}
		}
		if row.Marked() != want.marked || !slices.Equal(kinds, want.kinds) {
			t.Errorf("row %d: %q %v, want %q %v", i+1, row.Marked(), kinds, want.marked, want.kinds)
		}
	}
	if !strings.Contains(v.Rows[1].Readings[1].As, "Chỉ khi không có Giấy chứng sinh (chắc): Giấy cam đoan về việc sinh, 1 bản chính") {
		t.Errorf("the condition is told as %q", v.Rows[1].Readings[1].As)
	}
}

// Alternatives in rows of their own say which row asks for them, and rows to read
// closely stand in the sum.
func TestWhyOfChoicesAndDoubts(t *testing.T) {
	v := viewOf(t, text.EN, client.PaperCase{Rows: []client.PaperRow{
		{Name: "- Một trong các giấy tờ sau:"},
		{Name: "+ Hợp đồng thuê nhà;", Copies: 1},
		{Name: "+ Giấy chứng nhận quyền sử dụng đất;", Copies: 1},
		{Name: "- Trường hợp cần thiết, cơ quan yêu cầu người nộp xuất trình giấy tờ chứng minh.", Originals: 1},
	}})
	if got := v.Rows[0].Readings[0]; !got.Choice || len(got.Names) != 2 || !strings.Contains(got.As, "one of several") {
		t.Errorf("the choice: %+v", got)
	}
	for _, row := range v.Rows[1:3] {
		if r := row.Readings[0]; r.Kind != "one_of" || !strings.HasPrefix(r.As, "One of the papers that row 1 asks for (sure): ") {
			t.Errorf("row %d: %+v", row.Number, r)
		}
	}
	if r := v.Rows[3].Readings[0]; r.Kind != "close" || r.Sure != reading.Doubt || !strings.Contains(v.Sum, "1 to read closely") {
		t.Errorf("%+v, sum %q", r, v.Sum)
	}
}

// Spans are marked where they stand; those that touch are one, and what lies
// outside of the text or says nothing is left out.
func TestWhyParts(t *testing.T) {
	const s = "Tờ khai (mẫu 1)."
	for _, tc := range []struct {
		spans []digest.Span
		want  string
	}{
		{nil, s},
		{[]digest.Span{{From: 0, To: len("Tờ khai")}}, "«Tờ khai» (mẫu 1)."},
		{[]digest.Span{{From: len("Tờ "), To: len("Tờ khai")}, {From: 0, To: len("Tờ k")}}, "«Tờ khai» (mẫu 1)."},
		{[]digest.Span{{From: len(s) - 1, To: len(s)}, {From: 5, To: 5}, {From: -1, To: 3}, {From: 3, To: 99}}, s},
	} {
		if got := (Row{Text: parts(s, tc.spans)}).Marked(); got != tc.want {
			t.Errorf("%v: %q, want %q", tc.spans, got, tc.want)
		}
	}
}

// ruleLike are sentences as the digest tells a rule by.
var ruleLike = regexp.MustCompile(`^[a-z]+( [a-z,:'-]+){2,}$`)

// Every rule of the digest has plain words in both languages, and no words are
// left of rules that are gone.
func TestEveryRuleHasWords(t *testing.T) {
	files, err := filepath.Glob("../../../client/digest/*.go")
	below, errBelow := filepath.Glob("../../../client/digest/*/*.go")
	files = append(files, below...)
	if err != nil || errBelow != nil || len(files) == 0 {
		t.Fatal("no source of the digest", err, errBelow)
	}
	said := map[string]bool{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			if s, err := strconv.Unquote(lit.Value); err == nil && ruleLike.MatchString(s) && englishRule(s) {
				said[s] = true
			}
			return true
		})
	}
	if len(said) < 40 {
		t.Fatalf("only %d rules were found", len(said))
	}
	for _, l := range []text.Lang{text.VI, text.EN} {
		words := text.For(l).Review.Rules
		for s := range said {
			if words[s] == "" {
				t.Errorf("%s: tui/text/review.go has no words for the rule %q", l, s)
			}
		}
		for s := range words {
			if !said[s] {
				t.Errorf("%s: no rule of the digest says %q", l, s)
			}
		}
	}
}

// englishRule tells a rule from Vietnamese words without marks.
func englishRule(s string) bool {
	return slices.ContainsFunc(strings.Fields(s), func(w string) bool {
		return slices.Contains([]string{"a", "an", "the", "is", "of", "its", "it", "that", "one", "at", "in", "as", "by", "no", "left", "represents"}, w)
	})
}
