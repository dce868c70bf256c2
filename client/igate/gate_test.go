package igate

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/rest"
	"motcua/client/workday"
)

const (
	testCode   = "H55.17.05-261120-0007"
	testID     = "motcua"
	testSecret = "bi-mat:+/"
)

// gate answers like an iGate installation: log-in server, API and portal have different base
// paths, so a request without its base path fails.
type gate struct {
	mu      sync.Mutex
	content string // the content of a search for testCode
	expires string // value of expires_in
	valid   string // the valid token
	deny    int    // the status for every log-in
	failAll int    // the status for every search

	logins, searches int
}

func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch r.URL.Path {
	case "/sso/auth/realms/digo/protocol/openid-connect/token":
		g.logins++
		id, secret, ok := r.BasicAuth()
		body, _ := io.ReadAll(r.Body)
		switch {
		case r.Method != http.MethodPost || string(body) != "grant_type=client_credentials":
			w.WriteHeader(http.StatusTeapot)
		case g.deny != 0:
			reply(w, g.deny, `{"error":"unauthorized_client"}`)
		case !ok || id != testID || secret != testSecret:
			reply(w, http.StatusUnauthorized, `{"error":"invalid_client"}`)
		default:
			g.valid = fmt.Sprintf("t-%d", g.logins)
			reply(w, http.StatusOK, fmt.Sprintf(`{"access_token":%q,"expires_in":%s,"token_type":"Bearer"}`, g.valid, g.expires))
		}
	case "/api/pa/dossier-search/dvc":
		g.searches++
		q := r.URL.Query()
		switch {
		case r.Method != http.MethodGet || q.Get("page") != "0" || q.Get("size") != "10" || q.Get("spec") != "slice":
			w.WriteHeader(http.StatusTeapot)
		case g.failAll != 0:
			reply(w, g.failAll, `{"error":"x"}`)
		case r.Header.Get("Authorization") != "Bearer "+g.valid:
			reply(w, http.StatusUnauthorized, `{"error":"invalid_token"}`)
		case q.Get("code") == testCode:
			reply(w, http.StatusOK, `{"content":`+g.content+`,"last":true}`)
		default:
			reply(w, http.StatusOK, `{"content":[],"last":true}`)
		}
	case "/vi/assets/app.config.json":
		reply(w, http.StatusOK, `{"a":{"api":"http://`+r.Host+`/api"},"b":["https://sso.example.vn/auth?x=1#y"],"c":5,"d":"no address"}`)
	default:
		w.WriteHeader(http.StatusTeapot)
	}
}

func reply(w http.ResponseWriter, status int, body string) {
	w.Header().Set("Content-Type", "application/json;charset=UTF-8")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, body)
}

func serve(t *testing.T, g *gate, change ...func(*Config)) *Source {
	t.Helper()
	if g.expires == "" {
		g.expires = "300"
	}
	srv := httptest.NewServer(g)
	cfg := Config{
		Rest: rest.Config{BaseURL: srv.URL + "/api", Source: client.SourceName{ID: "h55", Name: "Hệ thống một cửa"}, Retries: -1},
		SSO:  srv.URL + "/sso", Portal: srv.URL, ClientID: testID, ClientSecret: testSecret,
	}
	for _, f := range change {
		f(&cfg)
	}
	s, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(); srv.Close() })
	return s
}

func query(t *testing.T, proof string) client.DossierQuery {
	t.Helper()
	dossierCode, err := code.ParseDossier(testCode)
	if err != nil {
		t.Fatal(err)
	}
	return client.DossierQuery{Code: dossierCode, Proof: proof}
}

// item returns a dossier as a search returns it; fields replaces or adds fields, and nil
// removes one.
func item(t *testing.T, fields map[string]any) string {
	t.Helper()
	m := map[string]any{
		"id": "6573", "code": testCode, "nationCode": "",
		"applicant": map[string]any{"eformId": "1", "data": map[string]any{
			"fullname": "Nguyễn Văn A", "ownerFullname": "Trần Thị B", "identityNumber": "001085012345",
			"phoneNumber": "0912345678", "email": "a@example.vn", "address": "Số 1 đường Mẫu",
		}},
		"procedure": map[string]any{
			"id": "p1", "code": "1.004194",
			"translate": []any{
				map[string]any{"languageId": 46, "name": "Temporary residence"},
				map[string]any{"languageId": 228, "name": "Đăng ký tạm trú"},
			},
			"sector": map[string]any{"id": "s", "name": []any{map[string]any{"languageId": 228, "name": "Đăng ký, quản lý cư trú"}}},
		},
		"dossierStatus":     map[string]any{"id": 2, "name": "Đang xử lý"},
		"dossierTaskStatus": map[string]any{"id": "x", "name": []any{map[string]any{"languageId": 228, "name": "Thẩm định"}}},
		"applyMethod":       map[string]any{"id": 1, "name": "Trực tiếp"},
		"appliedDate":       "2026-11-20T01:12:00.000+0000",
		"acceptedDate":      "2026-11-20T02:40:00.000+0000",
		"appointmentDate":   "2026-11-25T10:00:00.000+0000",
		"dueDate":           "2026-11-24T10:00:00.000+0000",
		"completedDate":     nil,
		"processingTime":    3, "processingTimeUnit": "d",
		"agency": map[string]any{"id": "a", "name": "UBND phường Đức Xuân", "code": "H55.17.05"},
		"currentTask": []any{map[string]any{
			"agency":                   map[string]any{"id": "b", "name": "Công an phường Đức Xuân"},
			"assignee":                 map[string]any{"fullname": "Lê Văn C"},
			"bpmProcessDefinitionTask": map[string]any{"name": "Cán bộ thẩm định hồ sơ"},
		}},
	}
	for k, v := range fields {
		if v == nil {
			delete(m, k)
		} else {
			m[k] = v
		}
	}
	b, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func at2026(m time.Month, d, hour, minute int) time.Time {
	return time.Date(2026, m, d, hour, minute, 0, 0, workday.Zone)
}
