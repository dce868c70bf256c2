package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Sync reads the portal's whole list and puts it in the place of the catalogue
// at the end, at once. Each page is written down with its cursor: broken off
// anywhere, by a lost line, a full disk or the end of the process, the last good
// catalogue stands and the next Sync goes on from the page after. progress may
// be nil.
//
// Errors: ErrSyncing, ErrFull, *NoStoreError, *IncompleteError, that of a
// context that ended, or what the portal answered last
// (client.UnavailableError).
func (s *Store) Sync(ctx context.Context, p Portal, progress func(Progress)) (Report, error) {
	if progress == nil {
		progress = func(Progress) {}
	}
	return s.syncUnless(ctx, p, anyNumber, progress)
}

// errFreshAlready: somebody else brought the catalogue up to date meanwhile.
var errFreshAlready = errors.New("store: the catalogue is fresh already")

// anyNumber lets syncUnless read whatever the file holds.
const anyNumber = -1

// syncUnless is Sync as long as the file still holds the generation with that
// number; 0 is none. It looks with the lock in hand, so that of two processes
// one reads.
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
		// The cursor may have lost its meaning meanwhile: once from the start.
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
	_, _ = s.fresh(ctx) // the next search sees it
	return report, nil
}

// ready gives a file that is whole and still the one at its path.
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
		if err != nil && !isCorrupt(err) {
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

// broken cleans up after a reading that failed, as far as that is needed.
func (s *Store) broken(ctx context.Context, db *sql.DB, err error) error {
	err = s.judge(ctx, db, err)
	var short *IncompleteError
	if errors.Is(err, ErrFull) || errors.As(err, &short) {
		// Nothing to go on with: give the room back.
		_ = forgetStaging(context.WithoutCancel(ctx), db)
	}
	return err
}
