package staff

import (
	"motcua/tui/text/operator"
	"net/netip"
	"strconv"
	"strings"
)

// fromList is the value of from=: the addresses that are allowed and, after "!", those that
// are refused in any case (ssh_config(5), PATTERNS).
type fromList []fromItem

// fromItem is an address, a network, or a pattern for an address in text form.
type fromItem struct {
	not    bool
	prefix netip.Prefix
	zone   string // zone of an IPv6 address; "": any
	glob   string // "": prefix is used
}

// parseFrom parses "10.0.0.0/8,!10.0.0.7,192.168.1.?". Host names are an error: this server
// does not look them up in DNS, so a name that allows would never match, and a name that
// refuses would refuse nobody.
func parseFrom(value string) (fromList, error) {
	var list fromList
	some := false
	for s := range strings.SplitSeq(value, ",") {
		plain, not := strings.CutPrefix(s, "!")
		item, err := parseFromItem(plain)
		if err != nil {
			return nil, err
		}
		item.not = not
		some = some || !not
		list = append(list, item)
	}
	if !some {
		return nil, badLine(operator.StaffFromOnlyNot)
	}
	return list, nil
}

func parseFromItem(s string) (fromItem, error) {
	if strings.ContainsAny(s, "*?") && !strings.Contains(s, "/") {
		digits := "0123456789.*?"
		if strings.Contains(s, ":") {
			digits += "abcdefABCDEF:"
		}
		if strings.Trim(s, digits) == "" {
			return fromItem{glob: strings.ToLower(s)}, nil
		}
	}
	name, mask, masked := strings.Cut(s, "/")
	addr, err := netip.ParseAddr(name)
	if err != nil {
		return fromItem{}, badLine(operator.StaffFromNoAddress.With(s))
	}
	item := fromItem{zone: addr.Zone()}
	addr = addr.WithZone("")
	bits := addr.BitLen()
	if masked {
		n, err := strconv.ParseUint(mask, 10, 8)
		if err != nil || int(n) > bits {
			return fromItem{}, badLine(operator.StaffFromLength.With(s))
		}
		bits = int(n)
	}
	item.prefix = netip.PrefixFrom(addr, bits)
	if first := item.prefix.Masked(); first.Addr() != addr {
		return fromItem{}, badLine(operator.StaffFromWritten.With(s, first))
	}
	if addr.Is4In6() { // IPv4 addresses arrive in this form too
		item.prefix = netip.PrefixFrom(addr.Unmap(), bits-96)
	}
	return item, nil
}

// allows reports whether the list allows an address. A refusing item wins over an allowing
// one, in any order.
func (l fromList) allows(addr netip.Addr) bool {
	addr = addr.Unmap()
	in := false
	for _, item := range l {
		if !item.matches(addr) {
			continue
		}
		if item.not {
			return false
		}
		in = true
	}
	return in
}

func (f fromItem) matches(addr netip.Addr) bool {
	if !addr.IsValid() {
		return false
	}
	plain := addr.WithZone("")
	if f.glob != "" {
		return matchGlob(f.glob, plain.String()) || matchGlob(f.glob, addr.String())
	}
	return f.prefix.Contains(plain) && (f.zone == "" || f.zone == addr.Zone())
}

// matchGlob matches "*" to any letters and "?" to one. It only backtracks to the last star,
// which is sufficient and keeps every pattern fast.
func matchGlob(pattern, s string) bool {
	star, mark := -1, 0
	p, i := 0, 0
	for i < len(s) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, i
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == s[i]):
			p++
			i++
		case star >= 0:
			mark++
			p, i = star+1, mark
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}

// sources parses the option source-address of a certificate: addresses and networks only
// (PROTOCOL.certkeys).
func sources(value string) (fromList, error) {
	list, err := parseFrom(value)
	if err != nil {
		return nil, err
	}
	for _, item := range list {
		if item.not || item.glob != "" || item.zone != "" {
			return nil, badLine(operator.StaffCertSources)
		}
	}
	return list, nil
}
