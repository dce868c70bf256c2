package rest

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
	"unsafe"

	"motcua/client"
)

// What a transport keeps of a request must not hang on to its whole URL: the code
// of somebody's dossier is in it.
func TestAConnectionKeepsNothingOfAURL(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/from" {
			http.Redirect(w, r, "/to?code=H55.17.05-261120-0008", http.StatusTemporaryRedirect)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte("{}"))
	}))
	defer server.Close()
	c, err := New(Config{BaseURL: server.URL, Source: client.SourceName{ID: "thu"}, Timeout: 5 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	seen := 0
	c.resty.SetTransport(watched{c.transport, func(req *http.Request) {
		seen++
		for _, own := range []struct{ name, got, want string }{
			{"scheme", req.URL.Scheme, c.base.Scheme}, {"host", req.URL.Host, c.base.Host}, {"host of the request", req.Host, c.base.Host},
		} {
			if unsafe.StringData(own.got) != unsafe.StringData(own.want) {
				t.Errorf("%s: the %s is a piece of the whole URL", req.URL.Path, own.name)
			}
		}
	}})
	if _, err := c.Do(t.Context(), Request{Operation: "thu", Path: "from", Idempotent: true}); err != nil {
		t.Fatal(err)
	}
	if seen != 2 {
		t.Errorf("%d requests, want one and where it was sent on to", seen)
	}
}

type watched struct {
	http.RoundTripper
	see func(*http.Request)
}

func (w watched) RoundTrip(req *http.Request) (*http.Response, error) {
	w.see(req)
	return w.RoundTripper.RoundTrip(req)
}
