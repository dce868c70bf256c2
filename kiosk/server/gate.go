package server

import (
	"net"
	"net/netip"
	"time"

	"motcua/kiosk/limit"
)

// Gate counts connections by address. It is asked before a byte is read, so a
// refusal costs the least that it can. GateOf makes one of a limit.Gate.
type Gate interface {
	// Admit counts a new connection, still in its handshake. When it may not
	// come in, pass is nil and refused says why.
	Admit(addr netip.Addr) (pass Pass, refused limit.Refusal)
	// AdmitBalancer counts one that a balancer makes without telling whose it is:
	// a check, or that of a client whose address it does not know.
	AdmitBalancer(balancer netip.Addr, check bool) (pass Pass, refused limit.Refusal)
}

// Pass is one connection that was let in. Its methods may be called from any
// goroutine.
type Pass interface {
	Entered() (crowded bool)           // the handshake is over; crowded: it will open nothing, unless it is known
	Known(entry netip.Prefix) bool     // it is one of staff, or of a kiosk of that entry of addresses; false: one too many, that opens nothing
	Public() bool                      // it is not, nor one from an office
	Start() (wait time.Duration)       // a session is about to start; wait: not yet
	Send(bytes int) time.Duration      // so many came from the address; wait: no more yet
	Redraw(cells int) time.Duration    // so many are to be drawn anew; wait: better later
	Session() (Place, limit.Refusal)   // takes the place of a session
	Blame(limit.Offence) limit.Penalty // weighs against the address
	Leave()                            // gives the place back; only the first call counts
}

// Place is what one session holds.
type Place interface {
	Draw(cells int) limit.Refusal // the size of its terminal; refused, it keeps the old one
	Leave()                       // gives all back; only the first call counts
}

// GateOf is the gate that counts with g.
func GateOf(g *limit.Gate) Gate { return limitGate{g} }

type limitGate struct{ *limit.Gate }

func (g limitGate) Admit(addr netip.Addr) (Pass, limit.Refusal) { return passOf(g.Gate.Admit(addr)) }

func (g limitGate) AdmitBalancer(balancer netip.Addr, check bool) (Pass, limit.Refusal) {
	return passOf(g.Gate.AdmitBalancer(balancer, check))
}

func passOf(p *limit.Pass, refused limit.Refusal) (Pass, limit.Refusal) {
	if p == nil {
		return nil, refused
	}
	return limitPass{p}, refused
}

type limitPass struct{ *limit.Pass }

func (p limitPass) Session() (Place, limit.Refusal) {
	s, refused := p.Pass.Session()
	if s == nil {
		return nil, refused
	}
	return s, refused
}

// Budget bounds look-ups of dossiers; *limit.Lookups is one.
type Budget = limit.Budget

// openGate lets everyone in, for servers whose operator counts elsewhere.
type openGate struct{}

func (openGate) Admit(netip.Addr) (Pass, limit.Refusal) { return openPass{}, limit.Admitted }
func (openGate) AdmitBalancer(netip.Addr, bool) (Pass, limit.Refusal) {
	return openPass{}, limit.Admitted
}

type openPass struct{}

func (openPass) Entered() bool                     { return false }
func (openPass) Known(netip.Prefix) bool           { return true }
func (openPass) Public() bool                      { return true }
func (openPass) Start() time.Duration              { return 0 }
func (openPass) Send(int) time.Duration            { return 0 }
func (openPass) Redraw(int) time.Duration          { return 0 }
func (openPass) Session() (Place, limit.Refusal)   { return openPlace{}, limit.Admitted }
func (openPass) Blame(limit.Offence) limit.Penalty { return limit.Penalty{} }
func (openPass) Leave()                            {}

type openPlace struct{}

func (openPlace) Draw(int) limit.Refusal { return limit.Admitted }
func (openPlace) Leave()                 {}

// addrOf is the address of a peer, without a mapped or zoned form: one machine
// is one address.
func addrOf(a net.Addr) netip.Addr {
	t, ok := a.(*net.TCPAddr)
	if !ok {
		return netip.Addr{}
	}
	addr, _ := netip.AddrFromSlice(t.IP)
	return addr.Unmap().WithZone("")
}
