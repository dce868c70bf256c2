package doctor

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/workday"
	"motcua/kiosk/config"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// kindsDoc is a configuration with one back end of each kind.
const kindsDoc = `
[national]
url = "https://national.example/api/v1"
timeout = "7s"
[[system]]
id = "a"
kind = "integration"
url = "https://adapter.example"
username = "u"
password_env = "PW"
[[system]]
id = "i"
kind = "igate"
url = "https://api.example"
sso = "https://sso.example:8443"
client_id = "c"
client_secret = "x"
[[system]]
id = "o"
kind = "opencps"
url = "https://o.example/o/rest/v2"
proxy = "http://ten:hunter2@proxy.example:3128"
`

// ofKinds returns an Env and its portals, by the IDs of their systems.
func ofKinds(t *testing.T) (Env, map[string]Portal) {
	t.Helper()
	e := sound(t)
	var err error
	if e.Config, err = load(t, kindsDoc); err != nil {
		t.Fatal(err)
	}
	portals := map[string]Portal{"": {Source: client.SourceName{ID: "national", Name: "Cổng quốc gia"}, URL: e.Config.National.URL}}
	for _, s := range e.Config.Systems {
		portals[s.ID] = Portal{Source: client.SourceName{ID: s.ID, Name: "Hệ thống " + s.ID}, System: s.ID, URL: s.Keys["url"]}
	}
	return e, portals
}

var cert = &client.CertificateError{
	Names: []string{"cong-khac.example"}, Issuer: "CN=Nơi cấp riêng", Fingerprint: "AA:BB", Err: errors.New("x509: bad"),
	From: time.Date(2026, 12, 1, 0, 0, 0, 0, workday.Zone), Until: time.Date(2026, 11, 20, 0, 0, 0, 0, workday.Zone),
}

// For each kind of back end, every cause has a sentence of its own and an advice, in both
// languages, with all placeholders filled in.
func TestEachCauseForEachKind(t *testing.T) {
	gap := regexp.MustCompile(`%|\{|\(\)|  |: \.`)
	for _, l := range []text.Lang{text.VI, text.EN} {
		e, portals := ofKinds(t)
		e.Lang = l
		for id, p := range portals {
			seen := map[string]client.Cause{}
			for _, c := range client.Causes() {
				f := e.down(p, &client.UnavailableError{Source: p.Source, Cause: c, Host: "adapter.example:444", Status: 503, Err: cert})
				if f.State != StateFail || f.Sentence == "" || f.WhatToDo == "" || gap.MatchString(f.Sentence) || gap.MatchString(f.WhatToDo) {
					t.Errorf("%s %q %s: %+v", l, id, c, f)
				}
				if seen[f.Sentence] != "" {
					t.Errorf("%s %q: %s is told like %s: %s", l, id, c, seen[f.Sentence], f.Sentence)
				}
				seen[f.Sentence] = c
				if strings.Contains(f.Sentence+f.WhatToDo, "hunter2") {
					t.Errorf("a password stands in %+v", f)
				}
			}
		}
	}
	for c := range operator.Remedies {
		if !slices.Contains(client.Causes(), client.Cause(c)) {
			t.Errorf("%s is no cause", c)
		}
	}
}

// The advice names the keys of that kind of back end.
func TestRemediesNameTheirKeys(t *testing.T) {
	for _, tt := range []struct {
		id, host string
		cause    client.Cause
		say, do  string
	}{
		{"a", "adapter.example", client.CauseRefused, "Hệ thống a refuses the log-in.", "Check username, password_env, dstcode, unit in [[system]] a."},
		{"i", "sso.example:8443", client.CauseRefused, "Hệ thống i refuses the log-in.", "Check client_id, client_secret in [[system]] i."},
		{"o", "o.example", client.CauseRefused, "Hệ thống o refuses the log-in.", "Check group_id in [[system]] o."},
		{"i", "sso.example:8443", client.CauseDNS, "Hệ thống i: the name sso.example is not found (DNS).", "Check sso in [[system]] i. If the name is right, check this machine's name server: getent hosts sso.example"},
		{"i", "api.example", client.CauseClosed, "Hệ thống i: api.example refuses the connection, nothing listens there.", "Check url in [[system]] i, above all the port. If it is right, tell the system's owner."},
		{"", "national.example", client.CauseTimeout, "Cổng quốc gia: national.example takes too long to answer.", "A firewall that drops packets looks the same: ask for access from this machine to national.example. If the system is slow, raise timeout in [national] (now 7s)."},
		{"", "national.example", client.CauseRejected, "the firewall of Cổng quốc gia rejects this machine.", "Set national.contact, ask less often, or ask for access from this machine's address."},
		{"i", "api.example", client.CauseRejected, "the firewall of Hệ thống i rejects this machine.", "Ask the owner to allow this machine's address, and check what the account may do (client_id, client_secret in [[system]] i)."},
		{"a", "adapter.example", client.CauseExpired, "Hệ thống a: the certificate of adapter.example expired on 20 November 2026.", "Tell the owner to renew it. If that day is in the future, this machine's clock is wrong: timedatectl"},
		{"a", "adapter.example", client.CauseNotYetValid, "Hệ thống a: the certificate of adapter.example is not valid before 1 December 2026.", "Check this machine's clock first: timedatectl. If it is right, tell the owner."},
		{"a", "adapter.example", client.CauseWrongName, "Hệ thống a: the certificate of adapter.example is for another name: cong-khac.example.", "Put that name into url in [[system]] a if that is the right server; otherwise tell the owner to change the certificate."},
		{"", "national.example", client.CauseSelfSigned, "Cổng quốc gia: the certificate of national.example is self-signed, so no authority confirms it. SHA-256: AA:BB.", "Ask the owner for that certificate, compare the SHA-256 over the telephone, save it as a PEM file and set ca_file in [national]."},
		{"o", "o.example", client.CauseProxy, "Hệ thống o: the proxy http://(ẩn)@proxy.example:3128 does not let us through to o.example.", "Check proxy, [[system]] o: address, name, password, and which hosts the proxy allows. If a direct connection is possible, set proxy = \"none\" in [[system]] o."},
		{"a", "adapter.example", client.CauseProxy, "Hệ thống a: a proxy on the way to adapter.example demands a password.", "Set proxy in [[system]] a with a name and a password, or the variable HTTPS_PROXY."},
		{"i", "api.example", client.CauseContent, "Hệ thống i sends an answer that cannot be read (x509: bad).", "Check url, search_path in [[system]] i: it must be the API of that kind of system."},
		{"a", "adapter.example", client.CauseServer, "Hệ thống a: the server adapter.example has a fault (HTTP 503).", "The fault is on their side: wait and try again, and tell the owner if it lasts."},
	} {
		e, portals := ofKinds(t)
		f := e.down(portals[tt.id], &client.UnavailableError{Cause: tt.cause, Host: tt.host, Status: 503, Err: cert})
		if f.Sentence != tt.say || f.WhatToDo != tt.do {
			t.Errorf("%s of %q: got\n%s\n%s\nwant\n%s\n%s", tt.cause, tt.id, f.Sentence, f.WhatToDo, tt.say, tt.do)
		}
	}
}

// The finding names the proxy that was used, whether the portal answers or not, and never
// its password.
func TestTheProxyIsTold(t *testing.T) {
	for _, tt := range []struct {
		system string // lines of its section
		env    map[string]string
		err    error
		want   string
	}{
		{"proxy = \"http://ten:hunter2@proxy.example:3128\"\n", nil, nil, "ok portal o: Hệ thống o answers after 1 ms. Through the proxy http://(ẩn)@proxy.example:3128 (proxy, [[system]] o)."},
		{"", map[string]string{"HTTPS_PROXY": "http://env.example:8080"}, client.ErrNotFound, "ok portal o: Hệ thống o answers after 1 ms. Through the proxy http://env.example:8080 (HTTPS_PROXY)."},
		{"", map[string]string{"HTTPS_PROXY": "http://env.example:8080"}, &client.UnavailableError{Cause: client.CauseTimeout, Host: "o.example"}, "fail portal o: Hệ thống o: o.example takes too long to answer. Through the proxy http://env.example:8080 (HTTPS_PROXY)."},
		{"", map[string]string{"HTTPS_PROXY": "http://env.example:8080", "NO_PROXY": ".example"}, nil, "ok portal o: Hệ thống o answers after 1 ms."},
		{"proxy = \"none\"\n", map[string]string{"HTTPS_PROXY": "http://env.example:8080"}, nil, "ok portal o: Hệ thống o answers after 1 ms."},
	} {
		e := sound(t)
		e.Config = loadWith(t, "[[system]]\nid = \"o\"\nkind = \"opencps\"\nurl = \"https://o.example/o/rest/v2\"\n"+tt.system, tt.env)
		e.Portals = []Portal{{Source: client.SourceName{ID: "o", Name: "Hệ thống o"}, System: "o", URL: "https://o.example/o/rest/v2", Ask: func(context.Context) error { return tt.err }}}
		if got, _ := run(t, e); !slices.Contains(got, tt.want) {
			t.Errorf("got %q\nwant one of them to be %q", got, tt.want)
		}
	}
}

func loadWith(t *testing.T, doc string, env map[string]string) config.Config {
	t.Helper()
	good, err := load(t, doc)
	if err != nil {
		t.Fatal(err)
	}
	cfg, err := config.Load(config.Inputs{Flags: map[string]string{"config": good.File}, Getenv: func(name string) string { return env[name] }})
	if err != nil {
		t.Fatal(err)
	}
	return cfg
}

// When only the service has a password, the doctor checks its server's address, goes on
// with the rest, and says how to run it inside the service.
func TestCredentialOutsideTheService(t *testing.T) {
	e := sound(t)
	asked := 0
	e.Portals[0].Outside = []string{"h55.password"}
	e.Portals[0].Ask = func(context.Context) error { asked++; return nil }
	e.Look = func(context.Context, string, code.Dossier) error { return fmt.Errorf("h55: %w", config.ErrOutside) }
	var told []Finding
	good, err := Run(t.Context(), e, func(f Finding) error { told = append(told, f); return nil })
	if err != nil || !good || asked != 0 {
		t.Fatalf("good %v, asked %d times: %v", good, asked, err)
	}
	var got []string
	for _, f := range told {
		got = append(got, fmt.Sprintf("%s %s: %s", f.State, f.Name, f.Sentence))
	}
	for _, want := range []string{
		"warn portal h55: the server of Một cửa Thái Nguyên can be reached; its password (h55.password) is there only inside the systemd service, so that no application is asked for here.",
		"ok clock: the clock agrees with Một cửa Thái Nguyên within 3 seconds.",
		"ok routes: codes * go to h55 (can only be asked inside the service).",
		"ok server: motcua serve can start on 127.0.0.1:2222.",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is missing in %q", want, got)
		}
	}
	if i := slices.IndexFunc(told, func(f Finding) bool { return f.Name == "portal h55" }); !strings.HasSuffix(told[i].WhatToDo, "as root: systemd-run motcua doctor") {
		t.Errorf("what to do: %q", told[i].WhatToDo)
	}
	// A server that is down is a fault whatever is known about the password.
	e.Portals[0].Date = func(context.Context) (time.Time, error) {
		return time.Time{}, &client.UnavailableError{Cause: client.CauseExpired, Host: "adapter.example", Err: cert}
	}
	if all, good := run(t, e); good || !slices.Contains(all, "fail portal h55: Một cửa Thái Nguyên: the certificate of adapter.example expired on 20 November 2026.") {
		t.Errorf("good %v: %q", good, all)
	}
}
