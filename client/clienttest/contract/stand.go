package contract

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client/sandbox"
	sampleadapter "motcua/client/sandbox/adapter"
	"motcua/client/sandbox/dossiers"
	"motcua/client/sandbox/igate"
)

// stand is a sample portal behind a recorder: it counts requests, keeps the answers and
// can change them on the way.
type stand struct {
	*sandbox.Sandbox
	url  string
	deaf bool // accepts any secret

	mu      sync.Mutex
	asked   int
	logins  int
	sent    []string // the text of all requests
	answers [][]byte
	tamper  func(body any) any
}

// newStand starts a sample portal whose clock is stopped at now.
func newStand(tb testing.TB, b Backend, now time.Time) *stand {
	tb.Helper()
	o := b.Options
	o.Now = func() time.Time { return now }
	s, err := sandbox.New(o)
	if err != nil {
		tb.Fatal(err)
	}
	st := &stand{Sandbox: s, deaf: b.Deaf}
	server := httptest.NewServer(st)
	tb.Cleanup(server.Close)
	st.url = server.URL
	return st
}

func (s *stand) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	login := strings.HasSuffix(r.URL.Path, sampleadapter.LoginPath) || strings.HasSuffix(r.URL.Path, igate.TokenPath)
	s.mu.Lock()
	s.sent = append(s.sent, r.URL.String(), string(body))
	if login {
		s.logins++
	}
	s.mu.Unlock()
	if s.deaf {
		q := r.URL.Query()
		q.Del("secretKey")
		r.URL.RawQuery = q.Encode()
	}
	if login {
		s.Handler().ServeHTTP(w, r) // a log-in is no look-up
		return
	}
	s.mu.Lock()
	s.asked++
	tamper := s.tamper
	s.mu.Unlock()
	if len(s.Faults()) > 0 {
		s.Handler().ServeHTTP(w, r) // the answer may never come
		return
	}
	r.Header.Del("Accept-Encoding") // the recorded answer must be uncompressed
	rec := httptest.NewRecorder()
	s.Handler().ServeHTTP(rec, r)
	body = rec.Body.Bytes()
	if tamper != nil {
		body = changed(body, tamper)
	}
	s.mu.Lock()
	s.answers = append(s.answers, body)
	s.mu.Unlock()
	w.Header().Set("Content-Type", rec.Header().Get("Content-Type"))
	w.WriteHeader(rec.Code)
	_, _ = w.Write(body)
}

func changed(body []byte, tamper func(any) any) []byte {
	v, ok := parse(body)
	if !ok {
		return body
	}
	out, err := json.Marshal(tamper(v))
	if err != nil {
		return body
	}
	return out
}

// parse reads JSON and keeps its numbers as they are written.
func parse(body []byte) (any, bool) {
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.UseNumber()
	var v any
	return v, dec.Decode(&v) == nil
}

// requests returns the number of look-ups since the last call.
func (s *stand) requests() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.asked
	s.asked = 0
	return n
}

// loggedIn reports whether anybody has logged in so far.
func (s *stand) loggedIn() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.logins > 0
}

// wasSent reports whether a text was part of any request since the last call.
func (s *stand) wasSent(text string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	sent := slices.ContainsFunc(s.sent, func(r string) bool { return strings.Contains(r, text) })
	s.sent = nil
	return sent
}

// taken returns the answers since the last call.
func (s *stand) taken() [][]byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	a := s.answers
	s.answers = nil
	return a
}

func (s *stand) change(tamper func(any) any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tamper = tamper
}

// personal returns what answers hold of the samples' people, whatever the API calls the
// fields.
func personal(answers [][]byte) []string {
	var out []string
	for _, a := range answers {
		v, _ := parse(a)
		for _, at := range places(v) {
			switch field := valueAt(v, at).(type) {
			case string, json.Number:
				for _, secret := range dossiers.Personal() {
					if strings.Contains(fmt.Sprint(field), secret) {
						out = append(out, secret)
					}
				}
			}
		}
	}
	return out
}
