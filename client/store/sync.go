package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"motcua/client/store/sqlite"
)

// Sync reads the portal's whole list and makes it the catalogue at the end, in one
// step. Each page is stored with its cursor: when the sync is interrupted by a lost
// connection, a full disk or the end of the process, the last good catalogue stays in use
// and the next Sync continues with the next page. progress may be nil.
//
// Errors: ErrSyncing, ErrFull, *NoStoreError, *IncompleteError, the context's error, or
// the portal's last one (client.UnavailableError).
func (s *Store) Sync(ctx context.Context, p Portal, progress func(Progress)) (Report, error) {
	if progress == nil {
		progress = func(Progress) {}
	}
	return s.syncUnless(ctx, p, anyNumber, progress)
}

// errFreshAlready: another process brought the catalogue up to date meanwhile.
var errFreshAlready = errors.New("store: the catalogue is fresh already")

// anyNumber makes syncUnless read whatever the file holds.
const anyNumber = -1

// syncUnless is Sync if the file still holds the generation with that number; 0 is none.
// It checks while it holds the lock, so that only one of two processes reads.
func (s *Store) syncUnless(ctx context.Context, p Portal, number int64, progress func(Progress)) (Report, error) {
	db, err := s.ready(ctx)
	if err != nil {
		return Report{}, err
	}
	release, err := lockFile(ctx, s.path+".sync", 0)
	if err != nil {
		return Report{}, err
	}
	defer release()
	if number != anyNumber {
		s.head.Store(nil)
		if s.look(ctx).number != number {
			return Report{}, errFreshAlready
		}
	}

	r, err := s.begin(ctx, db)
	if err != nil {
		return Report{}, s.judge(ctx, db, err)
	}
	err = s.read(ctx, db, p, r, progress)
	if err == nil {
		err = s.check(ctx, db, r)
	}
	if short := (*IncompleteError)(nil); errors.As(err, &short) && r.resumed {
		// The cursor may have become invalid: begin once from the start.
		if r, err = s.restart(ctx, db); err == nil {
			if err = s.read(ctx, db, p, r, progress); err == nil {
				err = s.check(ctx, db, r)
			}
		}
	}
	if err != nil {
		return Report{}, s.broken(ctx, db, err)
	}
	report, err := s.swap(ctx, db, r)
	if err != nil {
		return Report{}, s.broken(ctx, db, err)
	}
	_, _ = s.fresh(ctx) // load it now, so that the next search finds it
	return report, nil
}

// ready returns a file that is undamaged and still the one at its path.
func (s *Store) ready(ctx context.Context) (*sql.DB, error) {
	s.followFile(ctx)
	for range 2 { // a damaged file is set aside and a new one takes its place
		db, err := s.writable(ctx)
		if err != nil {
			return nil, err
		}
		var verdict string
		err = db.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&verdict)
		if err == nil && verdict == "ok" {
			return db, nil
		}
		if err != nil && !sqlite.IsCorrupt(err) {
			return nil, err
		}
		s.mu.Lock()
		if s.db == db {
			s.setAside(ctx, errors.Join(fmt.Errorf("quick_check: %s", verdict), err))
		}
		s.mu.Unlock()
	}
	return s.writable(ctx)
}

// broken cleans up after a failed reading where that is needed.
func (s *Store) broken(ctx context.Context, db *sql.DB, err error) error {
	err = s.judge(ctx, db, err)
	var short *IncompleteError
	if errors.Is(err, ErrFull) || errors.As(err, &short) {
		// There is nothing to continue: free the disk space.
		_ = forgetStaging(context.WithoutCancel(ctx), db)
	}
	return err
}
