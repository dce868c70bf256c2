package doctor

import (
	"context"

	"motcua/tui/text"
	"motcua/tui/text/operator"
	"motcua/tui/view/failure"
)

// checkPapers says which reviewed pages are used and which are not. A mistake there is not
// a failure: those pages are shown without the review.
func checkPapers(_ context.Context, e *Env) []Finding {
	if e.ConfigErr != nil || e.Config.Papers.File == "" || e.Reviews == nil {
		return nil
	}
	const name = "papers"
	t := text.For(e.Lang)
	var list []Finding
	if n := len(e.Reviews.Entries()); n > 0 {
		list = append(list, e.finding(name, StateOK, e.say(operator.DoctorReviewed, n), text.Said{}))
	}
	for _, p := range e.Reviews.Problems() {
		list = append(list, e.finding(name, StateWarn, failure.Review(p, t, e.Reason), operator.DoctorDoPapers))
	}
	if len(list) == 0 {
		list = append(list, e.finding(name, StateWarn, e.say(operator.DoctorNoneReviewed), operator.DoctorDoPapers))
	}
	return list
}
