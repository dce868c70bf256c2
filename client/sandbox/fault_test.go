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
)

func TestParseFaults(t *testing.T) {
	tests := []struct {
		in   string
		want []Fault
	}{
		{"", nil},
		{" none ", nil},
		{"latency=2s", []Fault{{Kind: FaultLatency, Wait: 2 * time.Second}}},
		{"latency", []Fault{{Kind: FaultLatency, Wait: time.Second}}},
		{"busy", []Fault{{Kind: FaultBusy}}},
		{"busy=30s", []Fault{{Kind: FaultBusy, Wait: 30 * time.Second}}},
		{"429", []Fault{{Kind: FaultBusy}}},
		{"error", []Fault{{Kind: FaultError, Status: 500}}},
		{"502", []Fault{{Kind: FaultError, Status: 502}}},
		{"reject", []Fault{{Kind: FaultReject, Status: 200}}},
		{"403", []Fault{{Kind: FaultReject, Status: 403}}},
		{"truncate=json", []Fault{{Kind: FaultTruncate, Proper: true}}},
		{"hang, drop", []Fault{{Kind: FaultHang}, {Kind: FaultDrop}}},
		{"national:error=503*3@1m30s,adapter:truncate", []Fault{
			{Scope: ScopeNational, Kind: FaultError, Status: 503, Count: 3, For: 90 * time.Second},
			{Scope: ScopeAdapter, Kind: FaultTruncate},
		}},
		{"igate:hang,opencps:busy=1s", []Fault{
			{Scope: ScopeIGate, Kind: FaultHang}, {Scope: ScopeOpenCPS, Kind: FaultBusy, Wait: time.Second},
		}},
	}
	for _, tt := range tests {
		got, err := ParseFaults(tt.in)
		if err != nil || !reflect.DeepEqual(got, tt.want) {
			t.Errorf("ParseFaults(%q) = %+v, %v, want %+v", tt.in, got, err, tt.want)
		}
		again, err := ParseFaults(FormatFaults(got))
		if err != nil || !reflect.DeepEqual(again, got) {
			t.Errorf("%q is written %q and read back as %+v, %v", tt.in, FormatFaults(got), again, err)
		}
	}
}

func TestParseFaultsSaysWhatCanStandThere(t *testing.T) {
	tests := []struct{ in, want string }{
		{"slow", "want latency, busy"},
		{"404", "want 403, 429 or 500"},
		{"latency=fast", "want a duration"},
		{"latency=-2s", "want a duration"},
		{"latency=1000h", "want a duration"},
		{"error=200", "want a status"},
		{"reject=404", "want 200 or 403"},
		{"truncate=half", "want nothing or =json"},
		{"hang=2s", "takes no value"},
		{"desk:hang", "want national:, adapter:, igate: or opencps:"},
		{"hang*0", "want a count"},
		{"hang*many", "want a count"},
		{"hang@soon", "want a duration"},
		{"hang@0s", "want a duration"},
		{"hang,,hang", "want latency"},
		{strings.Repeat("hang,", 16) + "hang", "more than 16"},
	}
	for _, tt := range tests {
		if got, err := ParseFaults(tt.in); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("ParseFaults(%q) = %v, %v, want an error with %q", tt.in, got, err, tt.want)
		}
	}
}

func FuzzParseFaults(f *testing.F) {
	for _, s := range []string{"", "none", "latency=2s", "national:error=503*3@1m", "busy=1.5s", "truncate=json,drop", "reject=403", "a:b*c@d=e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		faults, err := ParseFaults(s)
		if err != nil {
			return
		}
		again, err := ParseFaults(FormatFaults(faults))
		if err != nil || !reflect.DeepEqual(again, faults) {
			t.Fatalf("%q gives %+v, written %q, read back %+v, %v", s, faults, FormatFaults(faults), again, err)
		}
	})
}

// What each fault looks like to a program that asks.
func TestFaultsOnTheWire(t *testing.T) {
	_, server := newServer(t, Options{})
	ask := func(fault string) (int, http.Header, []byte, error) {
		return try(server.URL+listPath, listRequest{Limit: 50}, FaultHeader, fault)
	}
	t.Run("busy", func(t *testing.T) {
		status, h, _, err := ask("busy=30s")
		if err != nil || status != 429 || h.Get("Retry-After") != "30" {
			t.Errorf("status %d, Retry-After %q, %v", status, h.Get("Retry-After"), err)
		}
		if _, h, _, _ := ask("busy"); h.Get("Retry-After") != "" {
			t.Errorf("Retry-After %q was not asked for", h.Get("Retry-After"))
		}
	})
	t.Run("error", func(t *testing.T) {
		if status, _, _, err := ask("502"); err != nil || status != 502 {
			t.Errorf("status %d, %v", status, err)
		}
	})
	t.Run("reject", func(t *testing.T) {
		for fault, want := range map[string]int{"reject": 200, "reject=403": 403} {
			status, h, body, err := ask(fault)
			if err != nil || status != want || !strings.HasPrefix(h.Get("Content-Type"), "text/html") || !strings.Contains(string(body), "Request Rejected") {
				t.Errorf("%s: status %d, %s, %s, %v", fault, status, h.Get("Content-Type"), body, err)
			}
		}
	})
	t.Run("truncate", func(t *testing.T) {
		if status, _, body, err := ask("truncate"); !errors.Is(err, io.ErrUnexpectedEOF) || status != http.StatusCreated {
			t.Errorf("status %d, %d bytes, %v", status, len(body), err)
		}
		if _, _, body, err := ask("truncate=json"); err != nil || len(body) == 0 || json.Valid(body) {
			t.Errorf("%d bytes, valid %v, %v", len(body), json.Valid(body), err)
		}
	})
	t.Run("drop", func(t *testing.T) {
		if status, _, _, err := ask("drop"); !errors.Is(err, io.EOF) {
			t.Errorf("status %d, %v", status, err)
		}
	})
	t.Run("another scope", func(t *testing.T) {
		if status, _, _, err := ask("adapter:500"); err != nil || status != http.StatusCreated {
			t.Errorf("status %d, %v", status, err)
		}
	})
	t.Run("unreadable", func(t *testing.T) {
		if status, _, body, err := ask("slow"); err != nil || status != 400 || !strings.Contains(string(body), "want latency") {
			t.Errorf("status %d, %s, %v", status, body, err)
		}
	})
}

// Time passes at once in these; the clock is the test's.
func TestSlowFaults(t *testing.T) {
	ask := func(ctx context.Context, fault string) (answer *httptest.ResponseRecorder, took time.Duration, aborted bool) {
		s, err := New(Options{Now: at(tuesday)})
		if err != nil {
			t.Fatal(err)
		}
		req := httptest.NewRequestWithContext(ctx, http.MethodPost, NationalPath+"/x?"+FaultQuery+"="+fault, strings.NewReader("{}"))
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
				answer, took, aborted := ask(ctx, tt.fault)
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
	now := tuesday
	faults, err := ParseFaults("national:500*2,adapter:503@1m")
	if err != nil {
		t.Fatal(err)
	}
	s, server := newServer(t, Options{Faults: faults, Now: func() time.Time { return now }})
	national := func() int { status, _, _ := post(t, server.URL+listPath, listRequest{}); return status }
	adapter := func() int { status, _, _ := post(t, server.URL+AdapterPath+LoginPath, struct{}{}); return status }

	if got := []int{national(), national(), national()}; !reflect.DeepEqual(got, []int{500, 500, 201}) {
		t.Errorf("the national half: %v", got)
	}
	if got := adapter(); got != 503 {
		t.Errorf("the adapter: %d", got)
	}
	if got := FormatFaults(s.Faults()); got != "adapter:error=503@1m0s" {
		t.Errorf("still on: %s", got)
	}
	now = now.Add(time.Minute)
	if got := adapter(); got != 200 {
		t.Errorf("the adapter after a minute: %d", got)
	}
	if got := FormatFaults(s.Faults()); got != "none" {
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
		for i := 0; i+1 < len(header); i += 2 {
			req.Header.Set(header[i], header[i+1])
		}
		resp, err := web.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		out, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return resp.StatusCode, strings.TrimSpace(string(out))
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
	for _, addr := range []string{"192.0.2.7:4000", "[2001:db8::1]:4000", "nonsense"} {
		if fromLoopback(&http.Request{RemoteAddr: addr}) {
			t.Errorf("%s is not this machine", addr)
		}
	}
}
