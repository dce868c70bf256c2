package client_test

import (
	"errors"
	"testing"

	"motcua/client"
)

// One who leaves takes their answers along and nobody else's.
func TestDropDropsWhatWasAsked(t *testing.T) {
	sys := &system{id: "h55"}
	s := client.NewService(client.ServiceConfig{Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{sys}}}})
	mine := client.DossierQuery{Code: code(t, "H55.17.05-261120-0007")}
	theirs := client.DossierQuery{Code: code(t, "H55.17.05-261120-0008")}
	for _, q := range []client.DossierQuery{mine, theirs} {
		if _, err := s.Track(t.Context(), q); err != nil {
			t.Fatal(err)
		}
	}
	s.Drop(mine, client.DossierQuery{Code: mine.Code, Proof: "4321"})
	sys.err = down("h55")
	if _, err := s.Track(t.Context(), mine); !errors.Is(err, client.ErrUnavailable) {
		t.Errorf("mine: %v, want ErrUnavailable", err)
	}
	if _, err := s.Track(t.Context(), theirs); err != nil {
		t.Errorf("theirs: %v", err)
	}
	s.Drop()
}
