package client

import (
	"context"
	"errors"
	"strings"
)

// Route sends the dossiers of some agencies to the systems that keep them. A
// pattern is an agency id ("000.00.53.H48"), an id and all below it
// ("H55.17.*"), all of a province or ministry ("H55.*"), or all ("*").
type Route struct {
	Match   string
	Sources []DossierSource
}

// Matches tells whether a route is for an agency id. Old codes write the
// province last ("000.00.53.H48"), so a pattern of one group looks for it at
// either end.
func (r Route) Matches(agencyID string) bool {
	base, below := strings.CutSuffix(r.Match, "*")
	base = strings.TrimSuffix(base, ".")
	switch {
	case below && base == "":
		return true
	case agencyID == base:
		return true
	case !below:
		return false
	case strings.HasPrefix(agencyID, base+"."):
		return true
	default:
		return !strings.Contains(base, ".") && strings.HasSuffix(agencyID, "."+base)
	}
}

// Track finds a dossier. Unknown codes, wrong proofs and agencies without a
// route are all ErrNotFound; ErrUnavailable means that a system which may have
// the dossier could not be asked and none of the others has it. Identical look-ups
// in flight, same code and same proof, share one request.
func (s *Service) Track(ctx context.Context, q DossierQuery) (Answer[Dossier], error) {
	if q.Code.IsZero() {
		return Answer[Dossier]{}, &CodeError{Problem: CodeEmpty}
	}
	if s.cfg.Offline {
		return Answer[Dossier]{}, ErrOffline
	}
	if a, ok := s.kept.fresh(q, s.Now()); ok {
		return a, nil
	}
	return s.tracks.do(ctx, q, func(ctx context.Context) (Answer[Dossier], error) { return s.track(ctx, q) })
}

// track asks the systems in turn.
func (s *Service) track(ctx context.Context, q DossierQuery) (Answer[Dossier], error) {
	now := s.Now()
	var down error
	for _, src := range s.sourcesFor(q.Code.Agency()) {
		d, err := src.Dossier(ctx, q)
		if ctx.Err() != nil {
			return Answer[Dossier]{}, ctx.Err()
		}
		err = s.health.note(src.Source(), s.Now(), err)
		if err == nil {
			a := Answer[Dossier]{Value: d, AsOf: s.Now(), Source: src.Source()}
			s.kept.keep(q, a)
			return a, nil
		}
		// One system that is down must not hide another's answer.
		if !errors.Is(err, ErrNotFound) && (down == nil || !errors.Is(down, ErrUnavailable)) {
			down = err
		}
	}
	if down == nil {
		return Answer[Dossier]{}, ErrNotFound
	}
	if errors.Is(down, ErrUnavailable) {
		if a, ok := s.kept.stale(q, now); ok {
			return a, nil
		}
	}
	return Answer[Dossier]{}, down
}

// sourcesFor lists the systems to ask, the agency's own route first, then its
// successor's: dossiers of a merged province stay in their old system or move.
func (s *Service) sourcesFor(agencyID string) []DossierSource {
	sources := s.routed(agencyID)
	if s.cfg.Successor != nil {
		if next, ok := s.cfg.Successor(agencyID); ok {
			for _, src := range s.routed(next) {
				if !contains(sources, src) {
					sources = append(sources[:len(sources):len(sources)], src)
				}
			}
		}
	}
	return sources
}

func (s *Service) routed(agencyID string) []DossierSource {
	for _, r := range s.cfg.Routes {
		if r.Matches(agencyID) {
			return r.Sources
		}
	}
	return nil
}

func contains(sources []DossierSource, src DossierSource) bool {
	for _, have := range sources {
		if have.Source() == src.Source() {
			return true
		}
	}
	return false
}

// Routed tells whether any system is asked for this agency's dossiers.
func (s *Service) Routed(agencyID string) bool { return len(s.sourcesFor(agencyID)) > 0 }
