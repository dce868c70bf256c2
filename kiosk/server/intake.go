package server

import (
	"io"
	"sync"

	gossh "golang.org/x/crypto/ssh"
)

// intake is a session channel whose input is read as it comes and kept up to a
// bound. x/crypto keeps what nobody reads yet, a piece for each packet: a client that
// sends single bytes to channels in which nothing reads, or which waits for its turn,
// has two hundred megabytes kept for each of them. What lies beyond the bound no
// session would read: it is as much as the longest input that it may have. What comes as the
// client's own standard error (RFC 4254, 5.2) is for nobody.
type intake struct {
	gossh.Channel
	most int

	mu    sync.Mutex
	more  sync.Cond
	kept  []byte
	ended error
}

func newIntake(c gossh.Channel, most int) *intake {
	i := &intake{Channel: c, most: most}
	i.more.L = &i.mu
	go i.take()
	go func() { _, _ = io.Copy(io.Discard, c.Stderr()) }()
	return i
}

// take reads until the channel ends.
func (i *intake) take() {
	piece := make([]byte, 1<<10)
	for {
		n, err := i.Channel.Read(piece)
		i.mu.Lock()
		i.kept = append(i.kept, piece[:min(n, i.most-len(i.kept))]...)
		i.ended = err
		i.more.Signal()
		i.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// Read gives what has come, or waits for it. One goroutine reads at a time.
func (i *intake) Read(p []byte) (int, error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	for len(i.kept) == 0 && i.ended == nil && len(p) > 0 {
		i.more.Wait()
	}
	n := copy(p, i.kept)
	if i.kept = i.kept[n:]; len(i.kept) == 0 {
		i.kept = nil // a long list is not kept for as long as the session
		if n == 0 {
			return 0, i.ended
		}
	}
	return n, nil
}
