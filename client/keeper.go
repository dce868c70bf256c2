package client

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"motcua/client/code"
)

// Keeper is a copy of the catalogue on this machine that answers before the
// portals are asked, so that a look-up costs no bytes, and keeps the details
// that they give. It holds public texts only, never a dossier.
//
// Its AsOf is that of the copy, never the zero time.
type Keeper interface {
	ProcedureSource
	// Synced tells whether the copy was brought up to date from the portals, or
	// is only what came with the program.
	Synced() bool
	// Kept gives the detail that was fetched before, as of then and with the
	// source that gave it, and tells whether it is fresh enough to stand for
	// the portal's own answer.
	Kept(ctx context.Context, code string) (a Answer[Procedure], fresh, ok bool)
	// Keep writes down a detail that a portal just gave. What cannot be kept
	// is not; that is no error of the look-up.
	Keep(ctx context.Context, a Answer[Procedure])
	// ID is the portal's own id of a procedure, or empty when the copy cannot
	// be sure of it.
	ID(ctx context.Context, code string) string
}

// byID is a source that finds a procedure by the portal's own id, in one
// request instead of two.
type byID interface {
	ProcedureByID(ctx context.Context, id string) (Procedure, error)
}

// procedureSources are the sources in the order they are asked: the portals,
// then the copy that is kept, then other copies.
func (cfg *ServiceConfig) procedureSources() []ProcedureSource {
	if cfg.Keeper == nil {
		return cfg.Procedures
	}
	var live, copies []ProcedureSource
	for _, src := range cfg.Procedures {
		if src.AsOf().IsZero() {
			live = append(live, src)
		} else {
			copies = append(copies, src)
		}
	}
	return append(append(live, cfg.Keeper), copies...)
}

// searchKept answers a search from the copy. ok is false when a portal knows
// better: the copy is only what came with the program, or the question is the
// code of a procedure that may be newer than the copy. The sample portal plays
// what came with the program, so nothing is newer there.
func (s *Service) searchKept(ctx context.Context, q Query) (a Answer[SearchResult], ok bool) {
	k := s.cfg.Keeper
	if k == nil {
		return a, false
	}
	found, err := k.Search(ctx, q)
	if err != nil {
		return a, false
	}
	a = Answer[SearchResult]{Value: found, AsOf: k.AsOf(), Stale: s.cfg.Offline, Source: k.Source()}
	if s.cfg.Offline {
		return a, true
	}
	if !k.Synced() && !s.cfg.Sample && s.asksPortals() {
		return a, false
	}
	if len(found.Hits) > 0 && !found.Near {
		return a, true
	}
	_, err = code.ParseProcedure(q.Words)
	return a, err != nil && k.Synced()
}

func (s *Service) asksPortals() bool {
	return slices.ContainsFunc(s.cfg.Procedures, func(src ProcedureSource) bool { return src.AsOf().IsZero() })
}

// inOrderOf puts hits that the copy ranks too into its order, before the others:
// a portal's own order says little of what a person meant.
func inOrderOf(kept, hits []Hit) []Hit {
	place := make(map[string]int, len(kept))
	for i, h := range kept {
		place[h.Code] = i
	}
	at := func(h Hit) int {
		if i, ok := place[h.Code]; ok {
			return i
		}
		return len(kept)
	}
	hits = slices.Clone(hits) // the source's list may be shared
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(at(a), at(b)) })
	return hits
}

// procedureFrom asks one source for a procedure, by the portal's own id when the
// copy knows it.
func (s *Service) procedureFrom(ctx context.Context, src ProcedureSource, code string) (Procedure, error) {
	portal, ok := src.(byID)
	if ok && s.cfg.Keeper != nil {
		if id := s.cfg.Keeper.ID(ctx, code); id != "" {
			p, err := portal.ProcedureByID(ctx, id)
			// The portal gives a republished procedure a new id.
			if err == nil && p.Code == code || err != nil && !errors.Is(err, ErrNotFound) {
				return p, err
			}
		}
	}
	return src.Procedure(ctx, code)
}
