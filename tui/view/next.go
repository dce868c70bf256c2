package view

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"motcua/client"
)

// next is what the person does now, where and until when: the sentences after
// the heading of the state.
func next(d client.Dossier, e Env) []Sentence {
	t := &e.Texts.Dossier
	var first Sentence
	if d.Status.Known() {
		first = say("dossier-"+d.Status.String(), t.States[d.Status].Sentence)
	}
	nothing := say("dossier-nothing-yet", t.NothingYet)
	switch d.Status {
	case client.StatusRegistered:
		if d.DueAt.IsZero() {
			return paragraph(first, nothing, say("dossier-registered-date", t.RegisteredDate))
		}
		return paragraph(first, nothing)
	case client.StatusAccepted:
		return append(paragraph(first), waiting(d, e)...)
	case client.StatusProcessing:
		return waiting(d, e)
	case client.StatusRefused:
		return append(reason(d, e), say("dossier-again", t.Again))
	case client.StatusSupplement:
		return supplement(d, e)
	case client.StatusPayment:
		return payment(d, e)
	case client.StatusWithdrawn:
		return paragraph(first, say("dossier-withdrawn-not", t.WithdrawnNot, e.ask()))
	case client.StatusStopped:
		if d.Reason == "" && d.ReasonKind == client.ReasonUnsaid {
			return reason(d, e)
		}
		return append(reason(d, e), say("dossier-ask-why", t.AskWhy, e.ask()))
	case client.StatusFinished:
		return paragraph(say("dossier-collect", t.Collect, place(d, e)))
	case client.StatusReturned:
		closed := say("dossier-closed", t.Closed)
		if at := d.ReturnedAt; !at.IsZero() {
			return paragraph(say("dossier-returned-on", t.ReturnedOn, date(e.Texts.Day(at), at)), closed)
		}
		return paragraph(closed)
	default:
		return paragraph(say("dossier-unknown-next", t.UnknownNext, e.ask()))
	}
}

// ask is whom to ask, as it stands inside a sentence.
func (e Env) ask() Text { return span(SpanPlace, e.desk()) }

// place is where things are handed in and out.
func place(d client.Dossier, e Env) Text {
	if d.Desk != "" {
		return span(SpanPlace, inSentence(d.Desk))
	}
	return span(SpanPlace, e.Texts.Dossier.PlaceHandedIn)
}

// inSentence writes a place as it stands inside a sentence: "Nơi tiếp nhận hồ
// sơ" begins in lower case there. A further capital or a number makes it a name
// ("Trung tâm Phục vụ hành chính công", "Quầy 3"), which stays as it is.
func inSentence(place string) string {
	first, n := utf8.DecodeRuneInString(place)
	if strings.ContainsFunc(place[n:], func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) {
		return place
	}
	return string(unicode.ToLower(first)) + place[n:]
}

// waiting is for a dossier that is in the agency's hands.
func waiting(d client.Dossier, e Env) []Sentence {
	t := &e.Texts.Dossier
	nothing := say("dossier-nothing-yet", t.NothingYet)
	switch d.Lateness(e.Now, e.Calendar).Timeliness {
	case client.TimelyLate:
		return paragraph(say("dossier-late-nothing", t.LateNothing)) // the apology says what to do
	case client.TimelyPaused:
		// The portal stopped the clock and does not say whom it waits for.
		return paragraph(say("dossier-unknown-next", t.UnknownNext, e.ask()))
	case client.TimelyDueToday:
		return paragraph(say("dossier-bring-today", t.BringToday, place(d, e)))
	case client.TimelyNone:
		return paragraph(nothing, say("dossier-no-date", t.AcceptedNoDate))
	default:
		return paragraph(nothing, say("dossier-bring-due", t.BringDue, place(d, e)))
	}
}

// reason is why a dossier was refused or stopped, as far as it is open: in full with
// the proof, what kind of reason without it.
func reason(d client.Dossier, e Env) []Sentence {
	t := &e.Texts.Dossier
	switch {
	case d.Reason != "":
		return paragraph(say("dossier-reason", t.Reason, plain(oneLine(d.Reason))))
	case d.ReasonKind != client.ReasonUnsaid:
		kind := plain(t.ReasonKinds[d.ReasonKind-client.ReasonPapers])
		return paragraph(say("dossier-reason-hidden", t.ReasonHidden, kind))
	default:
		return paragraph(say("dossier-reason-unknown", t.ReasonUnknown, e.ask()))
	}
}

func supplement(d client.Dossier, e Env) []Sentence {
	t := &e.Texts.Dossier
	where, clock := say("dossier-supply-where", t.SupplyWhere, place(d, e)), say("dossier-supply-clock", t.SupplyClock)
	switch p := d.Private; {
	case namesMissing(d):
		papers := make([]string, len(p.Missing))
		for i, m := range p.Missing {
			papers[i] = strings.TrimRight(oneLine(m), " .;,")
		}
		return paragraph(say("dossier-supply", t.Supply, plain(strings.Join(papers, "; "))), where, clock)
	case p != nil && note(*p) != "":
		return paragraph(where, clock) // the note says which papers
	case hintsProof(d):
		return paragraph(say("dossier-supply-hidden", t.SupplyHidden, plain(e.howProof())), where, clock)
	default:
		return paragraph(say("dossier-supply-unknown", t.SupplyUnknown, e.ask()), clock)
	}
}

// namesMissing tells whether what to do next names the papers that are missing.
func namesMissing(d client.Dossier) bool {
	return d.Status == client.StatusSupplement && d.Private != nil && len(d.Private.Missing) > 0
}

// nextIsPrivate tells whether what to do next says what only a proof opened: papers,
// an amount or whether it was paid, the reason in full.
func nextIsPrivate(d client.Dossier) bool {
	switch d.Status {
	case client.StatusSupplement:
		return namesMissing(d)
	case client.StatusPayment:
		return d.Private != nil && len(d.Private.Fees) > 0
	default:
		return d.Status.HasReason() && d.Reason != ""
	}
}

// hintsProof tells whether what to do next says how to give the proof.
func hintsProof(d client.Dossier) bool {
	return (d.Status == client.StatusSupplement || d.Status == client.StatusPayment) && d.Private == nil && d.Proof == client.ProofNeeded
}

func payment(d client.Dossier, e Env) []Sentence {
	t := &e.Texts.Dossier
	unknown := say("dossier-pay-unknown", t.PayUnknown, place(d, e))
	then := say("dossier-pay-then", t.PayThen)
	if d.Private == nil {
		if hintsProof(d) {
			return paragraph(say("dossier-pay-hidden", t.PayHidden, place(d, e), plain(e.howProof())), then)
		}
		return paragraph(unknown, then)
	}
	var sum int64
	open, known := 0, true
	for _, f := range d.Private.Fees {
		switch {
		case f.PaidUnsaid:
			open, known = open+1, false // a sum might ask for money twice
		case !f.Paid:
			open++
			known = known && f.Known
			sum += f.Amount
		}
	}
	switch {
	case open == 0 && len(d.Private.Fees) > 0:
		return paragraph(say("dossier-pay-settled", t.PaySettled, e.ask()))
	case open == 0 || !known || sum <= 0:
		return paragraph(unknown, then)
	default:
		return paragraph(say("dossier-pay", t.Pay, money(e.Texts.Money(sum, "VND")), place(d, e)), then)
	}
}
