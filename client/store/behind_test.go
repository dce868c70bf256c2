package store

import (
	"errors"
	"testing"

	"motcua/client"
)

// What comes of reading a newer generation behind people's backs: a fault of the
// file is tried again, a panic is told once and not brought about again.
func TestReadingBehindComesToAnEnd(t *testing.T) {
	for name, tt := range map[string]struct {
		err    error
		told   int
		behind bool
	}{
		"read":    {nil, 0, false},
		"a fault": {errors.ErrUnsupported, 0, false},
		"a panic": {client.Guarded(func() error { panic("x") }), 1, true},
	} {
		told := 0
		s := open(t, t.TempDir(), Options{Panicked: func(p *client.PanicError) {
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
		s.readBehind(tt.err) // nobody to tell
	}
}
