package limit

import (
	"net/netip"
	"slices"
)

// Prefix returns what counts as one source: an IPv4 address, even mapped into IPv6, or the /64
// of an IPv6 address, which one household or phone has for itself (RFC 6177, RFC 7278). For an
// invalid address it returns an invalid prefix; all of these are one source.
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

// A network with a /64 often has the /48 around it too, with 65,536 of them. So the /48
// is also counted, and has the limits of several sources.
const (
	wideBits  = 48
	wideTimes = 4
)

// EntryOf returns the narrowest of the prefixes that contain an address, an invalid one when
// none does.
func EntryOf(prefixes []netip.Prefix, addr netip.Addr) (entry netip.Prefix) {
	addr = addr.Unmap().WithZone("")
	for _, p := range prefixes {
		if p.Contains(addr) && (!entry.IsValid() || p.Bits() > entry.Bits()) {
			entry = p.Masked()
		}
	}
	return entry
}

// An entry of offices or of kiosks with many addresses has a total, because one machine
// that takes one address after the other would otherwise have the limits of each.
const (
	// entryBudgets is how many kiosks' or offices' points an entry has. Ten kiosks with a
	// look-up every two minutes make 300 look-ups an hour, and 480 points come back. Of one
	// unit and day, 120 dossiers can be shown at once and 80 more an hour. Four offices are 120
	// people.
	entryBudgets = 4
	// entryShares is how many offices' places and cells an entry has. With the default limits
	// that is 600 connections of 1,000, so an entry that takes them all keeps out nobody else.
	entryShares = 2
)

// wide reports whether an entry contains more than the one source of the address.
func wide(entry netip.Prefix, addr netip.Addr) bool {
	return entry.IsValid() && entry.Bits() < Prefix(addr).Bits()
}

// owner is a source or network that is charged and whose places are counted, and how many
// times the limits of one source it has.
type owner struct {
	name  string
	times int
}

// ownersOf returns the source of an address and the networks around it.
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

// name returns the name of a source in a ledger.
func name(source netip.Prefix) string {
	if !source.IsValid() {
		return "unknown"
	}
	return source.String()
}

// contains reports whether one of the prefixes contains the address.
func contains(prefixes []netip.Prefix, addr netip.Addr) bool {
	addr = addr.Unmap().WithZone("")
	return slices.ContainsFunc(prefixes, func(p netip.Prefix) bool { return p.Contains(addr) })
}
