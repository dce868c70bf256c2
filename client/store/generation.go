package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"motcua/client"
	"motcua/client/facts"
	"motcua/client/find"
	"motcua/client/goroutine"
	"motcua/client/store/sqlite"
	"motcua/client/workday"
)

// head is the file's own record of its catalogue at some moment.
type head struct {
	number int64 // 0: never synced
	asOf   time.Time
	looked time.Time
}

// generation is one catalogue in memory, ready to be searched.
type generation struct {
	number  int64 // 0: the shipped catalogue
	asOf    time.Time
	entries []entry // sorted by code
	byCode  map[string]int
	engine  func() (*find.Engine, error) // built at the first search
	popular func() []int
}

func newGeneration(number int64, asOf time.Time, entries []entry) *generation {
	g := &generation{number: number, asOf: asOf, entries: entries, byCode: make(map[string]int, len(entries))}
	for i := range entries {
		g.byCode[entries[i].code] = i
	}
	g.engine = sync.OnceValues(func() (*find.Engine, error) {
		docs := make([]find.Doc, len(entries))
		for i := range entries {
			docs[i] = entries[i].doc()
		}
		return find.New(docs, find.Options{English: true})
	})
	g.popular = sync.OnceValue(func() []int {
		var list []int
		for i := range entries {
			if entries[i].everyday() {
				list = append(list, i)
			}
		}
		slices.SortFunc(list, func(a, b int) int {
			if d := entries[b].weight - entries[a].weight; d != 0 {
				return int(max(-1, min(1, d)))
			}
			return strings.Compare(entries[a].code, entries[b].code)
		})
		return list
	})
	return g
}

// entry finds one by its code.
func (g *generation) entry(code string) (*entry, bool) {
	i, ok := g.byCode[code]
	if !ok {
		return nil, false
	}
	return &g.entries[i], true
}

// shipped returns the shipped catalogue.
func shipped() *generation {
	list := facts.Entries()
	entries := make([]entry, len(list))
	for i := range list {
		entries[i] = shippedEntry(list[i])
	}
	return newGeneration(0, facts.AsOf, entries)
}

// lookEvery is how often the store checks whether another process has brought a newer
// catalogue. A check takes some 50 µs.
const lookEvery = time.Second

// look returns which catalogue the file holds, at most a second old.
func (s *Store) look(ctx context.Context) head {
	now := s.opts.Now()
	if h := s.head.Load(); h != nil && now.Sub(h.looked) < lookEvery && !now.Before(h.looked) {
		return *h
	}
	s.followFile(ctx)
	h := head{asOf: facts.AsOf, looked: now}
	if db, err := s.handle(ctx); err == nil {
		var started int64
		err = db.QueryRowContext(ctx, `SELECT number, started FROM generation WHERE state = 'current'`).Scan(&h.number, &started)
		switch {
		case err == nil:
			h.asOf = fromMillis(started)
		case errors.Is(err, sql.ErrNoRows):
		default:
			_ = s.judge(ctx, db, err)
			if old := s.head.Load(); old != nil && !sqlite.IsCorrupt(err) {
				return *old // busy, or the person left
			}
			return h
		}
	}
	s.head.Store(&h)
	return h
}

// followFile opens the file again when another file is at its path: another process set a
// damaged one aside, or somebody deleted it.
func (s *Store) followFile(ctx context.Context) {
	s.first(ctx)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil || s.file == nil {
		return
	}
	now, err := os.Stat(s.path)
	if err == nil && os.SameFile(s.file, now) {
		return
	}
	if err != nil && (s.how != sqlite.ReadWrite || !errors.Is(err, os.ErrNotExist)) {
		return
	}
	_ = s.db.Close()
	s.db, s.file = nil, nil
	s.open(context.WithoutCancel(ctx))
}

// current returns the catalogue that answers now. The first call reads it. Later calls
// read a newer generation in the background and return the old one until it is ready.
func (s *Store) current(ctx context.Context) (*generation, error) {
	h := s.look(ctx)
	if g := s.loaded.Load(); g != nil {
		if g.number != h.number && s.behind.CompareAndSwap(false, true) {
			goroutine.Start(func() error {
				newer, err := s.load(context.WithoutCancel(ctx))
				if err == nil {
					_, _ = newer.engine() // built here, so that no search has to wait for it
					s.loaded.Store(newer)
				}
				return err
			}, s.readBehind)
		}
		return g, nil
	}
	s.loading.Lock()
	defer s.loading.Unlock()
	if g := s.loaded.Load(); g != nil {
		return g, nil
	}
	g, err := s.load(ctx)
	if err != nil {
		return nil, err
	}
	s.loaded.Store(g)
	return g, nil
}

// readBehind ends the background reading of a newer generation. After an error the older
// one answers until the next search tries again. After a panic no search tries again, and
// Options.Panicked is called.
func (s *Store) readBehind(err error) {
	var fault *goroutine.PanicError
	if errors.As(err, &fault) {
		if s.opts.Panicked != nil {
			s.opts.Panicked(fault)
		}
		return
	}
	s.behind.Store(false)
}

// fresh returns the catalogue that the file has now, for callers that can wait.
func (s *Store) fresh(ctx context.Context) (*generation, error) {
	s.head.Store(nil)
	h := s.look(ctx)
	s.loading.Lock()
	defer s.loading.Unlock()
	if g := s.loaded.Load(); g != nil && g.number == h.number {
		return g, nil
	}
	g, err := s.load(ctx)
	if err == nil {
		s.loaded.Store(g)
	}
	return g, err
}

// load reads the current generation, or returns the shipped one when there is none or the
// file is damaged.
func (s *Store) load(ctx context.Context) (*generation, error) {
	db, err := s.handle(ctx)
	if err != nil {
		return shipped(), nil //nolint:nilerr // without a file the shipped one answers; Notices says why
	}
	number, asOf, entries, err := readCurrent(ctx, db)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		_ = s.judge(ctx, db, err)
		return shipped(), nil
	case number == 0:
		return shipped(), nil
	}
	return newGeneration(number, asOf, entries), nil
}

// readCurrent reads the current generation; number 0 means that there is none.
func readCurrent(ctx context.Context, db *sql.DB) (number int64, asOf time.Time, entries []entry, err error) {
	// One statement reads one state of the file, even when another process swaps
	// generations meanwhile.
	rows, err := db.QueryContext(ctx, `
		SELECT g.number, g.started, g.seen, e.code, e.id, e.name, e.field, e.agency, e.agency_code, e.kind,
			e.levels, e.weight, e.publisher, e.decision
		FROM generation g JOIN entry e ON e.generation = g.number
		WHERE g.state = 'current' ORDER BY e.code`)
	if err != nil {
		return 0, time.Time{}, nil, err
	}
	defer func() { _ = rows.Close() }()
	words := interned{}
	var started, seen, bits int64
	// Scanned as bytes, a text that occurs a hundred times is copied only once.
	var code, id, name, field, agency, agencyCode, kind, publisher, decision sql.RawBytes
	levels := map[int64][]client.Level{}
	for rows.Next() {
		var e entry
		if err := rows.Scan(&number, &started, &seen, &code, &id, &name, &field, &agency, &agencyCode, &kind,
			&bits, &e.weight, &publisher, &decision); err != nil {
			return 0, time.Time{}, nil, err
		}
		if entries == nil {
			entries = make([]entry, 0, seen)
		}
		e.code, e.id, e.name = string(code), string(id), string(name)
		e.field, e.agency, e.agencyCode = words.of(field), words.of(agency), words.of(agencyCode)
		e.kind, e.publisher, e.decision = client.ProcedureKind(words.of(kind)), words.of(publisher), words.of(decision)
		set, ok := levels[bits]
		if !ok {
			set = levelSet(bits)
			levels[bits] = set
		}
		e.levels = set
		entries = append(entries, e)
	}
	if err := rows.Err(); err != nil {
		return 0, time.Time{}, nil, fmt.Errorf("store: read the catalogue: %w", err)
	}
	return number, fromMillis(started), entries, nil
}

// interned keeps one copy of a text that occurs in many entries.
type interned map[string]string

func (i interned) of(b []byte) string {
	if s, ok := i[string(b)]; ok {
		return s
	}
	s := string(b)
	i[s] = s
	return s
}

// fromMillis converts a time of the file (Unix milliseconds) to Vietnam's zone.
func fromMillis(ms int64) time.Time { return time.UnixMilli(ms).In(workday.Zone) }
