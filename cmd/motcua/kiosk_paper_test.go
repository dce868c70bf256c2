//go:build unix

package main

import (
	"net"
	"sync/atomic"
	"testing"
)

// paper is a receipt printer that is always ready.
type paper struct {
	addr  string
	bytes atomic.Int64
	hold  chan struct{} // not nil: printing waits until this is closed
}

func newPaper(t *testing.T) *paper {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	p := &paper{addr: l.Addr().String()}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go p.serve(c)
		}
	}()
	return p
}

// serve answers DLE EOT n with ready, and GS r n once everything before it was read.
func (p *paper) serve(c net.Conn) {
	defer func() { _ = c.Close() }()
	b, last := make([]byte, 1), [2]byte{}
	for {
		if _, err := c.Read(b); err != nil {
			return
		}
		if p.bytes.Add(1) == 100 && p.hold != nil {
			<-p.hold
		}
		switch last {
		case [2]byte{0x10, 0x04}:
			_, _ = c.Write([]byte{0x12})
		case [2]byte{0x1d, 'r'}:
			_, _ = c.Write([]byte{0})
		}
		last = [2]byte{last[1], b[0]}
	}
}
