package client

import (
	"slices"
	"time"

	"motcua/client/code"
)

// Route sends the dossiers of some agencies to the systems that keep them. A
// pattern is an agency id ("000.00.53.H48"), an id and all below it
// ("H55.17.*"), all of a province or ministry ("H55.*"), or all ("*").
type Route struct {
	Match   string
	Sources []DossierSource // in the order in which they are asked
	Ask     Ask
	// Timeout limits the time of one system of this route, log-in and retries
	// included; 0 leaves it to the systems' own time-outs.
	Timeout time.Duration
}

// Ask says how the systems of a route are asked.
type Ask string

// The values of Ask.
const (
	// AskFirst asks one system after the other until one has the dossier. The zero
	// value means the same.
	AskFirst Ask = "first"
	// AskAll asks all at once and takes the best answer; see better.
	AskAll Ask = "all"
)

// Matches reports whether the route is for an agency id.
func (r Route) Matches(agencyID string) bool { return code.AgencyMatches(r.Match, agencyID) }

// routesFor lists the routes to follow: the agency's own, then its successor's,
// because the dossiers of a merged province either stay in their old system or move.
// A system that is in both is asked once.
func (s *Service) routesFor(agencyID string) []Route {
	var list []Route
	if r, ok := s.routed(agencyID); ok {
		list = append(list, r)
	}
	if s.cfg.Successor == nil {
		return list
	}
	next, ok := s.cfg.Successor(agencyID)
	if !ok {
		return list
	}
	r, ok := s.routed(next)
	if !ok {
		return list
	}
	if len(list) > 0 {
		r.Sources = slices.DeleteFunc(slices.Clone(r.Sources), func(src DossierSource) bool {
			return slices.ContainsFunc(list[0].Sources, func(have DossierSource) bool { return have.Source() == src.Source() })
		})
	}
	return append(list, r)
}

func (s *Service) routed(agencyID string) (Route, bool) {
	i := slices.IndexFunc(s.cfg.Routes, func(r Route) bool { return r.Matches(agencyID) })
	if i < 0 {
		return Route{}, false
	}
	return s.cfg.Routes[i], true
}

// notConnected returns the error for an agency whose dossiers no system has.
func (s *Service) notConnected(agencyID string) *NotConnectedError {
	e := &NotConnectedError{Agency: agencyID}
	if s.cfg.AgencyName == nil {
		return e
	}
	if s.cfg.Successor != nil {
		if next, ok := s.cfg.Successor(agencyID); ok {
			agencyID = next
		}
	}
	e.Name, _ = s.cfg.AgencyName(agencyID)
	return e
}

// Routed reports whether any system is asked for this agency's dossiers.
func (s *Service) Routed(agencyID string) bool {
	return slices.ContainsFunc(s.routesFor(agencyID), func(r Route) bool { return len(r.Sources) > 0 })
}

// better reports whether answer a says more about a dossier than answer b. A proved
// answer is better, then one whose state is known and not only in a portal's own
// words, then the one that moved later.
func better(a, b Dossier) bool {
	if pa, pb := a.Private != nil, b.Private != nil; pa != pb {
		return pa
	}
	if ka, kb := a.Status.Known(), b.Status.Known(); ka != kb {
		return ka
	}
	return lastMoved(a).After(lastMoved(b))
}

// lastMoved is the newest moment at which anything happened. An appointment does not
// count: it is in the future.
func lastMoved(d Dossier) time.Time {
	var last time.Time
	later := func(t time.Time) {
		if t.After(last) {
			last = t
		}
	}
	for _, s := range d.Steps {
		later(s.At)
	}
	for _, t := range []time.Time{d.SubmittedAt, d.ReceivedAt, d.FinishedAt, d.ReturnedAt} {
		later(t)
	}
	return last
}
