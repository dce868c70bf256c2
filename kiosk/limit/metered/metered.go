// Package metered charges the look-ups that people make over SSH and at kiosks.
package metered

import (
	"context"
	"time"

	"motcua/client"
	"motcua/client/decision"
	"motcua/client/form"
	"motcua/client/notice"
	"motcua/client/place"
	"motcua/client/quality"
	"motcua/client/rank"
	"motcua/client/unit"
	"motcua/client/workday"
	"motcua/kiosk/limit"
)

// Lookups are the look-ups that people make over SSH and at kiosks. This type decides what each
// method of [client.Lookups] costs. It embeds nothing, so a new method does not compile here
// until its cost is decided.
type Lookups struct {
	Service client.Lookups
	// Dossier makes a look-up of a dossier by track, charged to a budget, see [limit.Track].
	Dossier func(ctx context.Context, q client.DossierQuery, track limit.TrackFunc) (client.Answer[client.Dossier], error)
	// Portal is called before each look-up that asks a portal and reveals nothing about a
	// person. It may wait, or return an error to refuse the look-up. done is called with the
	// result. Nil: they cost nothing.
	Portal func(ctx context.Context, kind Kind) (done func(source string, err error), err error)
}

var _ client.Lookups = Lookups{}

// Kind is a kind of look-up, as a word for metrics.
type Kind string

// The kinds.
const (
	KindTrack   Kind = "track"
	KindSearch  Kind = "search"
	KindShow    Kind = "show"
	KindPlace   Kind = "place"
	KindUnits   Kind = "units"
	KindQuality Kind = "quality"
	KindRanks   Kind = "ranks"
	KindNotices Kind = "notices"
	KindDecide  Kind = "decisions"
	KindForm    Kind = "form"
)

// Track is charged as Dossier says.
func (m Lookups) Track(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
	return m.Dossier(ctx, q, m.Service.Track)
}

// Search is charged as Portal says.
func (m Lookups) Search(ctx context.Context, q client.Query) (client.Answer[client.SearchResult], error) {
	return portal(ctx, m, KindSearch, func() (client.Answer[client.SearchResult], error) { return m.Service.Search(ctx, q) })
}

// Show is charged as Portal says.
func (m Lookups) Show(ctx context.Context, code string) (client.Answer[client.Procedure], error) {
	return portal(ctx, m, KindShow, func() (client.Answer[client.Procedure], error) { return m.Service.Show(ctx, code) })
}

// Form is charged as Portal says, because a file is as large as many pages. Today only the
// local command fetches forms, so no call comes over SSH.
func (m Lookups) Form(ctx context.Context, f client.Form) (client.Answer[form.File], error) {
	return portal(ctx, m, KindForm, func() (client.Answer[form.File], error) { return m.Service.Form(ctx, f) })
}

// Places is charged as Portal says, because it searches fourteen thousand names.
func (m Lookups) Places(ctx context.Context, q place.Query) (client.Answer[place.Result], error) {
	return portal(ctx, m, KindPlace, func() (client.Answer[place.Result], error) { return m.Service.Places(ctx, q) })
}

// Units is charged as Portal says.
func (m Lookups) Units(ctx context.Context, q unit.Query) (client.Answer[unit.Result], error) {
	return portal(ctx, m, KindUnits, func() (client.Answer[unit.Result], error) { return m.Service.Units(ctx, q) })
}

// Shares is charged as Portal says.
func (m Lookups) Shares(ctx context.Context) (client.Answer[unit.Shares], error) {
	return portal(ctx, m, KindUnits, func() (client.Answer[unit.Shares], error) { return m.Service.Shares(ctx) })
}

// Quality is charged as Portal says, though it is up to seven requests: for this place's
// province they are kept for a day, and all sessions share them.
func (m Lookups) Quality(ctx context.Context, q quality.Query) (client.Answer[quality.Report], error) {
	return portal(ctx, m, KindQuality, func() (client.Answer[quality.Report], error) { return m.Service.Quality(ctx, q) })
}

// Ranks is charged as Portal says, because a page of it is long.
func (m Lookups) Ranks(ctx context.Context, q rank.Query) (client.Answer[rank.Result], error) {
	return portal(ctx, m, KindRanks, func() (client.Answer[rank.Result], error) { return m.Service.Ranks(ctx, q) })
}

// Notices is charged as Portal says.
func (m Lookups) Notices(ctx context.Context) (client.Answer[notice.List], error) {
	return portal(ctx, m, KindNotices, func() (client.Answer[notice.List], error) { return m.Service.Notices(ctx) })
}

// Notice is charged as Portal says.
func (m Lookups) Notice(ctx context.Context, id string) (client.Answer[notice.Full], error) {
	return portal(ctx, m, KindNotices, func() (client.Answer[notice.Full], error) { return m.Service.Notice(ctx, id) })
}

// Decisions is charged as Portal says.
func (m Lookups) Decisions(ctx context.Context, q decision.Query) (client.Answer[decision.List], error) {
	return portal(ctx, m, KindDecide, func() (client.Answer[decision.List], error) { return m.Service.Decisions(ctx, q) })
}

// Decision is charged as Portal says.
func (m Lookups) Decision(ctx context.Context, id string) (client.Answer[decision.Full], error) {
	return portal(ctx, m, KindDecide, func() (client.Answer[decision.Full], error) { return m.Service.Decision(ctx, id) })
}

// portal makes a look-up after Portal has admitted it.
func portal[T any](ctx context.Context, m Lookups, kind Kind, look func() (client.Answer[T], error)) (client.Answer[T], error) {
	if m.Portal == nil {
		return look()
	}
	done, err := m.Portal(ctx, kind)
	if err != nil {
		return client.Answer[T]{}, err
	}
	a, err := look()
	done(a.Source.ID, err)
	return a, err
}

// The following ask no portal and reveal nothing about a person, so they cost nothing.

// KeptProcedure costs nothing.
func (m Lookups) KeptProcedure(ctx context.Context, code string) (client.Answer[client.Procedure], bool) {
	return m.Service.KeptProcedure(ctx, code)
}

// Popular costs nothing.
func (m Lookups) Popular(n int) []client.Hit { return m.Service.Popular(n) }

// Sources costs nothing.
func (m Lookups) Sources() []client.SourceHealth { return m.Service.Sources() }

// Calendar costs nothing.
func (m Lookups) Calendar() *workday.Calendar { return m.Service.Calendar() }

// Now costs nothing.
func (m Lookups) Now() time.Time { return m.Service.Now() }
