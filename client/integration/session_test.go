package integration

import (
	"errors"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/rest"
)

func noSteps(c *Config) { c.ProgressService = NoProgress }

func causeOf(err error) client.Cause {
	var u *client.UnavailableError
	if errors.As(err, &u) {
		return u.Cause
	}
	return ""
}

func TestSessionIsShared(t *testing.T) {
	a := &adapter{dossiers: "[" + item(t, nil) + "]"}
	s := serve(t, a, noSteps)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if a.logins != 1 || a.calls != 8 {
		t.Errorf("%d log-ins for %d calls, want 1 for 8", a.logins, a.calls)
	}
}

func TestEndedSessionIsRenewedOnce(t *testing.T) {
	a := &adapter{dossiers: "[" + item(t, nil) + "]"}
	s := serve(t, a, noSteps)
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
		t.Fatal(err)
	}
	a.valid = "another" // the adapter was restarted
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
		t.Fatal(err)
	}
	if a.logins != 2 || a.calls != 3 {
		t.Errorf("%d log-ins, %d calls, want 2 and 3", a.logins, a.calls)
	}
}

// An error code that is not about the session causes one log-in, not one for each look-up.
func TestStandingErrorDoesNotHammerTheLogin(t *testing.T) {
	a := &adapter{failAll: "99"}
	s := serve(t, a, noSteps)
	for range 5 {
		_, err := s.Dossier(t.Context(), query(t, ""))
		var code *errCode
		if causeOf(err) != client.CauseContent || !errors.As(err, &code) || code.code != "99" {
			t.Errorf("error = %v", err)
		}
	}
	if a.logins != 2 {
		t.Errorf("%d log-ins, want 2", a.logins)
	}
	// Later the session may really have ended.
	s.session.rejected.Add(-int64(rejectedRest))
	a.failAll, a.valid, a.dossiers = "", "another", "["+item(t, nil)+"]"
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil || a.logins != 3 {
		t.Errorf("%d log-ins, want 3; %v", a.logins, err)
	}
}

func TestRefusedLogin(t *testing.T) {
	a := &adapter{deny: true}
	s := serve(t, a, noSteps)
	for range 3 {
		_, err := s.Dossier(t.Context(), query(t, ""))
		if causeOf(err) != client.CauseRefused || strings.Contains(err.Error(), testPass) || strings.Contains(err.Error(), testUser) {
			t.Errorf("error = %v", err)
		}
	}
	if a.logins != 1 {
		t.Errorf("%d log-ins with a wrong password, want 1", a.logins)
	}
	a.deny = false
	s.session.until = time.Now().Add(-time.Second) // a minute later
	a.dossiers = "[" + item(t, nil) + "]"
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
		t.Errorf("after the rest: %v", err)
	}
}

// An adapter may refuse an account by a status too; it is tried only once.
func TestRefusedLoginByStatus(t *testing.T) {
	for _, status := range []int{http.StatusUnauthorized, http.StatusForbidden} {
		a := &adapter{denyBy: status}
		s := serve(t, a, noSteps)
		for range 3 {
			if _, err := s.Dossier(t.Context(), query(t, "")); causeOf(err) != client.CauseRefused {
				t.Errorf("%d: error = %v", status, err)
			}
		}
		if a.logins != 1 {
			t.Errorf("%d: %d log-ins, want 1", status, a.logins)
		}
	}
}

func TestErrorCodes(t *testing.T) {
	for code, zero := range map[rest.Raw]bool{"": true, "0": true, "00": true, "0\n": true, "1": false, "-1": false, "010": false, "OK": false} {
		if isZero(code) != zero {
			t.Errorf("isZero(%q) = %v", code, !zero)
		}
	}
	for code, want := range map[rest.Raw]string{"99": "99", "E_01": "E_01", "": "unreadable", "không có Nguyễn Văn A": "unreadable"} {
		if got := safeCode(code); got != want {
			t.Errorf("safeCode(%q) = %q, want %q", code, got, want)
		}
	}
}
