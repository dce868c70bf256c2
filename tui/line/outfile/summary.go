package outfile

import (
	"fmt"
	"strings"

	"motcua/client"
	"motcua/tui/text"
	"motcua/tui/view"
)

// summaryOrder lists first the states in which somebody has to do something.
var summaryOrder = []client.Status{
	client.StatusSupplement, client.StatusPayment, client.StatusFinished, client.StatusProcessing, client.StatusAccepted,
	client.StatusRegistered, client.StatusRefused, client.StatusStopped, client.StatusWithdrawn, client.StatusReturned, client.StatusUnknown,
}

// Lines returns the counts in words, late dossiers first. Each dossier is counted once by its
// state, so the counts add up to the total; how many are late stands beside the total.
func (s *Tally) Lines(t *text.Texts) []string {
	w := &t.Batch
	n := func(i int) string { return t.Number(int64(i)) }
	out := []string{fmt.Sprintf(w.Total, n(s.Rows))}
	if s.Late > 0 {
		out[0] = fmt.Sprintf(w.TotalLate, n(s.Rows), n(s.Late))
	}
	line := func(sign view.Sign, label string, count int) {
		if count > 0 {
			out = append(out, fmt.Sprintf("  %s %s: %s", sign, label, n(count)))
		}
	}
	for _, l := range s.Latest {
		out = append(out, strings.TrimRight("      "+l.Code+"  "+l.by(t), " "))
	}
	if more := s.Late - len(s.Latest); more > 0 {
		out = append(out, "      "+fmt.Sprintf(w.LateMore, n(more)))
	}
	for _, st := range summaryOrder {
		var sign view.Sign
		switch st {
		case client.StatusSupplement, client.StatusPayment:
			sign = view.SignAction
		case client.StatusFinished, client.StatusReturned:
			sign = view.SignDone
		case client.StatusRefused, client.StatusStopped:
			sign = view.SignStop
		case client.StatusRegistered, client.StatusWithdrawn:
			sign = view.SignAhead
		default:
			sign = view.SignCurrent
		}
		line(sign, t.Dossier.States[st].Heading, s.States[st])
	}
	line(view.SignAhead, w.NotFound, s.NotFound)
	line(view.SignStop, w.NoAnswer, s.Errors)
	line(view.SignAhead, w.Repeated, s.Repeated)
	return out
}

func (l Late) by(t *text.Texts) string {
	late := t.Dossier.LateHours
	if l.Days > 0 {
		late = fmt.Sprintf(t.Dossier.Late, t.WorkingDays(l.Days))
	}
	if l.Doubt != "" {
		late += " (" + l.Doubt + ")"
	}
	return late
}
