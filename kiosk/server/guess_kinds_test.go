package server

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/sandbox"
	"motcua/client/sandbox/adapter"
	"motcua/client/sandbox/igate"
	"motcua/client/system"
)

// front is a proxy in front of the sample portal. login and look answer in its place; nil
// passes the request to the portal.
type front struct {
	*httptest.Server
	login, look http.HandlerFunc

	mu            sync.Mutex
	logins, looks int
}

func newFront(t *testing.T, login, look http.HandlerFunc) *front {
	t.Helper()
	portal, err := sandbox.New(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f := &front{login: login, look: look}
	f.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer, count := f.look, &f.looks
		if strings.HasSuffix(r.URL.Path, adapter.LoginPath) || strings.HasSuffix(r.URL.Path, igate.TokenPath) {
			answer, count = f.login, &f.logins
		}
		f.mu.Lock()
		*count++
		f.mu.Unlock()
		if answer == nil {
			answer = portal.Handler().ServeHTTP
		}
		answer(w, r)
	}))
	t.Cleanup(f.Close)
	return f
}

// seen returns how many log-ins and look-ups arrived.
func (f *front) seen() (logins, looks int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.logins, f.looks
}

// kindAt returns a system of a kind of the table, with the sample portal's address replaced by
// base.
func kindAt(t *testing.T, k system.Kind, base string, change ...func(*system.Reach)) client.DossierSource {
	t.Helper()
	at := system.Reach{Source: client.SourceName{ID: k.Name, Name: "Hệ thống thử"}, Retries: -1}
	for _, f := range change {
		f(&at)
	}
	s, err := k.Open(at, system.SettingsOf(k.Sample(base, "")), system.Hooks{})
	if err != nil {
		t.Fatal(err)
	}
	if c, ok := s.(interface{ Close() }); ok {
		t.Cleanup(c.Close)
	}
	return s
}

// logsIn reports whether systems of the kind need an account.
func logsIn(k system.Kind) bool {
	return slices.ContainsFunc(k.Keys, func(key system.Key) bool { return key.Account && key.Takes == system.TakesSecret })
}

// A proof that a system of any kind answers with silence is charged. A page for people is sent
// no question and is not charged.
func TestSilenceOfEveryKindIsPaidFor(t *testing.T) {
	t.Parallel()
	for _, k := range system.Kinds() {
		t.Run(k.Name, func(t *testing.T) {
			f := newFront(t, nil, cut(true))
			r := guardingRoute(t, client.Route{Sources: []client.DossierSource{kindAt(t, k, f.URL)}, Timeout: 5 * time.Second})
			c := r.dialFrom("203.0.113.7")
			for n := range silentGuesses {
				r.trackOn(c, "track "+knownCode+" --proof "+wrongProof(n))
			}
			logins, looks := f.seen()
			if k.Asked && (looks > mostTries || looks < 4) || !k.Asked && looks > 0 {
				t.Errorf("%d proofs of one dossier were tried, want at most %d", looks, mostTries)
			}
			if (logins > 0) != logsIn(k) {
				t.Errorf("%d log-ins, with an account: %v", logins, logsIn(k))
			}
		})
	}
}

// A question that failed before it left this machine revealed nothing and is not charged.
func TestWhatWasNotAskedIsGivenBack(t *testing.T) {
	plain := newPortal(t, status(http.StatusInternalServerError))
	refusing := httptest.NewServer(status(http.StatusProxyAuthRequired))
	defer refusing.Close()
	through := func(at *system.Reach) {
		at.Proxy = func(*url.URL) (*url.URL, error) { return url.Parse(refusing.URL) }
	}
	for _, k := range system.Kinds() {
		if !k.Asked {
			continue // it sends no question, see TestSilenceOfEveryKindIsPaidFor
		}
		sources := map[string]client.DossierSource{
			"nothing listens":            kindAt(t, k, "http://"+deadAddress(t)),
			"no such name":               kindAt(t, k, "http://khong..co.example"),
			"no encryption there":        kindAt(t, k, strings.Replace(plain.URL, "http:", "https:", 1)),
			"the proxy wants a password": kindAt(t, k, "https://portal.example", through),
		}
		if logsIn(k) {
			sources["an account that is not known"] = kindAt(t, k, newFront(t, status(http.StatusInternalServerError), nil).URL)
		}
		for name, s := range sources {
			t.Run(k.Name+", "+name, func(t *testing.T) {
				r := guardingRoute(t, client.Route{Sources: []client.DossierSource{s}, Timeout: 5 * time.Second})
				c := r.dialFrom("203.0.113.7")
				for n := range 15 {
					if got := r.trackOn(c, "track "+knownCode+" --proof "+wrongProof(n)); strings.Contains(got.err, "Máy tạm ") || got.code == 0 {
						t.Fatalf("made to wait at %d: %s", n, got.err)
					}
				}
			})
		}
	}
	if plain.requests() != 0 {
		t.Errorf("a question arrived %d times", plain.requests())
	}
}

// The log-in works, the question gets the answer "log in again", and that log-in fails: the
// question was asked, so it is charged.
func TestWhatWasAskedBeforeTheLogInFailedIsPaidFor(t *testing.T) {
	tried := 0
	for _, k := range system.Kinds() {
		if !logsIn(k) {
			continue // nothing can fail before the question
		}
		tried++
		t.Run(k.Name, func(t *testing.T) {
			portal, err := sandbox.New(sandbox.Options{})
			if err != nil {
				t.Fatal(err)
			}
			var f *front
			f = newFront(t, func(w http.ResponseWriter, r *http.Request) {
				if logins, _ := f.seen(); logins%2 == 0 {
					cut(true)(w, r)
					return
				}
				portal.Handler().ServeHTTP(w, r)
			}, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "application/json")
				w.WriteHeader(http.StatusUnauthorized)
			})
			r := guardingRoute(t, client.Route{Sources: []client.DossierSource{kindAt(t, k, f.URL)}, Timeout: 5 * time.Second})
			c := r.dialFrom("203.0.113.7")
			for n := range silentGuesses {
				r.trackOn(c, "track "+knownCode+" --proof "+wrongProof(n))
			}
			if logins, looks := f.seen(); looks > mostTries || looks < 4 || logins < 2 {
				t.Errorf("%d proofs of one dossier were tried with %d log-ins, want at most %d", looks, logins, mostTries)
			}
		})
	}
	if tried == 0 {
		t.Error("no kind logs in")
	}
}
