package clienttest

import "testing"

// Long leaves a test out of a run with -short: people and the race detector, which
// makes what computes some six times slower, run that way, and the run without -short
// has every test. Why says what takes long, as in "plays hours of an attack".
func Long(tb testing.TB, why string) {
	tb.Helper()
	if testing.Short() {
		tb.Skip(why + ": the run without -short has it")
	}
}
