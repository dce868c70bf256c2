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
