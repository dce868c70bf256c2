package store

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/facts"
	"motcua/client/national"
	"motcua/client/workday"
)

// everydayPortal lists the n most used procedures, as the portal would, and has their details.
func everydayPortal(n int) *listPortal {
	p := &listPortal{details: map[string]client.Procedure{}}
	for i, h := range Later("", Options{}).Popular(n) {
		it := item(i + 1)
		it.Code, it.Name = h.Code, h.Name
		p.items = append(p.items, it)
		p.details[it.ID] = client.Procedure{ID: it.ID, Code: it.Code, Name: it.Name}
	}
	return p
}

func TestTheMostUsedAreFetchedAheadOfNeed(t *testing.T) {
	now := time.Date(2026, 11, 24, 8, 0, 0, 0, workday.Zone)
	s := open(t, t.TempDir(), Options{Now: func() time.Time { return now }})
	p := everydayPortal(30)
	if n, err := s.Ahead(t.Context(), p, 10, nil); n != 0 || err != nil || len(p.byID) != 0 {
		t.Errorf("before the first sync: %d fetched, %v; no id is sure then", n, err)
	}
	mustSync(t, s, p)
	delete(p.details, p.items[3].ID)                           // the list is ahead of the details
	p.details[p.items[4].ID] = client.Procedure{Code: "other"} // an id that another procedure took

	var told []Progress
	n, err := s.Ahead(t.Context(), p, 10, func(pr Progress) { told = append(told, pr) })
	if n != 8 || err != nil || len(p.byID) != 10 {
		t.Fatalf("%d fetched with %d requests, %v; want 8 with 10", n, len(p.byID), err)
	}
	if first, last := told[0], told[len(told)-1]; first.Phase != PhaseDetails || first.Total != 10 || last.Done != 10 {
		t.Errorf("progress from %+v to %+v", first, last)
	}
	for i, it := range p.items[:12] {
		_, fresh, ok := s.Kept(t.Context(), it.Code)
		if want := i < 10 && i != 3 && i != 4; ok != want || fresh != want {
			t.Errorf("procedure %d: kept %v, fresh %v; want %v", i, ok, fresh, want)
		}
	}

	// Again: only what is missing, and after a week all of them.
	for _, c := range []struct {
		later time.Duration
		want  int
	}{{time.Hour, 2}, {8 * 24 * time.Hour, 10}} {
		p.byID = nil
		now = now.Add(c.later)
		if _, err := s.Ahead(t.Context(), p, 10, nil); err != nil || len(p.byID) != c.want {
			t.Errorf("%s later: %d requests, %v; want %d", c.later, len(p.byID), err, c.want)
		}
	}
}

func TestAheadEndsWhenThePortalIsDown(t *testing.T) {
	s := open(t, t.TempDir(), Options{})
	p := everydayPortal(30)
	mustSync(t, s, p)
	broken := &failingDetails{listPortal: p, after: 3}
	n, err := s.Ahead(t.Context(), broken, 10, nil)
	if n != 3 || !errors.Is(err, client.ErrUnavailable) {
		t.Errorf("%d fetched, %v; want 3 and ErrUnavailable", n, err)
	}
	if st, err := s.State(t.Context()); err != nil || st.Details != 3 {
		t.Errorf("%+v, %v; want what was fetched to stay", st, err)
	}
}

// oneBroken is a portal that cannot answer one of its details.
type oneBroken struct {
	*listPortal
	id string
}

func (p oneBroken) ProcedureByID(ctx context.Context, id string) (client.Procedure, error) {
	if id == p.id {
		return client.Procedure{}, unreachable(client.CauseServer)
	}
	return p.listPortal.ProcedureByID(ctx, id)
}

// The details behind a broken one were once never fetched.
func TestAheadPassesADetailThatCannotBeRead(t *testing.T) {
	s := open(t, t.TempDir(), Options{})
	p := everydayPortal(10)
	mustSync(t, s, p)
	if n, err := s.Ahead(t.Context(), oneBroken{p, p.items[2].ID}, 10, nil); n != 9 || err != nil {
		t.Errorf("%d fetched, %v; want all but one", n, err)
	}
}

func TestLevelsFromTheNamesOfAgencies(t *testing.T) {
	for _, c := range []struct {
		agencies []string
		want     []client.Level
	}{
		{nil, nil},
		{[]string{"Công an cấp Xã"}, []client.Level{client.LevelWard}},
		{[]string{"Bộ Công an", "Ủy ban nhân dân cấp tỉnh"}, []client.Level{client.LevelProvince, client.LevelMinistry}},
		{[]string{"Sở Tư pháp", "Ủy ban nhân dân cấp tỉnh"}, []client.Level{client.LevelProvince}},
		{[]string{"Bộ phận một cửa", "Tổng công ty Điện lực"}, nil},
	} {
		if got := levelsOf(c.agencies); !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.agencies, got, c.want)
		}
	}
	all := []client.Level{client.LevelWard, client.LevelProvince, client.LevelMinistry, client.LevelOther}
	for bits := range int64(1 << 5) {
		bits &^= 1
		if got := levelBits(levelSet(bits)); got != bits {
			t.Errorf("bits %b come back as %b", bits, got)
		}
	}
	if got := levelSet(levelBits(all)); !slices.Equal(got, all) {
		t.Errorf("%v comes back as %v", all, got)
	}
}

func TestWhatTheListLeavesOutComesFromTheBinary(t *testing.T) {
	e := listed(national.Item{Code: "1.001193", Name: "Đăng ký khai sinh", Agencies: []string{"Ủy ban nhân dân cấp Xã"}})
	known, ok := facts.Shipped().Entry("1.001193")
	if !ok {
		t.Fatal("1.001193 does not ship")
	}
	if e.field != known.Field || e.weight != known.Weight || e.publisher != known.Agency || e.agency != "Ủy ban nhân dân cấp Xã" {
		t.Errorf("entry %+v, want the list's agency and the binary's field, use and publisher", e)
	}
	if want, _ := facts.AgencyID(known.Agency); e.agencyCode != want || want == "" {
		t.Errorf("agency code %q, want the publisher's %q", e.agencyCode, want)
	}
	if p := e.procedure(); p.Publisher != known.Agency || len(p.Executing) != 1 {
		t.Errorf("procedure %+v", p)
	}
}
