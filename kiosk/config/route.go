package config

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Route sends dossier codes to systems by the agency id in the code. The first
// route that matches decides.
type Route struct {
	Match   string   `toml:"match" json:"match"`     // "H55.17.05", "H55.*" or "*"
	Systems []string `toml:"systems" json:"systems"` // in the order in which they are asked
	// Ask is "first", one after the other, or "all", at once, the best answer
	// counts; empty is "first".
	Ask string `toml:"ask" json:"ask,omitempty"`
	// Timeout bounds how long one of the systems may take; zero leaves it to
	// theirs.
	Timeout Duration `toml:"timeout" json:"timeout,omitzero"`
}

// The ways to ask the systems of a route.
const (
	AskFirst = "first"
	AskAll   = "all"
)

var (
	wantMatch   = pair{`mã cơ quan như "H55.17.05", "H55.*" hoặc "*"`, `an agency id such as "H55.17.05", "H55.*" or "*"`}
	wantSystems = pair{`danh sách mã của [[system]] như ["h55"]`, `a list of [[system]] ids such as ["h55"]`}
	wantAsk     = pair{`"first" (lần lượt) hoặc "all" (hỏi cùng lúc)`, `"first" (one after the other) or "all" (at once)`}
	wantNotSame = pair{"mỗi hệ thống một lần", "each system once"}
)

var routeKeys = []key{
	{path: "route.match", want: wantMatch}, {path: "route.systems", want: wantSystems},
	{path: "route.ask", want: wantAsk}, {path: "route.timeout", want: wantDuration},
}

// A route names an agency id, or its beginning and ".*".
var routeMatch = regexp.MustCompile(`^(\*|[A-Z0-9]{1,3}(\.[A-Z0-9]{1,3})*(\.\*)?)$`)

func (c *checker) route(i int) {
	r := &c.cfg.Routes[i]
	path := fmt.Sprintf("route[%d].", i)
	r.Match = strings.ToUpper(strings.TrimSpace(r.Match))
	switch {
	case r.Match == "":
		c.problem(path+"match", "", whatMissing, wantMatch, "")
	case !routeMatch.MatchString(r.Match):
		c.problem(path+"match", r.Match, whatBadValue, wantMatch, "")
	}
	if len(r.Systems) == 0 {
		c.problem(path+"systems", "", whatMissing, wantSystems, "")
	}
	var ids []string
	for _, s := range c.cfg.Systems {
		ids = append(ids, s.ID)
	}
	for n, id := range r.Systems {
		switch {
		case !slices.Contains(ids, id):
			c.problem(path+"systems", id, whatBadValue, wantSystems, nearest(id, ids))
		case slices.Contains(r.Systems[:n], id):
			c.problem(path+"systems", id, whatTwice, wantNotSame, "")
		}
	}
	if r.Ask != "" {
		c.oneOf(path+"ask", r.Ask, []string{AskFirst, AskAll}, wantAsk)
	}
	if e, given := c.index[path+"timeout"]; r.Timeout != (Duration{}) || given && e.kind != unstable.String {
		c.timeout(path+"timeout", r.Timeout)
	}
}

// EffectiveRoutes are the routes that hold: with no route written down, every
// system is asked for every code, in the order of the file.
func (c Config) EffectiveRoutes() []Route {
	if len(c.Routes) > 0 || len(c.Systems) == 0 {
		return c.Routes
	}
	all := Route{Match: "*"}
	for _, s := range c.Systems {
		all.Systems = append(all.Systems, s.ID)
	}
	return []Route{all}
}

// write shows a route as TOML.
func (r Route) write(b *strings.Builder) {
	fmt.Fprintf(b, "\n[[route]]\nmatch = %s\nsystems = %s\n", strconv.Quote(r.Match), tomlList(r.Systems))
	if r.Ask != "" {
		fmt.Fprintf(b, "ask = %s\n", strconv.Quote(r.Ask))
	}
	if r.Timeout != (Duration{}) {
		fmt.Fprintf(b, "timeout = %s\n", strconv.Quote(r.Timeout.String()))
	}
}
