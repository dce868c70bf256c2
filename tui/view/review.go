package view

import (
	"fmt"
	"slices"

	"motcua/client"
)

// review puts into words what an office wrote of the page. Its papers stand on
// the page already, see review.Digest.
func (v *ProcedureView) review(a client.Answer[client.Procedure], e Env) {
	r, t := a.Review, &e.Texts.Review
	if r == nil {
		return
	}
	v.Reviewed = fmt.Sprintf(t.Reviewed, r.Office, e.Texts.Day(r.Date))
	if r.Reviewer != "" && r.Reviewer != r.Office {
		v.Reviewed = fmt.Sprintf(t.ReviewedBy, r.Office, r.Reviewer, e.Texts.Day(r.Date))
	}
	if len(r.Time) > 0 {
		v.Time, v.ReadyBy = r.Time, "" // nobody can count with words
	}
	if len(r.Fees) > 0 {
		v.Cost = r.Fees
	}
	v.Conditions = r.Conditions
	if r.Note != "" {
		v.DeskNote = fmt.Sprintf(t.DeskNote, r.Note)
	}
	desk := t.AnyDesk
	if e.Desk != "" || e.Person {
		desk = e.desk()
	}
	switch r.State {
	case client.ReviewChanged:
		v.ReviewWarn = fmt.Sprintf(t.Changed, desk)
		v.Original = corrected(r, v.Sections)
	case client.ReviewUnseen:
		v.ReviewWarn = fmt.Sprintf(t.Unseen, desk)
	}
}

// corrected are the sections of the full text about what a review put others
// words in the place of.
func corrected(r *client.Review, all []Section) []Section {
	touched := map[string]bool{
		"papers": len(r.Papers) > 0, "time": len(r.Time) > 0, "fees": len(r.Fees) > 0, "conditions": len(r.Conditions) > 0,
	}
	return slices.DeleteFunc(slices.Clone(all), func(s Section) bool { return !touched[s.ID] })
}
