package store

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/clienttest/slowline"
	"motcua/client/meter"
	"motcua/client/national"
	"motcua/client/sandbox"
)

// TestSyncOverALineOfACommuneOffice reads the whole sample portal over a line of
// 64 kbit/s, 600 ms and three losses in a hundred that also drops every 50 KB,
// twenty times as fast so that somebody can wait for it. Meanwhile people search
// and are answered at once.
func TestSyncOverALineOfACommuneOffice(t *testing.T) {
	clienttest.Long(t, "reads a whole list over a slow line, for some seconds")
	portal, err := sandbox.New(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	running, err := portal.Start(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	line := slowline.Commune.Faster(20)
	line.DropAfter = 50_000
	relay, err := line.Listen(t.Context(), running.Addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(relay.Close)

	var meter meter.Meter
	var cfg national.Config
	cfg.Rest.BaseURL, cfg.Rest.Meter = "http://"+relay.Addr()+sandbox.NationalPath, &meter
	n, err := national.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(n.Close)
	s := open(t, t.TempDir(), Options{})
	if _, err := s.Search(t.Context(), client.Query{Words: "khai sinh"}); err != nil {
		t.Fatal(err)
	}

	ended := make(chan error, 1)
	began := time.Now()
	syncs := 1
	go func() {
		for ; ; syncs++ { // as an operator's timer would
			_, err := s.Sync(t.Context(), n, nil)
			if err == nil || !errors.Is(err, client.ErrUnavailable) || syncs == 10 {
				ended <- err
				return
			}
		}
	}()
	var waits []time.Duration
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for done := false; !done; {
		select {
		case err := <-ended:
			if err != nil {
				t.Fatalf("after %d syncs: %v", syncs, err)
			}
			done = true
		case <-tick.C:
			at := time.Now()
			if r, err := s.Search(context.Background(), client.Query{Words: "khai sinh", Limit: 10}); err != nil || len(r.Hits) == 0 {
				t.Fatalf("a search during the sync: %d hits, %v", len(r.Hits), err)
			}
			waits = append(waits, time.Since(at))
		}
	}
	traffic := relay.Traffic()
	slices.Sort(waits)
	t.Logf("%.1f s on a line 20 times as fast, %d syncs, %d connections cut, %d KB down; %d searches meanwhile, median %s, slowest %s",
		time.Since(began).Seconds(), syncs, traffic.Cut, traffic.Down/1_000, len(waits), waits[len(waits)/2], waits[len(waits)-1])
	if st, err := s.State(t.Context()); err != nil || !st.Synced || st.Len < 4_500 {
		t.Errorf("%+v, %v; want the whole list", st, err)
	}
	if traffic.Cut == 0 {
		t.Error("the line never dropped: this shows nothing")
	}
	if median := waits[len(waits)/2]; median > 50*time.Millisecond {
		t.Errorf("a search took %s while the line was busy", median)
	}
	// From here on looking up costs nothing on the line.
	before := relay.Traffic()
	service := client.NewService(client.ServiceConfig{Procedures: []client.ProcedureSource{n}, Keeper: s})
	for range 3 {
		if a, err := service.Search(t.Context(), client.Query{Words: "đăng ký tạm trú"}); err != nil || !strings.HasPrefix(a.Value.Hits[0].Code, "1.004194") {
			t.Errorf("%+v, %v", a, err)
		}
	}
	if after := relay.Traffic(); after != before {
		t.Errorf("searching cost %d bytes", after.Up+after.Down-before.Up-before.Down)
	}
	// A detail costs one request, and nothing the second time.
	if _, err := service.Show(t.Context(), "1.004194"); err != nil {
		t.Fatal(err)
	}
	calls := meter.Total().Calls
	before = relay.Traffic()
	a, err := service.Show(t.Context(), "1.004194")
	if after := relay.Traffic(); err != nil || after != before || meter.Total().Calls != calls || len(a.Value.Methods) == 0 {
		t.Errorf("a second look: %v, traffic %+v then %+v", err, before, after)
	}
}
