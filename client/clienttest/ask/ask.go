// Package ask sends requests to a test's server without the real clients, as the documents
// of a portal describe them.
package ask

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"testing"
	"time"
)

// web gives up on a server that does not answer.
var web = &http.Client{Timeout: 20 * time.Second}

// Post sends JSON and returns status, header and body. header contains names and values in
// turn.
func Post(t *testing.T, url string, body any, header ...string) (int, http.Header, []byte) {
	t.Helper()
	status, h, b, err := TryPost(url, body, header...)
	if err != nil {
		t.Fatal(err)
	}
	return status, h, b
}

// TryPost is Post for a request that may fail.
func TryPost(url string, body any, header ...string) (int, http.Header, []byte, error) {
	in, err := json.Marshal(body)
	if err != nil {
		return 0, nil, nil, err
	}
	req, err := http.NewRequestWithContext(context.Background(), http.MethodPost, url, bytes.NewReader(in))
	if err != nil {
		return 0, nil, nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	return try(req, header...)
}

// Get sends a GET request and returns status and body.
func Get(t *testing.T, url string, header ...string) (int, []byte) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	return Send(t, req, header...)
}

// Send sends a request and returns status and body.
func Send(t *testing.T, req *http.Request, header ...string) (int, []byte) {
	t.Helper()
	status, _, body, err := try(req, header...)
	if err != nil {
		t.Fatal(err)
	}
	return status, body
}

func try(req *http.Request, header ...string) (int, http.Header, []byte, error) {
	for i := 0; i+1 < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	resp, err := web.Do(req) //nolint:gosec // a test asks its own server
	if err != nil {
		return 0, nil, nil, err
	}
	defer resp.Body.Close()
	out, err := io.ReadAll(resp.Body)
	return resp.StatusCode, resp.Header, out, err
}

// Decode reads JSON, or ends the test.
func Decode[T any](t *testing.T, body []byte) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(body, &v); err != nil {
		t.Fatalf("%v in %.200s", err, body)
	}
	return v
}
