package client

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"motcua/client/code"
)

// Keeper is a copy of the catalogue on this machine. It answers before the portals
// are asked, so that a look-up costs no traffic, and it stores the details that they
// return. It holds public texts only, never a dossier.
//
// Its AsOf is the date of the copy, never the zero time.
type Keeper interface {
	ProcedureSource
	// Synced reports whether the copy was brought up to date from the portals. False
	// means that it is only what was shipped with the program.
	Synced() bool
	// Kept returns the stored detail, with its date and the source that gave it. fresh
	// says that it is recent enough to be shown instead of asking the portal.
	Kept(ctx context.Context, code string) (a Answer[Procedure], fresh, ok bool)
	// Keep stores a detail that a portal just returned. A failure to store is not an
	// error of the look-up, so none is returned.
	Keep(ctx context.Context, a Answer[Procedure])
	// ID returns the portal's own id of a procedure, or "" when the copy is not sure
	// of it.
	ID(ctx context.Context, code string) string
}

// byID is a source that finds a procedure by the portal's own id, in one
// request instead of two.
type byID interface {
	ProcedureByID(ctx context.Context, id string) (Procedure, error)
}

// procedureSources returns the sources in the order in which they are asked: the
// portals, then the Keeper, then other copies.
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

// searchKept answers a search from the copy. ok is false when a portal may know
// more: the copy is only what was shipped with the program, or the question is the
// code of a procedure that may be newer than the copy. The sample portal serves the
// shipped catalogue itself, so nothing is newer there.
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
	if s.cfg.Offline || found.Outside || found.Wishes != nil {
		return a, true // a portal looks for all words in one name
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

// inOrderOf moves hits that the copy ranks too to the front, in the copy's order. A
// portal's own order says little about what a person meant.
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
