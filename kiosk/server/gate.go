package server

import (
	"net"
	"net/netip"
	"time"
)

// Gate counts connections by address. It is asked before a byte is read, so a
// refusal costs the least that it can.
type Gate interface {
	// Admit counts a new connection, still in its handshake. When it may not
	// come in, pass is nil and refused says why, in one word of a fixed set.
	Admit(addr netip.Addr) (pass Pass, refused string)
}

// Pass is one connection that was let in. Its methods may be called from any
// goroutine.
type Pass interface {
	// Entered: the handshake is over, as role.
	Entered(role Role)
	// Fault weighs against the address: FaultAuth and so on.
	Fault(kind string)
	// Leave gives the place back; only the first call counts.
	Leave()
}

// The faults that a connection can have.
const (
	FaultAuth    = "auth"    // gave up or was turned down
	FaultJunk    = "junk"    // does not speak SSH
	FaultTimeout = "timeout" // did not finish the handshake
	FaultRefused = "refused" // keeps asking for what there is not
)

// Budget bounds look-ups of dossiers: codes count up day by day, so guessing is
// cheap.
type Budget interface {
	// Spend takes one look-up. wait > 0: not now, and how long to wait.
	Spend(addr netip.Addr, role Role, agency string, now time.Time) (wait time.Duration)
}

// openGate lets everyone in, for servers whose operator counts elsewhere.
type openGate struct{}

func (openGate) Admit(netip.Addr) (Pass, string) { return openPass{}, "" }

type openPass struct{}

func (openPass) Entered(Role) {}
func (openPass) Fault(string) {}
func (openPass) Leave()       {}

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
