package store

import (
	"context"
	"errors"
	"net"
	"reflect"
	"slices"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/facts"
	"motcua/client/national"
	"motcua/client/workday"
)

func TestSyncKeepsToTheBudgetOfRequests(t *testing.T) {
	clienttest.OneByOne(t)
	// The portal has had up to 6,312 entries; see Budgets in cmd/motcua/README.md.
	p := &listPortal{items: items(6_300)}
	s := open(t, t.TempDir(), Options{})
	first := mustSync(t, s, p)
	if first.Requests > 40 || first.Requests != p.requests() || first.Kept != 6_300 || !first.First {
		t.Errorf("first sync: %+v with %d requests, want 6,300 kept in at most 40", first, p.requests())
	}
	p.asked = nil
	second := mustSync(t, s, p)
	if second.Requests > 34 || p.requests() > 34 || second.New+second.Amended+second.Gone != 0 || second.First {
		t.Errorf("second sync: %+v with %d requests, want nothing new in at most 34", second, p.requests())
	}
	t.Logf("%d requests, then %d", first.Requests, second.Requests)
}

func TestBeforeTheFirstSyncTheShippedCatalogueServes(t *testing.T) {
	s := open(t, t.TempDir(), Options{})
	if s.Synced() || !s.AsOf().Equal(facts.AsOf) || s.Source().ID != "catalogue" || s.Len(t.Context()) != len(facts.Entries()) {
		t.Errorf("serves %v as of %v from %v with %d entries, want the binary's catalogue behind the portal",
			s.Synced(), s.AsOf(), s.Source(), s.Len(t.Context()))
	}
	r, err := s.Search(t.Context(), client.Query{Words: "đăng ký khai sinh"})
	if err != nil || r.Total == 0 {
		t.Errorf("search: %+v, %v", r, err)
	}
	if p, err := s.Procedure(t.Context(), "1.001193"); err != nil || p.Name == "" || p.URL == "" {
		t.Errorf("show: %+v, %v", p, err)
	}
	if id := s.ID(t.Context(), "1.001193"); id != "" {
		t.Errorf("id %q: those of the binary may be shared by several procedures", id)
	}
	if st, err := s.State(t.Context()); err != nil || st.Synced || st.Len != len(facts.Entries()) || st.Broken != nil {
		t.Errorf("state %+v, %v", st, err)
	}
}

func TestAfterASyncTheStoreAnswers(t *testing.T) {
	began := time.Date(2026, 11, 24, 8, 0, 0, 0, workday.Zone)
	now := began
	p := &listPortal{items: append(items(450),
		national.Item{ID: "a", Code: "1.001193", Name: "Thủ tục đăng ký khai sinh", Kind: client.KindStandard},
		national.Item{ID: "b", Code: "9.000001", Name: "Việc nội bộ", Kind: client.KindStandardInternal},
	)}
	dir := t.TempDir()
	s := open(t, dir, Options{Now: func() time.Time { return now }})
	var told []Progress
	if _, err := s.Sync(t.Context(), p, func(pr Progress) { told = append(told, pr); now = now.Add(time.Second) }); err != nil {
		t.Fatal(err)
	}
	want := []Progress{
		{Phase: PhaseList, PageSize: 200},
		{Phase: PhaseList, Done: 200, Total: 452, Requests: 1, PageSize: 200},
		{Phase: PhaseList, Done: 400, Total: 452, Requests: 2, PageSize: 200},
		{Phase: PhaseList, Done: 452, Total: 452, Requests: 3, PageSize: 200},
		{Phase: PhaseList, Done: 452, Total: 452, Requests: 4, PageSize: 200},
	}
	if !reflect.DeepEqual(told, want) {
		t.Errorf("progress:\n%+v\nwant\n%+v", told, want)
	}
	// The same file answers in this process and in the next.
	for _, s := range []*Store{s, open(t, dir, Options{Now: func() time.Time { return now }})} {
		if !s.Synced() || !s.AsOf().Equal(began) || s.Source() != (client.SourceName{ID: "store", Name: "Cổng thử"}) || s.Len(t.Context()) != 451 {
			t.Errorf("serves %v as of %v from %+v, %d entries; want the synced list as of its first request",
				s.Synced(), s.AsOf(), s.Source(), s.Len(t.Context()))
		}
		r, err := s.Search(t.Context(), client.Query{Words: "khai sinh"})
		if err != nil || r.Total != 1 || r.Hits[0].Code != "1.001193" {
			t.Fatalf("search: %+v, %v", r, err)
		}
		// The list has no levels and no use counts; the shipped catalogue has them.
		if h := r.Hits[0]; h.Weight == 0 || !slices.Contains(h.Levels, client.LevelWard) || h.Field == "" || h.ID != "a" {
			t.Errorf("hit %+v, want level, field and use from the binary's catalogue", h)
		}
		// A code is right or wrong, so codes that resemble it are not offered.
		if r, err := s.Search(t.Context(), client.Query{Words: "8.999999"}); err != nil || len(r.Hits) != 0 {
			t.Errorf("an unknown code found %+v, %v", r, err)
		}
		if has(t, s, "9.000001") {
			t.Error("an internal procedure is shown")
		}
		if got := s.ID(t.Context(), "8.000007"); got != item(7).ID {
			t.Errorf("id %q, want %q", got, item(7).ID)
		}
		if got := s.Popular(3); len(got) != 1 || got[0].Code != "1.001193" {
			t.Errorf("popular: %+v, want the one that has a use count", got)
		}
		st, err := s.State(t.Context())
		if err != nil || !st.Synced || st.Len != 451 || st.Finished.IsZero() || st.Broken != nil {
			t.Errorf("state %+v, %v", st, err)
		}
	}
}

// A screen that shows the number of procedures is drawn at each key, so it reads no file.
func TestKnownIsToldWithoutReading(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, Options{})
	if n := s.Known(); n != 0 {
		t.Errorf("%d procedures before anybody asked", n)
	}
	if n := s.Len(t.Context()); n != len(facts.Entries()) || s.Known() != n {
		t.Errorf("%d procedures, %d of them known, want those in the binary", n, s.Known())
	}
	mustSync(t, s, &listPortal{items: items(10)})
	if n := s.Known(); n != 10 {
		t.Errorf("%d known after a sync, want the ten", n)
	}
}

func TestSyncTakesSmallerPagesWhenOneFails(t *testing.T) {
	for _, c := range []struct {
		name  string
		fail  func(n int, q national.ListQuery) error
		sizes []int // of the requests
		err   client.Cause
	}{
		{"a page that never comes", func(n int, _ national.ListQuery) error {
			if n == 2 {
				return unreachable(client.CauseTimeout)
			}
			return nil
		}, []int{200, 200, 100, 100, 100}, ""},
		{"a line that bears only twenty", func(_ int, q national.ListQuery) error {
			if q.Limit > 20 {
				return unreachable(client.CauseNetwork)
			}
			return nil
		}, append([]int{200, 100, 50}, slices.Repeat([]int{20}, 21)...), ""},
		{"nobody there", func(int, national.ListQuery) error {
			return &client.UnavailableError{Cause: client.CauseNetwork, Err: &net.OpError{Op: "dial", Net: "tcp", Err: errors.New("connection refused")}}
		}, []int{200}, client.CauseNetwork},
		{"a firewall is not asked again", func(n int, _ national.ListQuery) error {
			if n == 2 {
				return unreachable(client.CauseRejected)
			}
			return nil
		}, []int{200, 200}, client.CauseRejected},
		{"nor one that asks to slow down", func(n int, _ national.ListQuery) error {
			if n == 2 {
				return unreachable(client.CauseBusy)
			}
			return nil
		}, []int{200, 200}, client.CauseBusy},
		{"a portal that is down", func(int, national.ListQuery) error {
			return unreachable(client.CauseServer)
		}, []int{200, 100, 50, 20}, client.CauseServer},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := &listPortal{items: items(400), fail: c.fail}
			s := open(t, t.TempDir(), Options{})
			r, err := s.Sync(t.Context(), p, nil)
			var sizes []int
			for _, q := range p.asked {
				sizes = append(sizes, q.Limit)
			}
			if !slices.Equal(sizes, c.sizes) {
				t.Errorf("page sizes %v, want %v", sizes, c.sizes)
			}
			var down *client.UnavailableError
			if errors.As(err, &down); c.err != "" && (down == nil || down.Cause != c.err) {
				t.Errorf("error %v, want cause %s", err, c.err)
			}
			if c.err == "" && (err != nil || r.Kept != 400) {
				t.Errorf("%+v, %v; want all 400", r, err)
			}
			if c.err != "" && s.Synced() {
				t.Error("half a list is served")
			}
		})
	}
}

func TestSyncGoesOnWhereItBrokeOff(t *testing.T) {
	now := time.Date(2026, 11, 24, 8, 0, 0, 0, workday.Zone)
	clock := func() time.Time { return now }
	began := now
	for _, c := range []struct {
		name     string
		later    time.Duration
		resumes  bool
		requests int // of the second sync
	}{
		{"an hour later", time.Hour, true, 4},
		{"the next day it reads anew", 24 * time.Hour, false, 6},
		{"a clock that was set back", -time.Hour, false, 6},
	} {
		t.Run(c.name, func(t *testing.T) {
			now = began
			dir := t.TempDir()
			p := &listPortal{items: items(1_000)}
			p.fail = func(n int, _ national.ListQuery) error {
				if n > 2 {
					return unreachable(client.CauseRejected)
				}
				return nil
			}
			s := open(t, dir, Options{Now: clock})
			if _, err := s.Sync(t.Context(), p, nil); !errors.Is(err, client.ErrUnavailable) {
				t.Fatalf("got %v, want ErrUnavailable", err)
			}
			if st, err := s.State(t.Context()); err != nil || st.Broken == nil || st.Broken.Seen != 400 || st.Broken.Total != 1_000 {
				t.Errorf("state %+v, %v; want a reading that broke off after 400", st.Broken, err)
			}
			_ = s.Close()

			now = began.Add(c.later)
			p.fail, p.asked = nil, nil
			s = open(t, dir, Options{Now: clock})
			var first *Progress
			r, err := s.Sync(t.Context(), p, func(pr Progress) {
				if first == nil {
					first = &pr
				}
			})
			if err != nil || r.Resumed != c.resumes || r.Kept != 1_000 || p.requests() != c.requests {
				t.Errorf("%+v, %v, %d requests; want resumed %v in %d", r, err, p.requests(), c.resumes, c.requests)
			}
			want := now
			if c.resumes {
				want = began // the oldest of its dates
				if first.Done != 400 || !first.Resumed {
					t.Errorf("progress begins with %+v, want after 400", *first)
				}
			}
			if !s.AsOf().Equal(want) {
				t.Errorf("as of %v, want %v", s.AsOf(), want)
			}
		})
	}
}

func TestACursorThatLostItsMeaningIsReadAnew(t *testing.T) {
	p := &listPortal{items: items(1_000)}
	p.fail = func(n int, _ national.ListQuery) error {
		if n == 3 {
			return unreachable(client.CauseRejected)
		}
		return nil
	}
	s := open(t, t.TempDir(), Options{})
	_, _ = s.Sync(t.Context(), p, nil)
	// The portal has a new list, and nothing follows the old cursor.
	p.items = p.items[500:]
	p.items = append(p.items, items(500)...)
	last := slices.IndexFunc(p.items, func(i national.Item) bool { return i.ID == item(400).ID })
	p.items = append(slices.Delete(p.items, last, last+1), item(400))
	p.fail = nil
	if r := mustSync(t, s, p); r.Kept != 1_000 || r.Resumed {
		t.Errorf("%+v, want all 1,000, read from the start", r)
	}
}

func TestAListThatEndsTooEarlyIsNotBelieved(t *testing.T) {
	for _, c := range []struct {
		name   string
		before int // entries of the current catalogue
		ends   int
		total  int
		want   bool
	}{
		{"all of it", 0, 0, 0, true},
		{"some were withdrawn", 1_000, 900, 900, true},
		{"half of what the portal counts", 0, 500, 1_000, false},
		{"half of what there was, with a count that agrees", 1_000, 500, 500, false},
		{"nothing at all", 1_000, -1, 0, false},
		{"nothing at all, the first time", 0, -1, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := &listPortal{items: items(1_000)}
			s := open(t, t.TempDir(), Options{})
			if c.before > 0 {
				mustSync(t, s, p)
			}
			p.ends, p.total = c.ends, c.total
			if c.ends < 0 {
				p.items, p.ends = nil, 0
			}
			_, err := s.Sync(t.Context(), p, nil)
			var short *IncompleteError
			if got := err == nil; got != c.want || !c.want && !errors.As(err, &short) {
				t.Fatalf("error %v, want believed: %v", err, c.want)
			}
			if !c.want && c.before > 0 && s.Len(t.Context()) != c.before {
				t.Errorf("%d entries, want the %d that stood", s.Len(t.Context()), c.before)
			}
			if st, _ := s.State(t.Context()); st.Broken != nil {
				t.Errorf("left %+v behind to go on with", st.Broken)
			}
		})
	}
}

func TestSyncEndsWhenItsContextDoes(t *testing.T) {
	p := &listPortal{items: items(1_000)}
	ctx, cancel := context.WithCancel(t.Context())
	s := open(t, t.TempDir(), Options{Pause: func() time.Duration { return time.Hour }})
	_, err := s.Sync(ctx, p, func(pr Progress) {
		if pr.Done == 200 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || p.requests() != 1 {
		t.Errorf("%v after %d requests, want context.Canceled within the pause", err, p.requests())
	}
	if st, err := s.State(t.Context()); err != nil || st.Broken == nil || st.Broken.Seen != 200 {
		t.Errorf("%+v, %v; want 200 entries to go on with", st.Broken, err)
	}
}

func TestACodeListedTwiceKeepsTheLaterID(t *testing.T) {
	list := items(10)
	again := list[3]
	again.ID, again.Name = "zz-later", "Đăng ký việc thứ tư"
	older := list[5]
	older.ID, older.Name = "00-older", "cũ"
	s := open(t, t.TempDir(), Options{})
	r := mustSync(t, s, &listPortal{items: append(list, again, older)})
	if r.Kept != 10 || r.Listed != 12 {
		t.Errorf("%+v, want 10 kept of 12 listed", r)
	}
	if got := s.ID(t.Context(), again.Code); got != "zz-later" {
		t.Errorf("id %q, want the later", got)
	}
	if got := s.ID(t.Context(), older.Code); got != list[5].ID {
		t.Errorf("id %q, want that of the entry", got)
	}
}

func TestFileNameTellsPortalsApart(t *testing.T) {
	real, sample := FileName("national", "https://dichvucong.gov.vn/api/v1"), FileName("national", "http://127.0.0.1:8080/api/v1")
	if real == sample {
		t.Error("two portals share a file")
	}
	if again := FileName("national", "https://DICHVUCONG.gov.vn/api/v1/"); again != real {
		t.Errorf("the same portal has two files, %s and %s", real, again)
	}
}
