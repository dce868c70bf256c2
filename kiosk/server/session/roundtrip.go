package session

import (
	"net"
	"sync"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// roundTrip measures the round-trip time of a connection. It uses a request that every client
// must answer, even if it does not know it (RFC 4254, section 4; OpenSSH's keep-alives use it).
// It measures once when an interface begins, and again when the figure is needed and older than
// roundTripLasts. So an idle session sends nothing.
type roundTrip struct {
	mu    sync.Mutex
	took  time.Duration // the newest figure
	asked time.Time     // when the request under way was sent; zero: none is
	known time.Time     // when took was measured; zero: never
}

const (
	// roundTripLasts is how long a figure is valid.
	roundTripLasts = 15 * time.Second
	// roundTripMost is when a request without an answer no longer counts: some clients do not
	// answer requests that they do not know.
	roundTripMost = 10 * time.Second
)

// measure sends a request, unless one is under way or the figure is still valid.
func (t *roundTrip) measure(send func() error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := time.Now()
	if !t.asked.IsZero() || !t.known.IsZero() && now.Sub(t.known) < roundTripLasts {
		return
	}
	t.asked = now
	go func() {
		err := send() // returns at the latest when the connection ends
		t.mu.Lock()
		defer t.mu.Unlock()
		if err != nil {
			return
		}
		t.took, t.known, t.asked = time.Since(t.asked), time.Now(), time.Time{}
	}()
}

// newest returns the newest figure, or how long the request under way has waited, if that is
// longer.
func (t *roundTrip) newest() time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	if waited := time.Since(t.asked); !t.asked.IsZero() && waited < roundTripMost {
		return max(t.took, waited)
	}
	return t.took
}

// ping returns a function that sends the request and waits for its answer.
func ping(ctx ssh.Context) func() error {
	return func() error {
		sc, ok := ctx.Value(ssh.ContextKeyConn).(*gossh.ServerConn)
		if !ok {
			return net.ErrClosed
		}
		_, _, err := sc.SendRequest("keepalive@openssh.com", true, nil)
		return err
	}
}

// Bounds of how long the first byte of a key's sequence waits for the rest.
const (
	leastWait = 50 * time.Millisecond // the decoder's own wait (ultraviolet, DefaultEscTimeout)
	mostWait  = time.Second
)

// sequenceWait returns how much longer than the decoder a session waits for the rest of a key's
// sequence: two round trips in all, by which time a lost packet has usually been sent again
// (RFC 8985, 7.2). Below a round trip of 25 ms it is zero, and the Esc key acts as fast as at a
// local terminal.
func sequenceWait(roundTrip time.Duration) time.Duration {
	return min(max(2*roundTrip, leastWait), mostWait) - leastWait
}
