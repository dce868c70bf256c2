package rest_test

import (
	"context"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/rest"
)

func TestAnOutagePasses(t *testing.T) {
	now := time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
	left, leave := context.WithCancel(t.Context())
	leave()
	down := &client.UnavailableError{Cause: client.CauseTimeout}
	for name, tt := range map[string]struct {
		ctx   context.Context
		err   error
		after time.Duration
		on    bool
	}{
		"nothing was asked":           {t.Context(), nil, 0, false},
		"no such procedure":           {t.Context(), client.ErrNotFound, 0, false},
		"the asker left":              {left, down, 0, false},
		"a moment ago":                {t.Context(), down, time.Second, true},
		"a minute ago":                {t.Context(), down, time.Minute, false},
		"the clock was set back":      {t.Context(), down, -time.Hour, false},
		"it asked to come back later": {t.Context(), &client.UnavailableError{RetryAfter: 10 * time.Minute}, 9 * time.Minute, true},
	} {
		var o rest.Outage
		o.Note(tt.ctx, now, tt.err)
		if on := o.On(now.Add(tt.after)); on != tt.on {
			t.Errorf("%s: %v", name, on)
		}
		if o.End(); o.On(now.Add(tt.after)) {
			t.Errorf("%s: it does not end", name)
		}
	}
}
