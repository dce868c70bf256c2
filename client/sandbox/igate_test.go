package sandbox

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

// get asks with GET and gives status and body.
func get(t *testing.T, address string, header ...string) (int, []byte) {
	t.Helper()
	req, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	return send(t, req, header...)
}

func send(t *testing.T, req *http.Request, header ...string) (int, []byte) {
	t.Helper()
	for i := 0; i+1 < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	resp, err := web.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, body
}

func igateToken(t *testing.T, sso, id, secret, grant string) (int, tokenAnswer) {
	t.Helper()
	form := url.Values{"grant_type": {grant}}
	req, err := http.NewRequest(http.MethodPost, sso+IGateTokenPath, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	req.SetBasicAuth(id, secret)
	status, body := send(t, req, "Content-Type", "application/x-www-form-urlencoded")
	return status, decode[tokenAnswer](t, body)
}

func TestIGateTokens(t *testing.T) {
	now := tuesday
	s, server := newServer(t, Options{Now: func() time.Time { return now }, SessionLife: 5 * time.Minute})
	at := IGateAt(server.URL, "")
	for _, tt := range []struct {
		id, secret, grant string
		status            int
	}{
		{"mau", "sai", "client_credentials", http.StatusUnauthorized},
		{"", "", "client_credentials", http.StatusUnauthorized},
		{"mau", "mau", "password", http.StatusBadRequest},
	} {
		if status, answer := igateToken(t, at.SSO, tt.id, tt.secret, tt.grant); status != tt.status || answer.Token != "" {
			t.Errorf("%v: %d %+v", tt, status, answer)
		}
	}
	status, answer := igateToken(t, at.SSO, DefaultClientID, DefaultClientSecret, "client_credentials")
	if status != http.StatusOK || answer.Token == "" || answer.Expires != 300 {
		t.Fatalf("%d %+v", status, answer)
	}
	search := func(want int) {
		t.Helper()
		status, _ := get(t, at.API+IGateSearchPath+"?page=0&size=10&spec=slice&code=H55.17.05-261120-0007", "Authorization", "Bearer "+answer.Token)
		if status != want {
			t.Errorf("search: %d, want %d", status, want)
		}
	}
	search(http.StatusOK)
	now = now.Add(5 * time.Minute)
	search(http.StatusUnauthorized)
	_, answer = igateToken(t, at.SSO, DefaultClientID, DefaultClientSecret, "client_credentials")
	search(http.StatusOK)
	s.EndTokens()
	search(http.StatusUnauthorized)
}

func TestIGateItem(t *testing.T) {
	_, server := newServer(t, Options{})
	at := IGateAt(server.URL, "h55")
	_, answer := igateToken(t, at.SSO, DefaultClientID, DefaultClientSecret, "client_credentials")
	find := func(code string) []byte {
		t.Helper()
		status, body := get(t, at.API+IGateSearchPath+"?code="+url.QueryEscape(code), "Authorization", "Bearer "+answer.Token)
		if status != http.StatusOK {
			t.Fatalf("%s: %d %s", code, status, body)
		}
		return body
	}
	body := find("H55.17.05-261120-0007")
	for _, piece := range []string{
		`"code":"H55.17.05-261120-0007"`, `"identityNumber":"000000001007"`, `"dossierStatus":{"id":2,"name":"Đang xử lý"}`,
		`"appointmentDate":"2026-11-25T10:00:00.000+0000"`, `"completedDate":null`, `"languageId":228`,
	} {
		if !strings.Contains(string(body), piece) {
			t.Errorf("%s is missing in %s", piece, body)
		}
	}
	// Nobody has it, or another ministry has.
	for _, code := range []string{"H55.17.05-261120-9999", "000.00.00.G01-261119-0019001", ""} {
		if a := decode[searchAnswer](t, find(code)); len(a.Content) != 0 || !a.Empty {
			t.Errorf("%s: %+v", code, a)
		}
	}
}

func TestIGateSettings(t *testing.T) {
	_, server := newServer(t, Options{})
	for _, portal := range []string{"", "h55"} {
		at := IGateAt(server.URL, portal)
		status, body := get(t, at.Portal+IGateSettingsPath)
		var settings map[string]string
		if err := json.Unmarshal(body, &settings); err != nil || status != http.StatusOK || settings["api"] != at.API || settings["sso"] != at.SSO {
			t.Errorf("%q: %d %s", portal, status, body)
		}
	}
}
