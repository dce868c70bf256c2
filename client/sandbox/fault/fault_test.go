package fault

import (
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"
)

// testScopes are those of a portal with four parts.
var testScopes = []Scope{"national", "adapter", "igate", "opencps"}

func TestParseFaults(t *testing.T) {
	tests := []struct {
		in   string
		want []Fault
	}{
		{"", nil},
		{" none ", nil},
		{"latency=2s", []Fault{{Kind: Latency, Wait: 2 * time.Second}}},
		{"latency", []Fault{{Kind: Latency, Wait: time.Second}}},
		{"busy", []Fault{{Kind: Busy}}},
		{"busy=30s", []Fault{{Kind: Busy, Wait: 30 * time.Second}}},
		{"429", []Fault{{Kind: Busy}}},
		{"error", []Fault{{Kind: Error, Status: 500}}},
		{"502", []Fault{{Kind: Error, Status: 502}}},
		{"reject", []Fault{{Kind: Reject, Status: 200}}},
		{"403", []Fault{{Kind: Reject, Status: 403}}},
		{"truncate=json", []Fault{{Kind: Truncate, Proper: true}}},
		{"hang, drop", []Fault{{Kind: Hang}, {Kind: Drop}}},
		{"national:error=503*3@1m30s,adapter:truncate", []Fault{
			{Scope: "national", Kind: Error, Status: 503, Count: 3, For: 90 * time.Second},
			{Scope: "adapter", Kind: Truncate},
		}},
		{"igate:hang,opencps:busy=1s", []Fault{
			{Scope: "igate", Kind: Hang}, {Scope: "opencps", Kind: Busy, Wait: time.Second},
		}},
	}
	for _, tt := range tests {
		got, err := Parse(tt.in, testScopes)
		if err != nil || !reflect.DeepEqual(got, tt.want) {
			t.Errorf("ParseFaults(%q) = %+v, %v, want %+v", tt.in, got, err, tt.want)
		}
		again, err := Parse(Format(got), testScopes)
		if err != nil || !reflect.DeepEqual(again, got) {
			t.Errorf("%q is written %q and read back as %+v, %v", tt.in, Format(got), again, err)
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
		{"desk:hang", "want " + SayScopes(testScopes, "or") + " before it"},
		{"hang*0", "want a count"},
		{"hang*many", "want a count"},
		{"hang@soon", "want a duration"},
		{"hang@0s", "want a duration"},
		{"hang,,hang", "want latency"},
		{strings.Repeat("hang,", 16) + "hang", "more than 16"},
	}
	for _, tt := range tests {
		if got, err := Parse(tt.in, testScopes); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("ParseFaults(%q) = %v, %v, want an error with %q", tt.in, got, err, tt.want)
		}
	}
}

func FuzzParseFaults(f *testing.F) {
	for _, s := range []string{"", "none", "latency=2s", "national:error=503*3@1m", "busy=1.5s", "truncate=json,drop", "reject=403", "a:b*c@d=e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		faults, err := Parse(s, testScopes)
		if err != nil {
			return
		}
		again, err := Parse(Format(faults), testScopes)
		if err != nil || !reflect.DeepEqual(again, faults) {
			t.Fatalf("%q gives %+v, written %q, read back %+v, %v", s, faults, Format(faults), again, err)
		}
	})
}

func TestOnlyThisMachineSetsFaults(t *testing.T) {
	for _, addr := range []string{"192.0.2.7:4000", "[2001:db8::1]:4000", "nonsense"} {
		if fromLoopback(&http.Request{RemoteAddr: addr}) {
			t.Errorf("%s is not this machine", addr)
		}
	}
}
