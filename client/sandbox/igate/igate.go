package igate

import (
	"net/http"
	"strings"
	"time"

	"motcua/client/sandbox/dossiers"
	"motcua/client/sandbox/httpjson"
	"motcua/client/sandbox/login"
)

// The parts of an iGate, below its own path and a portal's id: the portal's pages, the
// log-in server and the API. Real ones are on separate hosts.
const (
	SettingsPath = "/vi/assets/app.config.json"
	TokenPath    = "/auth/realms/digo/protocol/openid-connect/token"
	SearchPath   = "/pa/dossier-search/dvc"

	ssoPath = "/sso"
	apiPath = "/api"
)

// URLs are the three base addresses of an iGate.
type URLs struct{ Portal, SSO, API string }

// At returns the addresses of one portal ("" for the dossiers of all) of the iGate at
// base.
func At(base, portal string) URLs {
	base += dossiers.PortalPath(portal)
	return URLs{Portal: base, SSO: base + ssoPath, API: base + apiPath}
}

// Account is what the log-in server expects of a client, and how long its tokens are
// valid.
type Account struct {
	ClientID, ClientSecret string
	TokenLife              time.Duration
}

// Server plays an iGate.
type Server struct {
	book    *dossiers.Book
	tokens  *login.Sessions
	account Account
}

// New makes an iGate that has the dossiers of a book.
func New(b *dossiers.Book, l *login.Sessions, o Account) *Server {
	return &Server{book: b, tokens: l, account: o}
}

// Routes serves the iGate below a path: for each portal the settings, the log-in and the
// search.
func (s *Server) Routes(path string) http.Handler {
	mux := http.NewServeMux()
	for _, d := range s.book.Doors() {
		for call, serve := range map[string]http.HandlerFunc{
			"GET " + path + d.Path + SettingsPath:         serveSettings,
			"POST " + path + d.Path + ssoPath + TokenPath: s.serveToken,
			"GET " + path + d.Path + apiPath + SearchPath: s.serveSearch(d.Portal),
		} {
			mux.HandleFunc(call, serve)
		}
	}
	return mux
}

// serveSettings serves the public settings file. The keys of a real one are not known;
// these are the sample's own.
func serveSettings(w http.ResponseWriter, r *http.Request) {
	base := "http://" + r.Host + strings.TrimSuffix(r.URL.Path, SettingsPath)
	httpjson.Write(w, r, http.StatusOK, map[string]any{"api": base + apiPath, "sso": base + ssoPath})
}

type tokenAnswer struct {
	Token   string `json:"access_token"`
	Expires int    `json:"expires_in"` // seconds
	Type    string `json:"token_type"`
	Scope   string `json:"scope"`
}

type oauthError struct {
	Error       string `json:"error"`
	Description string `json:"error_description,omitempty"`
}

// serveToken returns a token for the client's credentials.
func (s *Server) serveToken(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, httpjson.MaxRequest)
	if err := r.ParseForm(); err != nil || r.PostForm.Get("grant_type") != "client_credentials" {
		httpjson.Write(w, r, http.StatusBadRequest, oauthError{Error: "unsupported_grant_type"})
		return
	}
	id, secret, _ := r.BasicAuth()
	if login.Same(id, s.account.ClientID)&login.Same(secret, s.account.ClientSecret) != 1 {
		httpjson.Write(w, r, http.StatusUnauthorized, oauthError{Error: "unauthorized_client", Description: "Invalid client secret"})
		return
	}
	httpjson.Write(w, r, http.StatusOK, tokenAnswer{
		Token: s.tokens.Open(), Expires: int(s.account.TokenLife.Seconds()), Type: "Bearer", Scope: "profile email",
	})
}

type searchAnswer struct {
	Content  []item `json:"content"`
	Size     int    `json:"size"`
	Number   int    `json:"number"`
	Elements int    `json:"numberOfElements"`
	First    bool   `json:"first"`
	Last     bool   `json:"last"`
	Empty    bool   `json:"empty"`
}

// serveSearch finds a dossier by its code; an unknown code gives an empty list.
func (s *Server) serveSearch(p *dossiers.Portal) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		key, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !ok || !s.tokens.Holds(key) {
			httpjson.Write(w, r, http.StatusUnauthorized, oauthError{Error: "invalid_token"})
			return
		}
		code := r.URL.Query().Get("code")
		answer := searchAnswer{Content: []item{}, Size: 10, First: true, Last: true}
		d, days, ok, err := s.book.Find(p, code)
		if ok && err == nil {
			name, field := s.book.ProcedureName(d.Procedure)
			var found item
			found, err = newItem(d, dossiers.Canonical(code), days, name, field)
			answer.Content = append(answer.Content, found)
		}
		if err != nil {
			httpjson.Write(w, r, http.StatusInternalServerError, oauthError{Error: "server_error"})
			return
		}
		answer.Elements, answer.Empty = len(answer.Content), len(answer.Content) == 0
		httpjson.Write(w, r, http.StatusOK, answer)
	}
}
