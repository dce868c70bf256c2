package igate

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/decode"
	"motcua/client/rest"
)

// The paths of an iGate installation, the same in all installations seen.
const (
	DefaultTokenPath    = "auth/realms/digo/protocol/openid-connect/token"
	DefaultSearchPath   = "pa/dossier-search/dvc"
	DefaultSettingsPath = "vi/assets/app.config.json"
)

// Config is an operator's account at one iGate installation, used with the
// owner's consent.
type Config struct {
	Rest rest.Config // BaseURL is that of the API, Source names the system
	// SSO is the base URL of the log-in server; Rest's settings apply to it too.
	SSO string
	// Portal is the base URL of the public pages, which have the settings file;
	// empty: it is not read.
	Portal string

	ClientID     string
	ClientSecret string

	// The paths; empty ones mean the defaults above.
	TokenPath, SearchPath, SettingsPath string

	// OnUnknown is called for states that are none of the ten, for a metric.
	OnUnknown decode.OnUnknown
}

// Source answers from one iGate. It is safe for concurrent use.
type Source struct {
	cfg    Config
	api    *rest.Client
	sso    *rest.Client
	portal *rest.Client // nil without Config.Portal
	now    func() time.Time

	token    token
	badDates atomic.Int64
	unknown  atomic.Int64
}

var _ client.DossierSource = (*Source)(nil)

// New checks the config. Nothing is sent yet.
func New(cfg Config) (*Source, error) {
	if cfg.ClientID == "" || cfg.ClientSecret == "" {
		return nil, errors.New("iGate: client id and client secret are needed")
	}
	s := &Source{cfg: cfg, now: time.Now}
	s.token.gate = make(chan struct{}, 1)
	for _, p := range []struct {
		path *string
		std  string
	}{
		{&s.cfg.TokenPath, DefaultTokenPath},
		{&s.cfg.SearchPath, DefaultSearchPath},
		{&s.cfg.SettingsPath, DefaultSettingsPath},
	} {
		// Operators write paths with a leading slash.
		if *p.path = strings.Trim(*p.path, "/"); *p.path == "" {
			*p.path = p.std
		}
	}
	var err error
	if s.api, err = rest.New(cfg.Rest); err != nil {
		return nil, fmt.Errorf("iGate: API: %w", err)
	}
	if s.sso, err = rest.New(at(cfg.Rest, cfg.SSO)); err != nil {
		return nil, fmt.Errorf("iGate: log-in server: %w", err)
	}
	if cfg.Portal != "" {
		if s.portal, err = rest.New(at(cfg.Rest, cfg.Portal)); err != nil {
			return nil, fmt.Errorf("iGate: portal: %w", err)
		}
	}
	return s, nil
}

func at(cfg rest.Config, base string) rest.Config {
	cfg.BaseURL = base
	return cfg
}

// Source names the system.
func (s *Source) Source() client.SourceName { return s.api.Source() }

// Date asks the API for its time, see rest.Client.Date. It fails when the log-in server
// cannot be reached.
func (s *Source) Date(ctx context.Context) (time.Time, error) {
	at, err := s.api.Date(ctx)
	if err == nil {
		_, err = s.sso.Date(ctx)
	}
	return at, err
}

// Close drops idle connections; the source stays usable.
func (s *Source) Close() {
	s.api.Close()
	s.sso.Close()
	if s.portal != nil {
		s.portal.Close()
	}
}

// InvalidDates counts the dates that could not be read and were left out.
func (s *Source) InvalidDates() int64 { return s.badDates.Load() }

// UnknownStates counts the answers whose state is none of the ten.
func (s *Source) UnknownStates() int64 { return s.unknown.Load() }

// Dossier finds a dossier by its code. Without a proof the result says ProofNeeded and
// holds nothing personal. The proof is the end of the identity or telephone number on
// file; a wrong one returns client.ErrNotFound after a single search, as an unknown code
// does.
func (s *Source) Dossier(ctx context.Context, q client.DossierQuery) (client.Dossier, error) {
	if q.Code.IsZero() {
		return client.Dossier{}, client.ErrNotFound
	}
	var body searchBody
	if err := s.search(ctx, q.Code, &body); err != nil {
		return client.Dossier{}, err
	}
	d, state, err := readDossier(body.Content, q, &s.badDates)
	if err != nil {
		return client.Dossier{}, err
	}
	if !d.Status.Known() {
		s.unknown.Add(1)
		s.cfg.OnUnknown.Tell(s.Source(), state)
	}
	return d, nil
}

// search searches with the current token, and once more with a new one when the API
// rejects it: tokens become invalid before their time when a server restarts.
func (s *Source) search(ctx context.Context, dossierCode code.Dossier, out *searchBody) error {
	bad := ""
	for {
		key, err := s.login(ctx, bad)
		if err != nil {
			return err
		}
		*out = searchBody{}
		_, err = s.api.Do(ctx, rest.Request{
			Operation: "dossier", Path: s.cfg.SearchPath,
			Query: url.Values{
				"page": {"0"}, "size": {"10"}, "spec": {"slice"}, "code": {dossierCode.String()},
			},
			Header:     map[string]string{"Authorization": "Bearer " + key},
			Idempotent: true, Out: out,
		})
		if !refused(err) {
			return err
		}
		if bad != "" {
			s.token.rejected.Store(s.now().UnixNano())
			return err
		}
		if s.now().Sub(time.Unix(0, s.token.rejected.Load())) < rejectedRest {
			return err
		}
		bad = key
	}
}

func refused(err error) bool {
	var u *client.UnavailableError
	return errors.As(err, &u) && u.Cause == client.CauseRefused
}
