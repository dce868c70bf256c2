package main

import (
	"testing"

	"motcua/client/clienttest"
)

// long is [clienttest.Long] for tests that start the whole program many times. The packages
// below test concurrency themselves.
func long(t *testing.T) {
	t.Helper()
	clienttest.Long(t, "starts the whole program many times")
}
