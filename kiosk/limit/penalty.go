package limit

import (
	"net/netip"
	"time"

	"motcua/kiosk/limit/ledger"
)

// Penalty is the penalty of a source.
type Penalty struct {
	Left     time.Duration // remaining time
	Enforced bool          // the source is refused until then
	New      bool          // enforced since this offence, so it is worth a log line
}

// Blame adds an offence to the penalty of addr's source. Sources in [Limits.Offices] have no
// penalties. A source with a penalty keeps its places.
func (g *Gate) Blame(addr netip.Addr, o Offence) Penalty {
	l := g.limits.Load()
	p := &l.Penalties
	by := p.For[o]
	source := Prefix(addr)
	if by <= 0 || contains(l.Offices, addr) || g.full(source, p) {
		return Penalty{}
	}
	key := penaltyKey(source)
	_, was := g.ledger.Blame(key, 0, p.scale())
	left, enforced := g.ledger.Blame(key, by, p.scale())
	return Penalty{Left: left, Enforced: enforced, New: enforced && !was}
}

// Penalty returns the penalty of addr's source.
func (g *Gate) Penalty(addr netip.Addr) Penalty {
	l := g.limits.Load()
	if contains(l.Offices, addr) {
		return Penalty{}
	}
	left, enforced := g.ledger.Blame(penaltyKey(Prefix(addr)), 0, l.Penalties.scale())
	return Penalty{Left: left, Enforced: enforced}
}

// Blamed returns how many sources of each address family have a penalty.
func (g *Gate) Blamed() (ipv4, ipv6 int) {
	return g.ledger.Blamed(spacePenalty4), g.ledger.Blamed(spacePenalty6)
}

func (g *Gate) penalised(source netip.Prefix, p *Penalties) Refusal {
	if g.full(source, p) {
		return PenaltiesFull
	}
	if _, enforced := g.ledger.Blame(penaltyKey(source), 0, p.scale()); enforced {
		return Penalised
	}
	return Admitted
}

func (p *Penalties) scale() ledger.Scale {
	return ledger.Scale{From: p.Min, Most: p.Max, Sources: p.Sources}
}

// full reports whether the whole address family of a source is refused (OverflowDenyAll).
func (g *Gate) full(source netip.Prefix, p *Penalties) bool {
	return p.Overflow == OverflowDenyAll && g.ledger.Blamed(penaltyKey(source).Space) >= p.Sources
}

// penaltyKey has a space for each family: IPv6 addresses are cheap and must not push out
// the penalties of IPv4 addresses.
func penaltyKey(source netip.Prefix) ledger.Key {
	if source.Addr().Is4() {
		return ledger.Key{Space: spacePenalty4, Name: name(source)}
	}
	return ledger.Key{Space: spacePenalty6, Name: name(source)}
}
