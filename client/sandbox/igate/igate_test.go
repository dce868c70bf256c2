package igate

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"motcua/client/clienttest/ask"
	"motcua/client/facts"
	"motcua/client/sandbox/dossiers"
	"motcua/client/sandbox/login"
	"motcua/client/workday"
)

// morning is the morning of a working day.
func morning() time.Time { return time.Date(2026, 11, 25, 8, 14, 0, 0, workday.Zone) }

// newGate serves an iGate and gives the addresses of one portal. Its tokens live five minutes.
func newGate(t *testing.T, now func() time.Time, portal string) (URLs, *login.Sessions) {
	t.Helper()
	tokens := login.New(now, 5*time.Minute)
	book := dossiers.NewBook(now, facts.Calendar(), dossiers.DefaultPortals(), nil)
	server := httptest.NewServer(New(book, tokens, Account{ClientID: "mau", ClientSecret: "mau", TokenLife: 5 * time.Minute}).Routes("/igate"))
	t.Cleanup(server.Close)
	return At(server.URL+"/igate", portal), tokens
}

func askToken(t *testing.T, sso, id, secret, grant string) (int, tokenAnswer) {
	t.Helper()
	form := url.Values{"grant_type": {grant}}
	req, err := http.NewRequest(http.MethodPost, sso+TokenPath, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	req.SetBasicAuth(id, secret)
	status, body := ask.Send(t, req, "Content-Type", "application/x-www-form-urlencoded")
	return status, ask.Decode[tokenAnswer](t, body)
}

func TestIGateTokens(t *testing.T) {
	now := morning()
	at, tokens := newGate(t, func() time.Time { return now }, "")
	for _, tt := range []struct {
		id, secret, grant string
		status            int
	}{
		{"mau", "sai", "client_credentials", http.StatusUnauthorized},
		{"", "", "client_credentials", http.StatusUnauthorized},
		{"mau", "mau", "password", http.StatusBadRequest},
	} {
		if status, answer := askToken(t, at.SSO, tt.id, tt.secret, tt.grant); status != tt.status || answer.Token != "" {
			t.Errorf("%v: %d %+v", tt, status, answer)
		}
	}
	status, answer := askToken(t, at.SSO, "mau", "mau", "client_credentials")
	if status != http.StatusOK || answer.Token == "" || answer.Expires != 300 {
		t.Fatalf("%d %+v", status, answer)
	}
	search := func(want int) {
		t.Helper()
		status, _ := ask.Get(t, at.API+SearchPath+"?page=0&size=10&spec=slice&code=H55.17.05-261120-0007", "Authorization", "Bearer "+answer.Token)
		if status != want {
			t.Errorf("search: %d, want %d", status, want)
		}
	}
	search(http.StatusOK)
	now = now.Add(5 * time.Minute)
	search(http.StatusUnauthorized)
	_, answer = askToken(t, at.SSO, "mau", "mau", "client_credentials")
	search(http.StatusOK)
	tokens.End()
	search(http.StatusUnauthorized)
}

func TestIGateItem(t *testing.T) {
	at, _ := newGate(t, morning, "h55")
	_, answer := askToken(t, at.SSO, "mau", "mau", "client_credentials")
	find := func(code string) []byte {
		t.Helper()
		status, body := ask.Get(t, at.API+SearchPath+"?code="+url.QueryEscape(code), "Authorization", "Bearer "+answer.Token)
		if status != http.StatusOK {
			t.Fatalf("%s: %d %s", code, status, body)
		}
		return body
	}
	body := find("H55.17.05-261120-0007")
	for _, piece := range []string{
		`"code":"H55.17.05-261120-0007"`, `"identityNumber":"000000001007"`, `"dossierStatus":{"id":2,"name":"Đang xử lý"}`,
		`"appointmentDate":"2026-11-26T10:00:00.000+0000"`, `"completedDate":null`, `"languageId":228`,
	} {
		if !strings.Contains(string(body), piece) {
			t.Errorf("%s is missing in %s", piece, body)
		}
	}
	// Nobody has it, or another ministry has.
	for _, code := range []string{"H55.17.05-261120-9999", "000.00.00.G01-261119-0019001", ""} {
		if a := ask.Decode[searchAnswer](t, find(code)); len(a.Content) != 0 || !a.Empty {
			t.Errorf("%s: %+v", code, a)
		}
	}
}

func TestIGateSettings(t *testing.T) {
	for _, portal := range []string{"", "h55"} {
		at, _ := newGate(t, morning, portal)
		status, body := ask.Get(t, at.Portal+SettingsPath)
		var settings map[string]string
		if err := json.Unmarshal(body, &settings); err != nil || status != http.StatusOK || settings["api"] != at.API || settings["sso"] != at.SSO {
			t.Errorf("%q: %d %s", portal, status, body)
		}
	}
}
