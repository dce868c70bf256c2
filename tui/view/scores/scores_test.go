package scores

import (
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/quality"
	"motcua/client/workday"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
)

func of[T any](v T) *T { return &v }

func env(l text.Lang) view.Env {
	return view.Env{Texts: text.For(l), Now: time.Date(2026, 11, 24, 8, 0, 0, 0, workday.Zone), Medium: view.Keys}
}

// rated is a unit with so many points for satisfaction, of so many dossiers.
func rated(name string, points float64, whole int) quality.Sheet {
	return quality.Sheet{ID: name, Name: name, Parent: "H55", Parts: []quality.Part{{
		Group: quality.Satisfaction, Score: quality.Score{Points: points, Max: 18},
		Metrics: []quality.Metric{{Code: "PETITION_PROCESSING_ON_TIME", Of: &quality.Count{Whole: whole}, Points: &points, Max: 6}},
	}}}
}

// A unit of which nothing was counted has many points, and does not stand before one that
// worked for its own.
func TestTheOrderOfTheUnitsBelow(t *testing.T) {
	list := []quality.Sheet{{ID: "none", Name: "Ánh"}, rated("Đức", 18, 0), rated("an", 9, 4), rated("Bắc", 12, 4), rated("Anh", 9, 1)}
	for order, want := range map[string][]string{
		"MDHL": {"1. Bắc", "2. an", "2. Anh", "Đức", "Ánh"},
		"name": {"an", "Anh", "Ánh", "Bắc", "Đức"},
	} {
		var got []string
		for _, r := range Rows(list, order, env(text.VI)) {
			got = append(got, r.Placed(env(text.VI)))
		}
		if !slices.Equal(got, want) {
			t.Errorf("by %s: %q, want %q", order, got, want)
		}
	}
	if got := Orders(list); !slices.Equal(got, []string{"MDHL", "name"}) {
		t.Errorf("orders %q: units without a total have none to be ordered by", got)
	}
	if says := Rows(list, "MDHL", env(text.VI))[3].Says; says != "Người dân hài lòng: 18 trên 18 điểm, chưa có số liệu" {
		t.Errorf("%q", says)
	}
}

// What was counted of nothing has no bar, and neither has the sentence more than the
// portal said.
func TestFiguresOfNothing(t *testing.T) {
	s := rated("x", 18, 0)
	f := Figures(&s, env(text.VI))
	if len(f) != 1 || f[0].Bar || f[0].Points != "18/18" || f[0].Note != "chưa có số liệu" || f[0].Share != "" || f[0].Change != "" {
		t.Errorf("%+v", f)
	}
	s.Parts[0].Metrics = nil // an answer that names nothing that it counted
	if f = Figures(&s, env(text.VI)); !f[0].Bar || f[0].Note != "" {
		t.Errorf("%+v", f)
	}
	over := quality.Sheet{Total: &quality.Score{Points: 100.01, Max: 100, Share: of(100.01), Change: of(-0.5)}}
	if f := Figures(&over, env(text.VI))[0]; f.Filled != 1 || f.Share != "100,01%" || f.Change != "-0,5" || f.says != "100,01 trên 100 điểm (100,01%), giảm 0,5" {
		t.Errorf("%+v", f)
	}
}

func TestPeriodsInWords(t *testing.T) {
	for written, want := range map[string][2]string{
		"2026":    {"Năm 2026: Kỳ này chưa hết, số còn thay đổi: đây là số đến 24/11/2026.", "Year 2026: This period has not ended"},
		"2026-Q3": {"Quý 3 năm 2026: Kỳ này đã hết ngày 30/9/2026.", "Quarter 3 of 2026: This period ended on 30 September 2026."},
		"2026-08": {"Tháng 8 năm 2026: Kỳ này đã hết ngày 31/8/2026.", "Month 8 of 2026"},
	} {
		p, _ := quality.ParsePeriod(written)
		for i, l := range []text.Lang{text.VI, text.EN} {
			e := env(l)
			a := client.Answer[quality.Report]{AsOf: e.Now, Value: quality.Report{Period: p}}
			if got := Period(p, e) + ": " + Ends(a, e); !strings.HasPrefix(got, want[i]) {
				t.Errorf("%s: %q, want %q", written, got, want[i])
			}
		}
	}
	// An answer of August says that August had not ended, whenever it is read.
	e := env(text.VI)
	a := client.Answer[quality.Report]{AsOf: time.Date(2026, 8, 20, 8, 0, 0, 0, workday.Zone), Value: quality.Report{Period: quality.Period{Year: 2026, Month: 8}}}
	if got := Ends(a, e); !strings.Contains(got, "chưa hết") || !strings.Contains(got, "20/8/2026") {
		t.Error(got)
	}
}

// Every group and every row that the portal was seen to name has words in both languages.
func TestEveryCodeHasWords(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		for _, g := range quality.Groups {
			if name := GroupName(g, env(l)); name == string(g) || len([]rune(name)) > nameWidth {
				t.Errorf("%s: %s is called %q", l, g, name)
			}
		}
		for _, code := range []string{quality.CodeOnTime, quality.CodeHandedOnline, quality.CodePaidDossiers, quality.CodePaidProcedures} {
			if topic.Quality.In(text.For(l)).Metrics[code] == "" {
				t.Errorf("%s: %s has no words", l, code)
			}
		}
	}
}

// nameWidth is how many letters a bar leaves for its name on a narrow screen.
const nameWidth = 22

// A country is called by a name inside a sentence.
func TestWhoseUnitsAListHas(t *testing.T) {
	for want, s := range map[string]quality.Sheet{"Các nơi thuộc cả nước": {Name: "Cả nước"}, "Các nơi thuộc UBND tỉnh Thái Nguyên": {ID: "p", Name: "UBND tỉnh Thái Nguyên"}} {
		if got := ListTitle(&s, env(text.VI)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestTheStrip(t *testing.T) {
	e := env(text.VI)
	a := client.Answer[quality.Report]{AsOf: e.Now, Value: quality.Report{
		Period: quality.Period{Year: 2026}, Standing: quality.Standing{Place: 4, Among: 34},
		Sheet: quality.Sheet{ID: "p", Name: "UBND tỉnh Thái Nguyên", Total: &quality.Score{Points: 61.48, Max: 100}},
	}}
	if got := Strip(a, e); got != "Chất lượng phục vụ: UBND tỉnh Thái Nguyên được 61,48 trên 100 điểm (năm 2026, đến 24/11/2026), thứ 4 trong 34 tỉnh, thành phố" {
		t.Errorf("%q", got)
	}
	a.Value.Sheet.Total = nil
	if got := Strip(a, e); got != "" {
		t.Errorf("%q of no total", got)
	}
}
