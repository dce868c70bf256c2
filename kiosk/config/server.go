package config

import (
	"fmt"
	"net/netip"
	"strconv"
	"strings"
	"time"

	"motcua/kiosk/limit"
)

// Server is how the interface is served over SSH. Addresses, files and numbers
// have been checked by Load; what stands behind a file's name has not.
type Server struct {
	Listen  string `toml:"listen" json:"listen"`   // "127.0.0.1:2222"; ":22" is every address of the machine
	Metrics string `toml:"metrics" json:"metrics"` // of metrics and health; empty: none

	StateDir string `toml:"state_dir" json:"state_dir"` // host key and audit key; empty: see the file
	HostKey  string `toml:"host_key" json:"host_key"`   // empty: below StateDir

	StaffKeys   string   `toml:"staff_keys" json:"staff_keys"`     // an authorized_keys file
	StaffCAs    string   `toml:"staff_cas" json:"staff_cas"`       // public keys that sign staff certificates
	RevokedKeys string   `toml:"revoked_keys" json:"revoked_keys"` // keys and certificates that count no more
	Principals  []string `toml:"principals" json:"principals"`     // of which such a certificate carries one
	Guests      []string `toml:"guests" json:"guests"`             // user names that are asked for no key
	Balancers   []string `toml:"balancers" json:"balancers"`       // "10.0.0.7", "10.0.0.0/8"

	HandshakeTimeout Duration `toml:"handshake_timeout" json:"handshake_timeout"`
	EmptyTimeout     Duration `toml:"empty_timeout" json:"empty_timeout"` // of a connection without a session
	StallTimeout     Duration `toml:"stall_timeout" json:"stall_timeout"` // of a client that stopped reading
	DrainTime        Duration `toml:"drain_time" json:"drain_time"`

	Channels   int `toml:"channels" json:"channels"` // sessions of one connection
	MaxColumns int `toml:"max_columns" json:"max_columns"`
	MaxRows    int `toml:"max_rows" json:"max_rows"`
	InputRate  int `toml:"input_rate" json:"input_rate"`   // bytes a minute
	PasteBytes int `toml:"paste_bytes" json:"paste_bytes"` // of one paste

	PublicIdle    Duration `toml:"public_idle" json:"public_idle"`
	PublicTotal   Duration `toml:"public_total" json:"public_total"`
	PublicCommand Duration `toml:"public_command" json:"public_command"`
	PublicCodes   int      `toml:"public_codes" json:"public_codes"` // of one command
	StaffIdle     Duration `toml:"staff_idle" json:"staff_idle"`
	StaffTotal    Duration `toml:"staff_total" json:"staff_total"`
	StaffCommand  Duration `toml:"staff_command" json:"staff_command"`
	StaffCodes    int      `toml:"staff_codes" json:"staff_codes"`

	LogFormat LogFormat `toml:"log_format" json:"log_format"`
}

// LogFormat is how a line of the log looks.
type LogFormat string

// The log formats.
const (
	LogText LogFormat = "text"
	LogJSON LogFormat = "json"
)

// Limits are the numbers that keep one address, or many, from taking it all.
type Limits struct {
	Handshakes string `toml:"handshakes" json:"handshakes"` // "10:30:100"

	// In all; Reserved percent of each are not for the public.
	Connections int `toml:"connections" json:"connections"`
	Sessions    int `toml:"sessions" json:"sessions"`
	Cells       int `toml:"cells" json:"cells"` // of terminals that are drawn
	Reserved    int `toml:"reserved" json:"reserved"`

	// Of one connection; "20:60/m" is 20 at once and 60 a minute.
	ConnectionStarts string `toml:"connection_starts" json:"connection_starts"`

	// Of one address.
	SourceHandshakes  int    `toml:"source_handshakes" json:"source_handshakes"`
	SourceConnections int    `toml:"source_connections" json:"source_connections"`
	SourceSessions    int    `toml:"source_sessions" json:"source_sessions"`
	SourceCells       int    `toml:"source_cells" json:"source_cells"`
	SourceStarts      string `toml:"source_starts" json:"source_starts"`

	Offices           []string `toml:"offices" json:"offices"` // addresses behind which many people sit
	OfficeHandshakes  int      `toml:"office_handshakes" json:"office_handshakes"`
	OfficeConnections int      `toml:"office_connections" json:"office_connections"`
	OfficeSessions    int      `toml:"office_sessions" json:"office_sessions"`
	OfficeCells       int      `toml:"office_cells" json:"office_cells"`
	OfficeStarts      string   `toml:"office_starts" json:"office_starts"`

	// What each offence adds to an address's penalty; 0s is nothing.
	PenaltyAuth    Duration `toml:"penalty_auth" json:"penalty_auth"`
	PenaltyNoAuth  Duration `toml:"penalty_noauth" json:"penalty_noauth"`
	PenaltyGrace   Duration `toml:"penalty_grace" json:"penalty_grace"`
	PenaltyJunk    Duration `toml:"penalty_junk" json:"penalty_junk"`
	PenaltyRefused Duration `toml:"penalty_refused" json:"penalty_refused"`
	PenaltyFlood   Duration `toml:"penalty_flood" json:"penalty_flood"`
	PenaltyCrash   Duration `toml:"penalty_crash" json:"penalty_crash"`

	PenaltyMin     Duration       `toml:"penalty_min" json:"penalty_min"`
	PenaltyMax     Duration       `toml:"penalty_max" json:"penalty_max"`
	PenaltySources int            `toml:"penalty_sources" json:"penalty_sources"`
	Overflow       limit.Overflow `toml:"overflow" json:"overflow"`
}

// DefaultListen is this machine alone: a server for everyone is a decision.
const DefaultListen = "127.0.0.1:2222"

func defaultServer() Server {
	return Server{
		Listen:           DefaultListen,
		Principals:       []string{"motcua-staff"},
		Guests:           []string{"guest", "khach"},
		Balancers:        []string{},
		HandshakeTimeout: DurationOf(20 * time.Second),
		EmptyTimeout:     DurationOf(30 * time.Second),
		StallTimeout:     DurationOf(time.Minute),
		DrainTime:        DurationOf(30 * time.Second),
		Channels:         4, MaxColumns: 300, MaxRows: 100,
		InputRate: 16 << 10, PasteBytes: 4 << 10,
		PublicIdle: DurationOf(10 * time.Minute), PublicTotal: DurationOf(time.Hour),
		PublicCommand: DurationOf(time.Minute), PublicCodes: 20,
		StaffIdle: DurationOf(30 * time.Minute), StaffTotal: DurationOf(12 * time.Hour),
		StaffCommand: DurationOf(10 * time.Minute), StaffCodes: 500,
		LogFormat: LogText,
	}
}

// defaultLimits are those of package limit, in the words of the file.
func defaultLimits() Limits {
	d := limit.Defaults()
	cost := func(o limit.Offence) Duration { return DurationOf(d.Penalties.For[o]) }
	return Limits{
		Handshakes:  fmt.Sprintf("%d:%d:%d", d.Handshakes.Start, d.Handshakes.Rate, d.Handshakes.Full),
		Connections: d.Connections.All, Sessions: d.Sessions.All, Cells: d.Cells.All,
		Reserved:         100 - 100*d.Sessions.Public/d.Sessions.All,
		ConnectionStarts: writeRate(d.Connection),
		SourceHandshakes: d.Source.Handshakes, SourceConnections: d.Source.Connections, SourceSessions: d.Source.Sessions,
		SourceCells: d.Source.Cells, SourceStarts: writeRate(d.Source.Starts),
		Offices:          []string{},
		OfficeHandshakes: d.Office.Handshakes, OfficeConnections: d.Office.Connections, OfficeSessions: d.Office.Sessions,
		OfficeCells: d.Office.Cells, OfficeStarts: writeRate(d.Office.Starts),
		PenaltyAuth: cost(limit.AuthFailed), PenaltyNoAuth: cost(limit.NoAuth), PenaltyGrace: cost(limit.GraceExceeded),
		PenaltyJunk: cost(limit.Junk), PenaltyRefused: cost(limit.Refused), PenaltyFlood: cost(limit.Flood),
		PenaltyCrash: cost(limit.Crash),
		PenaltyMin:   DurationOf(d.Penalties.Min), PenaltyMax: DurationOf(d.Penalties.Max),
		PenaltySources: d.Penalties.Sources, Overflow: d.Penalties.Overflow,
	}
}

// Gate are the limits as the gate counts them; kiosks behind the server are offices
// to it. Load has checked what they are made of.
func (c Config) Gate() limit.Limits {
	l, g := c.Limits, limit.Defaults()
	g.Handshakes, _ = parseStartups(l.Handshakes)
	g.Connections, g.Sessions, g.Cells = l.room(l.Connections), l.room(l.Sessions), l.room(l.Cells)
	g.Connection, _ = parseRate(l.ConnectionStarts)
	g.Source.Handshakes, g.Source.Connections = l.SourceHandshakes, l.SourceConnections
	g.Source.Sessions, g.Source.Cells = l.SourceSessions, l.SourceCells
	g.Source.Starts, _ = parseRate(l.SourceStarts)
	g.Office.Handshakes, g.Office.Connections = l.OfficeHandshakes, l.OfficeConnections
	g.Office.Sessions, g.Office.Cells = l.OfficeSessions, l.OfficeCells
	g.Office.Starts, _ = parseRate(l.OfficeStarts)
	g.Offices = append(Prefixes(l.Offices), Prefixes(c.Kiosk.SSHFrom)...)
	for o, d := range map[limit.Offence]Duration{
		limit.AuthFailed: l.PenaltyAuth, limit.NoAuth: l.PenaltyNoAuth, limit.GraceExceeded: l.PenaltyGrace,
		limit.Junk: l.PenaltyJunk, limit.Refused: l.PenaltyRefused, limit.Flood: l.PenaltyFlood, limit.Crash: l.PenaltyCrash,
	} {
		g.Penalties.For[o] = d.Std()
	}
	g.Penalties.Min, g.Penalties.Max = l.PenaltyMin.Std(), l.PenaltyMax.Std()
	g.Penalties.Sources, g.Penalties.Overflow = l.PenaltySources, l.Overflow
	return g
}

// parseStartups reads "10:30:100", as MaxStartups of sshd_config(5) is written.
func parseStartups(s string) (limit.Startups, bool) {
	parts := strings.Split(s, ":")
	if len(parts) != 3 {
		return limit.Startups{}, false
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.ParseUint(p, 10, 20)
		if err != nil {
			return limit.Startups{}, false
		}
		n[i] = int(v)
	}
	st := limit.Startups{Start: n[0], Rate: n[1], Full: n[2]}
	return st, st.Start >= 1 && st.Full >= st.Start && st.Rate <= 100
}

// room leaves the public at least one place.
func (l Limits) room(all int) limit.Room {
	return limit.Room{All: all, Public: max(1, all*(100-l.Reserved)/100)}
}

// parseRate reads "30:60/m": 30 at once, and 60 a minute.
func parseRate(s string) (limit.Rate, bool) {
	burst, back, _ := strings.Cut(s, ":")
	back, each := strings.CutSuffix(back, "/m")
	b, bad := strconv.ParseUint(burst, 10, 20)
	m, bad2 := strconv.ParseUint(back, 10, 20)
	return limit.Rate{Burst: float64(b), Minute: float64(m)}, each && bad == nil && bad2 == nil && b >= 1 && m >= 1
}

func writeRate(r limit.Rate) string { return fmt.Sprintf("%v:%v/m", r.Burst, r.Minute) }

// Prefixes are the addresses and networks of a list; what is neither is left
// out.
func Prefixes(list []string) []netip.Prefix {
	prefixes := make([]netip.Prefix, 0, len(list))
	for _, s := range list {
		if p, ok := parsePrefix(s); ok {
			prefixes = append(prefixes, p)
		}
	}
	return prefixes
}

// parsePrefix reads "10.0.0.0/8", or "10.0.0.7" for that address alone.
func parsePrefix(s string) (netip.Prefix, bool) {
	if addr, err := netip.ParseAddr(s); err == nil && addr.Zone() == "" {
		addr = addr.Unmap()
		return netip.PrefixFrom(addr, addr.BitLen()), true
	}
	p, err := netip.ParsePrefix(s)
	if err != nil || p.Addr().Is4In6() {
		return netip.Prefix{}, false
	}
	return p.Masked(), true
}
