package tui_test

import (
	"testing"

	"motcua/client/clienttest"
)

// long is [clienttest.Long] for what draws many screens, in one goroutine.
func long(t *testing.T) {
	t.Helper()
	clienttest.Long(t, "draws many screens")
}
