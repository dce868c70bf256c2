package main

import "testing"

// long leaves a test out of a run with -short, which is how the race detector runs:
// it starts the whole program many times, and what starts is slow under the
// detector. Rooms below test what runs side by side there.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("starts the whole program many times")
	}
}
