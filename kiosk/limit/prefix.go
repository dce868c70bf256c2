package limit

import (
	"net/netip"
	"slices"
)

// Prefix returns what counts as one source: an IPv4 address, also when it comes
// within an IPv6 one, or the /64 of an IPv6 address, which one household or one
// phone has to itself (RFC 6177, RFC 7278). An invalid address gives an invalid
// prefix; all of those are one source.
func Prefix(addr netip.Addr) netip.Prefix {
	addr = addr.Unmap().WithZone("")
	bits := 64
	if addr.Is4() {
		bits = 32
	}
	p, err := addr.Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return p
}

// Of IPv6, whoever has a /64 often has the /48 around it, with 65,536 of them. So
// that one is counted as well, and has what some sources have.
const (
	wideBits  = 48
	wideTimes = 4
)

// EntryOf is the narrowest of the prefixes that an address lies in, an invalid one
// when it lies in none.
func EntryOf(prefixes []netip.Prefix, addr netip.Addr) (entry netip.Prefix) {
	addr = addr.Unmap().WithZone("")
	for _, p := range prefixes {
		if p.Contains(addr) && (!entry.IsValid() || p.Bits() > entry.Bits()) {
			entry = p.Masked()
		}
	}
	return entry
}

// An entry of offices or of kiosks that holds many addresses has a total, or one
// machine that takes one address after the other would have the share of each.
const (
	// entryBudgets is how many kiosks' or offices' points an entry has. Ten kiosks at
	// which somebody asks every two minutes make 300 look-ups an hour, and 480 points
	// come back; of one unit and day, 120 dossiers can be seen at once and 80 more an
	// hour. Four offices are 120 people.
	entryBudgets = 4
	// entryShares is how many offices' places and cells it has: with the shipped
	// limits 600 connections of 1,000, so that who takes them all keeps out nobody
	// beyond the entry.
	entryShares = 2
)

// wide tells whether an entry holds more sources than that of the address.
func wide(entry netip.Prefix, addr netip.Addr) bool {
	return entry.IsValid() && entry.Bits() < Prefix(addr).Bits()
}

// owner is who pays and whose places are counted, and how many times the share of
// one source it has.
type owner struct {
	name  string
	times int
}

// ownersOf is the source of an address, and what is around it.
func ownersOf(addr netip.Addr) []owner {
	source := Prefix(addr)
	list := []owner{{name(source), 1}}
	if source.Addr().Is6() {
		if wide, err := source.Addr().Prefix(wideBits); err == nil {
			list = append(list, owner{name(wide), wideTimes})
		}
	}
	return list
}

// name is how a source is written in a book.
func name(source netip.Prefix) string {
	if !source.IsValid() {
		return "unknown"
	}
	return source.String()
}

// contains reports whether one of the prefixes holds the address.
func contains(prefixes []netip.Prefix, addr netip.Addr) bool {
	addr = addr.Unmap().WithZone("")
	return slices.ContainsFunc(prefixes, func(p netip.Prefix) bool { return p.Contains(addr) })
}
