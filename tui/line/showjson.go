package line

import (
	"time"

	"motcua/client"
	"motcua/client/digest"
	"motcua/client/review"
	"motcua/client/workday"
)

func procedureJSON(a client.Answer[client.Procedure]) string {
	p := a.Value
	out := showJSON{
		Code: &p.Code, Name: &p.Name, Field: orNull(p.Field), Agency: orNull(p.Publisher), Level: levelJSON(p.Levels),
		Executing: append([]string{}, p.Executing...), Conditions: orNull(p.Conditions),
		URL: orNull(p.URL), AsOf: timeOrNull(a.AsOf), Stale: &a.Stale, Source: orNull(a.Source.ID),
		Review: newReviewJSON(a.Review),
	}
	if p.Outline {
		if out.Review != nil && out.Review.Papers {
			out.Cases = casesJSON(a)
		}
		return encode(out) // an empty list would claim that there are none
	}
	out.Methods, out.Cases, out.Forms = []methodJSON{}, casesJSON(a), allForms(p)
	out.Steps, out.LegalBasis, out.Results = []stepJSON{}, []legalJSON{}, []resultJSON{}
	for _, m := range p.Methods {
		out.Methods = append(out.Methods, methodJSON{Channel: string(m.Channel), TimeLimit: newLimitJSON(m), Fees: feesJSON(m.Fees)})
	}
	for _, s := range p.Steps {
		out.Steps = append(out.Steps, stepJSON{orNull(s.Name), orNull(s.Text)})
	}
	for _, l := range p.LegalBasis {
		out.LegalBasis = append(out.LegalBasis, legalJSON{orNull(l.Number), orNull(l.Name)})
	}
	for _, r := range p.Results {
		out.Results = append(out.Results, resultJSON{orNull(r.Code), orNull(r.Name)})
	}
	return encode(out)
}

func newReviewJSON(r *client.Review) *reviewJSON {
	if r == nil {
		return nil
	}
	return &reviewJSON{
		Office: r.Office, Reviewer: orNull(r.Reviewer), Date: r.Date.In(workday.Zone).Format(time.DateOnly), State: r.State.String(),
		Papers: len(r.Papers) > 0, Time: append([]string{}, r.Time...), Fees: append([]string{}, r.Fees...),
		Conditions: append([]string{}, r.Conditions...), Note: orNull(r.Note),
	}
}

// newLimitJSON gives the limit of a channel. Where the rule stands in words only,
// they may be in the channel's description.
func newLimitJSON(m client.Method) *limitJSON {
	words := m.Limit.Text
	if words == "" && m.Limit.Unit == client.UnitOther {
		words = m.Description
	}
	if m.Limit.Quantity == 0 && m.Limit.Unit == client.UnitNone && words == "" {
		return nil
	}
	return &limitJSON{Quantity: orNull(m.Limit.Quantity), Unit: orNull(string(m.Limit.Unit)), Text: orNull(words)}
}

func feesJSON(fs []client.Fee) []feeJSON {
	out := []feeJSON{}
	for _, f := range fs {
		j := feeJSON{State: f.State.String(), Type: orNull(string(f.Type)), Text: orNull(f.Text)}
		switch f.State {
		case client.FeeAmount:
			amount, currency := f.Amount, f.Currency
			if currency == "" {
				currency = "VND"
			}
			j.Amount, j.Currency = &amount, &currency
		case client.FeeFree:
			j.Amount = new(int64)
		}
		out = append(out, j)
	}
	return out
}

// casesJSON gives the papers sorted as the digest sorts them: what everybody
// needs, what only some need, and explanations as notes. No row gets lost.
func casesJSON(a client.Answer[client.Procedure]) []caseJSON {
	out := []caseJSON{}
	for _, c := range review.Digest(a).Cases {
		j := caseJSON{
			Name: orNull(c.Name), Group: c.Group, Papers: []paperJSON{}, ReadClosely: []string{}, Office: []string{},
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
			OnlyIf: orNull(onlyIf.When), Except: onlyIf.Except, FillIn: p.FillIn, OneOf: papersJSON(p.OneOf, onlyIf), Forms: formsJSON(p.Forms),
		})
	}
	return out
}

func formsJSON(fs []client.Form) []formJSON {
	out := []formJSON{}
	for _, f := range fs {
		out = append(out, formJSON{orNull(f.ID), orNull(f.Name)})
	}
	return out
}

// allForms lists each form of the procedure once.
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
