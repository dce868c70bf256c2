package config

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/client/near"
	"motcua/kiosk/config/key"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Route sends dossier codes to systems according to the agency ID in the code. The first
// matching route is used.
type Route struct {
	Match   string   // "H55.17.05", "H55.*" or "*"
	Systems []string // in the order in which they are asked
	// Ask is "first" (ask one after the other) or "all" (ask all at the same time and use
	// the best answer); empty means "first".
	Ask string
	// Timeout is the time limit for each of the systems; zero means their own.
	Timeout time.Duration
}

// The two values of Ask.
const (
	AskFirst = "first"
	AskAll   = "all"
)

var (
	wantMatch   = text.Say(`mã cơ quan như "H55.17.05", "H55.*" hoặc "*"`, `an agency id such as "H55.17.05", "H55.*" or "*"`)
	wantSystems = text.Say(`danh sách mã của [[system]] như ["h55"]`, `a list of [[system]] ids such as ["h55"]`)
	wantAsk     = text.Say(`"first" (lần lượt) hoặc "all" (hỏi cùng lúc)`, `"first" (one after the other) or "all" (at once)`)
	wantNotSame = text.Say("mỗi hệ thống một lần", "each system once")
)

// routeMatch accepts an agency ID, the beginning of one followed by ".*", or "*".
var routeMatch = regexp.MustCompile(`^(\*|[A-Z0-9]{1,3}(\.[A-Z0-9]{1,3})*(\.\*)?)$`)

// rows returns the keys of a route.
func (r *Route) rows() []key.Key {
	wait := timeouts.Kind()
	within := wait.Fits
	wait.Fits = func(d time.Duration) *key.Wrong {
		if d == 0 {
			return nil
		}
		return within(d)
	}
	return []key.Key{
		key.Text("match", &r.Match, "", key.Form{
			Want: wantMatch, Fits: routeMatch.MatchString, Clean: func(s string) string { return strings.ToUpper(strings.TrimSpace(s)) },
		}),
		key.List("systems", &r.Systems, nil, wantSystems, func(s string) (string, bool) { return s, true }, asIs),
		key.OneOf("ask", &r.Ask, "", wantAsk, "", AskFirst, AskAll),
		key.New("timeout", &r.Timeout, 0, wait),
	}
}

// route reads and checks one route.
func (l *loader) route(i int, table map[string]any) {
	r, at := &l.cfg.Routes[i], tableOf("route", i)
	wrong := l.take(at, r.rows(), table)
	tell := func(name string, w key.Wrong) { l.problem(at+"."+name, w) }
	for _, name := range slices.Sorted(maps.Keys(wrong)) {
		tell(name, *wrong[name])
	}
	if r.Match == "" && wrong["match"] == nil {
		tell("match", key.Wrong{What: operator.KeyMissing, Want: wantMatch})
	}
	if len(r.Systems) == 0 && wrong["systems"] == nil {
		tell("systems", key.Wrong{What: operator.KeyMissing, Want: wantSystems})
	}
	var ids []string
	for _, s := range l.cfg.Systems {
		ids = append(ids, s.ID)
	}
	for n, id := range r.Systems {
		switch {
		case !slices.Contains(ids, id):
			tell("systems", key.Wrong{What: operator.KeyBadValue, Want: wantSystems, Got: clean.Line(id), Suggest: near.Word(id, ids)})
		case slices.Contains(r.Systems[:n], id):
			tell("systems", key.Wrong{What: operator.KeyTwice, Want: wantNotSame, Got: clean.Line(id)})
		}
	}
}

// EffectiveRoutes returns the routes in use. Without a configured route every system is
// asked for every code, in the order of the file.
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
