package server

import (
	"net/netip"
	"slices"
	"sync"

	"motcua/client"
	"motcua/kiosk/limit"
	"motcua/tui"
)

// isKiosk tells whether somebody is a thin client in a lobby. addr is where a client
// came from, see [conn.client].
func (s *Server) isKiosk(user string, addr netip.Addr) bool { return s.kiosksOf(user, addr).IsValid() }

// kiosksOf are the addresses of thin clients that somebody's lies among, an invalid
// prefix for everybody else.
func (s *Server) kiosksOf(user string, addr netip.Addr) netip.Prefix {
	cfg := s.cfg.Load()
	if !slices.Contains(cfg.KioskUsers, user) {
		return netip.Prefix{}
	}
	return limit.EntryOf(cfg.KioskFrom, addr)
}

// lobby is what a kiosk's session remembers until it forgets a person.
type lobby struct {
	mu    sync.Mutex
	asked []client.DossierQuery
}

// askedMost bounds what one person can make it remember. Answers beyond it go by
// themselves after minutes.
const askedMost = 1_000

// ask remembers that a dossier was asked for. On nil it does nothing.
func (l *lobby) ask(q client.DossierQuery) {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.asked) < askedMost {
		l.asked = append(l.asked, q)
	}
}

// options are the lobby's part of the interface, made from the operator's
// template; nil on nil. What hangs on the server itself (printer, loudspeaker,
// the page behind the PIN) is not this client's.
func (l *lobby) options(template *tui.Kiosk, forget func()) *tui.Kiosk {
	if l == nil {
		return nil
	}
	var k tui.Kiosk
	if template != nil {
		k = *template
	}
	k.Operator, k.Printer, k.Speaker, k.Restarts = nil, nil, nil, 0
	k.Forget = forget
	return &k
}

// forget drops the answers that this session's person was given. Those of other
// sessions stay: the service is everybody's.
func (x *session) forget() {
	l := x.lobby
	l.mu.Lock()
	asked := l.asked
	l.asked = nil
	l.mu.Unlock()
	if d, ok := x.srv.deps.Service.(interface {
		Drop(asked ...client.DossierQuery)
	}); ok {
		d.Drop(asked...)
	}
	clear(asked)
}
