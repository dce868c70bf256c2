package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"time"

	"motcua/client/facts"
	"motcua/client/national"
)

// resumeWithin is the largest age of an interrupted reading that is continued. Its first
// pages would otherwise be older than is useful.
const resumeWithin = 6 * time.Hour

// believable is the share of the expected entries that a list must have. A portal in
// trouble may end its list early, and the current catalogue is better than one with holes.
const believable = 0.8

// reading is the staging generation.
type reading struct {
	number, pageSize, seen, total, requests int64
	cursor                                  string
	started                                 time.Time
	resumed                                 bool
}

// begin continues the interrupted reading, or begins a new one.
func (s *Store) begin(ctx context.Context, db *sql.DB) (*reading, error) {
	r := &reading{resumed: true}
	var started int64
	err := db.QueryRowContext(ctx, `SELECT number, started, cursor, page_size, seen, total, requests
		FROM generation WHERE state = 'staging'`).
		Scan(&r.number, &started, &r.cursor, &r.pageSize, &r.seen, &r.total, &r.requests)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return s.restart(ctx, db)
	case err != nil:
		return nil, err
	}
	r.started = fromMillis(started)
	age := s.opts.Now().Sub(r.started)
	if r.cursor == "" || age > resumeWithin || age < 0 {
		return s.restart(ctx, db)
	}
	return r, nil
}

// restart begins a reading from the first page.
func (s *Store) restart(ctx context.Context, db *sql.DB) (*reading, error) {
	if err := forgetStaging(ctx, db); err != nil {
		return nil, err
	}
	r := &reading{started: s.opts.Now(), pageSize: int64(pageSizes[0])}
	err := db.QueryRowContext(ctx, `INSERT INTO generation (number, state, started, page_size)
		SELECT coalesce(max(number), 0) + 1, 'staging', ?, ? FROM generation RETURNING number`,
		r.started.UnixMilli(), r.pageSize).Scan(&r.number)
	return r, err
}

func forgetStaging(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	for _, do := range []string{
		// Includes leftovers of generations that are no longer known.
		`DELETE FROM entry WHERE generation NOT IN (SELECT number FROM generation WHERE state = 'current')`,
		`DELETE FROM generation WHERE state = 'staging'`,
	} {
		if _, err := tx.ExecContext(ctx, do); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// read reads pages until the list ends: at an empty page, or at a cursor that is empty or
// does not change.
func (s *Store) read(ctx context.Context, db *sql.DB, p Portal, r *reading, progress func(Progress)) error {
	facts.Entries() // unpack the shipped catalogue before the first write transaction
	tell := func() {
		progress(Progress{
			Phase: PhaseList, Done: int(r.seen), Total: int(r.total), Requests: int(r.requests),
			PageSize: int(r.pageSize), Resumed: r.resumed,
		})
	}
	tell()
	for {
		page, err := p.List(ctx, national.ListQuery{Limit: int(r.pageSize), LastID: r.cursor})
		r.requests++
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			next, ok := smaller(int(r.pageSize))
			if !ok || !smallerMayHelp(err) {
				return err
			}
			r.pageSize = int64(next)
		default:
			ended := len(page.Items) == 0 || page.LastID == "" || page.LastID == r.cursor
			if err := s.stage(ctx, db, r, page); err != nil {
				return err
			}
			tell()
			if ended {
				return nil
			}
		}
		if err := s.rest(ctx); err != nil {
			return err
		}
	}
}

// errReplaced: the open file is no longer the one at its path, so nobody would read it.
var errReplaced = errors.New("store: the file was replaced during the sync")

// inPlace reports whether the open file is still the one at its path.
func (s *Store) inPlace() bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	now, err := os.Stat(s.path)
	return err == nil && s.file != nil && os.SameFile(s.file, now)
}

// stage stores a page together with the cursor after it, in one transaction.
func (s *Store) stage(ctx context.Context, db *sql.DB, r *reading, page national.Page) error {
	if !s.inPlace() {
		return errReplaced
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	// A code that is listed twice was published anew; ids are UUIDv7, so the larger one
	// is the later.
	insert, err := tx.PrepareContext(ctx, `
		INSERT INTO entry (generation, code, id, name, field, agency, agency_code, kind, levels, weight, publisher, decision)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (generation, code) DO UPDATE SET id = excluded.id, name = excluded.name, field = excluded.field,
			agency = excluded.agency, agency_code = excluded.agency_code, kind = excluded.kind, levels = excluded.levels
		WHERE excluded.id > entry.id`)
	if err != nil {
		return err
	}
	defer func() { _ = insert.Close() }()
	for _, i := range page.Items {
		if i.Kind.Internal() {
			continue
		}
		e := listed(i)
		if _, err := insert.ExecContext(ctx, r.number, e.code, e.id, e.name, e.field, e.agency, e.agencyCode,
			string(e.kind), levelBits(e.levels), e.weight, e.publisher, e.decision); err != nil {
			return err
		}
	}
	if len(page.Items) > 0 {
		r.seen += int64(len(page.Items))
		r.total = max(r.total, int64(page.Total))
		r.cursor = page.LastID
	}
	if _, err := tx.ExecContext(ctx, `UPDATE generation SET cursor = ?, page_size = ?, seen = ?, total = ?, requests = ?
		WHERE number = ?`, r.cursor, r.pageSize, r.seen, r.total, r.requests, r.number); err != nil {
		return err
	}
	return tx.Commit()
}

// check returns an error when a list is too short to be used.
func (s *Store) check(ctx context.Context, db *sql.DB, r *reading) error {
	var before int64
	err := db.QueryRowContext(ctx, `SELECT seen FROM generation WHERE state = 'current'`).Scan(&before)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if expected := max(before, r.total, 1); float64(r.seen) < believable*float64(expected) {
		return &IncompleteError{Seen: int(r.seen), Total: int(expected)}
	}
	return nil
}
