package server

import (
	"context"

	"motcua/client"
)

// notedService records the contexts of look-ups.
type notedService struct {
	*desk
	asked chan<- context.Context
}

func (s notedService) Track(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
	s.asked <- ctx
	return s.desk.Track(ctx, q)
}
