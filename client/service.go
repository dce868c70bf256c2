package client

import (
	"context"
	"errors"
	"time"
)

// ServiceConfig gives a Service its sources. Only Procedures is needed for
// procedure look-ups and only Routes for dossiers.
type ServiceConfig struct {
	// Procedures are asked in order; a local copy stands last, so that a
	// portal that is down never leaves the person without an answer.
	Procedures []ProcedureSource
	// Routes are tried in order; the first that matches the code decides.
	Routes []Route
	// Calendar counts working days.
	Calendar *Calendar
	// Popular lists what people ask for most; nil means nothing to offer.
	Popular func(n int) []Hit
	// Known tells what the shipped catalogue knows of a procedure, to fill what
	// a portal's list leaves out: level, agency, use. Nil means nothing.
	Known func(code string) (Hit, bool)
	// Successor names the agency that took over another's dossiers.
	Successor func(agencyID string) (string, bool)
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
}

// NewService wires the sources together.
func NewService(cfg ServiceConfig) *Service {
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	s := &Service{cfg: cfg, health: newHealthBook()}
	s.kept = newKeptDossiers()
	s.shown = newKeptProcedures()
	return s
}

// Now is the service's clock.
func (s *Service) Now() time.Time { return s.cfg.Now() }

// Calendar counts working days; nil when none was configured.
func (s *Service) Calendar() *Calendar { return s.cfg.Calendar }

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

// Search finds procedures by words or code. A portal that is down is replaced
// by the local copy, marked stale.
func (s *Service) Search(ctx context.Context, q Query) (Answer[SearchResult], error) {
	a, err := askInOrder(ctx, s, func(ctx context.Context, src ProcedureSource) (SearchResult, error) {
		return src.Search(ctx, q)
	})
	if err == nil && s.cfg.Known != nil {
		a.Value.Hits = s.joined(a.Value.Hits)
	}
	return a, err
}

// joined fills what the source left open with what is known of the procedure.
// What the source said stands.
func (s *Service) joined(hits []Hit) []Hit {
	hits = append([]Hit(nil), hits...) // the source's list may be shared
	for i := range hits {
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
	return hits
}

// Show finds one procedure by its code. While its portal is down the copy that
// was shown last stands in, then what the local catalogue knows of it.
func (s *Service) Show(ctx context.Context, code string) (Answer[Procedure], error) {
	parsed, err := ParseProcedureCode(code)
	if err != nil {
		return Answer[Procedure]{}, err
	}
	code = parsed.String()
	a, err := askInOrder(ctx, s, func(ctx context.Context, src ProcedureSource) (Procedure, error) {
		return src.Procedure(ctx, code)
	})
	switch {
	case err == nil && !a.Stale:
		s.shown.keep(code, a)
	case err == nil || errors.Is(err, ErrUnavailable) || errors.Is(err, ErrOffline):
		if old, ok := s.shown.find(code); ok {
			old.Stale = true
			return old, nil
		}
	}
	return a, err
}

// askInOrder asks live sources before local copies. An answer of a copy is
// stale when a live source should have given it.
func askInOrder[T any](ctx context.Context, s *Service, ask func(context.Context, ProcedureSource) (T, error)) (Answer[T], error) {
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
		v, err := ask(ctx, src)
		if ctx.Err() != nil {
			return Answer[T]{}, ctx.Err()
		}
		if live {
			err = s.health.note(src.Source(), s.Now(), err)
		}
		if errors.Is(err, ErrUnavailable) {
			down = err
			continue
		}
		if err != nil {
			return Answer[T]{}, err
		}
		a := Answer[T]{Value: v, AsOf: src.AsOf(), Stale: down != nil, Source: src.Source()}
		if live {
			a.AsOf = s.Now()
		}
		return a, nil
	}
	if down == nil {
		down = ErrOffline
	}
	return Answer[T]{}, down
}
