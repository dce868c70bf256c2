package integration

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/rest"
	"motcua/client/sending"
)

const (
	// rejectedRest is how long no session is renewed after a new one was rejected too:
	// the session was not the cause, and more log-ins would only load the server.
	rejectedRest = 30 * time.Second
	// refusalRest keeps a wrong password from being tried at every look-up, which could
	// lock the agency's account.
	refusalRest = time.Minute
)

// session is the adapter's session key, shared by all look-ups. The gate lets one caller
// log in while the others wait for its result, each with its own deadline.
type session struct {
	gate     chan struct{}
	key      string
	refused  error // the last log-in was refused
	until    time.Time
	rejected atomic.Int64 // when a new key was last rejected too, in Unix nanoseconds
}

// errCode is an error_code in an answer of the adapter.
type errCode struct {
	operation string
	code      string
}

func (e *errCode) Error() string { return fmt.Sprintf("%s: adapter error %s", e.operation, e.code) }

type loginRequest struct {
	Username string `json:"username"`
	Password string `json:"password"`
}

type loginBody struct {
	Session rest.Raw `json:"session"`
	Code    rest.Raw `json:"error_code"`
}

// login returns the current key, or a new one when there is none or when bad is the
// current one.
func (s *Source) login(ctx context.Context, bad string) (string, error) {
	sending.Sends(ctx) // a look-up without a log-in has asked nothing, also while a refusal is remembered
	ss := &s.session
	select {
	case ss.gate <- struct{}{}:
		defer func() { <-ss.gate }()
	case <-ctx.Done():
		return "", s.stopped(ctx)
	}
	if ss.key != "" && ss.key != bad {
		return ss.key, nil
	}
	if ss.refused != nil && time.Now().Before(ss.until) {
		return "", ss.refused
	}
	ss.key, ss.refused = "", nil
	var body loginBody
	res, err := s.rest.Do(ctx, rest.Request{
		Operation: "login", Path: s.cfg.AuthPath, Header: s.header(), Login: true, Out: &body,
		JSON: loginRequest{s.cfg.Username, s.cfg.Password},
	})
	switch {
	case err == nil && (!isZero(body.Code) || body.Session == ""):
		err = s.unavailable(client.CauseRefused, &errCode{"login", safeCode(body.Code)})
	case err != nil && res.Denies():
		err = s.unavailable(client.CauseRefused, &rest.StatusError{Status: res.Status})
	}
	if err != nil {
		if u := (*client.UnavailableError)(nil); errors.As(err, &u) && u.Cause == client.CauseRefused {
			ss.refused, ss.until = err, time.Now().Add(refusalRest)
		}
		return "", err
	}
	ss.key = string(body.Session)
	return ss.key, nil
}

func (s *Source) header() map[string]string {
	if s.cfg.DstCode == "" {
		return nil
	}
	return map[string]string{"dstcode": s.cfg.DstCode}
}

type queryRequest struct {
	Session string `json:"session"`
	Unit    string `json:"madonvi"`
	Service string `json:"service"`
	Code    string `json:"mahoso"`
}

type queryBody struct {
	Code   rest.Raw                   `json:"error_code"`
	Result rest.List[json.RawMessage] `json:"result"`
}

// query calls a service for one code. It is not known which error_code means that the
// session has ended, so any of them leads to one new log-in. A call that is not
// essential is made once, with the session that has just worked.
func (s *Source) query(ctx context.Context, operation, service string, dossierCode code.Dossier, essential bool) ([]json.RawMessage, error) {
	bad := ""
	for {
		key, err := s.login(ctx, bad)
		if err != nil {
			return nil, err
		}
		var body queryBody
		_, err = s.rest.Do(ctx, rest.Request{
			Operation: operation, Path: s.cfg.CallPath, Header: s.header(),
			JSON:       queryRequest{key, s.cfg.UnitCode, service, dossierCode.String()},
			Idempotent: essential, Out: &body,
		})
		switch {
		case err == nil && isZero(body.Code):
			return body.Result, nil
		case err == nil:
			err = s.unavailable(client.CauseContent, &errCode{operation, safeCode(body.Code)})
		case !sessionStatus(err):
			return nil, err
		}
		if bad != "" {
			s.session.rejected.Store(time.Now().UnixNano())
			return nil, err
		}
		if !essential || time.Since(time.Unix(0, s.session.rejected.Load())) < rejectedRest {
			return nil, err
		}
		bad = key
	}
}

// sessionStatus reports whether the adapter answered with a status instead of an
// error_code: 401 is about the session.
func sessionStatus(err error) bool {
	var u *client.UnavailableError
	return errors.As(err, &u) && u.Cause == client.CauseRefused
}

// isZero takes 0, "0", "00" and a missing code as success.
func isZero(code rest.Raw) bool { return strings.Trim(strings.TrimSpace(string(code)), "0") == "" }

// safeCode keeps an error code for the log if it is short and consists of letters and
// digits. Some systems put a sentence with personal data in its place.
func safeCode(code rest.Raw) string {
	s := strings.TrimSpace(string(code))
	if s == "" || len(s) > 16 || strings.ContainsFunc(s, func(r rune) bool {
		return !(r == '-' || r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
	}) {
		return "unreadable"
	}
	return s
}

func (s *Source) unavailable(cause client.Cause, err error) error {
	return &client.UnavailableError{Source: s.Source(), Cause: cause, Host: s.rest.Base().Host, Err: err}
}

func (s *Source) stopped(ctx context.Context) error {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return s.unavailable(client.CauseTimeout, ctx.Err())
	}
	return s.unavailable(client.CauseCancelled, ctx.Err())
}
