package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// migrations lead from one version of the schema to the next; the version is SQLite's
// own user_version. A released migration is never changed; new ones are appended.
//
// Times are Unix milliseconds. A generation is one reading of the whole list; two indexes
// ensure that at most one is 'current' and at most one 'staging'. Past ones keep their
// row, without entries, for the history.
var migrations = []string{
	`
CREATE TABLE generation (
	number    INTEGER PRIMARY KEY,
	state     TEXT    NOT NULL CHECK (state IN ('staging', 'current', 'past')),
	started   INTEGER NOT NULL,           -- first request
	finished  INTEGER NOT NULL DEFAULT 0, -- swap
	cursor    TEXT    NOT NULL DEFAULT '', -- lastId of the last page read
	page_size INTEGER NOT NULL DEFAULT 0,
	seen      INTEGER NOT NULL DEFAULT 0, -- entries that the list gave so far
	total     INTEGER NOT NULL DEFAULT 0, -- the portal's own count
	requests  INTEGER NOT NULL DEFAULT 0,
	fresh     INTEGER NOT NULL DEFAULT 0  -- 1: there was none to compare it with
);
CREATE UNIQUE INDEX generation_current ON generation (state) WHERE state = 'current';
CREATE UNIQUE INDEX generation_staging ON generation (state) WHERE state = 'staging';

CREATE TABLE entry (
	generation  INTEGER NOT NULL,
	code        TEXT    NOT NULL,
	id          TEXT    NOT NULL, -- the portal's UUID
	name        TEXT    NOT NULL,
	field       TEXT    NOT NULL,
	agency      TEXT    NOT NULL, -- as the list has it: who does the work
	agency_code TEXT    NOT NULL, -- "G01", of the publisher
	kind        TEXT    NOT NULL,
	levels      INTEGER NOT NULL, -- bit 1<<level
	weight      INTEGER NOT NULL,
	publisher   TEXT    NOT NULL,
	decision    TEXT    NOT NULL,
	PRIMARY KEY (generation, code)
) WITHOUT ROWID;

CREATE TABLE change (
	generation INTEGER NOT NULL, -- the one that brought it
	what       TEXT    NOT NULL CHECK (what IN ('new', 'amended', 'gone')),
	code       TEXT    NOT NULL,
	name       TEXT    NOT NULL,
	before     TEXT    NOT NULL, -- the name it had, when that changed
	parts      TEXT    NOT NULL, -- what was amended: name,field,agency,kind,detail
	at         INTEGER NOT NULL,
	PRIMARY KEY (generation, what, code)
) WITHOUT ROWID;

CREATE TABLE detail (
	code        TEXT    PRIMARY KEY,
	format      INTEGER NOT NULL, -- see detailFormat
	fetched     INTEGER NOT NULL,
	updated     INTEGER NOT NULL, -- the portal's updatedAt, 0 when it gave none
	outdated    INTEGER NOT NULL DEFAULT 0, -- 1: the list says that it changed since
	source_id   TEXT    NOT NULL,
	source_name TEXT    NOT NULL,
	body        BLOB    NOT NULL
);
CREATE INDEX detail_fetched ON detail (fetched);
`, `
CREATE TABLE shelf ( -- other public answers, see package shelf
	topic TEXT    NOT NULL,
	key   TEXT    NOT NULL,
	at    INTEGER NOT NULL,
	body  BLOB    NOT NULL,
	PRIMARY KEY (topic, key)
) WITHOUT ROWID;
`,
}

// applicationID marks the file as ours in its header: "motc".
const applicationID = 0x6d6f7463

// errNewer: the file was written by a newer version of the program.
var errNewer = errors.New("store: written by a newer version of the program")

// errForeign: the file is another program's database.
var errForeign = errors.New("store: another program's database")

// migrate brings the schema up to date. Several processes may call it at the same time.
func migrate(ctx context.Context, db *sql.DB, steps []string) error {
	version, err := schemaVersion(ctx, db)
	if err == nil && version > len(steps) {
		err = errNewer
	}
	if err != nil || version == len(steps) {
		return err
	}
	tx, err := db.BeginTx(ctx, nil) // takes the write lock: see _txlock
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	// Another process may have migrated while this one waited.
	if version, err = schemaVersion(ctx, tx); err != nil {
		return err
	}
	for ; version < len(steps); version++ {
		if _, err := tx.ExecContext(ctx, steps[version]); err != nil {
			return fmt.Errorf("store: schema version %d: %w", version+1, err)
		}
	}
	// PRAGMA takes no parameters; both numbers are our own.
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, version)); err != nil {
		return err
	}
	return tx.Commit()
}

// querier is what *sql.DB and *sql.Tx share.
type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// schemaVersion returns how many migrations a file has had.
func schemaVersion(ctx context.Context, q querier) (int, error) {
	var version, application, tables int
	err := q.QueryRowContext(ctx, `SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_user_version, pragma_application_id`).Scan(&version, &application, &tables)
	if err == nil && application != applicationID && (tables > 0 || version != 0) {
		err = errForeign
	}
	return version, err
}
