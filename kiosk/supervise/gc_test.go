package supervise

import (
	"testing"
	"testing/fstest"
)

// The heap is kept below the control group's limit, unless the operator set one.
func TestMemoryLimitIsTheControlGroups(t *testing.T) {
	unit := fstest.MapFS{
		"proc/self/cgroup":                        {Data: []byte("0::/motcua.service\n")},
		"sys/fs/cgroup/motcua.service/memory.max": {Data: []byte("1000000000\n")},
	}
	set := int64(-1)
	take := func(n int64) int64 { set = n; return 0 }
	none := func(string) string { return "" }
	if got := LimitMemory(none, unit, take); got != 800_000_000 || set != got {
		t.Errorf("set %d, told %d", set, got)
	}
	set = -1
	if got := LimitMemory(func(string) string { return "off" }, unit, take); got != 0 || set != -1 {
		t.Errorf("an operator's own: set %d, told %d", set, got)
	}
	if got := LimitMemory(none, fstest.MapFS{}, take); got != 0 || set != -1 {
		t.Errorf("no control group: set %d, told %d", set, got)
	}
}

func TestMemoryIsGivenBackWhenManyHaveLeft(t *testing.T) {
	given := 0
	r := &Return{give: func() { given++ }}
	for _, step := range []struct{ sessions, given int }{
		{0, 0}, {5, 0}, {0, 0}, // a few sessions come and leave: not worth the work
		{500, 0}, {400, 0}, // most are still here
		{10, 1}, {9, 1}, {0, 1}, // they have left: memory is returned once
		{40, 1}, {19, 2}, // and again after the next large number
		{19, 2}, {19, 2}, {19, 2}, {19, 2}, {19, 3}, {19, 3}, // once more for what is released some seconds later
	} {
		r.Look(step.sessions)
		if given != step.given {
			t.Errorf("at %d sessions memory was given back %d times, want %d", step.sessions, given, step.given)
		}
	}
}
