package decisions_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/clienttest/decided"
	"motcua/client/decision"
	"motcua/client/decisions"
	"motcua/client/gateway"
	"motcua/client/rest"
	"motcua/client/sandbox"
	"motcua/client/store"
	"motcua/client/store/shelf"
	"motcua/client/workday"
)

var morning = time.Date(2026, time.November, 20, 8, 0, 0, 0, workday.Zone)

// opened is a source over the sample portal and a shelf in a folder.
func opened(t *testing.T, dir string, change func(*decisions.Config)) (*decisions.Source, *httptest.Server) {
	t.Helper()
	return decided.AtPortal(t, dir, morning, change)
}

func never(context.Context) error { return nil }

// The sample's 2018 has the figures of the real report, its lists read page by page.
func TestAYearIsCounted(t *testing.T) {
	s, _ := opened(t, t.TempDir(), func(c *decisions.Config) { c.CountsAll = true })
	a, err := s.List(t.Context(), decision.Query{Agency: "H55", Year: 2018, Count: true, Limit: 5})
	if err != nil {
		t.Fatal(err)
	}
	want := decision.Counts{Year: 2018, Decisions: 35, Counted: 35, New: 598, Amended: 166, Abolished: 354}
	if got := *a.Value.Counts; got != want || got.Procedures() != 1118 {
		t.Errorf("%+v", got)
	}
	if a.Value.Total != 35 || len(a.Value.Decisions) != 5 || a.Value.Agency.Name != "UBND tỉnh Thái Nguyên" || !a.AsOf.Equal(morning) || a.Stale {
		t.Errorf("%d of %d, %+v", len(a.Value.Decisions), a.Value.Total, a)
	}
	for i, d := range a.Value.Decisions {
		if d.Date.Year() != 2018 || i > 0 && d.Date.After(a.Value.Decisions[i-1].Date) {
			t.Errorf("%+v", d)
		}
	}
}

// Agencies by code, number and words; words without marks; a field; a day; every agency.
func TestWhatIsAskedFor(t *testing.T) {
	s, _ := opened(t, t.TempDir(), nil)
	day := time.Date(2018, time.January, 4, 0, 0, 0, 0, workday.Zone)
	for name, q := range map[string]decision.Query{
		"code":   {Agency: "g01"},
		"number": {Agency: "370865", Year: 2019},
		"words":  {Agency: "thai nguyen", Words: "bai bo"},
		"field":  {Agency: "H55", Field: "ho tich"},
		"day":    {Agency: "H55", Date: day},
		"all":    {Agency: decision.All, Year: 2026},
		"none":   {},
	} {
		a, err := s.List(t.Context(), q)
		if err != nil || a.Value.Total == 0 || len(a.Value.Decisions) == 0 {
			t.Errorf("%s: %d, %v", name, a.Value.Total, err)
		}
		for _, d := range a.Value.Decisions {
			if q.Year != 0 && d.Date.Year() != q.Year || !q.Date.IsZero() && !d.Date.Equal(day) {
				t.Errorf("%s: %+v", name, d)
			}
		}
	}
	for _, q := range []decision.Query{{Agency: "H03"}, {Agency: "H55", Field: "khong co linh vuc nay"}} {
		if _, err := s.List(t.Context(), q); !errors.Is(err, client.ErrNotFound) {
			t.Errorf("%+v: %v", q, err)
		}
	}
}

// A decision has codes where a list of its fields has its procedures' IDs: abolished ones
// are in none.
func TestADecisionInFull(t *testing.T) {
	s, _ := opened(t, t.TempDir(), nil)
	list, err := s.List(t.Context(), decision.Query{Agency: "H55", Year: 2018})
	if err != nil {
		t.Fatal(err)
	}
	// The third decision of a year has all three kinds.
	head := list.Value.Decisions[len(list.Value.Decisions)-3]
	a, err := s.Full(t.Context(), head.ID)
	if err != nil || a.Value.ID != head.ID || a.Value.Title != head.Title || !a.Value.Date.Equal(head.Date) || len(a.Value.Fields) == 0 {
		t.Fatalf("%+v, %v", a.Value, err)
	}
	for _, k := range decision.Kinds() {
		list := a.Value.Of(k)
		if len(list) == 0 {
			t.Errorf("none is %s", k)
		}
		for _, p := range list {
			if (p.Code == "") != (k == decision.Abolished) {
				t.Errorf("%s: %+v", k, p)
			}
		}
	}
	for _, id := range []string{"1", "x", "", "115010'"} {
		if _, err := s.Full(t.Context(), id); !errors.Is(err, client.ErrNotFound) {
			t.Errorf("%q: %v", id, err)
		}
	}
}

// A sync keeps list and decisions; then they answer offline and while the portal is down,
// with their date, and what is not kept is said to be missing.
func TestASyncAnswersOffline(t *testing.T) {
	clienttest.Long(t, "keeps all decisions of the sample")
	dir := t.TempDir()
	s, server := opened(t, dir, nil)
	first, err := s.Sync(t.Context(), "H55", 200, never, func(int, int) {})
	if err != nil || first.Read != 200 || first.Left == 0 {
		t.Fatalf("%+v, %v", first, err)
	}
	partly, err := s.List(t.Context(), decision.Query{Agency: "H55", Year: 2018, Count: true})
	if c := partly.Value.Counts; err != nil || c.Counted >= c.Decisions || c.Decisions != 35 {
		t.Errorf("%+v, %v", partly.Value.Counts, err)
	}
	second, err := s.Sync(t.Context(), "H55", 1000, never, func(int, int) {})
	if err != nil || second.Read != first.Left || second.Left != 0 {
		t.Fatalf("%+v, %v", second, err)
	}
	server.Close()
	for name, change := range map[string]func(*decisions.Config){
		"offline": func(c *decisions.Config) { c.Offline = true },
		"down":    func(c *decisions.Config) { c.Now = func() time.Time { return morning.AddDate(0, 0, 40) } },
	} {
		s, other := opened(t, dir, change)
		other.Close()
		a, err := s.List(t.Context(), decision.Query{Agency: "H55", Year: 2018, Count: true, Field: "ho tich"})
		if err != nil || !a.Stale || !a.AsOf.Equal(morning) || len(a.Value.Decisions) == 0 {
			t.Fatalf("%s: %+v, %v", name, a, err)
		}
		a, err = s.List(t.Context(), decision.Query{Agency: "H55", Year: 2018, Count: true})
		if c := a.Value.Counts; err != nil || c.Counted != 35 || c.Procedures() != 1118 {
			t.Errorf("%s: %+v, %v", name, c, err)
		}
		f, err := s.Full(t.Context(), a.Value.Decisions[0].ID)
		if err != nil || !f.Stale || f.Value.Number == "" {
			t.Errorf("%s: %+v, %v", name, f, err)
		}
		if _, err := s.List(t.Context(), decision.Query{Agency: "G01"}); err == nil {
			t.Errorf("%s: the list of an agency that was never read is answered", name)
		}
	}
}

// The portal's faults are told as such, also the page of HTML that it sends for a failure.
func TestAPortalThatFails(t *testing.T) {
	for _, fault := range []string{"legacy:error", "legacy:reject", "legacy:truncate=json", "legacy:drop"} {
		faults, err := sandbox.ParseFaults(fault)
		if err != nil {
			t.Fatal(err)
		}
		portal, err := sandbox.New(sandbox.Options{Faults: faults})
		if err != nil {
			t.Fatal(err)
		}
		server := httptest.NewServer(portal.Handler())
		g, err := gateway.New(rest.Config{BaseURL: server.URL, Retries: -1})
		if err != nil {
			t.Fatal(err)
		}
		s := decisions.New(decisions.Config{Gateway: g, Shelf: shelf.Of(store.Later("", store.Options{}))})
		if _, err := s.List(t.Context(), decision.Query{Agency: "H55"}); !errors.Is(err, client.ErrUnavailable) {
			t.Errorf("%s: %v", fault, err)
		}
		server.Close()
	}
}

// One answer takes the agencies and a list. A gateway that is down is waited for at the first of
// them, and at none right after, but a sync asks.
func TestAGatewayThatIsDownIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	s, _ := opened(t, dir, nil)
	if _, err := s.List(t.Context(), decision.Query{Agency: "H55"}); err != nil {
		t.Fatal(err)
	}
	requests := 0
	broken := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		requests++
		w.WriteHeader(http.StatusBadGateway)
	}))
	defer broken.Close()
	g, err := gateway.New(rest.Config{BaseURL: broken.URL, Retries: -1})
	if err != nil {
		t.Fatal(err)
	}
	down, _ := opened(t, dir, func(c *decisions.Config) {
		c.Gateway, c.Now = g, func() time.Time { return morning.AddDate(0, 0, 2) }
	})
	for range 3 {
		if a, err := down.List(t.Context(), decision.Query{Agency: "H55"}); err != nil || !a.Stale {
			t.Errorf("stale %v, %v", a.Stale, err)
		}
	}
	if requests != 1 {
		t.Errorf("%d requests", requests)
	}
	if _, err := down.Sync(t.Context(), "H55", 1, never, func(int, int) {}); err == nil || requests != 2 {
		t.Errorf("a sync: %v after %d requests", err, requests)
	}
}

// Each sync once ended at the decision, and none read those behind it.
func TestADecisionThatCannotBeReadIsPassed(t *testing.T) {
	dir := t.TempDir()
	s, whole := opened(t, dir, nil)
	list, err := s.List(t.Context(), decision.Query{Agency: "H55", Limit: 5})
	if err != nil {
		t.Fatal(err)
	}
	bad := fmt.Sprintf(`"id":%s,`, list.Value.Decisions[1].ID)
	broken := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		if said, _ := url.QueryUnescape(string(body)); strings.Contains(said, bad) {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		whole.Config.Handler.ServeHTTP(w, r)
	}))
	defer broken.Close()
	g, err := gateway.New(rest.Config{BaseURL: broken.URL, Retries: -1})
	if err != nil {
		t.Fatal(err)
	}
	s, _ = opened(t, dir, func(c *decisions.Config) { c.Gateway = g })
	r, err := s.Sync(t.Context(), "H55", 5, never, func(int, int) {})
	if err != nil || r.Read != 4 || r.Left != r.Decisions-4 {
		t.Errorf("%+v, %v; want the newest but one", r, err)
	}
}

// asked are procedures that many people ask for, with field and decision as the catalogue has
// them.
var asked = []decision.Query{
	{Procedure: "1.004194", Field: "Đăng ký, quản lý cư trú", Number: "9354/QĐ-BCA-C06"},
	{Procedure: "1.001193", Field: "Hộ tịch", Number: "163/QĐ-BTP"},
	{Procedure: "2.000815", Field: "Chứng thực", Number: "3152/QĐ-BTP"},
	{Procedure: "1.001456", Field: "Quản lý xuất nhập cảnh", Number: "5568/QĐ-BCA"},
	{Procedure: "1.001612", Field: "Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)", Number: "2353/QĐ-BTC"},
}

// The decisions with a procedure: a province's by its lists, whose rows are joined with the
// procedures' list by ID, and a ministry's by the number. After a sync the province's are known
// without a network, and the number that cannot be asked for is told.
func TestTheDecisionsWithAProcedure(t *testing.T) {
	clienttest.Long(t, "reads all decisions of the sample")
	dir := t.TempDir()
	live, server := opened(t, dir, func(c *decisions.Config) { c.CountsAll = true })
	before, err := live.List(t.Context(), decision.Query{Agency: "H55", Procedure: "1.004194"})
	if err != nil || before.Value.Known != 0 || before.Value.Among < 300 || before.Value.Total != 0 {
		t.Errorf("before a sync, without the field: %+v, %v", before.Value, err)
	}
	online := map[string]decision.List{}
	for _, q := range asked {
		q.Agency = "H55"
		a, err := live.List(t.Context(), q)
		v := a.Value
		if err != nil || len(v.Does) == 0 || len(v.Decisions) != len(v.Does)+1 || v.Named != "" || v.Known != v.Among || a.Stale {
			t.Fatalf("%s: %+v, %v", q.Procedure, a, err)
		}
		online[q.Procedure] = v
		for _, d := range v.Decisions {
			kind, has := v.Does[d.ID]
			if has == decision.SameNumber(d.Number, q.Number) {
				t.Errorf("%s: %+v is there for both reasons or for none", q.Procedure, d)
			}
			if f, err := live.Full(t.Context(), d.ID); err != nil || has && !hasCode(f.Value.Of(kind), q.Procedure) {
				t.Errorf("%s: %s of %s: %v", q.Procedure, kind, d.ID, err)
			}
		}
	}
	none, err := live.List(t.Context(), decision.Query{Agency: "H55", Procedure: "9.999999", Number: "1/QĐ-KHONG-CO"})
	if err != nil || none.Value.Total != 0 || none.Value.Named != "1/QĐ-KHONG-CO" {
		t.Errorf("%+v, %v", none.Value, err)
	}

	if r, err := live.Sync(t.Context(), "H55", 1000, never, func(int, int) {}); err != nil || r.Left != 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	server.Close()
	for name, change := range map[string]func(*decisions.Config){
		"offline": func(c *decisions.Config) { c.Offline = true },
		"down":    func(c *decisions.Config) { c.Now = func() time.Time { return morning.AddDate(0, 0, 40) } },
	} {
		s, other := opened(t, dir, change)
		other.Close()
		for _, q := range asked {
			q.Agency = "H55"
			a, err := s.List(t.Context(), q)
			if err != nil || !a.Stale || !a.AsOf.Equal(morning) || a.Value.Named != q.Number || !maps.Equal(a.Value.Does, online[q.Procedure].Does) || a.Value.Total != len(a.Value.Does) {
				t.Errorf("%s: %s: %+v, %v", name, q.Procedure, a, err)
			}
			q.Agency = ""
			if _, err := s.List(t.Context(), q); err == nil {
				t.Errorf("%s: %s is answered for an unknown province", name, q.Procedure)
			}
		}
	}
}

func hasCode(list []decision.Procedure, code string) bool {
	return slices.ContainsFunc(list, func(p decision.Procedure) bool { return p.Code == code })
}
