package line

import (
	"fmt"
	"slices"
	"strings"

	"motcua/client"
	"motcua/tui/view"
)

// tally counts the rows of a list. It holds no row but the latest ones, so it
// stays small however long the list is.
type tally struct {
	rows     int
	notFound int
	errors   int
	late     int
	states   [11]int // by national code; 0: any other
	latest   []lateRow
}

type lateRow struct {
	code string
	days int
}

// latestMost is how many late dossiers a summary names.
const latestMost = 20

func (s *tally) add(r trackJSON) {
	s.rows++
	switch {
	case r.Found == nil:
		s.errors++
		return
	case !*r.Found:
		s.notFound++
		return
	}
	s.states[statusOf(r.Status)]++
	if r.Timeliness == nil || *r.Timeliness != string(client.TimelyLate) || r.Code == nil {
		return
	}
	s.late++
	days := 0
	if r.WorkingDaysLeft != nil {
		days = -*r.WorkingDaysLeft
	}
	// Kept in order, the latest first; equal ones as they came.
	at, _ := slices.BinarySearchFunc(s.latest, days, func(l lateRow, days int) int {
		if l.days >= days {
			return -1
		}
		return 1
	})
	if at < latestMost {
		s.latest = slices.Insert(s.latest, at, lateRow{*r.Code, days})
		s.latest = s.latest[:min(len(s.latest), latestMost)]
	}
}

func statusOf(word *string) client.Status {
	if word != nil {
		for s := client.StatusRegistered; s <= client.StatusReturned; s++ {
			if s.String() == *word {
				return s
			}
		}
	}
	return client.StatusUnknown
}

// summaryOrder puts first what somebody has to do something about.
var summaryOrder = []client.Status{
	client.StatusSupplement, client.StatusPayment, client.StatusFinished, client.StatusProcessing, client.StatusAccepted,
	client.StatusRegistered, client.StatusRefused, client.StatusStopped, client.StatusWithdrawn, client.StatusReturned, client.StatusUnknown,
}

// summaryFrom is how many codes make a list that is summed up unasked.
const summaryFrom = 20

// summary tells the counts, late ones first. It stands beside the answers where a
// program reads those.
func (t *tracker) summary(broke bool) {
	s := t.list.sum
	if s == nil || !t.list.batch && (t.json || t.asked < summaryFrom) {
		return
	}
	w, say := &t.t.Batch, t.say
	if t.json {
		say = t.tell
	} else {
		say("")
	}
	n := func(i int) string { return t.t.Number(int64(i)) }
	say(fmt.Sprintf(w.Total, n(s.rows)))
	line := func(sign view.Sign, label string, count int) {
		if count > 0 {
			say(fmt.Sprintf("  %s %s: %s", sign, label, n(count)))
		}
	}
	line(view.SignStop, w.Late, s.late)
	for _, l := range s.latest {
		say(strings.TrimRight("      "+l.code+"  "+t.lateBy(l.days), " "))
	}
	if more := s.late - len(s.latest); more > 0 {
		say("      " + fmt.Sprintf(w.LateMore, n(more)))
	}
	for _, st := range summaryOrder {
		sign := view.SignCurrent
		switch st {
		case client.StatusSupplement, client.StatusPayment:
			sign = view.SignAction
		case client.StatusFinished, client.StatusReturned:
			sign = view.SignDone
		case client.StatusRefused, client.StatusStopped:
			sign = view.SignStop
		case client.StatusRegistered, client.StatusWithdrawn:
			sign = view.SignAhead
		}
		line(sign, t.t.Dossier.States[st].Heading, s.states[st])
	}
	line(view.SignAhead, w.NotFound, s.notFound)
	line(view.SignStop, w.NoAnswer, s.errors)
	t.farewell(broke)
}

// farewell tells what to do about a list that did not go as it was meant to.
func (t *tracker) farewell(broke bool) {
	w, l := &t.t.Batch, &t.list
	if a := l.reached(t.asked); a > 0 && !broke {
		t.tell(fold(fmt.Sprintf(w.Slower, t.t.Number(int64(a))), "", t.Width)...)
	}
	switch {
	case l.gaveUp && l.file != nil:
		t.tell(fold(w.GaveUpOut, "", t.Width)...)
	case l.gaveUp:
		t.tell(fold(w.GaveUp, "", t.Width)...)
	case l.file != nil && (broke || l.sum.errors > 0):
		t.tell(fold(w.GoOn, "", t.Width)...)
	}
}

func (t *tracker) lateBy(days int) string {
	if days <= 0 {
		return t.t.Dossier.LateHours
	}
	return fmt.Sprintf(t.t.Dossier.Late, t.t.WorkingDays(days))
}
