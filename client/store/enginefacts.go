package store

import (
	"context"

	"motcua/client"
	"motcua/client/facts"
)

// newEngine makes the store's engine.
func newEngine() Engine { return &plainEngine{} }

// plainEngine finds the words of a query as they stand: the search of the
// catalogue in the binary, over other entries.
type plainEngine struct{ catalogue *facts.Catalogue }

func (e *plainEngine) Build(docs []Doc) {
	entries := make([]facts.Entry, len(docs))
	for i, d := range docs {
		agency := d.Agency
		if name, ok := facts.AgencyName(d.AgencyCode); ok {
			agency = name
		}
		entries[i] = facts.Entry{Code: d.Code, Name: d.Name, Field: d.Field, Agency: agency, Levels: d.Levels, Weight: d.Weight}
	}
	e.catalogue = facts.NewCatalogue(entries, facts.AsOf)
}

func (e *plainEngine) Search(q client.Query) []Ranked {
	q.Limit = e.catalogue.Len()
	found, err := e.catalogue.Search(context.Background(), q)
	if err != nil {
		return nil
	}
	var ranked []Ranked
	for i, h := range found.Hits {
		if q.Level == 0 || hasLevel(h.Levels, q.Level) {
			ranked = append(ranked, Ranked{Code: h.Code, Score: float64(len(found.Hits) - i)})
		}
	}
	return ranked
}

func hasLevel(levels []client.Level, want client.Level) bool {
	for _, l := range levels {
		if l == want {
			return true
		}
	}
	return false
}
