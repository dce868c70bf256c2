package view

import (
	"fmt"
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/clean"
)

// Dossier puts an answer into words, the appointment date first.
func Dossier(a client.Answer[client.Dossier], e Env) DossierView {
	d := a.Value
	v := DossierView{
		Code:          d.Code.String(),
		Grouped:       strings.Join([]string{d.Code.Agency(), d.Code.DateDigits(), d.Code.Serial()}, " - "),
		Procedure:     shortName(d.ProcedureName),
		ProcedureCode: d.ProcedureCode,
		Source:        Source(a.Source, a.AsOf, a.Stale, e),
		Stale:         a.Stale,
	}
	v.due(d, e)
	if c := partial(a.Partial, e); c != "" {
		v.Caveats = append(v.Caveats, c)
	}
	v.StateSign, v.StateTone = stateSign(d.Status)
	v.State = stateHeading(d, a.Source, e)
	v.Next = next(d, e)
	v.Brief = brief(d, v, e)
	v.Steps = timeLine(d, e)
	if p := d.Private; p != nil {
		v.private(*p, e)
	} else if d.Proof == client.ProofNeeded {
		v.ProofHint = fmt.Sprintf(e.Texts.Dossier.ProofShows, e.howProof())
	}
	return v
}

// private fills in what only the right proof opens.
func (v *DossierView) private(p client.Private, e Env) {
	t := &e.Texts.Dossier
	if p.Applicant != "" {
		v.Applicant = fmt.Sprintf(t.Applicant, p.Applicant)
	}
	if n := note(p); n != "" {
		v.Note = sentences(fmt.Sprintf(t.AgencyNote, n))
	}
	v.Missing, v.Supplied, v.Results = p.Missing, p.Supplied, p.Results
	for _, f := range p.Fees {
		v.Fees = append(v.Fees, feeLine(f, e))
	}
}

// note is the agency's note in one line, without the papers that are listed
// beside it: many a note is nothing but that list.
func note(p client.Private) string {
	var out []string
	for line := range strings.SplitSeq(p.Note, "\n") {
		line = strings.TrimRight(firstLine(line), " ;,")
		listed := slices.ContainsFunc(p.Missing, func(m string) bool {
			return clean.Fold(strings.TrimRight(line, ".")) == clean.Fold(strings.TrimRight(m, " .;,"))
		})
		if line != "" && !listed {
			out = append(out, line)
		}
	}
	return strings.Join(out, "; ")
}

// feeLine is "Lệ phí cấp thẻ: 30.000 đồng, chưa nộp".
func feeLine(f client.DossierFee, e Env) string {
	t := &e.Texts.Dossier
	name, amount, paid := f.Name, t.FeeUnknown, t.FeeUnpaid
	if name == "" {
		name = t.FeeUnnamed
	}
	if f.Paid {
		paid = t.FeePaid
	}
	if f.Known {
		amount = e.Texts.Money(f.Amount, "VND")
		if f.Amount == 0 {
			return fmt.Sprintf(e.Texts.Procedure.FeeLine, name, t.FeeNone)
		}
	}
	if f.PaidUnsaid {
		return fmt.Sprintf(e.Texts.Procedure.FeeLine, name, amount)
	}
	return fmt.Sprintf(t.Fee, name, amount, paid)
}

// stateSign is the mark of a state and what it means to the person.
func stateSign(s client.Status) (Sign, Tone) {
	switch s {
	case client.StatusRegistered, client.StatusWithdrawn:
		return SignAhead, TonePlain
	case client.StatusRefused, client.StatusStopped:
		return SignStop, ToneBad
	case client.StatusSupplement, client.StatusPayment:
		return SignAction, ToneWarn
	case client.StatusFinished, client.StatusReturned:
		return SignDone, ToneGood
	default:
		return SignCurrent, TonePlain
	}
}

// stateHeading is the state in a counter's words, with the agency where the
// words leave room for it. A state outside the national list keeps the portal's
// own words and says whose they are.
func stateHeading(d client.Dossier, src client.SourceName, e Env) string {
	t := &e.Texts.Dossier
	if !d.Status.Known() {
		if d.StatusName == "" {
			return t.States[0].Heading
		}
		return fmt.Sprintf(t.ByPortal, oneLine(d.StatusName), portalName(src, e))
	}
	heading := t.States[d.Status].Heading
	switch d.Status {
	case client.StatusRegistered, client.StatusAccepted, client.StatusRefused,
		client.StatusProcessing, client.StatusStopped:
		if d.Agency.Name != "" {
			return fmt.Sprintf(t.AtAgency, heading, d.Agency.Name)
		}
	}
	return heading
}

// brief is a dossier in one line, for lists of many.
func brief(d client.Dossier, v DossierView, e Env) string {
	t := &e.Texts.Dossier
	state := t.States[0].Heading
	switch {
	case d.Status.Known():
		state = t.States[d.Status].Heading
	case d.StatusName != "":
		state = d.StatusName
	}
	due := ""
	if v.Due != "" && d.Clock() == client.ClockRuns {
		due = fmt.Sprintf(t.BriefDue, e.Texts.DayNear(d.DueAt, e.Now))
	}
	timely := v.Timely
	if d.Status.Clock() != client.ClockRuns {
		timely = "" // the state says as much
	}
	return dotted(state, due, timely)
}
