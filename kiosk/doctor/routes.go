package doctor

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/kiosk/config"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// checkRoutes checks the route table: where codes go, how each system answers a code that
// nobody has, and which systems and routes are never used.
func checkRoutes(ctx context.Context, e *Env) []Finding {
	const name = "routes"
	routes := e.Config.EffectiveRoutes()
	switch {
	case e.ConfigErr != nil:
		return nil
	case e.Config.UsesSample():
		return []Finding{e.finding(name, StateOK, e.say(operator.DoctorSampleOff), text.Said{})}
	case len(e.Config.Systems) == 0:
		return []Finding{e.finding(name, StateWarn, e.say(operator.DoctorNoSystem), operator.DoctorDoSystem)}
	}
	var list []Finding
	used, dead := map[string]bool{}, map[string]error{}
	for i, r := range routes {
		for _, id := range r.Systems {
			used[id] = true
		}
		if j := slices.IndexFunc(routes[:i], func(before config.Route) bool { return covers(before.Match, r.Match) }); j >= 0 {
			list = append(list, e.finding(name, StateWarn, e.say(operator.DoctorShadowed, r.Match, routes[j].Match), operator.DoctorDoOrder))
			continue
		}
		f := e.walk(ctx, r, dead)
		f.Name = name
		list = append(list, f)
	}
	if !slices.ContainsFunc(routes, func(r config.Route) bool { return r.Match == "*" }) {
		list = append(list, e.finding(name, StateWarn, e.say(operator.DoctorNoRest), operator.DoctorDoRest))
	}
	for _, s := range e.Config.Systems {
		if !used[s.ID] {
			list = append(list, e.finding(name, StateWarn, e.say(operator.DoctorUnrouted, s.ID), operator.DoctorDoRoute))
		}
	}
	return list
}

// walk asks each system of a route. A system that is down is asked only once for the whole
// table, so that the doctor need not wait for its time-out on every route.
func (e *Env) walk(ctx context.Context, r config.Route, dead map[string]error) Finding {
	goTo := operator.DoctorRoute
	if r.Ask == config.AskAll && len(r.Systems) > 1 {
		goTo = operator.DoctorRouteAll
	}
	code, err := madeUpCode(r.Match)
	if err != nil {
		return e.finding("", StateWarn, e.say(operator.DoctorNoCode, r.Match), operator.DoctorDoNoCode)
	}
	if e.Look == nil {
		return e.finding("", StateOK, e.say(goTo, r.Match, strings.Join(r.Systems, ", ")), text.Said{})
	}
	said := make([]string, len(r.Systems))
	answers, down, found, outside := 0, 0, 0, 0
	for i, id := range r.Systems {
		err, isDead := dead[id]
		if !isDead {
			err = e.look(ctx, id, code, r.Timeout)
		}
		var page *client.HandOverError
		switch {
		case errors.Is(err, client.ErrNotFound):
			answers++
			said[i] = e.say(operator.DoctorPolite, id)
		case errors.As(err, &page):
			answers++
			said[i] = e.say(operator.DoctorPage, id, clean.Line(page.URL))
		case err == nil:
			found++
			said[i] = e.say(operator.DoctorMadeUp, id)
		case errors.Is(err, config.ErrOutside):
			outside++
			said[i] = e.say(operator.DoctorOutsideRoute, id)
		default:
			down++
			dead[id] = err
			said[i] = e.say(operator.DoctorDead, id, e.why(err))
		}
	}
	sentence := e.say(goTo, r.Match, strings.Join(said, ", "))
	switch {
	case found > 0:
		return e.finding("", StateWarn, sentence, operator.DoctorDoMadeUp)
	case answers == 0 && outside == 0:
		return e.finding("", StateFail, sentence, operator.DoctorDoRouteDead)
	case down > 0:
		return e.finding("", StateWarn, sentence, operator.DoctorDoRouteDown)
	default:
		return e.finding("", StateOK, sentence, text.Said{})
	}
}

func (e *Env) look(ctx context.Context, id string, dossierCode code.Dossier, within time.Duration) error {
	if within > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, within)
		defer cancel()
	}
	return e.Look(ctx, id, dossierCode)
}

// why says in a few words why a system gave no answer.
func (e *Env) why(err error) string {
	var down *client.UnavailableError
	if errors.As(err, &down) {
		return e.cause(down.Cause)
	}
	return clean.Line(err.Error())
}

// madeUpCode returns a code that a route matches and nobody has, because offices count from
// 1. The error means that no code matches the pattern.
func madeUpCode(match string) (code.Dossier, error) {
	agency := strings.TrimSuffix(strings.TrimSuffix(match, "*"), ".")
	if agency == "" {
		agency = "H55"
	}
	return code.ParseDossier(agency + "-260101-0000")
}

// covers reports whether the wide pattern matches every agency that the narrow one does, by
// the rules of client.Route.
func covers(wide, narrow string) bool {
	if !strings.HasSuffix(wide, "*") {
		return wide == narrow
	}
	return client.Route{Match: wide}.Matches(strings.TrimSuffix(strings.TrimSuffix(narrow, "*"), "."))
}
