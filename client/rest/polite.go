package rest

import (
	"context"
	"math/rand/v2"
	"time"
)

// PolitePause is how long a sync waits between two requests: 200 to 500 ms, which the national
// portal's firewall accepts from a bulk reader.
func PolitePause() time.Duration {
	return 200*time.Millisecond + rand.N(300*time.Millisecond)
}

// Politely waits between two requests of a sync.
func Politely(ctx context.Context) error { return Wait(ctx, PolitePause()) }

// Wait waits so long, or until the context ends, and then returns its error.
func Wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
