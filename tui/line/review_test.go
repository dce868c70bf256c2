package line

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/client/review"
	"motcua/client/workday"
	"motcua/tui/line/verb"
	"motcua/tui/text"
)

func reviewedBirth(state client.ReviewState) client.Answer[client.Procedure] {
	a := birth()
	a.Review = &client.Review{
		Office: "UBND phường Đức Xuân", Date: time.Date(2026, 11, 20, 0, 0, 0, 0, workday.Zone), State: state,
		Papers: []client.ReviewPaper{{Name: "Tờ khai theo mẫu", Originals: 1, FillIn: true}, {Name: "Giấy ủy quyền", When: "làm thay người khác", Copies: 1}},
		Fees:   []string{"không mất tiền"}, Note: "Sáng thứ Ba ở quầy 3",
	}
	return a
}

func TestShowReviewed(t *testing.T) {
	for name, state := range map[string]client.ReviewState{"current": client.ReviewCurrent, "changed": client.ReviewChanged} {
		t.Run(name, func(t *testing.T) {
			f := newFake(t)
			f.show = func(string) (client.Answer[client.Procedure], error) { return reviewedBirth(state), nil }
			plain := runWith(t, f, verb.Deps{Width: 80}, "show", "1.001193")
			asJSON := runWith(t, f, verb.Deps{}, "show", "1.001193", "--json", "--lang", "en")
			var mode strings.Builder
			Mode(t.Context(), verb.Deps{Service: f, In: strings.NewReader("1.001193\n"), Out: &mode, Err: &mode, Lang: text.EN})
			golden.RequireEqual(t, []byte(plain.out+"\n=====\n"+asJSON.out+"\n=====\n"+mode.String()))
		})
	}
}

// The office's papers are shown even when the portal cannot be asked.
func TestShowReviewedWithoutTheSource(t *testing.T) {
	f := newFake(t)
	f.show = func(string) (client.Answer[client.Procedure], error) {
		a := reviewedBirth(client.ReviewUnseen)
		a.Value = client.Procedure{Code: "1.001193", Name: "Đăng ký khai sinh", Outline: true}
		return a, nil
	}
	if got := runWith(t, f, verb.Deps{}, "show", "1.001193"); !strings.Contains(got.out, "- Tờ khai theo mẫu: 1 bản chính") || !strings.Contains(got.out, "! Đang không xem được cổng") {
		t.Errorf("got\n%s", got.out)
	}
	if got := runWith(t, f, verb.Deps{}, "show", "1.001193", "--json"); !strings.Contains(got.out, `"methods":null,"cases":[{"name":null`) || !strings.Contains(got.out, `"state":"unseen"`) {
		t.Errorf("got\n%s", got.out)
	}
}

func TestMarkInTheLineMode(t *testing.T) {
	f := newFake(t)
	f.show = func(string) (client.Answer[client.Procedure], error) { return birth(), nil }
	f.search = func(client.Query) (client.Answer[client.SearchResult], error) { return hits(0, 0), nil }
	w := text.For(text.VI).Review
	marks := review.Marks{Dir: t.TempDir()}
	for _, tc := range []struct {
		typed string
		marks bool
		says  string
		rows  int
	}{
		{"x\n", true, text.For(text.VI).Mode.MarkFirst, 0},
		{"1.001193\nx ba\n", true, "Không có thủ tục này", 0}, // "x quang" is a search
		{"1.001193\nx -2\n", true, text.For(text.VI).Mode.MarkFirst, 0},
		{"1.001193\nx 0\n", true, text.For(text.VI).Mode.MarkFirst, 0},
		{"1.001193\nx\n", true, w.MarkedPage, 1},
		{"1.001193\nx 2\n", true, "Đã ghi: dòng 2 đọc sai.", 2},
		{"1.001193\nx\n", true, w.UnmarkedPage, 1},
		{"1.001193\nx\n", false, "Không có thủ tục này", 1}, // for the public it is a search
	} {
		var out strings.Builder
		d := verb.Deps{Service: f, In: strings.NewReader(tc.typed), Out: &out, Err: &out, NoWhy: !tc.marks}
		if tc.marks {
			d.Marks = byDesk{marks}
		}
		Mode(t.Context(), d)
		if !strings.Contains(out.String(), tc.says) || len(marks.Of("1.001193")) != tc.rows {
			t.Errorf("%q: %d marks, said\n%s", tc.typed, len(marks.Of("1.001193")), out.String())
		}
	}
}

type byDesk struct{ review.Marks }

func (m byDesk) Toggle(code string, row int) (bool, error) {
	return m.Marks.Toggle(code, row, review.Desk)
}
