package igate

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"testing"
	"time"

	"motcua/client"
)

// clock is a time that the test moves.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

func (c *clock) now() time.Time { c.mu.Lock(); defer c.mu.Unlock(); return c.t }

func (c *clock) pass(d time.Duration) { c.mu.Lock(); c.t = c.t.Add(d); c.mu.Unlock() }

func serveAt(t *testing.T, g *gate) (*Source, *clock) {
	t.Helper()
	s := serve(t, g)
	c := &clock{t: at2026(11, 24, 8, 0)}
	s.now = c.now
	return s, c
}

func TestTokenIsShared(t *testing.T) {
	g := &gate{content: "[" + item(t, nil) + "]"}
	s := serve(t, g)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if g.logins != 1 || g.searches != 8 {
		t.Errorf("%d log-ins for %d searches, want 1 for 8", g.logins, g.searches)
	}
}

// A token is renewed shortly before its end, so that no search meets its end on
// the way.
func TestTokenIsRenewedBeforeItsEnd(t *testing.T) {
	tests := []struct {
		expires    string
		life, last time.Duration // its life, and how long it is used
	}{
		{"300", 5 * time.Minute, 270 * time.Second},
		{`"300"`, 5 * time.Minute, 270 * time.Second},
		{"60", time.Minute, 54 * time.Second},
		{"null", unsaidLife, 54 * time.Second},
		{"0", unsaidLife, 54 * time.Second},
		{"-5", unsaidLife, 54 * time.Second},
		{"999999999", maxLife, maxLife - renewMargin},
	}
	for _, tt := range tests {
		g := &gate{content: "[" + item(t, nil) + "]", expires: tt.expires}
		s, c := serveAt(t, g)
		look := func(want int) {
			t.Helper()
			if _, err := s.Dossier(t.Context(), query(t, "")); err != nil || g.logins != want {
				t.Errorf("expires %s: %d log-ins, want %d; %v", tt.expires, g.logins, want, err)
			}
		}
		look(1)
		c.pass(tt.last - time.Second)
		look(1)
		c.pass(time.Second)
		look(2)
	}
}

// While the log-in server is down the old token serves to its end.
func TestOldTokenOutlivesTheLogin(t *testing.T) {
	g := &gate{content: "[" + item(t, nil) + "]"}
	s, c := serveAt(t, g)
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
		t.Fatal(err)
	}
	g.deny = http.StatusBadGateway
	c.pass(280 * time.Second)
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
		t.Errorf("in the last seconds: %v", err)
	}
	c.pass(20 * time.Second)
	if _, err := s.Dossier(t.Context(), query(t, "")); causeOf(err) != client.CauseServer {
		t.Errorf("after the end: %v", err)
	}
}

func TestEndedTokenIsRenewedOnce(t *testing.T) {
	g := &gate{content: "[" + item(t, nil) + "]"}
	s, _ := serveAt(t, g)
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
		t.Fatal(err)
	}
	g.valid = "another" // the server was started anew
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
		t.Fatal(err)
	}
	if g.logins != 2 || g.searches != 3 {
		t.Errorf("%d log-ins, %d searches, want 2 and 3", g.logins, g.searches)
	}
}

// An API that takes no token costs one log-in, not one a look-up.
func TestStandingRefusalDoesNotHammerTheLogin(t *testing.T) {
	g := &gate{content: "[" + item(t, nil) + "]", failAll: http.StatusUnauthorized}
	s, c := serveAt(t, g)
	for range 5 {
		if _, err := s.Dossier(t.Context(), query(t, "")); causeOf(err) != client.CauseRefused {
			t.Errorf("error = %v", err)
		}
	}
	if g.logins != 2 {
		t.Errorf("%d log-ins, want 2", g.logins)
	}
	c.pass(vainRest)
	g.failAll, g.valid = 0, "another"
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil || g.logins != 3 {
		t.Errorf("%d log-ins, want 3; %v", g.logins, err)
	}
}

func TestRefusedLogin(t *testing.T) {
	g := &gate{content: "[" + item(t, nil) + "]", deny: http.StatusUnauthorized}
	s, c := serveAt(t, g)
	for range 3 {
		if _, err := s.Dossier(t.Context(), query(t, "")); causeOf(err) != client.CauseRefused {
			t.Errorf("error = %v", err)
		}
	}
	if g.logins != 1 || g.searches != 0 {
		t.Errorf("%d log-ins with a wrong secret, %d searches, want 1 and 0", g.logins, g.searches)
	}
	g.deny = 0
	c.pass(refusalRest)
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
		t.Errorf("after the rest: %v", err)
	}
}

func TestTokenThatIsNone(t *testing.T) {
	for in, want := range map[string]bool{"ey.J_-~+/=": true, "": false, "a b": false, "a\r\nX-Y: 1": false, "ế": false} {
		if headerSafe(in) != want {
			t.Errorf("headerSafe(%q) = %v", in, !want)
		}
	}
}

func TestCancelled(t *testing.T) {
	g := &gate{content: "[]"}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := serve(t, g).Dossier(ctx, query(t, "")); causeOf(err) != client.CauseCancelled {
		t.Errorf("error = %v", err)
	}
}

func causeOf(err error) client.Cause {
	var u *client.UnavailableError
	if errors.As(err, &u) {
		return u.Cause
	}
	return ""
}
