package doctor

import (
	"errors"
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/system"
	"motcua/kiosk/config/proxy"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// place is the part of the configuration that concerns a portal.
type place struct {
	section      string            // "[national]"
	url, account string            // keys
	addresses    map[string]string // by key
	paths        map[string]string // the keys of what is asked below an address, by the address's key
	way          proxy.Way
	timeout      time.Duration
}

// placeOf returns a portal's part of the configuration.
func (e *Env) placeOf(p Portal) place {
	s, ok := e.Config.System(p.System)
	if p.System == "" || !ok {
		n := e.Config.National
		return place{
			section: "[national]", url: "url", account: "url",
			addresses: map[string]string{"url": n.URL}, way: e.Config.Way(n.Proxy, "national.proxy"), timeout: n.Timeout,
		}
	}
	at := place{
		section: "[[system]] " + s.ID, url: "url", addresses: map[string]string{"url": s.Keys["url"]},
		way: e.Config.Way(s.Proxy, "proxy, [[system]] "+s.ID), timeout: s.Timeout,
	}
	kind, _ := system.Find(s.Kind)
	values := s.Settings()
	at.paths = map[string]string{}
	var urls, account []string
	for _, key := range kind.Keys {
		if key.Below != "" {
			at.paths[key.Below] = joined(at.paths[key.Below], key.Name)
			at.addresses[key.Below] = values(key.Below)
		}
		switch {
		case !key.Account:
		case key.Takes == system.TakesSecret:
			account = append(account, s.SecretKey())
		default:
			account = append(account, key.Name)
		}
	}
	for _, key := range kind.Keys { // in the order of the table
		if _, asked := at.addresses[key.Name]; asked {
			urls = append(urls, key.Name)
		}
	}
	at.url, at.account = strings.Join(urls, ", "), strings.Join(account, ", ")
	return at
}

func joined(list, name string) string {
	if list == "" {
		return name
	}
	return list + ", " + name
}

// keyOf returns the key whose address has that host; all of them when none has.
func (a place) keyOf(host string) string {
	var list []string
	for key, address := range a.addresses {
		if u, err := url.Parse(address); err == nil && strings.EqualFold(u.Host, host) {
			list = append(list, key)
		}
	}
	if len(list) == 0 {
		return a.url
	}
	slices.SortFunc(list, func(x, y string) int { return strings.Compare(y, x) }) // url before sso
	return strings.Join(list, ", ")
}

// pathsOf returns the key of that host's address and the keys of the paths below it.
func (a place) pathsOf(host string) string {
	keys := a.keyOf(host)
	var list []string
	for key := range strings.SplitSeq(keys, ", ") {
		if list = append(list, key); a.paths[key] != "" {
			list = append(list, a.paths[key])
		}
	}
	return strings.Join(list, ", ")
}

// through returns sentences about the proxies through which a portal is asked.
func (e *Env) through(p Portal) string {
	var list []string
	at := e.placeOf(p)
	for key := range strings.SplitSeq(at.url, ", ") {
		if proxy, from := at.way.Told(at.addresses[key]); proxy != "" {
			if s := e.say(operator.Through, proxy, from); !slices.Contains(list, s) {
				list = append(list, s)
			}
		}
	}
	return strings.Join(list, "")
}

// down returns the finding for a portal that gave no answer.
func (e *Env) down(p Portal, u *client.UnavailableError) Finding {
	r, known := operator.Remedies[string(u.Cause)]
	if !known {
		return e.finding("", StateFail, e.say(operator.DoctorDown, p.Source.Name, e.cause(u.Cause)), operator.DoctorDoDown)
	}
	at := e.placeOf(p)
	host := clean.Line(u.Host)
	if host == "" {
		if base, err := url.Parse(p.URL); err == nil {
			host = base.Host
		}
	}
	bare, _, err := net.SplitHostPort(host)
	if err != nil {
		bare = host
	}
	key := at.keyOf(host)
	proxy, from := at.way.Told(at.addresses[strings.Split(key, ", ")[0]])
	switch {
	case u.Cause == client.CauseRejected && p.System == "":
		r.Do = operator.RemedyNational
	case u.Cause == client.CauseProxy && proxy == "":
		r = operator.Remedy{Say: operator.HiddenProxy, Do: operator.HiddenProxyDo}
	}
	var cert client.CertificateError
	if found := (*client.CertificateError)(nil); errors.As(u, &found) {
		cert = *found
	}
	day := cert.Until
	if u.Cause == client.CauseNotYetValid {
		day = cert.From
	}
	says := ""
	if u.Err != nil {
		says = clean.Line(u.Err.Error())
	}
	fill := strings.NewReplacer(
		"{name}", p.Source.Name, "{section}", at.section, "{host}", host, "{hostname}", bare, "{url}", key, "{paths}", at.pathsOf(host), "{timeout}", "timeout", "{waits}", at.timeout.String(),
		"{account}", at.account, "{proxy}", "proxy", "{ca}", "ca_file", "{way}", proxy, "{from}", from,
		"{names}", strings.Join(cert.Names, ", "), "{issuer}", cert.Issuer, "{day}", text.For(e.Lang).Day(day), "{sha256}", cert.Fingerprint,
		"{status}", strconv.Itoa(u.Status), "{error}", says,
	)
	return Finding{State: StateFail, Sentence: fill.Replace(r.Say.In(e.Lang)), WhatToDo: fill.Replace(r.Do.In(e.Lang))}
}
