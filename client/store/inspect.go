package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"motcua/client/store/sqlite"
)

// Health describes the file of a store.
type Health struct {
	Path   string // empty: there is no folder for a file
	Exists bool
	Bytes  int64 // of the file and its log
	// Err is why the file cannot be used: ErrDamaged, ErrNewer, or the system's error.
	Err error
	// WriteErr is why a file that can be read cannot be written.
	WriteErr error

	Schema, Latest int // version of the file's schema, and of the program's

	Synced   bool      // the list was read from the portal
	AsOf     time.Time // when, zero before the first sync
	Entries  int       // procedures
	Details  int       // procedures stored in full
	Outdated int       // of these, how many the list says have changed since
	Broken   *Broken   // an interrupted sync, nil for none
}

// The values of Health.Err.
var (
	// ErrDamaged: the file is damaged, or another program's.
	ErrDamaged = errors.New("store: the file is damaged")
	// ErrNewer: a newer version of the program wrote the file.
	ErrNewer = errNewer
)

// Inspect checks the whole file and changes nothing: a damaged one is neither set aside
// nor replaced.
func (s *Store) Inspect(ctx context.Context) Health {
	h := Health{Path: s.path, Latest: len(s.opts.migrations)}
	info, err := os.Stat(s.path)
	if err != nil {
		if s.path != "" && !errors.Is(err, fs.ErrNotExist) {
			h.Err = err
		}
		return h
	}
	h.Exists, h.Bytes = true, info.Size()
	if log, err := os.Stat(s.path + "-wal"); err == nil {
		h.Bytes += log.Size()
	}
	f, err := os.OpenFile(s.path, os.O_RDWR, 0)
	if err == nil {
		_ = f.Close()
	}
	h.WriteErr = err
	h.Err = s.inspect(ctx, &h)
	if spoilt(h.Err) {
		h.Err = fmt.Errorf("%w: %w", ErrDamaged, h.Err)
	}
	return h
}

func (s *Store) inspect(ctx context.Context, h *Health) error {
	how := sqlite.Immutable // leaves no log behind
	if exists(s.path + "-wal") {
		how = sqlite.ReadOnly // another process has it open, or its log holds data that are not in the file yet
	}
	db, err := sqlite.Open(ctx, s.path, how, 0)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	if h.Schema, err = schemaVersion(ctx, db); err != nil {
		return err
	}
	if h.Schema > h.Latest {
		return errNewer
	}
	var verdict string
	if err := db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: integrity_check: %s", ErrDamaged, verdict)
	}
	if h.Schema == 0 {
		return nil // created and never used
	}
	if err := whole(ctx, db); err != nil {
		return err
	}
	return readHealth(ctx, db, h)
}

func readHealth(ctx context.Context, db *sql.DB, h *Health) error {
	var started, begun int64
	var b Broken
	err := db.QueryRowContext(ctx, `SELECT
			coalesce((SELECT started FROM generation WHERE state = 'current'), 0),
			(SELECT count(*) FROM entry e JOIN generation g ON g.number = e.generation WHERE g.state = 'current'),
			(SELECT count(*) FROM detail), (SELECT count(*) FROM detail WHERE outdated <> 0),
			coalesce(max(started), 0), coalesce(max(seen), 0), coalesce(max(total), 0)
		FROM generation WHERE state = 'staging'`).
		Scan(&started, &h.Entries, &h.Details, &h.Outdated, &begun, &b.Seen, &b.Total)
	if err != nil {
		return err
	}
	if started > 0 {
		h.Synced, h.AsOf = true, fromMillis(started)
	}
	if begun > 0 {
		b.Started = fromMillis(begun)
		h.Broken = &b
	}
	return nil
}
