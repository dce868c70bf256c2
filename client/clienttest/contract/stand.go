package contract

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client/sandbox"
)

// stand is a sample portal with an ear on the line: it counts what is asked,
// keeps what was answered, and can change it on the way.
type stand struct {
	*sandbox.Sandbox
	url  string
	deaf bool // takes any secret

	mu      sync.Mutex
	asked   int
	logins  int
	sent    []string // all that came with requests
	answers [][]byte
	tamper  func(body any) any
}

// newStand starts a sample portal whose clock stands at now.
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
	login := strings.HasSuffix(r.URL.Path, sandbox.LoginPath) || strings.HasSuffix(r.URL.Path, sandbox.IGateTokenPath)
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
		s.Handler().ServeHTTP(w, r) // to log in is no look-up
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
	r.Header.Del("Accept-Encoding") // what is kept must be readable
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

// parse reads JSON with its numbers as they are written.
func parse(body []byte) (any, bool) {
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.UseNumber()
	var v any
	return v, dec.Decode(&v) == nil
}

// requests counts the look-ups since the last call.
func (s *stand) requests() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.asked
	s.asked = 0
	return n
}

// loggedIn tells whether anybody logged in so far.
func (s *stand) loggedIn() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.logins > 0
}

// wasSent tells whether a text came with any request since the last call.
func (s *stand) wasSent(text string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	sent := slices.ContainsFunc(s.sent, func(r string) bool { return strings.Contains(r, text) })
	s.sent = nil
	return sent
}

// taken gives the answers since the last call.
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

// personalKeys are the fields of the APIs that hold what belongs to a person:
// the applicant, or the official at work.
var personalKeys = map[string]bool{
	"fullname": true, "ownerFullname": true, "identityNumber": true, "phoneNumber": true, "email": true, "address": true,
	"applicantName": true, "applicantIdNo": true, "contactTelNo": true, "userName": true,
	"ChuHoSo": true, "MaDoiTuong": true, "Email": true, "SoDienThoai": true, "NguoiXuLy": true,
}

// personal lists the personal values in answers.
func personal(answers [][]byte) []string {
	var out []string
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, field := range v {
				if s, ok := field.(string); ok && personalKeys[k] && s != "" {
					out = append(out, s)
				}
				walk(field)
			}
		case []any:
			for _, item := range v {
				walk(item)
			}
		}
	}
	for _, a := range answers {
		if v, ok := parse(a); ok {
			walk(v)
		}
	}
	return out
}
