package national

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/rest"
)

// DefaultBaseURL is the portal itself.
const DefaultBaseURL = "https://dichvucong.gov.vn/api/v1"

// DefaultSource is what answers of the portal are labelled with.
var DefaultSource = client.SourceName{ID: "national", Name: "Cổng Dịch vụ công quốc gia"}

const (
	listPath   = "submitting/formality/list-all-public-formality-by-citizen"
	detailPath = "configuring/formality/get-formality-by-citizen"
	pagePath   = "thu-tuc-hanh-chinh" // the portal's own page of a procedure
)

// Config says which portal is asked and how politely.
type Config struct {
	// Rest reaches the portal. An empty BaseURL is DefaultBaseURL, an empty
	// Source is DefaultSource.
	Rest rest.Config
	// MinPause and MaxPause lie between two pages of All, with the wait drawn
	// evenly from them; 200 and 500 ms when zero.
	MinPause, MaxPause time.Duration
}

// Source answers from the portal. It is safe for concurrent use.
type Source struct {
	rest     *rest.Client
	ids      *idMemory
	minPause time.Duration
	maxPause time.Duration
}

var _ client.ProcedureSource = (*Source)(nil)

// New checks the config. Nothing is sent yet.
func New(cfg Config) (*Source, error) {
	if cfg.Rest.BaseURL == "" {
		cfg.Rest.BaseURL = DefaultBaseURL
	}
	if cfg.Rest.Source.ID == "" {
		cfg.Rest.Source = DefaultSource
	}
	rc, err := rest.New(cfg.Rest)
	if err != nil {
		return nil, fmt.Errorf("national portal: %w", err)
	}
	return newSource(rc, cfg), nil
}

func newSource(rc *rest.Client, cfg Config) *Source {
	s := &Source{rest: rc, ids: newIDMemory(maxIDs), minPause: cfg.MinPause, maxPause: cfg.MaxPause}
	if s.minPause <= 0 {
		s.minPause = 200 * time.Millisecond
	}
	if s.maxPause <= 0 {
		s.maxPause = 500 * time.Millisecond
	}
	s.maxPause = max(s.maxPause, s.minPause)
	return s
}

// Source names the portal.
func (s *Source) Source() client.SourceName { return s.rest.Source() }

// AsOf is the zero time: the portal answers for now.
func (s *Source) AsOf() time.Time { return time.Time{} }

// Date asks the portal what time it is, see rest.Client.Date.
func (s *Source) Date(ctx context.Context) (time.Time, error) { return s.rest.Date(ctx) }

// Close drops idle connections; the source can be asked again.
func (s *Source) Close() { s.rest.Close() }

// Link is the portal's own page of a procedure, for a QR code; "" without id.
func (s *Source) Link(id string) string {
	if id == "" {
		return ""
	}
	u := s.rest.Base()
	link := url.URL{Scheme: u.Scheme, Host: u.Host}
	return link.JoinPath(pagePath, url.PathEscape(id)).String()
}

// envelope is around every answer. 200 and 201 both occur, so the status says
// little and Code has to be "OK".
type envelope[T any] struct {
	Code rest.Raw       `json:"code"`
	Data rest.Object[T] `json:"data"`
}

// call posts in and gives the data of the answer, which may be absent.
func call[T any](ctx context.Context, s *Source, operation, path string, in any) (rest.Object[T], error) {
	var env envelope[T]
	_, err := s.rest.Do(ctx, rest.Request{
		Operation: operation, Path: path, JSON: in, Idempotent: true, Out: &env,
	})
	if err != nil {
		return rest.Object[T]{}, err
	}
	if !strings.EqualFold(string(env.Code), "OK") {
		return rest.Object[T]{}, s.nonsense(fmt.Errorf("%s: envelope does not say OK", operation))
	}
	return env.Data, nil
}

// nonsense is an answer that arrived whole and makes no sense.
func (s *Source) nonsense(err error) error {
	return &client.UnavailableError{Source: s.Source(), Cause: client.CauseContent, Host: s.rest.Base().Host, Err: err}
}

// badRequest tells whether the portal answered 400, its word for an unknown id.
func badRequest(err error) bool {
	var status *rest.StatusError
	return errors.As(err, &status) && status.Status == http.StatusBadRequest
}
