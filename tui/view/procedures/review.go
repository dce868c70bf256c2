package procedures

import (
	"fmt"
	"slices"

	"motcua/client"
	"motcua/tui/view"
)

// addReview says that an office went through the page, what has changed since, and
// what this desk notes. The office's papers stand on the page already, see
// review.Digest.
func addReview(doc *view.Document, r *client.Review, e view.Env) {
	if r == nil {
		return
	}
	t := &e.Texts.Review
	by := fmt.Sprintf(t.Reviewed, r.Office, e.Texts.Day(r.Date))
	if r.Reviewer != "" && r.Reviewer != r.Office {
		by = fmt.Sprintf(t.ReviewedBy, r.Office, r.Reviewer, e.Texts.Day(r.Date))
	}
	said := view.One(view.KindState, "reviewed", view.Sentence{Key: "procedure-reviewed", Text: view.Plain(by)})
	said.Sign, said.Tone = view.SignDone, view.ToneGood
	doc.Add(said)
	if warn := map[client.ReviewState]string{client.ReviewChanged: t.Changed, client.ReviewUnseen: t.Unseen}[r.State]; warn != "" {
		b := view.One(view.KindSentence, "review-warning", view.Say("procedure-review-warning", warn, view.Plain(e.Counter())))
		b.Sign, b.Tone = view.SignAction, view.ToneWarn
		doc.Add(b)
	}
	if r.Note != "" {
		doc.Add(view.One(view.KindNote, "desk-note", view.Say("procedure-desk-note", t.DeskNote, view.Plain(r.Note))))
	}
}

// addOriginal adds what the portal says of what an office corrected, when that has
// changed since. It is for who can compare.
func addOriginal(doc *view.Document, p client.Procedure, r *client.Review, e view.Env) {
	if r == nil || r.State != client.ReviewChanged || e.Medium == view.Ear || e.Medium == view.Paper {
		return
	}
	touched := map[string]bool{
		"papers": len(r.Papers) > 0, "time": len(r.Time) > 0, "fees": len(r.Fees) > 0, "conditions": len(r.Conditions) > 0,
	}
	old := slices.DeleteFunc(sections(p, e), func(b view.Block) bool { return !touched[b.Key] })
	if len(old) > 0 {
		doc.Add(view.One(view.KindTitle, "original", view.Sentence{Text: view.Plain(e.Texts.Review.Original)}))
	}
	for _, b := range old {
		b.Key = "original-" + b.Key
		doc.Add(b)
	}
}
