package client_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
	"motcua/client/trace"
)

// says is how an office answers.
type says struct {
	after time.Duration
	err   error
	away  bool // the question does not reach it
}

// traced makes a look-up that is given up after leave, 0 for never, and gives its
// record.
func traced(t *testing.T, s *client.Service, q client.DossierQuery, leave time.Duration) (*trace.Trace, error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	if leave > 0 {
		time.AfterFunc(leave, cancel)
	}
	var seen trace.Trace
	_, err := s.Track(trace.With(ctx, &seen), q)
	return &seen, err
}

// told is what a record says.
type told struct{ unasked, unheard, refused, doubted bool }

func toldBy(t *trace.Trace) told {
	return told{t.Unasked(), t.Unheard(), t.Refused(), t.Doubted()}
}

// Whatever a "no" turns into on its way, the record says that a system may have
// told something; and it says so of nothing else.
func TestTraceSaysWhetherASystemMayHaveTold(t *testing.T) {
	page := &client.HandOverError{URL: "https://portal.example/tra-cuu"}
	failed := func(c client.Cause, status int) error {
		return &client.UnavailableError{Source: client.SourceName{ID: "o"}, Cause: c, Status: status, Err: errors.New("failed")}
	}
	var (
		unasked = told{unasked: true}
		unheard = told{unheard: true, doubted: true}
		unclear = told{doubted: true}
		refused = told{refused: true, doubted: true}
	)
	for _, ask := range []client.Ask{client.AskFirst, client.AskAll} {
		for _, tt := range []struct {
			name    string
			offices []says
			leave   time.Duration
			want    told
		}{
			{"no", []says{{err: client.ErrNotFound}}, 0, refused},
			{"no, and the asker leaves while it is rounded", []says{{err: client.ErrNotFound}}, 10 * time.Millisecond, refused},
			{"the asker leaves before the answer", []says{{after: time.Minute, err: client.ErrNotFound}}, time.Second, unclear},
			{"found", []says{{}}, 0, told{}},
			{"no, then a page", []says{{err: client.ErrNotFound}, {err: page}}, 0, refused},
			{"a page before the no", []says{{err: page}, {err: client.ErrNotFound}}, 0, refused},
			{"a page alone", []says{{err: page}}, 0, unasked},
			{"no, and one is not reached", []says{{err: client.ErrNotFound}, {err: failed(client.CauseClosed, 0), away: true}}, 0, refused},
			{"one is not reached, then no", []says{{err: failed(client.CauseClosed, 0), away: true}, {err: client.ErrNotFound}}, 0, refused},
			{"no, and one never speaks", []says{{err: client.ErrNotFound}, {after: time.Hour}}, 0, refused},
			{"no, and one fails oddly", []says{{err: client.ErrNotFound}, {err: errors.New("surprise")}}, 0, refused},
			{"none is reached", []says{{err: failed(client.CauseDNS, 0), away: true}, {err: failed(client.CauseTimeout, 0), away: true}}, 0, unasked},
			{"not let in", []says{{err: failed(client.CauseRefused, 401), away: true}}, 0, unasked},
			{"not reached in time", []says{{after: time.Hour, away: true}}, 0, unasked},
			{"not reached, then a page", []says{{after: time.Hour, away: true}, {err: page}}, 0, unasked},
			// Its silence may be how a portal says no to a proof.
			{"cut", []says{{err: failed(client.CauseReset, 0)}}, 0, unheard},
			{"cut, and one is not reached", []says{{err: failed(client.CauseReset, 0)}, {err: failed(client.CauseClosed, 0), away: true}}, 0, unheard},
			{"never speaks", []says{{after: time.Hour}}, 0, unheard},
			{"never speaks, then a page", []says{{after: time.Hour}, {err: page}}, 0, unheard},
			{"never speaks, and the asker leaves", []says{{after: time.Hour}}, time.Second, unclear},
			{"one never speaks, one is cut", []says{{after: time.Hour}, {err: failed(client.CauseReset, 0)}}, 0, unheard},
			// Whatever a portal sends may be its word on a proof.
			{"status 408", []says{{err: failed(client.CauseTimeout, 408)}}, 0, unclear},
			{"status 407", []says{{err: failed(client.CauseProxy, 407)}}, 0, unclear},
			{"a good answer that was cut", []says{{err: failed(client.CauseReset, 200)}}, 0, unheard},
			{"status 500", []says{{err: failed(client.CauseServer, 500)}}, 0, unclear},
			{"a web page", []says{{err: failed(client.CauseContent, 200)}}, 0, unclear},
			{"an error of no kind", []says{{err: errors.New("surprise")}}, 0, unclear},
			{"cut, and status 500", []says{{err: failed(client.CauseReset, 0)}, {err: failed(client.CauseServer, 500)}}, 0, unclear},
			{"one is cut, then found", []says{{err: failed(client.CauseReset, 0)}, {}}, 0, told{doubted: true}},
			{"one is not reached, then found", []says{{err: failed(client.CauseClosed, 0), away: true}, {}}, 0, told{}},
		} {
			t.Run(string(ask)+" "+tt.name, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					var offices []*office
					for i, o := range tt.offices {
						offices = append(offices, &office{id: string(rune('a' + i)), after: o.after, err: o.err, away: o.away})
					}
					seen, _ := traced(t, routed(ask, 5*time.Second, offices...), client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")}, tt.leave)
					if got := toldBy(seen); got != tt.want {
						t.Errorf("got %+v, want %+v", got, tt.want)
					}
				})
			})
		}
	}
}

// mute is a source that says nothing of what it sends.
type mute struct{ err error }

func (mute) Source() client.SourceName { return client.SourceName{ID: "mute", Name: "mute"} }
func (m mute) Dossier(context.Context, client.DossierQuery) (client.Dossier, error) {
	return client.Dossier{}, m.err
}

// Of a source that does not say what it sends it is taken that the question was
// sent.
func TestTraceOfASourceThatDoesNotTell(t *testing.T) {
	s := client.NewService(client.ServiceConfig{Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{mute{down("mute")}}}}})
	seen, _ := traced(t, s, client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")}, 0)
	if seen.Unasked() || !seen.Unheard() {
		t.Errorf("%+v", toldBy(seen))
	}
}

// Where nobody is asked nothing can be told; what is not known to be so is not.
func TestTraceWithoutASystem(t *testing.T) {
	q := client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")}
	sys := &system{id: "h55"}
	for name, s := range map[string]*client.Service{
		"offline":  client.NewService(client.ServiceConfig{Offline: true, Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{sys}}}}),
		"no route": client.NewService(client.ServiceConfig{}),
	} {
		if seen, err := traced(t, s, q, 0); err == nil || !seen.Unasked() {
			t.Errorf("%s: %v, unasked %v", name, err, seen.Unasked())
		}
	}
	if (&trace.Trace{}).Unasked() {
		t.Error("a look-up that nobody recorded is said to have told nothing")
	}
}

// Each asker who shares a flight reads what it told, also one who leaves early,
// and one who comes while the refusal is rounded.
func TestTraceOfASharedFlight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := &office{id: "h55", after: time.Second, err: client.ErrNotFound}
		s := routed(client.AskFirst, 0, slow)
		q := client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007"), Proof: "1234"}
		done := make(chan *trace.Trace)
		ask := func(begin, leave time.Duration) {
			time.Sleep(begin) //nolint:forbidigo // virtual time
			seen, _ := traced(t, s, q, leave)
			done <- seen
		}
		go ask(0, 0)
		go ask(0, 300*time.Millisecond)
		go ask(500*time.Millisecond, 0)
		go ask(1010*time.Millisecond, 0)
		go ask(1010*time.Millisecond, 10*time.Millisecond)
		for range 5 {
			if (<-done).Unasked() {
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
			_, err := s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")})
			if took := time.Since(begin); took != 50*time.Millisecond || !errors.Is(err, client.ErrUnavailable) {
				t.Errorf("after %v: %v after %v", after, err, took)
			}
		})
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
		if seen, err := traced(t, s, client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007"), Proof: "1234"}, 0); err == nil || seen.Unasked() {
			t.Errorf("%s: %v, unasked %v", ask, err, seen.Unasked())
		}
	}
}
