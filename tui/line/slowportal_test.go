package line

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
	"motcua/tui/line/patience"
)

// steady is a service whose portal is always slow, and which stores what it got, as
// client.Service does.
type steady struct {
	*fake
	takes time.Duration
	ended atomic.Bool // the last look-up was cancelled
}

func (s *steady) Show(ctx context.Context, _ string) (client.Answer[client.Procedure], error) {
	if !sleep(ctx, s.takes) {
		s.ended.Store(true)
		return client.Answer[client.Procedure]{}, ctx.Err()
	}
	s.kept = birth()
	return s.kept, nil
}

// A portal that is always slow still renews the stored page, because only the wait is
// limited.
func TestASlowPortalRenewsTheKeptPage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &steady{fake: newFake(t), takes: patience.AtPrompt + 2*time.Second}
		s.kept = birth()
		s.kept.AsOf = morning.AddDate(0, 0, -1)
		began := time.Now()
		a, err := patience.Procedure(t.Context(), s, "1.001193")
		if took := time.Since(began); err != nil || took != patience.AtPrompt || !a.Stale || !a.AsOf.Before(morning) {
			t.Fatalf("after %v: %v, stale %t, of %v", took, err, a.Stale, a.AsOf)
		}
		sleep(t.Context(), s.takes)
		synctest.Wait()
		if s.ended.Load() || !s.kept.AsOf.Equal(morning) {
			t.Errorf("the look-up was given up: %t; kept is the page of %v", s.ended.Load(), s.kept.AsOf)
		}
	})
}

// When the person leaves, the look-up is cancelled, and a look-up that never ends is ended.
func TestALookUpThatNobodyWaitsFor(t *testing.T) {
	for name, leave := range map[string]time.Duration{"leaves during the wait": time.Second, "stays": time.Hour} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &steady{fake: newFake(t), takes: 2 * time.Hour}
				s.kept = birth()
				ctx, cancel := context.WithTimeout(t.Context(), leave)
				defer cancel()
				_, err := patience.Procedure(ctx, s, "1.001193")
				if leave < patience.AtPrompt {
					synctest.Wait()
					if !errors.Is(err, context.DeadlineExceeded) || !s.ended.Load() {
						t.Errorf("%v; the look-up was given up: %t", err, s.ended.Load())
					}
					return
				}
				sleep(t.Context(), patience.Unattended-patience.AtPrompt-time.Second)
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
