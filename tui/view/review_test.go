package view

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/review"
	"motcua/client/workday"
	"motcua/tui/text"
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

func reviewEnv(t *testing.T, l text.Lang) Env {
	t.Helper()
	cal, err := workday.NewCalendar(map[int][]string{2026: {"2026-01-01"}})
	if err != nil {
		t.Fatal(err)
	}
	return Env{Calendar: cal, Texts: text.For(l), Now: time.Date(2026, 11, 24, 8, 0, 0, 0, workday.Zone), Desk: "quầy 1"}
}

// What an office wrote stands on the page, and what it left out stands as read.
func TestAReviewedPage(t *testing.T) {
	v := Procedure(reviewed(client.ReviewCurrent), reviewEnv(t, text.VI))
	if v.Reviewed != "Đã được UBND phường Đức Xuân rà soát ngày 20/11/2026." || v.ReviewWarn != "" || len(v.Original) != 0 {
		t.Errorf("%q, %q, %v", v.Reviewed, v.ReviewWarn, v.Original)
	}
	if len(v.HandIn) != 1 || v.HandIn[0].Name != "Tờ khai" || len(v.OnlyIf) != 1 || v.OnlyIf[0].Condition != "không thuộc trường hợp đi cùng con" {
		t.Errorf("papers %+v, %+v", v.HandIn, v.OnlyIf)
	}
	if !slices.Equal(v.Time, []string{"2 ngày làm việc"}) || v.ReadyBy != "" {
		t.Errorf("time %v, and a day is promised: %q", v.Time, v.ReadyBy)
	}
	if !slices.Equal(v.Cost, []string{"không mất tiền"}) || v.DeskNote != "Ghi chú của quầy: Sáng thứ Ba ở quầy 3" || len(v.Conditions) != 1 {
		t.Errorf("cost %v, note %q, conditions %v", v.Cost, v.DeskNote, v.Conditions)
	}
	a := reviewed(client.ReviewCurrent)
	a.Review.Papers, a.Review.Time, a.Review.Reviewer = nil, nil, "Sở Tư pháp"
	v = Procedure(a, reviewEnv(t, text.EN))
	if len(v.HandIn) != 2 || v.ReadyBy == "" || v.Reviewed != "Reviewed by UBND phường Đức Xuân (Sở Tư pháp) on 20 November 2026." {
		t.Errorf("what the office left out: %+v, %q, %q", v.HandIn, v.ReadyBy, v.Reviewed)
	}
}

// A source that changed is told, with its own words about what was corrected; so
// is one that cannot be seen.
func TestAReviewOfAnotherSource(t *testing.T) {
	v := Procedure(reviewed(client.ReviewChanged), reviewEnv(t, text.VI))
	if !strings.HasPrefix(v.ReviewWarn, "Nguồn trên cổng đã đổi sau ngày rà soát.") || !strings.Contains(v.ReviewWarn, "quầy 1") {
		t.Errorf("warning %q", v.ReviewWarn)
	}
	var ids []string
	for _, s := range v.Original {
		ids = append(ids, s.ID)
	}
	if want := []string{"papers", "time", "conditions"}; !slices.Equal(ids, want) || v.HandIn[0].Name != "Tờ khai" {
		t.Errorf("the portal's words are told of %v, want %v", ids, want)
	}
	a := reviewed(client.ReviewUnseen)
	a.Value = client.Procedure{Code: "1.001193", Name: "Đăng ký khai sinh", Outline: true}
	if v = Procedure(a, reviewEnv(t, text.VI)); v.Outline != "" || len(v.HandIn) != 1 || !strings.HasPrefix(v.ReviewWarn, "Đang không xem được cổng") {
		t.Errorf("of a heading alone: %q, %+v, %q", v.Outline, v.HandIn, v.ReviewWarn)
	}
	a.Review.Papers = nil
	if v = Procedure(a, reviewEnv(t, text.VI)); v.Outline == "" || v.Reviewed == "" {
		t.Errorf("without papers: %q, %q", v.Outline, v.Reviewed)
	}
}

func TestProblemsOfReviews(t *testing.T) {
	for _, tc := range []struct {
		p      review.Problem
		vi, en string
	}{
		{review.Problem{File: "a", Line: 3, Kind: review.UnknownKey, Key: "ofice", Value: "office", Code: "1.000001"}, "a, dòng 3: không có khóa “ofice”. Có phải muốn viết “office”? Bỏ qua thủ tục 1.000001.", "a, line 3: there is no key “ofice”. Did you mean “office”? The procedure 1.000001 is left out."},
		{review.Problem{File: "a", Line: 3, Kind: review.UnknownKey, Key: "phone"}, "a, dòng 3: không có khóa “phone”. Bỏ qua mục này.", "a, line 3: there is no key “phone”. This table is left out."},
		{review.Problem{File: "a", Line: 9, Kind: review.Unknown, Value: "9.999999", Warn: true}, "a, dòng 9: danh mục không có thủ tục 9.999999.", "a, line 9: no catalogue has the procedure 9.999999."},
		{review.Problem{File: "a", Kind: review.NoFile, Err: os.ErrNotExist}, "a: không có tệp hay thư mục này.", "a: there is no such file or folder."},
		{review.Problem{File: "a", Kind: review.Untrusted, Err: os.ErrPermission}, "a: không dùng tệp này: ai cũng sửa được", "a: the file is not used: ai cũng sửa được"},
	} {
		for l, want := range map[text.Lang]string{text.VI: tc.vi, text.EN: tc.en} {
			if got := ReviewProblem(tc.p, text.For(l), func(error) string { return "ai cũng sửa được" }); got != want {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		}
	}
	// Each kind has words.
	for _, k := range []review.Kind{
		review.NoFile, review.Unread, review.Untrusted, review.TooLarge, review.NotText, review.Syntax, review.UnknownKey, review.WrongType, review.Missing,
		review.Empty, review.TooLong, review.TooMany, review.BadCode, review.BadDate, review.Future, review.BadSource, review.BadNumber, review.Twice,
		review.NoPapers, review.Both, review.OneChoice, review.Unknown,
	} {
		if text.For(text.VI).Review.Problems[string(k)] == "" {
			t.Errorf("no words for %q", k)
		}
	}
}
