package client_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
	"motcua/client/sending"
	"motcua/client/workday"
)

// office is a dossier source that answers after a while, unless its asker leaves
// before.
type office struct {
	id    string
	after time.Duration
	tells client.Dossier
	err   error
	away  bool // the question does not reach it
	asked atomic.Int32
	left  atomic.Int32 // askers who left before the answer
}

func (o *office) Source() client.SourceName {
	return client.SourceName{ID: o.id, Name: "Hệ thống " + o.id}
}

func (o *office) Dossier(ctx context.Context, q client.DossierQuery) (client.Dossier, error) {
	o.asked.Add(1)
	if sent := sending.Sends(ctx); !o.away {
		sent()
	}
	t := time.NewTimer(o.after)
	defer t.Stop()
	select {
	case <-t.C:
		d := o.tells
		d.Code, d.Field = q.Code, o.id
		return d, o.err
	case <-ctx.Done():
		o.left.Add(1)
		return client.Dossier{}, &client.UnavailableError{Source: o.Source(), Cause: client.CauseCancelled, Err: ctx.Err()}
	}
}

func routed(ask client.Ask, timeout time.Duration, offices ...*office) *client.Service {
	r := client.Route{Match: "H55.*", Ask: ask, Timeout: timeout}
	for _, o := range offices {
		r.Sources = append(r.Sources, o)
	}
	return client.NewService(client.ServiceConfig{Routes: []client.Route{r}})
}

func names(list []client.SourceName) string {
	var ids []string
	for _, n := range list {
		ids = append(ids, n.ID)
	}
	return strings.Join(ids, " ")
}

func on(day int) time.Time { return time.Date(2026, 11, day, 8, 0, 0, 0, workday.Zone) }

func TestAskAllTakesTheBestAnswer(t *testing.T) {
	plain := client.Dossier{Status: client.StatusProcessing, ReceivedAt: on(20)}
	proved := plain
	proved.Proof, proved.Private = client.ProofGiven, &client.Private{Applicant: "N••••• A"}
	words := client.Dossier{StatusName: "Chờ ý kiến", ReceivedAt: on(23)}
	stepped := plain
	stepped.Steps = []client.Step{{At: on(18)}, {At: on(22)}}
	due := plain
	due.DueAt = on(29) // lies ahead: nothing has moved
	for _, c := range []struct {
		name        string
		first, next client.Dossier
		want        string
	}{
		{"proof before none", stepped, proved, "b"},
		{"proof before none, in its order", proved, stepped, "a"},
		{"a known state before the portal's words", words, plain, "b"},
		{"the newest step before older dates", plain, stepped, "b"},
		{"the same: the order of the route", plain, plain, "a"},
		{"an appointment is no step", plain, due, "a"},
	} {
		// Whoever speaks first, the answer is the same.
		for _, wait := range [][2]time.Duration{{time.Second, 2 * time.Second}, {2 * time.Second, time.Second}} {
			synctest.Test(t, func(t *testing.T) {
				a := &office{id: "a", after: wait[0], tells: c.first}
				b := &office{id: "b", after: wait[1], tells: c.next}
				begin := time.Now()
				got, err := routed(client.AskAll, 0, a, b).Track(t.Context(), client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")})
				if err != nil || got.Source.ID != c.want || got.Value.Field != c.want || got.Partial != nil {
					t.Errorf("%s: from %q, not asked %v, %v; want %q", c.name, got.Source.ID, got.Partial, err, c.want)
				}
				if took := time.Since(begin); took != 2*time.Second {
					t.Errorf("%s: took %v, want both at once, 2s", c.name, took)
				}
			})
		}
	}
}

// However a system fails, and wherever it stands, the other's answer comes and
// names what could not be asked.
func TestOneDownSystemHidesNoOther(t *testing.T) {
	for _, ask := range []client.Ask{"", client.AskFirst, client.AskAll} {
		for name, broken := range map[string]*office{
			"down":         {id: "broken", err: down("broken")},
			"never speaks": {id: "broken", after: time.Hour},
			"other error":  {id: "broken", err: errors.New("surprise")},
		} {
			t.Run(fmt.Sprint(ask, " ", name), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					good := &office{id: "good", tells: client.Dossier{Status: client.StatusProcessing}}
					s := routed(ask, 3*time.Second, &office{id: "bad", after: broken.after, err: broken.err}, good)
					begin := time.Now()
					got, err := s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")})
					if err != nil || got.Source.ID != "good" || names(got.Partial) != "bad" {
						t.Errorf("from %q, not asked %q, %v", got.Source.ID, names(got.Partial), err)
					}
					if took := time.Since(begin); took > 3*time.Second {
						t.Errorf("took %v, the route's time is 3s", took)
					}
					// A moment later nobody waits for it again.
					time.Sleep(4 * time.Second) //nolint:forbidigo // virtual time
					begin = time.Now()
					got, err = s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0008")})
					if took := time.Since(begin); err != nil || names(got.Partial) != "bad" || broken.after > 0 && took != 0 {
						t.Errorf("again: not asked %q, %v, after %v", names(got.Partial), err, took)
					}
				})
			})
		}
	}
}

// A system that is up again is asked in its turn, and one behind the answer was
// never due.
func TestARestingSystemGetsItsTurnBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		first := &office{id: "first", err: down("first")}
		second := &office{id: "second", tells: client.Dossier{Status: client.StatusProcessing}}
		s := routed(client.AskFirst, 0, first, second)
		track := func() client.Answer[client.Dossier] {
			time.Sleep(4 * time.Second) //nolint:forbidigo // virtual time
			a, err := s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")})
			if err != nil {
				t.Fatal(err)
			}
			return a
		}
		track()
		first.err = nil
		if a := track(); a.Source.ID != "second" || first.asked.Load() != 1 {
			t.Errorf("while it rests: from %q, asked %d times", a.Source.ID, first.asked.Load())
		}
		time.Sleep(15 * time.Second) //nolint:forbidigo // virtual time
		if a := track(); a.Source.ID != "first" || a.Partial != nil {
			t.Errorf("afterwards: from %q, not asked %q", a.Source.ID, names(a.Partial))
		}
		second.err = down("second")
		first.err = client.ErrNotFound
		if _, err := s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0009")}); !errors.Is(err, client.ErrUnavailable) {
			t.Errorf("nobody has it and one is down: %v", err)
		}
		first.err = nil
		if a := track(); a.Source.ID != "first" || a.Partial != nil {
			t.Errorf("the second rests: from %q, not asked %q, want none: it was not its turn", a.Source.ID, names(a.Partial))
		}
	})
}

func TestFallThrough(t *testing.T) {
	page := &client.HandOverError{URL: "https://portal.example/tra-cuu"}
	for _, ask := range []client.Ask{client.AskFirst, client.AskAll} {
		for _, c := range []struct {
			name string
			errs []error
			want error
		}{
			{"nobody has it", []error{client.ErrNotFound, client.ErrNotFound}, client.ErrNotFound},
			{"one may have it", []error{down("a"), client.ErrNotFound}, client.ErrUnavailable},
			{"the page is left", []error{client.ErrNotFound, page}, client.ErrHandOver},
			{"the page before a dead end", []error{down("a"), page}, client.ErrHandOver},
			{"the page before a dead end, in either order", []error{page, down("b")}, client.ErrHandOver},
			{"the page hides no answer", []error{page, nil}, nil},
		} {
			var offices []*office
			for i, err := range c.errs {
				offices = append(offices, &office{id: string(rune('a' + i)), err: err, tells: client.Dossier{Status: client.StatusProcessing}})
			}
			a, err := routed(ask, 0, offices...).Track(t.Context(), client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")})
			if !errors.Is(err, c.want) || c.want == nil && (err != nil || a.Partial != nil) {
				t.Errorf("%s, %s: %v, not asked %q", ask, c.name, err, names(a.Partial))
			}
		}
	}
}

// A merged province: its own systems, then the heir's, each asked as its route
// says, a system of both once.
func TestSuccessorsRouteIsFollowed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		found := client.Dossier{Status: client.StatusReturned}
		old := &office{id: "old", err: client.ErrNotFound}
		both := &office{id: "both", err: client.ErrNotFound}
		slow := &office{id: "slow", after: time.Hour}
		heir := &office{id: "heir", tells: found, after: time.Second}
		s := client.NewService(client.ServiceConfig{
			Routes: []client.Route{
				{Match: "H03.*", Sources: []client.DossierSource{old, both}},
				{Match: "H55.*", Sources: []client.DossierSource{both, slow, heir}, Ask: client.AskAll, Timeout: 2 * time.Second},
			},
			Successor: func(id string) (string, bool) { return "H55", strings.HasSuffix(id, "H03") },
		})
		begin := time.Now()
		a, err := s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, "000.17.03.H03-250612-0031")})
		if err != nil || a.Source.ID != "heir" || names(a.Partial) != "slow" || both.asked.Load() != 1 || old.asked.Load() != 1 {
			t.Errorf("from %q, not asked %q, %v; asked %d and %d times", a.Source.ID, names(a.Partial), err, old.asked.Load(), both.asked.Load())
		}
		if took := time.Since(begin); took != 2*time.Second {
			t.Errorf("took %v", took)
		}
		if !s.Routed("000.17.03.H03") || s.Routed("G01") {
			t.Error("Routed does not say so")
		}
	})
}

// When the person leaves, every system is let go, nothing is held against any of
// them, and nothing stays under way. A goroutine that stayed would fail the test:
// synctest waits for all of them, and time would pass.
func TestWhoLeavesStopsAll(t *testing.T) {
	for _, ask := range []client.Ask{client.AskFirst, client.AskAll} {
		synctest.Test(t, func(t *testing.T) {
			offices := []*office{{id: "a", after: time.Hour}, {id: "b", after: time.Hour}, {id: "c", after: time.Hour}}
			s := routed(ask, 30*time.Second, offices...)
			ctx, cancel := context.WithCancel(t.Context())
			begin := time.Now()
			time.AfterFunc(time.Second, cancel)
			_, err := s.Track(ctx, client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")})
			synctest.Wait()
			if !errors.Is(err, context.Canceled) || time.Since(begin) != time.Second {
				t.Errorf("%s: %v after %v", ask, err, time.Since(begin))
			}
			want := []int32{1, 0, 0}
			if ask == client.AskAll {
				want = []int32{1, 1, 1}
			}
			got := []int32{offices[0].left.Load(), offices[1].left.Load(), offices[2].left.Load()}
			if !slices.Equal(got, want) {
				t.Errorf("%s: let go %v, want %v", ask, got, want)
			}
			for _, h := range s.Sources() {
				if !h.DownSince.IsZero() {
					t.Errorf("%s: held against %s: %+v", ask, h.Source.ID, h)
				}
			}
		})
	}
}

// The route's time is told as a time-out of that system.
func TestRouteTimeoutIsATimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := routed(client.AskFirst, 5*time.Second, &office{id: "slow", after: time.Hour})
		_, err := s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")})
		var told *client.UnavailableError
		if !errors.As(err, &told) || told.Cause != client.CauseTimeout || told.Source.ID != "slow" {
			t.Errorf("%v", err)
		}
	})
}

// Many people at once, over systems that come and go.
func TestManyAsk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := routed(client.AskAll, 2*time.Second,
			&office{id: "a", after: time.Second, err: client.ErrNotFound}, &office{id: "b", after: time.Hour},
			&office{id: "c", after: time.Second, tells: client.Dossier{Status: client.StatusProcessing}})
		done := make(chan error)
		for i := range 100 {
			go func() {
				a, err := s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, fmt.Sprintf("H55.17.05-261120-%04d", i%10))})
				if err == nil && (a.Source.ID != "c" || names(a.Partial) != "b") {
					err = fmt.Errorf("from %q, not asked %q", a.Source.ID, names(a.Partial))
				}
				done <- err
			}()
		}
		for range 100 {
			if err := <-done; err != nil {
				t.Error(err)
			}
		}
	})
}

// However quickly a system knows, a refusal comes at a multiple of one step, and so
// does what may be one; an answer is never held back, nor is that a system was not
// reached.
func TestRefusalsComeAtSteps(t *testing.T) {
	for after, want := range map[time.Duration]time.Duration{
		0: 50 * time.Millisecond, 300 * time.Microsecond: 50 * time.Millisecond, 49 * time.Millisecond: 50 * time.Millisecond,
		51 * time.Millisecond: 100 * time.Millisecond, 730 * time.Millisecond: 750 * time.Millisecond,
	} {
		for _, says := range []*office{
			{err: client.ErrNotFound}, {err: &client.HandOverError{URL: "https://portal.example"}}, {err: down("o")}, {err: down("o"), away: true}, {},
		} {
			err := says.err
			synctest.Test(t, func(t *testing.T) {
				want := want
				if err == nil || says.away {
					want = after
				}
				begin := time.Now()
				_, got := routed(client.AskFirst, 0, &office{id: "o", after: after, err: err, away: says.away}).Track(t.Context(), client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")})
				if took := time.Since(begin); took != want || (got == nil) != (err == nil) {
					t.Errorf("%v after %v: %v after %v, want %v", err, after, got, took, want)
				}
			})
		}
	}
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
		defer cancel()
		_, err := routed(client.AskFirst, 0, &office{id: "o", err: client.ErrNotFound}).Track(ctx, client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")})
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("who leaves while a refusal waits: %v", err)
		}
	})
}
