package record

import (
	"time"

	"motcua/client"
	"motcua/client/digest"
	"motcua/client/english"
	"motcua/client/review"
	"motcua/client/workday"
	"motcua/tui/view/units"
)

// ProcedureLine returns a procedure as a JSON line.
func ProcedureLine(a client.Answer[client.Procedure]) string {
	p := a.Value
	out := procedureObject{
		Code: &p.Code, Name: &p.Name, Field: OrNull(p.Field), Agency: OrNull(p.Publisher), Level: levelJSON(p.Levels),
		Executing: append([]string{}, p.Executing...), Conditions: OrNull(p.Conditions),
		URL: OrNull(p.URL), AsOf: TimeOrNull(a.AsOf), Stale: &a.Stale, Source: OrNull(a.Source.ID),
		Review: newReviewJSON(a.Review), Linked: linkedOf(a), Online: OrNull(string(units.GeneralLevel(p))), Abolished: &p.Abolished, Successor: SuccessorOf(a.Successor),
		NameEN: OrNull(english.Title(p.Code)),
	}
	if p.Outline {
		if out.Review != nil && out.Review.Papers {
			out.Cases = casesJSON(a)
		}
		return Encode(out) // an empty list would mean that there are none
	}
	out.Methods, out.Cases, out.Forms = []methodJSON{}, casesJSON(a), allForms(p)
	out.Steps, out.LegalBasis, out.Results = []stepJSON{}, []legalJSON{}, []resultJSON{}
	for _, m := range p.Methods {
		out.Methods = append(out.Methods, methodJSON{Channel: string(m.Channel), TimeLimit: newLimitJSON(m), Fees: feesJSON(m.Fees)})
	}
	for _, s := range p.Steps {
		out.Steps = append(out.Steps, stepJSON{OrNull(s.Name), OrNull(s.Text)})
	}
	for _, l := range p.LegalBasis {
		out.LegalBasis = append(out.LegalBasis, legalJSON{OrNull(l.Number), OrNull(l.Name)})
	}
	for _, r := range p.Results {
		out.Results = append(out.Results, resultJSON{OrNull(r.Code), OrNull(r.Name)})
	}
	return Encode(out)
}

func newReviewJSON(r *client.Review) *reviewJSON {
	if r == nil {
		return nil
	}
	return &reviewJSON{
		Office: r.Office, Reviewer: OrNull(r.Reviewer), Date: r.Date.In(workday.Zone).Format(time.DateOnly), State: r.State.String(),
		Papers: len(r.Papers) > 0, Time: append([]string{}, r.Time...), Fees: append([]string{}, r.Fees...),
		Conditions: append([]string{}, r.Conditions...), Note: OrNull(r.Note),
	}
}

// newLimitJSON returns the time limit of a channel. When the rule is only given in words,
// these may be in the channel's description.
func newLimitJSON(m client.Method) *limitJSON {
	words := m.Limit.Text
	if words == "" && m.Limit.Unit == client.UnitOther {
		words = m.Description
	}
	if m.Limit.Quantity == 0 && m.Limit.Unit == client.UnitNone && words == "" {
		return nil
	}
	return &limitJSON{Quantity: OrNull(m.Limit.Quantity), Unit: OrNull(string(m.Limit.Unit)), Text: OrNull(words)}
}

func feesJSON(fs []client.Fee) []feeJSON {
	out := []feeJSON{}
	for _, f := range fs {
		j := feeJSON{State: f.State.String(), Type: OrNull(string(f.Type)), Text: OrNull(f.Text)}
		switch f.State {
		case client.FeeAmount:
			amount, currency := f.Amount, f.Currency
			if currency == "" {
				currency = "VND"
			}
			j.Amount, j.Currency = &amount, &currency
		case client.FeeFree:
			j.Amount = new(int64)
		case client.FeeUnknown: // no amount, not even zero
		}
		out = append(out, j)
	}
	return out
}

// casesJSON returns the papers as the digest sorted them: what everybody needs, what only
// some need, and explanations as notes. Every row is included.
func casesJSON(a client.Answer[client.Procedure]) []caseJSON {
	out := []caseJSON{}
	for _, c := range review.Digest(a).Cases {
		j := caseJSON{
			Name: OrNull(c.Name), Group: c.Group, Papers: []paperJSON{}, ReadClosely: []string{}, Office: []string{},
			Notes: append([]string{}, c.Notes...),
		}
		for _, r := range c.Close {
			j.ReadClosely = append(j.ReadClosely, r.Text)
		}
		for _, r := range c.Office {
			j.Office = append(j.Office, r.Text)
		}
		j.Papers = append(j.Papers, papersJSON(c.HandIn, digest.Condition{})...)
		j.Papers = append(j.Papers, papersJSON(c.Show, digest.Condition{})...)
		for _, cond := range c.OnlyIf {
			j.Papers = append(j.Papers, papersJSON(cond.Papers, cond)...)
			if cond.Full != "" {
				j.Notes = append(j.Notes, cond.Full)
			}
		}
		out = append(out, j)
	}
	return out
}

func papersJSON(ps []digest.Paper, onlyIf digest.Condition) []paperJSON {
	out := []paperJSON{}
	for _, p := range ps {
		out = append(out, paperJSON{
			Name: p.Name, Text: p.Full, Originals: p.Originals, Copies: p.Copies, Show: p.Show,
			OnlyIf: OrNull(onlyIf.When), Except: onlyIf.Except, FillIn: p.FillIn, OneOf: papersJSON(p.OneOf, onlyIf), Forms: formsJSON(p.Forms),
		})
	}
	return out
}

func formsJSON(fs []client.Form) []formJSON {
	out := []formJSON{}
	for _, f := range fs {
		out = append(out, formJSON{OrNull(f.ID), OrNull(f.Name)})
	}
	return out
}

// allForms returns each form of the procedure once.
func allForms(p client.Procedure) []formJSON {
	var all []client.Form
	seen := map[client.Form]bool{}
	for _, c := range p.Cases {
		for _, r := range c.Rows {
			for _, f := range r.Forms {
				if !seen[f] {
					seen[f] = true
					all = append(all, f)
				}
			}
		}
	}
	return formsJSON(all)
}
