package client_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/trace"
	"motcua/client/workday"
)

// portal is a procedure source whose next answers a test decides.
type portal struct {
	id   string
	asOf time.Time
	err  error
	hits []client.Hit
	asks int
}

func (p *portal) Source() client.SourceName { return client.SourceName{ID: p.id, Name: p.id} }
func (p *portal) AsOf() time.Time           { return p.asOf }

func (p *portal) Search(context.Context, client.Query) (client.SearchResult, error) {
	p.asks++
	return client.SearchResult{Hits: p.hits, Total: len(p.hits)}, p.err
}

func (p *portal) Procedure(_ context.Context, code string) (client.Procedure, error) {
	p.asks++
	return client.Procedure{Code: code, Name: p.id}, p.err
}

// system is a dossier source.
type system struct {
	id    string
	err   error
	asks  int
	proof client.ProofState
}

func (s *system) Source() client.SourceName { return client.SourceName{ID: s.id, Name: s.id} }

func (s *system) Dossier(_ context.Context, q client.DossierQuery) (client.Dossier, error) {
	s.asks++
	return client.Dossier{Code: q.Code, Field: s.id, Proof: s.proof}, s.err
}

func down(id string) error {
	return &client.UnavailableError{Source: client.SourceName{ID: id}, Cause: client.CauseNetwork, Err: errors.New("refused")}
}

func codeOf(t *testing.T, s string) code.Dossier {
	t.Helper()
	c, err := code.ParseDossier(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestSearchFallsBackToTheLocalCopy(t *testing.T) {
	live := &portal{id: "live", err: down("live")}
	local := &portal{id: "copy", asOf: time.Date(2026, 11, 1, 0, 0, 0, 0, workday.Zone), hits: []client.Hit{{Code: "1.001193"}}}
	s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live, local}})
	for range 3 {
		a, err := s.Search(t.Context(), client.Query{Words: "khai sinh"})
		if err != nil {
			t.Fatal(err)
		}
		if !a.Stale || a.Source.ID != "copy" || !a.AsOf.Equal(local.asOf) {
			t.Errorf("answer is %+v, want the copy's, stale, as of its date", a)
		}
	}
	if live.asks != 1 {
		t.Errorf("a portal that just failed was asked %d times, want 1: nobody waits for a time-out a letter", live.asks)
	}
}

func TestSearchFillsWhatThePortalLeavesOut(t *testing.T) {
	live := &portal{id: "live", hits: []client.Hit{{Code: "1.001193", Agency: "theirs"}, {Code: "9.999999"}}}
	s := client.NewService(client.ServiceConfig{
		Procedures: []client.ProcedureSource{live},
		Known: func(code string) (client.Hit, bool) {
			return client.Hit{Agency: "ours", Field: "Hộ tịch", Levels: []client.Level{client.LevelWard}, Weight: 7}, code == "1.001193"
		},
	})
	a, err := s.Search(t.Context(), client.Query{Words: "khai sinh"})
	if err != nil {
		t.Fatal(err)
	}
	got := a.Value.Hits[0]
	if got.Agency != "theirs" || got.Field != "Hộ tịch" || len(got.Levels) != 1 || got.Weight != 7 {
		t.Errorf("joined hit is %+v, want the portal's agency and the rest filled", got)
	}
	if other := a.Value.Hits[1]; other.Field != "" {
		t.Errorf("an unknown procedure was filled: %+v", other)
	}
	if live.hits[0].Weight != 0 {
		t.Error("the source's own list was changed")
	}
}

func TestDownSinceTheFirstFailure(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		live := &portal{id: "live", err: down("live")}
		s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live}})
		start := time.Now()
		var told *client.UnavailableError
		for range 3 {
			_, err := s.Search(t.Context(), client.Query{Words: "x"})
			if !errors.As(err, &told) || !told.Since.Equal(start) {
				t.Fatalf("error %v since %v, want since the first failure %v", err, told.Since, start)
			}
			time.Sleep(time.Minute) //nolint:forbidigo // virtual time
		}
		live.err = nil
		if _, err := s.Search(t.Context(), client.Query{Words: "x"}); err != nil {
			t.Fatal(err)
		}
		if h := s.Sources(); len(h) != 1 || !h[0].DownSince.IsZero() || h[0].LastOK.IsZero() {
			t.Errorf("health after recovery: %+v", h)
		}
	})
}

func TestAPersonWhoLeftProvesNothing(t *testing.T) {
	live := &portal{id: "live"}
	s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live}})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Search(ctx, client.Query{Words: "x"}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
	if h := s.Sources(); len(h) != 0 {
		t.Errorf("a cancelled look-up was counted: %+v", h)
	}
}

func TestShowGivesTheLastAnswerWhileThePortalIsDown(t *testing.T) {
	live := &portal{id: "live"}
	s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live}})
	first, err := s.Show(t.Context(), "1.001193")
	if err != nil || first.Stale {
		t.Fatalf("first answer %+v, %v", first, err)
	}
	live.err = down("live")
	again, err := s.Show(t.Context(), "1001193")
	if err != nil || !again.Stale || !again.AsOf.Equal(first.AsOf) {
		t.Errorf("while down: %+v, %v, want the kept answer, stale, as of then", again, err)
	}
	if _, err := s.Show(t.Context(), "1.004194"); !errors.Is(err, client.ErrUnavailable) {
		t.Errorf("a procedure never shown: %v, want ErrUnavailable", err)
	}
}

func TestOfflineAsksNobody(t *testing.T) {
	live := &portal{id: "live"}
	sys := &system{id: "h55"}
	s := client.NewService(client.ServiceConfig{
		Procedures: []client.ProcedureSource{live}, Offline: true,
		Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{sys}}},
	})
	if _, err := s.Search(t.Context(), client.Query{Words: "x"}); !errors.Is(err, client.ErrOffline) {
		t.Errorf("search: %v, want ErrOffline", err)
	}
	if _, err := s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")}); !errors.Is(err, client.ErrOffline) {
		t.Errorf("track: %v, want ErrOffline", err)
	}
	if live.asks+sys.asks != 0 {
		t.Error("a source was asked while offline")
	}
}

// A copy that answers while no portal may be asked says so.
func TestOfflineAnswersAreStale(t *testing.T) {
	copied := &portal{id: "copy", asOf: time.Date(2026, 6, 8, 0, 0, 0, 0, workday.Zone), hits: []client.Hit{{Code: "1.001193"}}}
	for _, offline := range []bool{false, true} {
		s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{copied}, Offline: offline})
		found, err := s.Search(t.Context(), client.Query{Words: "khai sinh"})
		if err != nil || found.Stale != offline {
			t.Errorf("offline %v: search stale %v, %v", offline, found.Stale, err)
		}
		shown, err := s.Show(t.Context(), "1.001193")
		if err != nil || shown.Stale != offline {
			t.Errorf("offline %v: show stale %v, %v", offline, shown.Stale, err)
		}
	}
}

func TestRouteMatches(t *testing.T) {
	for _, c := range []struct {
		match, agency string
		want          bool
	}{
		{"*", "G01", true},
		{"H55.*", "H55.17.05", true},
		{"H55.*", "H55", true},
		{"H55.*", "000.00.17.H55", true}, // old codes write the province last
		{"H55.*", "H5.55", false},
		{"H55.*", "H551.2", false},
		{"H55.17.*", "H55.17.05", true},
		{"H55.17.*", "H55.18.05", false},
		{"000.00.53.H48", "000.00.53.H48", true},
		{"000.00.53.H48", "000.00.54.H48", false},
		{"H55", "H55.17", false},
	} {
		if got := (client.Route{Match: c.match}).Matches(c.agency); got != c.want {
			t.Errorf("route %q for %q: %v, want %v", c.match, c.agency, got, c.want)
		}
	}
}

func TestTrackAsksBySuccessionAndOneDownSystemHidesNoOther(t *testing.T) {
	old := &system{id: "old", err: down("old")}
	heir := &system{id: "heir"}
	s := client.NewService(client.ServiceConfig{
		Routes: []client.Route{
			{Match: "H03.*", Sources: []client.DossierSource{old}},
			{Match: "H55.*", Sources: []client.DossierSource{heir}},
		},
		Successor: func(id string) (string, bool) { return "H55", id == "H03.12" },
	})
	a, err := s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, "H03.12-240105-0042")})
	if err != nil || a.Source.ID != "heir" {
		t.Fatalf("answer from %q, %v, want the heir's", a.Source.ID, err)
	}
	heir.err = client.ErrNotFound
	_, err = s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, "H03.12-240105-0043")})
	if !errors.Is(err, client.ErrUnavailable) {
		t.Errorf("got %v, want ErrUnavailable: the system that is down may have it", err)
	}
	old.err = client.ErrNotFound
	_, err = s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, "H03.12-240105-0043")})
	if !errors.Is(err, client.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
	if errors.Is(err, client.ErrNotConnected) {
		t.Error("a system said no, and it is told as not connected")
	}
}

// What no route takes is told as such, with the name of who has it, at once and
// without a system being asked; a proof, right or wrong, changes nothing.
func TestAnAgencyWithoutARoute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sys := &system{id: "h55"}
		names := map[string]string{"G01": "Bộ Công an", "H56.01": "UBND tỉnh Thanh Hóa"}
		s := client.NewService(client.ServiceConfig{
			Routes:     []client.Route{{Match: "H55.*", Sources: []client.DossierSource{sys}}, {Match: "H20.*"}},
			Successor:  func(id string) (string, bool) { return "G01", id == "H03.12" },
			AgencyName: func(id string) (string, bool) { n, ok := names[id]; return n, ok },
		})
		began := time.Now()
		for in, want := range map[string]string{
			"G01-240105-0043": "Bộ Công an", "H56.01-240105-0043": "UBND tỉnh Thanh Hóa", "H03.12-240105-0043": "Bộ Công an",
			"H20.1-240105-0043": "", "H99-240105-0043": "",
		} {
			for _, proof := range []string{"", "1234"} {
				var told trace.Trace
				c := codeOf(t, in)
				_, err := s.Track(trace.With(t.Context(), &told), client.DossierQuery{Code: c, Proof: proof})
				var none *client.NotConnectedError
				if !errors.As(err, &none) || *none != (client.NotConnectedError{Agency: c.Agency(), Name: want}) || !errors.Is(err, client.ErrNotFound) {
					t.Errorf("%s: %v", in, err)
				}
				if !told.Unasked() || strings.Contains(err.Error(), "0043") {
					t.Errorf("%s: counts as a guess %v, says %q", in, !told.Unasked(), err)
				}
			}
		}
		if time.Since(began) != 0 || sys.asks != 0 {
			t.Errorf("took %v, asked %d times", time.Since(began), sys.asks)
		}
	})
}

func TestDossiersAreKeptForTwoMinutesAtMost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sys := &system{id: "h55"}
		s := client.NewService(client.ServiceConfig{Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{sys}}}})
		q := client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")}
		track := func() (client.Answer[client.Dossier], error) { return s.Track(t.Context(), q) }

		first, _ := track()
		if again, err := track(); err != nil || again.Stale || sys.asks != 1 {
			t.Errorf("a second key press: %d look-ups, stale %v, %v, want the first answer", sys.asks, again.Stale, err)
		}
		time.Sleep(4 * time.Second) //nolint:forbidigo // virtual time
		again, err := track()
		if err != nil || sys.asks != 2 || !again.AsOf.After(first.AsOf) {
			t.Errorf("asked again on purpose: %d look-ups, as of %v, %v, want a newer answer than %v", sys.asks, again.AsOf, err, first.AsOf)
		}
		first = again
		other := q
		other.Proof = "1234"
		if _, err := s.Track(t.Context(), other); err != nil || sys.asks != 3 {
			t.Errorf("the same code with another proof was answered from memory")
		}
		time.Sleep(time.Minute) //nolint:forbidigo // virtual time
		sys.err = down("h55")
		if old, err := track(); err != nil || !old.Stale || !old.AsOf.Equal(first.AsOf) {
			t.Errorf("a minute later, system down: %+v, %v, want the old answer, stale", old, err)
		}
		time.Sleep(2 * time.Minute) //nolint:forbidigo // virtual time
		if _, err := track(); !errors.Is(err, client.ErrUnavailable) {
			t.Errorf("after three minutes: %v, want ErrUnavailable", err)
		}
	})
}

func TestForgetDropsEveryDossierAtOnce(t *testing.T) {
	sys := &system{id: "h55"}
	s := client.NewService(client.ServiceConfig{Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{sys}}}})
	q := client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")}
	_, _ = s.Track(t.Context(), q)
	s.Forget()
	sys.err = down("h55")
	if _, err := s.Track(t.Context(), q); !errors.Is(err, client.ErrUnavailable) {
		t.Errorf("after Forget: %v, want ErrUnavailable", err)
	}
}

const insuranceNumber = "03706/2026/07906"

// The number is nobody's business but that portal's: no search carries it.
func TestInsuranceNumberIsSearchedNowhere(t *testing.T) {
	src := &portal{id: "p", hits: []client.Hit{{Code: "1.001193"}}}
	s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{src}})
	for i := range len(insuranceNumber) {
		typed := insuranceNumber[:i+1]
		_, err := s.Search(context.Background(), client.Query{Words: typed})
		if whole := i+1 == len(insuranceNumber); whole != isInsuranceFault(err) || !whole && err != nil {
			t.Errorf("%q: %v", typed, err)
		}
	}
	if src.asks > len("03706") {
		t.Errorf("asked %d times", src.asks)
	}
}

func isInsuranceFault(err error) bool {
	var fault *code.Error
	return errors.As(err, &fault) && fault.Problem == code.IsInsurance
}
