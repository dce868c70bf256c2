package igate

import (
	"context"
	"encoding/base64"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"motcua/client"
	"motcua/client/rest"
)

const (
	// vainRest is how long no token is renewed after a new one changed nothing:
	// the account may not search, and asking on would only hammer the log-in.
	vainRest = 30 * time.Second
	// refusalRest keeps a wrong secret from being tried at every look-up, until
	// the account is locked.
	refusalRest = time.Minute
	// unsaidLife is how long a token is used whose answer does not say.
	unsaidLife = time.Minute
	// renewMargin is the longest time before its end at which a token is
	// renewed: a search must not begin with a token that ends on the way.
	renewMargin = 30 * time.Second
	maxLife     = 24 * time.Hour
)

// token is the key to the API, shared by all look-ups. The gate lets one caller
// fetch it while the others wait for the result, each with its own deadline.
type token struct {
	gate    chan struct{}
	key     string
	renew   time.Time // from here on a new one is fetched
	end     time.Time // until here the old one still serves
	refused error     // the last log-in was refused
	rest    time.Time // until here it is not tried again
	vain    atomic.Int64
}

type tokenBody struct {
	Token   rest.Raw    `json:"access_token"`
	Expires rest.Number `json:"expires_in"` // seconds
}

// login gives the token in use, or a new one when there is none, when it is
// about to end, or when bad is the one in use.
func (s *Source) login(ctx context.Context, bad string) (string, error) {
	client.Sends(ctx) // who is not let in asked nothing, also while a refusal is remembered
	t := &s.token
	select {
	case t.gate <- struct{}{}:
		defer func() { <-t.gate }()
	case <-ctx.Done():
		return "", s.stopped(ctx)
	}
	now := s.now()
	usable := t.key != "" && t.key != bad && now.Before(t.end)
	switch {
	case usable && now.Before(t.renew):
		return t.key, nil
	case t.refused != nil && now.Before(t.rest):
		return "", t.refused
	}
	body, err := s.fetch(ctx)
	if err != nil {
		if refused(err) {
			t.key, t.refused, t.rest = "", err, now.Add(refusalRest)
			return "", err
		}
		if usable {
			return t.key, nil // the log-in server is down, the token still holds
		}
		t.key = ""
		return "", err
	}
	life := unsaidLife
	if body.Expires.OK && body.Expires.Value > 0 {
		life = time.Duration(min(body.Expires.Value, maxLife.Seconds()) * float64(time.Second))
	}
	t.key, t.refused = string(body.Token), nil
	t.end = now.Add(life)
	t.renew = t.end.Add(-min(renewMargin, life/10))
	return t.key, nil
}

// fetch asks the log-in server for a token (RFC 6749, 4.4). The credentials
// stand in the header as they are, not form-encoded as 2.3.1 wants: so do the
// clients that are known to work.
func (s *Source) fetch(ctx context.Context) (tokenBody, error) {
	credentials := s.cfg.ClientID + ":" + s.cfg.ClientSecret
	var body tokenBody
	res, err := s.sso.Do(ctx, rest.Request{
		Operation: "token", Path: s.cfg.TokenPath,
		Header:     map[string]string{"Authorization": "Basic " + base64.StdEncoding.EncodeToString([]byte(credentials))},
		Form:       url.Values{"grant_type": {"client_credentials"}},
		Idempotent: true, Login: true, Out: &body,
	})
	var status *rest.StatusError
	switch {
	case errors.As(err, &status) && res.Status == http.StatusBadRequest:
		// "invalid_client" and "unauthorized_client" come as 400 or 401 (5.2).
		return body, s.unavailable(client.CauseRefused, status)
	case err != nil && res.Denies():
		return body, s.unavailable(client.CauseRefused, &rest.StatusError{Status: res.Status})
	case err != nil:
		return body, err
	case !headerSafe(string(body.Token)):
		return body, s.unavailable(client.CauseContent, errors.New("no token in the log-in server's answer"))
	}
	return body, nil
}

// headerSafe keeps what is no token (RFC 6750, 2.1) out of a header.
func headerSafe(s string) bool {
	return s != "" && len(s) < 16<<10 && !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' })
}

// unavailable is a failure at the log-in server.
func (s *Source) unavailable(cause client.Cause, err error) error {
	return &client.UnavailableError{Source: s.Source(), Cause: cause, Host: s.sso.Base().Host, Err: err}
}

func (s *Source) stopped(ctx context.Context) error {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return s.unavailable(client.CauseTimeout, ctx.Err())
	}
	return s.unavailable(client.CauseCancelled, ctx.Err())
}
