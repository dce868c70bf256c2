package staff

import (
	"net/netip"
	"strconv"
	"strings"
)

// fromList is the value of from=: whom it lets in, and behind "!" whom it keeps
// out whatever else it says (ssh_config(5), PATTERNS).
type fromList []fromItem

// fromItem is an address, a network, or a pattern for the letters of an address.
type fromItem struct {
	not    bool
	prefix netip.Prefix
	zone   string // of an IPv6 address; "": any
	glob   string // "": prefix counts
}

// parseFrom reads "10.0.0.0/8,!10.0.0.7,192.168.1.?". Names of hosts are refused:
// this server asks no DNS for them, so one that lets in would never match, and one
// that keeps out would keep nobody out.
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
		return nil, badLine(`"from" chỉ nói ai không được vào; thêm "*" nếu những nơi khác đều được`, `"from" only says who is kept out; add "*" if everybody else may come`)
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
		return fromItem{}, badLine(
			`"%s" trong "from" không phải địa chỉ, mạng như 10.20.0.0/16, hay mẫu như 10.20.*; tên máy không dùng được`,
			`"%s" in "from" is no address, no network such as 10.20.0.0/16, and no pattern such as 10.20.*; names of hosts do not work here`, s)
	}
	item := fromItem{zone: addr.Zone()}
	addr = addr.WithZone("")
	bits := addr.BitLen()
	if masked {
		n, err := strconv.ParseUint(mask, 10, 8)
		if err != nil || int(n) > bits {
			return fromItem{}, badLine(`mạng "%s" trong "from" có độ dài sai`, `the network "%s" in "from" has a length that cannot be`, s)
		}
		bits = int(n)
	}
	item.prefix = netip.PrefixFrom(addr, bits)
	if first := item.prefix.Masked(); first.Addr() != addr {
		return fromItem{}, badLine(`mạng "%s" trong "from" phải viết là %s`, `the network "%s" in "from" is written %s`, s, first)
	}
	if addr.Is4In6() { // the same machines come in as IPv4
		item.prefix = netip.PrefixFrom(addr.Unmap(), bits-96)
	}
	return item, nil
}

// allows tells whether somebody may come from an address; what keeps out is
// stronger than what lets in, wherever it stands.
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

// matchGlob takes "*" for any letters and "?" for one. It goes back to the newest
// star alone, which is enough, so that no pattern takes long.
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

// sources reads the option source-address of a certificate: addresses and networks
// alone (PROTOCOL.certkeys).
func sources(value string) (fromList, error) {
	list, err := parseFrom(value)
	if err != nil {
		return nil, err
	}
	for _, item := range list {
		if item.not || item.glob != "" || item.zone != "" {
			return nil, badLine("địa chỉ trong chứng thư không đọc được", "the addresses in the certificate cannot be read")
		}
	}
	return list, nil
}
