package view

import (
	"fmt"

	"motcua/client"
	"motcua/client/digest"
	"motcua/client/workday"
)

// Hours of the sentences: the rule of "15 o'clock" (digest.RuleCutoff15), and
// the hour after which what is handed in counts for the next working day.
const (
	cutOffHour = 15
	closedHour = 17
)

// readyBy is the sentence on when the result is there if the dossier is handed
// in now; "" when the time limit allows no honest sum.
func readyBy(p client.Procedure, e Env) string {
	t := &e.Texts.Procedure
	by, rule, ok := digest.ReadyBy(p, e.Now, e.Calendar)
	if !ok {
		return ""
	}
	day := e.Texts.DayLong(by)
	hour := e.Now.In(workday.Zone).Hour()
	switch {
	case hour >= closedHour || !e.Calendar.IsWorkingDay(e.Now):
		return fmt.Sprintf(t.ReadyClosed, day)
	case e.Texts.Near(by, e.Now) != e.Texts.Today:
		return fmt.Sprintf(t.ReadyToday, day)
	case rule == digest.RuleCutoff15:
		return fmt.Sprintf(t.ReadyCutOff, cutOffHour)
	default:
		return t.ReadySameDay
	}
}
