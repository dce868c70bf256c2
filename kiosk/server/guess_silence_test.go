package server

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/opencps"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
)

// portal is a portal over HTTP with one dossier and one right secret. The test decides how it
// refuses.
type portal struct {
	*httptest.Server
	no http.HandlerFunc // what a wrong secret gets

	mu    sync.Mutex
	tried map[string]bool
	asked int
}

// rightSecret opens the dossier of a portal.
const rightSecret = "Kx7Q"

func newPortal(t *testing.T, no http.HandlerFunc) *portal {
	t.Helper()
	p := &portal{no: no, tried: map[string]bool{}}
	p.Server = httptest.NewServer(p)
	t.Cleanup(p.Close)
	return p
}

func (p *portal) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	secret := r.URL.Query().Get("secretKey")
	p.mu.Lock()
	p.asked++
	if secret != "" {
		p.tried[secret] = true
	}
	p.mu.Unlock()
	if secret != rightSecret {
		p.no(w, r)
		return
	}
	showDossier(w)
}

func showDossier(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"dossierId": 7, "dossierNo": knownCode, "serviceName": "Đăng ký tạm trú", "dossierStatus": "processing", "applicantName": ownerName})
}

func (p *portal) tries() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.tried)
}

func (p *portal) requests() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.asked
}

// cut ends the connection instead of answering.
func cut(reset bool) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			return
		}
		if tcp, ok := conn.(*net.TCPConn); ok && reset {
			_ = tcp.SetLinger(0)
		}
		_ = conn.Close()
	}
}

func status(n int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(n) }
}

// never answers only when the asker has gone.
func never(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

func openCPS(t *testing.T, base string, change ...func(*opencps.Config)) client.DossierSource {
	t.Helper()
	var c opencps.Config
	c.Rest.BaseURL, c.Rest.Source, c.Rest.Retries = base+opencps.BasePath, client.SourceName{ID: "cps", Name: "Cổng thử"}, -1
	for _, f := range change {
		f(&c)
	}
	s, err := opencps.New(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// guardingRoute is guarding for one route.
func guardingRoute(t *testing.T, route client.Route) *running {
	t.Helper()
	route.Match = "*"
	return start(t, func(c *Config, d *Deps) {
		c.Balancers = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
		d.Service = client.NewService(client.ServiceConfig{Routes: []client.Route{route}})
		d.Interface.Desk = "Quầy 3"
		budget, err := limit.NewLookups(ledger.NewMemory(ledger.Options{}), limit.DefaultLookups(), limit.LookupOptions{Alarm: limit.LogAlarms(d.Log)})
		if err != nil {
			t.Fatal(err)
		}
		d.Budget = budget
	})
}

// silentGuesses is more than twice what the budgets allow; each guess is a look-up.
const silentGuesses = 12

// silenceTime is the time limit of a route to a portal that never answers. A request
// arrives within it even on a busy machine. Routes to portals that say no at once need none.
const silenceTime = 500 * time.Millisecond

// A proof is charged however the portal refuses it, even by silence.
func TestANoThatIsSilenceIsPaidFor(t *testing.T) {
	t.Parallel()
	noes := map[string]http.HandlerFunc{
		"a reset":     cut(true),
		"a hang-up":   cut(false),
		"no answer":   never,
		"status 407":  status(http.StatusProxyAuthRequired),
		"status 408":  status(http.StatusRequestTimeout),
		"status 429":  status(http.StatusTooManyRequests),
		"status 500":  status(http.StatusInternalServerError),
		"status 400":  status(http.StatusBadRequest),
		"its own 203": status(http.StatusNonAuthoritativeInfo),
		"a piece of an answer, cut": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			_, _ = io.WriteString(w, `{"dossierNo":`)
		},
		"a piece of an answer, and silence": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "1000")
			_, _ = io.WriteString(w, `{"dossierNo":`)
			_ = http.NewResponseController(w).Flush()
			never(w, r)
		},
		"a page elsewhere": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://127.0.0.1:1/khong", http.StatusFound)
		},
		"a page that is cut": func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, "/khong") {
				cut(true)(w, r)
				return
			}
			http.Redirect(w, r, "/khong", http.StatusFound)
		},
	}
	limits := map[string]time.Duration{"no answer": silenceTime, "a piece of an answer, and silence": silenceTime}
	page := says{"page", &client.HandOverError{URL: "https://portal.example/tra-cuu"}}
	for name, no := range noes {
		t.Run(name, func(t *testing.T) {
			p := newPortal(t, no)
			r := guardingRoute(t, client.Route{Sources: []client.DossierSource{openCPS(t, p.URL)}, Timeout: limits[name]})
			c := r.dialFrom("203.0.113.7")
			for n := range silentGuesses {
				r.trackOn(c, "track "+knownCode+" --proof "+wrongProof(n))
			}
			if n := p.tries(); n > mostTries || n < 4 {
				t.Errorf("%d proofs of one dossier were tried, want at most %d", n, mostTries)
			}
		})
	}
	for name, route := range map[string]func(cps, dead client.DossierSource) client.Route{
		"a page behind it": func(cps, _ client.DossierSource) client.Route {
			return client.Route{Sources: []client.DossierSource{cps, page}}
		},
		"one that is not reached behind it": func(cps, dead client.DossierSource) client.Route {
			return client.Route{Sources: []client.DossierSource{cps, dead}}
		},
		"one that is not reached beside it": func(cps, dead client.DossierSource) client.Route {
			return client.Route{Sources: []client.DossierSource{cps, dead}, Ask: client.AskAll}
		},
		"tried again": func(_, _ client.DossierSource) client.Route { return client.Route{Timeout: silenceTime} },
	} {
		t.Run("a reset, "+name, func(t *testing.T) {
			p := newPortal(t, cut(true))
			cps := openCPS(t, p.URL)
			route := route(cps, openCPS(t, "http://"+deadAddress(t)))
			if route.Sources == nil {
				route.Sources = []client.DossierSource{openCPS(t, p.URL, func(c *opencps.Config) { c.Rest.Retries = 2 })}
			}
			r := guardingRoute(t, route)
			c := r.dialFrom("203.0.113.7")
			for n := range silentGuesses {
				r.trackOn(c, "track "+knownCode+" --proof "+wrongProof(n))
			}
			if n := p.tries(); n > mostTries || n < 4 {
				t.Errorf("%d proofs of one dossier were tried, want at most %d", n, mostTries)
			}
		})
	}
}

// One system checks the secret of a receipt's link and refuses by silence, while another shows
// the public part. The attempt is charged.
func TestASilentNoBesideAPublicPartIsPaidFor(t *testing.T) {
	link := "track 'https://portal.example/tra-cuu?code=" + knownCode + "&secretKey=" + wrongProof(1) + "'"
	for name, no := range map[string]http.HandlerFunc{"a reset": cut(true), "no answer": never, "status 500": status(http.StatusInternalServerError)} {
		for _, ask := range []client.Ask{client.AskFirst, client.AskAll} {
			p := newPortal(t, no)
			charged := &ledgerOfOutcomes{all: map[string][]limit.Outcome{}}
			r := start(t, func(c *Config, d *Deps) {
				c.Balancers = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
				d.Service = client.NewService(client.ServiceConfig{Routes: []client.Route{
					{Match: "*", Sources: []client.DossierSource{openCPS(t, p.URL), newVault()}, Ask: ask, Timeout: silenceTime},
				}})
				d.Budget = charged
			})
			if got := r.trackOn(r.dialFrom("203.0.113.7"), link); got.code != 0 || p.tries() != 1 {
				t.Fatalf("the public part is not shown, or %d secrets arrived: %s%s", p.tries(), got.out, got.err)
			}
			if got := charged.of("203.0.113.7"); got != fmt.Sprint([]limit.Outcome{limit.Doubted}) {
				t.Errorf("%s, ask %s: charged %s", name, ask, got)
			}
		}
	}
}

// deadAddress returns an address without a listener.
func deadAddress(t *testing.T) string {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String()
}

// A slow or broken portal keeps nobody from looking up their own dossiers: only proofs are
// charged.
func TestASilentPortalPunishesNobody(t *testing.T) {
	t.Parallel()
	for name, no := range map[string]http.HandlerFunc{"a reset": cut(true), "a hang-up": cut(false)} {
		p := newPortal(t, no)
		r := guardingRoute(t, client.Route{Sources: []client.DossierSource{openCPS(t, p.URL)}})
		c := r.dialFrom("203.0.113.7")
		for n := range 20 {
			proof := ""
			if n%2 == 1 {
				proof = " --proof " + wrongProof(n)
			}
			if got := r.trackOn(c, fmt.Sprintf("track H55.17.05-261120-%04d%s", 100+n, proof)); strings.Contains(got.err, "Máy tạm ") {
				t.Errorf("%s: made to wait at %d: %s", name, n, got.err)
				break
			}
		}
		if n := p.requests(); n < 20 {
			t.Errorf("%s: asked %d times", name, n)
		}
	}
}

// When two share a look-up that ends in silence, both are charged for the proof.
func TestWhoSharesASilenceBothPay(t *testing.T) {
	asked, release := make(chan struct{}, 10), make(chan struct{})
	p := newPortal(t, func(w http.ResponseWriter, r *http.Request) {
		asked <- struct{}{}
		<-release
		cut(true)(w, r)
	})
	charged := &ledgerOfOutcomes{all: map[string][]limit.Outcome{}}
	r := start(t, func(c *Config, d *Deps) {
		c.Balancers = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
		d.Service = client.NewService(client.ServiceConfig{Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{openCPS(t, p.URL)}}}})
		d.Budget = charged
	})
	var both sync.WaitGroup
	for _, ip := range []string{"203.0.113.1", "203.0.113.2"} {
		c := r.dialFrom(ip)
		both.Go(func() { r.trackOn(c, "track "+knownCode+" --proof "+wrongProof(1)) })
	}
	<-asked
	eventually(t, "both have asked", func() bool { return charged.asked() == 2 })
	pause(100 * time.Millisecond) // and both wait for the same look-up
	close(release)
	both.Wait()
	for _, ip := range []string{"203.0.113.1", "203.0.113.2"} {
		if got := charged.of(ip); got != fmt.Sprint([]limit.Outcome{limit.Unheard}) {
			t.Errorf("%s was charged %s", ip, got)
		}
	}
	if n := p.requests(); n != 1 {
		t.Errorf("the portal was asked %d times", n)
	}
}

// A person is told that their proof was wrong only when a system said so.
func TestWhoCouldNotBeCheckedIsNotToldThatTheyWereWrong(t *testing.T) {
	t.Parallel()
	known := status(http.StatusNonAuthoritativeInfo)
	for _, tt := range []struct {
		name string
		noes []http.HandlerFunc // the answers to one attempt after the other; the last repeats
		sure bool
	}{
		{"status 500", []http.HandlerFunc{status(http.StatusInternalServerError)}, false},
		{"a reset", []http.HandlerFunc{cut(true)}, false},
		{"no answer", []http.HandlerFunc{never}, false},
		{"one that could not be checked", []http.HandlerFunc{cut(true), known}, false},
		{"its own no", []http.HandlerFunc{known}, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var mu sync.Mutex
			n := 0
			p := newPortal(t, func(w http.ResponseWriter, r *http.Request) {
				mu.Lock()
				no := tt.noes[min(n, len(tt.noes)-1)]
				n++
				mu.Unlock()
				no(w, r)
			})
			r := guardingRoute(t, client.Route{Sources: []client.DossierSource{openCPS(t, p.URL)}, Timeout: silenceTime})
			c := r.dialFrom("203.0.113.7")
			for n := range mostTries {
				r.trackOn(c, "track "+knownCode+" --proof "+wrongProof(n))
			}
			for lang, words := range map[string]struct{ wrong, unsure string }{
				"vi": {"nhập sai", "Chưa biết ông/bà nhập đúng hay sai"}, "en": {"Too many wrong digits", "It is not known whether yours were right"},
			} {
				got := r.trackOn(c, "track "+knownCode+" --proof "+rightSecret+" --lang "+lang)
				if strings.Contains(got.err, words.wrong) != tt.sure || strings.Contains(got.err, words.unsure) == tt.sure {
					t.Errorf("in %s: %s", lang, got.err)
				}
			}
		})
	}
}

// For a portal that accepts any secret, a walk with made-up secrets costs as much as one
// without, gives no points back and shows no names.
func TestAPortalThatTakesAnySecretPaysNothingBack(t *testing.T) {
	for name, proof := range map[string]string{"typed": " --proof " + rightSecret + "9", "of a link": ""} {
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			code := r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:]
			_ = json.NewEncoder(w).Encode(map[string]any{"dossierNo": code, "dossierStatus": "processing", "applicantName": ownerName})
		}))
		t.Cleanup(srv.Close)
		r := guardingRoute(t, client.Route{Sources: []client.DossierSource{openCPS(t, srv.URL)}})
		c := r.dialFrom("203.0.113.7")
		learned := 0
		for n := range 30 {
			code := fmt.Sprintf("H55.17.05-261120-%04d", 100+n)
			ask := "track " + code + proof
			if proof == "" {
				ask = "track 'https://portal.example/tra-cuu?code=" + code + "&secretKey=Kx7Q'"
			}
			got := r.trackOn(c, ask)
			if strings.Contains(got.out, "Đang xử lý") {
				learned++
			}
			if strings.Contains(got.out, "P•••") {
				t.Errorf("%s: a name is shown: %s", name, got.out)
			}
		}
		// As many as without a secret: one from its own points, four from the shared ones.
		if learned > 6 {
			t.Errorf("%s: %d of 30 dossiers of one day are learned", name, learned)
		}
	}
}
