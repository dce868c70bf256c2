//go:build !unix

package server

import (
	"testing"
	"time"
)

// processorTime is not measured here.
func processorTime(t testing.TB) time.Duration {
	t.Helper()
	t.Skip("processor time is measured on Unix only")
	return 0
}
