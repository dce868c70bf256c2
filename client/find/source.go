package find

import (
	"context"
	"sync"

	"motcua/client"
	"motcua/client/facts"
)

// Docs are the entries of a catalogue as the engine takes them.
func Docs(entries []facts.Entry) []Doc {
	docs := make([]Doc, len(entries))
	for i, e := range entries {
		agency, _ := facts.AgencyID(e.Agency)
		docs[i] = Doc{
			Code: e.Code, Name: e.Name, Field: e.Field, Agency: e.Agency, AgencyCode: agency,
			Levels: e.Levels, Weight: e.Weight,
		}
	}
	return docs
}

// Source is a catalogue that is searched by an engine. The engine is built on
// the first search.
func Source(c *facts.Catalogue) client.ProcedureSource {
	return &source{Catalogue: c, engine: sync.OnceValues(func() (*Engine, error) { return New(Docs(c.Entries()), Options{}) })}
}

type source struct {
	*facts.Catalogue
	engine func() (*Engine, error)
}

// defaultLimit is how many hits an answer holds when the query does not say.
const defaultLimit = 50

// Search finds procedures as people ask for them.
func (s *source) Search(ctx context.Context, q client.Query) (client.SearchResult, error) {
	if err := ctx.Err(); err != nil {
		return client.SearchResult{}, err
	}
	engine, err := s.engine()
	if err != nil {
		return client.SearchResult{}, err
	}
	if q.Limit <= 0 {
		q.Limit = defaultLimit
	}
	r := engine.Search(q)
	out := client.SearchResult{Hits: make([]client.Hit, 0, len(r.Hits)), Total: r.Total, Near: r.Near}
	for _, m := range r.Hits {
		if e, ok := s.Entry(m.Code); ok {
			hit := e.Hit()
			hit.Matched = m.Matched
			out.Hits = append(out.Hits, hit)
		}
	}
	return out, nil
}
