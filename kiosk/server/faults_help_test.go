package server

import (
	"context"
	"os"
	"os/signal"

	"motcua/client"
)

func notify(c chan<- os.Signal, sig os.Signal) { signal.Notify(c, sig) }
func unnotify(c chan<- os.Signal)              { signal.Stop(c) }

// notedService tells with which context a dossier was asked for.
type notedService struct {
	*desk
	asked chan<- context.Context
}

func (s notedService) Track(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
	s.asked <- ctx
	return s.desk.Track(ctx, q)
}
