package recent

import (
	"testing"
	"time"
)

// A personal value is kept for its time and its visit, and a full store takes no more.
func TestPersonalValuesEnd(t *testing.T) {
	at := time.Date(2026, 11, 25, 8, 0, 0, 0, time.UTC)
	p := NewPersonal[string, int](2, time.Minute)
	p.Keep("a", 1, at, p.Visit())
	p.Keep("b", 2, at.Add(30*time.Second), p.Visit())
	p.Keep("c", 3, at.Add(30*time.Second), p.Visit()) // full
	for _, tt := range []struct {
		key  string
		in   time.Duration
		age  time.Duration
		want bool
	}{
		{"a", time.Second, time.Second, true},
		{"a", 2 * time.Second, time.Second, false},
		{"c", 30 * time.Second, time.Minute, false},
		{"a", 60 * time.Second, time.Minute, true},
		{"a", 61 * time.Second, time.Hour, false}, // older than any may be
		{"b", 61 * time.Second, time.Hour, true},
	} {
		if _, ok := p.Find(tt.key, at.Add(tt.in), tt.age); ok != tt.want {
			t.Errorf("%s after %v, at most %v old: %v", tt.key, tt.in, tt.age, ok)
		}
	}
	began := p.Visit()
	p.Drop("b")
	p.Keep("d", 4, at, began) // the person who asked may be gone
	for _, key := range []string{"b", "d"} {
		if _, ok := p.Find(key, at, time.Hour); ok {
			t.Errorf("%s is still there", key)
		}
	}
	p.Keep("e", 5, at, p.Visit())
	p.Clear()
	if _, ok := p.Find("e", at, time.Hour); ok {
		t.Error("e is still there")
	}
}
