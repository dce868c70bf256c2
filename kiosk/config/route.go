package config

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/kiosk/config/key"
)

// Route sends dossier codes to systems by the agency id in the code. The first
// route that matches decides.
type Route struct {
	Match   string   // "H55.17.05", "H55.*" or "*"
	Systems []string // in the order in which they are asked
	// Ask is "first", one after the other, or "all", at once, the best answer
	// counts; empty is "first".
	Ask string
	// Timeout bounds how long one of the systems may take; zero leaves it to
	// theirs.
	Timeout time.Duration
}

// The ways to ask the systems of a route.
const (
	AskFirst = "first"
	AskAll   = "all"
)

var (
	wantMatch   = key.Say(`mã cơ quan như "H55.17.05", "H55.*" hoặc "*"`, `an agency id such as "H55.17.05", "H55.*" or "*"`)
	wantSystems = key.Say(`danh sách mã của [[system]] như ["h55"]`, `a list of [[system]] ids such as ["h55"]`)
	wantAsk     = key.Say(`"first" (lần lượt) hoặc "all" (hỏi cùng lúc)`, `"first" (one after the other) or "all" (at once)`)
	wantNotSame = key.Say("mỗi hệ thống một lần", "each system once")
)

// A route names an agency id, or its beginning and ".*".
var routeMatch = regexp.MustCompile(`^(\*|[A-Z0-9]{1,3}(\.[A-Z0-9]{1,3})*(\.\*)?)$`)

// rows are the keys of a route.
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

// route reads one route and looks at it.
func (l *loader) route(i int, table map[string]any) {
	r, at := &l.cfg.Routes[i], tableOf("route", i)
	wrong := l.take(at, r.rows(), table)
	tell := func(name string, w key.Wrong) { l.problem(at+"."+name, w) }
	for _, name := range slices.Sorted(maps.Keys(wrong)) {
		tell(name, *wrong[name])
	}
	if r.Match == "" && wrong["match"] == nil {
		tell("match", key.Wrong{What: whatMissing, Want: wantMatch})
	}
	if len(r.Systems) == 0 && wrong["systems"] == nil {
		tell("systems", key.Wrong{What: whatMissing, Want: wantSystems})
	}
	var ids []string
	for _, s := range l.cfg.Systems {
		ids = append(ids, s.ID)
	}
	for n, id := range r.Systems {
		switch {
		case !slices.Contains(ids, id):
			tell("systems", key.Wrong{What: key.WhatBadValue, Want: wantSystems, Got: clean.Line(id), Suggest: key.Nearest(id, ids)})
		case slices.Contains(r.Systems[:n], id):
			tell("systems", key.Wrong{What: whatTwice, Want: wantNotSame, Got: clean.Line(id)})
		}
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
