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

// defaultLimit is the number of hits when the query sets none.
const defaultLimit = 50

var _ client.Keeper = (*Store)(nil)

// Source names the origin of the catalogue that answers: the portal once its list was
// read, before that the program itself.
func (s *Store) Source() client.SourceName {
	if s.Synced() {
		return client.SourceName{ID: "store", Name: s.opts.Portal.Name}
	}
	return new(facts.Catalogue).Source()
}

// AsOf is when the list was last read from the portal, or the date of the shipped
// catalogue. For a reading that took long it is the beginning.
func (s *Store) AsOf() time.Time {
	_, asOf := s.serving()
	return asOf
}

// Synced reports whether the list was ever read from the portal.
func (s *Store) Synced() bool {
	number, _ := s.serving()
	return number != 0
}

// serving returns the generation that answers now. While a newer one is being read it is
// the one in memory: an answer must not carry the date of the next. It does not read a
// generation that nobody has searched yet.
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

// Len returns the number of procedures in the catalogue.
func (s *Store) Len(ctx context.Context) int {
	g, err := s.current(ctx)
	if err != nil {
		return 0
	}
	return len(g.entries)
}

// Known is Len for the catalogue in memory, for screens that are drawn at each key: it
// reads nothing, and is 0 until somebody has searched or called Len. It reflects a sync of
// this process at once, and one of another process after the next search.
func (s *Store) Known() int {
	g := s.loaded.Load()
	if g == nil {
		return 0
	}
	return len(g.entries)
}

// Popular returns the n procedures that people bring most often to the counter of a ward
// or a province.
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

// Search finds procedures in the catalogue; see package find. When nothing matches, it
// returns the nearest and says so. Only the end of the context is an error that depends on
// the call.
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
		// A code is right or wrong: procedures that share some of its digits help nobody.
		r.Hits = slices.DeleteFunc(r.Hits, func(m find.Ranked) bool { return !strings.HasPrefix(m.Code, c.Base()) })
		r.Total, r.Near = len(r.Hits), false
	}
	out := client.SearchResult{Hits: make([]client.Hit, 0, len(r.Hits)), Total: r.Total, Near: r.Near, Outside: r.Outside, Wishes: r.Wishes}
	for _, m := range r.Hits {
		if e, ok := g.entry(m.Code); ok {
			h := e.hit()
			h.Matched, h.MatchedEnglish, h.Wish = m.Matched, m.English, m.Wish
			out.Hits = append(out.Hits, h)
		}
	}
	return out, nil
}

// Procedure returns the stored detail, or what the list says: no papers, fees or steps.
// The code of one case ("1.004194.01") or of a province's edition
// ("1.001612.000.00.00.H48") finds the procedure it belongs to. An unknown code returns
// client.ErrNotFound.
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

// ID returns the portal's own id of a procedure from the list as it was last read, or "".
// With the id a detail needs one request instead of two.
func (s *Store) ID(ctx context.Context, code string) string {
	g, err := s.current(ctx)
	if err != nil || g.number == 0 {
		return "" // in the shipped catalogue some procedures share an id
	}
	e, ok := g.entry(code)
	if !ok {
		return ""
	}
	return e.id
}

// codeForms returns a code and the procedure that a case or a province's edition belongs
// to.
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
