package client

import (
	"context"
	"errors"
	"slices"
	"time"

	"motcua/client/code"
	"motcua/client/workday"
)

// ServiceConfig gives a Service its sources. Only Procedures is needed for
// procedure look-ups and only Routes for dossiers.
type ServiceConfig struct {
	// Procedures are asked in order; a local copy stands last, so that a
	// portal that is down never leaves the person without an answer.
	Procedures []ProcedureSource
	// Keeper is the copy of the catalogue on this machine; nil for none. It
	// stands between the portals and other copies, and answers before them
	// what it can.
	Keeper Keeper
	// Routes are tried in order; the first that matches the code decides.
	Routes []Route
	// Calendar counts working days.
	Calendar *workday.Calendar
	// Popular lists what people ask for most; nil means nothing to offer.
	Popular func(n int) []Hit
	// Known tells what the shipped catalogue knows of a procedure, to fill what
	// a portal's list leaves out: level, agency, use. Nil means nothing.
	Known func(code string) (Hit, bool)
	// Successor names the agency that took over another's dossiers.
	Successor func(agencyID string) (string, bool)
	// AgencyName names the ministry or province of an agency's id; nil: none is
	// known.
	AgencyName func(agencyID string) (string, bool)
	// Review gives what an office wrote of a procedure's page, nil for nothing.
	// Nil: no office did.
	Review func(Procedure) *Review
	// Now is the clock; nil means time.Now.
	Now func() time.Time
	// Offline asks local copies only.
	Offline bool
	// Sample says that the answers are made up.
	Sample bool
}

// Service answers the two questions. It routes, keeps answers for a short
// while, labels them, and remembers which source is down since when. It is safe
// for concurrent use: one Service serves all sessions of a process.
type Service struct {
	cfg    ServiceConfig
	health *healthBook
	kept   *keptDossiers
	shown  *keptProcedures

	searches flights[Query, found[SearchResult]]
	details  flights[string, found[Procedure]]
	tracks   flights[DossierQuery, Answer[Dossier]] // by the code as it is sent, see keptDossiers
}

// found is an answer and whether a portal gave it just now.
type found[T any] struct {
	Answer[T]
	live bool
}

// NewService wires the sources together.
func NewService(cfg ServiceConfig) *Service {
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	cfg.Procedures = cfg.procedureSources()
	s := &Service{cfg: cfg, health: newHealthBook()}
	s.kept = newKeptDossiers()
	s.shown = newKeptProcedures()
	return s
}

// Now is the service's clock.
func (s *Service) Now() time.Time { return s.cfg.Now() }

// Calendar counts working days; nil when none was configured.
func (s *Service) Calendar() *workday.Calendar { return s.cfg.Calendar }

// Sample tells whether the answers are made up.
func (s *Service) Sample() bool { return s.cfg.Sample }

// Popular lists the n procedures that people ask for most.
func (s *Service) Popular(n int) []Hit {
	if s.cfg.Popular == nil {
		return nil
	}
	return s.cfg.Popular(n)
}

// Sources tells how each source did when it was last asked.
func (s *Service) Sources() []SourceHealth { return s.health.all() }

// Watch lets w see how the sources do from now on.
func (s *Service) Watch(w SourceWatcher) { s.health.watch(w) }

// Heard takes what something else than a look-up learnt of a source: reading the
// catalogue asks a portal too. err is nil when it answered; what is not about the
// source changes nothing.
func (s *Service) Heard(src SourceName, err error) {
	if err == nil || errors.Is(err, ErrUnavailable) {
		_ = s.health.note(src, s.Now(), err)
	}
}

// Search finds procedures by words or code: in the copy on this machine, and at
// the portals what the copy may lack. Without a copy the portals are asked, and
// one that is down is replaced by what else there is, marked stale. When nothing
// matches anywhere, what the copy has that is near is given. Identical searches
// in flight share one request. With Query.Kept nobody is asked and nothing is
// waited for: the answer is the copy's, and says whether a portal may know more.
func (s *Service) Search(ctx context.Context, q Query) (Answer[SearchResult], error) {
	if err := ctx.Err(); err != nil {
		return Answer[SearchResult]{}, err
	}
	if code.NearInsurance(q.Words) {
		if err := code.CheckInsurance(q.Words); err != nil {
			return Answer[SearchResult]{}, err
		}
		return Answer[SearchResult]{AsOf: s.Now()}, nil
	}
	kept, ok := s.searchKept(ctx, q)
	if ok {
		return kept, nil
	}
	if q.Kept {
		kept.Value.Provisional = true
		return kept, nil
	}
	a, err := s.searches.do(ctx, q, func(ctx context.Context, _ *asked) (found[SearchResult], error) {
		return askInOrder(ctx, s, func(ctx context.Context, src ProcedureSource) (SearchResult, error) {
			return src.Search(ctx, q)
		})
	})
	if err == nil && a.live {
		a.Value = s.joined(a.Value, q.Level)
		if !kept.Value.Near {
			a.Value.Hits = inOrderOf(kept.Value.Hits, a.Value.Hits)
		}
	}
	if err == nil && len(a.Value.Hits) > 0 || len(kept.Value.Hits) == 0 || ctx.Err() != nil {
		return a.Answer, err
	}
	kept.Stale = err != nil && !errors.Is(err, ErrNotFound) || err == nil && !a.live
	return kept, nil // what is near is an answer, marked stale
}

// joined fills what the source left open with what is known of the procedure.
// What the source said stands. A portal's list knows no levels, so a wanted one
// is looked for here.
func (s *Service) joined(r SearchResult, level Level) SearchResult {
	hits := append([]Hit(nil), r.Hits...) // the source's list may be shared
	for i := range hits {
		if s.cfg.Known == nil {
			break
		}
		known, ok := s.cfg.Known(hits[i].Code)
		if !ok {
			continue
		}
		h := &hits[i]
		if h.Field == "" {
			h.Field = known.Field
		}
		if h.Agency == "" {
			h.Agency = known.Agency
		}
		if len(h.Levels) == 0 {
			h.Levels = known.Levels
		}
		if h.Weight == 0 {
			h.Weight = known.Weight
		}
	}
	if level != 0 {
		hits = slices.DeleteFunc(hits, func(h Hit) bool { return !slices.Contains(h.Levels, level) })
		r.Total = len(hits)
	}
	r.Hits = hits
	return r
}

// Show finds one procedure by its code. A detail that was fetched a short while
// ago answers as it is kept; else the portal is asked. While it is down the copy
// that was kept or shown last stands in, then what the catalogue knows of it.
// Identical look-ups in flight share one request. What an office wrote of the page
// goes with every answer, wherever that comes from.
func (s *Service) Show(ctx context.Context, code string) (Answer[Procedure], error) {
	a, err := s.show(ctx, code)
	if err == nil && s.cfg.Review != nil {
		a.Review = s.cfg.Review(a.Value)
	}
	return a, err
}

func (s *Service) show(ctx context.Context, rawCode string) (Answer[Procedure], error) {
	parsed, err := code.ParseProcedure(rawCode)
	if err != nil {
		return Answer[Procedure]{}, err
	}
	if err := ctx.Err(); err != nil {
		return Answer[Procedure]{}, err
	}
	canonical := parsed.String()
	if s.cfg.Keeper != nil {
		if a, fresh, ok := s.cfg.Keeper.Kept(ctx, canonical); ok && fresh {
			a.Stale = a.Stale || s.cfg.Offline
			return a, nil
		}
	}
	a, err := s.details.do(ctx, canonical, func(ctx context.Context, _ *asked) (found[Procedure], error) {
		a, err := askInOrder(ctx, s, func(ctx context.Context, src ProcedureSource) (Procedure, error) {
			return s.procedureFrom(ctx, src, canonical)
		})
		if err == nil && a.live {
			s.shown.keep(canonical, a.Answer)
			if s.cfg.Keeper != nil {
				s.cfg.Keeper.Keep(ctx, a.Answer)
			}
		}
		return a, err
	})
	if err == nil && !a.live || errors.Is(err, ErrUnavailable) || errors.Is(err, ErrOffline) {
		if old, ok := s.lastShown(ctx, canonical); ok {
			return old, nil
		}
	}
	return a.Answer, err
}

// KeptProcedure is what this machine has of a procedure: the whole as it was kept or
// shown last, else the heading that the catalogue knows. Nobody is asked and nothing
// is waited for, so it can be shown while Show asks a portal that may never answer.
// ok is false where nothing is known.
func (s *Service) KeptProcedure(ctx context.Context, code string) (a Answer[Procedure], ok bool) {
	if a, ok = s.keptProcedure(ctx, code); ok && s.cfg.Review != nil {
		a.Review = s.cfg.Review(a.Value)
	}
	return a, ok
}

func (s *Service) keptProcedure(ctx context.Context, rawCode string) (a Answer[Procedure], ok bool) {
	parsed, err := code.ParseProcedure(rawCode)
	if err != nil {
		return a, false
	}
	canonical := parsed.String()
	if a, ok = s.lastShown(ctx, canonical); ok {
		a.Stale = s.cfg.Offline
		return a, true
	}
	for _, src := range s.cfg.Procedures {
		if src.AsOf().IsZero() {
			continue
		}
		if p, err := src.Procedure(ctx, canonical); err == nil {
			return Answer[Procedure]{Value: p, AsOf: src.AsOf(), Stale: s.cfg.Offline, Source: src.Source()}, true
		}
	}
	return a, false
}

// lastShown is the whole procedure as it was kept or shown last, marked stale.
func (s *Service) lastShown(ctx context.Context, code string) (Answer[Procedure], bool) {
	old, ok := s.shown.find(code)
	if s.cfg.Keeper != nil {
		if kept, _, held := s.cfg.Keeper.Kept(ctx, code); held && (!ok || kept.AsOf.After(old.AsOf)) {
			old, ok = kept, true
		}
	}
	old.Stale = true
	return old, ok
}

// askInOrder asks live sources before local copies. An answer of a copy is
// stale when a live source should have given it, also when none may be asked.
func askInOrder[T any](ctx context.Context, s *Service, ask func(context.Context, ProcedureSource) (T, error)) (found[T], error) {
	var down error
	hasCopy := false
	for _, src := range s.cfg.Procedures {
		hasCopy = hasCopy || !src.AsOf().IsZero()
	}
	for _, src := range s.cfg.Procedures {
		live := src.AsOf().IsZero()
		if live && s.cfg.Offline {
			continue
		}
		if live && hasCopy {
			// Someone who types must not wait for a time-out a letter.
			if err := s.health.resting(src.Source(), s.Now()); err != nil {
				down = err
				continue
			}
		}
		v, err := asking(src.Source(), func() (T, error) { return ask(ctx, src) })
		if ctx.Err() != nil {
			return found[T]{}, ctx.Err()
		}
		if live {
			err = s.health.note(src.Source(), s.Now(), err)
		}
		if errors.Is(err, ErrUnavailable) {
			down = err
			continue
		}
		if err != nil {
			return found[T]{}, err
		}
		a := found[T]{Answer[T]{Value: v, AsOf: src.AsOf(), Stale: down != nil || s.cfg.Offline, Source: src.Source()}, live}
		if live {
			a.AsOf = s.Now()
		}
		return a, nil
	}
	if down == nil {
		down = ErrOffline
	}
	return found[T]{}, down
}
