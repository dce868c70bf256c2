package limit

import (
	"math"
	"testing"
)

// The chance rises as MaxStartups of sshd_config(5) says: from the rate to certainty.
func TestTheChanceOfADropRises(t *testing.T) {
	for n, want := range map[int]float64{0: 0, 9: 0, 10: 0.3, 55: 0.65, 91: 0.93, 100: 1, 101: 1} {
		if got := (Startups{Start: 10, Rate: 30, Full: 100}).chance(n); math.Abs(got-want) > 1e-9 {
			t.Errorf("with %d handshakes: %v, want %v", n, got, want)
		}
	}
}

func TestTheLeastThatALimitMayBe(t *testing.T) {
	l := Defaults()
	l.Connections = Room{All: 1, Public: 1}
	l.Source.Bytes, l.Office.Redraws = Rate{Burst: 1, Minute: 0.1}, Rate{Burst: 1, Minute: 1}
	l.Penalties.For[InvalidUser] = 0
	if err := l.Check(); err != nil {
		t.Errorf("the least of each: %v", err)
	}
	for name, change := range map[string]func(*Limits){
		"no connection of the public":  func(l *Limits) { l.Connections.Public = 0 },
		"fewer in all than the public": func(l *Limits) { l.Connections.All = l.Connections.Public - 1 },
		"less than one byte at once":   func(l *Limits) { l.Source.Bytes.Burst = 0.9 },
		"no byte that comes back":      func(l *Limits) { l.Source.Bytes.Minute = 0 },
		"a penalty before its time":    func(l *Limits) { l.Penalties.For[InvalidUser] = -1 },
	} {
		l := Defaults()
		change(&l)
		if err := l.Check(); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}
