package audit

import (
	"bytes"
	"errors"
	"log/slog"
	"net"
	"strings"
	"testing"
)

func TestLibrariesNameNetworksOnly(t *testing.T) {
	tests := []struct{ in, want string }{
		{"read tcp 192.0.2.1:22->203.0.113.9:50122: connection reset by peer", "read tcp 192.0.2.0/24->203.0.113.0/24: connection reset by peer"},
		{"from [2001:db8:1:2::7]:50122", "from 2001:db8:1::/48"},
		{"from 2001:db8:1:2::7", "from 2001:db8:1::/48"},
		{"from [fe80::1%eth0]:22", "from fe80::/48"},
		{"from [::ffff:203.0.113.9]:22", "from 203.0.113.0/24"},
		{"at 12:34:56 the version was 1.2.3", "at 12:34:56 the version was 1.2.3"},
		{"ssh: parse error in message type 90", "ssh: parse error in message type 90"},
		{"EOF", "EOF"},
	}
	for _, tt := range tests {
		if got := networks(tt.in); got != tt.want {
			t.Errorf("%q becomes %q, want %q", tt.in, got, tt.want)
		}
	}
}

// No address reaches the log, wherever in a record it is.
func TestLibrariesHoldBackWholeAddresses(t *testing.T) {
	var b bytes.Buffer
	addr := &net.TCPAddr{IP: net.ParseIP("203.0.113.9"), Port: 50122}
	log := Libraries(slog.NewTextHandler(&b, nil))
	log.With("peer", addr).WithGroup("g").Warn("lost 203.0.113.9:50122",
		"err", &net.OpError{Op: "read", Net: "tcp", Addr: addr, Err: errors.New("reset")},
		"text", "203.0.113.9", "addr", addr, slog.Group("in", "addr", addr), "lazy", lazy{}, "n", 7)
	if got := b.String(); strings.Contains(got, "113.9") || strings.Contains(got, "50122") || strings.Count(got, "203.0.113.0/24") != 7 || !strings.Contains(got, "n=7") {
		t.Errorf("the log says %s", got)
	}
}

type lazy struct{}

func (lazy) LogValue() slog.Value { return slog.StringValue("203.0.113.9") }
