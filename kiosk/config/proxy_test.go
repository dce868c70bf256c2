package config

import (
	"encoding/pem"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"motcua/client/clienttest/badtls"
	"motcua/kiosk/config/authority"
	"motcua/kiosk/config/proxy"
	"motcua/tui/text"
)

const nationalURL = "[national]\nurl = \"https://portal.example/api/v1\"\n"

// The proxy through which an address is asked, and the key or variable that names it.
func TestWays(t *testing.T) {
	environment := map[string]string{
		"HTTPS_PROXY": "http://ten:hunter2@env.example:3128", "http_proxy": "plain.example:8080", "NO_PROXY": "trong.example,.noi-bo.example",
	}
	for _, tt := range []struct {
		name, key   string
		env         map[string]string
		to          string
		proxy, from string
	}{
		{"nothing said", "", nil, "https://portal.example", "", ""},
		{"the environment", "", environment, "https://portal.example", "http://(ẩn)@env.example:3128", "HTTPS_PROXY"},
		{"the environment, http, lower case, no scheme", "", environment, "http://portal.example", "http://plain.example:8080", "http_proxy"},
		{"the environment's exceptions", "", environment, "https://may.noi-bo.example/api", "", ""},
		{"this machine itself", "", environment, "https://127.0.0.1:4000", "", ""},
		{"the file over the environment", "socks5://file.example:1080", environment, "https://trong.example", "socks5://file.example:1080", "national.proxy"},
		{"with a password", "https://ten:hunter2@file.example", nil, "https://portal.example", "https://(ẩn)@file.example", "national.proxy"},
		{"none", "none", environment, "https://portal.example", "", ""},
		{"none, in capitals", "NONE", environment, "https://portal.example", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			cfg, err := Load(Inputs{Flags: map[string]string{"config": write(t, nationalURL+"proxy = \""+tt.key+"\"\n")}, Getenv: env(tt.env)})
			if err != nil {
				t.Fatal(err)
			}
			way := cfg.Way(cfg.National.Proxy, "national.proxy")
			if proxy, from := way.Told(tt.to); proxy != tt.proxy || from != tt.from {
				t.Errorf("told %q by %q, want %q by %q", proxy, from, tt.proxy, tt.from)
			}
			to, err := url.Parse(tt.to)
			if err != nil {
				t.Fatal(err)
			}
			u, err := way.Proxy(to)
			if err != nil || (u == nil) != (tt.proxy == "") {
				t.Fatalf("%v, %v", u, err)
			}
			if strings.Contains(tt.proxy, "(ẩn)") && !strings.Contains(u.String(), "ten:hunter2@") {
				t.Errorf("the connection itself lacks its password: %v", u)
			}
		})
	}
}

func TestProxyHidesItsPassword(t *testing.T) {
	file := write(t, nationalURL+"proxy = \"http://ten:hunter2@p.example:3128\"\n"+openCPS+"proxy = \"socks5://ten:hunter2@q.example:1080\"\n")
	cfg, err := Load(Inputs{Flags: map[string]string{"config": file}, Getenv: env(map[string]string{"HTTPS_PROXY": "http://ai:hunter2@e.example"})})
	if err != nil {
		t.Fatal(err)
	}
	var shown, asJSON strings.Builder
	if err := errors.Join(cfg.Write(&shown, text.VI), cfg.WriteJSON(&asJSON)); err != nil {
		t.Fatal(err)
	}
	outs := []string{shown.String(), asJSON.String()}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
		outs = append(outs, fmt.Sprintf(verb, cfg.National.Proxy), fmt.Sprintf(verb, cfg))
	}
	for _, out := range outs {
		if strings.Contains(out, "hunter2") || strings.Contains(out, "68756e7465723") || strings.Contains(out, "//ten") {
			t.Errorf("the password stands in %q", out)
		}
	}
	for _, want := range []string{`proxy = "http://(ẩn)@p.example:3128"`, `proxy = "socks5://(ẩn)@q.example:1080"`} {
		if !strings.Contains(shown.String(), want) {
			t.Errorf("%q is missing in\n%s", want, &shown)
		}
	}
	if !cfg.secretInFile {
		t.Error("a password of a proxy stands in the file")
	}
	for v, want := range map[string]string{"": "", "none": "none", "a:b@c": "(ẩn)@c", "http://a@b@c": "http://(ẩn)@c", "http://h:1": "http://h:1"} {
		if got := proxy.Of(v).String(); got != want {
			t.Errorf("%q is shown as %q, want %q", v, got, want)
		}
	}
}

// sentences returns the problems of a document, without the name of the file.
func sentences(t *testing.T, doc string, pairs map[string]string, l text.Lang) []string {
	t.Helper()
	file := write(t, doc)
	_, err := Load(Inputs{Flags: map[string]string{"config": file}, Getenv: env(pairs)})
	if err == nil {
		return nil
	}
	var all *Error
	if !errors.As(err, &all) {
		t.Fatalf("error %v, want *Error", err)
	}
	list := all.Sentences(l)
	for i := range list {
		list[i] = strings.TrimPrefix(list[i], file)
	}
	return list
}

func TestBadProxies(t *testing.T) {
	const takes = `an address such as "http://proxy.example:3128" (http, https or socks5), "none" for none, or nothing to follow HTTPS_PROXY`
	const variable = `this variable takes an address such as "http://proxy.example:3128" (http, https or socks5).`
	for _, tt := range []struct {
		name, doc string
		env       map[string]string
		want      []string
	}{
		{"without a scheme", nationalURL + "proxy = \"proxy.example:3128\"\n", nil, []string{`, line 3: key "national.proxy" takes ` + takes + `, but it is "proxy.example:3128".`}},
		{"another scheme", openCPS + "proxy = \"ftp://proxy.example\"\n", nil, []string{`, line 5: key "system.proxy" takes ` + takes + `, but it is "ftp://proxy.example".`}},
		{"a page", nationalURL + "proxy = \"http://proxy.example/proxy.pac\"\n", nil, []string{`, line 3: key "national.proxy" takes ` + takes + `, but it is "http://proxy.example/proxy.pac".`}},
		{"a password in something else", nationalURL + "proxy = \"ten:hunter2@proxy.example\"\n", nil, []string{`, line 3: key "national.proxy" takes ` + takes + `.`}},
		{"a number", nationalURL + "proxy = 3128\n", nil, []string{`, line 3: key "national.proxy" takes ` + takes + `, but this is an integer.`}},
		{"a list", nationalURL + "proxy = [\"http://hunter2@p\"]\n", nil, []string{`, line 3: key "national.proxy" takes ` + takes + `.`}},
		{"a variable", nationalURL, map[string]string{"https_proxy": "ftp://ten:hunter2@proxy.example"}, []string{`environment variable https_proxy: ` + variable}},
		{"a variable that cannot be read", nationalURL, map[string]string{"HTTP_PROXY": "http://ten:hunter2@%zz"}, []string{`environment variable HTTP_PROXY: ` + variable}},
		{"a variable that nothing follows", nationalURL + "proxy = \"none\"\n", map[string]string{"HTTPS_PROXY": "ftp://proxy.example"}, nil},
		{"a variable while nothing is asked", "", map[string]string{"HTTPS_PROXY": "ftp://proxy.example"}, nil},
		{"the variable of the key", nationalURL, map[string]string{"MOTCUA_NATIONAL_PROXY": "proxy"}, []string{`environment variable MOTCUA_NATIONAL_PROXY: key "national.proxy" takes ` + takes + `, but it is "proxy".`}},
		{"for a page", handOver + "proxy = \"none\"\n", nil, []string{`, line 5: key "system.proxy" is not for kind = "handover"; that kind takes id, name, kind, page, code_field.`}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := sentences(t, tt.doc, tt.env, text.EN); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
			for _, s := range append(sentences(t, tt.doc, tt.env, text.VI), sentences(t, tt.doc, tt.env, text.EN)...) {
				if strings.Contains(s, "hunter2") || strings.Contains(s, "%w") || strings.Contains(s, "%k") {
					t.Errorf("a secret or a gap stands in %q", s)
				}
			}
		})
	}
}

// An unusable file of authorities is reported when the configuration is read.
func TestAuthorities(t *testing.T) {
	dir := t.TempDir()
	good := badtls.NewAuthority(t).File(dir)
	body, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	put := func(name, body string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	block, _ := pem.Decode(body)
	der := put("ca.der", string(block.Bytes))
	two := put("two.pem", "Nơi cấp:\n"+string(body)+string(body))
	for _, file := range []string{good, der, two} {
		if got := sentences(t, nationalURL+"ca_file = '"+file+"'\n"+openCPS+"ca_file = '"+file+"'\n", nil, text.VI); got != nil {
			t.Errorf("%s: %q", file, got)
		}
		pool, err := authority.Pool(file)
		if err != nil || pool == nil {
			t.Errorf("%s: %v", file, err)
		}
	}
	if pool, err := authority.Pool(""); pool != nil || err != nil {
		t.Errorf("%v, %v", pool, err)
	}
	for name, tt := range map[string]struct{ file, why string }{
		"not there": {filepath.Join(dir, "none.pem"), "there is no such file"},
		"a folder":  {dir, "it is a folder"},
		"empty":     {put("empty.pem", ""), "it contains no certificate"},
		"a key":     {put("key.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"), "it contains no certificate"},
		"broken":    {put("broken.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"), "a certificate in it cannot be read"},
	} {
		want := []string{fmt.Sprintf(`, line 3: key "national.ca_file" takes the name of a readable file with the certificates (PEM or DER) of an authority; %s: %s.`, tt.file, tt.why)}
		if got := sentences(t, nationalURL+"ca_file = '"+tt.file+"'\n", nil, text.EN); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got  %q\nwant %q", name, got, want)
		}
		if _, err := authority.Pool(tt.file); err == nil {
			t.Errorf("%s: it is believed", name)
		}
	}
	if got := sentences(t, openCPS+"ca_file = '"+dir+"'\n", nil, text.VI); len(got) != 1 || !strings.Contains(got[0], `dòng 5: khóa "system.ca_file"`) || !strings.Contains(got[0], "đó là một thư mục") {
		t.Errorf("%q", got)
	}
}
