package sandbox

import (
	"crypto/rand"
	"crypto/subtle"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"motcua/client/facts"
)

// What the adapter says when it refuses. Success is "00" in one service and 0
// in another, as in the systems that were read; failures are these.
const (
	codeOK         = "00"
	codeNoSession  = "-1"
	codeNoService  = "-2"
	codeUnreadable = "-3"
)

// maxSessions bounds the log-ins that are remembered; the oldest go first.
const maxSessions = 1000

type loginAnswer struct {
	Session   string `json:"session"`
	ErrorCode int    `json:"error_code"`
	Message   string `json:"message,omitempty"`
}

type callAnswer struct {
	ErrorCode any    `json:"error_code"`
	Message   string `json:"message,omitempty"`
	Result    any    `json:"result"`
}

// serveLogin gives a session for the header dstcode and a user's name and
// password.
func (s *Sandbox) serveLogin(w http.ResponseWriter, r *http.Request) {
	var in struct{ Username, Password string }
	if !readJSON(w, r, &in) {
		return
	}
	right := same(in.Username, s.opts.Username) & same(in.Password, s.opts.Password) & same(r.Header.Get("dstcode"), s.opts.DstCode)
	if right != 1 {
		writeJSON(w, r, http.StatusOK, loginAnswer{ErrorCode: 1, Message: "Sai tài khoản, mật khẩu hoặc dstcode"})
		return
	}
	writeJSON(w, r, http.StatusOK, loginAnswer{Session: s.sessions.open()})
}

func same(a, b string) int { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) }

// serveCall answers the two look-ups of one portal, or of all.
func (s *Sandbox) serveCall(portal *Portal) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var in struct {
			Session string `json:"session"`
			Unit    string `json:"madonvi"`
			Service string `json:"service"`
			Code    string `json:"mahoso"`
		}
		if !readJSON(w, r, &in) {
			return
		}
		if same(r.Header.Get("dstcode"), s.opts.DstCode) != 1 || !s.sessions.holds(in.Session) {
			writeJSON(w, r, http.StatusOK, callAnswer{ErrorCode: codeNoSession, Message: "Phiên làm việc không tồn tại hoặc đã hết hạn", Result: []string{}})
			return
		}
		switch in.Service {
		case s.opts.TrackService:
			result, err := s.track(portal, in.Code)
			s.answer(w, r, codeOK, result, err)
		case s.opts.ProgressService:
			result, err := s.progress(portal, in.Code)
			s.answer(w, r, 0, result, err)
		default:
			writeJSON(w, r, http.StatusOK, callAnswer{ErrorCode: codeNoService, Message: "Không có dịch vụ này", Result: []string{}})
		}
	}
}

func (s *Sandbox) answer(w http.ResponseWriter, r *http.Request, code, result any, err error) {
	if err != nil {
		writeJSON(w, r, http.StatusOK, callAnswer{ErrorCode: codeUnreadable, Message: err.Error(), Result: []string{}})
		return
	}
	writeJSON(w, r, http.StatusOK, callAnswer{ErrorCode: code, Result: result})
}

// track finds a dossier; a code that nobody has is an empty list.
func (s *Sandbox) track(portal *Portal, code string) ([]record, error) {
	d, days, ok, err := s.find(portal, code)
	if err != nil || !ok {
		return []record{}, err
	}
	name, field := s.procedureName(d.procedure)
	r, err := d.record(canonical(code), days, name, field)
	return []record{r}, err
}

func (s *Sandbox) progress(portal *Portal, code string) ([]progress, error) {
	d, days, ok, err := s.find(portal, code)
	if err != nil || !ok {
		return []progress{}, err
	}
	return d.progress(canonical(code), days)
}

func (s *Sandbox) find(portal *Portal, code string) (dossier, days, bool, error) {
	book, days, err := dossierBook(s.opts.Now(), s.opts.Calendar)
	if err != nil {
		return dossier{}, days, false, err
	}
	d, ok := book[canonical(code)]
	if ok && portal != nil {
		ok = slices.Contains(portal.Agencies, facts.AgencyRoot(d.agency))
	}
	return d, days, ok, nil
}

func canonical(code string) string { return strings.ToUpper(strings.TrimSpace(code)) }

// sessions are the log-ins that hold.
type sessions struct {
	now  func() time.Time
	life time.Duration

	mu    sync.Mutex
	until map[string]time.Time
	order []string
}

func (s *sessions) open() string {
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

func (s *sessions) holds(token string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.until[token].After(s.now())
}

// EndSessions makes every log-in at the adapter void, as a restart of the real
// one does.
func (s *Sandbox) EndSessions() { s.sessions.end() }

func (s *sessions) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.until)
	s.order = nil
}
