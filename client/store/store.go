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
	// FreshFor is how long a kept detail answers before the portal is asked
	// again; 0 means DefaultFreshFor.
	FreshFor time.Duration
	// Now is the clock; nil means time.Now.
	Now func() time.Time
	// Panicked is told of a panic where nobody waits for an answer; nil: nobody is.
	Panicked func(*client.PanicError)

	maxPages   int      // of the file, for tests of a full disk
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
	once sync.Once // opens the file

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
	s := Later(dir, opts)
	if err := ctx.Err(); err != nil {
		return s, err
	}
	s.first(ctx)
	return s, nil
}

// Later is Open when the store is asked for the first time: a program that never
// asks neither waits for the file nor makes one. An empty folder means that
// there is no place for a file.
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
	if opts.pause == nil {
		opts.pause = politePause
	}
	s := &Store{opts: opts}
	if dir != "" {
		s.path = filepath.Join(dir, opts.Name+".db")
	}
	return s
}

// errNoFolder: nobody said where the file may lie.
var errNoFolder = errors.New("store: no folder for its file")

// first opens the file once, whether or not who asked first stays for it.
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
	s.once.Do(func() {}) // no longer
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil {
		return nil
	}
	err := s.db.Close()
	s.db = nil
	return err
}

// Path is the file, whether or not it could be used; empty without a folder.
func (s *Store) Path() string { return s.path }

// Notices tell what is wrong with the file, oldest first; none is the good case.
func (s *Store) Notices() []Notice {
	s.first(context.Background())
	s.mu.RLock()
	defer s.mu.RUnlock()
	return append([]Notice(nil), s.notices...)
}

// note adds a notice; the lock is held, or nobody else knows the store yet.
func (s *Store) note(n Notice) { s.notices = append(s.notices, n) }

// handle gives the open file.
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

// writable gives the open file when something can be kept in it.
func (s *Store) writable(ctx context.Context) (*sql.DB, error) {
	db, err := s.handle(ctx)
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
