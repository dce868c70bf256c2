package server

import (
	"io"
	"sync"

	gossh "golang.org/x/crypto/ssh"
)

// intake is a session channel that reads its input as it comes and keeps it up to a bound.
// x/crypto stores unread input in one buffer for each packet. A client that sends single bytes
// to a channel which is not read, or which waits for its start, could make it store two hundred
// megabytes. The bound is the longest input that a session may have, so what is dropped beyond
// it would not have been read. The client's standard error (RFC 4254, 5.2) is discarded.
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
	go discard(c.Stderr())
	return i
}

// discard reads until the end. io.Copy would hold 8 KB for each session that waits here.
func discard(r io.Reader) {
	piece := make([]byte, 64)
	for {
		if _, err := r.Read(piece); err != nil {
			return
		}
	}
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

// Read returns input that has come, or waits for it. Only one goroutine may read at a time.
func (i *intake) Read(p []byte) (int, error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	for len(i.kept) == 0 && i.ended == nil && len(p) > 0 {
		i.more.Wait()
	}
	n := copy(p, i.kept)
	if i.kept = i.kept[n:]; len(i.kept) == 0 {
		i.kept = nil // so the memory of a long input is released before the session ends
		if n == 0 {
			return 0, i.ended
		}
	}
	return n, nil
}
