package server

import (
	"sync"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// roundTrip is how long a line takes there and back. It is measured with a request
// that every client has to answer, if only with a no (RFC 4254, section 4; OpenSSH
// keeps lines alive with it): once when an interface begins, and again when the
// figure is needed and old. So a session at rest sends nothing.
type roundTrip struct {
	mu    sync.Mutex
	took  time.Duration // the newest
	asked time.Time     // when what is under way was sent; zero: nothing is
	known time.Time     // when took was measured; zero: never
}

const (
	// roundTripLasts is how long a figure is good for.
	roundTripLasts = 15 * time.Second
	// roundTripMost is when a request that is not answered counts no longer: the
	// client is one of those that leave out what they do not know.
	roundTripMost = 10 * time.Second
)

// measure asks, unless that is under way or was done a moment ago.
func (t *roundTrip) measure(send func() error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := time.Now()
	if !t.asked.IsZero() || !t.known.IsZero() && now.Sub(t.known) < roundTripLasts {
		return
	}
	t.asked = now
	go func() {
		err := send() // ends with the connection at the latest
		t.mu.Lock()
		defer t.mu.Unlock()
		if err != nil {
			return
		}
		t.took, t.known, t.asked = time.Since(t.asked), time.Now(), time.Time{}
	}()
}

// newest is the newest figure, or how long an answer has been out if that is more.
func (t *roundTrip) newest() time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	if waited := time.Since(t.asked); !t.asked.IsZero() && waited < roundTripMost {
		return max(t.took, waited)
	}
	return t.took
}

// ping sends the request and waits for its answer.
func ping(ctx ssh.Context) func() error {
	return func() error {
		sc, ok := ctx.Value(ssh.ContextKeyConn).(*gossh.ServerConn)
		if !ok {
			return errLeft
		}
		_, _, err := sc.SendRequest("keepalive@openssh.com", true, nil)
		return err
	}
}

// Bounds of how long the beginning of a key's sequence waits for its end.
const (
	leastWait = 50 * time.Millisecond // the decoder's own (ultraviolet, DefaultEscTimeout)
	mostWait  = time.Second
)

// sequenceWait is how much longer than the decoder a line's keys wait for the rest
// of a sequence: two round trips in all, about when a packet that was lost is there
// after all (RFC 8985, 7.2). Below 25 ms there and back that is nothing, and a key Esc
// acts as fast as at home.
func sequenceWait(roundTrip time.Duration) time.Duration {
	return min(max(2*roundTrip, leastWait), mostWait) - leastWait
}
