package limit_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/code"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
)

// doc.go states the assumptions of the simulation, with its table.
const (
	systemTime   = 2 * time.Millisecond
	guessGap     = 50 * time.Millisecond
	hangUpAfter  = 10 * time.Millisecond // a right proof would have opened it by then
	attackLasts  = time.Hour
	allProofs    = 10_000
	attackedCode = "H55.17.05-261120-0007"
)

// safe is a system with one dossier. It records the proofs that it checked.
type safe struct {
	mu     sync.Mutex
	judged map[string]bool
	takes  time.Duration
}

func (s *safe) Source() client.SourceName { return client.SourceName{ID: "safe", Name: "safe"} }

func (s *safe) Dossier(ctx context.Context, q client.DossierQuery) (client.Dossier, error) {
	if q.Proof != "" {
		s.mu.Lock()
		s.judged[q.Proof] = true
		s.mu.Unlock()
	}
	select {
	case <-time.After(s.takes):
	case <-ctx.Done():
		return client.Dossier{}, ctx.Err()
	}
	if q.Proof != "" && q.Proof != fmt.Sprint(allProofs-1) {
		return client.Dossier{}, client.ErrNotFound
	}
	d := client.Dossier{Code: q.Code, Status: client.StatusProcessing}
	d.Proof, d.Private = q.Opened(q.Proof != "", "Nguyễn Văn A")
	return d, nil
}

// always is a system that always gives the same answer.
type always struct{ err error }

func (a always) Source() client.SourceName { return client.SourceName{ID: "always", Name: "always"} }
func (a always) Dossier(context.Context, client.DossierQuery) (client.Dossier, error) {
	return client.Dossier{}, a.err
}

// proofAttack is one way to guess the proof of one dossier.
type proofAttack struct {
	networks int
	asker    func(n int) limit.Asker // nil: strangers, each on a network of its own
	hangUp   bool                    // before the refusal arrives
	together bool                    // two networks share each look-up, and one of them hangs up
	spelled  []string
	behind   []client.DossierSource // more systems of the route
	ask      client.Ask
	kill     int           // the server is killed after so many look-ups, again and again; 0: never
	whole    bool          // guesses whole numbers
	lasts    time.Duration // 0: attackLasts
	budget   limit.Budget  // nil: that of one server
}

func site(n int) limit.Asker {
	return limit.Asker{Addr: netip.AddrFrom16([16]byte{0x2a, 0, byte(n >> 16), byte(n >> 8), byte(n), 0, 0, 1, 15: 1})}
}

// yield returns how many proofs are checked during the attack. It must run in virtual time.
func (p proofAttack) yield(t *testing.T) int {
	t.Helper()
	system := &safe{judged: map[string]bool{}, takes: systemTime}
	service := client.NewService(client.ServiceConfig{Routes: []client.Route{
		{Match: "*", Ask: p.ask, Sources: append([]client.DossierSource{system}, p.behind...)},
	}})
	var mu sync.Mutex
	var budget limit.Budget
	var kept *ledger.File // only with kill
	served, path := 0, filepath.Join(t.TempDir(), "budgets")
	server := func() limit.Budget {
		mu.Lock()
		defer mu.Unlock()
		switch {
		case p.budget != nil:
			return p.budget
		case p.kill == 0 && budget == nil:
			budget = realLookups(t, nil)
		case p.kill > 0 && served%p.kill == 0:
			if kept != nil {
				kept.Crash()
			}
			kept = openLedger(t, path)
			lookups, err := limit.NewLookups(kept, limit.DefaultLookups(), limit.LookupOptions{Hash: hashed})
			if err != nil {
				t.Fatal(err)
			}
			budget = lookups
		}
		served++
		return budget
	}
	next := 0
	guess := func() (string, bool) {
		mu.Lock()
		defer mu.Unlock()
		next++
		if p.whole {
			return fmt.Sprintf("%09d", next-1), true
		}
		return fmt.Sprintf("%04d", next-1), next <= allProofs
	}
	ctx, cancel := context.WithTimeout(t.Context(), cmp.Or(p.lasts, attackLasts))
	defer cancel()
	if p.asker == nil {
		p.asker = site
	}
	if p.spelled == nil {
		p.spelled = []string{attackedCode}
	}
	look := func(who limit.Asker, proof string, n int, hangUp bool) time.Duration {
		dossierCode, err := code.ParseDossier(p.spelled[n%len(p.spelled)])
		if err != nil {
			t.Error(err)
		}
		lctx, leave := context.WithCancel(ctx)
		defer leave()
		if hangUp {
			defer time.AfterFunc(hangUpAfter, leave).Stop()
		}
		_, err = limit.Track(lctx, server(), who, client.DossierQuery{Code: dossierCode, Proof: proof}, service.Track)
		var limited *client.LimitedError
		if errors.As(err, &limited) {
			return limited.Wait
		}
		return 0
	}
	rest := func(d time.Duration) {
		select {
		case <-ctx.Done():
		case <-time.After(d):
		}
	}
	var all sync.WaitGroup
	for i := range p.networks {
		all.Go(func() {
			for n := 0; ctx.Err() == nil; n++ {
				proof, more := guess()
				if !more {
					return
				}
				for ctx.Err() == nil {
					var other sync.WaitGroup
					if p.together {
						other.Go(func() { look(p.asker(p.networks+i), proof, n, true) })
					}
					wait := look(p.asker(i), proof, n, p.hangUp)
					other.Wait()
					if wait == 0 {
						break
					}
					if p.kill > 0 {
						wait = min(wait, time.Second) // other askers may have brought new points
					}
					rest(wait)
				}
				rest(guessGap)
			}
		})
	}
	all.Wait()
	synctest.Wait()
	return len(system.judged)
}

// walked returns how many dossiers of one day a walk learns.
func walked(sources []netip.Addr, sessions int, first ...limit.Proof) func(*testing.T) int {
	return func(t *testing.T) int {
		t.Helper()
		w := newTown()
		attack(t, realLookups(t, nil), w, sources, sessions, walk(walkedDay, w.dossiers), first...)
		return w.count(walkedDay)
	}
}

func wandered(t *testing.T) int {
	t.Helper()
	w := newTown()
	attack(t, realLookups(t, nil), w, fifty(), 1, wandering())
	return w.count("")
}

func networksOfOneSite() (all []netip.Addr) {
	for n := range 1000 {
		all = append(all, addr(fmt.Sprintf("2001:db8:7:%x::1", n)))
	}
	return all
}

func manySites(n int) (all []netip.Addr) {
	for i := range n {
		all = append(all, site(i).Addr)
	}
	return all
}

// row is one line of the table in doc.go. before is the result of this simulation with the
// earlier budgets, which charged a look-up by its last error, at commit 7bcd736; after is the
// most with the budgets of now.
type row struct {
	attacker, path string
	run            func(*testing.T) int
	before, after  int
}

var (
	spellings = []string{
		attackedCode, "H55.17.05-261120-00007", "H55.17.05-20261120-0007", "05.17.H55-261120-0007", "H55.17.05-261120-000007", "000.05.17.H55-20261120-0000007",
	}
	page = always{&client.HandOverError{URL: "https://portal.example/tra-cuu"}}
	dead = always{&client.UnavailableError{Source: client.SourceName{ID: "always"}, Cause: client.CauseClosed, Err: errors.New("refused")}}
)

func kiosk(n int) limit.Asker { return limit.Asker{Kiosk: fmt.Sprintf("hall %d", n)} }

func addressed(n int) limit.Asker { return limit.Asker{Addr: stranger(n)} }

// tables are the gains of an hour, by kind.
var tables = []struct {
	title string
	rows  []row
}{
	{"proofs of one dossier that are tried, of 10,000", []row{
		{"1 network", "waits for each answer", proofAttack{networks: 1}.yield, 12, 12},
		{"1 network", "hangs up while the refusal is rounded", proofAttack{networks: 1, hangUp: true}.yield, allProofs, 12},
		{"1 network", "a page behind the system", proofAttack{networks: 1, behind: []client.DossierSource{page}}.yield, allProofs, 12},
		{"1 network", "a dead system behind it", proofAttack{networks: 1, behind: []client.DossierSource{dead}}.yield, allProofs, 12},
		{"1 network", "a dead system beside it", proofAttack{networks: 1, behind: []client.DossierSource{dead}, ask: client.AskAll}.yield, allProofs, 12},
		{"2 networks", "share each look-up, one hangs up", proofAttack{networks: 1, together: true}.yield, 13, 12},
		{"2 networks", "share each look-up, both hang up", proofAttack{networks: 1, together: true, hangUp: true}.yield, allProofs, 12},
		{"50 addresses", "wait for each answer", proofAttack{networks: 50, asker: addressed}.yield, 262, 22},
		{"50 addresses", "the code in six spellings", proofAttack{networks: 50, asker: addressed, spelled: spellings}.yield, 482, 22},
		{"120 /48s", "wait for each answer", proofAttack{networks: 120}.yield, 561, 22},
		{"1,000 /48s", "wait for each answer", proofAttack{networks: 1000}.yield, 4537, 22},
		{"10,000 /48s", "wait for each answer", proofAttack{networks: 10_000}.yield, allProofs, 22},
		{"120 /48s", "the same for a day", proofAttack{networks: 120, lasts: 24 * time.Hour}.yield, 3390, 68},
		{"30 kiosks over SSH", "one after another", proofAttack{networks: 30, asker: kiosk}.yield, 142, 46},
		{"1 network", "has the server killed every 3rd look-up", proofAttack{networks: 1, kill: 3}.yield, allProofs, 7},
		{"1 person", "a script on a local kiosk", proofAttack{networks: 1, asker: kiosk}.yield, allProofs, 16},
	}},
	{"whole numbers of a card or telephone that are tried, of 1,000,000,000", []row{
		{"300 /48s", "wait for each answer", proofAttack{networks: 300, whole: true}.yield, 1390, 1100},
	}},
	{"dossiers of one day that are learned, of 300", []row{
		{"50 addresses", "walk in order", walked(fifty(), 1), 68, 68},
		{"50 addresses", "twenty sessions each", walked(fifty(), 20), 68, 68},
		{"50 addresses", "try a wrong proof first", walked(fifty(), 1, limit.TypedProof), 202, 62},
		{"50 addresses", "hang up on each code first", walked(fifty(), 1, limit.NoProof), 50, 62},
		{"1,000 networks", "of one /48", walked(networksOfOneSite(), 1), 46, 46},
		{"120 /48s", "walk in order", walked(manySites(120), 1), 138, 138},
		{"1,000 /48s", "walk in order", walked(manySites(1000), 1), 300, 300},
	}},
	{"dossiers of many days that are learned", []row{
		{"50 addresses", "random codes", wandered, 850, 850},
	}},
}

// This test checks the table in doc.go. Run it with -v to see the table with this run's gains.
func TestAttackTable(t *testing.T) {
	clienttest.Long(t, "plays hours of an attack in virtual time")
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var lines, want strings.Builder
	for _, part := range tables {
		fmt.Fprintf(&lines, "\n%s\n", part.title)
		fmt.Fprintf(&want, "//	%s\n", part.title)
		for _, r := range part.rows {
			n := 0
			synctest.Test(t, func(t *testing.T) { n = r.run(t) })
			fmt.Fprintf(&lines, "%s   this time %d\n", r, n)
			fmt.Fprintf(&want, "//	%s\n", r)
			holds(t, n, r.after)
		}
		want.WriteString("//\n")
	}
	t.Logf("what is gained in an hour: attacker, path, before, after\n%s", &lines)
	if !strings.Contains(string(doc), want.String()) {
		t.Errorf("doc.go does not have this table:\n%s", &want)
	}
}

func (r row) String() string {
	return fmt.Sprintf("%-20s%-40s%6d%8d", r.attacker, r.path, r.before, r.after)
}

// Under attack from a thousand networks the owner gets in at the counter, at a kiosk and with a
// whole number, and at home is told why not.
func TestAttackLeavesTheOwnerAWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { leavesTheOwnerAWay(t, realLookups(t, nil), 1000) })
}

func leavesTheOwnerAWay(t *testing.T, b limit.Budget, networks int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), attackLasts)
	defer cancel()
	var all sync.WaitGroup
	for i := range networks {
		all.Go(func() {
			for ctx.Err() == nil {
				q := proof("203.0.113.7", limit.TypedProof)
				q.Asker = site(i)
				done, limited := b.Ask(q)
				wait := guessGap
				if limited == nil {
					done(limit.Miss)
				} else {
					wait = limited.Wait
				}
				select {
				case <-ctx.Done():
				case <-time.After(wait):
				}
			}
		})
	}
	time.Sleep(attackLasts / 2) //nolint:forbidigo // virtual time
	hall := proof("203.0.113.8", limit.TypedProof)
	hall.Kiosk = "hall"
	for name, q := range map[string]limit.Lookup{
		"at an office": proof("192.0.2.9", limit.TypedProof), "at a kiosk": hall, "with a whole number": proof("203.0.113.9", limit.WholeProof),
	} {
		for _, o := range []limit.Outcome{limit.Miss, limit.Proved, limit.Proved} { // after a typing error
			if wait := asked(b, q, o); wait > 0 {
				t.Errorf("%s the owner waits %v", name, wait)
			}
		}
	}
	synctest.Wait() // the strangers have taken the point that comes back at this moment
	if _, limited := b.Ask(proof("203.0.113.7", limit.TypedProof)); limited == nil || limited.Why != client.LimitAttack || limited.Wait > time.Hour {
		t.Errorf("at home the owner is told %v", limited)
	}
	cancel()
	all.Wait()
}
