package line

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
)

// steady is a service whose portal always takes its time, and which keeps what it
// got, as client.Service does.
type steady struct {
	*fake
	takes time.Duration
	ended atomic.Bool // the last look-up was given up
}

func (s *steady) Show(ctx context.Context, _ string) (client.Answer[client.Procedure], error) {
	if !sleep(ctx, s.takes) {
		s.ended.Store(true)
		return client.Answer[client.Procedure]{}, ctx.Err()
	}
	s.kept = birth()
	return s.kept, nil
}

// A portal that is always slow renews the kept page all the same: only the wait is
// bounded.
func TestASlowPortalRenewsTheKeptPage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &steady{fake: newFake(t), takes: patience + 2*time.Second}
		s.kept = birth()
		s.kept.AsOf = morning.AddDate(0, 0, -1)
		r := &run{Deps: Deps{}.complete(), service: s}
		began := time.Now()
		a, err := r.whole(t.Context(), "1.001193")
		if took := time.Since(began); err != nil || took != patience || !a.Stale || !a.AsOf.Before(morning) {
			t.Fatalf("after %v: %v, stale %t, of %v", took, err, a.Stale, a.AsOf)
		}
		sleep(t.Context(), s.takes)
		synctest.Wait()
		if s.ended.Load() || !s.kept.AsOf.Equal(morning) {
			t.Errorf("the look-up was given up: %t; kept is the page of %v", s.ended.Load(), s.kept.AsOf)
		}
	})
}

// Who leaves takes the look-up along, and one that never ends is ended.
func TestALookUpThatNobodyWaitsFor(t *testing.T) {
	for name, leave := range map[string]time.Duration{"leaves during the wait": time.Second, "stays": time.Hour} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &steady{fake: newFake(t), takes: 2 * time.Hour}
				s.kept = birth()
				r := &run{Deps: Deps{}.complete(), service: s}
				ctx, cancel := context.WithTimeout(t.Context(), leave)
				defer cancel()
				_, err := r.whole(ctx, "1.001193")
				if leave < patience {
					synctest.Wait()
					if !errors.Is(err, context.DeadlineExceeded) || !s.ended.Load() {
						t.Errorf("%v; the look-up was given up: %t", err, s.ended.Load())
					}
					return
				}
				sleep(t.Context(), renewMost-patience-time.Second)
				synctest.Wait()
				if s.ended.Load() {
					t.Error("it ended early")
				}
				sleep(t.Context(), 2*time.Second)
				synctest.Wait()
				if !s.ended.Load() {
					t.Error("it goes on for ever")
				}
			})
		})
	}
}

// A panic in a look-up is the caller's, who counts it.
func TestAPanicInALookUpIsTheCallers(t *testing.T) {
	defer func() {
		if fault, ok := recover().(*client.PanicError); !ok || fault.Kind != "string" {
			t.Errorf("%v", fault)
		}
	}()
	_, _, _ = within(t.Context(), func(context.Context) (int, error) { panic("x") })
	t.Error("it went on")
}
