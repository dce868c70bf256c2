package store

import (
	"errors"
	"testing"

	"motcua/client/goroutine"
)

// The background reading of a newer generation: after an error of the file it is tried again;
// after a panic, which is reported once, it is not.
func TestReadingBehindComesToAnEnd(t *testing.T) {
	for name, tt := range map[string]struct {
		err    error
		told   int
		behind bool
	}{
		"read":    {nil, 0, false},
		"a fault": {errors.ErrUnsupported, 0, false},
		"a panic": {goroutine.Run(func() error { panic("x") }), 1, true},
	} {
		told := 0
		s := open(t, t.TempDir(), Options{Panicked: func(p *goroutine.PanicError) {
			if p.Kind == "string" {
				told++
			}
		}})
		s.behind.Store(true)
		s.readBehind(tt.err)
		if told != tt.told || s.behind.Load() != tt.behind {
			t.Errorf("%s: told %d times, being read %v", name, told, s.behind.Load())
		}
		s.opts.Panicked = nil
		s.readBehind(tt.err) // without a function to call
	}
}
