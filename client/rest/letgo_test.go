package rest

import (
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
	"unsafe"

	"motcua/client"
)

// The parts of a request that a transport keeps must not keep its whole URL in memory, because
// that contains a dossier's code.
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

// A call that is in progress at Close leaves no connection behind, even if the next person has
// already begun to ask, after which net/http's transport keeps connections again.
func TestACloseDuringACallClosesItsConnection(t *testing.T) {
	asked, answer := make(chan struct{}), make(chan struct{})
	states := make(chan http.ConnState, 100)
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/slow" {
			close(asked)
			<-answer
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte("{}"))
	}))
	server.Config.ConnState = func(_ net.Conn, s http.ConnState) { states <- s }
	server.Start()
	defer server.Close()
	c, err := New(Config{BaseURL: server.URL, Source: client.SourceName{ID: "thu"}, Timeout: 20 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	call := func(path string) error {
		_, err := c.Do(t.Context(), Request{Operation: "thu", Path: path, Idempotent: true})
		return err
	}
	if err := call("before"); err != nil {
		t.Fatal(err)
	}
	told := make(chan error, 1)
	go func() { told <- call("slow") }() // on the connection of the call before
	<-asked
	c.Close()
	if err := call("next"); err != nil {
		t.Fatal(err)
	}
	close(answer)
	if err := <-told; err != nil {
		t.Fatal(err)
	}
	opened, closed := 0, 0
	for late := time.After(time.Minute); closed < 2; {
		select {
		case s := <-states:
			switch s {
			case http.StateNew:
				opened++
			case http.StateClosed:
				closed++
			}
		case <-late:
			t.Fatalf("of %d connections %d were closed", opened, closed)
		}
	}
	if opened != 2 {
		t.Errorf("%d connections, want 2", opened)
	}
	if err := call("after"); err != nil {
		t.Errorf("it answers no more: %v", err)
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
