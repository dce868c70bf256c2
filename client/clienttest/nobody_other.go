//go:build !unix

package clienttest

import "testing"

// BoundByModes skips the test: file modes are of Unix.
func BoundByModes(t *testing.T) bool {
	t.Helper()
	t.Skip("this system keeps no modes of Unix, which are what the test is about")
	return false
}
