package igate

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
)

func serveAt(t *testing.T, g *gate) (*Source, *clienttest.Clock) {
	t.Helper()
	s := serve(t, g)
	c := clienttest.NewClock(at2026(11, 24, 8, 0))
	s.now = c.Now
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

// A token is renewed shortly before it expires, so that it does not expire during a search.
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
		c.Advance(tt.last - time.Second)
		look(1)
		c.Advance(time.Second)
		look(2)
	}
}

// While the log-in server is down, the old token is used until it expires.
func TestOldTokenOutlivesTheLogin(t *testing.T) {
	g := &gate{content: "[" + item(t, nil) + "]"}
	s, c := serveAt(t, g)
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
		t.Fatal(err)
	}
	g.deny = http.StatusBadGateway
	c.Advance(280 * time.Second)
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
		t.Errorf("in the last seconds: %v", err)
	}
	c.Advance(20 * time.Second)
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
	g.valid = "another" // the server was restarted
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
		t.Fatal(err)
	}
	if g.logins != 2 || g.searches != 3 {
		t.Errorf("%d log-ins, %d searches, want 2 and 3", g.logins, g.searches)
	}
}

// When the API accepts no token, there is one log-in, not one for each look-up.
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
	c.Advance(rejectedRest)
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
	c.Advance(refusalRest)
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
