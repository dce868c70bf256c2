package national

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
)

func TestList(t *testing.T) {
	p := &fakePortal{list: func(w http.ResponseWriter, _ listRequest) { send(w, 201, fixture(t, "list.json")) }}
	page, err := serve(t, p).List(t.Context(), ListQuery{Limit: 900, LastID: "c", Words: "tạm trú", CategoryID: "k", DepartmentCode: "H55"})
	if err != nil {
		t.Fatal(err)
	}
	if want := (listRequest{Limit: 200, LastID: "c", Words: "tạm trú", CategoryID: "k", DepartmentCode: "H55"}); p.lists[0] != want {
		t.Errorf("asked %+v, want %+v", p.lists[0], want)
	}
	if page.Total != 6297 || page.LastID != "019d2bfb-cfc1-7658-94d3-9dd977da8fa5" || len(page.Items) != 5 {
		t.Errorf("page = %d items of %d, cursor %q", len(page.Items), page.Total, page.LastID)
	}
	first := page.Items[0]
	if first.ID != "019d2bf7-770b-734d-b7fb-5e1995f194f4" || first.Kind != client.KindStandard {
		t.Errorf("first = %+v", first)
	}
	if got := first.Hit(); got.Code != "1.004194" || got.Name != "Đăng ký tạm trú" || got.Field != "Đăng ký, quản lý cư trú" || got.Agency != "Công an cấp Xã" || got.ID != first.ID {
		t.Errorf("hit = %+v", got)
	}
	if got := page.Items[2]; got.Name != "Cấp giấy phép môi trường (cấp Bộ)" || !slices.Equal(got.Fields, []string{"Môi trường"}) || got.Agencies != nil {
		t.Errorf("third = %+v", got)
	}
}

func TestSearchHidesInternalProcedures(t *testing.T) {
	p := &fakePortal{list: func(w http.ResponseWriter, _ listRequest) { send(w, 200, fixture(t, "list.json")) }}
	res, err := serve(t, p).Search(t.Context(), client.Query{Words: " khai sinh ", AgencyCode: "G01", Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Hits) != 3 || res.Total != 6295 {
		t.Errorf("%d hits of %d, want 3 of 6295", len(res.Hits), res.Total)
	}
	if want := (listRequest{Limit: 10, Words: "khai sinh", DepartmentCode: "G01"}); p.lists[0] != want {
		t.Errorf("asked %+v, want %+v", p.lists[0], want)
	}
}

func TestSearchKeepsItsLimit(t *testing.T) {
	p := &fakePortal{list: func(w http.ResponseWriter, _ listRequest) { send(w, 200, fixture(t, "list.json")) }}
	res, err := serve(t, p).Search(t.Context(), client.Query{Limit: 2})
	if err != nil || len(res.Hits) != 2 || len(p.lists) != 1 {
		t.Errorf("%d hits in %d requests, %v", len(res.Hits), len(p.lists), err)
	}
}

func TestSearchInAField(t *testing.T) {
	p := &fakePortal{list: pages(450)}
	res, err := serve(t, p).Search(t.Context(), client.Query{Field: "lĩnh vực 7", Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Hits) != 45 || res.Total != 45 {
		t.Errorf("%d hits of %d, want 45", len(res.Hits), res.Total)
	}
	for _, h := range res.Hits {
		if h.Field != "Lĩnh vực 7" {
			t.Errorf("hit = %+v", h)
		}
	}
}

func TestNothingFound(t *testing.T) {
	for _, body := range []string{wrap(`{"items":[],"lastId":"","total":0}`), wrap(`{"items":null,"lastId":null,"total":null}`), wrap(`null`)} {
		p := &fakePortal{list: func(w http.ResponseWriter, _ listRequest) { send(w, 200, body) }}
		res, err := serve(t, p).Search(t.Context(), client.Query{Words: "x"})
		if err != nil || len(res.Hits) != 0 || res.Total != 0 {
			t.Errorf("%s: %+v, %v", body, res, err)
		}
	}
}

// pages serves n procedures by cursor, with ten fields.
func pages(n int) func(http.ResponseWriter, listRequest) {
	return func(w http.ResponseWriter, q listRequest) {
		at := 0
		if q.LastID != "" {
			_, _ = fmt.Sscanf(q.LastID, "id-%d", &at)
			at++
		}
		var items []string
		last := ""
		for ; at < n && len(items) < q.Limit; at++ {
			last = fmt.Sprintf("id-%d", at)
			items = append(items, fmt.Sprintf(`{"id":%q,"code":"1.%06d","name":"Thủ tục %d","type":"STANDARD","categories":["Lĩnh vực %d"]}`, last, at, at, at%10))
		}
		send(w, 200, wrap(fmt.Sprintf(`{"items":[%s],"lastId":%q,"total":%d}`, strings.Join(items, ","), last, n)))
	}
}

func collect(ctx context.Context, s *Source) ([]Item, error) {
	var all []Item
	err := s.All(ctx, func(i Item) bool { all = append(all, i); return true })
	return all, err
}

func TestAllFollowsTheCursor(t *testing.T) {
	p := &fakePortal{list: pages(450)}
	all, err := collect(t.Context(), serve(t, p))
	if err != nil || len(all) != 450 || all[449].ID != "id-449" {
		t.Fatalf("%d items, %v", len(all), err)
	}
	if len(p.lists) != 4 || p.lists[0].Limit != 200 || p.lists[1].LastID != "id-199" {
		t.Errorf("asked %+v", p.lists)
	}
}

func TestAllEndsWhenTheCursorStandsStill(t *testing.T) {
	p := &fakePortal{list: func(w http.ResponseWriter, _ listRequest) { send(w, 200, fixture(t, "list.json")) }}
	all, err := collect(t.Context(), serve(t, p))
	if err != nil || len(p.lists) != 2 {
		t.Fatalf("asked %d times, %v", len(p.lists), err)
	}
	for _, i := range all {
		if i.Kind.Internal() {
			t.Errorf("internal: %+v", i)
		}
	}
}

func TestAllStopsWhenAsked(t *testing.T) {
	p := &fakePortal{list: pages(450)}
	n := 0
	err := serve(t, p).All(t.Context(), func(Item) bool { n++; return n < 3 })
	if err != nil || n != 3 || len(p.lists) != 1 {
		t.Errorf("%d items in %d requests, %v", n, len(p.lists), err)
	}
}

// A page that fails is requested again in smaller pages, from the same cursor.
func TestAllShrinksItsPages(t *testing.T) {
	good := pages(450)
	p := &fakePortal{list: func(w http.ResponseWriter, q listRequest) {
		if q.LastID != "" && q.Limit > 50 {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		good(w, q)
	}}
	all, err := collect(t.Context(), serve(t, p))
	if err != nil || len(all) != 450 {
		t.Fatalf("%d items, %v", len(all), err)
	}
	var sizes []int
	for _, q := range p.lists[:4] {
		sizes = append(sizes, q.Limit)
	}
	if !slices.Equal(sizes, []int{200, 200, 100, 50}) || p.lists[3].LastID != "id-199" {
		t.Errorf("sizes = %v", sizes)
	}
}

func TestAllGivesUp(t *testing.T) {
	tests := []struct {
		name    string
		list    func(http.ResponseWriter, listRequest)
		cause   client.Cause
		request int
	}{
		{"after the smallest page", func(w http.ResponseWriter, _ listRequest) { w.WriteHeader(http.StatusInternalServerError) }, client.CauseServer, 4},
		{"at a rejection", func(w http.ResponseWriter, _ listRequest) {
			_, _ = io.WriteString(w, "<html><title>Request Rejected</title>")
		}, client.CauseRejected, 1},
		{"when told to slow down", func(w http.ResponseWriter, _ listRequest) { w.WriteHeader(http.StatusTooManyRequests) }, client.CauseBusy, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := &fakePortal{list: tt.list}
			_, err := collect(t.Context(), serve(t, p))
			if causeOf(err) != tt.cause || len(p.lists) != tt.request {
				t.Errorf("error %v after %d requests", err, len(p.lists))
			}
		})
	}
}

// An answer without data in the middle must not count as the end of the list.
func TestAllTakesNoHoleForTheEnd(t *testing.T) {
	good := pages(450)
	p := &fakePortal{list: func(w http.ResponseWriter, q listRequest) {
		if q.LastID != "" {
			send(w, 200, wrap(`null`))
			return
		}
		good(w, q)
	}}
	if _, err := collect(t.Context(), serve(t, p)); causeOf(err) != client.CauseContent {
		t.Errorf("error = %v", err)
	}
}

func TestPauseIsPolite(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSource(nil, Config{})
		least, most := time.Hour, time.Duration(0)
		for range 500 {
			begin := time.Now()
			if err := s.pause(t.Context()); err != nil {
				t.Fatal(err)
			}
			least, most = min(least, time.Since(begin)), max(most, time.Since(begin))
		}
		if least < 200*time.Millisecond || most > 500*time.Millisecond || most-least < 200*time.Millisecond {
			t.Errorf("pauses of %v to %v, want 200 to 500 ms", least, most)
		}
	})
}

func TestPauseEndsWithTheContext(t *testing.T) {
	s, err := New(Config{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.pause(ctx); causeOf(err) != client.CauseCancelled || !errors.Is(err, context.Canceled) {
		t.Errorf("error = %v", err)
	}
}
