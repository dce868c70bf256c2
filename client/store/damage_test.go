package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/facts"
	"motcua/client/store/sqlite"
	"motcua/client/workday"
)

// noise is data as a failing disk leaves it.
var noise = bytes.Repeat([]byte{0xde, 0xad, 0xbe, 0xef}, 16<<10)

func TestADamagedFileIsSetAsideAndBegunAnew(t *testing.T) {
	clienttest.OneByOne(t)
	for _, c := range []struct {
		name   string
		damage func(t *testing.T, path string)
		when   string // when it is noticed
	}{
		{"no database at all", func(t *testing.T, path string) { t.Helper(); overwrite(t, path, 0, noise) }, "opened"},
		{"the head is gone", func(t *testing.T, path string) { t.Helper(); overwrite(t, path, 0, make([]byte, 100)) }, "opened"},
		{"another program's database", func(t *testing.T, path string) {
			t.Helper()
			remove(t, path)
			db, err := sqlite.Open(t.Context(), path, sqlite.ReadWrite, 0)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := db.Exec(`CREATE TABLE theirs (x)`); err != nil {
				t.Fatal(err)
			}
			_ = db.Close()
		}, "opened"},
		{"a table is gone", func(t *testing.T, path string) {
			t.Helper()
			db, err := sqlite.Open(t.Context(), path, sqlite.ReadWrite, 0)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := db.Exec(`DROP TABLE entry`); err != nil {
				t.Fatal(err)
			}
			_ = db.Close()
		}, "opened"},
		{"noise in the middle", func(t *testing.T, path string) { t.Helper(); overwrite(t, path, 12<<10, noise) }, "searched"},
		{"cut off", func(t *testing.T, path string) {
			t.Helper()
			if err := os.Truncate(path, 20<<10); err != nil {
				t.Fatal(err)
			}
		}, "searched"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			s := open(t, dir, Options{})
			p := &listPortal{items: items(1_000)}
			mustSync(t, s, p)
			_ = s.Close()
			c.damage(t, s.Path())

			s = open(t, dir, Options{})
			if c.when == "searched" {
				r, err := s.Search(t.Context(), client.Query{Words: "khai sinh"})
				if err != nil || r.Total == 0 {
					t.Errorf("search: %+v, %v; want the binary's catalogue to answer", r, err)
				}
			}
			if s.Synced() || !s.AsOf().Equal(facts.AsOf) {
				t.Errorf("serves %v as of %v, want the binary's catalogue", s.Synced(), s.AsOf())
			}
			n := s.Notices()
			if len(n) != 1 || n[0].Kind != NoticeCorrupt || n[0].Err == nil || n[0].Path != s.Path() {
				t.Fatalf("notices %+v, want one that says it", n)
			}
			if _, err := os.Stat(n[0].Aside); err != nil {
				t.Errorf("the damaged file is not where the notice says: %v", err)
			}
			// The next sync rebuilds the file.
			if r := mustSync(t, s, p); r.Kept != 1_000 || !r.First {
				t.Errorf("sync: %+v", r)
			}
			if _, err := oneVersion(s); err != nil || !s.Synced() || s.Len(t.Context()) != 1_000 {
				t.Errorf("%v, serves %v with %d entries", err, s.Synced(), s.Len(t.Context()))
			}
		})
	}
}

func TestDamageIsFoundBeforeASyncWrites(t *testing.T) {
	dir := t.TempDir()
	p := &listPortal{items: items(1_000)}
	s := open(t, dir, Options{})
	mustSync(t, s, p)
	_ = s.Close()
	overwrite(t, s.Path(), 40<<10, noise)
	s = open(t, dir, Options{})
	if r := mustSync(t, s, p); !r.First || r.Kept != 1_000 {
		t.Errorf("sync: %+v, want a new file", r)
	}
	if n := s.Notices(); len(n) != 1 || n[0].Kind != NoticeCorrupt {
		t.Errorf("notices %+v", n)
	}
}

func TestOnlyOneProcessSetsAFileAside(t *testing.T) {
	dir := t.TempDir()
	p := &listPortal{items: items(1_000)}
	one := open(t, dir, Options{})
	mustSync(t, one, p)
	two := open(t, dir, Options{})
	if _, err := one.db.Exec(`PRAGMA wal_checkpoint(TRUNCATE)`); err != nil {
		t.Fatal(err)
	}
	overwrite(t, one.Path(), 12<<10, noise)
	for _, s := range []*Store{one, two} {
		if _, err := s.fresh(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	mustSync(t, one, p)
	// The second store finds damage in the old file, which it has open, after the first has
	// made a new one. It must not set the new one aside.
	if g, err := two.fresh(t.Context()); err != nil || g.number != 1 || len(g.entries) != 1_000 {
		t.Errorf("the second sees generation %d with %d entries, %v; want the first one's new list", g.number, len(g.entries), err)
	}
	aside, _ := filepath.Glob(filepath.Join(dir, "*.corrupt"))
	if len(aside) != 1 {
		t.Errorf("set aside: %q, want one file", aside)
	}
}

func TestFewDamagedFilesAreLeft(t *testing.T) {
	dir := t.TempDir()
	now := time.Date(2026, 11, 24, 8, 0, 0, 0, workday.Zone)
	for range asideKept + 3 {
		if err := os.WriteFile(filepath.Join(dir, "catalogue.db"), noise, 0o600); err != nil {
			t.Fatal(err)
		}
		now = now.Add(time.Second)
		s := open(t, dir, Options{Now: func() time.Time { return now }})
		_ = s.Close()
	}
	aside, _ := filepath.Glob(filepath.Join(dir, "*.corrupt"))
	if len(aside) != asideKept || !strings.Contains(aside[len(aside)-1], now.UTC().Format("20060102-150405")) {
		t.Errorf("left: %q, want the latest %d", aside, asideKept)
	}
}

func TestADeletedFileIsBegunAnew(t *testing.T) {
	now := time.Now()
	s := open(t, t.TempDir(), Options{Now: func() time.Time { return now }})
	mustSync(t, s, &listPortal{items: items(10)})
	if !s.Synced() {
		t.Fatal("not served")
	}
	remove(t, s.Path())
	now = now.Add(2 * lookEvery)
	if _, err := s.fresh(t.Context()); err != nil || s.Synced() {
		t.Errorf("%v, synced %v: the deleted list is served", err, s.Synced())
	}
	if r := mustSync(t, s, &listPortal{items: items(20)}); r.Kept != 20 || !exists(s.Path()) {
		t.Errorf("%+v, file there: %v", r, exists(s.Path()))
	}
}

func TestAFolderThatCannotBeMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := open(t, filepath.Join(file, "state"), Options{})
	worksWithout(t, s, NoticeUnwritable)
}

func TestNoFolderAtAll(t *testing.T) { worksWithout(t, Later("", Options{}), NoticeUnwritable) }

func TestLaterTouchesNothingUntilItIsAsked(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state")
	s := Later(dir, Options{Pause: noPause})
	t.Cleanup(func() { _ = s.Close() })
	if exists(dir) {
		t.Error("the folder is there before anybody asked")
	}
	if r := mustSync(t, s, &listPortal{items: items(10)}); r.Kept != 10 || !s.Synced() {
		t.Errorf("sync: %+v", r)
	}
	unasked := Later(filepath.Join(dir, "other"), Options{})
	if err := unasked.Close(); err != nil || exists(filepath.Join(dir, "other")) {
		t.Errorf("closed before it was asked: %v", err)
	}
}

func TestAFileOfANewerVersionIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, Options{})
	mustSync(t, s, &listPortal{items: items(10)})
	if _, err := s.db.Exec(fmt.Sprintf(`PRAGMA user_version = %d`, len(migrations)+1)); err != nil {
		t.Fatal(err)
	}
	_ = s.Close()
	before := read(t, s.Path())
	worksWithout(t, open(t, dir, Options{}), NoticeNewer)
	if !bytes.Equal(read(t, s.Path()), before) {
		t.Error("the file was changed")
	}
}

// worksWithout checks what a store without a file still does.
func worksWithout(t *testing.T, s *Store, want NoticeKind) {
	t.Helper()
	n := s.Notices()
	if len(n) != 1 || n[0].Kind != want || n[0].Err == nil {
		t.Fatalf("notices %+v, want %s", n, want)
	}
	r, err := s.Search(t.Context(), client.Query{Words: "khai sinh"})
	if err != nil || r.Total == 0 || s.Synced() || !s.AsOf().Equal(facts.AsOf) {
		t.Errorf("search: %d hits, %v; serves %v", r.Total, err, s.Synced())
	}
	s.Keep(t.Context(), client.Answer[client.Procedure]{Value: wholeProcedure(), AsOf: time.Now()})
	if _, _, ok := s.Kept(t.Context(), "1.004194"); ok {
		t.Error("something was kept")
	}
	var none *NoStoreError
	p := &listPortal{items: items(10)}
	if _, err := s.Sync(t.Context(), p, nil); !errors.As(err, &none) || none.Notice.Kind != want || p.requests() != 0 {
		t.Errorf("sync: %v with %d requests, want *NoStoreError before the portal is asked", err, p.requests())
	}
	if _, err := s.Changes(t.Context()); !errors.As(err, &none) {
		t.Errorf("changes: %v", err)
	}
	if st, err := s.State(t.Context()); err != nil || st.Synced || st.Len != len(facts.Entries()) {
		t.Errorf("state: %+v, %v", st, err)
	}
}

func TestAStoreThatCanOnlyBeRead(t *testing.T) {
	for name, how := range map[string]sqlite.Access{"with its log": sqlite.ReadOnly, "on a read-only disk": sqlite.Immutable} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := open(t, dir, Options{})
			p := &listPortal{items: items(10)}
			mustSync(t, s, p)
			s.Keep(t.Context(), client.Answer[client.Procedure]{Value: wholeProcedure(), AsOf: time.Now()})
			if how == sqlite.Immutable {
				_ = s.Close() // the last one to close leaves no log
			}
			ro := Later(dir, s.opts)
			ro.once.Do(func() {})
			if err := ro.tryOpen(t.Context(), how); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = ro.Close() })
			ro.note(Notice{Kind: NoticeReadOnly, Path: ro.path, Err: os.ErrPermission})
			if !ro.Synced() || ro.Len(t.Context()) != 10 {
				t.Errorf("serves %v with %d entries, want the ten", ro.Synced(), ro.Len(t.Context()))
			}
			if _, fresh, ok := ro.Kept(t.Context(), "1.004194"); !ok || !fresh {
				t.Error("the kept detail is not read")
			}
			var none *NoStoreError
			if _, err := ro.Sync(t.Context(), p, nil); !errors.As(err, &none) || none.Notice.Kind != NoticeReadOnly {
				t.Errorf("sync: %v, want *NoStoreError", err)
			}
			if _, err := ro.db.Exec(`DELETE FROM entry`); err == nil {
				t.Error("it can be written to")
			}
		})
	}
}

func TestAFullDiskLeavesTheLastGoodCatalogue(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, Options{})
	p := &listPortal{items: items(1_000)}
	mustSync(t, s, p)
	kept := client.Answer[client.Procedure]{Value: wholeProcedure(), AsOf: time.Now()}
	s.Keep(t.Context(), kept)
	var pages int
	if err := s.db.QueryRow(`PRAGMA page_count`).Scan(&pages); err != nil {
		t.Fatal(err)
	}
	_ = s.Close()

	for _, room := range []int{0, 3, 20, 40} { // pages, fewer than a second list needs
		s = open(t, dir, Options{maxPages: pages + room})
		for i := range p.items {
			p.items[i].Name = fmt.Sprintf("Tên khác %d thứ %d", room, i)
		}
		_, err := s.Sync(t.Context(), p, nil)
		if !errors.Is(err, ErrFull) {
			t.Fatalf("room for %d pages: %v, want ErrFull", room, err)
		}
		if g, err := s.fresh(t.Context()); err != nil || g.number != 1 || len(g.entries) != 1_000 || g.entries[0].name != item(1).Name {
			t.Errorf("room for %d pages: generation %d, %v; want the last good one", room, g.number, err)
		}
		if _, fresh, ok := s.Kept(t.Context(), "1.004194"); !ok || !fresh {
			t.Error("the kept detail is gone")
		}
		if n := s.Notices(); len(n) != 0 {
			t.Errorf("notices %+v: a full disk is no damage", n)
		}
		if st, err := s.State(t.Context()); err != nil || st.Broken != nil {
			t.Errorf("%+v, %v; want the room given back", st.Broken, err)
		}
		_ = s.Close()
	}
	s = open(t, dir, Options{})
	if r := mustSync(t, s, p); r.Amended != 1_000 {
		t.Errorf("with room again: %+v", r)
	}
}

func TestTheSchemaGrowsInSteps(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, Options{})
	mustSync(t, s, &listPortal{items: items(10)})
	_ = s.Close()

	next := slices.Concat(migrations, []string{`ALTER TABLE detail ADD COLUMN size INTEGER NOT NULL DEFAULT 0`})
	for range 2 { // the second time there is nothing to do
		s = open(t, dir, Options{migrations: next})
		var size int
		if err := s.db.QueryRow(`SELECT count(size) FROM detail`).Scan(&size); err != nil {
			t.Fatal(err)
		}
		if n := s.Notices(); len(n) != 0 || s.Len(t.Context()) != 10 {
			t.Errorf("notices %+v, %d entries; want what there was", n, s.Len(t.Context()))
		}
		_ = s.Close()
	}
	// A step that fails keeps the version before.
	broken := slices.Concat(next, []string{`ALTER TABLE generation ADD COLUMN extra INTEGER; ALTER TABLE none ADD COLUMN x`})
	s = open(t, dir, Options{migrations: broken})
	if n := s.Notices(); len(n) != 1 || n[0].Err == nil {
		t.Errorf("notices %+v, want the failed step", n)
	}
	_ = s.Close()
	s = open(t, dir, Options{migrations: next})
	if n := s.Notices(); len(n) != 0 || s.Len(t.Context()) != 10 {
		t.Errorf("after a failed step: notices %+v, %d entries", n, s.Len(t.Context()))
	}
}

func TestOddPaths(t *testing.T) {
	for _, name := range []string{"có dấu cách", "a?b=c&mode=ro", "100%", "a#b", "a;b'c", "ẩn"} {
		dir := filepath.Join(t.TempDir(), name)
		s := open(t, dir, Options{Name: name})
		mustSync(t, s, &listPortal{items: items(3)})
		if n := s.Notices(); len(n) != 0 || !exists(filepath.Join(dir, name+".db")) {
			t.Errorf("%q: %+v, file there: %v", name, n, exists(filepath.Join(dir, name+".db")))
		}
	}
}

func TestOpenEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if s, err := openNow(ctx, t.TempDir(), Options{}); !errors.Is(err, context.Canceled) || len(s.Notices()) != 0 {
		t.Errorf("%v with notices %+v, want context.Canceled", err, s.Notices())
	}
}

func TestAClosedStoreStillAnswers(t *testing.T) {
	s := open(t, t.TempDir(), Options{})
	mustSync(t, s, &listPortal{items: items(3)})
	_ = s.Close()
	if err := s.Close(); err != nil {
		t.Errorf("a second close: %v", err)
	}
	if _, err := s.Search(t.Context(), client.Query{Words: "khai sinh"}); err != nil {
		t.Error(err)
	}
	if _, err := s.Sync(t.Context(), &listPortal{}, nil); err == nil {
		t.Error("a closed store was synced")
	}
}

func overwrite(t *testing.T, path string, at int64, b []byte) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if _, err := f.WriteAt(b, at); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
