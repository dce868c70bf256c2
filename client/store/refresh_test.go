package store

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
	"motcua/client/national"
	"motcua/client/workday"
)

func TestWhenACatalogueIsDue(t *testing.T) {
	at := func(s string) time.Time {
		v, err := time.ParseInLocation("2006-01-02 15:04", s, workday.Zone)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	const day = 24 * time.Hour
	for _, tt := range []struct {
		name             string
		number           int64
		asOf, now, want  string
		every            time.Duration
		sway, quietSways float64
	}{
		{"never read", 0, "2026-09-01 00:00", "2026-11-24 10:00", "2026-11-24 10:00", day, 0.5, 0.5},
		{"a day later, at night", 1, "2026-11-23 22:00", "2026-11-24 10:00", "2026-11-24 22:00", day, 0, 0.5},
		{"at a moment of its own", 1, "2026-11-23 22:00", "2026-11-24 10:00", "2026-11-24 22:30", day, 0.5, 0.5},
		{"not in office hours", 1, "2026-11-23 09:00", "2026-11-24 08:00", "2026-11-24 20:00", day, 0, 0.5},
		{"the last minute before them", 1, "2026-11-23 06:59", "2026-11-24 06:00", "2026-11-24 06:59", day, 0, 0.5},
		{"their last minute", 1, "2026-11-23 17:59", "2026-11-24 06:00", "2026-11-24 18:00", day, 0, 0},
		{"a short time cannot wait", 1, "2026-11-24 08:00", "2026-11-24 08:30", "2026-11-24 10:06", 2 * time.Hour, 0.5, 0.5},
		{"overdue for months", 1, "2026-06-01 22:00", "2026-11-24 10:00", "2026-06-02 22:00", day, 0, 0},
		{"read by a clock in the future", 1, "2027-11-24 10:00", "2026-11-24 10:00", "2026-11-24 10:00", day, 0, 0},
	} {
		// Times in the file are in Vietnam's zone, and the clock may be in any.
		got := dueAt(head{number: tt.number, asOf: at(tt.asOf).UTC()}, at(tt.now).UTC(), tt.every, [2]float64{tt.sway, tt.quietSways})
		if !got.Equal(at(tt.want)) {
			t.Errorf("%s: due %v, want %s", tt.name, got.In(workday.Zone), tt.want)
		}
	}
}

// kept runs KeepFresh in virtual time and records what it did, and when.
type kept struct {
	mu   sync.Mutex
	did  []Refreshed
	when []time.Duration // since the start
}

func (k *kept) run(ctx context.Context, s *Store, p Portal, every time.Duration) {
	began := time.Now()
	s.KeepFresh(ctx, p, Refresh{Every: every, Jitter: func() float64 { return 0.5 }, Did: func(r Refreshed) {
		k.mu.Lock()
		defer k.mu.Unlock()
		k.did, k.when = append(k.did, r), append(k.when, time.Since(began).Round(time.Minute))
	}})
}

func TestAServerKeepsItsCatalogueFresh(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		p := &listPortal{items: items(450)}
		s := open(t, dir, Options{})
		ctx, cancel := context.WithTimeout(t.Context(), 10*24*time.Hour)
		defer cancel()
		var k kept
		k.run(ctx, s, p, 24*time.Hour)
		if len(k.did) < 7 || len(k.did) > 10 {
			t.Fatalf("%d refreshes in ten days, want one a day: %v", len(k.did), k.when)
		}
		for i, r := range k.did {
			if r.Err != nil || r.Report.Kept != 450 || r.Report.First != (i == 0) {
				t.Errorf("refresh %d: %+v", i, r)
			}
			if hour := r.Report.AsOf.In(workday.Zone).Hour(); i > 0 && hour >= busyFrom && hour < busyUntil {
				t.Errorf("refresh %d in office hours, at %v", i, r.Report.AsOf)
			}
		}
		if k.when[0] > 4*time.Minute {
			t.Errorf("the first list comes after %v", k.when[0])
		}
	})
}

func TestAPortalThatIsDownIsAskedEverMoreRarely(t *testing.T) {
	dir := t.TempDir()
	for _, tt := range []struct {
		name   string
		err    *client.UnavailableError
		wants  []time.Duration // between the attempts
		always time.Duration
	}{
		{"down", &client.UnavailableError{Cause: client.CauseServer}, []time.Duration{5 * time.Minute, 11 * time.Minute, 22 * time.Minute}, 7 * time.Hour},
		{"asks for a pause", &client.UnavailableError{Cause: client.CauseBusy, RetryAfter: 2 * time.Hour}, []time.Duration{2 * time.Hour, 2 * time.Hour}, 7 * time.Hour},
		{"rejects us", &client.UnavailableError{Cause: client.CauseRejected}, []time.Duration{time.Hour, time.Hour}, 7 * time.Hour},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				down := true
				p := &listPortal{items: items(20)}
				s := open(t, dir+"/"+tt.name, Options{})
				ctx, cancel := context.WithTimeout(t.Context(), 3*24*time.Hour)
				defer cancel()
				time.AfterFunc(2*24*time.Hour, func() {
					p.mu.Lock()
					down = false
					p.mu.Unlock()
				})
				p.fail = func(int, national.ListQuery) error {
					if down {
						return tt.err
					}
					return nil
				}
				var k kept
				k.run(ctx, s, p, 24*time.Hour)
				for i, want := range tt.wants {
					if got := k.when[i+1] - k.when[i]; got < want || got > want+want/4+2*time.Minute {
						t.Errorf("try %d came %v after the one before, want %v", i+1, got, want)
					}
				}
				tries := 0
				for i, r := range k.did {
					if r.Err == nil {
						break
					}
					tries++
					if i > 0 && k.when[i]-k.when[i-1] > tt.always+tt.always/4 {
						t.Errorf("a pause of %v", k.when[i]-k.when[i-1])
					}
					if !errors.Is(r.Err, client.ErrUnavailable) || r.Next.IsZero() {
						t.Errorf("%+v", r)
					}
				}
				if last := k.did[len(k.did)-1]; last.Err != nil || last.Report.Kept != 20 {
					t.Errorf("it did not come back: %+v", last)
				}
				if tries > 48 {
					t.Errorf("%d tries in two days", tries)
				}
			})
		})
	}
}

// Two processes share a file: one reads the list, and the other uses it.
func TestTwoProcessesDoNotBothRefresh(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		p := &listPortal{items: items(450)}
		ctx, cancel := context.WithTimeout(t.Context(), 5*24*time.Hour)
		defer cancel()
		var both [2]kept
		var stores [2]*Store
		var all sync.WaitGroup
		for i := range both {
			stores[i] = open(t, dir, Options{})
			all.Go(func() { both[i].run(ctx, stores[i], p, 24*time.Hour) })
		}
		all.Wait()
		if n := len(both[0].did) + len(both[1].did); n < 4 || n > 5 {
			t.Errorf("%d refreshes in five days by two processes: %v and %v", n, both[0].when, both[1].when)
		}
		for i, s := range stores {
			if !s.Synced() || time.Since(s.AsOf()) > 36*time.Hour {
				t.Errorf("process %d answers as of %v", i, s.AsOf())
			}
			for _, r := range both[i].did {
				if r.Err != nil {
					t.Error(r.Err)
				}
			}
		}
	})
}

// After a failure because of a full disk or a missing folder, the next attempt comes late.
func TestWithoutRoomItWaitsLong(t *testing.T) {
	for _, err := range []error{ErrFull, &NoStoreError{}} {
		if got := atLeast(err); got != retryMost {
			t.Errorf("%v: %v", err, got)
		}
	}
}
