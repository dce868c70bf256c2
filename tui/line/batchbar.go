package line

import (
	"fmt"
	"time"

	"github.com/charmbracelet/x/term"

	"motcua/tui/parts"
)

// bar shows on a terminal how far a list is, and is gone at the end. A nil bar shows
// nothing.
type bar struct {
	t     *tracker
	on    parts.Progress
	total int // 0: nobody knows
	done  int
	began time.Time
	next  time.Time // not before
}

const (
	barPause = 200 * time.Millisecond // between two drawings
	barEvery = 5                      // codes before the time left is worth a guess
)

// newBar gives the bar of a run, nil where nobody would see it: without a
// terminal, or when the answers themselves run over it.
func newBar(t *tracker, total int, elsewhere bool) *bar {
	width := t.ErrWidth
	if f, ok := t.Err.(interface{ Fd() uintptr }); ok && width == 0 && term.IsTerminal(f.Fd()) {
		width, _, _ = term.GetSize(f.Fd())
	}
	if width < 20 || t.Width > 0 && !elsewhere {
		return nil
	}
	return &bar{t: t, on: parts.Progress{Out: t.Err, Width: width}, total: total, began: time.Now()}
}

// step is one code further.
func (b *bar) step(s *tally) {
	if b == nil {
		return
	}
	b.done++
	if now := time.Now(); !now.Before(b.next) {
		b.next = now.Add(barPause)
		b.on.Draw(b.done, b.total, b.words(s, now))
	}
}

// pause says that it waits.
func (b *bar) pause(d time.Duration) {
	if b != nil {
		b.on.Draw(0, 0, fmt.Sprintf(b.t.t.Batch.Pausing, b.count(), b.t.t.Wait(d)))
	}
}

func (b *bar) count() string {
	n := func(i int) string { return b.t.t.Number(int64(i)) }
	if b.total == 0 {
		return n(b.done)
	}
	return n(b.done) + "/" + n(b.total)
}

func (b *bar) words(s *tally, now time.Time) string {
	w := &b.t.t.Batch
	out := b.count()
	if s.late > 0 {
		out += ", " + fmt.Sprintf(w.BarLate, b.t.t.Number(int64(s.late)))
	}
	if s.errors > 0 {
		out += ", " + fmt.Sprintf(w.BarErrors, b.t.t.Number(int64(s.errors)))
	}
	if b.total > b.done && b.done >= barEvery {
		left := now.Sub(b.began) / time.Duration(b.done) * time.Duration(b.total-b.done)
		out += ", " + fmt.Sprintf(w.BarLeft, b.t.t.Wait(left))
	}
	return out
}

// clear makes room for a line; the next step draws the bar again.
func (b *bar) clear() {
	if b != nil && b.on.Clear() {
		b.next = time.Time{}
	}
}

// end takes the bar away; the summary says the rest.
func (b *bar) end() { b.clear() }
