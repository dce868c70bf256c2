package dossiers

import (
	"fmt"
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/clean"
	"motcua/tui/view"
)

// Document returns an answer in words, what matters most first: the appointment of a dossier
// that runs in time, the headline of any other.
func Document(a client.Answer[client.Dossier], e view.Env) view.Document {
	d, t := a.Value, &e.Texts.Dossier
	p := d.Private
	if p == nil {
		p = &client.Private{}
	}
	list := func(key, head string, texts []view.Text) view.Block {
		return view.Block{Kind: view.KindList, Key: key, Head: head, Lines: view.Items(texts)}
	}
	var doc view.Document
	for _, b := range e.Titles(d.ProcedureCode, d.ProcedureName, d.Field) {
		doc.Add(b)
	}
	doc.Add(view.One(view.KindTitle, "code", view.Sentence{Text: view.SpanOf(view.SpanCode, d.Code.String())}))
	head := headline(d, e)
	doc.Add(head, due(d, head, e))
	standing := []view.Block{timeliness(d, head, e), apology(d, e)}
	if !saysState(d) {
		doc.Add(standing...)
	}
	doc.Add(state(d, a.Source, e))
	doc.Add(view.Block{Kind: view.KindSentence, Key: "next", Lines: next(d, e)})
	if namesMissing(d) {
		doc.Add(view.Block{Kind: view.KindChecklist, Key: "missing", Lines: view.Items(view.Plains(missing(*p)))})
	}
	if n := note(*p); n != "" {
		doc.Add(view.Block{Kind: view.KindNote, Key: "note", Lines: view.Paragraph(view.Say("dossier-agency-note", t.AgencyNote, view.Plain(n)))})
	}
	if saysState(d) {
		doc.Add(standing...)
	}
	if !namesMissing(d) {
		doc.Add(list("missing", e.Texts.Screen.Missing, view.Plains(p.Missing)))
	}
	doc.Add(list("fees", e.Texts.Screen.FeesDue, feeLines(p.Fees, e)))
	if p.Applicant != "" {
		doc.Add(view.One(view.KindFacts, "applicant", view.Say("dossier-applicant", t.Applicant, view.SpanOf(view.SpanName, p.Applicant))))
	}
	if d.Proof == client.ProofNeeded && d.Private == nil && !hintsProof(d) {
		doc.Add(view.One(view.KindNote, "proof", view.Say("dossier-proof-shows", t.ProofShows, view.Plain(e.HowProof()))))
	}
	doc.Add(view.Block{Kind: view.KindSteps, Key: "steps", Steps: timeLine(d, e)})
	doc.Add(list("results", t.Results, resultLines(p.Results, a.Source, e)))
	doc.Add(list("supplied", t.Supplied, view.Plains(p.Supplied)))
	doc.Add(view.SourceBlock("dossier-source", a.Source, a.AsOf, a.Stale, e))
	doc.Add(view.Block{Kind: view.KindNote, Key: "caveats", Tone: view.ToneQuiet, Lines: caveats(a, e)})
	doc.Each(func(t view.Text) view.Text { return heardName(markName(t, p.Applicant), e) })
	return doc
}

// state is where the dossier stands. Below a headline that says the state it is whose decision
// that was.
func state(d client.Dossier, src client.SourceName, e view.Env) view.Block {
	if saysState(d) {
		b := view.Block{Kind: view.KindSentence, Key: "state"}
		by := map[client.Status]string{client.StatusRefused: e.Texts.Dossier.RefusedBy, client.StatusStopped: e.Texts.Dossier.StoppedBy}[d.Status]
		if by != "" && d.Agency.Name != "" {
			b.Lines = view.Paragraph(view.Say("dossier-by-"+d.Status.String(), by, view.Plain(d.Agency.Name)))
		}
		return b
	}
	b := view.Block{Kind: view.KindState, Key: "state", Lines: []view.Sentence{{Key: "dossier-state-" + d.Status.String(), Text: stateHeading(d, src, e)}}}
	b.Sign, b.Tone = StateSign(d.Status)
	return b
}

// WhatNow says what the person does now, after the apology that the law gives them.
func WhatNow(d client.Dossier, e view.Env) string {
	var doc view.Document
	doc.Add(apology(d, e))
	doc.Add(view.Block{Key: "next", Lines: next(d, e)})
	said := doc.Words("apology", "next")
	if namesMissing(d) {
		said += " " + strings.Join(missing(*d.Private), "; ") + "."
	}
	return said
}

// TableRow is a dossier in a table.
type TableRow struct {
	Code      string
	Procedure string
	Sign      view.Sign
	Tone      view.Tone
	Brief     string // "Đang xử lý · hẹn 25/11 · Đúng hạn, còn 1 ngày làm việc"
}

// Row returns an answer as one line.
func Row(a client.Answer[client.Dossier], e view.Env) TableRow {
	d := a.Value
	r := TableRow{Code: d.Code.String(), Procedure: e.Called(d.ProcedureCode, d.ProcedureName), Brief: brief(d, e)}
	r.Sign, r.Tone = StateSign(d.Status)
	if stands(d, e).Tone == view.ToneBad {
		r.Tone = view.ToneBad
	}
	return r
}

// note is the agency's note in one line, without the papers that are listed
// beside it: many a note is nothing but that list.
func note(p client.Private) string {
	var out []string
	for line := range strings.SplitSeq(p.Note, "\n") {
		line = strings.TrimRight(view.FirstLine(line), " ;,")
		listed := slices.ContainsFunc(p.Missing, func(m string) bool {
			return clean.Fold(strings.TrimRight(line, ".")) == clean.Fold(strings.TrimRight(m, " .;,"))
		})
		if line != "" && !listed {
			out = append(out, line)
		}
	}
	return strings.Join(out, "; ")
}

// resultLines are the papers that come out. One of which the source holds a file says so, and
// where the person gets it: the file itself opens only to who logs in there.
func resultLines(list []client.ResultPaper, src client.SourceName, e view.Env) []view.Text {
	out := make([]view.Text, len(list))
	for i, r := range list {
		out[i] = view.Plain(r.Name)
		if r.Electronic {
			out[i] = view.FillIn(e.Texts.Dossier.ResultFile, view.Plain(r.Name), view.Plain(view.PortalName(src, e)))
		}
	}
	return out
}

func feeLines(fees []client.DossierFee, e view.Env) []view.Text {
	out := make([]view.Text, len(fees))
	for i, f := range fees {
		out[i] = feeLine(f, e)
	}
	return out
}

// feeLine is "Lệ phí cấp thẻ: 30.000 đồng, chưa nộp".
func feeLine(f client.DossierFee, e view.Env) view.Text {
	t := &e.Texts.Dossier
	name, amount, paid := f.Name, view.Plain(t.FeeUnknown), t.FeeUnpaid
	if name == "" {
		name = t.FeeUnnamed
	}
	if f.Paid {
		paid = t.FeePaid
	}
	if f.Known {
		amount = view.Plain(e.Texts.Money(f.Amount, "VND"))
		if f.Amount == 0 {
			return view.FillIn(e.Texts.Procedure.FeeLine, view.Plain(name), view.Plain(t.FeeNone))
		}
	}
	if f.PaidUnsaid {
		return view.FillIn(e.Texts.Procedure.FeeLine, view.Plain(name), amount)
	}
	return view.FillIn(t.Fee, view.Plain(name), amount, view.Plain(paid))
}

// StateSign is the mark of a state and what it means to the person.
func StateSign(s client.Status) (view.Sign, view.Tone) {
	switch s {
	case client.StatusRegistered, client.StatusWithdrawn:
		return view.SignAhead, view.TonePlain
	case client.StatusRefused, client.StatusStopped:
		return view.SignStop, view.ToneBad
	case client.StatusSupplement, client.StatusPayment:
		return view.SignAction, view.ToneWarn
	case client.StatusFinished, client.StatusReturned:
		return view.SignDone, view.ToneGood
	default:
		return view.SignCurrent, view.TonePlain
	}
}

// stateHeading is the state in a counter's words, with the agency where the
// words leave room for it. A state outside the national list keeps the portal's
// own words and says whose they are.
func stateHeading(d client.Dossier, src client.SourceName, e view.Env) view.Text {
	t := &e.Texts.Dossier
	if !d.Status.Known() {
		if d.StatusName == "" {
			return view.Plain(t.States[0].Heading)
		}
		return view.FillIn(t.ByPortal, view.Plain(view.OneLine(d.StatusName)), view.Plain(view.PortalName(src, e)))
	}
	heading := view.Plain(t.States[d.Status].Heading)
	switch d.Status {
	case client.StatusRegistered, client.StatusAccepted, client.StatusRefused,
		client.StatusProcessing, client.StatusStopped:
		if d.Agency.Name != "" {
			return view.FillIn(t.AtAgency, heading, view.Plain(d.Agency.Name))
		}
		return heading
	default:
		return heading
	}
}

// brief is a dossier in one line, for lists of many.
func brief(d client.Dossier, e view.Env) string {
	t := &e.Texts.Dossier
	state := t.States[0].Heading
	switch {
	case saysState(d):
		state = stateHeadline(d, e).Text.String()
	case d.Status.Known():
		state = t.States[d.Status].Heading
	case d.StatusName != "":
		state = d.StatusName
	}
	due := ""
	if d.Status != client.StatusRefused && !d.DueAt.IsZero() && d.Clock() == client.ClockRuns {
		due = fmt.Sprintf(t.BriefDue, e.Texts.DayNear(d.DueAt, e.Now))
	}
	timely := ""
	if d.Status.Clock() == client.ClockRuns { // else the state says as much
		timely = stands(d, e).String()
	}
	return e.Dotted(state, due, timely)
}
