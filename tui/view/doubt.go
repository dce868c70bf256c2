package view

import (
	"strconv"
	"strings"

	"motcua/client/workday"
)

// Doubt returns why a count of working days is not sure, or "": "lịch 2027 chưa công bố".
func (e Env) Doubt(d workday.Doubt) string {
	t := &e.Texts.Dossier
	why := map[workday.DoubtKind]string{workday.Unannounced: t.Unannounced, workday.Unknown: t.NoCalendar}
	return strings.Replace(why[d.Kind], "%d", strconv.Itoa(d.Year), 1)
}

// Doubted puts it in brackets into a sentence that rests on the count, so that no medium
// shows the one without the other. The key changes: a clip would leave the doubt out.
func Doubted(s Sentence, d workday.Doubt, e Env) Sentence {
	why, n := e.Doubt(d), len(s.Text)-1
	if why == "" || n < 0 {
		return s
	}
	last, stop, tail := s.Text[n], false, " ("+why+")"
	if last.Text, stop = strings.CutSuffix(last.Text, "."); stop {
		tail += "."
	}
	return Sentence{s.Key + "-doubted", append(append(s.Text[:n:n], last), Plain(tail)...)}
}
