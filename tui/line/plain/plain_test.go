package plain

import (
	"strings"
	"testing"

	"motcua/client"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/procedures"
)

// However small the byte budget, the current step is shown.
func TestTheCurrentStepAlwaysStands(t *testing.T) {
	text := func(words ...string) (t view.Text) {
		for _, w := range words {
			t = append(t, view.Span{Text: w})
		}
		return t
	}
	steps := []view.Step{
		{Sign: view.SignDone, When: text("20/11", "08:12"), Name: text("Nộp hồ sơ")},
		{Sign: view.SignCurrent, When: text("23/11", "14:05"), Name: text("Đang xử lý")},
		{Sign: view.SignAhead, When: text("25/11"), Name: text("Trả kết quả")},
	}
	p := Printer{Style: None{}}
	for room, want := range map[int]string{
		0:   "● 23/11 14:05 Đang xử lý",
		60:  "● 23/11 14:05 Đang xử lý\n○ 25/11 Trả kết quả",
		200: "✓ 20/11 08:12 Nộp hồ sơ\n● 23/11 14:05 Đang xử lý\n○ 25/11 Trả kết quả",
	} {
		if got := strings.Join(p.stepLines(steps, room), "\n"); got != want {
			t.Errorf("%d bytes: got\n%s", room, got)
		}
	}
	if got := p.stepLines(steps[2:], 0); len(got) != 1 {
		t.Errorf("a step ahead alone: %q", got)
	}
}

// A case named "Trường hợp ..." has the word "case" once, and what everybody needs comes
// first.
func TestCasesOfTheShortAnswer(t *testing.T) {
	p := Printer{Texts: text.For(text.VI), Style: None{}}
	a := client.Answer[client.Procedure]{
		Value: client.Procedure{Code: "1.004194", Name: "Đăng ký"},
		Review: &client.Review{Office: "UBND xã", Papers: []client.ReviewPaper{
			{Name: "Tờ khai", Originals: 1, Case: "Trường hợp ở nhờ"}, {Name: "Đơn", Originals: 1},
			{Name: "Căn cước", Show: true, Case: "theo danh sách"}, {Name: "Hợp đồng", Unless: "đã nộp", Case: "theo danh sách"},
			{Name: "Văn bản", When: "làm thay", Case: "theo danh sách"},
		}},
	}
	_, got, _ := strings.Cut(strings.Join(p.Procedure(procedures.Document(a, view.Env{Texts: p.Texts, Medium: view.Command})), "\n"), "\n\nNộp")
	got, _, _ = strings.Cut(got, "\nBao lâu")
	want := "\n  - Đơn: 1 bản chính\nTrường hợp ở nhờ\n  Nộp\n    - Tờ khai: 1 bản chính\n" +
		"Trường hợp: theo danh sách\n  Xuất trình\n    - Căn cước\n" +
		"  Chỉ khi\n    không thuộc trường hợp đã nộp\n      - Hợp đồng\n    làm thay\n      - Văn bản"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
