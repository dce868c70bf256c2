package line

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
)

// bar shows on a terminal how far a list is. It is drawn over itself, in letters
// that every terminal has, and is gone at the end. A nil bar shows nothing.
type bar struct {
	t     *tracker
	w     io.Writer
	width int
	total int // 0: nobody knows
	done  int
	began time.Time
	next  time.Time // not before
	drawn int
}

const (
	barPause = 200 * time.Millisecond // between two drawings
	barMost  = 30
	barEvery = 5 // codes before the time left is worth a guess
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
	return &bar{t: t, w: t.Err, width: width, total: total, began: time.Now()}
}

// step is one code further.
func (b *bar) step(s *tally) {
	if b == nil {
		return
	}
	b.done++
	if now := time.Now(); !now.Before(b.next) {
		b.next = now.Add(barPause)
		b.draw(b.words(s, now))
	}
}

// pause says that it waits.
func (b *bar) pause(d time.Duration) {
	if b != nil {
		b.draw(fmt.Sprintf(b.t.t.Batch.Pausing, b.count(), b.t.t.Wait(d)))
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
	if room := min(barMost, b.width-cells(out)-12); room >= 10 && b.total > 0 {
		full := min(room, room*b.done/b.total)
		out = fmt.Sprintf("[%s%s] %3d %%  %s", strings.Repeat("#", full), strings.Repeat("-", room-full),
			min(100, 100*b.done/b.total), out)
	}
	return out
}

func (b *bar) draw(s string) {
	if rs := []rune(s); len(rs) >= b.width {
		s = string(rs[:b.width-1])
	}
	_, _ = io.WriteString(b.w, "\r"+s+strings.Repeat(" ", max(b.drawn-cells(s), 0)))
	b.drawn = cells(s)
}

// clear makes room for a line; the next step draws the bar again.
func (b *bar) clear() {
	if b == nil || b.drawn == 0 {
		return
	}
	_, _ = io.WriteString(b.w, "\r"+strings.Repeat(" ", b.drawn)+"\r")
	b.drawn, b.next = 0, time.Time{}
}

// end takes the bar away; the summary says the rest.
func (b *bar) end() { b.clear() }
