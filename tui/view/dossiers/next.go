package dossiers

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"motcua/client"
	"motcua/client/reason"
	"motcua/client/timely"
	"motcua/tui/view"
)

// next is what the person does now, where and until when: the sentences after
// the heading of the state.
func next(d client.Dossier, e view.Env) []view.Sentence {
	t := &e.Texts.Dossier
	var first view.Sentence
	if d.Status.Known() {
		first = view.Say("dossier-"+d.Status.String(), t.States[d.Status].Sentence)
	}
	nothing := view.Say("dossier-nothing-yet", t.NothingYet)
	switch d.Status {
	case client.StatusRegistered:
		if d.DueAt.IsZero() {
			return view.Paragraph(first, nothing, view.Say("dossier-registered-date", t.RegisteredDate))
		}
		return view.Paragraph(first, nothing)
	case client.StatusAccepted:
		return append(view.Paragraph(first), waiting(d, e)...)
	case client.StatusProcessing:
		return waiting(d, e)
	case client.StatusRefused:
		return append(why(d, e), view.Say("dossier-again", t.Again))
	case client.StatusSupplement:
		return supplement(d, e)
	case client.StatusPayment:
		return payment(d, e)
	case client.StatusWithdrawn:
		return view.Paragraph(first, view.Say("dossier-withdrawn-not", t.WithdrawnNot, ask(e)))
	case client.StatusStopped:
		if d.Reason == "" && d.ReasonKind == reason.Unsaid {
			return why(d, e)
		}
		return append(why(d, e), view.Say("dossier-ask-why", t.AskWhy, ask(e)))
	case client.StatusFinished:
		return view.Paragraph(view.Say("dossier-collect", t.Collect, place(d, e)))
	case client.StatusReturned:
		closed := view.Say("dossier-closed", t.Closed)
		if at := d.ReturnedAt; !at.IsZero() {
			return view.Paragraph(view.Say("dossier-returned-on", t.ReturnedOn, view.Date(e.Texts.Day(at), at)), closed)
		}
		return view.Paragraph(closed)
	default:
		return view.Paragraph(view.Say("dossier-unknown-next", t.UnknownNext, ask(e)))
	}
}

// ask is whom to ask, as it stands inside a sentence.
func ask(e view.Env) view.Text { return view.Plain(e.Whom()) }

// place is where things are handed in and out.
func place(d client.Dossier, e view.Env) view.Text {
	if d.Desk != "" {
		return view.Plain(inSentence(d.Desk))
	}
	return view.Plain(e.Texts.Dossier.PlaceHandedIn)
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
func waiting(d client.Dossier, e view.Env) []view.Sentence {
	t := &e.Texts.Dossier
	nothing := view.Say("dossier-nothing-yet", t.NothingYet)
	switch timely.Of(d, e.Now, e.Calendar).Timeliness {
	case timely.Late:
		return view.Paragraph(view.Say("dossier-late-nothing", t.LateNothing)) // the apology says what to do
	case timely.Paused:
		// The portal stopped the clock and does not say whom it waits for.
		return view.Paragraph(view.Say("dossier-unknown-next", t.UnknownNext, ask(e)))
	case timely.DueToday:
		return view.Paragraph(view.Say("dossier-bring-today", t.BringToday, place(d, e)))
	case timely.None:
		return view.Paragraph(nothing, view.Say("dossier-no-date", t.AcceptedNoDate))
	default:
		return view.Paragraph(nothing, view.Say("dossier-bring-due", t.BringDue, place(d, e)))
	}
}

// why is why a dossier was refused or stopped, as far as it is open: in full with
// the proof, what kind of reason without it.
func why(d client.Dossier, e view.Env) []view.Sentence {
	t := &e.Texts.Dossier
	switch {
	case d.Reason != "":
		return view.Paragraph(view.Say("dossier-reason", t.Reason, view.Plain(view.OneLine(d.Reason))))
	case d.ReasonKind != reason.Unsaid:
		kind := view.Plain(t.ReasonKinds[d.ReasonKind-reason.Papers])
		return view.Paragraph(view.Say("dossier-reason-hidden", t.ReasonHidden, kind))
	default:
		return view.Paragraph(view.Say("dossier-reason-unknown", t.ReasonUnknown, ask(e)))
	}
}

func supplement(d client.Dossier, e view.Env) []view.Sentence {
	t := &e.Texts.Dossier
	where := view.Say("dossier-supply-where", t.SupplyWhere, place(d, e))
	hidden := view.Say("dossier-supply-hidden", t.SupplyHidden, view.Plain(e.HowProof()))
	switch p := d.Private; {
	case namesMissing(d):
		return []view.Sentence{view.Say("dossier-supply", t.Supply, place(d, e))} // the list follows
	case p != nil && note(*p) != "":
		if e.Medium == view.Paper { // on which no note stands
			return view.Paragraph(where, hidden)
		}
		return view.Paragraph(where) // the note says which papers
	case hintsProof(d):
		return view.Paragraph(where, hidden)
	default:
		return view.Paragraph(view.Say("dossier-supply-unknown", t.SupplyUnknown, ask(e)))
	}
}

// missing are the papers to hand in, without the ends of the sentences they came from.
func missing(p client.Private) []string {
	out := make([]string, len(p.Missing))
	for i, m := range p.Missing {
		out[i] = strings.TrimRight(view.OneLine(m), " .;,")
	}
	return out
}

// namesMissing tells whether what to do next names the papers that are missing.
func namesMissing(d client.Dossier) bool {
	return d.Status == client.StatusSupplement && d.Private != nil && len(d.Private.Missing) > 0
}

// hintsProof tells whether what to do next says how to give the proof.
func hintsProof(d client.Dossier) bool {
	return (d.Status == client.StatusSupplement || d.Status == client.StatusPayment) && d.Private == nil && d.Proof == client.ProofNeeded
}

func payment(d client.Dossier, e view.Env) []view.Sentence {
	t := &e.Texts.Dossier
	unknown := view.Say("dossier-pay-unknown", t.PayUnknown, place(d, e))
	then := view.Say("dossier-pay-then", t.PayThen)
	if d.Private == nil {
		if hintsProof(d) {
			return view.Paragraph(view.Say("dossier-pay-hidden", t.PayHidden, place(d, e), view.Plain(e.HowProof())), then)
		}
		return view.Paragraph(unknown, then)
	}
	sum, open, known := owed(d.Private)
	switch {
	case open == 0 && len(d.Private.Fees) > 0:
		return view.Paragraph(view.Say("dossier-pay-settled", t.PaySettled, ask(e)))
	case !known:
		return view.Paragraph(unknown, then)
	default:
		return view.Paragraph(view.Say("dossier-pay", t.Pay, view.Plain(e.Texts.Money(sum, "VND")), place(d, e)), then)
	}
}

// owed is the sum that is not paid yet, from how many fees; known is false unless it is sure
// that there is something to pay and how much.
func owed(p *client.Private) (sum int64, open int, known bool) {
	if p == nil {
		return 0, 0, false
	}
	known = true
	for _, f := range p.Fees {
		switch {
		case f.PaidUnsaid:
			open, known = open+1, false // a sum might ask for money twice
		case !f.Paid:
			open++
			known = known && f.Known
			sum += f.Amount
		}
	}
	return sum, open, known && sum > 0
}
