package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
)

// vault is a system with one dossier that a proof opens. It records the proofs that are tried.
type vault struct {
	mu    sync.Mutex
	tried []string      // proofs, in the order of the attempts
	asked chan struct{} // receives once for each look-up that arrives
	block chan struct{} // look-ups wait until it is closed; nil: they do not wait
}

func newVault() *vault { return &vault{asked: make(chan struct{}, 10_000)} }

func (v *vault) Source() client.SourceName {
	return client.SourceName{ID: "vault", Name: "Hệ thống thử"}
}

func (v *vault) Dossier(ctx context.Context, q client.DossierQuery) (client.Dossier, error) {
	v.mu.Lock()
	if q.Proof != "" {
		v.tried = append(v.tried, q.Proof)
	}
	block := v.block
	v.mu.Unlock()
	v.asked <- struct{}{}
	if block != nil {
		select {
		case <-block:
		case <-ctx.Done():
			return client.Dossier{}, ctx.Err()
		}
	}
	if q.Proof != "" && q.Proof != rightProof && q.Proof != wholeProof {
		return client.Dossier{}, client.ErrNotFound
	}
	d := client.Dossier{Code: q.Code, Status: client.StatusProcessing, ProcedureName: "Đăng ký tạm trú"}
	d.Proof, d.Private = q.Opened(q.Proof != "", ownerName)
	return d, nil
}

func (v *vault) tries() int {
	v.mu.Lock()
	defer v.mu.Unlock()
	return len(v.tried)
}

const rightProof, wholeProof = "4321", "001099004321"

// says is a system that always gives the same answer.
type says struct {
	id  string
	err error
}

func (s says) Source() client.SourceName { return client.SourceName{ID: s.id, Name: s.id} }
func (s says) Dossier(context.Context, client.DossierQuery) (client.Dossier, error) {
	return client.Dossier{}, s.err
}

// guarding runs a server with the real service over these systems and with the real budgets. It
// accepts addresses from PROXY headers, so that a test can use any.
func guarding(t *testing.T, ask client.Ask, systems ...client.DossierSource) *running {
	t.Helper()
	return start(t, func(c *Config, d *Deps) {
		c.Balancers = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
		d.Service = client.NewService(client.ServiceConfig{Routes: []client.Route{{Match: "*", Sources: systems, Ask: ask}}})
		d.Interface.Desk = "Quầy 3"
		limits := limit.DefaultLookups()
		limits.Offices = []netip.Prefix{netip.MustParsePrefix("192.0.2.9/32")}
		budget, err := limit.NewLookups(ledger.NewMemory(ledger.Options{}), limits, limit.LookupOptions{Alarm: limit.LogAlarms(d.Log)})
		if err != nil {
			t.Fatal(err)
		}
		d.Budget = budget
	})
}

// dialFrom connects from an address.
func (r *running) dialFrom(ip string) *gossh.Client {
	r.t.Helper()
	raw, err := net.Dial("tcp", r.addr)
	if err != nil {
		r.t.Fatal(err)
	}
	family, to := "TCP4", "192.0.2.1"
	if strings.Contains(ip, ":") {
		family, to = "TCP6", "2001:db8:ffff::1"
	}
	if _, err := fmt.Fprintf(raw, "PROXY %s %s %s 40000 22\r\n", family, ip, to); err != nil {
		r.t.Fatal(err)
	}
	conn, chans, reqs, err := gossh.NewClientConn(raw, r.addr, anyone())
	if err != nil {
		r.t.Fatal(err)
	}
	c := gossh.NewClient(conn, chans, reqs)
	r.t.Cleanup(func() { _ = c.Close() })
	return c
}

// trackOn runs one command on a connection.
func (r *running) trackOn(c *gossh.Client, command string) answer {
	r.t.Helper()
	s, err := c.NewSession()
	if err != nil {
		r.t.Fatal(err)
	}
	return r.runIn(s, "", command)
}

func wrongProof(n int) string { return fmt.Sprintf("%04d", 5000+n) }

// guesses is how often a proof is tried on each path, far more than budgets allow.
const guesses = 40

// mostTries is how many proofs of one dossier an address can try at once: four from its own
// points, and one from the shared points, after which it must wait.
const mostTries = 5

// A look-up is charged even when the asker hangs up right after the system was asked, or while
// the refusal is being delayed.
func TestHangingUpIsPaidFor(t *testing.T) {
	v := newVault()
	r := guarding(t, client.AskFirst, v)
	c := r.dialFrom("203.0.113.7")
	for n := range guesses {
		s, err := c.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Start("track " + knownCode + " --proof " + wrongProof(n)); err != nil {
			t.Fatal(err)
		}
		over := make(chan struct{})
		go func() { _ = s.Wait(); close(over) }()
		select {
		case <-v.asked: // the refusal comes 50 ms later
			_ = s.Close()
		case <-over: // refused before it was asked
		case <-time.After(10 * time.Second):
			t.Fatal("neither asked nor refused")
		}
		<-over
	}
	if n := v.tries(); n > mostTries || n < 4 {
		t.Errorf("%d proofs of one dossier were tried by hanging up, want at most %d", n, mostTries)
	}
	got := r.trackOn(c, "track "+knownCode+" --proof "+rightProof)
	if strings.Contains(got.out, "Đang xử lý") {
		t.Errorf("opened:\n%s", got.out)
	}
}

// A system's refusal is charged when the look-up is then handed over to a page, when another
// system is down, and for every spelling of the code.
func TestANoIsPaidForOnEveryRoute(t *testing.T) {
	t.Parallel()
	page := says{"page", &client.HandOverError{URL: "https://portal.example/tra-cuu"}}
	dead := says{"dead", &client.UnavailableError{Source: client.SourceName{ID: "dead"}, Cause: client.CauseNetwork, Err: errors.New("refused")}}
	odd := says{"odd", errors.New("surprise")}
	spellings := []string{
		"H55.17.05-261120-0007", "H55.17.05-261120-00007", "H55.17.05-20261120-0007", "05.17.H55-261120-0007", "h55.17.05-261120-000007", "000.05.17.H55-20261120-0000007",
	}
	for _, tt := range []struct {
		name    string
		ask     client.Ask
		behind  []client.DossierSource
		spelled []string
	}{
		{"alone", client.AskFirst, nil, spellings[:1]},
		{"a page behind it", client.AskFirst, []client.DossierSource{page}, spellings[:1]},
		{"a dead system behind it", client.AskFirst, []client.DossierSource{dead}, spellings[:1]},
		{"a dead system beside it", client.AskAll, []client.DossierSource{dead}, spellings[:1]},
		{"an error of no kind behind it", client.AskFirst, []client.DossierSource{odd}, spellings[:1]},
		{"spelled in six ways", client.AskFirst, nil, spellings},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v := newVault()
			r := guarding(t, tt.ask, append([]client.DossierSource{v}, tt.behind...)...)
			c := r.dialFrom("203.0.113.7")
			for n := range guesses {
				r.trackOn(c, "track "+tt.spelled[n%len(tt.spelled)]+" --proof "+wrongProof(n))
			}
			if n := v.tries(); n > mostTries || n < 4 {
				t.Errorf("%d proofs of one dossier were tried, want at most %d", n, mostTries)
			}
		})
	}
}

// Nothing is charged where nothing can have been revealed: a page alone, and a system that
// cannot be reached.
func TestWhatNobodyAnsweredIsGivenBack(t *testing.T) {
	for name, s := range map[string]client.DossierSource{
		"a page alone":  says{"page", &client.HandOverError{URL: "https://portal.example/tra-cuu"}},
		"a dead system": openCPS(t, "http://"+deadAddress(t)),
	} {
		r := guarding(t, client.AskFirst, s)
		c := r.dialFrom("203.0.113.7")
		for n := range 15 {
			got := r.trackOn(c, fmt.Sprintf("track H55.17.05-261120-%04d --proof 1234", n))
			if strings.Contains(got.err, "Máy tạm ") {
				t.Errorf("%s: made to wait at %d: %s", name, n, got.err)
				break
			}
		}
	}
}

// Many networks try one dossier. They share one total, the log says so, and the owner is told
// where to go and gets in at the counter, at a kiosk and with a whole number.
func TestOneDossierFromManyNetworks(t *testing.T) {
	v := newVault()
	r := guarding(t, client.AskFirst, v)
	for n := range 60 {
		c := r.dialFrom(fmt.Sprintf("2001:db8:%x::1", n))
		r.trackOn(c, "track "+knownCode+" --proof "+wrongProof(n))
		_ = c.Close()
	}
	if n := v.tries(); n != 20 {
		t.Errorf("60 networks with one proof each tried %d, want 20", n)
	}
	r.logged("a dossier's proof is being guessed", `"pattern":"one_dossier"`, `"code_hash"`)
	if strings.Contains(r.log.String(), "261120") {
		t.Error("the log holds a code")
	}
	owner := r.dialFrom("203.0.113.7")
	for lang, want := range map[string][]string{"vi": {"30 phút", "Quầy 3", "căn cước"}, "en": {"30 minutes", "Quầy 3", "identity card"}} {
		got := r.trackOn(owner, "track "+knownCode+" --proof "+rightProof+" --lang "+lang)
		for _, w := range want {
			if !strings.Contains(got.err, w) {
				t.Errorf("the owner is not told %q: %s", w, got.err)
			}
		}
	}
	if got := r.trackOn(owner, "track "+knownCode); got.code != 0 {
		t.Errorf("without a proof: %s%s", got.out, got.err)
	}
	opens := func(who, from, proof string) {
		t.Helper()
		got := r.trackOn(r.dialFrom(from), "track "+knownCode+" --proof "+proof)
		if !strings.Contains(got.out, "P••• T•• D") {
			t.Errorf("%s is not let in: %s%s", who, got.out, got.err)
		}
	}
	opens("the desk", "192.0.2.9", rightProof)
	opens("a whole number", "203.0.113.7", wholeProof)
	opens("who opened it before", "203.0.113.7", rightProof)
}

// ledgerOfOutcomes records what each address was charged.
type ledgerOfOutcomes struct {
	mu   sync.Mutex
	asks int
	all  map[string][]limit.Outcome
}

func (l *ledgerOfOutcomes) Ask(q limit.Lookup) (func(limit.Outcome), *client.LimitedError) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.asks++
	return func(o limit.Outcome) {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.all[q.Addr.String()] = append(l.all[q.Addr.String()], o)
	}, nil
}

func (l *ledgerOfOutcomes) asked() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.asks
}

func (l *ledgerOfOutcomes) of(addr string) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return fmt.Sprint(l.all[addr])
}

// Everybody who shares one look-up is charged: one who waits, one who hangs up, and one who
// gets the answer from memory.
func TestWhoSharesALookUpPaysToo(t *testing.T) {
	v := newVault()
	v.block = make(chan struct{})
	charged := &ledgerOfOutcomes{all: map[string][]limit.Outcome{}}
	r := start(t, func(c *Config, d *Deps) {
		c.Balancers = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
		d.Service = client.NewService(client.ServiceConfig{Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{v}}}})
		d.Budget = charged
	})
	command := "track " + knownCode + " --proof " + wrongProof(1)
	begin := func(ip string) *gossh.Session {
		s, err := r.dialFrom(ip).NewSession()
		if err != nil {
			t.Fatal(err)
		}
		s.Stdout, s.Stderr = io.Discard, io.Discard
		if err := s.Start(command); err != nil {
			t.Fatal(err)
		}
		return s
	}
	stays := begin("203.0.113.1")
	<-v.asked
	leaves := begin("203.0.113.2")
	joins := begin("203.0.113.3")
	eventually(t, "all have asked", func() bool { return charged.asked() == 3 })
	pause(200 * time.Millisecond) // and all wait for the same look-up
	_ = leaves.Close()
	eventually(t, "who hung up is charged", func() bool { return charged.of("203.0.113.2") == fmt.Sprint([]limit.Outcome{limit.Unclear}) })
	close(v.block)
	_, _ = stays.Wait(), joins.Wait()
	for _, ip := range []string{"203.0.113.1", "203.0.113.3"} {
		if got := charged.of(ip); got != fmt.Sprint([]limit.Outcome{limit.Miss}) {
			t.Errorf("%s was charged %s", ip, got)
		}
	}
	if n := v.tries(); n != 1 {
		t.Errorf("the system was asked %d times", n)
	}
	v.mu.Lock()
	v.block = nil
	v.mu.Unlock()
	for _, ip := range []string{"203.0.113.4", "203.0.113.5"} { // the second gets it from memory
		if got := r.trackOn(r.dialFrom(ip), "track "+knownCode); got.code != 0 || charged.of(ip) != fmt.Sprint([]limit.Outcome{limit.Hit}) {
			t.Errorf("%s: exit code %d, charged %s", ip, got.code, charged.of(ip))
		}
	}
}

// A family looks up its receipts of one day without a wait. After that the commands say how
// long to wait and why, and that one's own dossiers need no wait. With their proofs all open.
func TestReceiptsOfOneDay(t *testing.T) {
	v := newVault()
	r := guarding(t, client.AskFirst, v)
	c := r.dialFrom("203.0.113.7")
	receipt := func(n int) string { return fmt.Sprintf("H55.17.05-261120-%04d", n) }
	for n := range 6 {
		if got := r.trackOn(c, "track "+receipt(n)); got.code != 0 {
			t.Errorf("receipt %d: %s", n+1, got.err)
		}
	}
	for lang, want := range map[string][]string{"vi": {"30 giây", "cùng một ngày", "--proof"}, "en": {"30 seconds", "one office and day", "--proof"}} {
		got := r.trackOn(c, "track "+receipt(6)+" --lang "+lang)
		for _, w := range want {
			if !strings.Contains(got.err, w) {
				t.Errorf("a person who must wait is not told %q: %s", w, got.err)
			}
		}
	}
	if got := r.trackOn(c, "track "+receipt(6)+" --json"); !strings.Contains(got.out, `"kind":"limited"`) || !strings.Contains(got.out, "cùng một ngày") {
		t.Errorf("in JSON: %s", got.out)
	}
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if got := r.runIn(s, receipt(6)+"\n", ""); !strings.Contains(got.out, "cùng một ngày") {
		t.Errorf("in line mode: %s", got.out)
	}
	for n := range 10 {
		if got := r.trackOn(c, "track "+receipt(n)+" --proof "+rightProof); !strings.Contains(got.out, "P••• T•• D") {
			t.Errorf("receipt %d with its proof: %s%s", n+1, got.out, got.err)
		}
	}
}
