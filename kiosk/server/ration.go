package server

import (
	"context"
	"log/slog"
	"net/netip"
	"sync"
	"time"

	"motcua/kiosk/audit"
)

// ration bounds what clients can have written into the log. A network has so many
// lines a second, and all together have so many; what is more is counted, and the
// count is told once a second. A disk that is full of such lines ends the service
// as surely as memory does.
type ration struct {
	mu      sync.Mutex
	counts  map[string]*lines // by network, as the log names it
	all     int               // lines of this second
	leftOut int               // of networks for which there was no room to count
	timer   *time.Timer
}

// lines are those of one network in one second.
type lines struct{ told, leftOut int }

const (
	rationEvery    = time.Second
	rationNetwork  = 5    // lines of one network
	rationAll      = 200  // lines of all
	rationNetworks = 1000 // that are counted apart
)

// logFor writes a line about a connection, if its network has one left.
func (s *Server) logFor(c *conn, level slog.Level, sentence string, attrs ...any) {
	s.logOf(c.addr, level, sentence, attrs...)
}

func (s *Server) logOf(addr netip.Addr, level slog.Level, sentence string, attrs ...any) {
	if s.log.Enabled(context.Background(), level) && s.ration.allows(audit.Network(addr), s.tellLeftOut) {
		s.log.Log(context.Background(), level, sentence, attrs...)
	}
}

// allows counts a line of a network. The first one starts the second at whose end
// over is told what was left out.
func (r *ration) allows(network string, over func(map[string]*lines, int)) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.timer == nil {
		r.counts = map[string]*lines{}
		r.timer = time.AfterFunc(rationEvery, func() { over(r.turn()) })
	}
	n := r.counts[network]
	switch {
	case n != nil:
	case len(r.counts) < rationNetworks:
		n = &lines{}
		r.counts[network] = n
	default:
		r.leftOut++
		return false
	}
	if n.told >= rationNetwork || r.all >= rationAll {
		n.leftOut++
		return false
	}
	n.told++
	r.all++
	return true
}

// turn ends a second.
func (r *ration) turn() (counts map[string]*lines, others int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	counts, others = r.counts, r.leftOut
	r.counts, r.all, r.leftOut, r.timer = nil, 0, 0, nil
	return counts, others
}

// tellLeftOut writes one line for each network that had too many. Of a great number
// of networks only the first are named.
func (s *Server) tellLeftOut(counts map[string]*lines, others int) {
	named := 0
	for network, n := range counts {
		if n.leftOut == 0 {
			continue
		}
		if named++; named > rationAll {
			others += n.leftOut
			continue
		}
		s.metrics.LeftOut(n.leftOut)
		s.log.Warn("lines left out of the log", "from", network, "lines", n.leftOut)
	}
	if others > 0 {
		s.metrics.LeftOut(others)
		s.log.Warn("lines left out of the log", "from", "other networks", "lines", others)
	}
}
