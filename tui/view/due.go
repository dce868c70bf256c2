package view

import (
	"fmt"

	"motcua/client"
	"motcua/client/workday"
)

// due says when the result was promised and how the dossier stands to it.
func (v *DossierView) due(d client.Dossier, e Env) {
	t := &e.Texts.Dossier
	if d.Status == client.StatusRefused {
		return // what was not accepted has no appointment
	}
	if !d.DueAt.IsZero() {
		v.DueLabel = t.DueLabel
		switch {
		case d.Status.Ended() && d.Status.Clock() == client.ClockRuns:
			v.DueLabel = t.DueLabelDone
		case d.Clock() != client.ClockRuns:
			v.DueLabel = t.DueLabelPaused
		}
		v.Due = e.Texts.DayHeading(d.DueAt)
		v.DueDigits = d.DueAt.In(workday.Zone).Format("02/01/2006")
		if before := e.Texts.Before(d.DueAt); before != "" {
			v.Due += ", " + before
		}
	}
	l := d.Lateness(e.Now, e.Calendar)
	v.Timely, v.TimeSign, v.TimeTone = timely(d, l, e)
	if l.Timeliness == client.TimelyLate {
		v.Apology = apology(d.Status, e)
	}
	if !d.DueAt.IsZero() && d.DueAt.After(e.Now) && d.Clock() == client.ClockRuns && !d.Status.Ended() && !e.Calendar.IsWorkingDay(d.DueAt) {
		v.Caveats = append(v.Caveats, t.DayOff)
	}
	if l.MissingYear != 0 {
		v.Caveats = append(v.Caveats, fmt.Sprintf(t.CalendarGap, l.MissingYear))
	}
}

func timely(d client.Dossier, l client.Lateness, e Env) (string, Sign, Tone) {
	t := &e.Texts.Dossier
	days := e.Texts.WorkingDays(l.WorkingDays)
	ended := d.Status.Ended()
	switch l.Timeliness {
	case client.TimelyEarly:
		return fmt.Sprintf(t.EarlyDone, days), SignDone, ToneGood
	case client.TimelyOnTime:
		switch {
		case ended:
			return t.OnTimeDone, SignDone, ToneGood
		case l.WorkingDays == 0: // due on a day off
			return t.OnTimeOpen, SignDone, ToneGood
		default:
			return fmt.Sprintf(t.OnTimeLeft, days), SignDone, ToneGood
		}
	case client.TimelyDueToday:
		return t.DueToday, SignCurrent, ToneGood
	case client.TimelyLate:
		return late(d.Status, l.WorkingDays, days, e), SignAction, ToneBad
	case client.TimelyPaused:
		if d.Clock() == client.ClockEnded {
			return t.PausedForGood, SignAhead, ToneQuiet
		}
		return t.Paused, SignAhead, TonePlain
	default:
		return "", "", TonePlain
	}
}

func late(s client.Status, n int, days string, e Env) string {
	t := &e.Texts.Dossier
	one, many := t.LateHours, t.Late
	if s.Ended() {
		one, many = t.LateDoneHours, t.LateDone
	}
	if n == 0 {
		return one
	}
	return fmt.Sprintf(many, days)
}

// apology is what the law gives to the person whose dossier is late: a written
// apology with a new date (Decree 118/2025/NĐ-CP, Circular 03/2025/TT-VPCP form
// 04). A result that was handed over late needs no new date.
func apology(s client.Status, e Env) string {
	t := &e.Texts.Dossier
	if s.Ended() {
		return fmt.Sprintf(t.ApologyDone, e.desk())
	}
	return fmt.Sprintf(t.ApologyOpen, e.desk())
}
