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
	"motcua/client/workday"
)

// head is what the file says of its catalogue, as of a moment.
type head struct {
	number int64 // 0: never synced
	asOf   time.Time
	looked time.Time
}

// generation is one catalogue held in memory, ready to be searched.
type generation struct {
	number  int64 // 0: the catalogue in the binary
	asOf    time.Time
	entries []entry // sorted by code
	byCode  map[string]int
	engine  func() (*find.Engine, error) // made on the first search
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
		return find.New(docs, find.Options{})
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

// shipped is the catalogue in the binary.
func shipped() *generation {
	list := facts.Entries()
	entries := make([]entry, len(list))
	for i := range list {
		entries[i] = shippedEntry(list[i])
	}
	return newGeneration(0, facts.AsOf, entries)
}

// lookEvery is how often the file is asked whether another process has brought
// a newer catalogue. Asking costs some 50 µs.
const lookEvery = time.Second

// look tells which catalogue the file holds, at most a second old.
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
			if old := s.head.Load(); old != nil && !isCorrupt(err) {
				return *old // busy, or the person left
			}
			return h
		}
	}
	s.head.Store(&h)
	return h
}

// followFile opens the file anew when another one has come in its place:
// another process set a damaged one aside, or somebody deleted it.
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
	if err != nil && (s.how != readWrite || !errors.Is(err, os.ErrNotExist)) {
		return
	}
	_ = s.db.Close()
	s.db, s.file = nil, nil
	s.open(context.WithoutCancel(ctx))
}

// current gives the catalogue that answers now. The first call reads it; later
// ones read a newer generation in the background and answer from the old one
// until it is ready.
func (s *Store) current(ctx context.Context) (*generation, error) {
	h := s.look(ctx)
	if g := s.loaded.Load(); g != nil {
		if g.number != h.number && s.behind.CompareAndSwap(false, true) {
			client.Start(func() error {
				newer, err := s.load(context.WithoutCancel(ctx))
				if err == nil {
					_, _ = newer.engine() // nobody waits for it
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

// readBehind ends the reading of a newer generation. The older one answers until the
// next search tries again; after a panic no search does, and whoever opened the store
// is told.
func (s *Store) readBehind(err error) {
	var fault *client.PanicError
	if errors.As(err, &fault) {
		if s.opts.Panicked != nil {
			s.opts.Panicked(fault)
		}
		return
	}
	s.behind.Store(false)
}

// fresh gives the catalogue as the file has it now, for those who can wait.
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

// load reads the current generation, or takes the one in the binary when there
// is none or the file turns out to be damaged.
func (s *Store) load(ctx context.Context) (*generation, error) {
	db, err := s.handle(ctx)
	if err != nil {
		return shipped(), nil //nolint:nilerr // without a file the binary's serves; Notices says why
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
	// One statement sees one state of the file, whatever another process swaps
	// meanwhile.
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
	// Scanned as bytes, texts that repeat a hundred times are copied once.
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

// Times lie in the file as Unix milliseconds and come out in Vietnam's zone.
func fromMillis(ms int64) time.Time { return time.UnixMilli(ms).In(workday.Zone) }
