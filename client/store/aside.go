package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// asideKept is how many damaged files are left for somebody to look at.
const asideKept = 3

// spoilt tells that a file cannot be used by any version of the program.
func spoilt(err error) bool { return isCorrupt(err) || errors.Is(err, errForeign) }

// setAside renames a damaged file and begins a new one: everything in it can be
// read again from the portal. Another process may have the file open, may come
// to the same end at the same time, or may have begun the new one already. The
// lock is held.
func (s *Store) setAside(ctx context.Context, because error) {
	old := s.file
	if s.db != nil {
		_ = s.db.Close()
		s.db = nil
	}
	if s.how != readWrite && old != nil {
		s.note(Notice{Kind: NoticeUnwritable, Path: s.path, Err: because})
		return
	}
	release, err := lockFile(ctx, s.path+".lock", busyFor)
	if err != nil {
		s.note(Notice{Kind: NoticeUnwritable, Path: s.path, Err: errors.Join(because, err)})
		return
	}
	defer release()

	now, err := os.Stat(s.path)
	if err == nil && old != nil && !os.SameFile(old, now) {
		// Another process was quicker: what lies there now is the new one.
		if err = s.tryOpen(ctx, readWrite); err != nil {
			s.note(Notice{Kind: NoticeUnwritable, Path: s.path, Err: err})
		}
		return
	}
	if old == nil && s.tryOpen(ctx, readWrite) == nil {
		return // the same, seen before the file was ever open here
	}
	aside, err := moveAside(s.path, s.opts.Now())
	if err == nil {
		err = s.tryOpen(ctx, readWrite)
	}
	if err != nil {
		s.note(Notice{Kind: NoticeUnwritable, Path: s.path, Err: errors.Join(because, err)})
		return
	}
	s.note(Notice{Kind: NoticeCorrupt, Path: s.path, Aside: aside, Err: because})
}

// moveAside renames the file with the time. Its log goes first: left behind, it
// would be taken for the log of the new file.
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
