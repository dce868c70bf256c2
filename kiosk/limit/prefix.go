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
