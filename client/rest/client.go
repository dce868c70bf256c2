package rest

import (
	"cmp"
	"context"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"github.com/go-resty/resty/v2"

	"motcua/client"
	"motcua/client/meter"
	"motcua/client/sending"
)

// Client asks one portal. It is safe for concurrent use.
type Client struct {
	cfg       Config
	base      *url.URL
	resty     *resty.Client
	transport *http.Transport
	closed    atomic.Int64 // how often Close was called
}

// New checks the config and makes a Client. Nothing is sent yet.
func New(cfg Config) (*Client, error) {
	return newClient(cfg, nil)
}

// newClient is New with the network of a test.
func newClient(cfg Config, dial dialFunc) (*Client, error) {
	cfg.fill()
	base, err := parseBase(cfg.BaseURL)
	if err != nil {
		return nil, err
	}
	if dial == nil {
		dialer := &net.Dialer{Timeout: cfg.ConnectTimeout, KeepAlive: 30 * time.Second}
		dial = preferIPv4(dialer.DialContext)
	}
	c := &Client{cfg: cfg, base: base}
	c.transport = &http.Transport{
		DialContext:           metered(dial),
		TLSClientConfig:       &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: cfg.RootCAs},
		TLSHandshakeTimeout:   cfg.ConnectTimeout,
		ResponseHeaderTimeout: cfg.HeaderTimeout,
		ExpectContinueTimeout: time.Second,
		IdleConnTimeout:       60 * time.Second,
		MaxConnsPerHost:       cfg.Conns,
		MaxIdleConnsPerHost:   cfg.Conns,
		// The transport asks for gzip and unpacks it, so the body limit applies to the
		// unpacked body.
		DisableCompression:     false,
		MaxResponseHeaderBytes: 64 << 10,
	}
	if cfg.Proxy != nil {
		c.transport.Proxy = func(r *http.Request) (*url.URL, error) { return cfg.Proxy(r.URL) }
		c.transport.OnProxyConnectResponse = proxyAnswer
	}
	// No cookie jar: one person's cookies must not travel with the next person's request.
	c.resty = resty.NewWithClient(&http.Client{Transport: c.transport, CheckRedirect: sameHost}).
		SetLogger(silent{}).
		SetPreRequestHook(func(_ *resty.Client, req *http.Request) error {
			letGo(req, c.base)
			return nil
		}).
		SetRetryCount(0). // Do retries itself; the package comment says why
		SetResponseBodyLimit(cfg.BodyLimit).
		SetHeader("User-Agent", cfg.UserAgent).
		SetHeader("Accept", "application/json")
	return c, nil
}

// Source names the portal that this client asks.
func (c *Client) Source() client.SourceName { return c.cfg.Source }

// Base is a copy of the base URL.
func (c *Client) Base() *url.URL {
	u := *c.base
	return &u
}

// Close drops idle connections; calls continue to work. A connection in use is dropped
// after its call, because its buffers hold the answer.
func (c *Client) Close() {
	c.closed.Add(1)
	c.transport.CloseIdleConnections()
}

// sameHost follows redirects that keep the host and the method. Another host would
// receive the person's code, another method would lose it.
func sameHost(req *http.Request, via []*http.Request) error {
	first := via[0]
	if len(via) > 3 || req.URL.Host != first.URL.Host || req.URL.Scheme != first.URL.Scheme || req.Method != first.Method {
		return errRedirect
	}
	letGo(req, first.URL)
	return nil
}

// letGo replaces scheme and host of a request by equal strings. Those parsed from its URL
// are substrings of it, and a transport that keeps them for its next connection would
// keep the whole URL in memory, with the person's code.
func letGo(req *http.Request, like *url.URL) {
	if req.URL.Scheme == like.Scheme && req.URL.Host == like.Host {
		req.URL.Scheme, req.URL.Host, req.Host = like.Scheme, like.Host, like.Host
	}
}

// Request is one call. JSON and Form exclude each other; without either the method is
// GET.
type Request struct {
	// Operation is a fixed name for metrics: "list", "detail", "login".
	Operation string
	// Path is relative to the base URL, without a leading slash; see the function Path.
	Path   string
	Query  url.Values
	Header map[string]string
	JSON   any        // POST as application/json
	Form   url.Values // POST as application/x-www-form-urlencoded
	// Login marks a request with the operator's account and nothing of the person's
	// question: when it fails, no system was asked. See sending.Sends.
	Login bool
	// Idempotent marks a look-up: only those are retried.
	Idempotent bool
	// Out receives the decoded body of a 2xx answer; nil leaves the body unread. A *Body
	// receives it as it is.
	Out any
	// Limit and Timeout replace BodyLimit and Timeout of the Config; 0 leaves them.
	Limit   int
	Timeout time.Duration
}

// Body is a file that a portal sent.
type Body []byte

// Response is what callers need beyond the decoded body.
type Response struct {
	Status int
	Header http.Header
}

// Denies reports whether the portal itself said that this account may not ask. A firewall
// in front of it answers with a web page, which does not count.
func (r Response) Denies() bool {
	return (r.Status == http.StatusUnauthorized || r.Status == http.StatusForbidden) &&
		!strings.Contains(strings.ToLower(r.Header.Get("Content-Type")), "html")
}

// Do sends a request and decodes the answer. The error is nil or a
// *client.UnavailableError; an answer outside 2xx with no cause of its own
// wraps a *StatusError.
func (c *Client) Do(ctx context.Context, r Request) (Response, error) {
	begin := time.Now()
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(r.Timeout, c.cfg.Timeout))
	defer cancel()
	defer func(before int64) {
		if c.closed.Load() != before {
			c.transport.CloseIdleConnections()
		}
	}(c.closed.Load())

	t := tally{sent: sending.Sends(ctx)}
	if r.Login {
		t.sent = func() {}
	}
	st := Stats{Source: c.cfg.Source, Operation: r.Operation}
	call, err := c.prepare(r)
	if err != nil {
		return Response{}, c.unavailable(&failure{cause: client.CauseContent, err: err})
	}
	var res Response
	var f, said *failure
	for i := 0; ; i++ {
		st.Attempts++
		res, f = c.attempt(t.trace(ctx), call, &t)
		if f.answered() {
			said = f
		}
		if f == nil || !f.again || !r.Idempotent || i >= c.cfg.Retries {
			break
		}
		if !pause(ctx, waitFor(i, f.retryAfter)) {
			if ctx.Err() != nil {
				f = judgeTransport(ctx, ctx.Err(), t.phase())
			}
			break
		}
	}
	if said != nil && f.silent() {
		// The first answer of the portal counts: silence at a retry must not replace it.
		f = said
	}
	st.Status, st.Duration = res.Status, time.Since(begin)
	st.BytesIn, st.BytesOut = t.total()
	if f != nil {
		st.Cause = f.cause
	}
	c.cfg.Meter.Count(meter.Call{
		Source: st.Source, Attempts: st.Attempts, Failed: f != nil, Duration: st.Duration,
		BytesIn: st.BytesIn, BytesOut: st.BytesOut,
	})
	if c.cfg.OnDone != nil {
		c.cfg.OnDone(st)
	}
	if f != nil {
		down := c.unavailable(f)
		down.Status = cmp.Or(f.status, res.Status)
		return res, down
	}
	return res, nil
}

func (c *Client) unavailable(f *failure) *client.UnavailableError {
	return &client.UnavailableError{Source: c.cfg.Source, Cause: f.cause, Host: c.base.Host, RetryAfter: f.retryAfter, Err: f.err}
}

// prepared is a request, prepared once for all its attempts.
type prepared struct {
	Request
	method, url string
	body        []byte
}

func (c *Client) prepare(r Request) (*prepared, error) {
	u, err := join(c.base, r.Path)
	if err != nil {
		return nil, err
	}
	u.RawQuery = r.Query.Encode()
	p := &prepared{Request: r, method: http.MethodGet, url: u.String()}
	if r.JSON != nil {
		p.method = http.MethodPost
		if p.body, err = json.Marshal(r.JSON); err != nil {
			return nil, fmt.Errorf("request %s cannot be written", r.Operation)
		}
	} else if r.Form != nil {
		p.method = http.MethodPost
	}
	return p, nil
}

// attempt sends the request once.
func (c *Client) attempt(ctx context.Context, p *prepared, t *tally) (Response, *failure) {
	req := c.resty.R().SetContext(ctx).SetHeaders(p.Header)
	switch {
	case p.body != nil:
		req.SetHeader("Content-Type", "application/json; charset=utf-8").SetBody(p.body)
	case p.Form != nil:
		req.SetFormDataFromValues(p.Form)
	}
	if p.Limit > 0 {
		req.SetResponseBodyLimit(p.Limit)
	}
	answer, err := req.Execute(p.method, p.url)
	if answer == nil || answer.RawResponse == nil {
		return Response{}, judgeTransport(ctx, err, t.phase())
	}
	res := Response{Status: answer.StatusCode(), Header: answer.Header()}
	body := answer.Body()
	// The status counts even when the body of an error page did not arrive.
	if f := judgeStatus(res.Status, res.Header, body); f != nil && ctx.Err() == nil {
		return res, f
	}
	if err != nil {
		return res, judgeBody(ctx, err, t.phase())
	}
	if p.Out == nil {
		return res, nil
	}
	if file, ok := p.Out.(*Body); ok {
		*file = body
		return res, judgeFile(body)
	}
	if f := judgeContent(res.Header.Get("Content-Type"), body); f != nil {
		return res, f
	}
	if f := decode(body, p.Out); f != nil {
		return res, f
	}
	return res, nil
}

// Date asks the server for its time, by the Date header of an answer to HEAD; zero when
// there is none. Any status means that the server was reached. The error is like that of
// Do.
func (c *Client) Date(ctx context.Context) (time.Time, error) {
	ctx, cancel := context.WithTimeout(ctx, c.cfg.Timeout)
	defer cancel()
	t := tally{sent: func() {}}
	req, err := http.NewRequestWithContext(t.trace(ctx), http.MethodHead, c.base.String(), nil)
	if err != nil {
		return time.Time{}, c.unavailable(&failure{cause: client.CauseContent, err: errPath})
	}
	req.Header.Set("User-Agent", c.cfg.UserAgent)
	answer, err := c.transport.RoundTrip(req) // a redirect has a Date as well
	if err != nil {
		return time.Time{}, c.unavailable(judgeTransport(ctx, err, t.phase()))
	}
	defer func() { _ = answer.Body.Close() }()
	if answer.StatusCode == http.StatusProxyAuthRequired {
		return time.Time{}, c.unavailable(judgeStatus(answer.StatusCode, answer.Header, nil))
	}
	at, err := http.ParseTime(answer.Header.Get("Date"))
	if err != nil {
		return time.Time{}, nil // no time, or none that can be read
	}
	return at, nil
}

// silent is a logger for resty that prints nothing: resty would print URLs with codes.
type silent struct{}

func (silent) Errorf(string, ...any) {}
func (silent) Warnf(string, ...any)  {}
func (silent) Debugf(string, ...any) {}
