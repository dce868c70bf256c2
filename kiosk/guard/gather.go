package guard

import (
	"io"
	"strings"
	"sync"
	"time"
)

// Gatherer passes the sequence of a key on in one piece. A slow line may deliver in two
// parts what a terminal sends at once: ESC, and later [B. The decoder waits 50 ms for the
// rest, then takes the ESC for the key Esc, which leaves a page, and takes what comes later
// for letters.
type Gatherer struct {
	f    *Filter
	dst  io.Writer
	wait func() time.Duration

	mu     sync.Mutex // guards the filter as well
	out    []byte
	held   []byte    // the beginning of a sequence: filtered but not yet written
	since  time.Time // when its newest byte came
	timer  *time.Timer
	number int // of the newest wait; earlier waits do nothing when they end
	err    error
}

// Gather returns a writer that paces its output as [Filter.Writer] does and also holds back
// the beginning of a sequence until the sequence is complete, or until wait() has passed
// since its newest byte; 0 holds nothing back. The key Esc alone looks like such a
// beginning, so it is delayed by that time. The writer owns the filter from then on.
func (f *Filter) Gather(dst io.Writer, wait func() time.Duration) *Gatherer {
	return &Gatherer{f: f, dst: dst, wait: wait}
}

// Write filters p and writes what may pass. It returns [ErrTooFast] once the rate is
// exceeded, and the errors of dst.
func (g *Gatherer) Write(p []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.stop()
	g.part(p)
	done := 0
	for done < len(p) && g.err == nil {
		n := min(len(p)-done, piece)
		g.out = g.f.Feed(append(g.out[:0], g.held...), p[done:done+n])
		open := min(g.f.open, len(g.out))
		hold := time.Duration(0)
		if open > 0 {
			hold = g.wait()
		}
		if hold <= 0 {
			open = 0
		}
		whole := len(g.out) - open
		g.held = append(g.held[:0], g.out[whole:]...)
		g.f.held = open > 0
		g.give(g.out[:whole])
		if g.err == nil {
			g.err = g.f.Err()
		}
		done += n
		if open > 0 && done == len(p) {
			number := g.number
			g.since = time.Now()
			g.timer = time.AfterFunc(hold, func() { g.release(number) })
		}
	}
	return done, g.err
}

// Within reports whether the last input ended within a key's sequence or within a paste. A
// caller that delays the next input should then keep the delay short: after a long delay
// the decoder would take the beginning for the key Esc and the rest for letters, and the
// filter would take the rest of a paste for typing.
func (g *Gatherer) Within() (key, paste bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	paste = g.f.state.inPaste()
	return g.f.state != ground && !paste, paste
}

// Close discards what is held back.
func (g *Gatherer) Close() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.stop()
	g.held, g.err = nil, io.ErrClosedPipe
	return nil
}

// release writes what was held back long enough: it was a key of its own.
func (g *Gatherer) release(number int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if number != g.number || g.err != nil {
		return
	}
	g.f.released()
	g.give(g.held)
	g.held = g.held[:0]
}

// Times of an Esc key that another key follows.
const (
	// together is how far apart the two bytes of one key may come, such as those of Alt and a
	// letter.
	together = 100 * time.Millisecond
	// taken is by when the decoder has taken an ESC for a key: its own wait, twice.
	taken = 110 * time.Millisecond
)

// part passes on an ESC that is held back, if what comes now cannot be the rest of its sequence
// and came too late for one key with it. On a line with a long wait both keys would otherwise
// become one that nothing answers to, and a person who presses Esc twice and a digit would lose
// two of the three.
func (g *Gatherer) part(p []byte) {
	if string(g.held) != "\x1b" || len(p) == 0 || strings.IndexByte(introducers, p[0]) >= 0 || time.Since(g.since) < together {
		return
	}
	g.f.released()
	g.give(g.held)
	g.held = g.held[:0]
	<-time.NewTimer(taken).C
}

// introducers are the bytes that may follow ESC in a sequence that a terminal sends: CSI, SS3,
// and the strings with which it answers (DCS, OSC, SOS, PM, APC).
const introducers = "[OP]X^_"

// stop cancels the running wait.
func (g *Gatherer) stop() {
	g.number++
	if g.timer != nil {
		g.timer.Stop()
	}
}

func (g *Gatherer) give(b []byte) {
	if len(b) == 0 {
		return
	}
	g.f.pace.wait()
	if _, err := g.dst.Write(b); err != nil {
		g.err = err
		return
	}
	state := g.f.state
	if g.f.held {
		state = ground // the output ends with a whole sequence
	}
	g.f.pace.gave(len(b), state)
}
