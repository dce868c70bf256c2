package clienttest

import "testing"

// Brief reports whether tests should take little time: with -short, and under the race
// detector, which makes computation some six times slower.
func Brief() bool { return testing.Short() || Raced() }

// Long skips a test where tests should be brief; any other run has it. why says what takes
// long, for example "plays hours of an attack".
func Long(tb testing.TB, why string) {
	tb.Helper()
	if Brief() {
		tb.Skip(why + ": the run without -short and without the race detector has it")
	}
}
