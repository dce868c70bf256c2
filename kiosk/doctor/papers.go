package doctor

import (
	"context"

	"motcua/tui/text"
	"motcua/tui/view"
)

// checkPapers tells what of the reviewed pages holds and what does not. A mistake
// there is no failure: the pages show then as they are read.
func checkPapers(_ context.Context, e *Env) []Finding {
	if e.ConfigErr != nil || e.Config.Papers.File == "" || e.Reviews == nil {
		return nil
	}
	const name = "papers"
	t := text.For(e.Lang)
	var list []Finding
	if n := len(e.Reviews.Entries()); n > 0 {
		list = append(list, e.finding(name, StateOK, e.say(sayReviewed, n), pair{}))
	}
	for _, p := range e.Reviews.Problems() {
		list = append(list, e.finding(name, StateWarn, view.ReviewProblem(p, t, e.Reason), doPapers))
	}
	if len(list) == 0 {
		list = append(list, e.finding(name, StateWarn, e.say(sayNoneReviewed), doPapers))
	}
	return list
}

var (
	sayReviewed     = pair{"%d trang giấy tờ theo bản cơ quan đã rà soát.", "%d pages are shown as an office reviewed them."}
	sayNoneReviewed = pair{"tệp ở papers.file chưa có trang nào.", "the file of papers.file has no page."}
	doPapers        = pair{"Xem từng chỗ bằng motcua papers check TỆP, sửa rồi gửi SIGHUP (systemctl reload).", "See each place with motcua papers check FILE, mend it, then send SIGHUP (systemctl reload)."}
)
