package store

import (
	"context"
	"database/sql"
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

// Change is one procedure that was added, amended or removed.
type Change struct {
	Kind   ChangeKind
	Code   string
	Name   string   // the current name, or the last one of a removed procedure
	Before string   // the previous name, when it changed
	Parts  []string // what was amended: "name", "field", "agency", "kind", "published" (anew), "detail"
	At     time.Time
}

// Changes is the result of one sync.
type Changes struct {
	AsOf  time.Time // time of this reading of the list
	Since time.Time // time of the reading before; zero when it was the first
	// First is true when there was nothing to compare with, so List is empty.
	First bool
	List  []Change // new, amended, gone, each by name
}

// Counts returns how many are new, amended and gone.
func (c Changes) Counts() (fresh, amended, gone int) {
	for _, ch := range c.List {
		switch ch.Kind {
		case ChangeNew:
			fresh++
		case ChangeAmended:
			amended++
		case ChangeGone:
			gone++
		}
	}
	return fresh, amended, gone
}

// Changes returns the result of the last sync and what details fetched since then
// revealed. The zero value means that there was no sync yet.
func (s *Store) Changes(ctx context.Context) (Changes, error) {
	db, err := s.handle(ctx)
	if err != nil {
		return Changes{}, err
	}
	c, err := readLast(ctx, db)
	return c, s.judge(ctx, db, err)
}

// History returns the results of the syncs that are still known, newest first; before the
// last one only those that found changes. It is empty when there was no sync yet.
func (s *Store) History(ctx context.Context) ([]Changes, error) {
	db, err := s.handle(ctx)
	if err != nil {
		return nil, err
	}
	list, err := readHistory(ctx, db)
	return list, s.judge(ctx, db, err)
}

func readLast(ctx context.Context, db *sql.DB) (Changes, error) {
	list, err := readHistory(ctx, db)
	if err != nil || len(list) == 0 {
		return Changes{}, err
	}
	return list[0], nil
}

func readHistory(ctx context.Context, db *sql.DB) ([]Changes, error) {
	rows, err := db.QueryContext(ctx, `SELECT number, started, fresh, state = 'current',
			coalesce((SELECT max(started) FROM generation p WHERE p.state = 'past' AND p.number < g.number), 0)
		FROM generation g WHERE state IN ('current', 'past') ORDER BY number DESC`)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var all []Changes
	place := map[int64]int{}
	last := -1
	for rows.Next() {
		var c Changes
		var number, started, before int64
		var current bool
		if err := rows.Scan(&number, &started, &c.First, &current, &before); err != nil {
			return nil, err
		}
		c.AsOf = fromMillis(started)
		if before > 0 {
			c.Since = fromMillis(before)
		}
		if current {
			last = len(all)
		}
		place[number] = len(all)
		all = append(all, c)
	}
	if err := rows.Err(); err != nil || last < 0 {
		return nil, err
	}
	if err := readChanges(ctx, db, place, all); err != nil {
		return nil, err
	}
	list := []Changes{all[last]}
	for _, c := range all[last+1:] {
		if len(c.List) > 0 {
			list = append(list, c)
		}
	}
	return list, nil
}

// readChanges assigns each change to the reading that found it.
func readChanges(ctx context.Context, db *sql.DB, place map[int64]int, all []Changes) error {
	rows, err := db.QueryContext(ctx, `SELECT generation, what, code, name, before, parts, at FROM change
		ORDER BY generation, CASE what WHEN 'new' THEN 0 WHEN 'amended' THEN 1 ELSE 2 END, name, code`)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var ch Change
		var parts string
		var number, at int64
		if err := rows.Scan(&number, &ch.Kind, &ch.Code, &ch.Name, &ch.Before, &parts, &at); err != nil {
			return err
		}
		if parts != "" {
			ch.Parts = strings.Split(parts, ",")
		}
		ch.At = fromMillis(at)
		if i, ok := place[number]; ok {
			all[i].List = append(all[i].List, ch)
		}
	}
	return rows.Err()
}

// State describes the catalogue, for a status page.
type State struct {
	AsOf     time.Time // when the list was last read, or the date of the binary's
	Synced   bool      // false: the shipped catalogue is in use
	Finished time.Time // of the last sync
	Len      int       // procedures in the catalogue
	Details  int       // procedures stored in full
	// Broken is an interrupted sync that can be continued.
	Broken *Broken
}

// Broken is an interrupted sync.
type Broken struct {
	Started     time.Time
	Seen, Total int
}

// State returns the state of the catalogue.
func (s *Store) State(ctx context.Context) (State, error) {
	g, err := s.current(ctx)
	if err != nil {
		return State{}, err
	}
	st := State{AsOf: g.asOf, Synced: g.number != 0, Len: len(g.entries)}
	db, err := s.handle(ctx)
	if err != nil {
		return st, nil //nolint:nilerr // without a file there is nothing more; Notices says why
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
