package rest

import (
	"net/http"
	"testing"
	"time"
)

func TestBackOffHasFullJitter(t *testing.T) {
	for i, seconds := range []int{1, 2, 4, 8, 16, 16, 16} {
		top := time.Duration(seconds) * time.Second
		var least, most time.Duration = top, 0
		for range 2000 {
			d := backOff(i)
			least, most = min(least, d), max(most, d)
		}
		if most >= top {
			t.Errorf("attempt %d waited %v, want under %v", i, most, top)
		}
		if least > top/10 || most < top*9/10 {
			t.Errorf("attempt %d waited %v to %v, want all of 0 to %v", i, least, most, top)
		}
	}
}

func TestRetryAfterHeader(t *testing.T) {
	now := time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
	at := func(d time.Duration) string { return now.Add(d).Format(http.TimeFormat) }
	tests := []struct {
		name, value, date string
		want              time.Duration
	}{
		{"absent", "", "", 0},
		{"seconds", "120", "", 2 * time.Minute},
		{"blanks", " 3 ", "", 3 * time.Second},
		{"nothing", "0", "", 0},
		{"negative", "-5", "", 0},
		{"absurd", "99999999999999999999", "", maxRetryAfter},
		{"not a number", "NaN", "", 0},
		{"words", "soon", "", 0},
		{"date", at(90 * time.Second), "", 90 * time.Second},
		{"date gone by", at(-time.Hour), "", 0},
		{"date far ahead", at(9000 * time.Hour), "", maxRetryAfter},
		// The machine's clock is an hour slower than the server's.
		{"date by the server's clock", at(time.Hour + time.Minute), at(time.Hour), time.Minute},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			h := http.Header{}
			h.Set("Retry-After", tt.value)
			if tt.date != "" {
				h.Set("Date", tt.date)
			}
			if got := retryAfter(h, now); got != tt.want {
				t.Errorf("retryAfter(%q) = %v, want %v", tt.value, got, tt.want)
			}
		})
	}
}
