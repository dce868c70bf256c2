package store

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/workday"
)

func TestChangesSinceLastTime(t *testing.T) {
	clienttest.OneByOne(t)
	now := time.Date(2026, 11, 23, 8, 0, 0, 0, workday.Zone)
	s := open(t, t.TempDir(), Options{Now: func() time.Time { return now }})
	if c, err := s.Changes(t.Context()); err != nil || !c.AsOf.IsZero() || c.List != nil {
		t.Errorf("before the first sync: %+v, %v", c, err)
	}

	list := items(100)
	p := &listPortal{items: list}
	first := now
	mustSync(t, s, p)
	if c, err := s.Changes(t.Context()); err != nil || !c.First || len(c.List) != 0 || !c.AsOf.Equal(first) || !c.Since.IsZero() {
		t.Errorf("after the first sync: %+v, %v; want nothing to compare with", c, err)
	}

	now = now.Add(24 * time.Hour)
	p.items = slices.Clone(list[2:]) // two are gone
	p.items[0].Name = "Đăng ký việc thứ ba, sửa"
	p.items[1].Fields = []string{"Lĩnh vực khác"}
	p.items[2].ID = "zz"
	p.items[3].Agencies, p.items[3].Kind = []string{"Sở Tư pháp"}, client.KindSpecific
	p.items[4].Kind = client.KindStandardInternal // no longer shown to citizens
	p.items = append(p.items, item(101))
	r := mustSync(t, s, p)
	if r.New != 1 || r.Amended != 4 || r.Gone != 3 || r.First {
		t.Errorf("%+v, want 1 new, 4 amended, 3 gone", r)
	}
	want := []Change{
		{Kind: ChangeNew, Code: "8.000101", Name: "Đăng ký việc thứ 101"},
		{Kind: ChangeAmended, Code: "8.000004", Name: "Đăng ký việc thứ 4", Parts: []string{"field"}},
		{Kind: ChangeAmended, Code: "8.000005", Name: "Đăng ký việc thứ 5", Parts: []string{"published"}},
		{Kind: ChangeAmended, Code: "8.000006", Name: "Đăng ký việc thứ 6", Parts: []string{"agency", "kind"}},
		{Kind: ChangeAmended, Code: "8.000003", Name: "Đăng ký việc thứ ba, sửa", Before: "Đăng ký việc thứ 3", Parts: []string{"name"}},
		{Kind: ChangeGone, Code: "8.000001", Name: "Đăng ký việc thứ 1"},
		{Kind: ChangeGone, Code: "8.000002", Name: "Đăng ký việc thứ 2"},
		{Kind: ChangeGone, Code: "8.000007", Name: "Đăng ký việc thứ 7"},
	}
	c, err := s.Changes(t.Context())
	if err != nil || c.First || !c.AsOf.Equal(now) || !c.Since.Equal(first) {
		t.Errorf("as of %v since %v, first %v, %v", c.AsOf, c.Since, c.First, err)
	}
	if !slices.EqualFunc(c.List, want, func(a, b Change) bool {
		return a.Kind == b.Kind && a.Code == b.Code && a.Name == b.Name && a.Before == b.Before &&
			slices.Equal(a.Parts, b.Parts) && a.At.Equal(now)
	}) {
		t.Errorf("changes:\n%+v\nwant\n%+v", c.List, want)
	}

	// A sync without changes reports none, and the history has a maximum length.
	for range generationsKept + 5 {
		now = now.Add(time.Hour)
		if r := mustSync(t, s, p); r.New+r.Amended+r.Gone != 0 {
			t.Fatalf("%+v, want nothing new", r)
		}
	}
	if c, err := s.Changes(t.Context()); err != nil || len(c.List) != 0 || !c.Since.Equal(now.Add(-time.Hour)) {
		t.Errorf("%+v, %v; want nothing since the sync before", c, err)
	}
	history, err := s.History(t.Context())
	if err != nil || len(history) != 2 || len(history[0].List) != 0 || !history[0].AsOf.Equal(now) || len(history[1].List) != len(want) ||
		!history[1].AsOf.Equal(first.Add(24*time.Hour)) {
		t.Errorf("after many quiet syncs the history is %+v, %v; want the last sync and the one that brought something", history, err)
	}
	for n := range generationsKept + 5 { // it ends at that length
		now = now.Add(time.Hour)
		p.items[0].Name = "Tên thứ " + strconv.Itoa(n)
		mustSync(t, s, p)
	}
	if history, err = s.History(t.Context()); err != nil || len(history) != generationsKept || history[0].List[0].Name != "Tên thứ 24" {
		t.Errorf("%d readings are told of, %v", len(history), err)
	}
	var generations, entries int
	if err := s.db.QueryRow(`SELECT (SELECT count(*) FROM generation), (SELECT count(DISTINCT generation) FROM entry)`).
		Scan(&generations, &entries); err != nil || generations > generationsKept+1 || entries != 1 {
		t.Errorf("%d generations, entries of %d, %v; want at most %d and 1", generations, entries, err, generationsKept+1)
	}
}

func TestAnAmendedProcedureIsNoLongerFresh(t *testing.T) {
	now := time.Date(2026, 11, 24, 8, 0, 0, 0, workday.Zone)
	s := open(t, t.TempDir(), Options{Now: func() time.Time { return now }})
	p := &listPortal{items: items(50)}
	mustSync(t, s, p)
	src := client.SourceName{ID: "national", Name: "Cổng thử"}
	for i := 1; i <= 3; i++ {
		s.Keep(t.Context(), client.Answer[client.Procedure]{Value: client.Procedure{Code: item(i).Code, Name: item(i).Name}, AsOf: now, Source: src})
	}
	p.items = slices.Clone(p.items[:49:49])
	p.items[0].Name = "khác"
	p.items = slices.Delete(p.items, 1, 2)
	now = now.Add(time.Minute)
	mustSync(t, s, p)
	for code, want := range map[string]struct{ fresh, ok bool }{
		"8.000001": {false, true},  // amended: outdated, so it is asked for again
		"8.000002": {false, false}, // gone
		"8.000003": {true, true},
	} {
		if _, fresh, ok := s.Kept(t.Context(), code); fresh != want.fresh || ok != want.ok {
			t.Errorf("%s: fresh %v, kept %v; want %+v", code, fresh, ok, want)
		}
	}
}
