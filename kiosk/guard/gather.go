package guard

import (
	"io"
	"sync"
	"time"
)

// Gatherer hands a key's sequence on in one piece. What a terminal sends at once, a
// slow line may bring in two: ESC, and a while later [B. The decoder waits 50 ms for
// the rest and then takes what it has for the key Esc, which leaves a page; what
// comes later it takes for letters.
type Gatherer struct {
	f    *Filter
	dst  io.Writer
	wait func() time.Duration

	mu     sync.Mutex // the filter is used with it alone
	out    []byte
	held   []byte // the beginning of a sequence, out of the filter and not yet given
	timer  *time.Timer
	number int // of the newest wait; older ones do not count
	err    error
}

// Gather returns a writer with the care of [Filter.Writer] that holds the beginning
// of a sequence back until its end is there, or for as long as wait says after its
// newest byte; 0 holds nothing back. The key Esc is such a beginning and nothing
// more, so it comes that much later. The filter belongs to the writer from then on.
func (f *Filter) Gather(dst io.Writer, wait func() time.Duration) *Gatherer {
	return &Gatherer{f: f, dst: dst, wait: wait}
}

// Write takes what came. It returns [ErrTooFast] once the rate is exceeded, and what
// dst returns.
func (g *Gatherer) Write(p []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.stop()
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
			g.timer = time.AfterFunc(hold, func() { g.release(number) })
		}
	}
	return done, g.err
}

// Within tells that what came last ended within a key's sequence, or within a paste.
// Who lets the next piece wait there had better not wait for long: the decoder would
// take the beginning for the key Esc and the rest for letters, and the filter what is
// left of a paste for typing.
func (g *Gatherer) Within() (key, paste bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	paste = g.f.state.inPaste()
	return g.f.state != ground && !paste, paste
}

// Close forgets what is held back.
func (g *Gatherer) Close() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.stop()
	g.held, g.err = nil, io.ErrClosedPipe
	return nil
}

// release gives what was held back for long enough: it was a key of its own.
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

// stop ends the wait that is under way.
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
		state = ground // what was given is whole
	}
	g.f.pace.gave(len(b), state)
}
