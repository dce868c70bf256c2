package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"motcua/client"
)

// Options say what a store keeps and for how long. The zero value is usable.
type Options struct {
	// Name is the file's name without its ending; see FileName. Empty means
	// "catalogue".
	Name string
	// Portal is whose list this is, for the label of an answer.
	Portal client.SourceName
	// ServeShipped lets the store answer searches before the first sync, from
	// the catalogue in the binary, ahead of the portal.
	ServeShipped bool
	// FreshFor is how long a kept detail answers before the portal is asked
	// again; 0 means DefaultFreshFor.
	FreshFor time.Duration
	// Now is the clock; nil means time.Now.
	Now func() time.Time

	maxPages   int      // of the file, for tests of a full disk
	how        access   // for tests of a folder that cannot be written to
	migrations []string // for tests of an upgrade
	pause      func() time.Duration
}

// DefaultFreshFor is a day: papers and fees change by published decisions, not
// by the hour.
const DefaultFreshFor = 24 * time.Hour

// Store is the catalogue on this machine. It implements client.Keeper, is safe
// for concurrent use and may be open in several processes at once. Without a
// usable file it still answers from the catalogue in the binary and keeps
// nothing; Notices tells.
type Store struct {
	opts Options
	path string

	mu      sync.RWMutex
	db      *sql.DB     // nil without a file
	file    fs.FileInfo // which file db is
	how     access
	notices []Notice

	head    atomic.Pointer[head] // of the file, as last looked at
	loaded  atomic.Pointer[generation]
	loading sync.Mutex
	behind  atomic.Bool // a newer generation is being read
}

// Open opens the store in a folder, which is made when it is missing. Only a
// context that ended is an error: a file that is damaged, cannot be written or
// is from a newer version leaves a store that works with less, and a Notice.
func Open(ctx context.Context, dir string, opts Options) (*Store, error) {
	if opts.Name == "" {
		opts.Name = "catalogue"
	}
	if opts.FreshFor <= 0 {
		opts.FreshFor = DefaultFreshFor
	}
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.migrations == nil {
		opts.migrations = migrations
	}
	if opts.pause == nil {
		opts.pause = politePause
	}
	s := &Store{opts: opts, path: filepath.Join(dir, opts.Name+".db")}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		s.note(Notice{Kind: NoticeUnwritable, Path: s.path, Err: err})
		return s, ctx.Err()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open(ctx)
	return s, ctx.Err()
}

// open makes the file usable as far as it goes; the lock is held.
func (s *Store) open(ctx context.Context) {
	err := s.tryOpen(ctx, readWrite)
	if spoilt(err) {
		s.setAside(ctx, err)
		return
	}
	if err == nil || ctx.Err() != nil {
		return
	}
	if errors.Is(err, errNewer) {
		s.note(Notice{Kind: NoticeNewer, Path: s.path, Err: err})
		return
	}
	s.openReadOnly(ctx, err)
}

// openReadOnly is for a folder or a file that cannot be written to; because is
// what said so. The lock is held.
func (s *Store) openReadOnly(ctx context.Context, because error) {
	for _, how := range []access{readOnly, immutable} {
		if how == immutable && exists(s.path+"-wal") {
			continue // what is in the log would be missed
		}
		if s.tryOpen(ctx, how) == nil {
			s.note(Notice{Kind: NoticeReadOnly, Path: s.path, Err: because})
			return
		}
	}
	s.note(Notice{Kind: NoticeUnwritable, Path: s.path, Err: because})
}

// tryOpen opens the file in one way and leaves it in s when that worked. The
// lock is held.
func (s *Store) tryOpen(ctx context.Context, how access) error {
	if how == readWrite {
		// SQLite would open it for reading alone and not say so.
		f, err := os.OpenFile(s.path, os.O_RDWR|os.O_CREATE, 0o644) //nolint:gosec // public texts, for every account of the machine
		if err != nil {
			return err
		}
		_ = f.Close()
	}
	db, err := openDB(ctx, s.path, how, s.opts.maxPages)
	if err != nil {
		return err
	}
	if how == readWrite {
		err = patiently(ctx, func() error { return migrate(ctx, db, s.opts.migrations) })
	}
	if err == nil {
		err = whole(ctx, db)
	}
	var file fs.FileInfo
	if err == nil {
		file, err = os.Stat(s.path)
	}
	if err != nil {
		_ = db.Close()
		return err
	}
	s.db, s.file, s.how = db, file, how
	s.head.Store(nil)
	return nil
}

// whole tells whether the tables that the program reads are there.
func whole(ctx context.Context, db *sql.DB) error {
	var n int
	err := db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema
		WHERE type = 'table' AND name IN ('generation', 'entry', 'change', 'detail')`).Scan(&n)
	if err == nil && n != 4 {
		err = errForeign
	}
	return err
}

// Close lets go of the file.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil {
		return nil
	}
	err := s.db.Close()
	s.db = nil
	return err
}

// Path is the file, whether or not it could be used.
func (s *Store) Path() string { return s.path }

// Notices tell what is wrong with the file, oldest first; none is the good case.
func (s *Store) Notices() []Notice {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return append([]Notice(nil), s.notices...)
}

// note adds a notice; the lock is held, or nobody else knows the store yet.
func (s *Store) note(n Notice) { s.notices = append(s.notices, n) }

// handle gives the open file.
func (s *Store) handle() (*sql.DB, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.db == nil {
		n := Notice{Kind: NoticeUnwritable, Path: s.path, Err: errors.New("closed")}
		if len(s.notices) > 0 {
			n = s.notices[len(s.notices)-1]
		}
		return nil, &NoStoreError{Notice: n}
	}
	return s.db, nil
}

// writable gives the open file when something can be kept in it.
func (s *Store) writable() (*sql.DB, error) {
	db, err := s.handle()
	if err != nil {
		return nil, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.how != readWrite {
		return nil, &NoStoreError{Notice: s.notices[len(s.notices)-1]}
	}
	return db, nil
}

// judge looks at an error of the file: a damaged one is set aside, and errors
// that callers compare get their own form.
func (s *Store) judge(ctx context.Context, db *sql.DB, err error) error {
	switch {
	case err == nil:
		return nil
	case isCorrupt(err):
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.db == db { // nobody else has done it
			s.setAside(ctx, err)
		}
		return err
	case isFull(err):
		return fmt.Errorf("%w: %w", ErrFull, err)
	default:
		return err
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
