package opencps

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/decode"
	"motcua/client/rest"
	"motcua/client/sending"
)

// BasePath is the path of the API on a portal.
const BasePath = "/o/rest/v2"

// codeMark is the placeholder for the code in Config.Path.
const codeMark = "{code}"

// DefaultPath asks for a dossier as if its code were its id.
const DefaultPath = "dossiers/" + codeMark

// stepsTimeout limits the additional wait for the steps; after it the dossier is shown
// without them.
const stepsTimeout = 5 * time.Second

// Config is one OpenCPS portal.
type Config struct {
	Rest rest.Config // BaseURL ends in BasePath, Source names the system
	// GroupID is the header `groupId`: the site of the agency on the portal.
	GroupID string

	// Path is the path of a dossier, below the base URL; "{code}" in it is replaced by
	// the code. Empty: DefaultPath.
	Path string
	// CodeField is a query parameter that takes the code instead, for a portal that
	// searches for dossiers; Path then contains no "{code}".
	CodeField string
	// Steps says how process steps are read; without Steps.At none are asked for.
	Steps StepFields

	// OnUnknown is called for states that are none of the ten, for a metric.
	OnUnknown decode.OnUnknown
	// OnTakesAny is called when the portal is found to accept any secret, for a log; nil:
	// not called.
	OnTakesAny func(client.SourceName)
}

// Source answers from one OpenCPS. It is safe for concurrent use.
type Source struct {
	cfg      Config
	rest     *rest.Client
	now      func() time.Time
	judging  judging
	badDates atomic.Int64
	unknown  atomic.Int64
}

var _ client.DossierSource = (*Source)(nil)

// New checks the config. Nothing is sent yet.
func New(cfg Config) (*Source, error) {
	if cfg.Path = strings.Trim(cfg.Path, "/"); cfg.Path == "" {
		cfg.Path = DefaultPath
		if cfg.CodeField != "" {
			cfg.Path = "dossiers"
		}
	}
	switch marks := strings.Count(cfg.Path, codeMark); {
	case strings.ContainsAny(cfg.Path, "?#\\"):
		return nil, errors.New("OpenCPS: path must hold no query")
	case marks == 0 && cfg.CodeField == "":
		return nil, fmt.Errorf("OpenCPS: path needs %s, or a query field for the code", codeMark)
	case marks > 0 && cfg.CodeField != "" || marks > 1:
		return nil, fmt.Errorf("OpenCPS: the code has one place, %s in the path or a query field", codeMark)
	}
	if strings.ContainsFunc(cfg.GroupID, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return nil, errors.New("OpenCPS: groupId is no header value")
	}
	cfg.Steps.fill()
	rc, err := rest.New(cfg.Rest)
	if err != nil {
		return nil, fmt.Errorf("OpenCPS: %w", err)
	}
	return &Source{cfg: cfg, rest: rc, now: time.Now}, nil
}

// Source names the system.
func (s *Source) Source() client.SourceName { return s.rest.Source() }

// Date asks the portal for its time, see rest.Client.Date.
func (s *Source) Date(ctx context.Context) (time.Time, error) { return s.rest.Date(ctx) }

// Close drops idle connections; the source stays usable.
func (s *Source) Close() { s.rest.Close() }

// InvalidDates counts the dates that could not be read and were left out.
func (s *Source) InvalidDates() int64 { return s.badDates.Load() }

// UnknownStates counts the answers whose state is none of the ten.
func (s *Source) UnknownStates() int64 { return s.unknown.Load() }

// Dossier finds a dossier by its code. The proof is the secret on the receipt, typed or
// from its link. A portal that answers without it shows the public part, with
// ProofNeeded. One that does not returns client.ErrNotFound, as it does for a wrong
// secret and an unknown code, each after a single request.
//
// To a portal that accepts any secret none is sent: the public part is shown, with
// ProofNone, and a typed proof returns client.ErrUnjudged for every code. While that is
// not known, a typed secret that opens returns client.ErrUnavailable, and one from a link
// leaves the private part closed.
func (s *Source) Dossier(ctx context.Context, q client.DossierQuery) (client.Dossier, error) {
	if q.Code.IsZero() {
		return client.Dossier{}, client.ErrNotFound
	}
	secret := strings.TrimSpace(q.Proof)
	typed := secret != ""
	if !typed {
		secret = q.Secret // the receipt's link brought it
	}
	known := s.judging.known(s.now())
	if known == takesAny {
		if typed {
			sending.Sends(ctx) // nothing is sent, so nothing is charged
			return client.Dossier{}, &client.UnjudgedError{Source: s.Source()}
		}
		secret = ""
	}
	possible := secret == "" || isSecret(secret)
	if !possible {
		// A text that cannot be a secret (a whole identity number, say) is not sent. The
		// portal is asked all the same, so that the answer takes as long.
		secret = ""
	}
	rows, err := s.ask(ctx, q.Code, secret, true)
	if err != nil {
		return client.Dossier{}, err
	}
	if !possible {
		return client.Dossier{}, client.ErrNotFound
	}
	if secret != "" && has(rows, q.Code) {
		known = s.judged(ctx, q.Code, secret)
		switch {
		case !typed || known == judgesSecrets:
		case known == takesAny:
			return client.Dossier{}, &client.UnjudgedError{Source: s.Source()}
		default:
			return client.Dossier{}, &client.UnavailableError{
				Source: s.Source(), Cause: client.CauseTimeout, Host: s.rest.Base().Host, Err: errUnjudged,
			}
		}
	}
	d, b, err := readDossier(rows, q, secret != "" && known == judgesSecrets, &s.badDates)
	if err != nil {
		return client.Dossier{}, err
	}
	if known == takesAny {
		d.Proof = client.ProofNone // no proof is possible
	}
	steps, officials := s.steps(ctx, q.Code, b, secret, d.Private != nil)
	if len(steps) > 0 {
		d.Steps = steps
	}
	decode.Hide(&d, append(officials, b.people...)...)
	if !d.Status.Known() {
		s.unknown.Add(1)
		s.cfg.OnUnknown.Tell(s.Source(), string(b.State))
	}
	return d, nil
}

var errUnjudged = errors.New("whether it judges secrets is not known yet")

// Secrets have four characters (portal body); a few more are accepted in case an
// installation prints longer ones, but not as many as an identity or telephone number
// has.
const minSecret, maxSecret = 4, 16

func isSecret(s string) bool {
	return len(s) >= minSecret && len(s) <= maxSecret && !code.IsWholeNumber(s) && !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' })
}

// ask asks for the dossier of a code; again allows retries.
func (s *Source) ask(ctx context.Context, dossierCode code.Dossier, secret string, again bool) (rows, error) {
	var body rows
	path := strings.Replace(s.cfg.Path, codeMark, rest.Path(dossierCode.String()), 1)
	query := url.Values{}
	if s.cfg.CodeField != "" {
		query.Set(s.cfg.CodeField, dossierCode.String())
	}
	if secret != "" {
		query.Set("secretKey", secret)
	}
	res, err := s.rest.Do(ctx, rest.Request{
		Operation: "dossier", Path: path, Query: query, Header: s.header(), Idempotent: again, Out: &body,
	})
	if refused(res, err) {
		return nil, client.ErrNotFound
	}
	return body, err
}

func (s *Source) header() map[string]string {
	if s.cfg.GroupID == "" {
		return nil
	}
	return map[string]string{"groupId": s.cfg.GroupID}
}

// refused reports whether the portal refused: 203 with a message for a wrong secret. Its
// answer to an unknown dossier or without a secret is not known, so any status that
// denies counts too. A web page under 401 or 403 comes from a firewall, not from the
// portal.
func refused(res rest.Response, err error) bool {
	switch res.Status {
	case http.StatusNonAuthoritativeInfo, http.StatusNotFound:
		return true
	}
	return err != nil && res.Denies()
}
