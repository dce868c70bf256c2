package server

import (
	"context"
	"log/slog"
	"net/netip"
	"sync"
	"time"

	"motcua/kiosk/audit"
	"motcua/kiosk/limit"
)

// ration bounds what clients can have written into the log. An address has so many
// lines a second, and all together have so many; what is more is counted, and the
// count is told once a second. A disk that is full of such lines ends the service
// as surely as memory does. The audit trail is not rationed: it has one line for
// each look-up, and those have a pace of their own.
type ration struct {
	mu      sync.Mutex
	counts  map[netip.Prefix]*lines
	all     int // lines of this second
	leftOut int // of addresses for which there was no room to count
	timer   *time.Timer
}

// lines are those of one address in one second.
type lines struct{ told, leftOut int }

const (
	rationEvery   = time.Second
	rationAddress = 10   // lines of one address
	rationAll     = 200  // lines of all
	rationCounted = 1000 // addresses that are counted apart
)

// logFor writes a line about a connection, if its address has one left.
func (s *Server) logFor(c *conn, level slog.Level, sentence string, attrs ...any) {
	s.logOf(c.addr, level, sentence, attrs...)
}

func (s *Server) logOf(addr netip.Addr, level slog.Level, sentence string, attrs ...any) {
	if s.log.Enabled(context.Background(), level) && s.ration.allows(limit.Prefix(addr), s.tellLeftOut) {
		s.log.Log(context.Background(), level, sentence, attrs...)
	}
}

// allows counts a line of an address. The first one starts the second at whose end
// over is told what was left out.
func (r *ration) allows(address netip.Prefix, over func(map[netip.Prefix]*lines, int)) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.timer == nil {
		r.counts = map[netip.Prefix]*lines{}
		r.timer = time.AfterFunc(rationEvery, func() { over(r.turn()) })
	}
	n := r.counts[address]
	switch {
	case n != nil:
	case len(r.counts) < rationCounted:
		n = &lines{}
		r.counts[address] = n
	default:
		r.leftOut++
		return false
	}
	if n.told >= rationAddress || r.all >= rationAll {
		n.leftOut++
		return false
	}
	n.told++
	r.all++
	return true
}

// turn ends a second.
func (r *ration) turn() (counts map[netip.Prefix]*lines, others int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	counts, others = r.counts, r.leftOut
	r.counts, r.all, r.leftOut, r.timer = nil, 0, 0, nil
	return counts, others
}

// tellLeftOut writes one line for each address that had too many, and names its
// network as the log does. Of a great number only some are named.
func (s *Server) tellLeftOut(counts map[netip.Prefix]*lines, others int) {
	named := 0
	for address, n := range counts {
		if n.leftOut == 0 {
			continue
		}
		if named++; named > rationAll {
			others += n.leftOut
			continue
		}
		s.metrics.LeftOut(n.leftOut)
		s.log.Warn("lines left out of the log", "from", audit.Network(address.Addr()), "lines", n.leftOut)
	}
	if others > 0 {
		s.metrics.LeftOut(others)
		s.log.Warn("lines left out of the log", "from", "other addresses", "lines", others)
	}
}
