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

// newClient lets a test put its own network under the client.
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
		// The transport asks for gzip itself and unpacks it; the body limit
		// then holds for what comes out.
		DisableCompression:     false,
		MaxResponseHeaderBytes: 64 << 10,
	}
	if cfg.Proxy != nil {
		c.transport.Proxy = func(r *http.Request) (*url.URL, error) { return cfg.Proxy(r.URL) }
		c.transport.OnProxyConnectResponse = proxyAnswer
	}
	// No cookie jar: nothing of one person may travel with the next.
	c.resty = resty.NewWithClient(&http.Client{Transport: c.transport, CheckRedirect: sameHost}).
		SetLogger(silent{}).
		SetPreRequestHook(func(_ *resty.Client, req *http.Request) error {
			letGo(req, c.base)
			return nil
		}).
		SetRetryCount(0). // the loop in Do knows Retry-After and the deadline
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

// Close drops the connections that lie idle; calls go on to work. One that a call
// uses is dropped after it: what was answered lies in its buffers.
func (c *Client) Close() {
	c.closed.Add(1)
	c.transport.CloseIdleConnections()
}

// sameHost follows what keeps the host and the method. Another host would get
// the person's code, another method would lose it.
func sameHost(req *http.Request, via []*http.Request) error {
	first := via[0]
	if len(via) > 3 || req.URL.Host != first.URL.Host || req.URL.Scheme != first.URL.Scheme || req.Method != first.Method {
		return errRedirect
	}
	letGo(req, first.URL)
	return nil
}

// letGo takes scheme and host of a request from elsewhere. Parsed out of its URL
// they are pieces of that text, and a transport that keeps them for its next
// connection would keep all of it, with the person's code.
func letGo(req *http.Request, like *url.URL) {
	if req.URL.Scheme == like.Scheme && req.URL.Host == like.Host {
		req.URL.Scheme, req.URL.Host, req.Host = like.Scheme, like.Host, like.Host
	}
}

// Request is one call. JSON and Form exclude each other; with neither the
// method is GET.
type Request struct {
	// Operation is a fixed name for metrics: "list", "detail", "login".
	Operation string
	// Path lies below the base URL, without a leading slash; see Path.
	Path   string
	Query  url.Values
	Header map[string]string
	JSON   any        // POST as application/json
	Form   url.Values // POST as application/x-www-form-urlencoded
	// Login marks a request that carries the operator's account and nothing of what
	// somebody asks: when it fails, no system was asked. See client.Sends.
	Login bool
	// Idempotent marks a look-up: only those are tried again.
	Idempotent bool
	// Out takes the decoded body of a 2xx answer; nil leaves it unread.
	Out any
}

// Response is what callers need beyond the decoded body.
type Response struct {
	Status int
	Header http.Header
}

// Denies tells whether the portal itself, and no firewall before it, said that
// this account may not: a firewall's word is a web page.
func (r Response) Denies() bool {
	return (r.Status == http.StatusUnauthorized || r.Status == http.StatusForbidden) &&
		!strings.Contains(strings.ToLower(r.Header.Get("Content-Type")), "html")
}

// Do sends a request and decodes the answer. The error is nil or a
// *client.UnavailableError; an answer outside 2xx with no cause of its own
// wraps a *StatusError.
func (c *Client) Do(ctx context.Context, r Request) (Response, error) {
	begin := time.Now()
	ctx, cancel := context.WithTimeout(ctx, c.cfg.Timeout)
	defer cancel()
	defer func(before int64) {
		if c.closed.Load() != before {
			c.transport.CloseIdleConnections()
		}
	}(c.closed.Load())

	t := tally{sent: client.Sends(ctx)}
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
		// What the portal answered first is its answer: silence at a further
		// attempt must not hide it.
		f = said
	}
	st.Status, st.Duration = res.Status, time.Since(begin)
	st.BytesIn, st.BytesOut = t.total()
	if f != nil {
		st.Cause = f.cause
	}
	c.cfg.Meter.Count(client.Call{
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

// prepared is a request made ready once for all its attempts.
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

// attempt sends once.
func (c *Client) attempt(ctx context.Context, p *prepared, t *tally) (Response, *failure) {
	req := c.resty.R().SetContext(ctx).SetHeaders(p.Header)
	switch {
	case p.body != nil:
		req.SetHeader("Content-Type", "application/json; charset=utf-8").SetBody(p.body)
	case p.Form != nil:
		req.SetFormDataFromValues(p.Form)
	}
	answer, err := req.Execute(p.method, p.url)
	if answer == nil || answer.RawResponse == nil {
		return Response{}, judgeTransport(ctx, err, t.phase())
	}
	res := Response{Status: answer.StatusCode(), Header: answer.Header()}
	body := answer.Body()
	// The status speaks even when the body of an error page did not arrive.
	if f := judgeStatus(res.Status, res.Header, body); f != nil && ctx.Err() == nil {
		return res, f
	}
	if err != nil {
		return res, judgeBody(ctx, err, t.phase())
	}
	if p.Out == nil {
		return res, nil
	}
	if f := judgeContent(res.Header.Get("Content-Type"), body); f != nil {
		return res, f
	}
	if f := decode(body, p.Out); f != nil {
		return res, f
	}
	return res, nil
}

// Date asks the server what time it is, by the Date header of an answer to HEAD;
// zero when it does not say. Whatever status it answers with, it was reached. The
// error is as that of Do.
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

// silent is resty's logger: it would print URLs and with them codes.
type silent struct{}

func (silent) Errorf(string, ...any) {}
func (silent) Warnf(string, ...any)  {}
func (silent) Debugf(string, ...any) {}
