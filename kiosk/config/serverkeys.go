package config

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// What the keys of the server and its limits take, in words.
var (
	wantListen   = pair{`địa chỉ và cổng như "127.0.0.1:2222"; ":2222" là mọi địa chỉ của máy`, `an address and a port such as "127.0.0.1:2222"; ":2222" is every address of this machine`}
	wantAbsFile  = pair{`tên tệp viết từ gốc, như "/etc/motcua/staff.keys"`, `a file name from the root on, such as "/etc/motcua/staff.keys"`}
	wantPrefixes = pair{`danh sách địa chỉ hay mạng như ["10.0.0.7", "10.20.0.0/16"]`, `a list of addresses or networks such as ["10.0.0.7", "10.20.0.0/16"]`}
	wantNames    = pair{`danh sách tên như ["guest"]: chữ không dấu, số, "-", "_", "." hoặc "@"`, `a list of names such as ["guest"]: letters of ASCII, digits, "-", "_", "." or "@"`}
	wantLog      = pair{`"text" hoặc "json"`, `"text" or "json"`}
	wantStartups = pair{`ba số "đầu:phần trăm:cuối" như "10:30:100"`, `three numbers "start:percent:full" such as "10:30:100"`}
	wantRate     = pair{`số lần liền nhau và số lần mỗi phút như "30:60/m", đều từ 1`, `how often at once and how often a minute such as "30:60/m", both from 1`}
	wantOverflow = pair{`"permissive" hoặc "deny_all"`, `"permissive" or "deny_all"`}
	wantRising   = pair{"khoảng thời gian không ngắn hơn limits.penalty_min", "a time not shorter than limits.penalty_min"}
	wantWithin   = pair{"khoảng thời gian không dài hơn cả phiên (%s)", "a time not longer than the whole session (%s)"}
)

// span is a time between two bounds, both allowed.
type span struct{ from, to time.Duration }

func (s span) want() pair {
	from, to := short(s.from), short(s.to)
	return pair{fmt.Sprintf(`khoảng thời gian từ "%s" đến "%s"`, from, to), fmt.Sprintf(`a time from "%s" to "%s"`, from, to)}
}

// short is a duration without its zero parts: "1h", not "1h0m0s".
func short(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}

// count is a whole number between two bounds, both allowed.
type count struct{ from, to int }

func (c count) want() pair {
	return pair{fmt.Sprintf("số nguyên từ %d đến %d", c.from, c.to), fmt.Sprintf("a whole number from %d to %d", c.from, c.to)}
}

// durationKey and numberKey are single values whose bounds are checked, see
// checker.server.
type durationKey struct {
	path string
	span span
	of   func(*Config) *Duration
}

type numberKey struct {
	path  string
	count count
	of    func(*Config) *int
}

// Bounds. A session's times end at a day: who stays longer has left. The
// terminal is bounded by memory: two screens of about 240 bytes a cell.
var (
	waits     = span{time.Second, 10 * time.Minute}
	stays     = span{10 * time.Second, 24 * time.Hour}
	penalties = span{0, 24 * time.Hour}
	some      = count{1, 100_000}
	cells     = count{80 * 24, 100_000_000} // one terminal at least
)

var durationKeys = []durationKey{
	{"server.handshake_timeout", waits, func(c *Config) *Duration { return &c.Server.HandshakeTimeout }},
	{"server.empty_timeout", waits, func(c *Config) *Duration { return &c.Server.EmptyTimeout }},
	{"server.stall_timeout", waits, func(c *Config) *Duration { return &c.Server.StallTimeout }},
	{"server.drain_time", waits, func(c *Config) *Duration { return &c.Server.DrainTime }},
	{"server.public_idle", stays, func(c *Config) *Duration { return &c.Server.PublicIdle }},
	{"server.public_total", stays, func(c *Config) *Duration { return &c.Server.PublicTotal }},
	{"server.public_command", stays, func(c *Config) *Duration { return &c.Server.PublicCommand }},
	{"server.staff_idle", stays, func(c *Config) *Duration { return &c.Server.StaffIdle }},
	{"server.staff_total", stays, func(c *Config) *Duration { return &c.Server.StaffTotal }},
	{"server.staff_command", stays, func(c *Config) *Duration { return &c.Server.StaffCommand }},
	{"limits.penalty_auth", penalties, func(c *Config) *Duration { return &c.Limits.PenaltyAuth }},
	{"limits.penalty_noauth", penalties, func(c *Config) *Duration { return &c.Limits.PenaltyNoAuth }},
	{"limits.penalty_grace", penalties, func(c *Config) *Duration { return &c.Limits.PenaltyGrace }},
	{"limits.penalty_junk", penalties, func(c *Config) *Duration { return &c.Limits.PenaltyJunk }},
	{"limits.penalty_refused", penalties, func(c *Config) *Duration { return &c.Limits.PenaltyRefused }},
	{"limits.penalty_flood", penalties, func(c *Config) *Duration { return &c.Limits.PenaltyFlood }},
	{"limits.penalty_crash", penalties, func(c *Config) *Duration { return &c.Limits.PenaltyCrash }},
	{"limits.penalty_min", penalties, func(c *Config) *Duration { return &c.Limits.PenaltyMin }},
	{"limits.penalty_max", penalties, func(c *Config) *Duration { return &c.Limits.PenaltyMax }},
}

var numberKeys = []numberKey{
	{"server.channels", count{1, 64}, func(c *Config) *int { return &c.Server.Channels }},
	{"server.max_columns", count{80, 1000}, func(c *Config) *int { return &c.Server.MaxColumns }},
	{"server.max_rows", count{24, 500}, func(c *Config) *int { return &c.Server.MaxRows }},
	{"server.input_rate", count{1024, 1 << 20}, func(c *Config) *int { return &c.Server.InputRate }},
	{"server.paste_bytes", count{256, 1 << 20}, func(c *Config) *int { return &c.Server.PasteBytes }},
	{"server.public_codes", count{1, 1000}, func(c *Config) *int { return &c.Server.PublicCodes }},
	{"server.staff_codes", count{1, 1000}, func(c *Config) *int { return &c.Server.StaffCodes }},
	{"limits.connections", some, func(c *Config) *int { return &c.Limits.Connections }},
	{"limits.sessions", some, func(c *Config) *int { return &c.Limits.Sessions }},
	{"limits.cells", cells, func(c *Config) *int { return &c.Limits.Cells }},
	{"limits.reserved", count{0, 90}, func(c *Config) *int { return &c.Limits.Reserved }},
	{"limits.source_handshakes", some, func(c *Config) *int { return &c.Limits.SourceHandshakes }},
	{"limits.source_connections", some, func(c *Config) *int { return &c.Limits.SourceConnections }},
	{"limits.source_sessions", some, func(c *Config) *int { return &c.Limits.SourceSessions }},
	{"limits.source_cells", cells, func(c *Config) *int { return &c.Limits.SourceCells }},
	{"limits.office_handshakes", some, func(c *Config) *int { return &c.Limits.OfficeHandshakes }},
	{"limits.office_connections", some, func(c *Config) *int { return &c.Limits.OfficeConnections }},
	{"limits.office_sessions", some, func(c *Config) *int { return &c.Limits.OfficeSessions }},
	{"limits.office_cells", cells, func(c *Config) *int { return &c.Limits.OfficeCells }},
	{"limits.penalty_sources", count{1, 1 << 20}, func(c *Config) *int { return &c.Limits.PenaltySources }},
}

// serverKeys are the keys of [server] and [limits], in the order of the file.
func serverKeys() []key {
	all := []key{
		single("server.listen", wantListen, "listen", func(c *Config) *string { return &c.Server.Listen }),
		single("server.metrics", wantListen, "metrics", func(c *Config) *string { return &c.Server.Metrics }),
		single("server.state_dir", wantFolder, "", func(c *Config) *string { return &c.Server.StateDir }),
		single("server.host_key", wantAbsFile, "", func(c *Config) *string { return &c.Server.HostKey }),
		single("server.staff_keys", wantAbsFile, "", func(c *Config) *string { return &c.Server.StaffKeys }),
		single("server.staff_cas", wantAbsFile, "", func(c *Config) *string { return &c.Server.StaffCAs }),
		single("server.revoked_keys", wantAbsFile, "", func(c *Config) *string { return &c.Server.RevokedKeys }),
		{path: "server.principals", want: wantNames, list: func(c Config) []string { return c.Server.Principals }},
		{path: "server.guests", want: wantNames, list: func(c Config) []string { return c.Server.Guests }},
		{path: "server.balancers", want: wantPrefixes, list: func(c Config) []string { return c.Server.Balancers }},
		single("server.log_format", wantLog, "", func(c *Config) *string { return (*string)(&c.Server.LogFormat) }),
	}
	limits := []key{
		single("limits.handshakes", wantStartups, "", func(c *Config) *string { return &c.Limits.Handshakes }),
		{path: "limits.offices", want: wantPrefixes, list: func(c Config) []string { return c.Limits.Offices }},
		single("limits.connection_starts", wantRate, "", func(c *Config) *string { return &c.Limits.ConnectionStarts }),
		single("limits.source_starts", wantRate, "", func(c *Config) *string { return &c.Limits.SourceStarts }),
		single("limits.office_starts", wantRate, "", func(c *Config) *string { return &c.Limits.OfficeStarts }),
		single("limits.overflow", wantOverflow, "", func(c *Config) *string { return (*string)(&c.Limits.Overflow) }),
	}
	section := func(name string, list []key) []key {
		for _, n := range numberKeys {
			if strings.HasPrefix(n.path, name+".") {
				list = append(list, n.key())
			}
		}
		for _, d := range durationKeys {
			if strings.HasPrefix(d.path, name+".") {
				list = append(list, d.key())
			}
		}
		return list
	}
	return append(section("server", all), section("limits", limits)...)
}

func (d durationKey) key() key {
	k := single(d.path, d.span.want(), "", nil)
	k.get = func(c *Config) string { return d.of(c).String() }
	k.set = func(c *Config, v string) { _ = d.of(c).UnmarshalText([]byte(v)) }
	return k
}

// key is the key of a number. What is no number is kept beside it until the
// check, which tells it.
func (n numberKey) key() key {
	k := single(n.path, n.count.want(), "", nil)
	k.bare = true
	k.get = func(c *Config) string { return strconv.Itoa(*n.of(c)) }
	k.set = func(c *Config, v string) {
		number, err := strconv.Atoi(v)
		if err != nil {
			if c.noNumber == nil {
				c.noNumber = map[string]string{}
			}
			c.noNumber[n.path] = v
			return
		}
		*n.of(c) = number
	}
	return k
}
