package sandbox

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"
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
	r := start(t, Options{Now: at(tuesday)})
	if status, _, _ := post(t, r.NationalURL+strings.TrimPrefix(listPath, NationalPath), listRequest{}); status != http.StatusCreated {
		t.Errorf("the national half: %d", status)
	}
	if a := decode[trackAnswer](t, call(t, r.PortalURL("h55"), login(t, r.AdapterURL), TrackService, "H55.17.05-261120-0007")); len(a.Result) != 1 {
		t.Errorf("the adapter: %+v", a)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if err := r.Close(); err != nil {
		t.Errorf("a second Close: %v", err)
	}
	if _, _, _, err := try(r.FaultsURL, nil); err == nil {
		t.Error("a closed portal answers")
	}
}

func TestTheEndOfTheContextEndsThePortal(t *testing.T) {
	s, err := New(Options{Faults: []Fault{{Kind: FaultHang}}})
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
		_, _, _, err := try(r.NationalURL+"/x", struct{}{})
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
		case <-time.After(10 * time.Second):
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
