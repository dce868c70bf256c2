package rest

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"motcua/client"
	"motcua/client/meter"
)

func TestMeterCountsWhatTravelled(t *testing.T) {
	fail := true
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if fail {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		write(w, "application/json", good)
	}))
	defer srv.Close()
	var meter meter.Meter
	src := client.SourceName{ID: "p", Name: "Cổng"}
	c, err := New(Config{BaseURL: srv.URL, Source: src, Meter: &meter})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		var out map[string]any
		_, _ = c.Do(t.Context(), look(&out))
		fail = false
	}
	got := meter.Sources()
	if len(got) != 1 || got[0].Source != src || got[0].Calls != 2 || got[0].Failed != 1 || got[0].Requests != 2 {
		t.Fatalf("counted %+v, want two calls, one failed", got)
	}
	if got[0].BytesIn < int64(len(good)) || got[0].BytesOut < 100 || got[0].Last <= 0 {
		t.Errorf("counted %+v, want the bytes of two answers with their head lines", got[0])
	}
}
