package sandbox

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"motcua/client/clienttest/ask"
	"motcua/client/sandbox/adapter"
	"motcua/client/sandbox/dossiers"
)

const (
	listPath   = NationalPath + "/submitting/formality/list-all-public-formality-by-citizen"
	detailPath = NationalPath + "/configuring/formality/get-formality-by-citizen"
)

func TestOptionsAreChecked(t *testing.T) {
	for _, ids := range [][]string{{""}, {"mapi"}, {"a", "a"}} {
		var portals []dossiers.Portal
		for _, id := range ids {
			portals = append(portals, dossiers.Portal{ID: id})
		}
		if _, err := New(Options{Portals: portals}); err == nil {
			t.Errorf("portals %v were taken", ids)
		}
	}
}

func TestHandOverPage(t *testing.T) {
	_, server := newServer(t, Options{})
	if status, body := ask.Get(t, server.URL+HandOverPath+"?code=H55.17.05-261120-0007"); status != http.StatusOK || !strings.Contains(string(body), "DỮ LIỆU MẪU") {
		t.Errorf("%d %s", status, body)
	}
}

func TestPages(t *testing.T) {
	_, server := newServer(t, Options{})
	for path, want := range map[string]string{
		"/": "H55.17.05-261120-0007",
		"/thu-tuc-hanh-chinh/019d2bf7-770b-734d-b7fb-5e1995f194f4": "Đăng ký tạm trú",
	} {
		status, body := ask.Get(t, server.URL+path)
		if status != http.StatusOK || !strings.Contains(string(body), want) || !strings.Contains(string(body), "DỮ LIỆU MẪU") {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
}

// Whatever is sent, the answer is JSON in an envelope.
func FuzzRequests(f *testing.F) {
	s, err := New(Options{Now: at(wednesday)})
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range []string{listPath, detailPath, AdapterPath + adapter.LoginPath, AdapterPath + "/h55" + adapter.CallPath} {
		f.Add(path, `{"limit":2,"lastId":"x","q":"khai sinh","departmentCode":"H55"}`)
		f.Add(path, `{"id":"x","session":"y","service":"TraCuuHoSo","mahoso":"\u0000"}`)
		f.Add(path, `[`)
	}
	f.Fuzz(func(t *testing.T, path, body string) {
		if !strings.HasPrefix(path, NationalPath+"/") && !strings.HasPrefix(path, AdapterPath+"/") {
			return
		}
		u, err := url.ParseRequestURI(path)
		if err != nil || u.RawQuery != "" || u.Path != path {
			return
		}
		req := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
		req.URL = u
		answer := httptest.NewRecorder()
		s.Handler().ServeHTTP(answer, req)
		if strings.HasPrefix(answer.Header().Get("Content-Type"), "application/json") && !json.Valid(answer.Body.Bytes()) {
			t.Fatalf("%s %q: %d %s", path, body, answer.Code, answer.Body)
		}
	})
}
