package store

import (
	"errors"
	"fmt"
)

// NoticeKind is what happened to the file of the store, in one word.
type NoticeKind string

// The kinds.
const (
	// NoticeCorrupt: the file was damaged. It was set aside as Aside and a new
	// one begun; the catalogue in the binary serves until the next sync.
	NoticeCorrupt NoticeKind = "corrupt"
	// NoticeUnwritable: the file cannot be made or written. The catalogue in
	// the binary serves and nothing is kept.
	NoticeUnwritable NoticeKind = "unwritable"
	// NoticeReadOnly: the file can be read and not written: it answers, but
	// nothing new is kept.
	NoticeReadOnly NoticeKind = "read_only"
	// NoticeNewer: a newer version of the program wrote the file. It is left
	// alone and not used.
	NoticeNewer NoticeKind = "newer"
)

// Notice tells an operator what is wrong with the file of the store and what was
// done about it. The store works all the same, with less.
type Notice struct {
	Kind  NoticeKind
	Path  string // of the file
	Aside string // where the damaged file lies now, for NoticeCorrupt
	Err   error  // for the log
}

// NoStoreError says that nothing can be kept, and why.
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
	// ErrFull: no room is left on the disk. The last good catalogue stands.
	ErrFull = errors.New("store: the disk is full")
)

// IncompleteError says that the portal's list ended too early to be believed.
// The last good catalogue stands.
type IncompleteError struct {
	Seen  int // entries that the list gave
	Total int // entries that it should have: the portal's own count, or those of the catalogue that stands
}

// Error is for logs.
func (e *IncompleteError) Error() string {
	return fmt.Sprintf("store: the list ended after %d of %d entries", e.Seen, e.Total)
}
