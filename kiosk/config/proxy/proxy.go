// Package proxy says through which proxy a portal is asked: that of a key, that of the
// environment, or none.
package proxy

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/http/httpproxy"

	"motcua/client/clean"
	"motcua/kiosk/config/key"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// None is the value of a key proxy that excludes any proxy, also those of the
// environment.
const None = "none"

var (
	want = text.Say(
		`địa chỉ như "http://proxy.example:3128" (http, https hoặc socks5), "none" để đi thẳng, hoặc bỏ trống để theo biến HTTPS_PROXY`,
		`an address such as "http://proxy.example:3128" (http, https or socks5), "none" for none, or nothing to follow HTTPS_PROXY`,
	)
	// WantEnv is what a variable with a proxy takes.
	WantEnv = text.Say(`địa chỉ như "http://proxy.example:3128" (http, https hoặc socks5)`, `an address such as "http://proxy.example:3128" (http, https or socks5)`)
)

// schemes are the protocols that net/http can use with a proxy.
var schemes = []string{"http", "https", "socks5", "socks5h"}

// Proxy says how a portal is reached: the address of a proxy, None, or empty for the
// environment's proxy. However it is printed, a name and a password in it are hidden; only
// Reveal returns its value.
type Proxy struct{ value string }

// Of returns a Proxy with that value.
func Of(value string) Proxy { return Proxy{value} }

// Reveal returns the value, for the connection that needs it.
func (p Proxy) Reveal() string { return p.value }

// hasSecret reports whether the value contains a name or a password.
func (p Proxy) hasSecret() bool { return strings.Contains(p.value, "@") }

// String returns the value with name and password hidden.
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

// Format hides name and password from every verb, including %x and %#v.
func (p Proxy) Format(w fmt.State, verb rune) { key.Print(w, verb, p.String()) }

// MarshalText hides name and password from JSON and TOML.
func (p Proxy) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// addressOf parses the address of a proxy.
func addressOf(s string) (*url.URL, bool) {
	u, err := url.Parse(s)
	if err != nil || !slices.Contains(schemes, u.Scheme) || u.Hostname() == "" ||
		strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" {
		return nil, false
	}
	return u, true
}

// Key returns the row of a key proxy. The value may contain a password, so no message
// repeats it.
func Key(name string, field *Proxy) key.Key {
	return key.New(name, field, Proxy{}, key.Kind[Proxy]{
		Want: want, Show: Proxy.String, Secret: Proxy.hasSecret,
		Read: func(s string) (Proxy, *key.Wrong) {
			p := Proxy{strings.TrimSpace(s)}
			if strings.EqualFold(p.value, None) {
				p.value = None
			}
			_, ok := addressOf(p.value)
			switch {
			case ok || p.value == "" || p.value == None:
				return p, nil
			case p.hasSecret():
				return p, &key.Wrong{What: operator.KeyBadSecret}
			default:
				return p, &key.Wrong{}
			}
		},
	})
}

// variables are the variables that net/http reads too; the first that is set is used.
var variables = [...]struct{ upper, lower string }{
	{"HTTP_PROXY", "http_proxy"}, {"HTTPS_PROXY", "https_proxy"}, {"NO_PROXY", "no_proxy"},
}

// FromEnv reads the proxies of the environment, nil when there are none. wrong are the
// variables whose value is the address of no proxy.
func FromEnv(getenv func(string) string) (e *Env, wrong []string) {
	var values, names [len(variables)]string
	for i, v := range variables {
		for _, name := range []string{v.upper, v.lower} {
			if value := getenv(name); values[i] == "" && value != "" {
				values[i], names[i] = value, name
			}
		}
	}
	if values[0]+values[1] == "" {
		return nil, nil
	}
	for i, v := range values[:2] {
		// net/http reads it the same way: without a scheme it is http.
		_, whole := addressOf(v)
		if _, short := addressOf("http://" + v); v != "" && !whole && (!short || strings.Contains(v, "://")) {
			wrong = append(wrong, names[i])
		}
	}
	return &Env{httpproxy.Config{HTTPProxy: values[0], HTTPSProxy: values[1], NoProxy: values[2]}, names[0], names[1]}, wrong
}

// Env are the environment's proxies and the variables that named them. A configuration
// only points to it, so that printing the configuration does not print it.
type Env struct {
	httpproxy.Config
	httpFrom, httpsFrom string
}

// Way says how the addresses of one portal are reached.
type Way struct {
	own Proxy
	key string // name of the key of own: "national.proxy"
	env *Env   // nil: none
}

// NewWay returns the way of a portal whose key has the value own; key is the key's name for
// messages, and env is nil where the environment names no proxy.
func NewWay(own Proxy, key string, env *Env) Way { return Way{own, key, env} }

// Proxy returns the proxy for an address; a nil URL means no proxy.
func (w Way) Proxy(to *url.URL) (*url.URL, error) {
	switch {
	case w.own.value == "" && w.env != nil:
		return w.env.ProxyFunc()(to)
	case w.own.value == "", w.own.value == None:
		return nil, nil
	default:
		u, ok := addressOf(w.own.value)
		if !ok {
			return nil, fmt.Errorf("%s is not the address of a proxy", w.key)
		}
		return u, nil
	}
}

// Told returns the proxy for an address in a form that may be shown, and the key or
// variable that named it; both are empty when there is none.
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
	return clean.Line(Of(u.String()).String()), from
}
