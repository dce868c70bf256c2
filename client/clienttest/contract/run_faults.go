package contract

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/sandbox"
	"motcua/client/sandbox/dossiers"
)

// faults checks that a system which is down, refuses or sends nonsense is "unavailable"
// with its cause, never "not found", and is asked again at the next look-up.
func (b Backend) faults(t *testing.T) {
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, "")
	s := sampleOf(t, dueTomorrow)
	look := func(ctx context.Context) error {
		_, err := src.Dossier(ctx, query(t, s.Code, b.least(s)))
		return err
	}
	for _, tt := range []struct {
		fault string
		cause client.Cause
		wait  time.Duration
	}{
		{"500", client.CauseServer, 0},
		{"503", client.CauseServer, 0},
		{"busy=30s", client.CauseBusy, 30 * time.Second},
		{"reject", client.CauseRejected, 0},
		{"reject=403", client.CauseRejected, 0},
		{"truncate", client.CauseContent, 0},
		{"truncate=json", client.CauseContent, 0},
		{"drop", client.CauseReset, 0},
	} {
		// Once during the log-in, once with a session that is still valid.
		for _, logged := range []bool{false, true} {
			stand.EndSessions()
			stand.EndTokens()
			src = b.Open(t, stand.url, "")
			if logged {
				if err := look(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			set(t, stand, tt.fault)
			err := look(t.Context())
			stand.SetFaults()
			var u *client.UnavailableError
			if !errors.As(err, &u) || u.Cause != tt.cause || u.RetryAfter != tt.wait || errors.Is(err, client.ErrNotFound) {
				t.Errorf("%s, logged in %v: %v, want cause %s", tt.fault, logged, err, tt.cause)
			}
			if err != nil && strings.Contains(err.Error(), "0007") {
				t.Errorf("%s: the error names the code: %v", tt.fault, err)
			}
			if err := look(t.Context()); err != nil {
				t.Errorf("after %s: %v", tt.fault, err)
			}
		}
	}
}

func set(tb testing.TB, s *stand, fault string) {
	tb.Helper()
	faults, err := sandbox.ParseFaults(fault)
	if err != nil {
		tb.Fatal(err)
	}
	s.SetFaults(faults...)
}

// slow checks that a slow system is waited for, and that one which never answers is given
// up at the context's deadline.
func (b Backend) slow(t *testing.T) {
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, "")
	s := sampleOf(t, dueTomorrow)
	set(t, stand, "latency=60ms")
	begin := time.Now()
	if _, err := src.Dossier(t.Context(), query(t, s.Code, b.least(s))); err != nil || time.Since(begin) < 60*time.Millisecond {
		t.Errorf("late by %s: %v", time.Since(begin), err)
	}
	set(t, stand, "hang")
	ctx, cancel := context.WithTimeout(t.Context(), 150*time.Millisecond)
	defer cancel()
	_, err := src.Dossier(ctx, query(t, s.Code, b.least(s)))
	if u := (*client.UnavailableError)(nil); !errors.As(err, &u) || u.Cause != client.CauseTimeout {
		t.Errorf("hanging: %v", err)
	}
	ctx, cancel = context.WithCancel(t.Context())
	cancel()
	_, err = src.Dossier(ctx, query(t, s.Code, b.least(s)))
	if u := (*client.UnavailableError)(nil); !errors.As(err, &u) || u.Cause != client.CauseCancelled {
		t.Errorf("the person left: %v", err)
	}
}

// sessionsEnd checks that an expired session is renewed without the person noticing.
func (b Backend) sessionsEnd(t *testing.T) {
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, "")
	s := sampleOf(t, dueTomorrow)
	for range 3 {
		if _, err := src.Dossier(t.Context(), query(t, s.Code, b.least(s))); err != nil {
			t.Error(err)
		}
		stand.EndSessions()
		stand.EndTokens()
	}
}

// neverLogsIn checks that a back end without an account never logs in.
func (b Backend) neverLogsIn(t *testing.T) {
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, "")
	for _, s := range dossiers.Samples() {
		_, _ = src.Dossier(t.Context(), query(t, s.Code, b.best(s)))
	}
	if stand.loggedIn() {
		t.Error("somebody logged in")
	}
}

// manyAtOnce checks that one source serves concurrent callers, each with their own
// answer.
func (b Backend) manyAtOnce(t *testing.T) {
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, "")
	var all sync.WaitGroup
	for _, s := range dossiers.Samples() {
		for _, proof := range []string{b.best(s), "9999"} {
			all.Go(func() {
				d, err := src.Dossier(t.Context(), query(t, s.Code, proof))
				if proof == "9999" && !errors.Is(err, b.refusal()) || proof != "9999" && (err != nil || d.Code.String() != s.Code) {
					t.Errorf("%s %s: %s, %v", s.Code, proof, d.Code, err)
				}
			})
		}
	}
	all.Wait()
}
