package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"modernc.org/sqlite" // in pure Go: no cgo, one static binary
	lib "modernc.org/sqlite/lib"
)

// BusyFor is how long one process waits for another that is writing. The longest write is
// the swap of two generations, well under a second.
const BusyFor = 5 * time.Second

// Access is how a file is opened.
type Access int

// The ways to open one.
const (
	ReadWrite Access = iota
	ReadOnly         // in a folder without write permission
	Immutable        // the same, without the side files of a log
	lockOnly         // an empty file that exists to be locked
)

// dsn returns the driver's name for a file. It is a URL, because "?" and "%" in a plain
// path have a meaning for SQLite.
func dsn(path string, how Access, maxPages int) string {
	path = filepath.ToSlash(path)
	if runtime.GOOS == "windows" && !strings.HasPrefix(path, "/") {
		path = "/" + path // file:///C:/...
	}
	q := url.Values{}
	q.Set("_busy_timeout", strconv.FormatInt(BusyFor.Milliseconds(), 10))
	// A misspelt string in double quotes must not silently become a column name.
	q.Set("_dqs", "0")
	q.Set("_defensive", "1")
	q.Set("_txlock", "immediate")
	q.Add("_pragma", "cache_size(-1024)") // in KiB for each connection: the list is read only once
	switch how {
	case ReadWrite:
		q.Set("_journal_mode", "WAL")
		// With a write-ahead log a power cut may lose the last pages of a sync, but
		// nothing that was there before it.
		q.Set("_synchronous", "NORMAL")
	case lockOnly:
		q.Set("_busy_timeout", "0") // the caller does the waiting
	case Immutable:
		q.Set("immutable", "1")
		fallthrough
	case ReadOnly:
		q.Set("mode", "ro")
		q.Set("_query_only", "1")
	}
	if maxPages > 0 {
		q.Add("_pragma", "max_page_count("+strconv.Itoa(maxPages)+")")
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: q.Encode(), OmitHost: true}).String()
}

// Open opens a file and runs a query, so that a damaged file is noticed now.
func Open(ctx context.Context, path string, how Access, maxPages int) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn(path, how, maxPages))
	if err != nil {
		return nil, err
	}
	// Several sessions look up at once; each connection has its own cache.
	db.SetMaxOpenConns(4)
	db.SetMaxIdleConns(2)
	err = Patiently(ctx, func() error {
		var n int
		return db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&n)
	})
	if err != nil {
		_ = db.Close()
		return nil, err
	}
	return db, nil
}

// Patiently retries while another process holds the file: unlike statements, the switch to
// a write-ahead log does not wait for a lock.
func Patiently(ctx context.Context, do func() error) error {
	wait := 5 * time.Millisecond
	deadline := time.Now().Add(BusyFor)
	for {
		err := do()
		if !isBusy(err) || time.Now().After(deadline) {
			return err
		}
		t := time.NewTimer(wait)
		select {
		case <-t.C:
		case <-ctx.Done():
			t.Stop()
			return ctx.Err()
		}
		wait = min(2*wait, 200*time.Millisecond)
	}
}

// primary returns SQLite's result code without its extension, 0 for other errors
// (https://www.sqlite.org/rescode.html).
func primary(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

func isBusy(err error) bool {
	code := primary(err)
	return code == lib.SQLITE_BUSY || code == lib.SQLITE_LOCKED
}

// IsCorrupt reports whether the file is no database or is damaged inside.
func IsCorrupt(err error) bool {
	code := primary(err)
	return code == lib.SQLITE_CORRUPT || code == lib.SQLITE_NOTADB
}

// IsFull reports whether the disk, or the file by its bound, is full.
func IsFull(err error) bool { return primary(err) == lib.SQLITE_FULL }
