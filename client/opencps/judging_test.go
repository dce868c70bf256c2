package opencps

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/rest"
)

// door is a portal with the test's dossier. wrong answers requests with a wrong secret.
type door struct {
	detail string

	mu      sync.Mutex
	wrong   http.HandlerFunc
	secrets []string // the secrets that were sent, "" for none
}

func (d *door) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	secret := r.URL.Query().Get("secretKey")
	d.mu.Lock()
	d.secrets = append(d.secrets, secret)
	wrong := d.wrong
	d.mu.Unlock()
	if secret != "" && secret != testSecret {
		wrong(w, r)
		return
	}
	reply(w, http.StatusOK, d.detail)
}

func (d *door) sent() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.secrets)
}

func (d *door) becomes(wrong http.HandlerFunc) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.wrong = wrong
}

func (d *door) opens(w http.ResponseWriter, _ *http.Request) { reply(w, http.StatusOK, d.detail) }

func atDoor(t *testing.T, d *door) *Source {
	t.Helper()
	d.detail = detail(t, nil)
	srv := httptest.NewServer(d)
	t.Cleanup(srv.Close)
	s, err := New(Config{Rest: rest.Config{BaseURL: srv.URL + BasePath, Source: client.SourceName{ID: "g01"}, Retries: -1}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func linked(t *testing.T, secret string) client.DossierQuery {
	t.Helper()
	q := query(t, "")
	q.Secret = secret
	return q
}

// A portal that accepts any secret counts as one without: nothing is a proof, no secret is
// sent, and a typed proof gets the same answer for every code.
func TestAPortalThatTakesAnySecretHasNone(t *testing.T) {
	d := &door{}
	d.wrong = d.opens
	s := atDoor(t, d)
	told := make(chan client.SourceName, 9)
	s.cfg.OnTakesAny = func(n client.SourceName) { told <- n }
	if got, err := s.Dossier(t.Context(), linked(t, "abcd")); err != nil || got.Proof != client.ProofNone || got.Private != nil || got.ProcedureName == "" {
		t.Errorf("the first: %+v, %v", got, err)
	}
	if n := len(d.sent()); n != 2 {
		t.Errorf("asked %d times, want once more than without", n)
	}
	for _, q := range []client.DossierQuery{query(t, ""), linked(t, testSecret), linked(t, "zzzz")} {
		if got, err := s.Dossier(t.Context(), q); err != nil || got.Proof != client.ProofNone || got.Private != nil {
			t.Errorf("%+v: %v %+v, %v", q, got.Proof, got.Private, err)
		}
	}
	before := len(d.sent())
	other := query(t, "abcd")
	other.Code, _ = code.ParseDossier("000.00.00.G01-261120-0008")
	for _, q := range []client.DossierQuery{query(t, "abcd"), query(t, testSecret), query(t, "001085012345"), other} {
		if _, err := s.Dossier(t.Context(), q); !errors.Is(err, client.ErrUnjudged) || errors.Is(err, client.ErrNotFound) || errors.Is(err, client.ErrUnavailable) {
			t.Errorf("typed %q: %v", q.Proof, err)
		}
	}
	sent := d.sent()
	if len(sent) != before || !slices.Equal(sent[2:], []string{"", "", ""}) {
		t.Errorf("sent %q", sent)
	}
	if len(told) != 1 {
		t.Errorf("told %d times", len(told))
	}
	// A day later the portal may have been fixed.
	d.becomes(func(w http.ResponseWriter, _ *http.Request) { refuse(w) })
	s.now = func() time.Time { return time.Now().Add(judgedLife + time.Minute) }
	if got, err := s.Dossier(t.Context(), query(t, testSecret)); err != nil || got.Proof != client.ProofGiven {
		t.Errorf("mended: %v, %v", got.Proof, err)
	}
}

// One test serves all callers, and is not repeated for a day.
func TestItIsLookedAtOnce(t *testing.T) {
	d := &door{}
	d.wrong = func(w http.ResponseWriter, _ *http.Request) {
		time.Sleep(50 * time.Millisecond) //nolint:forbidigo // a slow portal
		refuse(w)
	}
	s := atDoor(t, d)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if got, err := s.Dossier(t.Context(), query(t, testSecret)); err != nil || got.Proof != client.ProofGiven {
				t.Errorf("%v, %v", got.Proof, err)
			}
		})
	}
	all.Wait()
	if n := len(d.sent()); n != 9 {
		t.Errorf("8 look-ups asked %d times, want 9", n)
	}
}

// Until the result is known, no secret counts as right. A caller who leaves does not end the
// test. A portal that refuses by an error or by silence still gives a result.
func TestUntilItIsKnownNothingProves(t *testing.T) {
	d, release := &door{}, make(chan struct{})
	ctx, leave := context.WithCancel(t.Context())
	defer leave()
	d.wrong = func(w http.ResponseWriter, _ *http.Request) {
		leave() // the right secret was answered, and the caller waits for the test
		<-release
		refuse(w)
	}
	s := atDoor(t, d)
	if got, err := s.Dossier(ctx, linked(t, testSecret)); err != nil || got.Proof != client.ProofNeeded || got.Private != nil {
		t.Errorf("while it is looked at, by the link: %v %+v, %v", got.Proof, got.Private, err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	if _, err := s.Dossier(ctx, query(t, testSecret)); !errors.Is(err, client.ErrUnavailable) {
		t.Errorf("while it is looked at, typed: %v", err)
	}
	close(release)
	if got, err := s.Dossier(t.Context(), query(t, testSecret)); err != nil || got.Proof != client.ProofGiven {
		t.Errorf("when it is known: %v, %v", got.Proof, err)
	}
	if n := len(d.sent()); n != 4 {
		t.Errorf("three look-ups asked %d times, want 4", n)
	}
	for name, no := range map[string]http.HandlerFunc{
		"a fault":   func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) },
		"a hang-up": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
	} {
		d := &door{wrong: no}
		if got, err := atDoor(t, d).Dossier(t.Context(), query(t, testSecret)); err != nil || got.Proof != client.ProofGiven {
			t.Errorf("%s: %v, %v", name, got.Proof, err)
		}
	}
	// A portal that always fails gives no result, and is not asked twice for each secret.
	d = &door{}
	s = atDoor(t, d)
	n := 0
	d.wrong = func(w http.ResponseWriter, _ *http.Request) {
		d.mu.Lock()
		n++
		d.mu.Unlock()
		w.WriteHeader(http.StatusInternalServerError)
	}
	s.judging.until = time.Now().Add(time.Minute) // as after a test without a result
	for range 3 {
		if _, err := s.Dossier(t.Context(), query(t, testSecret)); !errors.Is(err, client.ErrUnavailable) {
			t.Errorf("after a look in vain: %v", err)
		}
	}
	if n != 0 {
		t.Errorf("looked %d times more", n)
	}
}

// The doctor tests with a receipt.
func TestTakesAny(t *testing.T) {
	for name, tt := range map[string]struct {
		wrong        func(*door) http.HandlerFunc
		secret       string
		takes, known bool
	}{
		"takes any":          {func(d *door) http.HandlerFunc { return d.opens }, testSecret, true, true},
		"judges":             {func(*door) http.HandlerFunc { return func(w http.ResponseWriter, _ *http.Request) { refuse(w) } }, testSecret, false, true},
		"by the code alone":  {func(*door) http.HandlerFunc { return func(w http.ResponseWriter, _ *http.Request) { refuse(w) } }, "", false, true},
		"not that receipt's": {func(*door) http.HandlerFunc { return func(w http.ResponseWriter, _ *http.Request) { refuse(w) } }, "abcd", false, false},
	} {
		d := &door{}
		d.wrong = tt.wrong(d)
		takes, known, err := atDoor(t, d).TakesAny(t.Context(), query(t, "").Code, tt.secret)
		if err != nil || takes != tt.takes || known != tt.known {
			t.Errorf("%s: %v, %v, %v", name, takes, known, err)
		}
	}
}

// One random failure during the test must not count as a refusal.
func TestAnAccidentIsNoJudgement(t *testing.T) {
	for name, tt := range map[string]struct {
		fails func(n int) bool // n counts the requests
		is    judges
	}{
		"the made-up secret meets a fault once": {func(n int) bool { return n == 2 }, takesAny},
		"all fails from there on":               {func(n int) bool { return n > 1 }, unknown},
	} {
		t.Run(name, func(t *testing.T) {
			d := &door{}
			d.wrong = func(w http.ResponseWriter, r *http.Request) {
				if tt.fails(len(d.sent())) {
					w.WriteHeader(http.StatusServiceUnavailable)
					return
				}
				d.opens(w, r)
			}
			s := atDoor(t, d)
			for range 2 {
				if got, err := s.Dossier(t.Context(), linked(t, "abcd")); err == nil && (got.Proof == client.ProofGiven || got.Private != nil) {
					t.Errorf("a secret that nobody gave opens: %v %+v", got.Proof, got.Private)
				}
			}
			if got := s.judging.known(s.now()); got != tt.is {
				t.Errorf("known as %v, want %v", got, tt.is)
			}
		})
	}
}
