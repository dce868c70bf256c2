package store

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

// busyFor is how long one process waits for another that writes. The longest
// write is the swap of two generations, well under a second.
const busyFor = 5 * time.Second

// access is how a file is opened.
type access int

const (
	readWrite access = iota
	readOnly         // a folder that cannot be written to
	immutable        // the same, without the side files of a log
	lockOnly         // an empty file that is there to be locked
)

// dsn names a file for the driver. It goes through a URL, because in SQLite's
// own form a "?" or "%" in a path means something.
func dsn(path string, how access, maxPages int) string {
	path = filepath.ToSlash(path)
	if runtime.GOOS == "windows" && !strings.HasPrefix(path, "/") {
		path = "/" + path // file:///C:/...
	}
	q := url.Values{}
	q.Set("_busy_timeout", strconv.FormatInt(busyFor.Milliseconds(), 10))
	// A statement that means a string must not silently name a column.
	q.Set("_dqs", "0")
	q.Set("_defensive", "1")
	q.Set("_txlock", "immediate")
	q.Add("_pragma", "cache_size(-1024)") // KiB a connection: the list is read once
	switch how {
	case readWrite:
		q.Set("_journal_mode", "WAL")
		// With a write-ahead log a power cut may take the last pages of a sync,
		// never what was there before it.
		q.Set("_synchronous", "NORMAL")
	case lockOnly:
		q.Set("_busy_timeout", "0") // the caller waits
	case immutable:
		q.Set("immutable", "1")
		fallthrough
	case readOnly:
		q.Set("mode", "ro")
		q.Set("_query_only", "1")
	}
	if maxPages > 0 {
		q.Add("_pragma", "max_page_count("+strconv.Itoa(maxPages)+")")
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: q.Encode(), OmitHost: true}).String()
}

// openDB opens a file and says hello to it, so that a broken one is known now.
func openDB(ctx context.Context, path string, how access, maxPages int) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn(path, how, maxPages))
	if err != nil {
		return nil, err
	}
	// Look-ups of several sessions at once; each connection holds its cache.
	db.SetMaxOpenConns(4)
	db.SetMaxIdleConns(2)
	err = patiently(ctx, func() error {
		var n int
		return db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&n)
	})
	if err != nil {
		_ = db.Close()
		return nil, err
	}
	return db, nil
}

// patiently tries again while another process holds the file: switching to a
// write-ahead log does not wait for a lock as statements do.
func patiently(ctx context.Context, do func() error) error {
	wait := 5 * time.Millisecond
	deadline := time.Now().Add(busyFor)
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

// primary is the result code of SQLite without its extension, 0 when the error
// is another's (https://www.sqlite.org/rescode.html).
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

// isCorrupt tells that the file is no database or is damaged inside.
func isCorrupt(err error) bool {
	code := primary(err)
	return code == lib.SQLITE_CORRUPT || code == lib.SQLITE_NOTADB
}

func isFull(err error) bool { return primary(err) == lib.SQLITE_FULL }
