// Package login holds what the systems of the sample portal know of who may ask: the
// log-ins that are valid, and a comparison of secrets.
package login

import (
	"crypto/rand"
	"crypto/subtle"
	"sync"
	"time"
)

// maxSessions limits the log-ins that are remembered; the oldest are dropped first.
const maxSessions = 1000

// Same returns 1 when both are equal, else 0. Its time does not depend on where they
// differ.
func Same(a, b string) int { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) }

// Sessions are the valid log-ins. They are safe for concurrent use.
type Sessions struct {
	now  func() time.Time
	life time.Duration

	mu    sync.Mutex
	until map[string]time.Time
	order []string
}

// New makes the sessions of one system. A log-in is valid for life.
func New(now func() time.Time, life time.Duration) *Sessions {
	return &Sessions{now: now, life: life, until: map[string]time.Time{}}
}

// Open returns the token of a new log-in.
func (s *Sessions) Open() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.now()
	for len(s.order) > 0 && (len(s.order) >= maxSessions || !s.until[s.order[0]].After(now)) {
		delete(s.until, s.order[0])
		s.order = s.order[1:]
	}
	token := rand.Text()
	s.until[token] = now.Add(s.life)
	s.order = append(s.order, token)
	return token
}

// Holds reports whether a token is still valid.
func (s *Sessions) Holds(token string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.until[token].After(s.now())
}
