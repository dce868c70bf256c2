package tui_test

import "testing"

// long leaves a test out of a run with -short, which is how the race detector runs:
// it draws many screens in one goroutine, at some six times the cost, and the run
// without -short has it.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("draws many screens in one goroutine")
	}
}
