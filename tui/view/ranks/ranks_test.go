package ranks_test

import (
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/rank"
	"motcua/client/ranking"
	"motcua/client/workday"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view/ranks"
	"motcua/tui/view/viewtest"
)

func shipped(words string) client.Answer[rank.Result] {
	list, own := ranking.Shipped().Entries()
	lines := rank.Arrange(list, rank.Query{Words: words}, "H55", func(id string) (string, bool) { return "H55", id == "H03" })
	return client.Answer[rank.Result]{Value: rank.Result{Lines: lines, Own: own}, AsOf: time.Date(2026, 11, 1, 0, 0, 0, 0, workday.Zone)}
}

// The document says the report's figures, gaps as gaps, what is not known, the sources, and
// that Bắc Kạn is another province than the one it became a part of.
func TestDocument(t *testing.T) {
	doc := ranks.Document(shipped(""), viewtest.Env(t, text.VI))
	for key, want := range map[string]string{
		"PAR-H03":         "2017: hạng 49 trong 63 tỉnh, thành phố, 73,92 trên 100 điểm|2016: hạng 60 trong 63 tỉnh, thành phố, chưa rõ điểm, tính từ số khác",
		"SIPAS-H03":       "2024: hạng 63 trong 63 tỉnh, thành phố, 78,17 trên 100 điểm|2023: 75,03 trên 100 điểm, chưa rõ hạng",
		"PAR-H55":         "2024: hạng 5 trong 63 tỉnh, thành phố, chưa rõ điểm|2022, 2023: chưa có số liệu|2021: hạng 6 trong 63 tỉnh, thành phố, chưa rõ điểm|2020: hạng 12 trong 63 tỉnh, thành phố, chưa rõ điểm",
		"sources-PAR-H55": "Nguồn: thainguyentv.vn 88912 (2020, 2021); kinhtemoitruong.vn 97711 (2024)",
		"sources-PAR-H03": "Nguồn: báo cáo năm 2018. Năm 2016 tính từ số khác.",
		"merged-H03":      "Bắc Kạn nhập vào Thái Nguyên từ ngày 01/7/2025. Hai tỉnh được xếp hạng riêng đến năm 2024, nên đứng riêng ở đây.",
		"source":          "Theo bảng có sẵn trong chương trình, gom ngày 01/11/2026",
	} {
		if got := strings.Join(doc.Get(key).Items(), "|"); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	if head := doc.Get("SIPAS-VN").Head; head != "Trung bình cả nước, năm 2024: 83,94 trên 100 điểm" {
		t.Errorf("the country: %q", head)
	}
	if alone := ranks.Document(shipped("bac kan"), viewtest.Env(t, text.EN)); !strings.Contains(alone.Words("merged-H03"), "a part of Thái Nguyên on 1 July 2025") {
		t.Errorf("without the other province: %q", alone.Words("merged-H03"))
	}
}

// Columns are as high as the place is good, a year without one is a gap, and years that do not
// fit are told in words.
func TestChart(t *testing.T) {
	e := viewtest.Env(t, text.VI)
	r := shipped("")
	first, last := r.Value.Span()
	c := ranks.Of(r.Value.Lines[1], first, last, 9, 3, e) // Bắc Kạn, PAR
	if len(c.Columns) != 9 || c.Columns[0].Year != "2016" || !c.ByRank || !c.Ranked || !c.Scored || c.Earlier != "" {
		t.Fatalf("%+v", c)
	}
	var heights []int
	for _, col := range c.Columns {
		heights = append(heights, col.Steps)
	}
	if heights[0] != 2 || heights[1] != 6 || heights[2] != 0 {
		t.Errorf("heights %v", heights)
	}
	if got := c.Columns[1].Cell(0) + c.Columns[1].Cell(1) + c.Columns[2].Cell(0); got != "▆ "+ranks.Gap {
		t.Errorf("cells %q", got)
	}
	if c.Columns[1].Rank != "49/63" || c.Columns[1].Score != "73,92" || c.Columns[2].Rank != ranks.Gap {
		t.Errorf("%+v", c.Columns[:3])
	}
	country := ranks.Of(r.Value.Lines[2], first, last, 4, 3, e)
	if country.ByRank || country.Ranked || country.Earlier != "Trước đó, năm 2013: 77,56 trên 100 điểm" {
		t.Errorf("%+v", country)
	}
	best := ranks.Of(rank.Line{Entries: []rank.Entry{{Year: 2025, Rank: 1, Ranked: 34}, {Year: 2026, Rank: 34, Ranked: 34}}}, 2025, 2026, 9, 2, e)
	if best.Columns[0].Steps != 16 || best.Columns[1].Steps != 1 {
		t.Errorf("first and last: %+v", best.Columns)
	}
	if got := ranks.Spark(r.Value.Lines[0], e); got != "2020–2024 ▇▇··█" {
		t.Errorf("%q", got)
	}
	for _, l := range r.Value.Lines {
		for _, col := range ranks.Of(l, first, last, 99, 3, e).Columns {
			for line := range 3 {
				if cell := []rune(col.Cell(line)); len(cell) != 1 || cell[0] >= 0x2800 && cell[0] <= 0x28ff {
					t.Errorf("cell %q", string(cell))
				}
			}
		}
	}
}

func TestNothingIsKnown(t *testing.T) {
	e := viewtest.Env(t, text.VI)
	if got := ranks.Error(client.ErrNotFound, "hà nội", e); !strings.Contains(got, "“hà nội”") {
		t.Errorf("%q", got)
	}
	if got := ranks.Error(client.ErrNotFound, "", e); got != topic.Ranks.In(e.Texts).NoneYet {
		t.Errorf("%q", got)
	}
}
