package fault

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Scope is the part of the sample portal to which a fault applies. The portal says which
// there are.
type Scope string

// ScopeAll is the scope of a fault that applies to all parts.
const ScopeAll Scope = ""

// SayScopes lists scopes in the form in which they precede a fault, with the word or
// before the last: "national:, adapter: or igate:".
func SayScopes(scopes []Scope, or string) string {
	var b strings.Builder
	for i, s := range scopes {
		switch {
		case i == 0:
		case i == len(scopes)-1:
			b.WriteString(" " + or + " ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(string(s) + ":")
	}
	return b.String()
}

// Kind is a way to fail.
type Kind string

// The kinds. Real portals do all of these.
const (
	Latency  Kind = "latency"  // answers late: latency=2s
	Busy     Kind = "busy"     // 429; busy=30s adds Retry-After
	Error    Kind = "error"    // a 5xx: error, error=503
	Reject   Kind = "reject"   // the firewall's HTML page with 200; reject=403
	Truncate Kind = "truncate" // the connection drops half way; truncate=json sends half a body and ends properly
	Hang     Kind = "hang"     // never answers
	Drop     Kind = "drop"     // closes the connection without an answer
)

// Fault is one way to fail, its scope, and for how long.
//
// As text: [scope:]kind[=value][*count][@duration], for example "latency=2s",
// "national:error=503*3", "adapter:busy=30s@1m". "429", "500" to "599" and
// "403" are short for busy, error and reject=403.
type Fault struct {
	Scope  Scope
	Kind   Kind
	Wait   time.Duration // the latency, or the value of Retry-After; 0 leaves that header out
	Status int           // of error and reject
	Proper bool          // truncate: half the JSON in a complete HTTP answer
	Count  int           // how many requests fail; 0 means all
	For    time.Duration // how long it lasts from when it is set; 0 means until it is cleared
}

// The defaults and limits of a fault.
const (
	defaultLatency = time.Second
	maxTime        = 24 * time.Hour
	maxCount       = 1_000_000
	mostFaults     = 16
)

// Parse reads a list of faults, separated by commas, of a portal with these scopes; ""
// and "none" mean no fault. An error repeats the part that cannot be read and says what is
// allowed there.
func Parse(s string, scopes []Scope) ([]Fault, error) {
	if s = strings.TrimSpace(s); s == "" || s == "none" {
		return nil, nil
	}
	var faults []Fault
	for piece := range strings.SplitSeq(s, ",") {
		f, err := parseOne(strings.TrimSpace(piece), scopes)
		if err != nil {
			return nil, fmt.Errorf("fault %q: %w", piece, err)
		}
		if faults = append(faults, f); len(faults) > mostFaults {
			return nil, fmt.Errorf("more than %d faults", mostFaults)
		}
	}
	return faults, nil
}

func parseOne(s string, scopes []Scope) (f Fault, err error) {
	if scope, rest, ok := strings.Cut(s, ":"); ok {
		if f.Scope = Scope(scope); !slices.Contains(scopes, f.Scope) {
			return f, fmt.Errorf("want %s before it, or none", SayScopes(scopes, "or"))
		}
		s = rest
	}
	if rest, d, ok := strings.Cut(s, "@"); ok {
		if f.For, err = parseTime(d); err != nil || f.For == 0 {
			return f, errors.New("want a duration like 1m30s after @")
		}
		s = rest
	}
	if rest, n, ok := strings.Cut(s, "*"); ok {
		if f.Count, err = strconv.Atoi(n); err != nil || f.Count < 1 || f.Count > maxCount {
			return f, errors.New("want a count of requests like 3 after *")
		}
		s = rest
	}
	kind, value, valued := strings.Cut(s, "=")
	if status, err := strconv.Atoi(kind); err == nil && !valued {
		return f, f.fromStatus(status)
	}
	f.Kind = Kind(kind)
	return f, f.setValue(value, valued)
}

func (f *Fault) fromStatus(status int) error {
	switch {
	case status == 429:
		f.Kind = Busy
	case status == 403:
		f.Kind, f.Status = Reject, status
	case status >= 500 && status <= 599:
		f.Kind, f.Status = Error, status
	default:
		return errors.New("want 403, 429 or 500 to 599")
	}
	return nil
}

func (f *Fault) setValue(value string, valued bool) (err error) {
	switch f.Kind {
	case Latency, Busy:
		if f.Kind == Latency {
			f.Wait = defaultLatency
		}
		if valued {
			if f.Wait, err = parseTime(value); err != nil {
				return errors.New("want a duration like 2s after =")
			}
		}
		if f.Kind == Busy {
			f.Wait = f.Wait.Truncate(time.Second) // Retry-After counts in seconds
		}
	case Error, Reject:
		return f.setStatus(value, valued)
	case Truncate:
		if f.Proper = value == "json"; valued && !f.Proper {
			return errors.New("want nothing or =json")
		}
	case Hang, Drop:
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
	if f.Kind == Error {
		f.Status = http.StatusInternalServerError
	}
	if !valued {
		return nil
	}
	f.Status, err = strconv.Atoi(value)
	switch {
	case f.Kind == Error && (err != nil || f.Status < 500 || f.Status > 599):
		return errors.New("want a status from 500 to 599 after =")
	case f.Kind == Reject && (err != nil || f.Status != http.StatusOK && f.Status != http.StatusForbidden):
		return errors.New("want 200 or 403 after =")
	}
	return nil
}

func parseTime(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	if err == nil && (d < 0 || d > maxTime) {
		err = errors.New("out of bounds")
	}
	return d, err
}

// String writes the fault so that Parse reads it back.
func (f Fault) String() string {
	var b strings.Builder
	if f.Scope != ScopeAll {
		b.WriteString(string(f.Scope) + ":")
	}
	b.WriteString(string(f.Kind))
	switch f.Kind {
	case Latency:
		b.WriteString("=" + f.Wait.String())
	case Busy:
		if f.Wait > 0 {
			b.WriteString("=" + f.Wait.String())
		}
	case Error, Reject:
		b.WriteString("=" + strconv.Itoa(f.Status))
	case Truncate:
		if f.Proper {
			b.WriteString("=json")
		}
	case Hang, Drop: // nothing to add
	}
	if f.Count > 0 {
		b.WriteString("*" + strconv.Itoa(f.Count))
	}
	if f.For > 0 {
		b.WriteString("@" + f.For.String())
	}
	return b.String()
}

// Format writes a list as Parse reads it; no fault is "none".
func Format(faults []Fault) string {
	if len(faults) == 0 {
		return "none"
	}
	words := make([]string, len(faults))
	for i, f := range faults {
		words[i] = f.String()
	}
	return strings.Join(words, ",")
}
