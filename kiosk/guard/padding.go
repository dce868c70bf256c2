package guard

import (
	"sync"
	"time"
)

// OpenSSH hides the rhythm of typing from version 9.5 on: while a person types, and for a
// second or more after that, its client sends one packet every 20 ms, mostly
// ping@openssh.com. Those packets never reach the session's data, so padding can only be
// detected from outside: many small packets on the connection, few reads of input.
const (
	// packetBytes is the size of a keystroke on the wire, and of a ping padded to the same
	// size: 16 bytes of padded payload, 4 of length, 16 of tag.
	packetBytes = 36
	// smallRead is the largest read that still counts as such packets: four that arrived
	// together. A larger read is a paste or a key exchange.
	smallRead = 4 * packetBytes

	paddedAt   = 24.0 // packets without input after which the client counts as padding
	leakPerSec = 10.0 // subtracted a second: keep-alives come every 15 s or so
)

// Padding compares what one connection reads with the input its session receives. The zero
// value is ready. Its methods may be called from any goroutine.
type Padding struct {
	// Now is the clock; nil means time.Now. Set it before use.
	Now func() time.Time

	mu      sync.Mutex
	at      time.Time
	score   float64
	packets int64
	inputs  int64
	padded  bool
}

// Wire counts one read of n bytes from the connection. Call it only once the session runs.
func (p *Padding) Wire(n int) {
	if n <= 0 || n > smallRead {
		return
	}
	packets := max(1, n/packetBytes)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.leak()
	p.packets += int64(packets)
	p.score += float64(packets)
	if p.score >= paddedAt {
		p.padded = true
	}
}

// Input counts one read of data from the session's channel.
func (p *Padding) Input() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.leak()
	p.inputs++
	p.score = max(0, p.score-1)
}

// Padded reports whether this client pads its keystrokes. Once true, it stays true.
func (p *Padding) Padded() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.padded
}

// Counts returns how many keystroke-sized packets and reads of input there were.
func (p *Padding) Counts() (packets, inputs int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.packets, p.inputs
}

func (p *Padding) leak() {
	now := time.Now
	if p.Now != nil {
		now = p.Now
	}
	t := now()
	if !p.at.IsZero() && t.After(p.at) {
		p.score = max(0, p.score-leakPerSec*t.Sub(p.at).Seconds())
	}
	p.at = t
}
