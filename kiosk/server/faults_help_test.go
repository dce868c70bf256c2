package server

import (
	"context"

	"motcua/client"
)

// notedService tells with which context a dossier was asked for.
type notedService struct {
	*desk
	asked chan<- context.Context
}

func (s notedService) Track(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
	s.asked <- ctx
	return s.desk.Track(ctx, q)
}
