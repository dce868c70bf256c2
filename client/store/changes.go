package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"
)

// ChangeKind is what happened to a procedure between two readings of the list.
type ChangeKind string

// The kinds.
const (
	ChangeNew     ChangeKind = "new"
	ChangeAmended ChangeKind = "amended"
	ChangeGone    ChangeKind = "gone"
)

// Change is one procedure that is not what it was.
type Change struct {
	Kind   ChangeKind
	Code   string
	Name   string   // now, or the last one of a procedure that is gone
	Before string   // the name it had, when that is what changed
	Parts  []string // of an amended one: "name", "field", "agency", "kind", "published" (anew), "detail"
	At     time.Time
}

// Changes is what one sync brought.
type Changes struct {
	AsOf  time.Time // of the reading that brought them
	Since time.Time // of the reading before; zero when it was the first
	// First says that there was nothing to compare with, so List is empty.
	First bool
	List  []Change // new, amended, gone, each by name
}

// Changes lists what the last sync brought, with what kept details showed since
// then. The zero value means that there was no sync yet.
func (s *Store) Changes(ctx context.Context) (Changes, error) {
	db, err := s.handle(ctx)
	if err != nil {
		return Changes{}, err
	}
	c, err := readChanges(ctx, db)
	return c, s.judge(ctx, db, err)
}

func readChanges(ctx context.Context, db *sql.DB) (Changes, error) {
	var c Changes
	var number, started, before int64
	err := db.QueryRowContext(ctx, `SELECT number, started, fresh,
			coalesce((SELECT max(started) FROM generation p WHERE p.state = 'past' AND p.number < g.number), 0)
		FROM generation g WHERE state = 'current'`).Scan(&number, &started, &c.First, &before)
	if errors.Is(err, sql.ErrNoRows) {
		return c, nil
	}
	if err != nil {
		return c, err
	}
	c.AsOf = fromMillis(started)
	if before > 0 {
		c.Since = fromMillis(before)
	}
	rows, err := db.QueryContext(ctx, `SELECT what, code, name, before, parts, at FROM change WHERE generation = ?
		ORDER BY CASE what WHEN 'new' THEN 0 WHEN 'amended' THEN 1 ELSE 2 END, name, code`, number)
	if err != nil {
		return c, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var ch Change
		var parts string
		var at int64
		if err := rows.Scan(&ch.Kind, &ch.Code, &ch.Name, &ch.Before, &parts, &at); err != nil {
			return c, err
		}
		if parts != "" {
			ch.Parts = strings.Split(parts, ",")
		}
		ch.At = fromMillis(at)
		c.List = append(c.List, ch)
	}
	return c, rows.Err()
}

// State is where the catalogue stands, for a status page.
type State struct {
	AsOf     time.Time // when the list was last read, or the date of the binary's
	Synced   bool      // false: the catalogue in the binary serves
	Finished time.Time // of the last sync
	Len      int       // procedures in the catalogue
	Details  int       // procedures kept in full
	// Broken is a sync that broke off and can be gone on with.
	Broken *Broken
}

// Broken is a sync that broke off.
type Broken struct {
	Started     time.Time
	Seen, Total int
}

// State tells where the catalogue stands.
func (s *Store) State(ctx context.Context) (State, error) {
	g, err := s.current(ctx)
	if err != nil {
		return State{}, err
	}
	st := State{AsOf: g.asOf, Synced: g.number != 0, Len: len(g.entries)}
	db, err := s.handle(ctx)
	if err != nil {
		return st, nil //nolint:nilerr // without a file there is no more to tell; Notices says why
	}
	var finished, started int64
	var b Broken
	err = db.QueryRowContext(ctx, `SELECT
			coalesce((SELECT finished FROM generation WHERE state = 'current'), 0),
			(SELECT count(*) FROM detail WHERE format = ?),
			coalesce(max(started), 0), coalesce(max(seen), 0), coalesce(max(total), 0)
		FROM generation WHERE state = 'staging'`, detailFormat).Scan(&finished, &st.Details, &started, &b.Seen, &b.Total)
	if err != nil {
		return st, s.judge(ctx, db, err)
	}
	if finished > 0 {
		st.Finished = fromMillis(finished)
	}
	if started > 0 {
		b.Started = fromMillis(started)
		st.Broken = &b
	}
	return st, nil
}
