package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"motcua/client/store/sqlite"
)

// asideKept is how many damaged files are kept for inspection.
const asideKept = 3

// spoilt reports whether no version of the program can use a file.
func spoilt(err error) bool { return sqlite.IsCorrupt(err) || errors.Is(err, errForeign) }

// setAside renames a damaged file and begins a new one; the portal still has everything
// that was in it. Another process may have the file open, may find the damage at the same
// time, or may have begun the new file already. The caller holds the lock.
func (s *Store) setAside(ctx context.Context, because error) {
	old := s.file
	if s.db != nil {
		_ = s.db.Close()
		s.db = nil
	}
	if s.how != sqlite.ReadWrite && old != nil {
		s.note(Notice{Kind: NoticeUnwritable, Path: s.path, Err: because})
		return
	}
	release, err := lockFile(ctx, s.path+".lock", sqlite.BusyFor)
	if err != nil {
		s.note(Notice{Kind: NoticeUnwritable, Path: s.path, Err: errors.Join(because, err)})
		return
	}
	defer release()

	now, err := os.Stat(s.path)
	if err == nil && old != nil && !os.SameFile(old, now) {
		// Another process was faster: the file at the path is the new one.
		if err = s.tryOpen(ctx, sqlite.ReadWrite); err != nil {
			s.note(Notice{Kind: NoticeUnwritable, Path: s.path, Err: err})
		}
		return
	}
	if old == nil && s.tryOpen(ctx, sqlite.ReadWrite) == nil {
		return // the same file, renamed before this process had opened it
	}
	aside, err := moveAside(s.path, s.opts.Now())
	if err == nil {
		err = s.tryOpen(ctx, sqlite.ReadWrite)
	}
	if err != nil {
		s.note(Notice{Kind: NoticeUnwritable, Path: s.path, Err: errors.Join(because, err)})
		return
	}
	s.note(Notice{Kind: NoticeCorrupt, Path: s.path, Aside: aside, Err: because})
}

// moveAside renames the file and adds the time to its name. It renames the write-ahead log
// first, because SQLite would use a log that is left behind for the new file.
func moveAside(path string, now time.Time) (string, error) {
	aside := path + "." + now.UTC().Format("20060102-150405.000") + ".corrupt"
	for _, part := range []string{"-wal", "-shm", ""} {
		err := os.Rename(path+part, aside+part)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", fmt.Errorf("set aside: %w", err)
		}
	}
	old, _ := filepath.Glob(path + ".*.corrupt")
	slices.Sort(old) // by time
	for len(old) > asideKept {
		for _, part := range []string{"", "-wal", "-shm"} {
			_ = os.Remove(old[0] + part)
		}
		old = old[1:]
	}
	return aside, nil
}
