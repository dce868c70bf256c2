package client_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
)

// says is how an office answers.
type says struct {
	after time.Duration
	err   error
}

// traced makes a look-up that is given up after leave, 0 for never, and gives its
// record.
func traced(t *testing.T, s *client.Service, q client.DossierQuery, leave time.Duration) (*client.Trace, error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	if leave > 0 {
		time.AfterFunc(leave, cancel)
	}
	var trace client.Trace
	_, err := s.Track(client.WithTrace(ctx, &trace), q)
	return &trace, err
}

// Whatever a "no" turns into on its way, the record says that a system may have
// told something; and it says so of nothing else.
func TestTraceSaysWhetherASystemMayHaveTold(t *testing.T) {
	page := &client.HandOverError{URL: "https://portal.example/tra-cuu"}
	failed := func(c client.Cause) error {
		return &client.UnavailableError{Source: client.SourceName{ID: "o"}, Cause: c, Err: errors.New("failed")}
	}
	for _, ask := range []client.Ask{client.AskFirst, client.AskAll} {
		for _, tt := range []struct {
			name    string
			offices []says
			leave   time.Duration
			silent  bool
			refused bool
		}{
			{"no", []says{{err: client.ErrNotFound}}, 0, false, true},
			{"no, and the asker leaves while it is rounded", []says{{err: client.ErrNotFound}}, 10 * time.Millisecond, false, true},
			{"the asker leaves before the answer", []says{{after: time.Minute, err: client.ErrNotFound}}, time.Second, false, false},
			{"found", []says{{}}, 0, false, false},
			{"no, then a page", []says{{err: client.ErrNotFound}, {err: page}}, 0, false, true},
			{"a page before the no", []says{{err: page}, {err: client.ErrNotFound}}, 0, false, true},
			{"a page alone", []says{{err: page}}, 0, true, false},
			{"no, and one is down", []says{{err: client.ErrNotFound}, {err: failed(client.CauseNetwork)}}, 0, false, true},
			{"one is down, then no", []says{{err: failed(client.CauseNetwork)}, {err: client.ErrNotFound}}, 0, false, true},
			{"no, and one never speaks", []says{{err: client.ErrNotFound}, {after: time.Hour}}, 0, false, true},
			{"no, and one fails oddly", []says{{err: client.ErrNotFound}, {err: errors.New("surprise")}}, 0, false, true},
			{"all down", []says{{err: failed(client.CauseNetwork)}, {err: failed(client.CauseTimeout)}}, 0, true, false},
			{"never speaks", []says{{after: time.Hour}}, 0, true, false},
			{"never speaks, then a page", []says{{after: time.Hour}, {err: page}}, 0, true, false},
			{"never speaks, and the asker leaves", []says{{after: time.Hour}}, time.Second, false, false},
			// Whatever a portal sends may be its word on a proof.
			{"status 500", []says{{err: failed(client.CauseServer)}}, 0, false, false},
			{"a web page", []says{{err: failed(client.CauseContent)}}, 0, false, false},
			{"an error of no kind", []says{{err: errors.New("surprise")}}, 0, false, false},
			{"down, and status 500", []says{{err: failed(client.CauseNetwork)}, {err: failed(client.CauseServer)}}, 0, false, false},
		} {
			t.Run(string(ask)+" "+tt.name, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					var offices []*office
					for i, o := range tt.offices {
						offices = append(offices, &office{id: string(rune('a' + i)), after: o.after, err: o.err})
					}
					trace, _ := traced(t, routed(ask, 5*time.Second, offices...), client.DossierQuery{Code: code(t, "H55.17.05-261120-0007")}, tt.leave)
					if trace.Silent() != tt.silent || trace.Refused() != tt.refused {
						t.Errorf("silent %v, refused %v; want %v, %v", trace.Silent(), trace.Refused(), tt.silent, tt.refused)
					}
				})
			})
		}
	}
}

// Where nobody is asked nothing can be told; what is not known to be so is not.
func TestTraceWithoutASystem(t *testing.T) {
	q := client.DossierQuery{Code: code(t, "H55.17.05-261120-0007")}
	sys := &system{id: "h55"}
	for name, s := range map[string]*client.Service{
		"offline":  client.NewService(client.ServiceConfig{Offline: true, Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{sys}}}}),
		"no route": client.NewService(client.ServiceConfig{}),
	} {
		if trace, err := traced(t, s, q, 0); err == nil || !trace.Silent() {
			t.Errorf("%s: %v, silent %v", name, err, trace.Silent())
		}
	}
	if (&client.Trace{}).Silent() {
		t.Error("a look-up that nobody recorded is said to have told nothing")
	}
}

// Each asker who shares a flight reads what it told, also one who leaves early,
// and one who comes while the refusal is rounded.
func TestTraceOfASharedFlight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := &office{id: "h55", after: time.Second, err: client.ErrNotFound}
		s := routed(client.AskFirst, 0, slow)
		q := client.DossierQuery{Code: code(t, "H55.17.05-261120-0007"), Proof: "1234"}
		done := make(chan *client.Trace)
		ask := func(begin, leave time.Duration) {
			time.Sleep(begin) //nolint:forbidigo // virtual time
			trace, _ := traced(t, s, q, leave)
			done <- trace
		}
		go ask(0, 0)
		go ask(0, 300*time.Millisecond)
		go ask(500*time.Millisecond, 0)
		go ask(1010*time.Millisecond, 0)
		go ask(1010*time.Millisecond, 10*time.Millisecond)
		for range 5 {
			if (<-done).Silent() {
				t.Error("one of those who shared a look-up is said to have been told nothing")
			}
		}
		if n := slow.asked.Load(); n != 1 {
			t.Errorf("the system was asked %d times", n)
		}
	})
}

// A system that is down beside another's "no" does not show by its time which "no"
// it was.
func TestRefusalsBesideADeadSystemComeAtSteps(t *testing.T) {
	for _, after := range []time.Duration{0, 300 * time.Microsecond, 49 * time.Millisecond} {
		synctest.Test(t, func(t *testing.T) {
			begin := time.Now()
			s := routed(client.AskFirst, 0, &office{id: "a", after: after, err: client.ErrNotFound}, &office{id: "b", err: down("b")})
			_, err := s.Track(t.Context(), client.DossierQuery{Code: code(t, "H55.17.05-261120-0007")})
			if took := time.Since(begin); took != 50*time.Millisecond || !errors.Is(err, client.ErrUnavailable) {
				t.Errorf("after %v: %v after %v", after, err, took)
			}
		})
	}
}

// Of a whole number nobody tries all.
func TestIsWholeNumber(t *testing.T) {
	for proof, want := range map[string]bool{
		"": false, "1007": false, "12345678": false, "123456789": true, "0912 345 678": true, "+84 912 345 678": true, "001 099 001 007": true,
		"0010990010071": false, "12345678a": false, "A123456789": false,
	} {
		if got := client.IsWholeNumber(proof); got != want {
			t.Errorf("%q: %v", proof, got)
		}
	}
}

// bomb is a system that panics, as over a body that nobody thought of.
type bomb struct{}

func (bomb) Source() client.SourceName { return client.SourceName{ID: "bomb", Name: "bomb"} }
func (bomb) Dossier(context.Context, client.DossierQuery) (client.Dossier, error) {
	panic("of a wrong proof, perhaps")
}

// A system that panics was asked: what it panicked over may be a wrong proof.
func TestTraceOfASystemThatPanics(t *testing.T) {
	for _, ask := range []client.Ask{client.AskFirst, client.AskAll} {
		s := client.NewService(client.ServiceConfig{Routes: []client.Route{{Match: "*", Ask: ask, Sources: []client.DossierSource{bomb{}}}}})
		if trace, err := traced(t, s, client.DossierQuery{Code: code(t, "H55.17.05-261120-0007"), Proof: "1234"}, 0); err == nil || trace.Silent() {
			t.Errorf("%s: %v, silent %v", ask, err, trace.Silent())
		}
	}
}
