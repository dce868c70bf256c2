package client_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/place"
)

// oneVillage knows xã Cường Lợi.
type oneVillage struct{}

func (oneVillage) AsOf() time.Time           { return time.Date(2025, 7, 1, 0, 0, 0, 0, time.UTC) }
func (oneVillage) Source() (id, name string) { return "places", "" }
func (oneVillage) Find(q place.Query) place.Result {
	if q.Words != "cuong loi" || q.Near != "H55" {
		return place.Result{}
	}
	return place.Result{Total: 1, Places: []place.Place{{Name: "Xã Cường Lợi"}}}
}

func (oneVillage) Mentioned(words, near string) (place.Mention, bool) {
	switch {
	case near != "H55":
	case words == "khai sinh xã Cường Lợi":
		return place.Mention{Places: []place.Place{{Name: "Xã Cường Lợi"}}, Words: "xã Cường Lợi", Rest: "khai sinh"}, true
	case words == "xã Cường Lợi":
		return place.Mention{Places: []place.Place{{Name: "Xã Cường Lợi"}}, Words: words}, true
	}
	return place.Mention{}, false
}

// asked remembers what words a portal was asked for.
type asked struct {
	client.ProcedureSource
	words string
}

func (a *asked) Source() client.SourceName { return client.SourceName{ID: "asked"} }
func (a *asked) AsOf() time.Time           { return time.Time{} }
func (a *asked) Search(_ context.Context, q client.Query) (client.SearchResult, error) {
	a.words = q.Words
	return client.SearchResult{}, nil
}

// A procedure is the same in all places: the portal is asked for the procedure alone.
func TestSearchTakesThePlaceOut(t *testing.T) {
	for words, sent := range map[string]string{
		"khai sinh xã Cường Lợi": "khai sinh", "xã Cường Lợi": "xã Cường Lợi", "khai sinh": "khai sinh",
	} {
		src := &asked{}
		s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{src}, Topics: client.Topics{Gazetteer: oneVillage{}}, Province: "H55"})
		a, err := s.Search(t.Context(), client.Query{Words: words})
		if err != nil || src.words != sent || (a.Value.Mention != nil) != (words != "khai sinh") {
			t.Errorf("%q: asked for %q, mention %v, %v", words, src.words, a.Value.Mention, err)
		}
	}
}

func TestPlaces(t *testing.T) {
	s := client.NewService(client.ServiceConfig{Topics: client.Topics{Gazetteer: oneVillage{}}, Province: "H55"})
	a, err := s.Places(t.Context(), place.Query{Words: "cuong loi"})
	if err != nil || a.Value.Total != 1 || a.AsOf.IsZero() || a.Source.ID != "places" {
		t.Errorf("got %+v, %v", a, err)
	}
	if _, err := s.Places(t.Context(), place.Query{Words: "nowhere"}); !errors.Is(err, client.ErrNotFound) {
		t.Errorf("got %v", err)
	}
	if _, err := client.NewService(client.ServiceConfig{}).Places(t.Context(), place.Query{Words: "x"}); !errors.Is(err, client.ErrNotFound) {
		t.Errorf("without names: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Places(ctx, place.Query{Words: "cuong loi"}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
