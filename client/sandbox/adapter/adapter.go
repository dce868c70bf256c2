package adapter

import "net/http"
import (
	"motcua/client/sandbox/dossiers"
	"motcua/client/sandbox/httpjson"
	"motcua/client/sandbox/login"
)

// The adapter's two paths, below its own. They are settings of a real one's clients.
const (
	LoginPath = "/mapi/login"
	CallPath  = "/mapi/g"
)

// Settings are the account that the adapter expects at log-in, and the names of its
// services.
type Settings struct {
	Username, Password, DstCode   string
	TrackService, ProgressService string
}

// Server plays the adapter.
type Server struct {
	book     *dossiers.Book
	sessions *login.Sessions
	settings Settings
}

// New makes an adapter that has the dossiers of a book.
func New(b *dossiers.Book, l *login.Sessions, o Settings) *Server {
	return &Server{book: b, sessions: l, settings: o}
}

// Routes serves the adapter below a path: for each portal the log-in, and the one call
// with all services.
func (s *Server) Routes(path string) http.Handler {
	mux := http.NewServeMux()
	for _, d := range s.book.Doors() {
		for call, serve := range map[string]http.HandlerFunc{
			LoginPath: s.serveLogin,
			CallPath:  s.serveCall(d.Portal),
		} {
			mux.HandleFunc("POST "+path+d.Path+call, serve)
		}
	}
	return mux
}

// The adapter's refusals. Success is "00" in one service and 0 in another, as in the
// real systems; failures are these.
const (
	codeOK         = "00"
	codeNoSession  = "-1"
	codeNoService  = "-2"
	codeUnreadable = "-3"
)

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

// serveLogin returns a session for the header dstcode and a user's name and password.
func (s *Server) serveLogin(w http.ResponseWriter, r *http.Request) {
	var in struct{ Username, Password string }
	if !httpjson.Read(w, r, &in) {
		return
	}
	right := login.Same(in.Username, s.settings.Username) & login.Same(in.Password, s.settings.Password) & login.Same(r.Header.Get("dstcode"), s.settings.DstCode)
	if right != 1 {
		httpjson.Write(w, r, http.StatusOK, loginAnswer{ErrorCode: 1, Message: "Sai tài khoản, mật khẩu hoặc dstcode"})
		return
	}
	httpjson.Write(w, r, http.StatusOK, loginAnswer{Session: s.sessions.Open()})
}

// serveCall answers the two look-ups of one portal, or of all.
func (s *Server) serveCall(p *dossiers.Portal) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var in struct {
			Session string `json:"session"`
			Unit    string `json:"madonvi"`
			Service string `json:"service"`
			Code    string `json:"mahoso"`
		}
		if !httpjson.Read(w, r, &in) {
			return
		}
		if login.Same(r.Header.Get("dstcode"), s.settings.DstCode) != 1 || !s.sessions.Holds(in.Session) {
			httpjson.Write(w, r, http.StatusOK, callAnswer{ErrorCode: codeNoSession, Message: "Phiên làm việc không tồn tại hoặc đã hết hạn", Result: []string{}})
			return
		}
		switch in.Service {
		case s.settings.TrackService:
			result, err := s.track(p, in.Code)
			s.answer(w, r, codeOK, result, err)
		case s.settings.ProgressService:
			result, err := s.progress(p, in.Code)
			s.answer(w, r, 0, result, err)
		default:
			httpjson.Write(w, r, http.StatusOK, callAnswer{ErrorCode: codeNoService, Message: "Không có dịch vụ này", Result: []string{}})
		}
	}
}

func (s *Server) answer(w http.ResponseWriter, r *http.Request, code, result any, err error) {
	if err != nil {
		httpjson.Write(w, r, http.StatusOK, callAnswer{ErrorCode: codeUnreadable, Message: err.Error(), Result: []string{}})
		return
	}
	httpjson.Write(w, r, http.StatusOK, callAnswer{ErrorCode: code, Result: result})
}

// track finds a dossier; an unknown code gives an empty list.
func (s *Server) track(p *dossiers.Portal, code string) ([]record, error) {
	d, days, ok, err := s.book.Find(p, code)
	if err != nil || !ok {
		return []record{}, err
	}
	name, field := s.book.ProcedureName(d.Procedure)
	r, err := newRecord(d, dossiers.Canonical(code), days, name, field)
	return []record{r}, err
}

func (s *Server) progress(p *dossiers.Portal, code string) ([]progress, error) {
	d, days, ok, err := s.book.Find(p, code)
	if err != nil || !ok {
		return []progress{}, err
	}
	return newProgress(d, dossiers.Canonical(code), days)
}
