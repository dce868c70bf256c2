package sandbox

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Scope is the part of the sample portal that a fault is in.
type Scope string

// The scopes; the empty one is all of them.
const (
	ScopeAll      Scope = ""
	ScopeNational Scope = "national"
	ScopeAdapter  Scope = "adapter"
	ScopeIGate    Scope = "igate"
	ScopeOpenCPS  Scope = "opencps"
)

// Scopes are the parts that can fail by themselves, in the order in which people
// are told of them.
func Scopes() []Scope { return []Scope{ScopeNational, ScopeAdapter, ScopeIGate, ScopeOpenCPS} }

// SayScopes names them as they stand before a fault, the last behind or:
// "national:, adapter: or igate:".
func SayScopes(or string) string {
	var b strings.Builder
	for i, s := range Scopes() {
		switch {
		case i == 0:
		case i == len(Scopes())-1:
			b.WriteString(" " + or + " ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(string(s) + ":")
	}
	return b.String()
}

// FaultKind is a way to fail.
type FaultKind string

// The kinds. Real portals do all of these.
const (
	FaultLatency  FaultKind = "latency"  // answers late: latency=2s
	FaultBusy     FaultKind = "busy"     // 429; busy=30s adds Retry-After
	FaultError    FaultKind = "error"    // a 5xx: error, error=503
	FaultReject   FaultKind = "reject"   // the firewall's HTML page with 200; reject=403
	FaultTruncate FaultKind = "truncate" // the line drops half way; truncate=json ends the answer properly
	FaultHang     FaultKind = "hang"     // never answers
	FaultDrop     FaultKind = "drop"     // closes the connection without an answer
)

// Fault is one way to fail, where, and for how long.
//
// As text: [scope:]kind[=value][*count][@duration], for example "latency=2s",
// "national:error=503*3", "adapter:busy=30s@1m". "429", "500" to "599" and
// "403" are short for busy, error and reject=403.
type Fault struct {
	Scope  Scope
	Kind   FaultKind
	Wait   time.Duration // latency, or what Retry-After says; 0 leaves that header out
	Status int           // of error and reject
	Proper bool          // truncate: half the JSON under a sound HTTP answer
	Count  int           // how many requests fail; 0 means all
	For    time.Duration // how long it lasts from when it is set; 0 means until it is cleared
}

// The defaults and bounds of a fault.
const (
	defaultLatency = time.Second
	maxFaultTime   = 24 * time.Hour
	maxFaultCount  = 1_000_000
	maxFaults      = 16
)

// ParseFaults reads a list of faults, separated by commas; "" and "none" are no
// fault. An error repeats the piece that cannot be read and says what can stand
// there.
func ParseFaults(s string) ([]Fault, error) {
	if s = strings.TrimSpace(s); s == "" || s == "none" {
		return nil, nil
	}
	var faults []Fault
	for piece := range strings.SplitSeq(s, ",") {
		f, err := parseFault(strings.TrimSpace(piece))
		if err != nil {
			return nil, fmt.Errorf("fault %q: %w", piece, err)
		}
		if faults = append(faults, f); len(faults) > maxFaults {
			return nil, fmt.Errorf("more than %d faults", maxFaults)
		}
	}
	return faults, nil
}

func parseFault(s string) (f Fault, err error) {
	if scope, rest, ok := strings.Cut(s, ":"); ok {
		if f.Scope = Scope(scope); !slices.Contains(Scopes(), f.Scope) {
			return f, fmt.Errorf("want %s before it, or none", SayScopes("or"))
		}
		s = rest
	}
	if rest, d, ok := strings.Cut(s, "@"); ok {
		if f.For, err = faultTime(d); err != nil || f.For == 0 {
			return f, errors.New("want a duration like 1m30s after @")
		}
		s = rest
	}
	if rest, n, ok := strings.Cut(s, "*"); ok {
		if f.Count, err = strconv.Atoi(n); err != nil || f.Count < 1 || f.Count > maxFaultCount {
			return f, errors.New("want a count of requests like 3 after *")
		}
		s = rest
	}
	kind, value, valued := strings.Cut(s, "=")
	if status, err := strconv.Atoi(kind); err == nil && !valued {
		return f, f.fromStatus(status)
	}
	f.Kind = FaultKind(kind)
	return f, f.setValue(value, valued)
}

func (f *Fault) fromStatus(status int) error {
	switch {
	case status == 429:
		f.Kind = FaultBusy
	case status == 403:
		f.Kind, f.Status = FaultReject, status
	case status >= 500 && status <= 599:
		f.Kind, f.Status = FaultError, status
	default:
		return errors.New("want 403, 429 or 500 to 599")
	}
	return nil
}

func (f *Fault) setValue(value string, valued bool) (err error) {
	switch f.Kind {
	case FaultLatency, FaultBusy:
		if f.Kind == FaultLatency {
			f.Wait = defaultLatency
		}
		if valued {
			if f.Wait, err = faultTime(value); err != nil {
				return errors.New("want a duration like 2s after =")
			}
		}
		if f.Kind == FaultBusy {
			f.Wait = f.Wait.Truncate(time.Second) // Retry-After counts in seconds
		}
	case FaultError, FaultReject:
		return f.setStatus(value, valued)
	case FaultTruncate:
		if f.Proper = value == "json"; valued && !f.Proper {
			return errors.New("want nothing or =json")
		}
	case FaultHang, FaultDrop:
		if valued {
			return errors.New("it takes no value")
		}
	default:
		return errors.New("want latency, busy, error, reject, truncate, hang or drop")
	}
	return nil
}

func (f *Fault) setStatus(value string, valued bool) (err error) {
	f.Status = http.StatusOK
	if f.Kind == FaultError {
		f.Status = http.StatusInternalServerError
	}
	if !valued {
		return nil
	}
	f.Status, err = strconv.Atoi(value)
	switch {
	case f.Kind == FaultError && (err != nil || f.Status < 500 || f.Status > 599):
		return errors.New("want a status from 500 to 599 after =")
	case f.Kind == FaultReject && (err != nil || f.Status != http.StatusOK && f.Status != http.StatusForbidden):
		return errors.New("want 200 or 403 after =")
	}
	return nil
}

func faultTime(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	if err == nil && (d < 0 || d > maxFaultTime) {
		err = errors.New("out of bounds")
	}
	return d, err
}

// String writes the fault so that ParseFaults reads it back.
func (f Fault) String() string {
	var b strings.Builder
	if f.Scope != ScopeAll {
		b.WriteString(string(f.Scope) + ":")
	}
	b.WriteString(string(f.Kind))
	switch f.Kind {
	case FaultLatency:
		b.WriteString("=" + f.Wait.String())
	case FaultBusy:
		if f.Wait > 0 {
			b.WriteString("=" + f.Wait.String())
		}
	case FaultError, FaultReject:
		b.WriteString("=" + strconv.Itoa(f.Status))
	case FaultTruncate:
		if f.Proper {
			b.WriteString("=json")
		}
	}
	if f.Count > 0 {
		b.WriteString("*" + strconv.Itoa(f.Count))
	}
	if f.For > 0 {
		b.WriteString("@" + f.For.String())
	}
	return b.String()
}

// FormatFaults writes a list as ParseFaults reads it; no fault is "none".
func FormatFaults(faults []Fault) string {
	if len(faults) == 0 {
		return "none"
	}
	words := make([]string, len(faults))
	for i, f := range faults {
		words[i] = f.String()
	}
	return strings.Join(words, ",")
}
