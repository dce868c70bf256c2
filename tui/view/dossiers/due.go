package dossiers

import (
	"cmp"

	"motcua/client"
	"motcua/client/timely"
	"motcua/tui/text"
	"motcua/tui/view"
)

// timeliness is how the dossier stands to the appointment, unless the headline says it.
func timeliness(d client.Dossier, head view.Block, e view.Env) view.Block {
	if len(head.Lines) > 0 && !saysState(d) {
		return view.Block{Key: "timely"}
	}
	return stands(d, e)
}

// stands is how the dossier stands to the appointment.
func stands(d client.Dossier, e view.Env) view.Block {
	b := view.Block{Kind: view.KindSentence, Key: "timely"}
	if d.Status == client.StatusRefused {
		return b
	}
	var s view.Sentence
	l := timely.Of(d, e.Now, e.Calendar)
	s, b.Sign, b.Tone = standing(d, l, e)
	b.Lines = []view.Sentence{view.Doubted(s, l.Doubt, e)}
	return b
}

func standing(d client.Dossier, l timely.Standing, e view.Env) (view.Sentence, view.Sign, view.Tone) {
	t := &e.Texts.Dossier
	days := view.Plain(e.Texts.WorkingDays(l.WorkingDays))
	ended := d.Status.Ended()
	switch l.Timeliness {
	case timely.Early:
		return view.Say("dossier-early-done", t.EarlyDone, days), view.SignDone, view.ToneGood
	case timely.OnTime:
		switch {
		case ended:
			return view.Say("dossier-on-time-done", t.OnTimeDone), view.SignDone, view.ToneGood
		case l.WorkingDays == 0: // due on a day off
			return view.Say("dossier-on-time-open", t.OnTimeOpen), view.SignDone, view.ToneGood
		default:
			return view.Say("dossier-on-time-left", t.OnTimeLeft, days), view.SignDone, view.ToneGood
		}
	case timely.DueToday:
		return view.Say("dossier-due-today", t.DueToday), view.SignCurrent, view.ToneGood
	case timely.Late:
		return late(ended, l.WorkingDays, days, t), view.SignAction, view.ToneBad
	case timely.Paused:
		if d.Clock() == client.ClockEnded {
			return view.Say("dossier-paused-for-good", t.PausedForGood), view.SignAhead, view.ToneQuiet
		}
		return view.Say("dossier-paused", t.Paused), view.SignAhead, view.TonePlain
	default:
		return view.Sentence{}, "", view.TonePlain
	}
}

func late(ended bool, n int, days view.Text, t *text.Dossier) view.Sentence {
	switch {
	case ended && n == 0:
		return view.Say("dossier-late-done-hours", t.LateDoneHours)
	case ended:
		return view.Say("dossier-late-done", t.LateDone, days)
	case n == 0:
		return view.Say("dossier-late-hours", t.LateHours)
	default:
		return view.Say("dossier-late", t.Late, days)
	}
}

// apology is what the law gives to the person whose dossier is late: a written
// apology with a new date (Decree 118/2025/NĐ-CP, Circular 03/2025/TT-VPCP form
// 04). A result that was handed over late needs no new date.
func apology(d client.Dossier, e view.Env) view.Block {
	t := &e.Texts.Dossier
	b := view.Block{Kind: view.KindSentence, Key: "apology"}
	switch late := timely.Of(d, e.Now, e.Calendar).Timeliness == timely.Late; {
	case !late || d.Status == client.StatusRefused:
	case d.Status.Ended():
		b.Lines = []view.Sentence{view.Say("dossier-apology-done", t.ApologyDone, ask(e))}
	default:
		b.Lines = []view.Sentence{view.Say("dossier-apology-open", t.ApologyOpen, ask(e))}
	}
	return b
}

// caveats are what may be wrong with the dates, and which systems were not asked.
func caveats(a client.Answer[client.Dossier], e view.Env) []view.Sentence {
	d, t := a.Value, &e.Texts.Dossier
	var out []view.Sentence
	if d.Status != client.StatusRefused {
		doubt := timely.Of(d, e.Now, e.Calendar).Doubt
		if d.DueAt.After(e.Now) && d.Clock() == client.ClockRuns && !d.Status.Ended() && !e.Calendar.IsWorkingDay(d.DueAt) {
			out = append(out, view.Say("dossier-day-off", t.DayOff))
			doubt = cmp.Or(doubt, e.Calendar.Doubt(d.DueAt, d.DueAt))
		}
		if doubt.Year != 0 {
			out = append(out, view.Say("dossier-calendar-gap", t.CalendarGap, view.Number(doubt.Year)))
		}
	}
	if c := view.Partial(a.Partial, e); c != "" {
		out = append(out, view.Sentence{Key: "dossier-source-partial", Text: view.Plain(c)})
	}
	return out
}
