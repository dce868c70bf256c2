// Package lists fetches the lists of revoked certificates (RFC 5280, 5) whose addresses stand
// in certificates. Only a certificate whose chain the operator believes is asked for, so that
// no stranger's file makes this machine call an address.
package lists

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"sync"
	"time"

	"motcua/client"
	"motcua/client/rest"
)

const (
	// most is the largest list, in bytes. Those of the State's authorities have some hundred KB.
	most = 20 << 20
	// patience is how long a person who checks a file waits for one list.
	patience = 15 * time.Second
)

var errAddress = errors.New("the address of a list cannot be used")

// From says who asks, and by which way.
type From struct {
	Version, Contact string // see rest.UserAgent
	Proxy            func(*url.URL) (*url.URL, error)
}

// Once is Fetch, and asks for no list a second time, not even for one that did not come: the
// signatures of one run mostly have the same authority, and a server that does not answer would
// be waited for at each.
func (f From) Once() func(context.Context, string) ([]byte, error) {
	type answer struct {
		list []byte
		err  error
	}
	var mu sync.Mutex
	known := map[string]answer{}
	return func(ctx context.Context, address string) ([]byte, error) {
		mu.Lock()
		defer mu.Unlock()
		a, ok := known[address]
		if !ok {
			a.list, a.err = f.Fetch(ctx, address)
			known[address] = a
		}
		return a.list, a.err
	}
}

// Fetch fetches a list. It is a signature.Checker's Fetch.
func (f From) Fetch(ctx context.Context, address string) ([]byte, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User != nil {
		return nil, errAddress
	}
	base := url.URL{Scheme: u.Scheme, Host: u.Host}
	c, err := rest.New(rest.Config{
		BaseURL: base.String(), Source: client.SourceName{ID: "crl"}, UserAgent: rest.UserAgent(f.Version, f.Contact), Proxy: f.Proxy, Retries: -1, Timeout: patience, BodyLimit: most,
	})
	if err != nil {
		return nil, errAddress
	}
	defer c.Close()
	var body rest.Body
	_, err = c.Do(ctx, rest.Request{
		Operation: "revoked", Path: strings.TrimPrefix(u.EscapedPath(), "/"), Query: u.Query(),
		Header: map[string]string{"Accept": "application/pkix-crl, */*"}, Idempotent: true, Out: &body,
	})
	if err != nil {
		return nil, err
	}
	return body, nil
}
