package national

import (
	"context"
	"errors"
	"net/http"
	"time"

	"motcua/client"
	"motcua/client/form"
	"motcua/client/rest"
)

// formPath answers with the file itself. Three code bases call it.
const formPath = "submitting/preview-attachment"

// formTimeout is long enough for a form of 170 KB, as one was seen, on a line of 64 kbit/s
// with others on it.
const formTimeout = 2 * time.Minute

type formRequest struct {
	FileID string `json:"fileId"`
}

// Form fetches the file of a form and checks it, see package form. client.ErrNotFound: the
// portal has none with that id.
func (s *Source) Form(ctx context.Context, f client.Form) (form.File, error) {
	id := rest.Raw(f.ID).ID()
	if id == "" {
		return form.File{}, client.ErrNotFound
	}
	data, err := rest.Fetch(ctx, s.rest, "form", formPath, formRequest{id}, form.Most, formTimeout)
	var status *rest.StatusError
	var down *client.UnavailableError
	switch {
	case errors.As(err, &status) && (status.Status == http.StatusBadRequest || status.Status == http.StatusNotFound):
		return form.File{}, client.ErrNotFound
	case errors.As(err, &down) && down.Cause == client.CauseTooLarge:
		return form.File{}, &form.Refused{Why: form.TooLarge}
	case err != nil:
		return form.File{}, err
	case data == nil:
		return form.File{}, client.ErrNotFound
	}
	return form.New(f.Name, data)
}
