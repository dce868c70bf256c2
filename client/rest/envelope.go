package rest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"motcua/client"
)

// Envelope wraps every answer of the national portal. Both 200 and 201 occur, so success is
// Code "OK" and not the status.
type Envelope[T any] struct {
	Code Raw       `json:"code"`
	Data Object[T] `json:"data"`
}

// Post posts in to the national portal and returns the data of the answer, which may be
// absent. The error is as that of Do.
func Post[T any](ctx context.Context, c *Client, operation, path string, in any) (Object[T], error) {
	var env Envelope[T]
	if _, err := c.Do(ctx, Request{Operation: operation, Path: path, JSON: in, Idempotent: true, Out: &env}); err != nil {
		return Object[T]{}, err
	}
	if !strings.EqualFold(string(env.Code), "OK") {
		return Object[T]{}, c.Nonsense(fmt.Errorf("%s: envelope does not say OK", operation))
	}
	return env.Data, nil
}

// Nonsense returns the error for an answer that arrived complete and makes no sense.
func (c *Client) Nonsense(err error) error {
	return &client.UnavailableError{Source: c.cfg.Source, Cause: client.CauseContent, Host: c.base.Host, Err: err}
}

// Fetch posts in to the national portal and returns the file that it answers with, of at
// most limit bytes. No data and no error: it answers in JSON that it has no such file.
func Fetch(ctx context.Context, c *Client, operation, path string, in any, limit int, timeout time.Duration) (Body, error) {
	var file Body
	_, err := c.Do(ctx, Request{
		Operation: operation, Path: path, JSON: in, Idempotent: true, Out: &file, Limit: limit, Timeout: timeout,
		Header: map[string]string{"Accept": "*/*"},
	})
	if err != nil {
		return nil, err
	}
	var env Envelope[struct{}]
	if json.Unmarshal(file, &env) == nil {
		if strings.EqualFold(string(env.Code), "OK") {
			return nil, c.Nonsense(fmt.Errorf("%s: an envelope instead of a file", operation))
		}
		return nil, nil
	}
	return file, nil
}

// BadRequest reports whether the portal answered 400, as it does for an id or a kind of
// applicant that it does not know.
func BadRequest(err error) bool {
	var status *StatusError
	return errors.As(err, &status) && status.Status == http.StatusBadRequest
}
