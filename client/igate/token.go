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
	"motcua/client/sending"
)

const (
	// rejectedRest is how long no token is renewed after a new one was rejected too: the
	// account may not search, and more log-ins would only load the server.
	rejectedRest = 30 * time.Second
	// refusalRest keeps a wrong secret from being tried at every look-up, which could
	// lock the account.
	refusalRest = time.Minute
	// unsaidLife is how long a token is used when the answer gives no lifetime.
	unsaidLife = time.Minute
	// renewMargin is how long before its end a token is renewed at most, so that it does
	// not expire during a search.
	renewMargin = 30 * time.Second
	maxLife     = 24 * time.Hour
)

// token is the API's access token, shared by all look-ups. The gate lets one caller
// fetch it while the others wait for the result, each with its own deadline.
type token struct {
	gate     chan struct{}
	key      string
	renew    time.Time    // from then on a new one is fetched
	end      time.Time    // until then the old one is still valid
	refused  error        // the last log-in was refused
	rest     time.Time    // until then no log-in is tried
	rejected atomic.Int64 // when a new key was last rejected too, in Unix nanoseconds
}

type tokenBody struct {
	Token   rest.Raw    `json:"access_token"`
	Expires rest.Number `json:"expires_in"` // seconds
}

// login returns the current token, or a new one when there is none, when it is about to
// end, or when bad is the current one.
func (s *Source) login(ctx context.Context, bad string) (string, error) {
	sending.Sends(ctx) // a look-up without a log-in has asked nothing, also while a refusal is remembered
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
			return t.key, nil // the log-in server is down, but the token is still valid
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

// fetch asks the log-in server for a token (RFC 6749, 4.4). It sends the credentials in
// the header without the form encoding that 2.3.1 demands, because the clients that are
// known to work do so.
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

// headerSafe reports whether s is a valid token (RFC 6750, 2.1), so safe in a header.
func headerSafe(s string) bool {
	return s != "" && len(s) < 16<<10 && !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' })
}

// unavailable returns the error for a failure at the log-in server.
func (s *Source) unavailable(cause client.Cause, err error) error {
	return &client.UnavailableError{Source: s.Source(), Cause: cause, Host: s.sso.Base().Host, Err: err}
}

func (s *Source) stopped(ctx context.Context) error {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return s.unavailable(client.CauseTimeout, ctx.Err())
	}
	return s.unavailable(client.CauseCancelled, ctx.Err())
}
