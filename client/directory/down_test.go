package directory_test

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/directory"
	"motcua/client/unit"
)

// down is a portal that counts questions for units and fails once it is told to.
type down struct {
	directory.Portal
	fails bool
	asked atomic.Int32
}

func (d *down) Results(ctx context.Context, year int) ([]unit.Unit, unit.Shares, error) {
	d.asked.Add(1)
	if d.fails {
		return nil, unit.Shares{}, &client.UnavailableError{Source: d.Source(), Cause: client.CauseTimeout}
	}
	return d.Portal.Results(ctx, year)
}

// Somebody who types asks at every pause: a portal that is down is waited for once, not at each.
func TestAPortalThatIsDownIsLeftAlone(t *testing.T) {
	s := newStand(t)
	p := &down{Portal: s.cfg.Portal}
	s.cfg.Portal = p
	d := directory.New(s.cfg)
	ask := func(stale bool) {
		t.Helper()
		if a, err := d.Units(t.Context(), unit.Query{Words: "duc xuan"}); err != nil || a.Stale != stale {
			t.Fatalf("stale %v, %v", a.Stale, err)
		}
	}
	ask(false)
	*s.now = began.Add(48 * time.Hour)
	p.fails = true
	before := p.asked.Load()
	for range 3 {
		ask(true)
	}
	if n := p.asked.Load() - before; n != 1 {
		t.Errorf("it was asked %d times", n)
	}
	*s.now = s.now.Add(time.Minute)
	p.fails = false
	ask(false)
}

// A sync takes minutes. What is known answers meanwhile.
func TestNobodyWaitsForASync(t *testing.T) {
	s := newStand(t)
	if _, err := s.Units(t.Context(), unit.Query{Procedure: "2.000815"}); err != nil {
		t.Fatal(err)
	}
	syncing, stop := context.WithCancel(t.Context())
	paused, ended := make(chan struct{}, 1), make(chan struct{})
	go func() {
		defer close(ended)
		_, _ = s.Sync(syncing, func(ctx context.Context) error {
			paused <- struct{}{}
			<-ctx.Done()
			return ctx.Err()
		})
	}()
	<-paused
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for _, q := range []unit.Query{{Words: "duc xuan"}, {Procedure: "2.000815"}, {Procedure: "1.001193"}} {
		if _, err := s.Units(ctx, q); err != nil {
			t.Errorf("%+v: %v", q, err)
		}
	}
	stop()
	<-ended
}
