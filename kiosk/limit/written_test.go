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
