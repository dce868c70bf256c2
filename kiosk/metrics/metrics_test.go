package metrics_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/kiosk/limit/metered"
	"motcua/kiosk/metrics"
)

func get(t *testing.T, h http.Handler, path string) (int, string) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w.Code, w.Body.String()
}

func TestCounts(t *testing.T) {
	s := metrics.New([]string{"h55"})
	s.Connections(3)
	s.Started("interface", "public")
	s.Started("line", "staff")
	s.Ended("interface", "public", "left", 40*time.Second, 22, 1800)
	s.Refused("penalty")
	s.Lookup(metered.KindTrack, "h55", "found", 30*time.Millisecond)
	s.Lookup(metered.KindTrack, "", "limited", 0)
	s.Handshake(8 * time.Millisecond)
	s.Wire(5000, 9000)
	s.Panic()
	s.Padded()

	code, body := get(t, s.Handler(func() error { return nil }), "/metrics")
	if code != http.StatusOK {
		t.Fatalf("status %d", code)
	}
	for _, line := range []string{
		`motcua_connections 3`,
		`motcua_sessions{face="interface",role="public"} 0`,
		`motcua_sessions{face="line",role="staff"} 1`,
		`motcua_sessions_ended_total{face="interface",reason="left",role="public"} 1`,
		`motcua_session_bytes_total{direction="out",face="interface"} 1800`,
		`motcua_refused_total{why="penalty"} 1`,
		`motcua_lookups_total{kind="track",outcome="found",source="h55"} 1`,
		`motcua_lookups_total{kind="track",outcome="limited",source="none"} 1`,
		`motcua_lookup_seconds_bucket{kind="track",source="h55",le="0.05"} 1`,
		`motcua_handshake_seconds_count 1`,
		`motcua_wire_bytes_total{direction="in"} 5000`,
		`motcua_panics_total 1`,
		`motcua_padded_total 1`,
	} {
		if !strings.Contains(body, line+"\n") {
			t.Errorf("missing: %s", line)
		}
	}
}

// No value that a client chooses becomes a label value.
func TestLabelsAreFixedSets(t *testing.T) {
	s := metrics.New([]string{"h55"})
	const own = "Nguyễn Văn A"
	s.Started(own, own)
	s.Ended(own, own, own, 0, 0, 0)
	s.Refused(own)
	s.Lookup(metered.KindTrack, own, own, 0)
	_, body := get(t, s.Handler(func() error { return nil }), "/metrics")
	if strings.Contains(body, own) {
		t.Error("a word of a client became a label")
	}
	if !strings.Contains(body, `motcua_refused_total{why="other"} 1`) {
		t.Error("an unknown word is not counted as other")
	}
}

func TestHealth(t *testing.T) {
	s := metrics.New(nil)
	if code, body := get(t, s.Handler(func() error { return nil }), "/healthz"); code != 200 || body != "ok\n" {
		t.Errorf("healthy: %d %q", code, body)
	}
	ill := func() error { return errors.New("draining") }
	if code, body := get(t, s.Handler(ill), "/healthz"); code != 503 || body != "draining\n" {
		t.Errorf("ill: %d %q", code, body)
	}
}

func TestServeEndsWithItsContext(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- metrics.New(nil).Serve(ctx, l, func() error { return nil }) }()
	resp, err := http.Get("http://" + l.Addr().String() + "/healthz") //nolint:forbidigo // our own server, in a test
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, resp.Body)
	_ = resp.Body.Close()
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestNilCountsNothing(t *testing.T) {
	var s *metrics.Set
	s.Connections(1)
	s.Started("line", "public")
	s.Ended("line", "public", "left", 0, 0, 0)
	s.Refused("full")
	s.Lookup(metered.KindTrack, "", "found", 0)
	s.Handshake(0)
	s.Wire(1, 1)
	s.Panic()
	s.Padded()
	s.Sources([]string{"h55"})
	s.SourceFailed("h55", "dns")
	s.ConfigRead(true, time.Now())
	s.Build("v1.2.3")
	s.Catalogue(time.Now)
}

// What a rule alerts on is there from the start.
func TestSeriesFromTheStart(t *testing.T) {
	s := metrics.New([]string{"h55"})
	s.Build("v1.2.3")
	s.Catalogue(func() time.Time { return time.Unix(1_800_000_000, 0) })
	_, body := get(t, s.Handler(func() error { return nil }), "/metrics")
	for _, line := range []string{
		`,version="v1.2.3"} 1`,
		`motcua_catalogue_timestamp_seconds 1.8e+09`,
		`motcua_refused_total{why="sessions"} 0`,
		`motcua_paced_total{what="wire"} 0`,
		`motcua_guess_alarms_total{pattern="dense",role="public"} 0`,
		`motcua_lookups_total{kind="track",outcome="unavailable",source="h55"} 0`,
		`motcua_panics_total 0`,
	} {
		if !strings.Contains(body, line+"\n") {
			t.Errorf("missing: %s", line)
		}
	}
}

// Each source has a series for each cause from the start, and other causes never appear.
func TestSourceFailures(t *testing.T) {
	s := metrics.New([]string{"store", "h55"})
	s.Sources([]string{"h55"})
	_, body := get(t, s.Handler(func() error { return nil }), "/metrics")
	for _, c := range client.Causes() {
		if line := fmt.Sprintf("motcua_source_failures_total{cause=%q,source=\"h55\"} 0\n", string(c)); !strings.Contains(body, line) {
			t.Errorf("missing from the start: %s", line)
		}
	}
	for range 3 {
		s.SourceFailed("h55", "certificate_expired")
	}
	for i := range 50 {
		s.SourceFailed(fmt.Sprint("portal", i), fmt.Sprint("cause", i))
	}
	_, body = get(t, s.Handler(func() error { return nil }), "/metrics")
	for _, line := range []string{
		`motcua_source_failures_total{cause="certificate_expired",source="h55"} 3`,
		`motcua_source_failures_total{cause="other",source="other"} 50`,
	} {
		if !strings.Contains(body, line+"\n") {
			t.Errorf("missing: %s", line)
		}
	}
	if n := strings.Count(body, "motcua_source_failures_total{"); n != len(client.Causes())+1 {
		t.Errorf("%d series", n)
	}
}

// The metrics say whether the last reload succeeded, and when the configuration in use was
// read.
func TestConfigRead(t *testing.T) {
	s := metrics.New(nil)
	look := func(want ...string) {
		t.Helper()
		_, body := get(t, s.Handler(func() error { return nil }), "/metrics")
		for _, line := range want {
			if !strings.Contains(body, line+"\n") {
				t.Errorf("missing: %s", line)
			}
		}
	}
	s.ConfigRead(true, time.Unix(1_800_000_000, 0))
	look("motcua_config_last_reload_successful 1", "motcua_config_last_reload_success_timestamp_seconds 1.8e+09")
	s.ConfigRead(false, time.Unix(1_800_000_100, 0))
	look("motcua_config_last_reload_successful 0", "motcua_config_last_reload_success_timestamp_seconds 1.8e+09")
	s.ConfigRead(true, time.Unix(1_900_000_000, 0))
	look("motcua_config_last_reload_successful 1", "motcua_config_last_reload_success_timestamp_seconds 1.9e+09")
}

// States are named by their IDs, up to a bound, because a portal may put anything there.
func TestUnknownStates(t *testing.T) {
	s := metrics.New([]string{"h55"})
	for i := range 60 {
		s.Unknown("h55", fmt.Sprint(i))
	}
	s.Unknown("h55", "7")
	s.Unknown("nobody", "7")
	(*metrics.Set)(nil).Unknown("h55", "7")
	_, body := get(t, s.Handler(func() error { return nil }), "/metrics")
	for _, line := range []string{
		`motcua_unknown_states_total{source="h55",state="7"} 2`,
		`motcua_unknown_states_total{source="h55",state="other"} 10`,
		`motcua_unknown_states_total{source="other",state="7"} 1`,
	} {
		if !strings.Contains(body, line+"\n") {
			t.Errorf("missing: %s", line)
		}
	}
	if n := strings.Count(body, "motcua_unknown_states_total{"); n != 52 {
		t.Errorf("%d series, want 50 states, other, and one of no source", n)
	}
}
