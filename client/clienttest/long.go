package clienttest

import "testing"

// Long skips a test in a run with -short. Developers and runs with the race detector, which
// makes computation some six times slower, use -short; a run without it runs every test.
// why says what takes long, for example "plays hours of an attack".
func Long(tb testing.TB, why string) {
	tb.Helper()
	if testing.Short() {
		tb.Skip(why + ": the run without -short has it")
	}
}
