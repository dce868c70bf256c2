// Package listbar shows on a terminal how far a list of look-ups is.
package listbar

import (
	"fmt"
	"io"
	"time"

	"github.com/charmbracelet/x/term"

	"motcua/tui/line/outfile"
	"motcua/tui/parts"
	"motcua/tui/text"
)

// Bar shows the progress of a list on a terminal until the end. A nil Bar shows nothing.
type Bar struct {
	texts *text.Texts
	on    parts.Progress
	total int // 0: unknown
	done  int
	began time.Time
	next  time.Time // earliest time of the next drawing
}

const (
	least = 20                     // columns
	pause = 200 * time.Millisecond // between two drawings
	every = 5                      // codes before the remaining time is estimated
)

// New returns the bar of a list of that many codes, 0 for unknown, on out. The terminal's
// width is asked for where it is 0. It returns nil where nobody would see the bar: without a
// terminal, or on one that is too narrow.
func New(out io.Writer, width, total int, t *text.Texts) *Bar {
	if f, ok := out.(interface{ Fd() uintptr }); ok && width == 0 && term.IsTerminal(f.Fd()) {
		width, _, _ = term.GetSize(f.Fd())
	}
	if width < least {
		return nil
	}
	return &Bar{texts: t, on: parts.Progress{Out: out, Width: width}, total: total, began: time.Now()}
}

// Step shows that one more code is done.
func (b *Bar) Step(s *outfile.Tally) {
	if b == nil {
		return
	}
	b.done++
	if now := time.Now(); !now.Before(b.next) {
		b.next = now.Add(pause)
		b.on.Draw(b.done, b.total, b.words(s, now))
	}
}

// Pause shows that the run waits.
func (b *Bar) Pause(d time.Duration) {
	if b != nil {
		b.on.Draw(0, 0, fmt.Sprintf(b.texts.Batch.Pausing, b.count(), b.texts.Wait(d)))
	}
}

func (b *Bar) count() string {
	n := func(i int) string { return b.texts.Number(int64(i)) }
	if b.total == 0 {
		return n(b.done)
	}
	return n(b.done) + "/" + n(b.total)
}

func (b *Bar) words(s *outfile.Tally, now time.Time) string {
	w := &b.texts.Batch
	out := b.count()
	if s.Late > 0 {
		out += ", " + fmt.Sprintf(w.BarLate, b.texts.Number(int64(s.Late)))
	}
	if s.Errors > 0 {
		out += ", " + fmt.Sprintf(w.BarErrors, b.texts.Number(int64(s.Errors)))
	}
	if b.total > b.done && b.done >= every {
		left := now.Sub(b.began) / time.Duration(b.done) * time.Duration(b.total-b.done)
		out += ", " + fmt.Sprintf(w.BarLeft, b.texts.Wait(left))
	}
	return out
}

// Clear removes the bar so that a line can be written; the next step draws it again.
func (b *Bar) Clear() {
	if b != nil && b.on.Clear() {
		b.next = time.Time{}
	}
}

// End removes the bar; the summary says the rest.
func (b *Bar) End() { b.Clear() }
