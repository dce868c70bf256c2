package recent

import "testing"

func TestTheOldestMakesRoom(t *testing.T) {
	m := New[string, int](2)
	m.Keep("a", 1)
	m.Keep("b", 2)
	m.Keep("a", 3) // again: nothing has to go
	m.Keep("c", 4)
	if _, ok := m.Find("a"); ok {
		t.Error("the oldest is still there")
	}
	for key, want := range map[string]int{"b": 2, "c": 4} {
		if got, ok := m.Find(key); !ok || got != want {
			t.Errorf("%s: %d %v, want %d", key, got, ok, want)
		}
	}
}
