package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// ErrLocked means that another process holds a lock.
var ErrLocked = errors.New("another process holds the lock")

// Lock locks a file for this process until release is called. It uses SQLite's own
// lock on an empty database, so it works on every system, and the kernel drops it when a
// process is killed: a killed sync leaves nothing to clean up. It waits at most wait;
// the error is ErrLocked when another process holds the lock.
func Lock(ctx context.Context, path string, wait time.Duration) (release func(), err error) {
	db, err := sql.Open("sqlite", dsn(path, lockOnly, 0))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	deadline := time.Now().Add(wait)
	for {
		conn, err := db.Conn(ctx)
		if err == nil {
			if _, err = conn.ExecContext(ctx, "BEGIN EXCLUSIVE"); err == nil {
				return func() {
					// Closing ends the transaction and with it the lock.
					_ = conn.Close()
					_ = db.Close()
				}, nil
			}
			_ = conn.Close()
		}
		if !isBusy(err) || !time.Now().Before(deadline) {
			_ = db.Close()
			if isBusy(err) {
				err = ErrLocked
			}
			return nil, err
		}
		t := time.NewTimer(50 * time.Millisecond)
		select {
		case <-t.C:
		case <-ctx.Done():
			t.Stop()
			_ = db.Close()
			return nil, ctx.Err()
		}
	}
}
