// Package handover stands for systems that want a captcha, or that no program
// may ask: the person goes on at the portal's own page, by QR code. A captcha is
// never bypassed, so nothing is ever sent here.
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
	// Page is where a person looks a dossier up: http or https.
	Page string
	// CodeField is the query field in which the page takes a dossier code;
	// empty: the page is opened bare and the person types it.
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
		return nil, errors.New("hand-over: page must not hold a user") // it would stand in a QR code
	}
	return &Source{name: cfg.Source, page: *u, field: cfg.CodeField}, nil
}

// Source names the system.
func (s *Source) Source() client.SourceName { return s.name }

// Dossier gives a *client.HandOverError with the page, the code in it when the
// page takes one. The proof never is: it would stand in a QR code and in the
// page's address. The answer is the same for every code, known or not.
func (s *Source) Dossier(_ context.Context, q client.DossierQuery) (client.Dossier, error) {
	if q.Code.IsZero() {
		return client.Dossier{}, client.ErrNotFound
	}
	return client.Dossier{}, &client.HandOverError{URL: s.Link(q.Code)}
}

// Link is the page, with the code in it when it takes one.
func (s *Source) Link(dossierCode code.Dossier) string {
	u := s.page
	if s.field != "" {
		query := u.Query()
		query.Set(s.field, dossierCode.String())
		u.RawQuery = query.Encode()
	}
	return u.String()
}
