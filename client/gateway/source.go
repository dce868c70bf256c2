package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"time"

	"motcua/client"
	"motcua/client/rest"
)

// DefaultSource labels the answers. The gateway belongs to the national portal.
var DefaultSource = client.SourceName{ID: "gateway", Name: "Cổng Dịch vụ công quốc gia"}

// path is the one address of the gateway, below its base URL.
const path = "jsp/rest.jsp"

// Source asks the gateway. It is safe for concurrent use.
type Source struct{ rest *rest.Client }

// New checks the config. Nothing is sent yet. An empty Source means DefaultSource.
func New(cfg rest.Config) (*Source, error) {
	if cfg.Source.ID == "" {
		cfg.Source = DefaultSource
	}
	rc, err := rest.New(cfg)
	if err != nil {
		return nil, fmt.Errorf("gateway: %w", err)
	}
	return &Source{rc}, nil
}

// Source names the gateway.
func (s *Source) Source() client.SourceName { return s.rest.Source() }

// Date asks the gateway for its time, see rest.Client.Date.
func (s *Source) Date(ctx context.Context) (time.Time, error) { return s.rest.Date(ctx) }

// Close drops idle connections; the source stays usable.
func (s *Source) Close() { s.rest.Close() }

// args are the arguments of a service.
type args map[string]any

// ask calls a service and returns its rows.
func (s *Source) ask(ctx context.Context, service, kind string, with args) ([]row, error) {
	params := args{"service": service, "type": kind, "provider": "dvcquocgia"}
	for k, v := range with {
		params[k] = v
	}
	text, err := json.Marshal(params)
	if err != nil {
		return nil, fmt.Errorf("gateway: the question %s cannot be written", service)
	}
	var body json.RawMessage
	if _, err := s.rest.Do(ctx, rest.Request{
		Operation: service, Path: path, Form: url.Values{"params": {string(text)}}, Idempotent: true, Out: &body,
	}); err != nil {
		return nil, err
	}
	rows, err := parseRows(body)
	if err != nil {
		return nil, s.nonsense(fmt.Errorf("%s: %w", service, err))
	}
	return rows, nil
}

// nonsense is the error for an answer that arrived complete and makes no sense.
func (s *Source) nonsense(err error) error {
	return &client.UnavailableError{Source: s.Source(), Cause: client.CauseContent, Host: s.rest.Base().Host, Err: err}
}

var errShape = errors.New("an answer that is no list of rows")
