package procedures

import (
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/workday"
	"motcua/tui/text"
	"motcua/tui/view"
)

func reviewed(state client.ReviewState) client.Answer[client.Procedure] {
	return client.Answer[client.Procedure]{
		Value: client.Procedure{
			Code: "1.001193", Name: "Đăng ký khai sinh", Conditions: "Không quy định",
			Cases:   []client.PaperCase{{Rows: []client.PaperRow{{Name: "Tờ khai theo mẫu", Originals: 1}, {Name: "Giấy chứng sinh", Originals: 1}}}},
			Methods: []client.Method{{Channel: client.ChannelDirect, Limit: client.TimeLimit{Quantity: 1, Unit: client.UnitWorkingDay}, Fees: []client.Fee{{State: client.FeeFree}}}},
		},
		Review: &client.Review{
			Office: "UBND phường Đức Xuân", Date: time.Date(2026, 11, 20, 0, 0, 0, 0, workday.Zone), State: state,
			Papers: []client.ReviewPaper{{Name: "Tờ khai", Originals: 1}, {Name: "Giấy ủy quyền", Unless: "đi cùng con"}},
			Time:   []string{"2 ngày làm việc"}, Note: "Sáng thứ Ba ở quầy 3", Conditions: []string{"Cha mẹ đã kết hôn"},
		},
	}
}

func reviewEnv(t *testing.T, l text.Lang) view.Env {
	t.Helper()
	cal, err := workday.NewCalendar(map[int][]string{2026: {"2026-01-01"}})
	if err != nil {
		t.Fatal(err)
	}
	return view.Env{Calendar: cal, Texts: text.For(l), Now: time.Date(2026, 11, 24, 8, 0, 0, 0, workday.Zone), Desk: "quầy 1"}
}

// What an office wrote stands on the page, and what it left out stands as read.
func TestAReviewedPage(t *testing.T) {
	doc := Document(reviewed(client.ReviewCurrent), reviewEnv(t, text.VI))
	says := func(key, want string) {
		t.Helper()
		if got := doc.Words(key); got != want {
			t.Errorf("%s: got %q, want %q", key, got, want)
		}
	}
	says("reviewed", "Đã được UBND phường Đức Xuân rà soát ngày 20/11/2026.")
	says("review-warning", "")
	says("original", "")
	says("time", "2 ngày làm việc")
	says("ready", "")
	says("cost", "không mất tiền")
	says("desk-note", "Ghi chú của quầy: Sáng thứ Ba ở quầy 3")
	says("conditions", "Cha mẹ đã kết hôn")
	handIn, onlyIf := doc.Get("hand-in").Papers, doc.Get("only-if")
	if len(handIn) != 1 || handIn[0].Name != "Tờ khai" || onlyIf.Lead != "không thuộc trường hợp đi cùng con" {
		t.Errorf("papers %+v, %+v", handIn, onlyIf)
	}
	a := reviewed(client.ReviewCurrent)
	a.Review.Papers, a.Review.Time, a.Review.Reviewer = nil, nil, "Sở Tư pháp"
	doc = Document(a, reviewEnv(t, text.EN))
	says("reviewed", "Reviewed by UBND phường Đức Xuân (Sở Tư pháp) on 20 November 2026.")
	if handIn := doc.Get("hand-in").Papers; len(handIn) != 2 || doc.Words("ready") == "" {
		t.Errorf("what the office left out: %+v, %q", handIn, doc.Words("ready"))
	}
}

// A source that changed is told, with its own words about what was corrected; so
// is one that cannot be seen.
func TestAReviewOfAnotherSource(t *testing.T) {
	doc := Document(reviewed(client.ReviewChanged), reviewEnv(t, text.VI))
	warning := doc.Words("review-warning")
	if !strings.HasPrefix(warning, "Nguồn trên cổng đã đổi sau ngày rà soát.") || !strings.Contains(warning, "quầy 1") {
		t.Errorf("warning %q", warning)
	}
	var keys []string
	for _, b := range doc.Of(view.KindSection) {
		keys = append(keys, b.Key)
	}
	if want := []string{"original-papers", "original-time", "original-conditions"}; !slices.Equal(keys, want) || doc.Get("hand-in").Papers[0].Name != "Tờ khai" {
		t.Errorf("the portal's words are told of %v, want %v", keys, want)
	}
	a := reviewed(client.ReviewUnseen)
	a.Value = client.Procedure{Code: "1.001193", Name: "Đăng ký khai sinh", Outline: true}
	doc = Document(a, reviewEnv(t, text.VI))
	if doc.Words("outline") != "" || len(doc.Get("hand-in").Papers) != 1 || !strings.HasPrefix(doc.Words("review-warning"), "Đang không xem được cổng") {
		t.Errorf("of a heading alone: %+v", doc)
	}
	a.Review.Papers = nil
	if doc = Document(a, reviewEnv(t, text.VI)); doc.Words("outline") == "" || doc.Words("reviewed") == "" {
		t.Errorf("without papers: %+v", doc)
	}
}
