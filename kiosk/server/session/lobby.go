package session

import (
	"sync"

	"motcua/client"
	"motcua/tui"
)

// lobby holds what a kiosk's session remembers of a person until it forgets them.
type lobby struct {
	mu    sync.Mutex
	asked []client.DossierQuery
}

// askedMost bounds how many look-ups of one person are remembered. Answers beyond it expire
// after some minutes.
const askedMost = 1_000

// ask remembers that a dossier was looked up. On nil it does nothing.
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

// options returns the kiosk's part of the interface, made from the operator's template; nil on
// nil. The devices at the server itself (printer, loudspeaker, the page behind the PIN) do not
// belong to this client.
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

// forget drops from the shared service the answers to this session's look-ups, and no others.
func (x *Session) forget() {
	l := x.lobby
	l.mu.Lock()
	asked := l.asked
	l.asked = nil
	l.mu.Unlock()
	if d, ok := x.common.Service.(interface {
		Drop(asked ...client.DossierQuery)
	}); ok {
		d.Drop(asked...)
	}
	clear(asked)
}
