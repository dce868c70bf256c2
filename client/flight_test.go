package client_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
)

// slowPortal answers after a while, unless its context ends first.
type slowPortal struct {
	portal
	takes time.Duration
	mu    sync.Mutex
	cut   int // look-ups that were given up
}

func (p *slowPortal) Search(ctx context.Context, _ client.Query) (client.SearchResult, error) {
	p.mu.Lock()
	p.asks++
	p.mu.Unlock()
	select {
	case <-time.After(p.takes):
		return client.SearchResult{Hits: p.hits, Total: len(p.hits)}, p.err
	case <-ctx.Done():
		p.mu.Lock()
		p.cut++
		p.mu.Unlock()
		return client.SearchResult{}, &client.UnavailableError{Source: p.Source(), Cause: client.CauseCancelled, Err: ctx.Err()}
	}
}

func (p *slowPortal) counts() (asks, cut int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.asks, p.cut
}

func TestIdenticalSearchesShareOneRequest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		live := &slowPortal{portal: portal{id: "live", hits: []client.Hit{{Code: "1.001193"}}}, takes: time.Second}
		s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live}})
		var wg sync.WaitGroup
		for _, words := range []string{"khai sinh", "khai sinh", "khai sinh", "khai tử"} {
			wg.Go(func() {
				a, err := s.Search(t.Context(), client.Query{Words: words})
				if err != nil || len(a.Value.Hits) != 1 {
					t.Errorf("%q: %+v, %v", words, a, err)
				}
			})
		}
		wg.Wait()
		if asks, _ := live.counts(); asks != 2 {
			t.Errorf("the portal was asked %d times for two questions", asks)
		}
		// What is over is asked anew: it is no cache.
		if _, err := s.Search(t.Context(), client.Query{Words: "khai sinh"}); err != nil {
			t.Error(err)
		}
		if asks, _ := live.counts(); asks != 3 {
			t.Errorf("asked %d times, want 3", asks)
		}
	})
}

func TestWhoLeavesTakesNothingFromTheOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		live := &slowPortal{portal: portal{id: "live", hits: []client.Hit{{Code: "1.001193"}}}, takes: time.Minute}
		s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live}})
		q := client.Query{Words: "khai sinh"}

		// The first one, whose look-up it is, leaves after a second.
		short, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		var wg sync.WaitGroup
		wg.Go(func() {
			began := time.Now()
			if _, err := s.Search(short, q); !errors.Is(err, context.DeadlineExceeded) || time.Since(began) != time.Second {
				t.Errorf("who left got %v after %s, want the own deadline", err, time.Since(began))
			}
		})
		synctest.Wait()
		wg.Go(func() {
			if a, err := s.Search(t.Context(), q); err != nil || len(a.Value.Hits) != 1 {
				t.Errorf("who stayed got %+v, %v", a, err)
			}
		})
		wg.Wait()
		if asks, cut := live.counts(); asks != 1 || cut != 0 {
			t.Errorf("%d look-ups, %d given up; want 1 and 0", asks, cut)
		}
	})
}

func TestALookUpThatNobodyWaitsForIsGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		live := &slowPortal{portal: portal{id: "live", hits: []client.Hit{{Code: "1.001193"}}}, takes: time.Minute}
		s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{live}})
		q := client.Query{Words: "khai sinh"}
		ctx, cancel := context.WithCancel(t.Context())
		var wg sync.WaitGroup
		for range 2 {
			wg.Go(func() {
				if _, err := s.Search(ctx, q); !errors.Is(err, context.Canceled) {
					t.Errorf("got %v, want context.Canceled", err)
				}
			})
		}
		synctest.Wait()
		cancel()
		wg.Wait()
		// The next one comes at once and must not get their cancelled look-up.
		if _, err := s.Search(t.Context(), q); err != nil {
			t.Errorf("the next caller got %v", err)
		}
		if asks, cut := live.counts(); asks != 2 || cut != 1 {
			t.Errorf("%d look-ups, %d given up; want 2 and 1", asks, cut)
		}
		if h := s.Sources(); len(h) != 1 || !h[0].DownSince.IsZero() {
			t.Errorf("a look-up given up counts against the portal: %+v", h)
		}
	})
}

// slowSystem answers after a second.
type slowSystem struct {
	system
	mu sync.Mutex
}

func (s *slowSystem) Dossier(ctx context.Context, q client.DossierQuery) (client.Dossier, error) {
	s.mu.Lock()
	d, err := s.system.Dossier(ctx, q)
	s.mu.Unlock()
	select {
	case <-time.After(time.Second):
		return d, err
	case <-ctx.Done():
		return client.Dossier{}, ctx.Err()
	}
}

func TestIdenticalDossierLookUpsShareOneRequest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sys := &slowSystem{system: system{id: "h55"}}
		s := client.NewService(client.ServiceConfig{Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{sys}}}})
		q := client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")}
		other := q
		other.Proof = "1234" // another proof is another question
		var wg sync.WaitGroup
		for _, q := range []client.DossierQuery{q, q, q, other} {
			wg.Go(func() {
				if a, err := s.Track(t.Context(), q); err != nil || a.Source.ID != "h55" {
					t.Errorf("%+v, %v", a, err)
				}
			})
		}
		wg.Wait()
		if sys.asks != 2 {
			t.Errorf("the system was asked %d times for two questions", sys.asks)
		}
	})
}
