package track

import (
	"fmt"

	"motcua/tui/wrap"
)

// summaryFrom is the number of codes from which a list always gets a summary.
const summaryFrom = 20

// summary writes the counts, late dossiers first. Where a program reads the answers, it
// goes to standard error.
func (t *tracker) summary(broke bool) {
	s := t.list.sum
	if s == nil || !t.list.batch && (t.JSON || t.asked < summaryFrom) {
		return
	}
	say := t.Say
	if t.JSON {
		say = t.Tell
	} else {
		say("")
	}
	say(s.Lines(t.Texts)...)
	t.advise(broke)
}

// advise says what to do about a list that did not run to its end as planned.
func (t *tracker) advise(broke bool) {
	w, l := &t.Texts.Batch, &t.list
	if a := l.reached(t.asked); a > 0 && !broke {
		t.Tell(wrap.Fold(fmt.Sprintf(w.Slower, t.Texts.Number(int64(a))), "", t.Width)...)
	}
	switch {
	case l.gaveUp && l.file != nil:
		t.Tell(wrap.Fold(w.GaveUpOut, "", t.Width)...)
	case l.gaveUp:
		t.Tell(wrap.Fold(w.GaveUp, "", t.Width)...)
	case l.file != nil && (broke || l.sum.Errors > 0):
		t.Tell(wrap.Fold(w.GoOn, "", t.Width)...)
	}
}
