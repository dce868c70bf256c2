//go:build unix

package server

import (
	"os"
	"testing"

	"motcua/client/clienttest"
)

func init() {
	takeAway["others may write the file"] = func(t *testing.T, cfg *Config, _ *clienttest.Clock) {
		t.Helper()
		if err := os.Chmod(cfg.StaffKeys, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
