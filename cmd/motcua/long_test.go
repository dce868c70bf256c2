package main

import (
	"testing"

	"motcua/client/clienttest"
)

// long is [clienttest.Long] for what starts the whole program many times. Rooms below
// test what runs side by side there.
func long(t *testing.T) {
	t.Helper()
	clienttest.Long(t, "starts the whole program many times")
}
