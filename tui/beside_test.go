package tui_test

import (
	"hash/fnv"
	"testing"

	"motcua/client/clienttest"
)

// oneIn is how many of the pictures that are alike the race detector sees.
const oneIn = 40

// beside lets a picture be taken beside others like it. The race detector makes
// each some six times slower and looks for races, which are the same in all of
// them: it gets one in forty, always the same ones.
func beside(t *testing.T) {
	t.Helper()
	t.Parallel()
	if !clienttest.Raced() {
		return
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(t.Name()))
	if h.Sum32()%oneIn != 0 {
		t.Skip("one of many pictures alike: the race detector, six times slower on them, looks at one in forty")
	}
}
