// Package handover represents systems that want a captcha or that no program may ask:
// the person continues on the portal's own page, by QR code. A captcha is never
// bypassed, so this package sends no requests.
package handover

import (
	"context"
	"errors"
	"net/url"
	"strings"

	"motcua/client"
	"motcua/client/code"
)

// Config is one system and its page.
type Config struct {
	Source client.SourceName
	// Page is the page on which a person looks a dossier up: http or https.
	Page string
	// CodeField is the query parameter in which the page takes a dossier code;
	// empty: the page takes none, and the person types it there.
	CodeField string
}

// Source answers every look-up with the page. It is safe for concurrent use.
type Source struct {
	name  client.SourceName
	page  url.URL
	field string
}

var _ client.DossierSource = (*Source)(nil)

// New checks the config.
func New(cfg Config) (*Source, error) {
	u, err := url.Parse(strings.TrimSpace(cfg.Page))
	switch {
	case err != nil:
		return nil, errors.New("hand-over: page cannot be read as a URL")
	case u.Scheme != "https" && u.Scheme != "http" || u.Host == "":
		return nil, errors.New("hand-over: page needs http or https and a host")
	case u.User != nil:
		return nil, errors.New("hand-over: page must not hold a user") // the QR code would show it
	}
	return &Source{name: cfg.Source, page: *u, field: cfg.CodeField}, nil
}

// Source names the system.
func (s *Source) Source() client.SourceName { return s.name }

// Dossier returns a *client.HandOverError with the page, including the code when the page
// takes one. It never includes the proof, which the QR code and the URL would show. The
// answer is the same for every code, known or not.
func (s *Source) Dossier(_ context.Context, q client.DossierQuery) (client.Dossier, error) {
	if q.Code.IsZero() {
		return client.Dossier{}, client.ErrNotFound
	}
	return client.Dossier{}, &client.HandOverError{URL: s.Link(q.Code)}
}

// Link returns the page, including the code when the page takes one.
func (s *Source) Link(dossierCode code.Dossier) string {
	u := s.page
	if s.field != "" {
		query := u.Query()
		query.Set(s.field, dossierCode.String())
		u.RawQuery = query.Encode()
	}
	return u.String()
}
