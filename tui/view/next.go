package view

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"motcua/client"
)

// next is what the person does now, where and until when: the sentence after
// the heading of the state.
func next(d client.Dossier, e Env) string {
	t := &e.Texts.Dossier
	first := ""
	if d.Status.Known() {
		first = t.States[d.Status].Sentence
	}
	switch d.Status {
	case client.StatusRegistered:
		if d.DueAt.IsZero() {
			return sentences(first, t.NothingYet, t.RegisteredDate)
		}
		return sentences(first, t.NothingYet)
	case client.StatusAccepted:
		return sentences(first, waiting(d, e))
	case client.StatusProcessing:
		return waiting(d, e)
	case client.StatusRefused:
		return sentences(reason(d, e), t.Again)
	case client.StatusSupplement:
		return supplement(d, e)
	case client.StatusPayment:
		return payment(d, e)
	case client.StatusWithdrawn:
		return sentences(first, fmt.Sprintf(t.WithdrawnNot, e.desk()))
	case client.StatusStopped:
		if d.Reason == "" && d.ReasonKind == client.ReasonUnsaid {
			return reason(d, e)
		}
		return sentences(reason(d, e), fmt.Sprintf(t.AskWhy, e.desk()))
	case client.StatusFinished:
		return fmt.Sprintf(t.Collect, place(d, e))
	case client.StatusReturned:
		if at := d.ReturnedAt; !at.IsZero() {
			return sentences(fmt.Sprintf(t.ReturnedOn, e.Texts.Day(at)), t.Closed)
		}
		return t.Closed
	default:
		return fmt.Sprintf(t.UnknownNext, e.desk())
	}
}

// place is where things are handed in and out.
func place(d client.Dossier, e Env) string {
	if d.Desk != "" {
		return inSentence(d.Desk)
	}
	return e.Texts.Dossier.PlaceHandedIn
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
func waiting(d client.Dossier, e Env) string {
	t := &e.Texts.Dossier
	switch d.Lateness(e.Now, e.Calendar).Timeliness {
	case client.TimelyLate:
		return t.LateNothing // the apology says what to do
	case client.TimelyPaused:
		// The portal stopped the clock and does not say whom it waits for.
		return fmt.Sprintf(t.UnknownNext, e.desk())
	case client.TimelyDueToday:
		return fmt.Sprintf(t.BringToday, place(d, e))
	case client.TimelyNone:
		return sentences(t.NothingYet, t.AcceptedNoDate)
	default:
		return sentences(t.NothingYet, fmt.Sprintf(t.BringDue, place(d, e)))
	}
}

// reason is why a dossier was refused or stopped, as far as it is open: in full with
// the proof, what kind of reason without it.
func reason(d client.Dossier, e Env) string {
	t := &e.Texts.Dossier
	switch {
	case d.Reason != "":
		return sentences(fmt.Sprintf(t.Reason, oneLine(d.Reason)))
	case d.ReasonKind != client.ReasonUnsaid:
		return sentences(fmt.Sprintf(t.ReasonHidden, t.ReasonKinds[d.ReasonKind-client.ReasonPapers]))
	default:
		return fmt.Sprintf(t.ReasonUnknown, e.desk())
	}
}

func supplement(d client.Dossier, e Env) string {
	t := &e.Texts.Dossier
	where := fmt.Sprintf(t.SupplyWhere, place(d, e))
	switch p := d.Private; {
	case p != nil && len(p.Missing) > 0:
		papers := make([]string, len(p.Missing))
		for i, m := range p.Missing {
			papers[i] = strings.TrimRight(oneLine(m), " .;,")
		}
		return sentences(fmt.Sprintf(t.Supply, strings.Join(papers, "; ")), where, t.SupplyClock)
	case p != nil && note(*p) != "":
		return sentences(where, t.SupplyClock) // the note says which papers
	case p == nil && d.Proof == client.ProofNeeded:
		return sentences(fmt.Sprintf(t.SupplyHidden, e.howProof()), where, t.SupplyClock)
	default:
		return sentences(fmt.Sprintf(t.SupplyUnknown, e.desk()), t.SupplyClock)
	}
}

func payment(d client.Dossier, e Env) string {
	t := &e.Texts.Dossier
	if d.Private == nil {
		if d.Proof == client.ProofNeeded {
			return sentences(fmt.Sprintf(t.PayHidden, place(d, e), e.howProof()), t.PayThen)
		}
		return sentences(fmt.Sprintf(t.PayUnknown, place(d, e)), t.PayThen)
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
		return fmt.Sprintf(t.PaySettled, e.desk())
	case open == 0 || !known || sum <= 0:
		return sentences(fmt.Sprintf(t.PayUnknown, place(d, e)), t.PayThen)
	default:
		return sentences(fmt.Sprintf(t.Pay, e.Texts.Money(sum, "VND"), place(d, e)), t.PayThen)
	}
}
