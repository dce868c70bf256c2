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

// ration limits how many lines clients can cause in the log, because a full disk ends the
// service as surely as full memory. Each address has so many lines a second, and so have all
// together. Further lines are counted, and the count is logged once a second. The audit trail
// has no such limit: it has one line for each look-up, and look-ups are paced.
type ration struct {
	mu      sync.Mutex
	counts  map[netip.Prefix]*lines
	all     int // lines of this second
	leftOut int // lines left out for addresses that were not counted separately
	timer   *time.Timer
}

// lines counts the lines of one address in one second.
type lines struct{ told, leftOut int }

const (
	rationEvery   = time.Second
	rationAddress = 10   // lines of one address a second
	rationAll     = 200  // lines of all a second
	rationCounted = 1000 // addresses that are counted separately
)

// logFor logs a line about a connection, within the limits of its address.
func (s *Server) logFor(c *conn, level slog.Level, sentence string, attrs ...any) {
	s.logOf(c.addr, level, sentence, attrs...)
}

func (s *Server) logOf(addr netip.Addr, level slog.Level, sentence string, attrs ...any) {
	if s.log.Enabled(context.Background(), level) && s.ration.allows(limit.Prefix(addr), s.tellLeftOut) {
		s.log.Log(context.Background(), level, sentence, attrs...)
	}
}

// allows counts a line of an address and reports whether to log it. The first line starts a
// second, at whose end over is called with the lines left out.
func (r *ration) allows(address netip.Prefix, over func(map[netip.Prefix]*lines, int)) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.timer == nil {
		r.counts = map[netip.Prefix]*lines{}
		r.timer = time.AfterFunc(rationEvery, func() { over(r.endSecond()) })
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

// endSecond ends a second and returns its counts.
func (r *ration) endSecond() (counts map[netip.Prefix]*lines, others int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	counts, others = r.counts, r.leftOut
	r.counts, r.all, r.leftOut, r.timer = nil, 0, 0, nil
	return counts, others
}

// tellLeftOut logs one line for each address with lines left out, with its network as elsewhere
// in the log. If there are very many, it logs only some by name.
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
