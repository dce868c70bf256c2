package clienttest

import (
	"os"
	"testing"
)

// AsRoot skips a test that needs root, who alone gives files to other accounts. without says
// what then does not happen, for example "nothing checks files of other accounts".
func AsRoot(tb testing.TB, without string) {
	tb.Helper()
	if os.Geteuid() != 0 {
		tb.Skip("this run is not root's, so " + without)
	}
}
