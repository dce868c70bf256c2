package client_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"
	"time"

	"motcua/client"
)

// book writes down what a watcher is told.
type book struct {
	mu     sync.Mutex
	failed map[client.Cause]int
	turned []string
}

func (b *book) Failed(_ client.SourceName, cause client.Cause) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.failed == nil {
		b.failed = map[client.Cause]int{}
	}
	b.failed[cause]++
}

func (b *book) Turned(h client.SourceHealth, why error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	line := h.Source.ID + " answers"
	if why != nil {
		line = fmt.Sprintf("%s %s %v", h.Source.ID, h.Cause, !h.DownSince.IsZero())
	}
	b.turned = append(b.turned, line)
}

func failing(id string, cause client.Cause) error {
	return &client.UnavailableError{Source: client.SourceName{ID: id}, Cause: cause, Err: errors.New("x")}
}

// A watcher hears of each failure, and once of each change.
func TestWatcherHearsOfChanges(t *testing.T) {
	src := &system{id: "h55"}
	var seen book
	s := client.NewService(client.ServiceConfig{Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{src}}}})
	s.Watch(&seen)
	for i, err := range []error{
		nil, client.ErrNotFound, // it answers, as it should: nothing to tell
		failing("h55", client.CauseExpired), failing("h55", client.CauseExpired), failing("h55", client.CauseExpired),
		failing("h55", client.CauseDNS),
		client.ErrNotFound, nil,
		failing("h55", client.CauseDNS),
	} {
		src.err = err
		_, _ = s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, fmt.Sprintf("H55.17.05-261120-%04d", i+1))})
	}
	want := []string{"h55 certificate_expired true", "h55 dns true", "h55 answers", "h55 dns true"}
	if !reflect.DeepEqual(seen.turned, want) {
		t.Errorf("told of\n%q, want\n%q", seen.turned, want)
	}
	if want := map[client.Cause]int{client.CauseExpired: 3, client.CauseDNS: 2}; !reflect.DeepEqual(seen.failed, want) {
		t.Errorf("counted %v, want %v", seen.failed, want)
	}
	if h := s.Sources(); len(h) != 1 || h[0].Cause != client.CauseDNS {
		t.Errorf("the state page shows %+v", h)
	}
}

// A source says whether it was asked for dossiers, and when it last failed, also to the next process:
// the first page warns of those alone.
func TestHealthKnowsWhoAnswersAboutDossiers(t *testing.T) {
	src := &system{id: "h55", err: failing("h55", client.CauseTimeout)}
	cfg := client.ServiceConfig{
		Routes:     []client.Route{{Match: "*", Sources: []client.DossierSource{src}}},
		Procedures: []client.ProcedureSource{&portal{id: "n", err: failing("n", client.CauseDNS)}},
	}
	s := client.NewService(cfg)
	before := time.Now()
	_, _ = s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0001")})
	_, _ = s.Search(t.Context(), client.Query{Words: "x"})
	next := client.NewService(cfg)
	next.Resume(s.Outages())
	for name, of := range map[string]*client.Service{"this process": s, "the next": next} {
		list := of.Sources()
		if len(list) != 2 || !list[0].Dossiers || list[1].Dossiers {
			t.Errorf("%s: %+v", name, list)
		}
		for _, h := range list {
			if h.DownSince.IsZero() || h.LastFailed.Before(before) {
				t.Errorf("%s: %s failed at %v", name, h.Source.ID, h.LastFailed)
			}
		}
	}
	src.err = nil
	_, _ = s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0002")})
	if h := s.Sources()[0]; !h.DownSince.IsZero() || !h.Dossiers {
		t.Errorf("after an answer: %+v", h)
	}
}

// A person who leaves is no fault of the source.
func TestWatcherHearsNothingOfThoseWhoLeave(t *testing.T) {
	var seen book
	s := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{&portal{id: "n", err: failing("n", client.CauseCancelled)}}})
	s.Watch(&seen)
	_, _ = s.Search(t.Context(), client.Query{Words: "x"})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, _ = s.Search(ctx, client.Query{Words: "y"})
	if len(seen.turned)+len(seen.failed) != 0 {
		t.Errorf("told of %q, %v", seen.turned, seen.failed)
	}
}

// Reading the catalogue asks the portal where look-ups are answered here: what it
// learns counts, what is about the disk does not.
func TestWatcherHearsOfReadings(t *testing.T) {
	var seen book
	s := client.NewService(client.ServiceConfig{})
	s.Watch(&seen)
	src := client.SourceName{ID: "national"}
	s.Heard(src, errors.New("disk full"))
	if len(s.Sources()) != 0 {
		t.Error("a full disk is told of the portal")
	}
	s.Heard(src, failing("national", client.CauseReset))
	s.Heard(src, nil)
	if want := []string{"national reset true", "national answers"}; !reflect.DeepEqual(seen.turned, want) {
		t.Errorf("told of %q", seen.turned)
	}
	if h := s.Sources(); len(h) != 1 || h[0].LastOK.Before(time.Now().Add(-time.Minute)) {
		t.Errorf("health %+v", h)
	}
}

func TestCausesAreAllDifferent(t *testing.T) {
	seen := map[client.Cause]bool{}
	for _, c := range client.Causes() {
		if seen[c] || c == "" || c == client.CauseCancelled {
			t.Errorf("%q", c)
		}
		seen[c] = true
	}
	for c, want := range map[client.Cause]bool{client.CauseTimeout: true, client.CauseReset: true, client.CauseDNS: false, client.CauseExpired: false, "": false} {
		if c.OfSize() != want {
			t.Errorf("%q: %v", c, !want)
		}
	}
}
