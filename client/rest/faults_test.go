package rest

import (
	"context"
	"errors"
	"testing"

	"motcua/client"
)

func TestWhatEndsASync(t *testing.T) {
	server := &client.UnavailableError{Cause: client.CauseServer}
	content := &client.UnavailableError{Cause: client.CauseContent}
	for name, tt := range map[string]struct {
		items []error
		want  int // how many are asked for before it ends; 0: it does not
	}{
		"all are good":              {[]error{nil, nil, nil}, 0},
		"one that is broken":        {[]error{nil, content, nil, server, nil}, 0},
		"two, again and again":      {[]error{server, server, nil, content, server, nil}, 0},
		"three in a row":            {[]error{nil, server, content, server, nil}, 4},
		"nobody answers":            {[]error{nil, &client.UnavailableError{Cause: client.CauseTimeout}}, 2},
		"the firewall":              {[]error{&client.UnavailableError{Cause: client.CauseRejected}}, 1},
		"whoever syncs has left":    {[]error{context.Canceled}, 1},
		"the disk":                  {[]error{errors.New("full")}, 1},
		"too large, behind another": {[]error{content, &client.UnavailableError{Cause: client.CauseTooLarge}, nil}, 0},
	} {
		var f Faults
		got := 0
		for i, err := range tt.items {
			if f.End(err) {
				got = i + 1
				break
			}
		}
		if got != tt.want {
			t.Errorf("%s: ended at item %d, want %d", name, got, tt.want)
		}
	}
}
