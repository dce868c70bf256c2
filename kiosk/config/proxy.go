package config

import (
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/http/httpproxy"

	"motcua/client/clean"
	"motcua/kiosk/config/key"
)

// NoProxy is what a key proxy says when nothing may stand in between, whatever the
// environment says.
const NoProxy = "none"

var (
	wantProxy = key.Say(
		`địa chỉ như "http://proxy.example:3128" (http, https hoặc socks5), "none" để đi thẳng, hoặc bỏ trống để theo biến HTTPS_PROXY`,
		`an address such as "http://proxy.example:3128" (http, https or socks5), "none" for none, or nothing to follow HTTPS_PROXY`,
	)
	wantProxyEnv = key.Say(`địa chỉ như "http://proxy.example:3128" (http, https hoặc socks5)`, `an address such as "http://proxy.example:3128" (http, https or socks5)`)

	whatProxyEnv = key.Say("biến này cần %w.", "this variable takes %w.")
)

// proxySchemes are what net/http speaks to a proxy.
var proxySchemes = []string{"http", "https", "socks5", "socks5h"}

// Proxy is by what a portal is reached: the address of a proxy, NoProxy, or empty
// for what the environment says. Whatever way it is printed, a name and a password
// in it are hidden; Reveal is the one way to its value.
type Proxy struct{ value string }

// ProxyOf makes a Proxy.
func ProxyOf(value string) Proxy { return Proxy{value} }

// Reveal gives the value, for the connection that needs it.
func (p Proxy) Reveal() string { return p.value }

// hasSecret tells whether a name or a password stands in it.
func (p Proxy) hasSecret() bool { return strings.Contains(p.value, "@") }

// String hides name and password.
func (p Proxy) String() string {
	at := strings.LastIndex(p.value, "@")
	if at < 0 {
		return p.value
	}
	scheme, _, found := strings.Cut(p.value[:at], "://")
	if !found {
		return key.Hidden + p.value[at:]
	}
	return scheme + "://" + key.Hidden + p.value[at:]
}

// Format hides them from every verb, %x and %#v included.
func (p Proxy) Format(w fmt.State, verb rune) {
	switch verb {
	case 'q':
		_, _ = fmt.Fprintf(w, "%q", p.String())
	default:
		_, _ = io.WriteString(w, p.String())
	}
}

// MarshalText hides them from JSON and TOML.
func (p Proxy) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// proxyAddress reads the address of a proxy.
func proxyAddress(s string) (*url.URL, bool) {
	u, err := url.Parse(s)
	if err != nil || !slices.Contains(proxySchemes, u.Scheme) || u.Hostname() == "" ||
		strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" {
		return nil, false
	}
	return u, true
}

// proxyKey is the row of a key proxy. What stands there may hold a password, so that no
// sentence repeats it.
func proxyKey(name string, field *Proxy) key.Key {
	return key.New(name, field, Proxy{}, key.Kind[Proxy]{
		Want: wantProxy, Show: Proxy.String, Secret: Proxy.hasSecret,
		Read: func(s string) (Proxy, *key.Wrong) {
			p := Proxy{strings.TrimSpace(s)}
			if strings.EqualFold(p.value, NoProxy) {
				p.value = NoProxy
			}
			_, ok := proxyAddress(p.value)
			switch {
			case ok || p.value == "" || p.value == NoProxy:
				return p, nil
			case p.hasSecret():
				return p, &key.Wrong{What: key.WhatBadSecret}
			default:
				return p, &key.Wrong{}
			}
		},
	})
}

// proxyVariables are what net/http too takes a proxy from, the first that is set.
var proxyVariables = [...]struct{ upper, lower string }{
	{"HTTP_PROXY", "http_proxy"}, {"HTTPS_PROXY", "https_proxy"}, {"NO_PROXY", "no_proxy"},
}

// proxyEnv is what the environment says of proxies. A variable that is wrong is
// told when something would follow it.
func (l *loader) proxyEnv() {
	var values [len(proxyVariables)]string
	var names [len(proxyVariables)]string
	for i, v := range proxyVariables {
		for _, name := range []string{v.upper, v.lower} {
			if value := l.in.getenv(name); values[i] == "" && value != "" {
				values[i], names[i] = value, name
			}
		}
	}
	if values[0]+values[1] == "" || !l.cfg.followsEnv() {
		return
	}
	l.cfg.env = &proxyEnv{httpproxy.Config{HTTPProxy: values[0], HTTPSProxy: values[1], NoProxy: values[2]}, names[0], names[1]}
	for i, v := range values[:2] {
		// As the library reads it: without a scheme it is http.
		_, whole := proxyAddress(v)
		if _, short := proxyAddress("http://" + v); v != "" && !whole && (!short || strings.Contains(v, "://")) {
			l.problems.add(Problem{Origin: Origin{Env: names[i]}, Wrong: key.Wrong{What: whatProxyEnv, Want: wantProxyEnv}})
		}
	}
}

// followsEnv tells whether anything that is asked leaves its proxy to the
// environment.
func (c *Config) followsEnv() bool {
	return c.National.URL != "" && c.National.Proxy.value == "" ||
		slices.ContainsFunc(c.Systems, func(s System) bool { return s.Keys["url"] != "" && s.Proxy.value == "" })
}

// proxyEnv are the environment's proxies and the variables that named them. A
// Config points to it, so that it is not printed with it.
type proxyEnv struct {
	httpproxy.Config
	httpFrom, httpsFrom string
}

// Way is how the addresses of one portal are reached.
type Way struct {
	own Proxy
	key string    // of own: "national.proxy"
	env *proxyEnv // nil: none
}

// Way is how a portal with that key proxy is reached; key names it for people.
func (c Config) Way(own Proxy, key string) Way { return Way{own, key, c.env} }

// Proxy names the proxy for an address; a nil URL is none.
func (w Way) Proxy(to *url.URL) (*url.URL, error) {
	switch {
	case w.own.value == "" && w.env != nil:
		return w.env.ProxyFunc()(to)
	case w.own.value == "", w.own.value == NoProxy:
		return nil, nil
	default:
		u, ok := proxyAddress(w.own.value)
		if !ok {
			return nil, fmt.Errorf("%s is no address of a proxy", w.key)
		}
		return u, nil
	}
}

// Told is the proxy for an address as people may read it, and the key or variable
// that named it; both are empty for none.
func (w Way) Told(address string) (proxy, from string) {
	to, err := url.Parse(address)
	if err != nil {
		return "", ""
	}
	u, err := w.Proxy(to)
	if err != nil || u == nil {
		return "", ""
	}
	from = w.key
	if w.own.value == "" {
		from = w.env.httpsFrom
		if to.Scheme == "http" {
			from = w.env.httpFrom
		}
	}
	return clean.Line(ProxyOf(u.String()).String()), from
}
