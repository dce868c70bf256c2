package sandbox

import (
	"net/http"
	"strings"
)

// The parts of the sample iGate, below IGatePath and a portal's id: the portal's
// own pages, the log-in server and the API, as on hosts of their own.
const (
	IGatePath         = "/igate"
	IGateSettingsPath = "/vi/assets/app.config.json"
	IGateTokenPath    = "/auth/realms/digo/protocol/openid-connect/token"
	IGateSearchPath   = "/pa/dossier-search/dvc"

	igateSSO = "/sso"
	igateAPI = "/api"
)

// The account of the sample iGate. Nobody's secret.
const (
	DefaultClientID     = "mau"
	DefaultClientSecret = "mau"
)

// IGateURLs are the three base addresses of an iGate.
type IGateURLs struct{ Portal, SSO, API string }

// IGateAt gives the addresses of the iGate of one portal ("" for the dossiers
// of all) on a sample portal at base.
func IGateAt(base, portal string) IGateURLs {
	base += IGatePath + prefix(portal)
	return IGateURLs{Portal: base, SSO: base + igateSSO, API: base + igateAPI}
}

func prefix(portal string) string {
	if portal == "" {
		return ""
	}
	return "/" + portal
}

func (s *Sandbox) igateRoutes() http.Handler {
	mux := http.NewServeMux()
	for _, p := range s.adapterPrefixes() {
		base := IGatePath + p.path
		mux.HandleFunc("GET "+base+IGateSettingsPath, serveIGateSettings)
		mux.HandleFunc("POST "+base+igateSSO+IGateTokenPath, s.serveToken)
		mux.HandleFunc("GET "+base+igateAPI+IGateSearchPath, s.serveSearch(p.portal))
	}
	return mux
}

// serveIGateSettings is the public settings file. The keys of a real one are not
// known; these are the sample's own.
func serveIGateSettings(w http.ResponseWriter, r *http.Request) {
	base := "http://" + r.Host + strings.TrimSuffix(r.URL.Path, IGateSettingsPath)
	writeJSON(w, r, http.StatusOK, map[string]any{"api": base + igateAPI, "sso": base + igateSSO})
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

// serveToken gives a token for the client's credentials.
func (s *Sandbox) serveToken(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxRequest)
	if err := r.ParseForm(); err != nil || r.PostForm.Get("grant_type") != "client_credentials" {
		writeJSON(w, r, http.StatusBadRequest, oauthError{Error: "unsupported_grant_type"})
		return
	}
	id, secret, _ := r.BasicAuth()
	if same(id, s.opts.ClientID)&same(secret, s.opts.ClientSecret) != 1 {
		writeJSON(w, r, http.StatusUnauthorized, oauthError{Error: "unauthorized_client", Description: "Invalid client secret"})
		return
	}
	writeJSON(w, r, http.StatusOK, tokenAnswer{
		Token: s.tokens.open(), Expires: int(s.opts.SessionLife.Seconds()), Type: "Bearer", Scope: "profile email",
	})
}

// EndTokens makes every token of the sample iGate void, as a restart of the real
// one does.
func (s *Sandbox) EndTokens() { s.tokens.end() }

type searchAnswer struct {
	Content  []igateItem `json:"content"`
	Size     int         `json:"size"`
	Number   int         `json:"number"`
	Elements int         `json:"numberOfElements"`
	First    bool        `json:"first"`
	Last     bool        `json:"last"`
	Empty    bool        `json:"empty"`
}

// serveSearch finds by code; a code that nobody has is an empty slice.
func (s *Sandbox) serveSearch(portal *Portal) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		key, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !ok || !s.tokens.holds(key) {
			writeJSON(w, r, http.StatusUnauthorized, oauthError{Error: "invalid_token"})
			return
		}
		code := r.URL.Query().Get("code")
		answer := searchAnswer{Content: []igateItem{}, Size: 10, First: true, Last: true}
		d, days, ok, err := s.find(portal, code)
		if ok && err == nil {
			name, field := s.procedureName(d.procedure)
			var item igateItem
			item, err = d.igate(canonical(code), days, name, field)
			answer.Content = append(answer.Content, item)
		}
		if err != nil {
			writeJSON(w, r, http.StatusInternalServerError, oauthError{Error: "server_error"})
			return
		}
		answer.Elements, answer.Empty = len(answer.Content), len(answer.Content) == 0
		writeJSON(w, r, http.StatusOK, answer)
	}
}
