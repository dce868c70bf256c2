package sandbox

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client/clienttest/ask"
	"motcua/client/sandbox/adapter"
	"motcua/client/sandbox/fault"
)

// What each fault looks like to a program that asks.
func TestFaultsOnTheWire(t *testing.T) {
	_, server := newServer(t, Options{})
	with := func(list string) (int, http.Header, []byte, error) {
		return ask.TryPost(server.URL+listPath, map[string]int{"limit": 50}, fault.Header, list)
	}
	t.Run("busy", func(t *testing.T) {
		status, h, _, err := with("busy=30s")
		if err != nil || status != 429 || h.Get("Retry-After") != "30" {
			t.Errorf("status %d, Retry-After %q, %v", status, h.Get("Retry-After"), err)
		}
		if _, h, _, _ := with("busy"); h.Get("Retry-After") != "" {
			t.Errorf("Retry-After %q was not asked for", h.Get("Retry-After"))
		}
	})
	t.Run("error", func(t *testing.T) {
		if status, _, _, err := with("502"); err != nil || status != 502 {
			t.Errorf("status %d, %v", status, err)
		}
	})
	t.Run("reject", func(t *testing.T) {
		for list, want := range map[string]int{"reject": 200, "reject=403": 403} {
			status, h, body, err := with(list)
			if err != nil || status != want || !strings.HasPrefix(h.Get("Content-Type"), "text/html") || !strings.Contains(string(body), "Request Rejected") {
				t.Errorf("%s: status %d, %s, %s, %v", list, status, h.Get("Content-Type"), body, err)
			}
		}
	})
	t.Run("truncate", func(t *testing.T) {
		if status, _, body, err := with("truncate"); !errors.Is(err, io.ErrUnexpectedEOF) || status != http.StatusCreated {
			t.Errorf("status %d, %d bytes, %v", status, len(body), err)
		}
		if _, _, body, err := with("truncate=json"); err != nil || len(body) == 0 || json.Valid(body) {
			t.Errorf("%d bytes, valid %v, %v", len(body), json.Valid(body), err)
		}
	})
	t.Run("drop", func(t *testing.T) {
		if status, _, _, err := with("drop"); !errors.Is(err, io.EOF) {
			t.Errorf("status %d, %v", status, err)
		}
	})
	t.Run("another scope", func(t *testing.T) {
		if status, _, _, err := with("adapter:500"); err != nil || status != http.StatusCreated {
			t.Errorf("status %d, %v", status, err)
		}
	})
	t.Run("unreadable", func(t *testing.T) {
		if status, _, body, err := with("slow"); err != nil || status != 400 || !strings.Contains(string(body), "want latency") {
			t.Errorf("status %d, %s, %v", status, body, err)
		}
	})
}

// Time passes at once in these; the clock is the test's.
func TestSlowFaults(t *testing.T) {
	strike := func(ctx context.Context, list string) (answer *httptest.ResponseRecorder, took time.Duration, aborted bool) {
		s, err := New(Options{Now: at(wednesday)})
		if err != nil {
			t.Fatal(err)
		}
		req := httptest.NewRequestWithContext(ctx, http.MethodPost, NationalPath+"/x?"+fault.Query+"="+list, strings.NewReader("{}"))
		answer = httptest.NewRecorder()
		start := time.Now()
		defer func() {
			took = time.Since(start)
			aborted = recover() != nil
		}()
		s.Handler().ServeHTTP(answer, req)
		return
	}
	tests := []struct {
		fault    string
		patience time.Duration
		took     time.Duration
		aborted  bool
	}{
		{"latency=2s", time.Minute, 2 * time.Second, false},
		{"latency=2s,latency=3s", time.Minute, 5 * time.Second, false},
		{"latency=2s", time.Second, time.Second, true},
		{"hang", time.Hour, time.Hour, true},
	}
	for _, tt := range tests {
		t.Run(tt.fault, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), tt.patience)
				defer cancel()
				answer, took, aborted := strike(ctx, tt.fault)
				if took != tt.took || aborted != tt.aborted {
					t.Errorf("after %s, aborted %v, want %s, %v", took, aborted, tt.took, tt.aborted)
				}
				if !aborted && !json.Valid(answer.Body.Bytes()) {
					t.Errorf("got %s", answer.Body)
				}
			})
		})
	}
}

func TestFaultsAreScopedCountedAndTimed(t *testing.T) {
	now := wednesday
	faults, err := ParseFaults("national:500*2,adapter:503@1m")
	if err != nil {
		t.Fatal(err)
	}
	s, server := newServer(t, Options{Faults: faults, Now: func() time.Time { return now }})
	national := func() int { status, _, _ := ask.Post(t, server.URL+listPath, struct{}{}); return status }
	adapter := func() int {
		status, _, _ := ask.Post(t, server.URL+AdapterPath+adapter.LoginPath, struct{}{})
		return status
	}

	if got := []int{national(), national(), national()}; !reflect.DeepEqual(got, []int{500, 500, 201}) {
		t.Errorf("the national half: %v", got)
	}
	if got := adapter(); got != 503 {
		t.Errorf("the adapter: %d", got)
	}
	if got := fault.Format(s.Faults()); got != "adapter:error=503@1m0s" {
		t.Errorf("still on: %s", got)
	}
	now = now.Add(time.Minute)
	if got := adapter(); got != 200 {
		t.Errorf("the adapter after a minute: %d", got)
	}
	if got := fault.Format(s.Faults()); got != "none" {
		t.Errorf("still on: %s", got)
	}
}

func TestTheControlEndpoint(t *testing.T) {
	s, server := newServer(t, Options{})
	send := func(method, body string, header ...string) (int, string) {
		req, err := http.NewRequest(method, server.URL+FaultsPath, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		status, out := ask.Send(t, req, header...)
		return status, strings.TrimSpace(string(out))
	}
	steps := []struct {
		method, body string
		status       int
		want         string
	}{
		{"GET", "", 200, `{"faults":"none"}`},
		{"POST", "latency=2s,adapter:500*3", 200, `{"faults":"latency=2s,adapter:error=500*3"}`},
		{"POST", `{"faults":"hang"}`, 200, `{"faults":"hang"}`},
		{"POST", "slow", 400, `fault "slow": want latency, busy, error, reject, truncate, hang or drop`},
		{"POST", `{"faults":`, 400, `want {"faults": "latency=2s"}`},
		{"GET", "", 200, `{"faults":"hang"}`}, // a mistake changes nothing
		{"DELETE", "", 200, `{"faults":"none"}`},
		{"POST", "hang", 200, `{"faults":"hang"}`},
		{"POST", "", 200, `{"faults":"none"}`},
		{"PATCH", "", 405, "want GET, POST or DELETE"},
	}
	for _, step := range steps {
		if status, got := send(step.method, step.body); status != step.status || got != step.want {
			t.Errorf("%s %s: %d %s, want %d %s", step.method, step.body, status, got, step.status, step.want)
		}
	}
	if status, _ := send("POST", "hang", "Origin", "https://example.com"); status != http.StatusForbidden || len(s.Faults()) != 0 {
		t.Errorf("a web page sets faults: %d", status)
	}
}
