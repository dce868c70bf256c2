package config

import (
	"fmt"
	"net"
	"path/filepath"
	"regexp"
	"strconv"

	"github.com/pelletier/go-toml/v2/unstable"

	"motcua/client/clean"
	"motcua/kiosk/limit"
)

// server checks [server] and [limits].
func (c *checker) server() {
	s := &c.cfg.Server
	for _, v := range []*string{&s.Listen, &s.Metrics, &s.StateDir, &s.HostKey, &s.StaffKeys, &s.StaffCAs, &s.RevokedKeys} {
		*v = clean.Line(*v)
	}
	c.address("server.listen", s.Listen)
	if s.Metrics != "" {
		c.address("server.metrics", s.Metrics)
	}
	// Relative to where the program happens to be started, a file would be
	// another one each time.
	for path, file := range map[string]string{
		"server.host_key": s.HostKey, "server.staff_keys": s.StaffKeys, "server.staff_cas": s.StaffCAs,
		"server.revoked_keys": s.RevokedKeys,
	} {
		if file != "" && !filepath.IsAbs(file) {
			c.problem(path, file, whatBadValue, wantAbsFile, "")
		}
	}
	if dir := s.StateDir; dir != "" && !filepath.IsAbs(dir) {
		c.problem("server.state_dir", dir, whatBadValue, wantFolder, "")
	}
	c.names("server.principals", s.Principals)
	c.names("server.guests", s.Guests)
	c.prefixes("server.balancers", s.Balancers)
	c.oneOf("server.log_format", string(s.LogFormat), []string{string(LogText), string(LogJSON)}, wantLog)
	for _, d := range durationKeys {
		c.duration(d.path, *d.of(c.cfg), d.span)
	}
	for _, n := range numberKeys {
		c.number(n.path, *n.of(c.cfg), n.count)
	}
	c.within("server.public_idle", s.PublicIdle, s.PublicTotal)
	c.within("server.staff_idle", s.StaffIdle, s.StaffTotal)

	l := &c.cfg.Limits
	if _, ok := parseStartups(l.Handshakes); !ok {
		c.problem("limits.handshakes", l.Handshakes, whatBadValue, wantStartups, "")
	}
	c.prefixes("limits.offices", l.Offices)
	for path, rate := range map[string]string{
		"limits.connection_starts": l.ConnectionStarts, "limits.source_starts": l.SourceStarts, "limits.office_starts": l.OfficeStarts,
	} {
		if _, ok := parseRate(rate); !ok {
			c.problem(path, rate, whatBadValue, wantRate, "")
		}
	}
	if l.PenaltyMax.Std() < l.PenaltyMin.Std() {
		c.problem("limits.penalty_max", l.PenaltyMax.String(), whatBadValue, wantRising, "")
	}
	c.oneOf("limits.overflow", string(l.Overflow), []string{string(limit.OverflowPermissive), string(limit.OverflowDenyAll)}, wantOverflow)
}

// address accepts what can be listened on: the host may be missing, a name or
// an address; the port is a number.
func (c *checker) address(path, value string) {
	host, port, err := net.SplitHostPort(value)
	n, bad := strconv.ParseUint(port, 10, 16)
	if err != nil || bad != nil || n == 0 && port != "0" || !hostName.MatchString(host) {
		c.problem(path, value, whatBadValue, wantListen, "")
	}
}

var (
	hostName   = regexp.MustCompile(`^[A-Za-z0-9.:%_-]*$`)
	personName = regexp.MustCompile(`^[A-Za-z0-9._@-]{1,64}$`)
)

func (c *checker) names(path string, names []string) {
	for _, n := range names {
		if !personName.MatchString(n) {
			c.problem(path, n, whatBadValue, wantNames, "")
		}
	}
}

func (c *checker) prefixes(path string, list []string) {
	for _, s := range list {
		if _, ok := parsePrefix(s); !ok {
			c.problem(path, s, whatBadValue, wantPrefixes, "")
		}
	}
}

func (c *checker) duration(path string, d Duration, s span) {
	if e, given := c.index[path]; given && d.wrong != "" && e.kind != unstable.String && c.inFile(path) {
		c.wrongKind(path, e, s.want())
		return
	}
	if d.wrong != "" || d.Std() < s.from || d.Std() > s.to {
		c.problem(path, d.String(), whatBadValue, s.want(), "")
	}
}

func (c *checker) number(path string, n int, bounds count) {
	if given, ok := c.cfg.noNumber[path]; ok {
		c.problem(path, given, whatBadValue, bounds.want(), "")
		return
	}
	if n < bounds.from || n > bounds.to {
		c.problem(path, strconv.Itoa(n), whatBadValue, bounds.want(), "")
	}
}

// within holds a person's quiet time below that of the session: a longer one
// would never count.
func (c *checker) within(path string, idle, total Duration) {
	if idle.wrong == "" && total.wrong == "" && idle.Std() > total.Std() {
		most := short(total.Std())
		c.problem(path, idle.String(), whatBadValue, pair{fmt.Sprintf(wantWithin.vi, most), fmt.Sprintf(wantWithin.en, most)}, "")
	}
}
