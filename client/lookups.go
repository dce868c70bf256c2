package client

import (
	"cmp"
	"context"
	"errors"
	"time"

	"motcua/client/decision"
	"motcua/client/form"
	"motcua/client/notice"
	"motcua/client/place"
	"motcua/client/quality"
	"motcua/client/rank"
	"motcua/client/unit"
	"motcua/client/workday"
)

// Lookups are what can be asked of a Service. Screens and commands know these alone, so
// that a server puts budgets before them and a test gives answers of its own.
type Lookups interface {
	Track(ctx context.Context, q DossierQuery) (Answer[Dossier], error)
	Search(ctx context.Context, q Query) (Answer[SearchResult], error)
	Show(ctx context.Context, code string) (Answer[Procedure], error)
	KeptProcedure(ctx context.Context, code string) (Answer[Procedure], bool)
	Form(ctx context.Context, f Form) (Answer[form.File], error)
	Places(ctx context.Context, q place.Query) (Answer[place.Result], error)
	Units(ctx context.Context, q unit.Query) (Answer[unit.Result], error)
	Shares(ctx context.Context) (Answer[unit.Shares], error)
	Quality(ctx context.Context, q quality.Query) (Answer[quality.Report], error)
	Ranks(ctx context.Context, q rank.Query) (Answer[rank.Result], error)
	Notices(ctx context.Context) (Answer[notice.List], error)
	Notice(ctx context.Context, id string) (Answer[notice.Full], error)
	Decisions(ctx context.Context, q decision.Query) (Answer[decision.List], error)
	Decision(ctx context.Context, id string) (Answer[decision.Full], error)
	Popular(n int) []Hit
	Sources() []SourceHealth
	Calendar() *workday.Calendar
	Now() time.Time
}

var _ Lookups = (*Service)(nil)

// Topics are the sources of what can be asked besides dossiers and procedures. A source that
// is nil means that nobody here knows.
type Topics struct {
	Gazetteer place.Gazetteer // places, old and new
	Units     UnitSource
	Quality   QualitySource
	Ranks     rank.Book // the yearly indexes
	Notices   NoticeSource
	Decisions DecisionSource
}

// UnitSource knows the units that take dossiers, which of them take a procedure, and which
// procedures are abolished. Its answers say whether they come from a copy.
type UnitSource interface {
	Units(ctx context.Context, q unit.Query) (Answer[unit.Result], error)
	Shares(ctx context.Context) (Answer[unit.Shares], error)
	// Abolished tells of a procedure by its code, from what is on this machine alone.
	Abolished(code string) bool
}

// QualitySource knows how good the service of units is, and says itself when an answer is
// what this machine keeps. ErrNotFound: there is no such unit, or no figure for the period.
type QualitySource interface {
	Quality(ctx context.Context, q quality.Query) (Answer[quality.Report], error)
}

// NoticeSource knows what is posted, and says itself when an answer is what this machine keeps.
// ErrNotFound: there is no such notice.
type NoticeSource interface {
	Notices(ctx context.Context) (Answer[notice.List], error)
	Notice(ctx context.Context, id string) (Answer[notice.Full], error)
}

// DecisionSource answers about decisions that publish procedures, and says itself when an
// answer is what this machine keeps. ErrNotFound: there is no such decision, agency or field.
type DecisionSource interface {
	List(ctx context.Context, q decision.Query) (Answer[decision.List], error)
	Full(ctx context.Context, id string) (Answer[decision.Full], error)
}

// Places tells what a place is called today. The names ship in the binary, so the answer
// needs no network. ErrNotFound: nobody has heard of such a place.
func (s *Service) Places(ctx context.Context, q place.Query) (Answer[place.Result], error) {
	if err := ctx.Err(); err != nil {
		return Answer[place.Result]{}, err
	}
	if s.cfg.Gazetteer == nil {
		return Answer[place.Result]{}, ErrNotFound
	}
	if q.Near == "" {
		q.Near = s.cfg.Province
	}
	r := s.cfg.Gazetteer.Find(q)
	a := Answer[place.Result]{Value: r, AsOf: s.cfg.Gazetteer.AsOf()}
	a.Source.ID, a.Source.Name = s.cfg.Gazetteer.Source()
	if len(r.Places) == 0 {
		return a, ErrNotFound
	}
	return a, nil
}

// Units finds units, or those that take a procedure. ErrNotFound: there is none.
func (s *Service) Units(ctx context.Context, q unit.Query) (Answer[unit.Result], error) {
	a, err := noted(ctx, s, s.cfg.Units != nil, ErrNotFound, func() (Answer[unit.Result], error) { return s.cfg.Units.Units(ctx, q) })
	a.Value.Taking = s.replaced(ctx, a.Value.Taking)
	return a, err
}

// Shares tells how many procedures can be done online.
func (s *Service) Shares(ctx context.Context) (Answer[unit.Shares], error) {
	return noted(ctx, s, s.cfg.Units != nil, ErrNotFound, func() (Answer[unit.Shares], error) { return s.cfg.Units.Shares(ctx) })
}

// Quality tells how good the service of a unit is, by Decision 766.
func (s *Service) Quality(ctx context.Context, q quality.Query) (Answer[quality.Report], error) {
	return noted(ctx, s, s.cfg.Quality != nil, ErrNotFound, func() (Answer[quality.Report], error) { return s.cfg.Quality.Quality(ctx, q) })
}

// Ranks tells how provinces were ranked, year by year. ErrNotFound: nothing is known of the
// units that are asked for.
func (s *Service) Ranks(ctx context.Context, q rank.Query) (a Answer[rank.Result], err error) {
	if err := ctx.Err(); err != nil || s.cfg.Ranks == nil {
		return a, cmp.Or(err, ErrNotFound)
	}
	list, own := s.cfg.Ranks.Entries()
	a.AsOf, a.Source.ID = s.cfg.Ranks.AsOf(), "ranks"
	a.Value = rank.Result{Lines: rank.Arrange(list, q, s.cfg.Province, s.cfg.Successor), Own: own}
	if len(a.Value.Lines) == 0 {
		return a, ErrNotFound
	}
	return a, nil
}

// Notices lists the office's notices and the portal's news.
func (s *Service) Notices(ctx context.Context) (Answer[notice.List], error) {
	return noted(ctx, s, s.cfg.Notices != nil, ErrNotFound, func() (Answer[notice.List], error) { return s.cfg.Notices.Notices(ctx) })
}

// Notice is one of them by its ID.
func (s *Service) Notice(ctx context.Context, id string) (Answer[notice.Full], error) {
	return noted(ctx, s, s.cfg.Notices != nil, ErrNotFound, func() (Answer[notice.Full], error) { return s.cfg.Notices.Notice(ctx, id) })
}

// Decisions lists decisions, the newest first; without a source the error hands over. Of a
// query by procedure it looks the number of the procedure's decision up, unless it is given.
func (s *Service) Decisions(ctx context.Context, q decision.Query) (Answer[decision.List], error) {
	q.Agency = cmp.Or(q.Agency, s.cfg.Province)
	if q.Procedure != "" && q.Number == "" && s.cfg.Decisions != nil {
		if p, err := s.Show(ctx, q.Procedure); err == nil {
			q.Number, q.Field = p.Value.Decision.Number, p.Value.Field
		}
	}
	return noted(ctx, s, s.cfg.Decisions != nil, &HandOverError{URL: decision.PortalPage}, func() (Answer[decision.List], error) { return s.cfg.Decisions.List(ctx, q) })
}

// Decision tells what the decision with an ID does.
func (s *Service) Decision(ctx context.Context, id string) (Answer[decision.Full], error) {
	return noted(ctx, s, s.cfg.Decisions != nil, &HandOverError{URL: decision.PortalPage}, func() (Answer[decision.Full], error) { return s.cfg.Decisions.Full(ctx, id) })
}

// noted makes a look-up at a source that dates its answers itself, and notes how it went.
// none is the error where there is no such source.
func noted[T any](ctx context.Context, s *Service, has bool, none error, ask func() (Answer[T], error)) (a Answer[T], err error) {
	if err = ctx.Err(); err != nil || !has {
		return a, cmp.Or(err, none)
	}
	began := s.Now()
	a, err = ask()
	var down *UnavailableError
	switch {
	case errors.As(err, &down) && ctx.Err() == nil:
		err = s.health.note(down.Source, s.Now(), err)
	case err == nil && !a.AsOf.Before(began): // not a copy
		_ = s.health.note(a.Source, s.Now(), nil)
	}
	return a, err
}
