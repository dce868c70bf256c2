package store

import (
	"context"
	"errors"
	"time"

	"motcua/client/store/sqlite"
)

// lockFile locks a file for this process until release is called, and waits at most wait;
// the error is ErrSyncing when another process holds the lock.
func lockFile(ctx context.Context, path string, wait time.Duration) (release func(), err error) {
	release, err = sqlite.Lock(ctx, path, wait)
	if errors.Is(err, sqlite.ErrLocked) {
		err = ErrSyncing
	}
	return release, err
}
