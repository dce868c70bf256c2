package limit_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"net/netip"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
)

// proof returns a look-up of one dossier with a proof.
func proof(a string, kind limit.Proof) limit.Lookup {
	q := from(a, someDay, 7)
	q.Proof = kind
	return q
}

// drain tries the dossier's proof from many networks, a few times each, until the total is used
// up. It returns the number of attempts.
func drain(b *limit.Lookups) (tried int) {
	for n := range 500 {
		for range 2 {
			if asked(b, proof(stranger(n).String(), limit.TypedProof), limit.Miss) == 0 {
				tried++
			}
		}
	}
	return tried
}

// An asker who hung up has paid for a miss. That must not make it cheaper to walk through a day
// by asking again.
func TestHangingUpFirstMakesNoWalkCheaper(t *testing.T) {
	walk := func(before ...limit.Outcome) (learned int) {
		b, c := lookups(t, nil)
		for n := range 300 {
			for _, o := range before {
				asked(b, from("203.0.113.7", someDay, n), o)
			}
			if asked(b, from("203.0.113.7", someDay, n), limit.Hit) == 0 {
				learned++
			}
			c.Advance(time.Second)
		}
		return learned
	}
	plain := walk()
	for name, before := range map[string][]limit.Outcome{
		"hung up once": {limit.Miss}, "hung up twice": {limit.Miss, limit.Miss}, "a portal that was down": {limit.NoAnswer},
	} {
		if n := walk(before...); n > plain {
			t.Errorf("%s: learned %d dossiers of a day, and %d without", name, n, plain)
		}
	}
	b, _ := lookups(t, nil)
	q := from("203.0.113.7", someDay, 7)
	for n := range 50 { // impatient people with a slow portal
		if wait := asked(b, q, limit.Miss); wait > 0 {
			t.Errorf("asking again for the same dossier waits %v at the %d. time", wait, n+1)
		}
	}
	if wait := asked(b, q, limit.Hit); wait > 0 {
		t.Errorf("and in the end %v", wait)
	}
}

// A right proof gives back, once, what it cost to be shown the dossier before.
func TestARightProofPaysTheWalkBack(t *testing.T) {
	b, c := lookups(t, nil, func(l *limit.LookupLimits) {
		l.Public.SharedUnitDay, l.Public.SharedAll = limit.Bucket{}, limit.Bucket{}
	})
	receipt := func(n int) (seen, opened time.Duration) {
		q := from("203.0.113.7", someDay, n)
		seen = asked(b, q, limit.Hit)
		q.Proof = limit.TypedProof
		return seen, asked(b, q, limit.Proved)
	}
	for n := range 20 {
		if seen, opened := receipt(n); seen > 0 || opened > 0 {
			t.Fatalf("receipt %d: waits %v and %v", n+1, seen, opened)
		}
	}
	// Repeating the same proof gives no more points back.
	learned := 0
	for n := range 50 {
		q := from("203.0.113.7", someDay, 3)
		q.Proof = limit.TypedProof
		asked(b, q, limit.Proved)
		if asked(b, from("203.0.113.7", someDay, 100+n), limit.Hit) == 0 {
			learned++
		}
	}
	if learned > 1 {
		t.Errorf("%d dossiers of others are learned by proving one's own again and again", learned)
	}
	c.Advance(13 * time.Hour)
	if wait := asked(b, from("203.0.113.7", someDay, 3), limit.Hit); wait > 0 {
		t.Errorf("the next day the own dossier waits %v", wait)
	}
}

// A dossier's total limits all networks together, whatever kind of askers they are.
func TestOneDossierHasATotal(t *testing.T) {
	b, c := lookups(t, nil)
	if n := drain(b); n != 20 {
		t.Errorf("the public tried %d proofs, want 20", n)
	}
	_, limited := b.Ask(proof("203.0.113.7", limit.TypedProof))
	if limited == nil || limited.Why != client.LimitAttack || limited.Wait != 30*time.Minute {
		t.Errorf("the next one is told %v", limited)
	}
	inside := 0
	for n := range 40 {
		q := proof("203.0.113.7", limit.TypedProof)
		if q.Key = fmt.Sprintf("SHA256:%d", n); n%2 == 0 {
			q.Key, q.Kiosk = "", fmt.Sprintf("hall %d", n)
		}
		if asked(b, q, limit.Miss) == 0 {
			inside++
		}
	}
	if inside != 20 {
		t.Errorf("staff and kiosks tried %d after that, want 20", inside)
	}
	if wait := asked(b, from("203.0.113.7", someDay, 7), limit.Hit); wait > 0 {
		t.Errorf("the public part of the dossier waits %v", wait)
	}
	q := proof("203.0.113.7", limit.TypedProof)
	q.Serial = "0008"
	if wait := asked(b, q, limit.Miss); wait > 0 {
		t.Errorf("another dossier waits %v", wait)
	}
	c.Advance(2 * time.Hour)
	if n := drain(b); n > 4 {
		t.Errorf("two hours later %d are tried, want 4", n)
	}
}

// heldLedger notes how many points are taken from a bucket whose name begins with prefix.
type heldLedger struct {
	ledger.Ledger
	prefix string
	taken  int
}

func (l *heldLedger) Pay(charges []ledger.Charge) ledger.Receipt {
	r := l.Ledger.Pay(charges)
	for _, c := range charges {
		for _, a := range c.Own {
			if r.Refused < 0 && strings.HasPrefix(a.Name, l.prefix) {
				l.taken++
			}
		}
	}
	return r
}

// A stranger who is refused does not hold a point of the counter even for a moment: a thousand
// of them at the same time would hold all.
func TestARefusedStrangerHoldsNoPointOfTheCounter(t *testing.T) {
	c := newClock()
	in := &heldLedger{Ledger: ledger.NewMemory(ledger.Options{Now: c.Now}), prefix: "all "}
	b, err := limit.NewLookups(in, limit.DefaultLookups(), limit.LookupOptions{Now: c.Now})
	if err != nil {
		t.Fatal(err)
	}
	if tried := drain(b); tried == 0 || in.taken != tried {
		t.Errorf("%d proofs were tried, and %d points of the total were taken", tried, in.taken)
	}
}

// Strangers cannot keep the owner out at the counter, where the dossier was opened before, or
// with a whole number.
func TestTheOwnerIsNotLockedOut(t *testing.T) {
	b, _ := lookups(t, nil)
	if wait := asked(b, proof("198.51.100.1", limit.TypedProof), limit.Proved); wait > 0 {
		t.Fatalf("before the attack the owner waits %v", wait)
	}
	drain(b)
	kiosk := proof("203.0.113.9", limit.TypedProof)
	kiosk.Kiosk = "hall"
	for name, q := range map[string]limit.Lookup{
		"where it was opened before": proof("198.51.100.1", limit.TypedProof),
		"with the whole number":      proof("203.0.113.7", limit.WholeProof),
		"at a kiosk":                 kiosk,
	} {
		for _, o := range []limit.Outcome{limit.Miss, limit.Proved} {
			if wait := asked(b, q, o); wait > 0 {
				t.Errorf("%s the owner waits %v", name, wait)
			}
		}
	}
	if wait := asked(b, proof("203.0.113.8", limit.TypedProof), limit.Proved); wait == 0 {
		t.Error("a stranger need not wait")
	}
	// That the owner opened it gives no free attempts to others at the same address.
	tried := 0
	for range 100 {
		if asked(b, proof("198.51.100.1", limit.TypedProof), limit.Miss) == 0 {
			tried++
		}
	}
	if tried > 5 {
		t.Errorf("from the owner's address %d more proofs are tried", tried)
	}
}

// Many people use an office's address or a kiosk one after another. That one of them opened a
// dossier exempts nobody there from its total.
func TestNobodyInheritsADossier(t *testing.T) {
	b, _ := lookups(t, nil, func(l *limit.LookupLimits) {
		l.Offices = []netip.Prefix{netip.MustParsePrefix("192.0.2.9/32")}
		l.Kiosk.Proof, l.Office.Proof = limit.Bucket{Burst: 500, Hourly: 1}, limit.Bucket{Burst: 500, Hourly: 1}
	})
	kiosk := proof("192.0.2.8", limit.TypedProof)
	kiosk.Kiosk = "hall"
	tried := 0
	for _, q := range []limit.Lookup{kiosk, proof("192.0.2.9", limit.TypedProof)} {
		if wait := asked(b, q, limit.Proved); wait > 0 {
			t.Fatalf("the owner waits %v", wait)
		}
	}
	for range 60 {
		for _, q := range []limit.Lookup{kiosk, proof("192.0.2.9", limit.TypedProof)} {
			if asked(b, q, limit.Miss) == 0 {
				tried++
			}
		}
	}
	if tried != 40 {
		t.Errorf("%d proofs are tried after the owner, want the total of 40", tried)
	}
}

// Whole numbers have a total too, far below what an attacker would need.
func TestWholeNumbersHaveATotal(t *testing.T) {
	b, _ := lookups(t, nil)
	tried := 0
	for n := range 3000 {
		if asked(b, proof(stranger(n).String(), limit.WholeProof), limit.Miss) == 0 {
			tried++
		}
	}
	if tried != 1000 {
		t.Errorf("%d whole numbers are tried, want 1000", tried)
	}
}

// One dossier that is tried from many networks raises one alarm, with a hash.
func TestAlarmForOneDossier(t *testing.T) {
	var log bytes.Buffer
	write := limit.LogAlarms(slog.New(slog.NewJSONHandler(&log, nil)))
	var told []limit.Alarm
	b, c := lookups(t, func(a limit.Alarm) { write(a); told = append(told, a) })
	for n := range 5 {
		asked(b, proof(fmt.Sprintf("2001:db8:%x::1", n), limit.TypedProof), limit.Miss)
		asked(b, proof(fmt.Sprintf("2001:db8:%x:1::1", n), limit.TypedProof), limit.Miss) // the same site
	}
	if len(told) != 0 {
		t.Errorf("five networks: %+v", told)
	}
	for range 3 {
		asked(b, proof("203.0.113.7", limit.TypedProof), limit.Miss)
	}
	if len(told) != 1 || told[0].Kind != limit.AlarmDossier || told[0].Sources != 6 || told[0].Tries != 11 || told[0].Dossier == "" {
		t.Errorf("six networks: %+v", told)
	}
	if !strings.Contains(log.String(), `"pattern":"one_dossier"`) || !strings.Contains(log.String(), `"code_hash"`) || strings.Contains(log.String(), "261120") {
		t.Errorf("log: %s", log.String())
	}
	c.Advance(time.Hour)
	told = nil
	drain(b)
	if len(told) != 1 || told[0].Kind != limit.AlarmDossier {
		t.Errorf("an hour later: %+v", told)
	}
}

// A receipt with its proof gives no extra points: its owner may open it any number of times,
// but can then walk no further than others.
func TestARightProofMakesNoPoints(t *testing.T) {
	walk := func(openOwn bool) int {
		b, _ := lookups(t, nil)
		learned := 0
		for n := 0; n < 2000 && learned < 300; n++ {
			who := fmt.Sprintf("2001:db8:7:%x::1", n)
			if openOwn {
				own := from(who, someDay, 9999)
				own.Proof = limit.TypedProof
				asked(b, own, limit.Proved)
				asked(b, own, limit.Proved)
			}
			if asked(b, from(who, someDay, learned+1), limit.Hit) == 0 {
				learned++
			}
		}
		t.Logf("a receipt of their own opened first: %v; learned %d of 300", openOwn, learned)
		return learned
	}
	if without, with := walk(false), walk(true); with > without {
		t.Errorf("one who opens a receipt of their own first learns %d of a day, others %d", with, without)
	}
}

// What may be a system's refusal of a proof allows as many attempts as a clear refusal. What
// certainly revealed nothing is not charged. Silence affects neither other dossiers nor
// look-ups without a proof.
func TestWhatMayBeANoCostsAProof(t *testing.T) {
	for o, want := range map[limit.Outcome]int{
		limit.NoAnswer: 50, limit.Miss: 5, limit.Unheard: 5, limit.Unclear: 5, limit.Mixed: 5, limit.Doubted: 5,
	} {
		b, _ := lookups(t, nil)
		tried := 0
		for range 50 {
			if asked(b, proof("203.0.113.7", limit.SecretProof), o) == 0 {
				tried++
			}
		}
		if tried != want {
			t.Errorf("outcome %v: %d tries, want %d", o, tried, want)
		}
	}
	b, _ := lookups(t, nil)
	for n := range 100 {
		q := from("203.0.113.7", someDay, n)
		q.Proof = limit.Proof(n % 3)
		if wait := asked(b, q, limit.Unheard); wait > 0 {
			t.Fatalf("a portal that is down makes people wait %v at the %d. dossier", wait, n+1)
		}
	}
}

// An unchecked proof is remembered until its points have come back, however slowly the
// configuration makes them.
func TestUnsureProofsAreRememberedWithTheirPoints(t *testing.T) {
	b, c := lookups(t, nil, func(l *limit.LookupLimits) {
		slow := limit.Bucket{Burst: 30, Hourly: 0.5}
		l.Dossier.Public, l.Dossier.All, l.Dossier.Whole = slow, slow, slow
	})
	for n := range 40 {
		asked(b, proof(stranger(n).String(), limit.TypedProof), limit.Unheard)
	}
	c.Advance(13 * time.Hour)
	for n := range 40 {
		if _, limited := b.Ask(proof(stranger(100+n).String(), limit.TypedProof)); limited != nil {
			if !limited.Unsure {
				t.Errorf("told %+v", limited)
			}
			return
		}
	}
	t.Error("nobody had to wait")
}

// A person who waits because of unchecked proofs, or the owner elsewhere, is not told that a
// proof was wrong. After wrong proofs they are told so.
func TestUnsureProofsAreToldAsSuch(t *testing.T) {
	for _, tt := range []struct {
		name   string
		of     func(n int) limit.Outcome
		unsure bool
	}{
		{"wrong", func(int) limit.Outcome { return limit.Miss }, false},
		{"unheard", func(int) limit.Outcome { return limit.Unheard }, true},
		{"unclear", func(int) limit.Outcome { return limit.Unclear }, true},
		{"one unheard, then wrong", func(n int) limit.Outcome {
			if n == 0 {
				return limit.Unheard
			}
			return limit.Miss
		}, true},
	} {
		b, _ := lookups(t, nil)
		for n := range 5 {
			asked(b, proof("203.0.113.7", limit.TypedProof), tt.of(n))
		}
		if _, limited := b.Ask(proof("203.0.113.7", limit.TypedProof)); limited == nil || limited.Why != client.LimitProof || limited.Unsure != tt.unsure {
			t.Errorf("%s: told %+v", tt.name, limited)
		}
		b, _ = lookups(t, nil)
		for n := range 40 {
			asked(b, proof(stranger(n).String(), limit.TypedProof), tt.of(n))
		}
		if _, limited := b.Ask(proof("203.0.113.7", limit.TypedProof)); limited == nil || limited.Why != client.LimitAttack || limited.Unsure != tt.unsure {
			t.Errorf("%s: the owner is told %+v", tt.name, limited)
		}
	}
}
