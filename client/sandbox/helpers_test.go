package sandbox

import (
	"net/http/httptest"
	"testing"
	"time"

	"motcua/client/workday"
)

// wednesday is a working day, in the morning.
var wednesday = time.Date(2026, 11, 25, 8, 14, 0, 0, workday.Zone)

func at(t time.Time) func() time.Time { return func() time.Time { return t } }

func newServer(t *testing.T, o Options) (*Sandbox, *httptest.Server) {
	t.Helper()
	if o.Now == nil {
		o.Now = at(wednesday)
	}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(s.Handler())
	t.Cleanup(server.Close)
	return s, server
}
