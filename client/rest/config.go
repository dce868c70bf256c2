package rest

import (
	"crypto/x509"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/meter"
)

// Defaults of Config, for a person who waits at a counter: long enough for a page of the
// catalogue on a 64 kbit/s line, short enough to hear that it failed.
const (
	DefaultConnectTimeout = 5 * time.Second
	DefaultHeaderTimeout  = 10 * time.Second
	DefaultTimeout        = 20 * time.Second
	DefaultBodyLimit      = 8 << 20
	DefaultRetries        = 3
	// DefaultConns is how many connections the national portal's firewall accepts.
	DefaultConns = 3
)

// Config describes the connection to one portal. BaseURL and Source are required; zero
// values of the rest mean the defaults.
type Config struct {
	BaseURL   string            // "https://host/api/v1"; paths are joined below it
	Source    client.SourceName // for errors and statistics
	UserAgent string            // see UserAgent; "motcua" when empty

	ConnectTimeout time.Duration // for TCP to one address, and again for TLS
	HeaderTimeout  time.Duration // from the last byte sent to the first byte received
	Timeout        time.Duration // for the whole call with retries and pauses

	BodyLimit int // bytes of one answer, unpacked
	Retries   int // retries of a look-up; negative for none
	Conns     int // connections to the host at a time

	// Proxy returns the proxy for an address, http, https or socks5; nil, or a nil URL:
	// none. The environment is not read here: the caller decides what of it counts.
	Proxy func(*url.URL) (*url.URL, error)
	// RootCAs are the trusted authorities; nil: the machine's. Verification cannot be
	// turned off.
	RootCAs *x509.CertPool

	// OnDone is called once after each call, on the caller's goroutine.
	OnDone func(Stats)
	// Meter counts each call, retries included; nil for none.
	Meter *meter.Meter
}

// Stats are the figures of one call. They hold nothing about the person.
type Stats struct {
	Source    client.SourceName
	Operation string       // Request.Operation
	Status    int          // of the last attempt, 0 when none answered
	Cause     client.Cause // empty when the call succeeded
	Duration  time.Duration
	Attempts  int
	// BytesIn and BytesOut are counted on the connection, below TLS, so with headers,
	// handshake and compression.
	BytesIn, BytesOut int64
}

// UserAgent returns the User-Agent header, "motcua/1.0 (+https://example.vn)". The
// contact is the operator's, from the configuration; without one it is left out.
func UserAgent(version, contact string) string {
	ua := "motcua"
	if v := headerSafe(version); v != "" {
		ua += "/" + strings.ReplaceAll(v, " ", "-")
	}
	if c := headerSafe(contact); c != "" {
		ua += " (+" + c + ")"
	}
	return ua
}

// headerSafe keeps printable ASCII without parentheses, which would end the
// comment of a User-Agent (RFC 9110, 5.6.5).
func headerSafe(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' || r == '(' || r == ')' || r == '\\' {
			return -1
		}
		return r
	}, s))
}

func (c *Config) fill() {
	if c.UserAgent == "" {
		c.UserAgent = UserAgent("", "")
	}
	for _, d := range []struct {
		field *time.Duration
		std   time.Duration
	}{
		{&c.ConnectTimeout, DefaultConnectTimeout},
		{&c.HeaderTimeout, DefaultHeaderTimeout},
		{&c.Timeout, DefaultTimeout},
	} {
		if *d.field <= 0 {
			*d.field = d.std
		}
	}
	if c.BodyLimit <= 0 {
		c.BodyLimit = DefaultBodyLimit
	}
	if c.Conns <= 0 {
		c.Conns = DefaultConns
	}
	if c.Retries == 0 {
		c.Retries = DefaultRetries
	}
	c.Retries = max(c.Retries, 0)
}

// parseBase accepts http and https URLs without user, query and fragment:
// credentials in a URL end up in logs.
func parseBase(s string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		return nil, errors.New("base URL cannot be read")
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("base URL needs http or https, not %q", u.Scheme)
	}
	if u.Host == "" {
		return nil, errors.New("base URL names no host")
	}
	if u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, errors.New("base URL must not hold a user, a query or a fragment")
	}
	return u, nil
}
