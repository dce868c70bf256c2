package procedures

import (
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/facts"
	"motcua/client/linked"
	"motcua/client/workday"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/viewtest"
)

// The page of the procedure that does all and those of its members say so, in every
// medium; a source's word alone is said without a list.
func TestLinkedProceduresSayThatOneFilingDoesAll(t *testing.T) {
	office := []linked.Group{{
		Code: "1.000001", Office: "UBND phường A", Since: time.Date(2026, 11, 20, 0, 0, 0, 0, workday.Zone), Members: []linked.Member{{Code: "1.000002"}},
	}}
	for _, c := range []struct {
		code   string
		groups []linked.Group
		kind   client.ProcedureKind
		says   []string
		to     string // the key leads there
	}{
		{"1.001193", facts.Linked("1.001193"), client.KindStandard, []string{"nộp một lần", "đăng ký khai sinh; đăng ký thường trú; cấp thẻ bảo hiểm y tế", "2.000986", "Nghị định 63/2024/NĐ-CP", "1/7/2024"}, "2.000986"},
		{"2.002621", facts.Linked("2.002621"), client.KindInterconnected, []string{"Nộp một lần là làm luôn cả", "thường trú"}, ""},
		{"2.002622", facts.Linked("2.002622"), client.KindStandard, []string{"khai tử; xóa đăng ký thường trú; giải quyết mai táng phí"}, ""},
		{"1.000002", office, client.KindStandard, []string{"1.000002", "1.000001", "UBND phường A", "20/11/2026"}, "1.000001"},
		{"1.000003", nil, client.KindInterconnected, []string{topic.Linked.In(text.For(text.VI)).Joined}, ""},
		{"1.000003", nil, client.KindStandard, nil, ""},
	} {
		for _, outline := range []bool{false, true} {
			for _, medium := range []view.Medium{view.Keys, view.Ear, view.Touch, view.Paper, view.Command, view.Typed} {
				e := viewtest.Env(t, text.VI)
				e.Medium = medium
				p := residence()
				p.Code, p.Kind, p.Outline = c.code, c.kind, outline
				got := Document(client.Answer[client.Procedure]{Value: p, AsOf: viewtest.Now, Linked: c.groups}, e).Words("linked")
				if c.says == nil && got != "" {
					t.Errorf("%s: %q", c.code, got)
				}
				for _, want := range c.says {
					if medium == view.Ear && strings.Contains(want, "/2026") || medium == view.Ear && strings.HasSuffix(want, "/2024") {
						continue // a day is read in words
					}
					if !strings.Contains(got, want) {
						t.Errorf("%s, medium %d: %q is missing in %q", c.code, medium, want, got)
					}
				}
			}
		}
		if got := AllAtOnce(c.code, c.groups); got != c.to {
			t.Errorf("%s leads to %q, want %q", c.code, got, c.to)
		}
	}
}
