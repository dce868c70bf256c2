package procedures

import (
	"time"

	"motcua/client"
	"motcua/client/digest/deadline"
	"motcua/client/workday"
	"motcua/tui/view"
)

// Hours of the sentences: the rule of "15 o'clock" (deadline.RuleCutoff15), and
// the hour after which what is handed in counts for the next working day.
const (
	cutOffHour = 15
	closedHour = 17
)

// ready says when the result is there if the dossier is handed in now; it is empty when the
// time limit allows no honest sum, or the procedure is abolished. A day in a year without
// holidays is not promised.
func ready(p client.Procedure, e view.Env) view.Block {
	by, rule, ok := deadline.ReadyBy(p, e.Now, e.Calendar)
	if !ok || p.Abolished {
		return view.Block{}
	}
	doubt := e.Calendar.Doubt(e.Now, by)
	if doubt.Kind == workday.Unknown {
		return view.One(view.KindSentence, "ready", view.Say("procedure-ready-unknown", e.Texts.Procedure.ReadyUnknown, view.Number(doubt.Year)))
	}
	b := view.One(view.KindSentence, "ready", view.Doubted(view.Sentence{Key: "procedure-ready", Text: readyBy(by, rule, e)}, doubt, e))
	b.Sign, b.Tone = view.SignDone, view.ToneGood
	return b
}

func readyBy(by time.Time, rule string, e view.Env) view.Text {
	t := &e.Texts.Procedure
	day := view.Date(e.Texts.DayLong(by), by)
	hour := e.Now.In(workday.Zone).Hour()
	switch {
	case hour >= closedHour || !e.Calendar.IsWorkingDay(e.Now):
		return view.FillIn(t.ReadyClosed, day)
	case e.Texts.Near(by, e.Now) != e.Texts.Today:
		return view.FillIn(t.ReadyToday, day)
	case rule == deadline.RuleCutoff15:
		return view.FillIn(t.ReadyCutOff, view.Number(cutOffHour))
	default:
		return view.Plain(t.ReadySameDay)
	}
}
