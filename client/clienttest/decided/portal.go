package decided

import (
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"motcua/client/decisions"
	"motcua/client/gateway"
	"motcua/client/rest"
	"motcua/client/sandbox"
	"motcua/client/store"
	"motcua/client/store/shelf"
)

// AtPortal is a source over a sample portal of its own, which the test may close, and a shelf
// in a folder.
func AtPortal(t testing.TB, dir string, now time.Time, change func(*decisions.Config)) (*decisions.Source, *httptest.Server) {
	t.Helper()
	portal, err := sandbox.New(sandbox.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(portal.Handler())
	t.Cleanup(server.Close)
	g, err := gateway.New(rest.Config{BaseURL: server.URL, Retries: -1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(g.Close)
	file := store.Later(filepath.Join(dir, "state"), store.Options{})
	t.Cleanup(func() { _ = file.Close() })
	cfg := decisions.Config{Gateway: g, Shelf: shelf.Of(file), Now: func() time.Time { return now }}
	if change != nil {
		change(&cfg)
	}
	return decisions.New(cfg), server
}
