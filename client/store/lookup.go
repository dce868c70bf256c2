package store

import (
	"context"
	"slices"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/facts"
	"motcua/client/find"
)

// defaultLimit is how many hits an answer holds when the query does not say.
const defaultLimit = 50

var _ client.Keeper = (*Store)(nil)

// Source names whose catalogue answers: the portal's once it was read, the
// binary's before.
func (s *Store) Source() client.SourceName {
	if s.Synced() {
		return client.SourceName{ID: "store", Name: s.opts.Portal.Name}
	}
	return new(facts.Catalogue).Source()
}

// AsOf is when the list was last read from the portal, or the date of the
// catalogue in the binary. Of a reading that took long it is the beginning.
func (s *Store) AsOf() time.Time {
	_, asOf := s.serving()
	return asOf
}

// Synced tells whether the list was ever read from the portal.
func (s *Store) Synced() bool {
	number, _ := s.serving()
	return number != 0
}

// serving is the generation that answers just now. While a newer one is being
// read that is the one in memory: an answer must not carry the date of the next.
// What nobody has searched yet is not read for its date.
func (s *Store) serving() (number int64, asOf time.Time) {
	ctx := context.Background()
	if s.loaded.Load() != nil {
		if g, err := s.current(ctx); err == nil {
			return g.number, g.asOf
		}
	}
	h := s.look(ctx)
	return h.number, h.asOf
}

// Len is how many procedures the catalogue holds.
func (s *Store) Len(ctx context.Context) int {
	g, err := s.current(ctx)
	if err != nil {
		return 0
	}
	return len(g.entries)
}

// Known is the same of the catalogue that searches are answered from, for screens
// that are drawn at each key: it reads nothing, and is 0 until somebody has searched
// or called Len. A sync of this process is told at once, one of another with the
// next search.
func (s *Store) Known() int {
	g := s.loaded.Load()
	if g == nil {
		return 0
	}
	return len(g.entries)
}

// Popular are the n procedures that people bring most often to the counter of a
// ward or a province.
func (s *Store) Popular(n int) []client.Hit {
	g, err := s.current(context.Background())
	if err != nil {
		return nil
	}
	all := g.popular()
	hits := make([]client.Hit, 0, max(0, min(n, len(all))))
	for _, i := range all[:cap(hits)] {
		hits = append(hits, g.entries[i].hit())
	}
	return hits
}

// Search finds procedures in the catalogue as people ask for them; see package
// find. When nothing matches, the nearest are given as such. The only error that
// depends on the query is that of a context that ended.
func (s *Store) Search(ctx context.Context, q client.Query) (client.SearchResult, error) {
	g, err := s.current(ctx)
	if err != nil {
		return client.SearchResult{}, err
	}
	engine, err := g.engine()
	if err != nil {
		return client.SearchResult{}, err
	}
	if err := ctx.Err(); err != nil {
		return client.SearchResult{}, err
	}
	if q.Limit <= 0 {
		q.Limit = defaultLimit
	}
	r := engine.Search(q)
	if c, err := code.ParseProcedure(q.Words); err == nil {
		// A code is right or wrong: what its digits meet by chance helps nobody.
		r.Hits = slices.DeleteFunc(r.Hits, func(m find.Ranked) bool { return !strings.HasPrefix(m.Code, c.Base()) })
		r.Total, r.Near = len(r.Hits), false
	}
	out := client.SearchResult{Hits: make([]client.Hit, 0, len(r.Hits)), Total: r.Total, Near: r.Near}
	for _, m := range r.Hits {
		if e, ok := g.entry(m.Code); ok {
			h := e.hit()
			h.Matched = m.Matched
			out.Hits = append(out.Hits, h)
		}
	}
	return out, nil
}

// Procedure gives the kept detail, or what the list tells: no papers, fees or
// steps. A code of one case ("1.004194.01") or of a place
// ("1.001612.000.00.00.H48") finds the procedure it belongs to. An unknown code
// is client.ErrNotFound.
func (s *Store) Procedure(ctx context.Context, code string) (client.Procedure, error) {
	if a, _, ok := s.Kept(ctx, code); ok {
		return a.Value, nil
	}
	g, err := s.current(ctx)
	if err != nil {
		return client.Procedure{}, err
	}
	for _, form := range codeForms(code) {
		if e, ok := g.entry(form); ok {
			return e.procedure(), nil
		}
	}
	return client.Procedure{}, client.ErrNotFound
}

// ID is the portal's own id of a procedure in the list as it was last read, or
// empty: with it one request fetches a detail instead of two.
func (s *Store) ID(ctx context.Context, code string) string {
	g, err := s.current(ctx)
	if err != nil || g.number == 0 {
		return "" // some ids in the binary are shared by a family of procedures
	}
	e, ok := g.entry(code)
	if !ok {
		return ""
	}
	return e.id
}

// codeForms are a code itself and the procedure that a case or a place's
// edition belongs to.
func codeForms(rawCode string) []string {
	c, err := code.ParseProcedure(rawCode)
	if err != nil {
		return []string{strings.TrimSpace(rawCode)}
	}
	if c.String() == c.Base() {
		return []string{c.Base()}
	}
	return []string{c.String(), c.Base()}
}
