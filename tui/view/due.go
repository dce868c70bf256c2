package view

import (
	"fmt"
	"slices"

	"motcua/client"
	"motcua/tui/text"
)

// plate is the appointment; it is empty when there is none.
func plate(d client.Dossier, e Env) Block {
	t := &e.Texts.Dossier
	b := Block{Kind: KindPlate, Key: "due", Head: t.DueLabel}
	if d.Status == client.StatusRefused || d.DueAt.IsZero() {
		return b // what was not accepted has no appointment
	}
	switch {
	case d.Status.Ended() && d.Status.Clock() == client.ClockRuns:
		b.Head = t.DueLabelDone
	case d.Clock() != client.ClockRuns:
		b.Head = t.DueLabelPaused
	}
	due := date(e.Texts.DayHeading(d.DueAt), d.DueAt)
	if before := e.Texts.Before(d.DueAt); before != "" {
		due = slices.Concat(due, plain(", "), clock(before, d.DueAt))
	}
	b.Lines = []Sentence{{Key: "dossier-due", Text: due}}
	return b
}

// timeliness is how the dossier stands to the appointment.
func timeliness(d client.Dossier, e Env) Block {
	b := Block{Kind: KindSentence, Key: "timely"}
	if d.Status == client.StatusRefused {
		return b
	}
	var s Sentence
	s, b.Sign, b.Tone = timely(d, d.Lateness(e.Now, e.Calendar), e)
	b.Lines = []Sentence{s}
	return b
}

func timely(d client.Dossier, l client.Lateness, e Env) (Sentence, Sign, Tone) {
	t := &e.Texts.Dossier
	days := plain(e.Texts.WorkingDays(l.WorkingDays))
	ended := d.Status.Ended()
	switch l.Timeliness {
	case client.TimelyEarly:
		return say("dossier-early-done", t.EarlyDone, days), SignDone, ToneGood
	case client.TimelyOnTime:
		switch {
		case ended:
			return say("dossier-on-time-done", t.OnTimeDone), SignDone, ToneGood
		case l.WorkingDays == 0: // due on a day off
			return say("dossier-on-time-open", t.OnTimeOpen), SignDone, ToneGood
		default:
			return say("dossier-on-time-left", t.OnTimeLeft, days), SignDone, ToneGood
		}
	case client.TimelyDueToday:
		return say("dossier-due-today", t.DueToday), SignCurrent, ToneGood
	case client.TimelyLate:
		return late(ended, l.WorkingDays, days, t), SignAction, ToneBad
	case client.TimelyPaused:
		if d.Clock() == client.ClockEnded {
			return say("dossier-paused-for-good", t.PausedForGood), SignAhead, ToneQuiet
		}
		return say("dossier-paused", t.Paused), SignAhead, TonePlain
	default:
		return Sentence{}, "", TonePlain
	}
}

func late(ended bool, n int, days Text, t *text.Dossier) Sentence {
	switch {
	case ended && n == 0:
		return say("dossier-late-done-hours", t.LateDoneHours)
	case ended:
		return say("dossier-late-done", t.LateDone, days)
	case n == 0:
		return say("dossier-late-hours", t.LateHours)
	default:
		return say("dossier-late", t.Late, days)
	}
}

// apology is what the law gives to the person whose dossier is late: a written
// apology with a new date (Decree 118/2025/NĐ-CP, Circular 03/2025/TT-VPCP form
// 04). A result that was handed over late needs no new date.
func apology(d client.Dossier, e Env) Block {
	t := &e.Texts.Dossier
	b := Block{Kind: KindSentence, Key: "apology"}
	switch late := d.Lateness(e.Now, e.Calendar).Timeliness == client.TimelyLate; {
	case !late || d.Status == client.StatusRefused:
	case d.Status.Ended():
		b.Lines = []Sentence{say("dossier-apology-done", t.ApologyDone, e.ask())}
	default:
		b.Lines = []Sentence{say("dossier-apology-open", t.ApologyOpen, e.ask())}
	}
	return b
}

// caveats are what may be wrong with the dates, and which systems were not asked.
func caveats(a client.Answer[client.Dossier], e Env) []Sentence {
	d, t := a.Value, &e.Texts.Dossier
	var out []Sentence
	if d.Status != client.StatusRefused {
		if d.DueAt.After(e.Now) && d.Clock() == client.ClockRuns && !d.Status.Ended() && !e.Calendar.IsWorkingDay(d.DueAt) {
			out = append(out, say("dossier-day-off", t.DayOff))
		}
		if year := d.Lateness(e.Now, e.Calendar).MissingYear; year != 0 {
			out = append(out, say("dossier-calendar-gap", t.CalendarGap, plain(fmt.Sprint(year))))
		}
	}
	if c := partial(a.Partial, e); c != "" {
		out = append(out, Sentence{"dossier-source-partial", plain(c)})
	}
	return out
}
