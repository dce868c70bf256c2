package dossiers

import (
	"slices"

	"motcua/client"
	"motcua/client/timely"
	"motcua/tui/view"
)

// headline is what matters more to the person than the appointment: that they have to
// bring or pay something, that the result is ready, that the work was refused or has stopped,
// that the clock stands, or that the appointment has passed. It is empty for a dossier that
// runs in time, whose headline is the appointment.
func headline(d client.Dossier, e view.Env) view.Block {
	b := view.Block{Kind: view.KindPlate, Key: "headline"}
	if saysState(d) {
		b.Lines = []view.Sentence{stateHeadline(d, e)}
		b.Sign, b.Tone = StateSign(d.Status)
		return b
	}
	if l := timely.Of(d, e.Now, e.Calendar); l.Timeliness == timely.Late || l.Timeliness == timely.Paused {
		var s view.Sentence
		s, b.Sign, b.Tone = standing(d, l, e)
		b.Lines = []view.Sentence{view.Doubted(s, l.Doubt, e)}
	}
	return b
}

// saysState reports whether the headline is the state: it waits for the person, or the work on
// the dossier is over.
func saysState(d client.Dossier) bool {
	return d.Status.Known() && (d.Status.Clock() != client.ClockRuns || d.Status.Ended())
}

// stateHeadline is the state in one line, with what the person has to bring or pay as far as
// it is known.
func stateHeadline(d client.Dossier, e view.Env) view.Sentence {
	t := &e.Texts.Dossier
	if namesMissing(d) {
		return view.Say("dossier-missing", e.Texts.MissingPapers(len(d.Private.Missing)))
	}
	if sum, _, ok := owed(d.Private); ok && d.Status == client.StatusPayment {
		return view.Say("dossier-owed", t.PayHeading, view.Plain(e.Texts.Money(sum, "VND")))
	}
	return view.Say("dossier-state-"+d.Status.String(), t.States[d.Status].Heading)
}

// due is the appointment. It is the plate of a dossier without a headline; below a headline it
// is a line.
func due(d client.Dossier, head view.Block, e view.Env) view.Block {
	t := &e.Texts.Dossier
	b := view.Block{Kind: view.KindFacts, Key: "due", Head: t.DueLabel}
	if d.Status == client.StatusRefused || d.DueAt.IsZero() {
		return b // what was not accepted has no appointment
	}
	switch {
	case d.Status.Ended() && d.Status.Clock() == client.ClockRuns:
		b.Head = t.DueLabelDone
	case d.Clock() != client.ClockRuns:
		b.Head = t.DueLabelPaused
	}
	day := view.Date(e.Texts.Day(d.DueAt), d.DueAt)
	if len(head.Lines) == 0 {
		b.Kind, day = view.KindPlate, view.Date(e.Texts.DayHeading(d.DueAt), d.DueAt)
	}
	if before := e.Texts.Before(d.DueAt); before != "" {
		day = slices.Concat(day, view.Plain(", "), view.Clock(before))
	}
	b.Lines = []view.Sentence{{Key: "dossier-due", Text: day}}
	return b
}
