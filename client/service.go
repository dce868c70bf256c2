package client

import (
	"context"
	"errors"
	"slices"
	"time"

	"motcua/client/code"
	"motcua/client/flight"
	"motcua/client/linked"
	"motcua/client/place"
	"motcua/client/recent"
	"motcua/client/trace"
	"motcua/client/workday"
)

// ServiceConfig gives a Service its sources. Only Procedures is needed for
// procedure look-ups and only Routes for dossiers.
type ServiceConfig struct {
	// Procedures are asked in order. Put a local copy last, so that a portal that is
	// down never leaves the person without an answer.
	Procedures []ProcedureSource
	// Keeper is the copy of the catalogue on this machine; nil for none. It answers
	// what it can before the portals, and is asked after them and before other copies
	// for the rest.
	Keeper Keeper
	// Routes are tried in order; the first one that matches the code decides.
	Routes []Route
	// Calendar counts working days.
	Calendar *workday.Calendar
	// Popular lists what people ask for most; nil means that there is no such list.
	Popular func(n int) []Hit
	// Known returns what the shipped catalogue knows about a procedure: it fills in what
	// a portal's list lacks (level, agency, uses). Nil means that nothing is known.
	Known func(code string) (Hit, bool)
	// Successor returns the agency that took over another's dossiers.
	Successor func(agencyID string) (string, bool)
	// AgencyName returns the name of the ministry or province of an agency's id; nil
	// means that no names are known.
	AgencyName func(agencyID string) (string, bool)
	// Province is the agency id of the province in which the program stands, "H55"; its
	// places come first. Empty: none does.
	Province string
	Topics
	// Review returns an office's corrections to a procedure's page, nil for none. A nil
	// function means that there are no reviews.
	Review func(Procedure) *Review
	Linked func(code string) []linked.Group // procedures done together; nil: none are known
	// ReplacedBy returns what an office's file says to replace a procedure, without its
	// name; it is said of abolished ones alone. Nil means that nothing is known.
	ReplacedBy func(code string) (linked.Successor, bool)
	// Now is the clock; nil means time.Now.
	Now func() time.Time
	// Offline asks only local copies.
	Offline bool
	// Sample says that the answers are made up.
	Sample bool
}

// Service answers the two questions. It chooses the route, keeps answers for a short
// time, labels them with source and date, and remembers which source is down since
// when. It is safe for concurrent use: one Service serves all sessions of a process.
type Service struct {
	cfg    ServiceConfig
	health *healthRecord
	kept   *recent.Personal[DossierQuery, Answer[Dossier]]
	shown  *recent.Map[string, Answer[Procedure]] // public texts, for the time when a portal is down

	searches flight.Group[Query, found[SearchResult]]
	details  flight.Group[string, found[Procedure]]
	tracks   flight.Group[DossierQuery, Answer[Dossier]] // by the code as it is sent, see kept
}

// found is an answer, and whether a portal gave it just now.
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
	s := &Service{cfg: cfg, health: newHealthRecord()}
	s.kept = recent.NewPersonal[DossierQuery, Answer[Dossier]](dossierMost, dossierKept)
	s.shown = recent.New[string, Answer[Procedure]](128) // at some 30 KB each a few MB
	return s
}

// Now is the service's clock.
func (s *Service) Now() time.Time { return s.cfg.Now() }

// Calendar counts working days; nil when none was configured.
func (s *Service) Calendar() *workday.Calendar { return s.cfg.Calendar }

// Sample tells whether the answers are made up.
func (s *Service) Sample() bool { return s.cfg.Sample }

// Popular lists the n procedures that people ask for most, without those that nobody takes
// any more.
func (s *Service) Popular(n int) []Hit {
	if s.cfg.Popular == nil {
		return nil
	}
	list := slices.DeleteFunc(slices.Clone(s.cfg.Popular(n+sparePopular)), s.goneHit)
	return list[:min(n, len(list))]
}

// sparePopular is how many abolished ones may be among the most popular.
const sparePopular = 10

// Sources returns how each source did when it was last asked.
func (s *Service) Sources() []SourceHealth { return s.health.all() }

// Watch registers w for the outcome of look-ups from now on.
func (s *Service) Watch(w SourceWatcher) { s.health.watch(w) }

// Heard records what something other than a look-up learnt about a source: a sync
// of the catalogue asks the portals too. err is nil when the source answered; an error
// that is not about the source is ignored.
func (s *Service) Heard(src SourceName, err error) {
	if err == nil || errors.Is(err, ErrUnavailable) {
		_ = s.health.note(src, s.Now(), err)
	}
}

// Search finds procedures by words or code: in the copy on this machine, and at the
// portals when the copy may lack something. Without a copy the portals are asked; when
// one is down, another source answers, marked stale. When nothing matches anywhere the
// nearest procedures of the copy are returned. Identical searches in flight share one
// request. With Query.Kept no portal is asked and nothing is waited for: the copy
// answers and says whether a portal may know more.
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
	mention := s.mentioned(&q)
	a, err := s.search(ctx, q)
	a.Value.Mention, a.Value.Hits = mention, s.markAbolished(ctx, a.Value.Hits)
	return a, err
}

// mentioned takes a place out of a question, because a procedure is the same in all of
// them: "đăng ký khai sinh ở xã Cường Lợi cũ" asks for "đăng ký khai sinh". A question
// for nothing else stays as it is. nil: no place is named.
func (s *Service) mentioned(q *Query) *place.Mention {
	if s.cfg.Gazetteer == nil {
		return nil
	}
	m, ok := s.cfg.Gazetteer.Mentioned(q.Words, s.cfg.Province)
	if !ok {
		return nil
	}
	if m.Rest != "" {
		q.Words = m.Rest
	}
	return &m
}

func (s *Service) search(ctx context.Context, q Query) (Answer[SearchResult], error) {
	kept, ok := s.searchKept(ctx, q)
	if ok {
		return kept, nil
	}
	if q.Kept {
		kept.Value.Provisional = true
		return kept, nil
	}
	a, err := s.searches.Do(ctx, q, func(ctx context.Context, _ *trace.Asked) (found[SearchResult], error) {
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
	return kept, nil // the nearest are an answer, marked stale
}

// joined fills what the source left open with what the catalogue knows about the
// procedure; what the source said stays. A portal's list has no levels, so the filter by
// level is applied here.
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

// Show finds one procedure by its code. A detail that was fetched a short while ago is
// returned from the copy; otherwise the portal is asked. While the portal is down, the
// stored or last shown detail answers, then what the catalogue knows. Identical
// look-ups in flight share one request. Every answer carries the office's review of the
// page, wherever the answer comes from.
func (s *Service) Show(ctx context.Context, code string) (Answer[Procedure], error) {
	a, err := s.show(ctx, code)
	return s.marked(ctx, a, err == nil), err
}

// marked adds what is known here of the procedure of an answer.
func (s *Service) marked(ctx context.Context, a Answer[Procedure], ok bool) Answer[Procedure] {
	a.Value.Abolished = s.gone(a.Value.Code, a.Value.Abolished)
	if ok && a.Value.Abolished {
		a.Successor = s.successor(ctx, a.Value.Code)
	}
	if ok && s.cfg.Review != nil {
		a.Review = s.cfg.Review(a.Value)
	}
	if ok && s.cfg.Linked != nil {
		a.Linked = s.cfg.Linked(a.Value.Code)
	}
	return a
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
	a, err := s.details.Do(ctx, canonical, func(ctx context.Context, _ *trace.Asked) (found[Procedure], error) {
		a, err := askInOrder(ctx, s, func(ctx context.Context, src ProcedureSource) (Procedure, error) {
			return s.procedureFrom(ctx, src, canonical)
		})
		if err == nil && a.live {
			s.shown.Keep(canonical, a.Answer)
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

// KeptProcedure returns what this machine has of a procedure: the whole page as it was
// stored or last shown, else the heading from the catalogue. It asks no portal and does
// not wait, so it can be shown while Show asks a portal that may never answer. ok is
// false when nothing is known.
func (s *Service) KeptProcedure(ctx context.Context, code string) (a Answer[Procedure], ok bool) {
	a, ok = s.keptProcedure(ctx, code)
	return s.marked(ctx, a, ok), ok
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

// lastShown returns the whole procedure as it was stored or last shown, marked stale.
func (s *Service) lastShown(ctx context.Context, code string) (Answer[Procedure], bool) {
	old, ok := s.shown.Find(code)
	if s.cfg.Keeper != nil {
		if kept, _, held := s.cfg.Keeper.Kept(ctx, code); held && (!ok || kept.AsOf.After(old.AsOf)) {
			old, ok = kept, true
		}
	}
	old.Stale = true
	return old, ok
}

// askInOrder asks live sources before local copies. The answer of a copy is marked
// stale when a live source should have given it, including when none may be asked.
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
			// Somebody who is typing must not wait for a time-out at every letter.
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
