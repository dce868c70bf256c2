package client_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// keeper is a copy on this machine whose content a test decides.
type keeper struct {
	portal
	synced  bool
	near    bool
	ids     map[string]string
	details map[string]client.Answer[client.Procedure]
	fresh   bool
}

func (k *keeper) Synced() bool { return k.synced }

func (k *keeper) Search(ctx context.Context, q client.Query) (client.SearchResult, error) {
	r, err := k.portal.Search(ctx, q)
	r.Near = k.near
	return r, err
}

func (k *keeper) Kept(_ context.Context, code string) (client.Answer[client.Procedure], bool, bool) {
	a, ok := k.details[code]
	return a, k.fresh && ok, ok
}

func (k *keeper) Keep(_ context.Context, a client.Answer[client.Procedure]) {
	k.details[a.Value.Code] = a
}

func (k *keeper) ID(_ context.Context, code string) string { return k.ids[code] }

func newKeeper() *keeper {
	return &keeper{
		portal:  portal{id: "kept", asOf: time.Date(2026, 11, 20, 8, 0, 0, 0, workday.Zone), hits: []client.Hit{{Code: "1.001193"}}},
		synced:  true,
		details: map[string]client.Answer[client.Procedure]{},
	}
}

func TestASearchInTheCopyCostsNoBytes(t *testing.T) {
	for _, c := range []struct {
		name     string
		words    string
		prepare  func(k *keeper, live *portal)
		offline  bool
		sample   bool
		source   string
		stale    bool
		askLive  int
		wantHits int
	}{
		{name: "a copy that was brought up to date", words: "khai sinh", source: "kept", wantHits: 1},
		{name: "what the copy does not find is not there", words: "xyz", source: "kept",
			prepare: func(k *keeper, _ *portal) { k.hits = nil }},
		{name: "what is near is offered as it is", words: "khai sih", source: "kept", wantHits: 1,
			prepare: func(k *keeper, _ *portal) { k.near = true }},
		{name: "a code that the copy lacks may be newer than it", words: "1.015999", source: "live", askLive: 1, wantHits: 1,
			prepare: func(k *keeper, live *portal) { k.hits = nil; live.hits = []client.Hit{{Code: "1.015999"}} }},
		{name: "a code that nobody has: what is near", words: "1.015999", source: "kept", askLive: 1, wantHits: 1,
			prepare: func(k *keeper, _ *portal) { k.near = true }},
		{name: "offline nobody else is asked", words: "1.015999", source: "kept", offline: true, stale: true,
			prepare: func(k *keeper, _ *portal) { k.hits = nil }},
		{name: "before the first sync the portal has the real one", words: "khai sinh", source: "live", askLive: 1, wantHits: 2,
			prepare: func(k *keeper, live *portal) { k.synced = false; live.hits = make([]client.Hit, 2) }},
		{name: "what came with the program where the portal finds less", words: "giấy chứng tử", source: "kept", askLive: 1, wantHits: 1,
			prepare: func(k *keeper, _ *portal) { k.synced = false }},
		{name: "or is down", words: "khai sinh", source: "kept", stale: true, askLive: 1, wantHits: 1,
			prepare: func(k *keeper, live *portal) { k.synced = false; live.err = down("live") }},
		{name: "sample data is what came with the program", words: "khai sinh", source: "kept", sample: true, wantHits: 1,
			prepare: func(k *keeper, live *portal) { k.synced = false; live.hits = make([]client.Hit, 2) }},
		{name: "and the portal where that has nothing", words: "việc mới", source: "live", askLive: 1, wantHits: 2,
			prepare: func(k *keeper, live *portal) { k.synced, k.hits = false, nil; live.hits = make([]client.Hit, 2) }},
		{name: "or only what is near", words: "việc mới", source: "live", askLive: 1, wantHits: 2,
			prepare: func(k *keeper, live *portal) { k.synced, k.near = false, true; live.hits = make([]client.Hit, 2) }},
		{name: "nobody has it: what is near", words: "việc mới", source: "kept", askLive: 1, wantHits: 1,
			prepare: func(k *keeper, _ *portal) { k.synced, k.near = false, true }},
		{name: "nobody can say more: what is near, stale", words: "việc mới", source: "kept", stale: true, askLive: 1, wantHits: 1,
			prepare: func(k *keeper, live *portal) { k.synced, k.near = false, true; live.err = down("live") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			k, live := newKeeper(), &portal{id: "live"}
			if c.prepare != nil {
				c.prepare(k, live)
			}
			s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live}, Keeper: k, Offline: c.offline, Sample: c.sample})
			a, err := s.Search(t.Context(), client.Query{Words: c.words})
			if err != nil {
				t.Fatal(err)
			}
			if a.Source.ID != c.source || a.Stale != c.stale || len(a.Value.Hits) != c.wantHits || live.asks != c.askLive {
				t.Errorf("from %s, stale %v, %d hits, portal asked %d times; want %s, %v, %d, %d",
					a.Source.ID, a.Stale, len(a.Value.Hits), live.asks, c.source, c.stale, c.wantHits, c.askLive)
			}
			if a.Source.ID == "kept" && !a.AsOf.Equal(k.asOf) {
				t.Errorf("as of %v, want the copy's %v", a.AsOf, k.asOf)
			}
		})
	}
}

// A portal's box orders by letters; the copy knows what people mean.
func TestAPortalsHitsComeInTheOrderOfWhatPeopleMean(t *testing.T) {
	k, live := newKeeper(), &portal{id: "live", hits: []client.Hit{{Code: "1"}, {Code: "2"}, {Code: "3"}, {Code: "4"}}}
	k.synced, k.hits = false, []client.Hit{{Code: "3"}, {Code: "1"}}
	s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live}, Keeper: k})
	a, err := s.Search(t.Context(), client.Query{Words: "khai sinh"})
	if err != nil {
		t.Fatal(err)
	}
	var got string
	for _, h := range a.Value.Hits {
		got += h.Code
	}
	if got != "3124" || live.hits[0].Code != "1" {
		t.Errorf("order %s, want 3124, and the portal's own list untouched", got)
	}
}

// procedurePortal also finds by id, as the national portal does.
type procedurePortal struct {
	portal
	byID map[string]string // id: code
	ids  int
}

func (p *procedurePortal) ProcedureByID(_ context.Context, id string) (client.Procedure, error) {
	p.ids++
	if p.err != nil {
		return client.Procedure{}, p.err
	}
	code, ok := p.byID[id]
	if !ok {
		return client.Procedure{}, client.ErrNotFound
	}
	return client.Procedure{Code: code, Name: p.id}, nil
}

func TestShowAsksThePortalWhenTheCopyIsOld(t *testing.T) {
	yesterday := time.Date(2026, 11, 23, 8, 0, 0, 0, workday.Zone)
	kept := client.Answer[client.Procedure]{Value: client.Procedure{Code: "1.001193", Name: "kept"}, AsOf: yesterday, Source: client.SourceName{ID: "live"}}
	for _, c := range []struct {
		name    string
		fresh   bool
		offline bool
		err     error
		want    string // name of the procedure
		stale   bool
		asks    int
		wantErr error
	}{
		{name: "fresh: no byte on the line", fresh: true, want: "kept"},
		{name: "old: the portal", want: "live", asks: 1},
		{name: "old and the portal is down: as of then", err: down("live"), want: "kept", stale: true, asks: 1},
		{name: "fresh and offline: as of then", fresh: true, offline: true, want: "kept", stale: true},
		{name: "old and offline: as of then", offline: true, want: "kept", stale: true},
		{name: "the portal knows it no more", err: client.ErrNotFound, wantErr: client.ErrNotFound, asks: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			k, live := newKeeper(), &portal{id: "live", err: c.err}
			k.details["1.001193"], k.fresh = kept, c.fresh
			s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live}, Keeper: k, Offline: c.offline})
			a, err := s.Show(t.Context(), "1001193")
			if !errors.Is(err, c.wantErr) {
				t.Fatal(err)
			}
			if a.Value.Name != c.want || a.Stale != c.stale || live.asks != c.asks {
				t.Errorf("%q, stale %v, portal asked %d times; want %q, %v, %d", a.Value.Name, a.Stale, live.asks, c.want, c.stale, c.asks)
			}
			if c.want == "kept" && !a.AsOf.Equal(yesterday) {
				t.Errorf("as of %v, want %v", a.AsOf, yesterday)
			}
		})
	}
}

func TestShowKeepsWhatThePortalGave(t *testing.T) {
	k, live := newKeeper(), &portal{id: "live"}
	s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live}, Keeper: k})
	if _, err := s.Show(t.Context(), "1.004194"); err != nil {
		t.Fatal(err)
	}
	if a, ok := k.details["1.004194"]; !ok || a.Source.ID != "live" || a.AsOf.IsZero() {
		t.Errorf("kept %+v, want the portal's answer", a)
	}
	// What the catalogue tells of it is no detail and must not take its place.
	live.err = down("live")
	if a, err := s.Show(t.Context(), "1.001193"); err != nil || !a.Stale || a.Source.ID != "kept" {
		t.Errorf("never shown and down: %+v, %v, want the catalogue's line", a, err)
	}
	if _, ok := k.details["1.001193"]; ok {
		t.Error("a line of the catalogue was kept as a detail")
	}
}

func TestShowFindsByTheKnownID(t *testing.T) {
	k := newKeeper()
	k.ids = map[string]string{"1.001193": "id-1", "1.004194": "old-id", "1.000001": "shared-id"}
	live := &procedurePortal{portal: portal{id: "live"}, byID: map[string]string{"id-1": "1.001193", "shared-id": "1.000002"}}
	s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live}, Keeper: k})
	for _, c := range []struct {
		code      string
		ids, asks int
	}{
		{"1.001193", 1, 0}, // one request instead of two
		{"1.004194", 1, 1}, // published anew under another id
		{"1.000001", 1, 1}, // the id is another's
		{"1.000003", 0, 1}, // no id known
	} {
		live.ids, live.asks = 0, 0
		a, err := s.Show(t.Context(), c.code)
		if err != nil || a.Value.Code != c.code || live.ids != c.ids || live.asks != c.asks {
			t.Errorf("%s: got %s, %v, by id %d, by code %d; want %d, %d", c.code, a.Value.Code, err, live.ids, live.asks, c.ids, c.asks)
		}
	}
	// A portal that is down is not asked a second time by code.
	live.err, live.ids, live.asks = down("live"), 0, 0
	k.ids["1.000009"] = "id-9"
	_, _ = s.Show(t.Context(), "1.000009")
	if live.ids != 1 || live.asks != 0 {
		t.Errorf("down: asked %d times by id and %d by code, want 1 and 0", live.ids, live.asks)
	}
}

func TestSearchKeepsToTheLevel(t *testing.T) {
	live := &portal{id: "live", hits: []client.Hit{{Code: "1.000001"}, {Code: "1.000002"}, {Code: "1.000003"}}}
	s := client.NewService(client.ServiceConfig{
		Procedures: []client.ProcedureSource{live},
		Known: func(code string) (client.Hit, bool) {
			level := map[string]client.Level{"1.000001": client.LevelWard, "1.000002": client.LevelMinistry}[code]
			return client.Hit{Levels: []client.Level{level}}, level != 0
		},
	})
	a, err := s.Search(t.Context(), client.Query{Words: "x", Level: client.LevelWard})
	if err != nil || len(a.Value.Hits) != 1 || a.Value.Hits[0].Code != "1.000001" || a.Value.Total != 1 {
		t.Errorf("got %+v, %v, want the ward's one", a.Value, err)
	}
}

// Nobody waits for a portal to see what is on this machine.
func TestTheCopyAnswersAtOnce(t *testing.T) {
	for _, c := range []struct {
		name        string
		words       string
		prepare     func(k *keeper)
		offline     bool
		sample      bool
		provisional bool
		hits        int
	}{
		{name: "synced", words: "khai sinh", hits: 1},
		{name: "synced, and has nothing", words: "xyz", prepare: func(k *keeper) { k.hits = nil }},
		{name: "synced, a code that may be newer", words: "1.015999", prepare: func(k *keeper) { k.hits = nil }, provisional: true},
		{name: "as it came", words: "khai sinh", prepare: func(k *keeper) { k.synced = false }, provisional: true, hits: 1},
		{name: "as it came, near", words: "khai sih", prepare: func(k *keeper) { k.synced, k.near = false, true }, provisional: true, hits: 1},
		{name: "as it came, and has nothing", words: "xyz", prepare: func(k *keeper) { k.synced, k.hits = false, nil }, provisional: true},
		{name: "offline", words: "khai sinh", offline: true, prepare: func(k *keeper) { k.synced = false }, hits: 1},
		{name: "sample data", words: "khai sinh", sample: true, prepare: func(k *keeper) { k.synced = false }, hits: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			k, live := newKeeper(), &portal{id: "live", hits: make([]client.Hit, 2)}
			if c.prepare != nil {
				c.prepare(k)
			}
			s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live}, Keeper: k, Offline: c.offline, Sample: c.sample})
			a, err := s.Search(t.Context(), client.Query{Words: c.words, Kept: true})
			if err != nil || a.Value.Provisional != c.provisional || len(a.Value.Hits) != c.hits || live.asks != 0 {
				t.Errorf("%+v, %v, portal asked %d times", a, err, live.asks)
			}
			if !a.AsOf.Equal(k.asOf) || a.Source.ID != "kept" {
				t.Errorf("as of %v from %v", a.AsOf, a.Source)
			}
		})
	}
	t.Run("without a copy", func(t *testing.T) {
		live := &portal{id: "live", hits: make([]client.Hit, 2)}
		s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live}})
		a, err := s.Search(t.Context(), client.Query{Words: "x", Kept: true})
		if err != nil || !a.Value.Provisional || len(a.Value.Hits) != 0 || live.asks != 0 {
			t.Errorf("%+v, %v, asked %d times", a, err, live.asks)
		}
	})
}

// What this machine has of a procedure is given without a word to a portal.
func TestKeptProcedureAsksNobody(t *testing.T) {
	kept := client.Answer[client.Procedure]{Value: client.Procedure{Code: "1.001193", Name: "kept"}, AsOf: time.Date(2026, 11, 2, 9, 0, 0, 0, workday.Zone)}
	k, live := newKeeper(), &portal{id: "live"}
	k.details["1.001193"] = kept
	s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live}, Keeper: k})
	if a, ok := s.KeptProcedure(t.Context(), "1001193"); !ok || a.Value.Name != "kept" || a.Stale || !a.AsOf.Equal(kept.AsOf) {
		t.Errorf("the whole: %+v, %v", a, ok)
	}
	if a, ok := s.KeptProcedure(t.Context(), "1.004194"); !ok || a.Source.ID != "kept" || a.AsOf.IsZero() {
		t.Errorf("the heading: %+v, %v", a, ok)
	}
	for _, code := range []string{"khai sinh", ""} {
		if a, ok := s.KeptProcedure(t.Context(), code); ok {
			t.Errorf("%q: %+v", code, a)
		}
	}
	if live.asks > 0 {
		t.Errorf("the portal was asked %d times", live.asks)
	}
	if a, ok := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live}}).KeptProcedure(t.Context(), "1.004194"); ok || live.asks > 0 {
		t.Errorf("without a copy: %+v", a)
	}
}
