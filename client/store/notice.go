package store

import (
	"errors"
	"fmt"
)

// NoticeKind is what happened to the file of the store, in one word.
type NoticeKind string

// The kinds.
const (
	// NoticeCorrupt: the file was damaged. It was renamed to Aside and a new one was
	// begun; the shipped catalogue answers until the next sync.
	NoticeCorrupt NoticeKind = "corrupt"
	// NoticeUnwritable: the file cannot be created or written. The shipped catalogue
	// answers and nothing is stored.
	NoticeUnwritable NoticeKind = "unwritable"
	// NoticeReadOnly: the file can be read but not written: it answers, but nothing new is
	// stored.
	NoticeReadOnly NoticeKind = "read_only"
	// NoticeNewer: a newer version of the program wrote the file. It stays unchanged and
	// unused.
	NoticeNewer NoticeKind = "newer"
)

// Notice tells an operator what is wrong with the file of the store and what was done
// about it. The store still works, with less.
type Notice struct {
	Kind  NoticeKind
	Path  string // of the file
	Aside string // the new path of the damaged file, for NoticeCorrupt
	Err   error  // for the log
}

// NoStoreError means that nothing can be stored, with the reason.
type NoStoreError struct{ Notice Notice }

// Error is for logs.
func (e *NoStoreError) Error() string {
	return fmt.Sprintf("no store at %s (%s): %v", e.Notice.Path, e.Notice.Kind, e.Notice.Err)
}

// Unwrap gives the cause.
func (e *NoStoreError) Unwrap() error { return e.Notice.Err }

// The sentinels of Sync.
var (
	// ErrSyncing: another sync of the same store is under way, here or in
	// another process.
	ErrSyncing = errors.New("store: a sync is under way")
	// ErrFull: the disk is full. The last good catalogue stays in use.
	ErrFull = errors.New("store: the disk is full")
)

// IncompleteError means that the portal's list ended too early to be used. The last good
// catalogue stays in use.
type IncompleteError struct {
	Seen  int // entries that the list gave
	Total int // entries that it should have: the portal's own count, or the size of the current catalogue
}

// Error is for logs.
func (e *IncompleteError) Error() string {
	return fmt.Sprintf("store: the list ended after %d of %d entries", e.Seen, e.Total)
}
