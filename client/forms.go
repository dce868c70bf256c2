package client

import (
	"context"
	"errors"

	"motcua/client/form"
)

// formSource is a source that has the files of forms.
type formSource interface {
	Source() SourceName
	Form(ctx context.Context, f Form) (form.File, error)
}

// Form fetches the file of a form of a procedure. ErrNotFound: nobody has it. A
// *form.Refused tells why a file is not handed on. No file is kept on this machine, so
// the error is ErrOffline without a network.
func (s *Service) Form(ctx context.Context, f Form) (a Answer[form.File], err error) {
	if s.cfg.Offline {
		return a, ErrOffline
	}
	err = ErrNotFound
	for _, src := range s.cfg.Procedures {
		files, ok := src.(formSource)
		if !ok {
			continue
		}
		a.Source = files.Source()
		a.Value, err = asking(a.Source, func() (form.File, error) { return files.Form(ctx, f) })
		if ctx.Err() != nil {
			return a, ctx.Err()
		}
		if a.AsOf, err = s.Now(), s.health.note(a.Source, s.Now(), err); err == nil || !errors.Is(err, ErrNotFound) {
			break
		}
	}
	return a, err
}
