package limit

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"net/netip"
	"slices"
	"sync/atomic"
	"time"

	"motcua/client"
	"motcua/kiosk/limit/ledger"
)

// Asker is who makes a look-up.
type Asker struct {
	Addr  netip.Addr
	Key   string // the fingerprint of a staff key; "" for the public
	Kiosk string // the name of a machine in a lobby, which many people use; "" elsewhere
	// Entry contains the machine's address. All kiosks of one entry with several addresses
	// share a total. The zero value is a single machine.
	Entry netip.Prefix
}

// Lookup is what the budgets need to know about a look-up of a dossier. The code is in its
// canonical form, so that two spellings are one code; see [LookupOf].
type Lookup struct {
	Asker
	UnitDay string // agency id and date of the code, "H55.17.05-261120"
	Serial  string // the number of the day, "0007"
	Proof   Proof
}

// Proof is the kind of proof that came with a look-up.
type Proof int

// The kinds of proof, by what a guesser gains from them.
const (
	NoProof Proof = iota
	// SecretProof came with a receipt's link. A system without such secrets ignores it and
	// shows the public part.
	SecretProof
	// TypedProof is checked by every system: it opens the dossier or reveals nothing.
	TypedProof
	// WholeProof is a typed proof with so many digits that a thousand networks would guess
	// for years: a whole identity or telephone number.
	WholeProof
)

// Outcome is the result of a look-up, as far as the budgets are concerned.
type Outcome int

// The outcomes. A wrong proof is a miss like an unknown code, and whatever may have
// revealed that a proof is wrong costs as many points for proofs.
const (
	NoAnswer Outcome = iota // the question reached no system: it costs nothing
	Hit                     // the dossier was shown; no system was asked to check a proof, or none did
	Miss                    // a system refused
	Proved                  // the proof was right: it is the asker's own dossier
	Mixed                   // the dossier was shown, and a system refused the proof
	Unheard                 // systems were asked and none answered, which may be a refusal
	Unclear                 // an error instead of an answer, or the asker left: it may have been a refusal
	Doubted                 // the dossier was shown, and another system that was to check the proof did not answer
	outcomes
)

// unsure reports whether a proof was charged without being known to be wrong.
func (o Outcome) unsure() bool { return o == Unheard || o == Unclear || o == Doubted }

// What an outcome costs, see [LookupShare].
const (
	ownHit, ownMiss = 1, 2
	dayHit, dayMiss = 3, 1
	proofMiss       = 1
	// A right proof has a cost too: a portal that accepts any secret would otherwise make a
	// walk free.
	ownProved = .25
)

// ownerTime is how long a source counts as the owner of a dossier that it opened with the
// right proof: one or two weeks pass between hand-in and result.
const ownerTime = 7 * 24 * time.Hour

// Lookups keeps the budgets against guessing. Each source has its own points: for all its
// look-ups, for the dossiers of one unit and day, and for the proof of one dossier. When
// they are used up, look-ups are charged to points that all sources share, and the source
// has to wait, each time twice as long. So an attacker with many addresses gains little
// from each of them, and uses up only points that others do not need: a first question with
// a typing error is always covered by a source's own points.
//
// A source is an IPv4 address, an IPv6 /64, a staff key or a kiosk. A whole /48, which is
// what a site gets (RFC 6177), has the points of sixteen sources, and all kiosks or offices
// of one entry with many addresses those of four.
//
// In addition, the proof of one dossier has a total for everybody together
// ([DossierLimits]); otherwise ten thousand networks with one guess each would open any.
// The total does not apply to what a stranger cannot do: a source that opened the dossier
// before, and a person who types a whole identity or telephone number.
//
// A right proof shows that the dossier is the asker's own. It costs almost nothing, and the
// cost of having been shown the same dossier before is given back, so that somebody with
// thirty receipts of one day is not stopped.
//
// The cost of a look-up is known only when it is answered, so the maximum is taken before
// and the difference given back: a hundred at once cost as much as one after another.
// Methods may be called from any goroutine.
type Lookups struct {
	ledger  ledger.Ledger
	limits  atomic.Pointer[LookupLimits]
	hash    func(string) string
	pattern *patterns
}

// LookupOptions configures a [Lookups]; the zero value is good.
type LookupOptions struct {
	// Hash replaces unit-days and codes in the ledger and in alarms; it must be keyed, so that
	// nobody can find the code by trying all. Nil: with a key that lasts as long as the
	// process. Servers that share a ledger must share one.
	Hash func(string) string
	// Alarm is called for patterns, on the goroutine of the look-up; it must not block. Nil:
	// not called.
	Alarm func(Alarm)
	// Now is the clock of the alarms; nil means time.Now.
	Now func() time.Time
}

// NewLookups returns budgets that are kept in a ledger.
func NewLookups(in ledger.Ledger, limits LookupLimits, o LookupOptions) (*Lookups, error) {
	if o.Hash == nil {
		o.Hash = ownHash()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	l := &Lookups{ledger: in, hash: o.Hash, pattern: newPatterns(o.Now, o.Alarm)}
	return l, l.SetLimits(limits)
}

// SetLimits replaces the limits. Spent points stay spent. It changes nothing when the limits
// do not pass [LookupLimits.Check].
func (l *Lookups) SetLimits(limits LookupLimits) error {
	if err := limits.Check(); err != nil {
		return err
	}
	limits.Offices = slices.Clone(limits.Offices)
	l.limits.Store(&limits)
	return nil
}

// ownHash returns a hash with a random key of this process.
func ownHash() func(string) string {
	var key [sha256.Size]byte
	_, _ = rand.Read(key[:]) // never fails, see crypto/rand
	return func(s string) string {
		sum := sha256.Sum256(append(key[:len(key):len(key)], s...))
		return hex.EncodeToString(sum[:16])
	}
}

// asker says who is charged.
type asker struct {
	class string
	name  string
	sites []owner // wider networks that the source is in
	share *LookupShare
}

func (l *LookupLimits) asker(q Asker) asker {
	switch {
	case q.Key != "":
		return asker{class: classStaff, name: "key " + q.Key, share: &l.Staff}
	case q.Kiosk != "":
		a := asker{class: classKiosk, name: "kiosk " + q.Kiosk, share: &l.Kiosk}
		return a.within(q.Entry, q.Addr)
	}
	a := asker{class: classPublic, name: name(Prefix(q.Addr)), share: &l.Public}
	if entry := EntryOf(l.Offices, q.Addr); entry.IsValid() {
		a.class, a.share = classOffice, &l.Office
		return a.within(entry, q.Addr)
	}
	if site, ok := siteOf(q.Addr); ok {
		a.sites = []owner{{site, siteSources}}
	}
	return a
}

// within adds the asker's entry of the configuration, if that has a total.
func (a asker) within(entry netip.Prefix, addr netip.Addr) asker {
	if wide(entry, addr) {
		a.sites = []owner{{a.class + " entry " + name(entry), entryBudgets}}
	}
	return a
}

// network returns the widest network that counts as one source. For the public that is the
// site, if there is one.
func (a asker) network() string {
	if a.class == classPublic && len(a.sites) > 0 {
		return a.sites[len(a.sites)-1].name
	}
	return a.name
}

// The kinds of askers.
const (
	classPublic = "public"
	classOffice = "office"
	classStaff  = "staff"
	classKiosk  = "kiosk"
)

// siteSources is how many sources' points a site has.
const siteSources = 16

func siteOf(addr netip.Addr) (string, bool) {
	addr = addr.Unmap().WithZone("")
	if !addr.Is6() {
		return "", false
	}
	p, err := addr.Prefix(48)
	return p.String(), err == nil
}

// Ask charges one look-up. When it may not be made now, limited says for how long and why,
// and done is nil. Otherwise done must be called with the outcome; only the first call
// counts.
func (l *Lookups) Ask(q Lookup) (done func(Outcome), limited *client.LimitedError) {
	lim := l.limits.Load()
	a := lim.asker(q.Asker)
	day, code := l.hash(q.UnitDay), l.hash(q.UnitDay+"-"+q.Serial)
	past, left, why := l.past(a, code, q.Proof)
	if past.shown && q.Proof == NoProof {
		return func(Outcome) {}, nil // it was shown before, so the answer reveals nothing new
	}
	refuse := func(wait time.Duration, why client.LimitReason) (func(Outcome), *client.LimitedError) {
		l.pattern.note(a, day, q.Serial, false, &lim.Alarms)
		return nil, &client.LimitedError{Wait: wait, Why: why, Unsure: l.unsure(a, code, why)}
	}
	if left > 0 {
		return refuse(left, why)
	}
	scopes := l.scopes(q, a, day, code, past, lim)
	receipt := l.ledger.Pay(charges(scopes))
	if receipt.Refused >= 0 {
		s := scopes[receipt.Refused]
		if s.why == client.LimitAttack {
			l.pattern.attacked(a, code, &lim.Alarms)
		} else {
			l.pattern.drained(a.class, day, &lim.Alarms)
		}
		return refuse(max(receipt.Wait, lim.DelayFirst), s.why)
	}
	over := client.LimitReason("")
	for i, shared := range receipt.Shared {
		if shared {
			over = scopes[i].why
		}
	}
	if over != "" {
		if wait := l.delay(a, code, over, lim); wait > 0 { // a concurrent look-up has set it
			settle(scopes, receipt, NoAnswer)
			return refuse(wait, over)
		}
	}
	var once atomic.Bool
	return func(o Outcome) {
		if once.Swap(true) {
			return
		}
		settle(scopes, receipt, o)
		if o == NoAnswer {
			return
		}
		if o == Proved {
			// A dossier that was opened with its proof alone was never paid for.
			l.payBack(a, day, code, past.shown && !past.opened)
		}
		l.remember(a, code, o, lim)
		if q.Proof != NoProof && proofCost[o] > 0 {
			l.pattern.tried(a, code, &lim.Alarms)
			if o.unsure() {
				l.noteUnsure(a, code, lim)
			}
		}
		shown := o == Hit || o == Proved || o == Mixed || o == Doubted
		l.pattern.note(a, day, q.Serial, shown, &lim.Alarms)
	}, nil
}

// past is what a source has done with one dossier.
type past struct {
	shown  bool // it was shown, so showing it again reveals nothing new
	missed bool // the look-up failed or the asker hung up, and was charged
	opened bool // with the right proof: the dossier is the asker's own
}

// past returns what a source has done with one dossier. left is how long it must still wait
// because it used shared points, and why.
func (l *Lookups) past(a asker, code string, proof Proof) (p past, left time.Duration, why client.LimitReason) {
	keys := make([]ledger.Key, 0, 3+len(delayReasons))
	for _, space := range []string{spaceMissed, spaceOpened, spaceSeen} {
		keys = append(keys, ledger.Key{Space: space, Name: a.name + " " + code})
	}
	for _, r := range delayReasons {
		keys = append(keys, a.delayKey(r, code))
	}
	marks := l.ledger.Left(keys)
	p = past{missed: marks[0] > 0, opened: marks[1] > 0}
	p.shown = p.opened || marks[2] > 0
	for i, r := range delayReasons {
		switch d := marks[3+i]; {
		case r == client.LimitUnitDay && proof >= TypedProof: // no step of a walk: it opens the asker's own dossier or reveals nothing
		case r == client.LimitProof && proof == NoProof: // no proof is tried
		case d > left:
			left, why = d, r
		}
	}
	return p, left, why
}

func (l *Lookups) remember(a asker, code string, o Outcome, lim *LookupLimits) {
	mark := func(space string, d time.Duration) {
		l.ledger.Mark(ledger.Key{Space: space, Name: a.name + " " + code}, d)
	}
	switch o {
	case Miss, Unclear:
		mark(spaceMissed, lim.Remember)
	case Proved:
		// At an office or a kiosk the next person is not the owner. Offices and kiosks also
		// have a part of the total that the public cannot use up.
		if a.class == classPublic || a.class == classStaff {
			mark(spaceOpened, ownerTime)
		}
		mark(spaceSeen, lim.Remember)
	case Hit, Mixed, Doubted:
		mark(spaceSeen, lim.Remember)
	case NoAnswer, Unheard, outcomes: // the last one has been charged for its proof only
	}
}

// unsureKey is the key of the record of unchecked proofs: of one asker, or of all askers.
func unsureKey(a asker, code string, why client.LimitReason) ledger.Key {
	if why == client.LimitAttack {
		return ledger.Key{Space: spaceUnsure, Name: "all " + code}
	}
	return ledger.Key{Space: spaceUnsure, Name: a.name + " " + code}
}

// noteUnsure records that a proof was charged which nobody checked, until the points for
// proofs have come back.
func (l *Lookups) noteUnsure(a asker, code string, lim *LookupLimits) {
	for why, buckets := range map[client.LimitReason][]Bucket{
		client.LimitProof:  {a.share.Proof, a.share.SharedProof},
		client.LimitAttack: {lim.Dossier.Public, lim.Dossier.All, lim.Dossier.Whole},
	} {
		var d time.Duration
		for _, p := range buckets {
			d = max(d, p.refill())
		}
		l.ledger.Mark(unsureKey(a, code, why), d)
	}
}

// unsure reports whether somebody who has to wait because of proofs must not be told that
// they were wrong.
func (l *Lookups) unsure(a asker, code string, why client.LimitReason) bool {
	if why != client.LimitProof && why != client.LimitAttack {
		return false
	}
	return l.ledger.Left([]ledger.Key{unsureKey(a, code, why)})[0] > 0
}

// payBack gives back the cost of having been shown a dossier that turned out to be the
// asker's own, if it was charged, and only once: opening it again and again must not make
// points.
func (l *Lookups) payBack(a asker, day, code string, paid bool) {
	first := ledger.Account{Key: ledger.Key{Space: spacePaidBack, Name: a.name + " " + code}, Cost: 1, Rate: 1 / ownerTime.Seconds(), Burst: 1}
	if l.ledger.Pay([]ledger.Charge{{Own: []ledger.Account{first}}}).Refused >= 0 || !paid {
		return
	}
	for _, p := range a.own(spaceOwn, "", a.share.Own) {
		l.ledger.Give(p.key, ownHit, p.bucket.rate(), p.bucket.Burst)
	}
	for _, p := range a.own(spaceDay, " "+day, a.share.UnitDay) {
		l.ledger.Give(p.key, dayHit, p.bucket.rate(), p.bucket.Burst)
	}
}

// delayReasons are the reasons for which a source that uses shared points has to wait.
var delayReasons = [...]client.LimitReason{client.LimitShared, client.LimitUnitDay, client.LimitProof}

// delayKey is the key of a source's wait. Wrong proofs of one dossier delay nobody's
// look-up of another.
func (a asker) delayKey(why client.LimitReason, code string) ledger.Key {
	k := ledger.Key{Space: spaceDelay, Name: a.name + " " + string(why)}
	if why == client.LimitProof {
		k.Name += " " + code
	}
	return k
}

// delays are measured up to twice the maximum, so that two concurrent ones can be
// distinguished.
func (l *LookupLimits) delays() ledger.Scale {
	return ledger.Scale{Most: 2 * l.DelayMost, Sources: ledger.DefaultEntries}
}

// delay makes a source wait that uses shared points: the more it did so lately, the longer.
// The first few times it need not wait, because a family's receipts of one day may exceed
// its own points; a walk is limited by the shared points, not by the wait. Wrong proofs are
// delayed from the first. A wait that delay returns was set by a concurrent look-up.
func (l *Lookups) delay(a asker, code string, why client.LimitReason, lim *LookupLimits) time.Duration {
	const doublings = 16
	free := lim.DelayFree
	excess, _ := l.ledger.Blame(ledger.Key{Space: spaceExcess, Name: a.name}, lim.Forgive,
		ledger.Scale{From: ledger.Never, Most: time.Duration(doublings+free) * lim.Forgive, Sources: ledger.DefaultEntries})
	if why == client.LimitProof {
		free = 0
	}
	n := int((excess+lim.Forgive-1)/lim.Forgive) - free
	if n < 1 {
		return 0
	}
	d := lim.DelayFirst
	for ; n > 1 && d < lim.DelayMost; n-- {
		d *= 2
	}
	d = min(d, lim.DelayMost)
	if left, _ := l.ledger.Blame(a.delayKey(why, code), d, lim.delays()); left > d {
		return left
	}
	return 0
}
