package rest

import (
	"testing"
	"time"
)

func TestPolitePause(t *testing.T) {
	for range 1_000 {
		if d := PolitePause(); d < 200*time.Millisecond || d > 500*time.Millisecond {
			t.Fatalf("a pause of %s", d)
		}
	}
}
