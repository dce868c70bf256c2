package national

import (
	"fmt"
	"testing"
)

func TestIDMemoryForgetsTheOldest(t *testing.T) {
	m := newIDMemory(3)
	for i := range 3 {
		m.keep(fmt.Sprintf("1.00000%d", i), fmt.Sprint(i))
	}
	m.find("1.000000") // used, so 1.000001 is the oldest now
	m.keep("1.000003", "3")
	m.keep("", "x")
	m.keep("1.000009", "")
	for code, want := range map[string]string{"1.000000": "0", "1.000001": "", "1.000002": "2", "1.000003": "3", "1.000009": ""} {
		if id, _ := m.find(code); id != want {
			t.Errorf("%s = %q, want %q", code, id, want)
		}
	}
	m.keep("1.000002", "new")
	m.forget("1.000003")
	m.forget("1.000003")
	if id, _ := m.find("1.000002"); id != "new" {
		t.Errorf("id = %q, want the new one", id)
	}
	if len(m.byKey) != 2 || m.order.Len() != 2 {
		t.Errorf("%d keys, %d in order", len(m.byKey), m.order.Len())
	}
}
