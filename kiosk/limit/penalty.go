package limit

import (
	"net/netip"
	"time"
)

// Penalty is what a source has coming to it.
type Penalty struct {
	Left     time.Duration // until it has run off
	Enforced bool          // the source is refused until then
	New      bool          // enforced since this offence: worth a line in the log
}

// Blame adds an offence to what the source of addr has done. Sources in
// [Limits.Offices] have no penalties; the places of a source with one are kept.
func (g *Gate) Blame(addr netip.Addr, o Offence) Penalty {
	l := g.limits.Load()
	p := &l.Penalties
	by := p.For[o]
	source := Prefix(addr)
	if by <= 0 || contains(l.Offices, addr) || g.full(source, p) {
		return Penalty{}
	}
	key := penaltyKey(source)
	_, was := g.book.Blame(key, 0, p.scale())
	left, enforced := g.book.Blame(key, by, p.scale())
	return Penalty{Left: left, Enforced: enforced, New: enforced && !was}
}

// Penalty returns what the source of addr has coming to it.
func (g *Gate) Penalty(addr netip.Addr) Penalty {
	l := g.limits.Load()
	if contains(l.Offices, addr) {
		return Penalty{}
	}
	left, enforced := g.book.Blame(penaltyKey(Prefix(addr)), 0, l.Penalties.scale())
	return Penalty{Left: left, Enforced: enforced}
}

// Blamed returns how many sources of each address family have a penalty.
func (g *Gate) Blamed() (ipv4, ipv6 int) {
	return g.book.Blamed(spacePenalty4), g.book.Blamed(spacePenalty6)
}

func (g *Gate) penalised(source netip.Prefix, p *Penalties) Refusal {
	if g.full(source, p) {
		return PenaltiesFull
	}
	if _, enforced := g.book.Blame(penaltyKey(source), 0, p.scale()); enforced {
		return Penalised
	}
	return Admitted
}

func (p *Penalties) scale() Scale {
	return Scale{From: p.Min, Most: p.Max, Sources: p.Sources}
}

// full reports whether the door is shut for the whole family of a source.
func (g *Gate) full(source netip.Prefix, p *Penalties) bool {
	return p.Overflow == OverflowDenyAll && g.book.Blamed(penaltyKey(source).Space) >= p.Sources
}

// penaltyKey has a space for each family: IPv6 addresses are cheap to come by and
// must not push out what IPv4 addresses have done.
func penaltyKey(source netip.Prefix) Key {
	if source.Addr().Is4() {
		return Key{Space: spacePenalty4, Name: name(source)}
	}
	return Key{Space: spacePenalty6, Name: name(source)}
}
