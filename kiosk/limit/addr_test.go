package limit_test

import (
	"net/netip"
	"time"

	"motcua/client/clienttest"
)

// newClock starts on a fixed morning.
func newClock() *clienttest.Clock {
	return clienttest.NewClock(time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC))
}

func addr(s string) netip.Addr { return netip.MustParseAddr(s) }

// stranger returns one of many IPv4 addresses.
func stranger(n int) netip.Addr {
	return netip.AddrFrom4([4]byte{100, byte(n >> 16), byte(n >> 8), byte(n)})
}

// neighbour returns one of many IPv6 addresses, each in its own /64.
func neighbour(n int) netip.Addr {
	a := [16]byte{0x20, 0x01, 0x0d, 0xb8, 0, byte(n >> 16), byte(n >> 8), byte(n)}
	a[15] = 1
	return netip.AddrFrom16(a)
}
