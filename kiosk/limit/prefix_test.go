package limit_test

import (
	"net/netip"
	"testing"

	"motcua/kiosk/limit"
)

func TestPrefix(t *testing.T) {
	tests := []struct{ addr, want string }{
		{"203.0.113.7", "203.0.113.7/32"},
		{"::ffff:203.0.113.7", "203.0.113.7/32"},
		{"2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"},
		{"2001:db8:1:2::1", "2001:db8:1:2::/64"},
		{"fe80::1%eth0", "fe80::/64"},
		{"::1", "::/64"},
		{"0.0.0.0", "0.0.0.0/32"},
	}
	for _, tt := range tests {
		if got := limit.Prefix(addr(tt.addr)).String(); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.addr, got, tt.want)
		}
	}
	if limit.Prefix(netip.Addr{}).IsValid() {
		t.Error("no address has a prefix")
	}
}

// Every address lies in its own source, and every address of that source has the same source.
func FuzzPrefix(f *testing.F) {
	f.Add([]byte{203, 0, 113, 7})
	f.Add([]byte("\x20\x01\x0d\xb8\x00\x01\x00\x02abcdefgh"))
	f.Add([]byte("\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff\xff\xcb\x00\x71\x07"))
	f.Fuzz(func(t *testing.T, b []byte) {
		a, ok := netip.AddrFromSlice(b)
		if !ok {
			return
		}
		p := limit.Prefix(a)
		if !p.Contains(a.Unmap()) || p != p.Masked() || limit.Prefix(p.Addr()) != p {
			t.Fatalf("%v is in %v", a, p)
		}
		if p.Bits() != 32 && p.Bits() != 64 {
			t.Fatalf("%v is in %v", a, p)
		}
	})
}
