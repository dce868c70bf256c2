package sandbox

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"motcua/client/clienttest/ask"
	"motcua/client/sandbox/adapter"
	"motcua/client/sandbox/fault"
)

func start(t *testing.T, o Options) *Running {
	t.Helper()
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Start(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	return r
}

func TestStartServesBothHalves(t *testing.T) {
	r := start(t, Options{Now: at(wednesday)})
	if status, _, _ := ask.Post(t, r.NationalURL+strings.TrimPrefix(listPath, NationalPath), struct{}{}); status != http.StatusCreated {
		t.Errorf("the national half: %d", status)
	}
	status, _, body := ask.Post(t, r.AdapterURL+"/h55"+adapter.LoginPath, map[string]string{"username": DefaultUsername, "password": DefaultPassword}, "dstcode", DefaultDstCode)
	if status != http.StatusOK || !strings.Contains(string(body), `"error_code":0`) {
		t.Errorf("the adapter: %d %s", status, body)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if err := r.Close(); err != nil {
		t.Errorf("a second Close: %v", err)
	}
	if _, _, _, err := ask.TryPost(r.FaultsURL, nil); err == nil {
		t.Error("a closed portal answers")
	}
}

func TestTheEndOfTheContextEndsThePortal(t *testing.T) {
	s, err := New(Options{Faults: []fault.Fault{{Kind: fault.Hang}}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	r, err := s.Start(ctx, "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	asked := make(chan error, 1)
	go func() {
		_, _, _, err := ask.TryPost(r.NationalURL+"/x", struct{}{})
		asked <- err
	}()
	cancel()
	done := make(chan error, 1)
	go func() { done <- r.Wait() }()
	for range 2 {
		select {
		case err := <-done:
			if err != nil {
				t.Errorf("the portal ended with %v", err)
			}
		case err := <-asked:
			if err == nil {
				t.Error("a hanging request was answered")
			}
		case <-time.After(time.Minute):
			t.Fatal("the portal does not end")
		}
	}
}

func TestATakenAddressIsAnError(t *testing.T) {
	r := start(t, Options{})
	s, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Start(t.Context(), r.Addr); err == nil {
		t.Error("two portals share an address")
	}
}
