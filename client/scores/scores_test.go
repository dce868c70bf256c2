package scores_test

import (
	"context"
	"errors"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/directory"
	"motcua/client/national"
	"motcua/client/quality"
	"motcua/client/reporting"
	"motcua/client/rest"
	"motcua/client/sandbox"
	"motcua/client/scores"
	"motcua/client/store"
	"motcua/client/store/shelf"
	"motcua/client/unit"
	"motcua/client/workday"
)

var began = time.Date(2026, 11, 24, 8, 0, 0, 0, workday.Zone)

// portal is the sample portal; calls can fail, and periods can be without a report.
type portal struct {
	scores.Portal
	mu    sync.Mutex
	asked []reporting.Call
	fails map[reporting.Call]bool
	empty map[int]bool // years
	slow  string       // the id of a province whose groups are waited for without an end
	begun chan bool    // one of those was asked for
}

func (p *portal) note(c reporting.Call) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.asked = append(p.asked, c)
	if p.fails[c] {
		return &client.UnavailableError{Source: p.Source()}
	}
	return nil
}

func (p *portal) Country(ctx context.Context, of quality.Period) (reporting.Evaluation, error) {
	if err := p.note(reporting.CallResults); err != nil || p.empty[of.Year] {
		return reporting.Evaluation{}, err
	}
	return p.Portal.Country(ctx, of)
}

func (p *portal) Group(ctx context.Context, c reporting.Call, of quality.Period, province string) (reporting.Evaluation, error) {
	if err := p.note(c); err != nil {
		return reporting.Evaluation{}, err
	}
	if province == p.slow {
		p.begun <- true
		<-ctx.Done()
		return reporting.Evaluation{}, ctx.Err()
	}
	return p.Portal.Group(ctx, c, of, province)
}

// stand is the sample portal with a store and a source that asks it.
type stand struct {
	*scores.Source
	portal *portal
	cfg    scores.Config
	now    *time.Time
}

func newStand(t *testing.T) *stand {
	t.Helper()
	now := began
	box, err := sandbox.New(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(box.Handler())
	n, err := national.New(national.Config{
		Rest:     rest.Config{BaseURL: srv.URL + sandbox.NationalPath, Source: client.SourceName{ID: "sandbox"}, Retries: -1},
		MinPause: time.Microsecond, MaxPause: time.Microsecond,
	})
	if err != nil {
		t.Fatal(err)
	}
	kept := store.Later(t.TempDir(), store.Options{})
	t.Cleanup(func() { n.Close(); srv.Close(); _ = kept.Close() })
	p := &portal{Portal: n.Reports(), fails: map[reporting.Call]bool{}, empty: map[int]bool{}}
	clock := func() time.Time { return now }
	cfg := scores.Config{
		Portal: p, Shelf: shelf.Of(kept), Kept: client.SourceName{ID: "store"}, Province: "H55", Now: clock,
		Units: directory.New(directory.Config{Portal: n.Reports(), Province: "H55", Now: clock}).Units,
	}
	return &stand{scores.New(cfg), p, cfg, &now}
}

func atOnce(context.Context) error { return nil }

func ask(t *testing.T, s *scores.Source, words, period string) client.Answer[quality.Report] {
	t.Helper()
	p, _ := quality.ParsePeriod(period)
	a, err := s.Quality(t.Context(), quality.Query{Words: words, Period: p})
	if err != nil {
		t.Fatalf("%q %q: %v", words, period, err)
	}
	return a
}

func TestAProvince(t *testing.T) {
	s := newStand(t)
	a := ask(t, s.Source, "", "")
	r := a.Value
	if r.Period.String() != "2026" || r.Sheet.Code != "H55" || r.Sheet.Name != "UBND tỉnh Thái Nguyên" || r.Sheet.Total.Points != 61.48 || len(r.Sheet.Parts) != 6 || r.Province != nil {
		t.Errorf("%+v", r.Sheet)
	}
	if r.Country == nil || r.Country.Joint == nil || r.Standing.Place == 0 || r.Standing.Among != 34 || len(r.Missing) != 0 || a.Stale || !a.AsOf.Equal(began) || a.Source.ID != "sandbox" {
		t.Errorf("%+v", a)
	}
	for i, p := range r.Sheet.Parts {
		if p.Group != quality.Groups[i] || p.Score.Share == nil {
			t.Errorf("%+v: the group's own answer has a share", p)
		}
	}
	// The other answers call each unit by its id; two of them have no code.
	if len(r.Below) < 100 {
		t.Fatalf("%d units", len(r.Below))
	}
	for _, b := range r.Below {
		if b.Code == "" || b.Parent != "H55" || len(b.Parts) != 6 || b.Total != nil || b.Petitions == nil || strings.Contains(b.Name, " - Tỉnh") {
			t.Fatalf("%+v", b)
		}
	}
	if !slices.IsSortedFunc(r.Below, func(a, b quality.Sheet) int { return strings.Compare(a.Code, b.Code) }) {
		t.Error("not in the order of codes")
	}
	if len(r.Requests) != 7 || !strings.Contains(string(r.Requests[0].Body), `"departmentType"`) {
		t.Errorf("%+v", r.Requests)
	}
	asked := len(s.portal.asked)
	if ask(t, s.Source, "H55", ""); len(s.portal.asked) != asked {
		t.Error("what was read a moment ago was asked again")
	}
}

func TestAUnitBesideItsProvinceAndTheCountry(t *testing.T) {
	s := newStand(t)
	for _, words := range []string{"UBND phường Đức Xuân", "duc xuan"} {
		r := ask(t, s.Source, words, "2026-08").Value
		if r.Sheet.Name != "UBND Phường Đức Xuân" || r.Sheet.Level != unit.LevelCommune || r.Sheet.Total != nil || len(r.Sheet.Parts) != 6 || len(r.Below) != 0 {
			t.Errorf("%q: %+v", words, r.Sheet)
		}
		if r.Province == nil || r.Province.Code != "H55" || r.Province.Total == nil || r.Country == nil || r.Standing.Place == 0 {
			t.Errorf("%q: %+v", words, r)
		}
	}
	if _, err := s.Quality(t.Context(), quality.Query{Words: "xyzzy qqq"}); !errors.Is(err, client.ErrNotFound) || errors.Is(err, quality.ErrNothing) {
		t.Errorf("nothing of the kind: %v", err)
	}
}

// Words that fit several offices once answered for the first of them.
func TestWordsThatFitSeveralUnits(t *testing.T) {
	s := newStand(t)
	for _, words := range []string{"hoa", "so", "a"} {
		_, err := s.Quality(t.Context(), quality.Query{Words: words})
		var several *quality.SeveralError
		if !errors.As(err, &several) || errors.Is(err, client.ErrNotFound) || several.Total < 2 || len(several.Units) != min(several.Total, quality.SeveralMost) || several.Units[0].Code == "" {
			t.Errorf("%q: %+v, %v", words, several, err)
		}
	}
	for words, want := range map[string]string{
		"cong an": "H55.16", "thanh hoa": "H56", "tỉnh Thanh Hóa": "H56", "xa dinh hoa": "H55.150", "Định Hóa": "H55.150", "h55.150": "H55.150",
	} {
		a, err := s.Quality(t.Context(), quality.Query{Words: words})
		if err != nil || a.Value.Sheet.Code != want {
			t.Errorf("%q answers for %q, %v, want %s", words, a.Value.Sheet.Code, err, want)
		}
	}
}

func TestTheCountry(t *testing.T) {
	s := newStand(t)
	for _, words := range []string{"vn", "cả nước", "Việt Nam", "VIETNAM", "toàn quốc", "whole country"} {
		r := ask(t, s.Source, words, "2026-Q3").Value
		if !r.Sheet.IsCountry() || r.Sheet.Total == nil || len(r.Below) != 34 || r.Standing.Place != 0 || r.Country != nil || len(r.Requests) != 1 {
			t.Errorf("%q: %+v", words, r)
		}
	}
}

func TestASyncAnswersOffline(t *testing.T) {
	s := newStand(t)
	done, err := s.Sync(t.Context(), atOnce)
	if err != nil || done.Answers != 21 || len(done.Periods) != 3 || done.Units < 100 {
		t.Fatalf("%+v, %v", done, err)
	}
	cfg := s.cfg
	cfg.Offline, cfg.Portal = true, nil
	off := scores.New(cfg)
	*s.now = began.Add(72 * time.Hour)
	for _, period := range []string{"", "2026-Q3", "2026-10"} {
		a := ask(t, off, "", period)
		if !a.Stale || !a.AsOf.Equal(began) || a.Source.ID != "store" || a.Value.Sheet.Total == nil || len(a.Value.Below) < 100 || len(a.Value.Requests) != 7 {
			t.Errorf("%s: %+v of %v from %v", period, a.Value.Sheet, a.AsOf, a.Source)
		}
	}
	if _, err := off.Quality(t.Context(), quality.Query{Period: quality.Period{Year: 2026, Month: 9}}); !errors.Is(err, client.ErrOffline) {
		t.Errorf("a month that nobody read: %v", err)
	}
}

// Somebody who asks for another province does not fill this place's file.
func TestOnlyThisPlaceIsKept(t *testing.T) {
	s := newStand(t)
	ask(t, s.Source, "H26", "")
	ask(t, s.Source, "H55", "")
	cfg := s.cfg
	cfg.Offline, cfg.Portal = true, nil
	off := scores.New(cfg)
	if r := ask(t, off, "H55", "").Value; len(r.Missing) != 0 {
		t.Errorf("missing %v", r.Missing)
	}
	if r := ask(t, off, "H26", "").Value; len(r.Missing) != 6 || r.Sheet.Total == nil {
		t.Errorf("%+v", r)
	}
}

// One of seven calls that fails leaves the other six, and is named.
func TestAGroupThatCannotBeHad(t *testing.T) {
	s := newStand(t)
	s.portal.fails[reporting.CallSatisfaction] = true
	r := ask(t, s.Source, "duc xuan", "").Value
	if !slices.Equal(r.Missing, []quality.Group{quality.Satisfaction}) || len(r.Sheet.Parts) != 5 || r.Sheet.Petitions != nil {
		t.Errorf("%+v", r)
	}
	// What was kept of it answers, and the report says that it is old.
	s = newStand(t)
	ask(t, s.Source, "", "")
	*s.now = began.Add(25 * time.Hour)
	s.portal.fails[reporting.CallSatisfaction] = true
	a := ask(t, s.Source, "", "")
	if len(a.Value.Missing) != 0 || !a.Stale || !a.AsOf.Equal(began) {
		t.Errorf("missing %v, stale %v as of %v", a.Value.Missing, a.Stale, a.AsOf)
	}
	asked := len(s.portal.asked)
	if ask(t, s.Source, "", ""); len(s.portal.asked) != asked {
		t.Errorf("a portal that failed a moment ago was asked %d times more", len(s.portal.asked)-asked)
	}
	*s.now = s.now.Add(time.Minute)
	if ask(t, s.Source, "", ""); len(s.portal.asked) == asked {
		t.Error("it is never asked again")
	}
}

func TestAPortalThatIsDown(t *testing.T) {
	s := newStand(t)
	for _, g := range reporting.GroupCalls {
		s.portal.fails[g.Call] = true
	}
	s.portal.fails[reporting.CallResults] = true
	if _, err := s.Quality(t.Context(), quality.Query{}); !errors.Is(err, client.ErrUnavailable) {
		t.Errorf("%v", err)
	}
	if _, err := s.Sync(t.Context(), atOnce); !errors.Is(err, client.ErrUnavailable) {
		t.Errorf("%v", err)
	}
}

// Whoever asks for what is known does not wait for another's report.
func TestNobodyWaitsForAnothersReport(t *testing.T) {
	s := newStand(t)
	country := ask(t, s.Source, "VN", "").Value
	ask(t, s.Source, "", "")
	other := country.Below[slices.IndexFunc(country.Below, func(b quality.Sheet) bool { return b.Code != "H55" })]
	s.portal.slow, s.portal.begun = other.ID, make(chan bool, len(reporting.GroupCalls))
	waiting, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_, _ = s.Quality(waiting, quality.Query{Words: other.Code})
	}()
	<-s.portal.begun
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if _, err := s.Quality(ctx, quality.Query{}); err != nil {
		t.Errorf("%v", err)
	}
	stop()
	<-ended
}

// Nobody is asked about the future, or about the time before the decision.
func TestPeriodsWithoutFigures(t *testing.T) {
	s := newStand(t)
	for _, period := range []string{"2027", "2026-12", "2026-Q4", "2021"} {
		p, _ := quality.ParsePeriod(period)
		asked := len(s.portal.asked)
		_, err := s.Quality(t.Context(), quality.Query{Period: p})
		if begun := period == "2026-Q4"; (err == nil) != begun || !begun && (!errors.Is(err, client.ErrNotFound) || !errors.Is(err, quality.ErrNothing) || len(s.portal.asked) != asked) {
			t.Errorf("%s: %v after %d requests", period, err, len(s.portal.asked)-asked)
		}
	}
	// A year of which there is no report yet leaves the one before, unless it was asked for.
	*s.now = time.Date(2027, 1, 2, 8, 0, 0, 0, workday.Zone)
	s.portal.empty[2027] = true
	if r := ask(t, scores.New(s.cfg), "", "").Value; r.Period.Year != 2026 || r.Sheet.Total == nil {
		t.Errorf("%+v", r)
	}
}
