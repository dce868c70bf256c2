package client_test

import (
	"context"
	"errors"
	"testing"

	"motcua/client"
)

// One who leaves takes their answers along and nobody else's.
func TestDropDropsWhatWasAsked(t *testing.T) {
	sys := &system{id: "h55"}
	s := client.NewService(client.ServiceConfig{Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{sys}}}})
	mine := client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")}
	theirs := client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0008")}
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

// An answer that comes when the person is gone stays with nobody.
func TestALateAnswerIsNotKept(t *testing.T) {
	q := client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")}
	for name, leave := range map[string]func(*client.Service){
		"all are forgotten": (*client.Service).Forget,
		"one has left":      func(s *client.Service) { s.Drop(q) },
		"nobody leaves":     func(*client.Service) {},
	} {
		t.Run(name, func(t *testing.T) {
			sys := &lateSystem{system: &system{id: "h55"}, asked: make(chan struct{}, 2), answer: make(chan struct{})}
			s := client.NewService(client.ServiceConfig{Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{sys}}}})
			told := make(chan error)
			go func() {
				_, err := s.Track(t.Context(), q)
				told <- err
			}()
			<-sys.asked
			leave(s)
			close(sys.answer)
			if err := <-told; err != nil {
				t.Fatal(err)
			}
			sys.system.err = down("h55")
			_, err := s.Track(t.Context(), q)
			if kept := err == nil; kept != (name == "nobody leaves") {
				t.Errorf("asked again: %v", err)
			}
		})
	}
}

// lateSystem answers when it is told to, whoever still waits.
type lateSystem struct {
	*system
	asked, answer chan struct{}
}

func (s *lateSystem) Dossier(ctx context.Context, q client.DossierQuery) (client.Dossier, error) {
	s.asked <- struct{}{}
	<-s.answer
	return s.system.Dossier(ctx, q)
}

// What a portal sent lies in the buffers of its connections, names and all.
func TestWhoForgetsClosesIdleConnections(t *testing.T) {
	procedures, dossiers := &connected{portal: &portal{id: "quoc-gia"}}, &connected{system: &system{id: "h55"}}
	s := client.NewService(client.ServiceConfig{
		Procedures: []client.ProcedureSource{connectedPortal{procedures}},
		Routes:     []client.Route{{Match: "*", Sources: []client.DossierSource{connectedSystem{dossiers}, &system{id: "trang"}}}},
	})
	s.Forget()
	s.Drop()
	if procedures.closed != 2 || dossiers.closed != 2 {
		t.Errorf("closed %d times and %d times, want twice each", procedures.closed, dossiers.closed)
	}
}

type connected struct {
	*portal
	*system
	closed int
}

func (c *connected) Close() { c.closed++ }

type connectedPortal struct{ *connected }

func (c connectedPortal) Source() client.SourceName { return c.portal.Source() }

type connectedSystem struct{ *connected }

func (c connectedSystem) Source() client.SourceName { return c.system.Source() }
