//go:build !unix

package server

import (
	"testing"
	"time"
)

// processorTime skips the test: it needs getrusage, which only Unix has.
func processorTime(t testing.TB) time.Duration {
	t.Helper()
	t.Skip("the processor time of a process is asked for by getrusage, which is of Unix")
	return 0
}
