package directory_test

import (
	"context"
	"errors"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/directory"
	"motcua/client/gazetteer"
	"motcua/client/national"
	"motcua/client/rest"
	"motcua/client/sandbox"
	"motcua/client/sandbox/fault"
	"motcua/client/store"
	"motcua/client/store/shelf"
	"motcua/client/unit"
	"motcua/client/workday"
)

var began = time.Date(2026, 11, 24, 8, 0, 0, 0, workday.Zone)

// stand is the sample portal with a store and a directory that asks it.
type stand struct {
	*directory.Directory
	portal *sandbox.Sandbox
	cfg    directory.Config
	now    *time.Time
}

func newStand(t *testing.T) *stand {
	t.Helper()
	now := began
	portal, err := sandbox.New(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(portal.Handler())
	n, err := national.New(national.Config{
		Rest:     rest.Config{BaseURL: srv.URL + sandbox.NationalPath, Source: client.SourceName{ID: "sandbox"}, Retries: -1, BodyLimit: 64 << 20},
		MinPause: time.Microsecond, MaxPause: time.Microsecond,
	})
	if err != nil {
		t.Fatal(err)
	}
	kept := store.Later(t.TempDir(), store.Options{})
	t.Cleanup(func() { n.Close(); srv.Close(); _ = kept.Close() })
	cfg := directory.Config{
		Portal: n.Reports(), Online: n, Shelf: shelf.Of(kept), Kept: client.SourceName{ID: "store"}, Province: "H55",
		Now: func() time.Time { return now },
	}
	return &stand{directory.New(cfg), portal, cfg, &now}
}

func atOnce(context.Context) error { return nil }

func TestASyncAnswersOffline(t *testing.T) {
	clienttest.Long(t, "keeps all units of the sample")
	s := newStand(t)
	r, err := s.Sync(t.Context(), atOnce)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", r)
	if r.Communes != 92 || r.Matched != 92 || r.Procedures < 4_500 || r.Abolished == 0 || r.Online == 0 {
		t.Errorf("%+v", r)
	}
	cfg := s.cfg
	cfg.Offline = true
	off := directory.New(cfg)
	*s.now = began.Add(72 * time.Hour)
	a, err := off.Units(t.Context(), unit.Query{Words: "phuong bac kan"})
	if err != nil || len(a.Value.Units) == 0 || a.Value.Units[0].Name != "UBND Phường Bắc Kạn" || !a.AsOf.Equal(began) || !a.Stale || a.Source.ID != "store" {
		t.Errorf("%+v, %v", a, err)
	}
	taken, err := off.Units(t.Context(), unit.Query{Procedure: "2.000815"})
	if err != nil || taken.Value.Taking == nil || len(taken.Value.Units) < 92 || !taken.AsOf.Equal(began) || !taken.Stale {
		t.Fatalf("%+v, %v", taken, err)
	}
	if first := taken.Value.Units[0]; !strings.HasPrefix(first.Code, "H55") {
		t.Errorf("first is %+v, want one of this place", first)
	}
	if shares, err := off.Shares(t.Context()); err != nil || len(shares.Value.Provision) != 3 || !shares.Stale {
		t.Errorf("%+v, %v", shares, err)
	}
	if _, err := off.Units(t.Context(), unit.Query{Procedure: "9.999999"}); !errors.Is(err, client.ErrOffline) {
		t.Errorf("a procedure that no sync saw: %v", err)
	}
}

// Old names lead to the commune that holds the place today.
func TestFindingUnits(t *testing.T) {
	s := newStand(t)
	for words, want := range map[string]string{
		"so tu phap": "Sở Tư pháp", "H55.11": "Sở Tư pháp", "h55": "UBND tỉnh Thái Nguyên", "UBND phường Đức Xuân": "UBND Phường Đức Xuân",
		"phùng chí kiên": "UBND Phường Bắc Kạn",
	} {
		a, err := s.Units(t.Context(), unit.Query{Words: words, Limit: 5})
		if err != nil || len(a.Value.Units) == 0 || a.Value.Units[0].Name != want {
			t.Errorf("%q: %+v, %v", words, a.Value.Units, err)
		}
	}
	if _, err := s.Units(t.Context(), unit.Query{Words: "xyzzy qqq"}); !errors.Is(err, client.ErrNotFound) {
		t.Errorf("nothing of the kind: %v", err)
	}
}

// A whole name is one unit, with its type or without: "phuong duc xuan" once found Vạn Xuân too.
func TestAWholeNameIsOneUnit(t *testing.T) {
	s := newStand(t)
	for _, words := range []string{"PHUONG DUC XUAN", "duc xuan", "Đức Xuân", "p. Đức Xuân", "P duc xuan", "UBND phường Đức Xuân", "ubnd duc xuan"} {
		a, err := s.Units(t.Context(), unit.Query{Words: words})
		if err != nil || a.Value.Total != 1 || a.Value.Units[0].Code != "H55.100" {
			t.Errorf("%q: %d, %+v, %v", words, a.Value.Total, a.Value.Units, err)
		}
	}
	for words, least := range map[string]int{"xuan": 2, "so": 5} { // parts of names
		if a, err := s.Units(t.Context(), unit.Query{Words: words}); err != nil || a.Value.Total < least {
			t.Errorf("%q: %d, %v", words, a.Value.Total, err)
		}
	}
}

func TestWhichUnitsTakeAProcedure(t *testing.T) {
	s := newStand(t)
	a, err := s.Units(t.Context(), unit.Query{Procedure: "2.000815"})
	if err != nil || a.Value.Taking == nil {
		t.Fatalf("%+v, %v", a, err)
	}
	k := a.Value.Taking
	if len(k.Services) == 0 || k.Levels.IsZero() || a.Stale {
		t.Errorf("%+v", k)
	}
	if slices.ContainsFunc(k.Services, func(v unit.Service) bool { return strings.Contains(v.URL, "H55.999") }) {
		t.Error("a unit of a test is listed")
	}
	for _, u := range a.Value.Units {
		if level, url := k.At(u.ID); u.Parent == "H55" && (level == unit.OnlineUnknown || url == "") {
			t.Errorf("%s: %q %q", u.Code, level, url)
		}
	}
	// What was read stays when the portal is gone, and says so.
	s.portal.SetFaults(fault.Fault{Scope: sandbox.ScopeReporting, Kind: fault.Error, Status: 503})
	*s.now = began.Add(48 * time.Hour)
	b, err := directory.New(s.cfg).Units(t.Context(), unit.Query{Procedure: "2.000815"})
	if err != nil || !b.Stale || !b.AsOf.Equal(began) || len(b.Value.Units) != len(a.Value.Units) || len(b.Value.Taking.Services) != len(k.Services) {
		t.Errorf("%+v, %v", b, err)
	}
	if _, err := s.Units(t.Context(), unit.Query{Procedure: "1.001193"}); !errors.Is(err, client.ErrUnavailable) {
		t.Errorf("a procedure that nobody asked for: %v", err)
	}
}

func TestAbolishedProcedures(t *testing.T) {
	clienttest.Long(t, "reads all procedures of the sample")
	s := newStand(t)
	if s.Abolished("2.000815") {
		t.Error("abolished before anybody asked")
	}
	if _, err := s.Sync(t.Context(), atOnce); err != nil {
		t.Fatal(err)
	}
	page, err := s.cfg.Portal.Formalities(t.Context(), "", 1, 200)
	if err != nil {
		t.Fatal(err)
	}
	cfg := s.cfg
	cfg.Offline = true
	again := directory.New(cfg)
	n := 0
	for _, f := range page.Items {
		if f.Abolished() {
			n++
		}
		if s.Abolished(f.Code) != f.Abolished() || again.Abolished(f.Code) != f.Abolished() {
			t.Errorf("%s: %v, in another process %v", f.Code, s.Abolished(f.Code), again.Abolished(f.Code))
		}
	}
	if n == 0 {
		t.Error("none of the first 200 is abolished, so nothing was tested")
	}
}

// Communes are told apart by type and marks; nothing is matched that could be two places.
func TestCommunesOfTheProvinceMatch(t *testing.T) {
	s := newStand(t)
	a, err := s.Units(t.Context(), unit.Query{})
	if err != nil {
		t.Fatal(err)
	}
	byCode := map[string]string{}
	for _, c := range gazetteer.Communes("H55") {
		byCode[c.Code] = c.Name
	}
	matched, communes := 0, 0
	for _, u := range a.Value.Units {
		if u.Level != unit.LevelCommune {
			continue
		}
		communes++
		if u.Place == "" {
			t.Logf("%s matches none", u.Name)
			continue
		}
		matched++
		if !strings.EqualFold(strings.TrimPrefix(u.Name, "UBND "), byCode[u.Place]) {
			t.Errorf("%s is %s", u.Name, byCode[u.Place])
		}
	}
	t.Logf("%d of %d communes match", matched, communes)
	if communes != 92 || matched != 92 {
		t.Errorf("%d of %d communes match, want 92 of 92", matched, communes)
	}
}
