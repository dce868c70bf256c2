package limit_test

import (
	"encoding"
	"testing"

	"motcua/kiosk/limit"
)

// A value that is written and read again is the same.
func TestWrittenIsRead(t *testing.T) {
	for _, p := range []limit.Bucket{{Burst: 8, Hourly: 4}, {Burst: 5, Hourly: 5. / 24}, {Burst: 0.5, Hourly: 1.25}, {Burst: 1e6, Hourly: 1e-9}, {Burst: 3, Hourly: 1. / 3}, {}} {
		again(t, p, new(limit.Bucket))
	}
	again(t, limit.Rate{Burst: 1<<20 - 1, Minute: 60}, new(limit.Rate))
	again(t, limit.Startups{Start: 1, Rate: 0, Full: 1}, new(limit.Startups))
}

func again[T interface {
	comparable
	encoding.TextMarshaler
}](t *testing.T, v T, read encoding.TextUnmarshaler) {
	t.Helper()
	b, err := v.MarshalText()
	if err == nil {
		err = read.UnmarshalText(b)
	}
	if got, ok := any(read).(*T); err != nil || !ok || *got != v {
		t.Errorf("%+v is written %q and read as %+v: %v", v, b, read, err)
	}
}

func FuzzStartups(f *testing.F) {
	for _, s := range []string{"10:30:100", "1:0:1", "", "::", "1:2:3:4", "-1:30:100", "99999999999:1:1", "１:2:3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l := limit.Defaults()
		if l.Handshakes.UnmarshalText([]byte(s)) == nil && l.Check() != nil {
			t.Errorf("%q gives %+v: %v", s, l.Handshakes, l.Check())
		}
	})
}

func TestHowRatesAreWritten(t *testing.T) {
	for text, want := range map[string]limit.Rate{"1:1/m": {Burst: 1, Minute: 1}, "30:60/m": {Burst: 30, Minute: 60}} {
		if got := new(limit.Rate); got.UnmarshalText([]byte(text)) != nil || *got != want {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
	for _, text := range []string{"", "30:60", "30:60/h", ":60/m", "30:/m", "0:60/m", "30:0/m", "x:60/m", "30:x/m", "-1:60/m", "1.5:60/m", "2000000:60/m"} {
		if got := new(limit.Rate); got.UnmarshalText([]byte(text)) == nil {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
	for text, want := range map[string]limit.Bucket{
		"8:4/h": {Burst: 8, Hourly: 4}, "8:4": {Burst: 8, Hourly: 4}, "5:5/d": {Burst: 5, Hourly: 5. / 24}, "0:1000000": {Hourly: 1e6},
	} {
		if got := new(limit.Bucket); got.UnmarshalText([]byte(text)) != nil || *got != want {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
	for _, text := range []string{"", "8", ":4/h", "8:", "8:/h", "x:4/h", "8:x/h", "1e3:4/h", "8:+4", "8:-4", "8:1000001", "1000001:4", "1.2.3:4", "8:Inf"} {
		if got := new(limit.Bucket); got.UnmarshalText([]byte(text)) == nil {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
	// A rate stands by the day only where that is the plainer number.
	for want, p := range map[string]limit.Bucket{
		"5:5/d": {Burst: 5, Hourly: 5. / 24}, "8:4/h": {Burst: 8, Hourly: 4}, "8:12/d": {Burst: 8, Hourly: 0.5}, "3:8/d": {Burst: 3, Hourly: 1. / 3},
		"1:0.14285714285714285/h": {Burst: 1, Hourly: 1. / 7},
	} {
		if got, err := p.MarshalText(); err != nil || string(got) != want {
			t.Errorf("%+v is written %q, want %q: %v", p, got, want, err)
		}
	}
}
