package audit_test

import (
	"bytes"
	"errors"
	"log/slog"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
	"motcua/client/workday"
	"motcua/kiosk/audit"
)

var h55 = client.SourceName{ID: "h55", Name: "Hệ thống một cửa"}

// turns is a log of sources and its lines so far.
type turns struct {
	*audit.Sources
	b bytes.Buffer
}

func newTurns() *turns {
	t := &turns{}
	t.Sources = audit.NewSources(slog.New(slog.NewTextHandler(&t.b, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}})))
	return t
}

func (t *turns) down(cause client.Cause) {
	h := client.SourceHealth{Source: h55, DownSince: time.Date(2026, 11, 24, 8, 2, 0, 0, workday.Zone), Cause: cause}
	t.Turned(h, &client.UnavailableError{Source: h55, Cause: cause, Err: errors.New("x509: expired")})
}

func (t *turns) back() { t.Turned(client.SourceHealth{Source: h55, LastOK: time.Now()}, nil) }

// lines returns the lines of the log, at a moment when nobody writes to it.
func (t *turns) lines() []string {
	synctest.Wait()
	return strings.Split(strings.TrimSuffix(t.b.String(), "\n"), "\n")
}

// An outage is one warning and its end another, logged as they happen.
func TestOutageIsToldOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newTurns()
		s.down(client.CauseExpired)
		time.Sleep(time.Hour) //nolint:forbidigo // virtual time
		s.back()
		want := `level=WARN msg="source does not answer" source=h55 cause=certificate_expired since=2026-11-24T01:02:00Z error="h55 unavailable (certificate_expired): x509: expired"
level=WARN msg="source answers again" source=h55 cause_before=certificate_expired
`
		if s.b.String() != want {
			t.Errorf("the log says\n%s\nwant\n%s", &s.b, want)
		}
	})
}

// A source that fails and recovers all night does not fill the log, and the last line gives
// its state.
func TestFlappingFillsNoLog(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newTurns()
		for range 4 * 60 * 6 { // four hours, a change every five seconds
			s.down(client.CauseReset)
			time.Sleep(5 * time.Second) //nolint:forbidigo // virtual time
			s.back()
			time.Sleep(5 * time.Second) //nolint:forbidigo // virtual time
		}
		s.down(client.CauseTimeout)
		time.Sleep(time.Hour) //nolint:forbidigo // virtual time
		lines := s.lines()
		// Four immediately, then one every five minutes.
		if n := len(lines); n < 40 || n > 4+4*12+2 {
			t.Errorf("%d lines of some 2,900 turns", n)
		}
		last := lines[len(lines)-1]
		if !strings.Contains(last, "cause=timeout") {
			t.Errorf("the last line is %q", last)
		}
		// Sixty changes in five minutes, of which one is logged; two may fall on the moment
		// of the line.
		if !regexp.MustCompile(`turns_untold=(5[789]|6[01])$`).MatchString(lines[10]) {
			t.Errorf("how often it turned is not told: %q", lines[10])
		}
		// After a quiet hour the next outage is logged immediately, and so is its end.
		s.back()
		if got := s.lines(); len(got) != len(lines)+1 || !strings.Contains(got[len(lines)], "answers again") || strings.Contains(got[len(lines)], "untold") {
			t.Errorf("then %q", got[len(lines):])
		}
	})
}

// Trouble with one source does not delay the lines about another.
func TestEachSourceHasItsOwnPace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newTurns()
		for range 20 {
			s.down(client.CauseReset)
			s.back()
		}
		before := len(s.lines())
		s.Turned(client.SourceHealth{Source: client.SourceName{ID: "national"}, DownSince: time.Now(), Cause: client.CauseDNS}, errors.New("x"))
		if got := s.lines(); before != 4 || len(got) != 5 || !strings.Contains(got[4], "source=national") {
			t.Errorf("%d lines, then %q", before, got)
		}
	})
}
