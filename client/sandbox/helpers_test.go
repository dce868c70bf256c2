package sandbox

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"motcua/client/workday"
)

// tuesday is a working day, in the morning.
var tuesday = time.Date(2026, 11, 24, 8, 14, 0, 0, workday.Zone)

// web asks without the real clients.
var web = &http.Client{Timeout: 20 * time.Second}

func at(t time.Time) func() time.Time { return func() time.Time { return t } }

func newServer(t *testing.T, o Options) (*Sandbox, *httptest.Server) {
	t.Helper()
	if o.Now == nil {
		o.Now = at(tuesday)
	}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(s.Handler())
	t.Cleanup(server.Close)
	return s, server
}

// post sends JSON and gives status, header and body.
func post(t *testing.T, url string, body any, header ...string) (int, http.Header, []byte) {
	t.Helper()
	status, h, b, err := try(url, body, header...)
	if err != nil {
		t.Fatal(err)
	}
	return status, h, b
}

func try(url string, body any, header ...string) (int, http.Header, []byte, error) {
	in, err := json.Marshal(body)
	if err != nil {
		return 0, nil, nil, err
	}
	req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(in))
	if err != nil {
		return 0, nil, nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	for i := 0; i+1 < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	resp, err := web.Do(req)
	if err != nil {
		return 0, nil, nil, err
	}
	defer resp.Body.Close()
	out, err := io.ReadAll(resp.Body)
	return resp.StatusCode, resp.Header, out, err
}

func decode[T any](t *testing.T, body []byte) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(body, &v); err != nil {
		t.Fatalf("%v in %.200s", err, body)
	}
	return v
}
