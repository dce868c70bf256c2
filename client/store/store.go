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
	"motcua/client/goroutine"
	"motcua/client/rest"
	"motcua/client/store/sqlite"
)

// Options configures a store. The zero value is usable.
type Options struct {
	// Name is the file's name without its extension; see FileName. Empty means
	// "catalogue".
	Name string
	// Portal is the portal whose list this is, to label answers.
	Portal client.SourceName
	// FreshFor is how long a stored detail answers before the portal is asked again; 0
	// means DefaultFreshFor.
	FreshFor time.Duration
	// Now is the clock; nil means time.Now.
	Now func() time.Time
	// Panicked is called after a panic in the background; nil: not called.
	Panicked func(*goroutine.PanicError)
	// Pause is how long a sync waits between two requests; nil means what the national
	// portal's firewall accepts from a bulk reader.
	Pause func() time.Duration

	maxPages   int      // of the file, for tests of a full disk
	migrations []string // for tests of an upgrade
}

// DefaultFreshFor is a day: papers and fees change by published decisions, not
// by the hour.
const DefaultFreshFor = 24 * time.Hour

// Store is the catalogue on this machine. It implements client.Keeper, is safe for
// concurrent use and may be open in several processes at once. Without a usable file it
// still answers from the shipped catalogue and stores nothing; Notices says why.
type Store struct {
	opts Options
	path string
	once sync.Once // opens the file

	mu      sync.RWMutex
	db      *sql.DB     // nil without a file
	file    fs.FileInfo // identifies the file that db has open
	how     sqlite.Access
	notices []Notice

	head    atomic.Pointer[head] // of the file, as last looked at
	loaded  atomic.Pointer[generation]
	loading sync.Mutex
	behind  atomic.Bool // a newer generation is being read
}

// Later returns a store in a folder, which is created if it is missing. The file is
// opened at the first use: a program that never uses the store neither waits for the file
// nor creates one. With a file that is damaged, cannot be written or is from a newer
// version, the store works with less and adds a Notice. An empty folder means that there
// is no place for a file.
func Later(dir string, opts Options) *Store {
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
	if opts.Pause == nil {
		opts.Pause = rest.PolitePause
	}
	s := &Store{opts: opts}
	if dir != "" {
		s.path = filepath.Join(dir, opts.Name+".db")
	}
	return s
}

// errNoFolder: nobody said where the file may lie.
var errNoFolder = errors.New("store: no folder for its file")

// first opens the file once, even when the caller that asked first has left.
func (s *Store) first(ctx context.Context) {
	s.once.Do(func() {
		ctx := context.WithoutCancel(ctx)
		s.mu.Lock()
		defer s.mu.Unlock()
		err := errNoFolder
		if s.path != "" {
			err = os.MkdirAll(filepath.Dir(s.path), 0o755)
		}
		if err != nil {
			s.note(Notice{Kind: NoticeUnwritable, Path: s.path, Err: err})
			return
		}
		s.open(ctx)
	})
}

// open makes the file as usable as possible; the caller holds the lock.
func (s *Store) open(ctx context.Context) {
	err := s.tryOpen(ctx, sqlite.ReadWrite)
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

// openReadOnly is for a folder or a file without write permission; because is the error
// that said so. The caller holds the lock.
func (s *Store) openReadOnly(ctx context.Context, because error) {
	for _, how := range []sqlite.Access{sqlite.ReadOnly, sqlite.Immutable} {
		if how == sqlite.Immutable && exists(s.path+"-wal") {
			continue // the data in the log would be missing
		}
		if s.tryOpen(ctx, how) == nil {
			s.note(Notice{Kind: NoticeReadOnly, Path: s.path, Err: because})
			return
		}
	}
	s.note(Notice{Kind: NoticeUnwritable, Path: s.path, Err: because})
}

// tryOpen opens the file in one way and leaves it in s when that succeeds. The caller
// holds the lock.
func (s *Store) tryOpen(ctx context.Context, how sqlite.Access) error {
	if how == sqlite.ReadWrite {
		// SQLite would silently open the file for reading only.
		f, err := os.OpenFile(s.path, os.O_RDWR|os.O_CREATE, 0o644) //nolint:gosec // public texts, for every account of the machine
		if err != nil {
			return err
		}
		_ = f.Close()
	}
	db, err := sqlite.Open(ctx, s.path, how, s.opts.maxPages)
	if err != nil {
		return err
	}
	if how == sqlite.ReadWrite {
		err = sqlite.Patiently(ctx, func() error { return migrate(ctx, db, s.opts.migrations) })
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

// whole checks that the tables that the program reads exist.
func whole(ctx context.Context, db *sql.DB) error {
	var n int
	err := db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema
		WHERE type = 'table' AND name IN ('generation', 'entry', 'change', 'detail')`).Scan(&n)
	if err == nil && n != 4 {
		err = errForeign
	}
	return err
}

// Close closes the file.
func (s *Store) Close() error {
	s.once.Do(func() {}) // from now on nothing opens the file
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil {
		return nil
	}
	err := s.db.Close()
	s.db = nil
	return err
}

// Path is the path of the file, whether or not it could be used; empty without a folder.
func (s *Store) Path() string { return s.path }

// Notices says what is wrong with the file, oldest first; it is empty when all is well.
func (s *Store) Notices() []Notice {
	s.first(context.Background())
	s.mu.RLock()
	defer s.mu.RUnlock()
	return append([]Notice(nil), s.notices...)
}

// note adds a notice; the caller holds the lock, or nobody else has the store yet.
func (s *Store) note(n Notice) { s.notices = append(s.notices, n) }

// handle returns the open file.
func (s *Store) handle(ctx context.Context) (*sql.DB, error) {
	s.first(ctx)
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

// writable returns the open file if something can be stored in it.
func (s *Store) writable(ctx context.Context) (*sql.DB, error) {
	db, err := s.handle(ctx)
	if err != nil {
		return nil, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.how != sqlite.ReadWrite {
		return nil, &NoStoreError{Notice: s.notices[len(s.notices)-1]}
	}
	return db, nil
}

// File returns the open file to a package below this one, which has tables of its own in it.
// write: something is to be stored. An error is judged by done and changed by it.
func (s *Store) File(ctx context.Context, write bool) (db *sql.DB, done func(error) error, err error) {
	if db, err = s.handle(ctx); err == nil && write {
		db, err = s.writable(ctx)
	}
	return db, func(err error) error { return s.judge(ctx, db, err) }, err
}

// judge handles an error of the file: it sets a damaged file aside and converts errors that
// callers compare.
func (s *Store) judge(ctx context.Context, db *sql.DB, err error) error {
	switch {
	case err == nil:
		return nil
	case sqlite.IsCorrupt(err):
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.db == db { // no other goroutine has set it aside yet
			s.setAside(ctx, err)
		}
		return err
	case sqlite.IsFull(err):
		return fmt.Errorf("%w: %w", ErrFull, err)
	default:
		return err
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
