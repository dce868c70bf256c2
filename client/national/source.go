package national

import (
	"context"
	"fmt"
	"net/url"
	"time"

	"motcua/client"
	"motcua/client/news"
	"motcua/client/rest"
)

// DefaultBaseURL is the portal itself.
const DefaultBaseURL = "https://dichvucong.gov.vn/api/v1"

// DefaultSource labels the portal's answers.
var DefaultSource = client.SourceName{ID: "national", Name: "Cổng Dịch vụ công quốc gia"}

const (
	listPath   = "submitting/formality/list-all-public-formality-by-citizen"
	detailPath = "configuring/formality/get-formality-by-citizen"
	pagePath   = "thu-tuc-hanh-chinh" // the portal's own page of a procedure
)

// Config says which portal to ask, and with which pauses.
type Config struct {
	// Rest is the connection to the portal. An empty BaseURL means DefaultBaseURL, an
	// empty Source DefaultSource.
	Rest rest.Config
	// MinPause and MaxPause limit the random pause between two pages of All; 200 and
	// 500 ms when zero.
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

// News reads the portal's news over the same connection.
func (s *Source) News() *news.Reader { return news.New(s.rest) }

// AsOf is the zero time: the portal answers for now.
func (s *Source) AsOf() time.Time { return time.Time{} }

// Date asks the portal for its time, see rest.Client.Date.
func (s *Source) Date(ctx context.Context) (time.Time, error) { return s.rest.Date(ctx) }

// Close drops idle connections; the source stays usable.
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
