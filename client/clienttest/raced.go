package clienttest

import (
	"runtime/debug"
	"slices"
	"sync"
	"testing"
)

// Raced reports whether the race detector looks on, which makes computation some six times
// slower.
var Raced = sync.OnceValue(func() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
})

// OneByOne skips a long test under the race detector, which finds nothing where each thing is
// done after the other. A run without it runs the test, with -short too.
func OneByOne(tb testing.TB) {
	tb.Helper()
	if Raced() {
		tb.Skip("does one thing after another, where the race detector finds nothing: the run without it has it")
	}
}
