package server

import (
	"net"
	"net/netip"

	"motcua/kiosk/limit"
)

// Gate counts connections by address. It is asked before a byte is read, so a
// refusal costs the least that it can. GateOf makes one of a limit.Gate.
type Gate interface {
	// Admit counts a new connection, still in its handshake. When it may not
	// come in, pass is nil and refused says why.
	Admit(addr netip.Addr) (pass Pass, refused limit.Refusal)
}

// Pass is one connection that was let in; *limit.Pass is one. Its methods may be
// called from any goroutine.
type Pass interface {
	Entered()                          // the handshake is over
	Blame(limit.Offence) limit.Penalty // weighs against the address
	Leave()                            // gives the place back; only the first call counts
}

// GateOf is the gate that counts with g.
func GateOf(g *limit.Gate) Gate { return limitGate{g} }

type limitGate struct{ *limit.Gate }

func (g limitGate) Admit(addr netip.Addr) (Pass, limit.Refusal) {
	p, refused := g.Gate.Admit(addr)
	if p == nil {
		return nil, refused
	}
	return p, refused
}

// Budget bounds look-ups of dossiers; *limit.Lookups is one.
type Budget = limit.Budget

// openGate lets everyone in, for servers whose operator counts elsewhere.
type openGate struct{}

func (openGate) Admit(netip.Addr) (Pass, limit.Refusal) { return openPass{}, limit.Admitted }

type openPass struct{}

func (openPass) Entered()                          {}
func (openPass) Blame(limit.Offence) limit.Penalty { return limit.Penalty{} }
func (openPass) Leave()                            {}

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
