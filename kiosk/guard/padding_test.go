package guard_test

import (
	"testing"
	"time"

	"motcua/client/clienttest"
	"motcua/kiosk/guard"
)

func TestPadding(t *testing.T) {
	const packet = 36
	tests := []struct {
		name string
		use  func(p *guard.Padding, c *clienttest.Clock)
		want bool
	}{
		{"one key of an OpenSSH client that pads: 20 ms apart for a second", func(p *guard.Padding, c *clienttest.Clock) {
			p.Wire(packet)
			p.Input()
			for range 50 {
				c.Advance(20 * time.Millisecond)
				p.Wire(packet)
			}
		}, true},
		{"the same on a slow line, where packets arrive together", func(p *guard.Padding, c *clienttest.Clock) {
			for range 14 {
				c.Advance(80 * time.Millisecond)
				p.Wire(4 * packet)
			}
			p.Input()
		}, true},
		{"a key held down, 30 a second", func(p *guard.Padding, c *clienttest.Clock) {
			for range 3000 {
				c.Advance(33 * time.Millisecond)
				p.Wire(packet)
				p.Input()
			}
		}, false},
		{"the mouse moved", func(p *guard.Padding, c *clienttest.Clock) {
			for range 3000 {
				c.Advance(8 * time.Millisecond)
				p.Wire(packet + 16)
				p.Input()
			}
		}, false},
		{"keep-alives for a day", func(p *guard.Padding, c *clienttest.Clock) {
			for range 24 * 60 * 4 {
				c.Advance(15 * time.Second)
				p.Wire(packet + 16)
			}
		}, false},
		{"as many packets as tell it", func(p *guard.Padding, _ *clienttest.Clock) {
			for range 24 {
				p.Wire(packet)
			}
		}, true},
		{"a paste, and new keys agreed upon", func(p *guard.Padding, c *clienttest.Clock) {
			for range 40 {
				p.Wire(1500)
			}
			p.Input()
			p.Wire(-1)
		}, false},
		{"padding once seen is not forgotten", func(p *guard.Padding, c *clienttest.Clock) {
			for range 30 {
				p.Wire(packet)
			}
			c.Advance(time.Hour)
			p.Wire(packet)
			p.Input()
		}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := newClock()
			p := &guard.Padding{Now: c.Now}
			tt.use(p, c)
			if p.Padded() != tt.want {
				packets, inputs := p.Counts()
				t.Errorf("padded: %v, with %d packets and %d inputs", p.Padded(), packets, inputs)
			}
		})
	}
}

func TestPaddingCounts(t *testing.T) {
	p := &guard.Padding{Now: newClock().Now}
	for _, n := range []int{-1, 0, 1, 36, 144, 145} { // four packets that came together are the largest read that counts
		p.Wire(n)
	}
	p.Input()
	if packets, inputs := p.Counts(); packets != 6 || inputs != 1 {
		t.Errorf("%d packets and %d inputs", packets, inputs)
	}
}
