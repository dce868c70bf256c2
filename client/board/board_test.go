package board_test

import (
	"context"
	"errors"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
	"motcua/client/board"
	"motcua/client/national"
	"motcua/client/notice"
	"motcua/client/posted"
	"motcua/client/rest"
	"motcua/client/sandbox"
	"motcua/client/store"
	"motcua/client/store/shelf"
	"motcua/client/workday"
)

var morning = time.Date(2026, time.November, 24, 8, 14, 0, 0, workday.Zone)

func never(ctx context.Context) error { return ctx.Err() }

// opened is a board over the sample portal, a folder with one notice, and a shelf in a folder.
func opened(t *testing.T, dir string, change func(*board.Config)) (*board.Board, *httptest.Server) {
	t.Helper()
	portal, err := sandbox.New(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(portal.Handler())
	t.Cleanup(server.Close)
	n, err := national.New(national.Config{Rest: rest.Config{BaseURL: server.URL + sandbox.NationalPath, Retries: -1}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(n.Close)
	file := store.Later(filepath.Join(dir, "state"), store.Options{})
	t.Cleanup(func() { _ = file.Close() })
	notes := filepath.Join(dir, "posted")
	if err := os.MkdirAll(notes, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(notes, "tet.md"), []byte("---\nfrom: 2026-11-20\nuntil: 2026-12-01\n---\n# Nghỉ Tết\n\nNghỉ.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cfg := board.Config{
		News: n.News(), Shelf: shelf.Of(file), Folder: func() *posted.Folder { return posted.Read(notes, nil) }, Now: func() time.Time { return morning },
	}
	if change != nil {
		change(&cfg)
	}
	return board.New(cfg), server
}

// The office's notices come first, then the portal's news with titles and days under whatever
// name they have; a row without either is read in full.
func TestWhatIsPosted(t *testing.T) {
	b, _ := opened(t, t.TempDir(), nil)
	a, err := b.Notices(t.Context())
	if err != nil || a.Stale || !a.AsOf.Equal(morning) || !a.Value.Asked || a.Value.NoNews || len(a.Value.Notices) != 4 {
		t.Fatalf("%+v, %v", a, err)
	}
	for i, want := range []struct {
		title  string
		origin notice.Origin
		day    int // of November, 0: not said
	}{
		{"Nghỉ Tết", notice.Office, 20}, {"Cổng mẫu bảo trì đêm 28/11/2026", notice.Portal, 23},
		{"Hướng dẫn đăng nhập bằng tài khoản định danh điện tử", notice.Portal, 10}, {"Danh mục dịch vụ công trực tuyến toàn trình năm 2026", notice.Portal, 0},
	} {
		n := a.Value.Notices[i]
		if n.Title != want.title || n.Origin != want.origin || n.ID == "" || n.From.IsZero() != (want.day == 0) || want.day != 0 && n.From.Day() != want.day {
			t.Errorf("%d: %+v", i, n)
		}
	}
	full, err := b.Notice(t.Context(), a.Value.Notices[2].ID)
	if err != nil || len(full.Value.Links) != 0 || len(full.Value.Parts) != 7 || full.Value.Parts[1].Text != "1. Mở ứng dụng VNeID." {
		t.Errorf("%+v, %v", full, err)
	}
	own, err := b.Notice(t.Context(), "tet")
	if err != nil || own.Value.Origin != notice.Office || own.Source.ID != "notices" {
		t.Errorf("%+v, %v", own, err)
	}
	for _, id := range []string{"", "x", "../x", "00000000-0000-7000-8000-000000000009"} {
		if _, err := b.Notice(t.Context(), id); !errors.Is(err, client.ErrNotFound) {
			t.Errorf("%q: %v", id, err)
		}
	}
}

// What a sync kept answers offline and while the portal is down, with its day; without it the
// office's notices are there and the list says what is missing.
func TestASyncAnswersOffline(t *testing.T) {
	dir := t.TempDir()
	b, _ := opened(t, dir, nil)
	if r, err := b.Sync(t.Context(), never); err != nil || r.News != 3 || r.Read != 2 { // one was read for its title
		t.Fatalf("%+v, %v", r, err)
	}
	if r, err := b.Sync(t.Context(), never); err != nil || r.News != 3 || r.Read != 0 {
		t.Errorf("again: %+v, %v", r, err)
	}
	for name, change := range map[string]func(*board.Config){
		"offline": func(c *board.Config) { c.Offline = true },
		"down":    func(c *board.Config) { c.Now = func() time.Time { return morning.Add(48 * time.Hour) } },
	} {
		t.Run(name, func(t *testing.T) {
			b, server := opened(t, dir, change)
			server.Close()
			a, err := b.Notices(t.Context())
			if err != nil || !a.Stale || !a.AsOf.Equal(morning) || len(a.Value.Notices) != 4 {
				t.Fatalf("%+v, %v", a, err)
			}
			full, err := b.Notice(t.Context(), a.Value.Notices[1].ID)
			if err != nil || !full.Stale || len(full.Value.Parts) == 0 || len(full.Value.Links) != 1 {
				t.Errorf("%+v, %v", full, err)
			}
			if _, err := b.Notice(t.Context(), "00000000-0000-7000-8000-000000000009"); err == nil {
				t.Error("an item that was never read is answered")
			}
		})
	}
	empty, server := opened(t, t.TempDir(), nil)
	server.Close()
	a, err := empty.Notices(t.Context())
	if err != nil || !a.Value.NoNews || !a.Stale || len(a.Value.Notices) != 1 {
		t.Errorf("%+v, %v", a, err)
	}
	alone, _ := opened(t, t.TempDir(), func(c *board.Config) { c.News = nil })
	if a, err := alone.Notices(t.Context()); err != nil || a.Value.Asked || a.Value.NoNews || len(a.Value.Notices) != 1 {
		t.Errorf("%+v, %v", a, err)
	}
}

// down counts how often a portal that is down is asked.
type down struct {
	board.News
	asked int
}

func (d *down) List(context.Context, int, func(context.Context) error) ([]notice.Notice, error) {
	d.asked++
	return nil, &client.UnavailableError{Source: d.Source(), Cause: client.CauseTimeout}
}

// Whoever opens the page again does not wait for the time-out again; a sync does.
func TestAPortalThatIsDownIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	b, _ := opened(t, dir, nil)
	if _, err := b.Notices(t.Context()); err != nil {
		t.Fatal(err)
	}
	var news *down
	b, _ = opened(t, dir, func(c *board.Config) {
		news = &down{News: c.News}
		c.News, c.Now = news, func() time.Time { return morning.Add(2 * time.Hour) }
	})
	for range 3 {
		if a, err := b.Notices(t.Context()); err != nil || !a.Stale || len(a.Value.Notices) != 4 {
			t.Errorf("%+v, %v", a, err)
		}
	}
	if news.asked != 1 {
		t.Errorf("asked %d times", news.asked)
	}
	if _, err := b.Sync(t.Context(), never); err == nil || news.asked != 2 {
		t.Errorf("a sync: %v after %d questions", err, news.asked)
	}
}

// broken is a portal that cannot answer one of its items.
type broken struct {
	board.News
	id string
}

func (b broken) Full(ctx context.Context, id string) (notice.Full, error) {
	if id == b.id {
		return notice.Full{}, &client.UnavailableError{Source: b.Source(), Cause: client.CauseServer}
	}
	return b.News.Full(ctx, id)
}

// Each sync once ended at the item, and none read those behind it.
func TestAnItemThatCannotBeReadIsPassed(t *testing.T) {
	whole, _ := opened(t, t.TempDir(), nil)
	list, err := whole.Notices(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b, _ := opened(t, t.TempDir(), func(c *board.Config) { c.News = broken{c.News, list.Value.Notices[1].ID} })
	if r, err := b.Sync(t.Context(), never); err != nil || r.News != 3 || r.Read != 1 {
		t.Errorf("%+v, %v; want the item behind it, and no error", r, err)
	}
}

// slow is a portal that takes a second for anything, and counts.
type slow struct {
	board.News
	lists, items atomic.Int32
}

func (*slow) Source() client.SourceName { return client.SourceName{ID: "national"} }

func (s *slow) List(context.Context, int, func(context.Context) error) ([]notice.Notice, error) {
	s.lists.Add(1)
	time.Sleep(time.Second) //nolint:forbidigo // virtual time
	return []notice.Notice{{ID: "1", Title: "Bảo trì"}}, nil
}

func (s *slow) Full(context.Context, string) (notice.Full, error) {
	s.items.Add(1)
	time.Sleep(time.Second) //nolint:forbidigo // virtual time
	return notice.Full{Notice: notice.Notice{ID: "1", Title: "Bảo trì"}}, nil
}

// emptyShelf keeps nothing.
type emptyShelf struct{}

func (emptyShelf) Put(context.Context, string, string, time.Time, any) error { return nil }

func (emptyShelf) Get(context.Context, string, string, any) (at time.Time, ok bool) { return at, false }

// Each of several people who opened the page at the same time once had the portal asked.
func TestTheSameQuestionIsAskedOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		news := &slow{}
		b := board.New(board.Config{News: news, Shelf: emptyShelf{}})
		var all sync.WaitGroup
		for range 3 {
			all.Go(func() {
				if a, err := b.Notices(t.Context()); err != nil || len(a.Value.Notices) != 1 || a.Stale {
					t.Errorf("%+v, %v", a, err)
				}
			})
			all.Go(func() {
				if a, err := b.Notice(t.Context(), "1"); err != nil || a.Value.Title != "Bảo trì" || a.Stale {
					t.Errorf("%+v, %v", a, err)
				}
			})
		}
		all.Wait()
		if l, i := news.lists.Load(), news.items.Load(); l != 1 || i != 1 {
			t.Errorf("the list was asked for %d times and the item %d times", l, i)
		}
	})
}

// The folder is read anew after a minute, so that a notice needs no restart.
func TestTheFolderIsReadAgain(t *testing.T) {
	now, reads := morning, 0
	b, _ := opened(t, t.TempDir(), func(c *board.Config) {
		read := c.Folder
		c.News, c.Now, c.Folder = nil, func() time.Time { return now }, func() *posted.Folder { reads++; return read() }
	})
	for range 3 {
		_, _ = b.Notices(t.Context())
	}
	now = now.Add(2 * time.Minute)
	_, _ = b.Notices(t.Context())
	if reads != 2 {
		t.Errorf("%d readings", reads)
	}
}
