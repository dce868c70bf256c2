package tui_test

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"motcua/client"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/procedures"
)

// oneProcedure is a service that knows one procedure.
type oneProcedure struct {
	*answers
	client.Answer[client.Procedure]
}

func (o oneProcedure) Show(context.Context, string) (client.Answer[client.Procedure], error) {
	return o.Answer, nil
}

// rareProcedures hold between them each kind of block that a procedure has.
func rareProcedures() map[string]client.Answer[client.Procedure] {
	row := func(name string) client.PaperRow { return client.PaperRow{Name: name, Originals: 1} }
	source := client.SourceName{ID: "national", Name: "Cổng Dịch vụ công quốc gia"}
	cases := client.Answer[client.Procedure]{AsOf: sampleDay, Source: source, Value: sampleProcedures["1.004194"]}
	cases.Value.URL = procedureLink
	cases.Value.Cases = []client.PaperCase{
		{Rows: []client.PaperRow{
			row("Tờ khai"), row("Trường hợp ủy quyền: văn bản ủy quyền"), row("Hợp đồng liên doanh đối với hình thức liên doanh"),
			{Name: "Xuất trình một trong các giấy tờ: Thẻ căn cước; Hộ chiếu"}, {Name: "Lưu ý: giấy tờ nước ngoài phải dịch."},
		}},
		{Name: "Trường hợp ở nhờ", Rows: []client.PaperRow{row("Văn bản đồng ý")}},
		{Name: "Trường hợp thuê nhà", Rows: []client.PaperRow{row("Hợp đồng thuê")}},
	}
	alone := cases
	alone.Value.Cases = cases.Value.Cases[:2]
	office := cases
	office.Review = reviewOf(client.ReviewChanged)
	outline := cases
	outline.Value = client.Procedure{Code: "1.004194", Name: "Đăng ký tạm trú", Field: "Cư trú", Executing: []string{"Công an cấp xã"}, URL: procedureLink, Outline: true}
	none := cases
	none.Value.Cases = nil
	return map[string]client.Answer[client.Procedure]{"cases": cases, "one case": alone, "office": office, "outline": outline, "no papers": none}
}

// letters are what of a text does not depend on where its lines break.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// wordsOf are the words that a medium must not lose of a block.
func wordsOf(b view.Block, l text.Lang, aloud bool) []string {
	words := []string{b.Lead}
	if b.Kind != view.KindCase && !(aloud && b.Key == "notes") { // the focus says it
		words = append(words, b.Head)
	}
	for _, s := range b.Lines {
		words = append(words, s.Text.With(func(s view.Span) string {
			if aloud && s.Kind == view.SpanDate {
				return text.For(l).DayAloud(s.At)
			}
			return s.Text
		}))
	}
	for _, p := range b.Papers {
		words = append(words, p.Under, p.Name, p.Quantity)
		for _, o := range p.OneOf {
			words = append(words, o.Name)
		}
	}
	for _, o := range b.Official {
		words = append(words, o.Text)
	}
	return words
}

// eyeOnly is what our own sentences for the ear are built without; from portals' texts
// it is taken out afterwards.
var eyeOnly = regexp.MustCompile(`[●○✓✗▸▾›·←→↑↓]|\bEsc\b|https?:`)

// Every block of a procedure is on the screen, is said and is printed, in both
// languages. Left out are: by the ear the code, which nobody listens to; by paper
// the field.
func TestEveryBlockOfAProcedureInEveryMedium(t *testing.T) {
	long(t)
	kinds := map[view.Kind]bool{}
	for _, l := range []text.Lang{text.VI, text.EN} {
		for name, a := range rareProcedures() {
			t.Run(string(l)+" "+name, func(t *testing.T) {
				made := func(m view.Medium) view.Document {
					return procedures.Document(a, view.Env{Texts: text.For(l), Now: sampleDay, Calendar: sampleCalendar(), Medium: m, Person: m == view.Paper})
				}
				check := func(medium string, doc view.Document, got, without string) {
					t.Helper()
					// A number of copies stands at the right of the first line of a long name.
					names := got
					for _, b := range doc.Blocks {
						for _, p := range b.Papers {
							if p.Quantity != "" {
								names = strings.ReplaceAll(names, p.Quantity, "")
							}
						}
					}
					got, names = letters(got), letters(names)
					for _, b := range doc.Blocks {
						kinds[b.Kind] = true
						for _, w := range wordsOf(b, l, medium == "ear") {
							if w := letters(w); b.Key != without && !strings.Contains(got, w) && !strings.Contains(names, w) {
								t.Errorf("%s: of %q in case %d is missing: %q", medium, b.Key, b.Case, w)
							}
						}
					}
				}
				o, svc := options(t)
				o.Lang, o.Service = l, oneProcedure{svc, a}
				onTerminal(t, o, 70, 120, func(c *terminal) {
					openProcedure(c)
					for n := range max(1, made(view.Keys).Cases()) {
						shown := made(view.Keys).In(n + 1)
						for i, b := range slices.DeleteFunc(shown.Blocks, func(b view.Block) bool { return b.Key != "only-if" && b.Key != "notes" }) {
							if i > 0 {
								c.press("down")
							}
							c.press("enter")
							c.shows(strings.Fields(b.Head)[0])
						}
						said, _ := c.model.PageSpeaks()
						check("screen", made(view.Keys).In(n+1), c.text(), "")
						if sign := eyeOnly.FindString(strings.Join(said, " ")); sign != "" {
							t.Errorf("ear: %q in %q", sign, said)
						}
						check("ear", made(view.Ear).In(n+1), strings.Join(said, " "), "code")
						c.press("right")
					}
				})
				o, svc, p := withPrinter(t, l)
				o.Service = oneProcedure{svc, a}
				onTerminal(t, o, 80, 24, func(c *terminal) {
					openProcedure(c)
					c.press("i")
					c.wait(3 * time.Second)
				})
				slip := p.printed()[0]
				check("paper", made(view.Paper), slip.Title+slip.Code+written(slip), "field")
			})
		}
	}
	for k := view.KindTitle; k <= view.KindSource; k++ {
		// A procedure has no appointment and no time line.
		if want := k != view.KindPlate && k != view.KindSteps; kinds[k] != want {
			t.Errorf("kind %d: walked %t, want %t", k, kinds[k], want)
		}
	}
}
