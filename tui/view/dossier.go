package view

import (
	"fmt"
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/clean"
)

// Dossier is an answer in words, the appointment first.
func Dossier(a client.Answer[client.Dossier], e Env) Document {
	d, t := a.Value, &e.Texts.Dossier
	p := d.Private
	if p == nil {
		p = &client.Private{}
	}
	one := func(k Kind, key string, s Sentence) Block { return Block{Kind: k, Key: key, Lines: []Sentence{s}} }
	list := func(k Kind, key, head string, texts []Text) Block {
		return Block{Kind: k, Key: key, Head: head, Private: true, Lines: items(texts)}
	}
	var doc Document
	doc.add(one(KindTitle, "procedure", Sentence{Text: plain(shortName(d.ProcedureName))}))
	doc.add(one(KindTitle, "code", Sentence{Text: span(SpanCode, d.Code.String())}))
	doc.add(plate(d, e))
	doc.add(timeliness(d, e))
	doc.add(apology(d, e))
	doc.add(state(d, a.Source, e))
	doc.add(Block{Kind: KindSentence, Key: "next", Private: nextIsPrivate(d), Lines: next(d, e)})
	if n := note(*p); n != "" {
		doc.add(Block{Kind: KindNote, Key: "note", Private: true, Lines: paragraph(say("dossier-agency-note", t.AgencyNote, plain(n)))})
	}
	if !namesMissing(d) {
		doc.add(list(KindChecklist, "missing", e.Texts.Screen.Missing, plains(p.Missing)))
	}
	doc.add(list(KindList, "fees", e.Texts.Screen.FeesDue, feeLines(p.Fees, e)))
	if p.Applicant != "" {
		b := one(KindFacts, "applicant", say("dossier-applicant", t.Applicant, span(SpanName, p.Applicant)))
		b.Private = true
		doc.add(b)
	}
	if d.Proof == client.ProofNeeded && d.Private == nil && !hintsProof(d) {
		doc.add(one(KindNote, "proof", say("dossier-proof-shows", t.ProofShows, plain(e.howProof()))))
	}
	doc.add(Block{Kind: KindSteps, Key: "steps", Steps: timeLine(d, e)})
	doc.add(list(KindList, "results", t.Results, plains(p.Results)))
	doc.add(list(KindList, "supplied", t.Supplied, plains(p.Supplied)))
	source := one(KindSource, "source", Sentence{"dossier-source", sourceText(a.Source, a.AsOf, a.Stale, e)})
	if source.Tone = ToneQuiet; a.Stale {
		source.Tone = ToneWarn
	}
	doc.add(source)
	doc.add(Block{Kind: KindNote, Key: "caveats", Tone: ToneQuiet, Lines: caveats(a, e)})
	doc.each(func(t Text) Text { return markName(t, p.Applicant) })
	return doc
}

// state is where the dossier stands.
func state(d client.Dossier, src client.SourceName, e Env) Block {
	b := Block{Kind: KindState, Key: "state", Lines: []Sentence{{"dossier-state-" + d.Status.String(), stateHeading(d, src, e)}}}
	b.Sign, b.Tone = stateSign(d.Status)
	return b
}

// WhatNow is what the person does now, behind the apology that they are owed.
func WhatNow(d client.Dossier, e Env) string {
	var doc Document
	doc.add(apology(d, e))
	doc.add(Block{Key: "next", Lines: next(d, e)})
	return doc.Words("apology", "next")
}

// DossierRow is a dossier among many.
type DossierRow struct {
	Code      string
	Procedure string
	Sign      Sign
	Tone      Tone
	Brief     string // "Đang xử lý · hẹn 25/11 · Đúng hạn, còn 1 ngày làm việc"
}

// Row puts an answer into one line.
func Row(a client.Answer[client.Dossier], e Env) DossierRow {
	d := a.Value
	r := DossierRow{Code: d.Code.String(), Procedure: shortName(d.ProcedureName), Brief: brief(d, e)}
	r.Sign, r.Tone = stateSign(d.Status)
	if timeliness(d, e).Tone == ToneBad {
		r.Tone = ToneBad
	}
	return r
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

func feeLines(fees []client.DossierFee, e Env) []Text {
	out := make([]Text, len(fees))
	for i, f := range fees {
		out[i] = feeLine(f, e)
	}
	return out
}

// feeLine is "Lệ phí cấp thẻ: 30.000 đồng, chưa nộp".
func feeLine(f client.DossierFee, e Env) Text {
	t := &e.Texts.Dossier
	name, amount, paid := f.Name, plain(t.FeeUnknown), t.FeeUnpaid
	if name == "" {
		name = t.FeeUnnamed
	}
	if f.Paid {
		paid = t.FeePaid
	}
	if f.Known {
		amount = money(e.Texts.Money(f.Amount, "VND"))
		if f.Amount == 0 {
			return fillIn(e.Texts.Procedure.FeeLine, plain(name), plain(t.FeeNone))
		}
	}
	if f.PaidUnsaid {
		return fillIn(e.Texts.Procedure.FeeLine, plain(name), amount)
	}
	return fillIn(t.Fee, plain(name), amount, plain(paid))
}

func plains(list []string) []Text {
	out := make([]Text, len(list))
	for i, s := range list {
		out[i] = plain(s)
	}
	return out
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
func stateHeading(d client.Dossier, src client.SourceName, e Env) Text {
	t := &e.Texts.Dossier
	if !d.Status.Known() {
		if d.StatusName == "" {
			return plain(t.States[0].Heading)
		}
		return fillIn(t.ByPortal, plain(oneLine(d.StatusName)), plain(portalName(src, e)))
	}
	heading := plain(t.States[d.Status].Heading)
	switch d.Status {
	case client.StatusRegistered, client.StatusAccepted, client.StatusRefused,
		client.StatusProcessing, client.StatusStopped:
		if d.Agency.Name != "" {
			return fillIn(t.AtAgency, heading, span(SpanPlace, d.Agency.Name))
		}
	}
	return heading
}

// brief is a dossier in one line, for lists of many.
func brief(d client.Dossier, e Env) string {
	t := &e.Texts.Dossier
	state := t.States[0].Heading
	switch {
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
		timely = timeliness(d, e).String()
	}
	return dotted(state, due, timely)
}
