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
)

// Asker is who makes a look-up.
type Asker struct {
	Addr  netip.Addr
	Key   string // the fingerprint of a staff key; "" for the public
	Kiosk string // the name of a machine in a lobby, which many people use; "" elsewhere
	// Entry holds the addresses among which that machine's lies. All kiosks of one
	// entry that is wider than an address have a total. The zero one is that of a
	// machine by itself.
	Entry netip.Prefix
}

// Lookup is what the budgets look at of one look-up of a dossier. The code is in
// its canonical form: two spellings of one code are one, see [LookupOf].
type Lookup struct {
	Asker
	UnitDay string // agency id and date of the code, "H55.17.05-261120"
	Serial  string // the number of the day, "0007"
	Proof   Proof
}

// Proof is what came with a look-up to prove that the dossier is the asker's.
type Proof int

// The kinds of proof, by what somebody who guesses gets out of them.
const (
	NoProof Proof = iota
	// SecretProof came along with a receipt's link. A system that has no such
	// secrets ignores it and shows the public part.
	SecretProof
	// TypedProof is judged by every system: it opens the dossier or tells nothing.
	TypedProof
	// WholeProof is a typed proof of so many digits that a thousand networks would
	// guess for years: a whole number of a card or telephone.
	WholeProof
)

// Outcome is how a look-up went.
type Outcome int

// The outcomes. A wrong proof is a miss like an unknown code, and whatever may have
// told that it is wrong costs as much of the points for proofs.
const (
	NoAnswer Outcome = iota // the question reached no system: it costs nothing
	Hit                     // the dossier was shown, and no system was asked to judge a proof, or none did
	Miss                    // a system said no
	Proved                  // the proof was right: it is the asker's own dossier
	Mixed                   // the dossier was shown, and a system said no to the proof
	Unheard                 // systems were asked and none answered, which may be how they say no to a proof
	Unclear                 // a fault came in the place of an answer, or the asker left: it may have been a no
	Doubted                 // the dossier was shown, and another system that was asked to judge the proof did not answer
	outcomes
)

// unsure tells whether it is not known that a proof was wrong that is paid for.
func (o Outcome) unsure() bool { return o == Unheard || o == Unclear || o == Doubted }

// What an outcome costs, see [LookupShare].
const (
	ownHit, ownMiss = 1, 2
	dayHit, dayMiss = 3, 1
	proofMiss       = 1
	// A right proof costs something all the same: a portal that takes any secret
	// would make a walk free.
	ownProved = .25
)

// ownerTime is how long a source is known as the owner of a dossier that it
// opened with the right proof: a week or two pass between hand-in and result.
const ownerTime = 7 * 24 * time.Hour

// Lookups keeps the budgets against guessing. Each source has points of its own,
// for all that it asks, for the dossiers of one unit and day, and for the proof
// of one dossier. What goes beyond is paid out of points that all sources share,
// and then the source has to wait, each time twice as long. So an attacker with
// many addresses gets little for each of them, and empties only what others do
// not need: somebody's first question, with a typo, is always paid for.
//
// A source is an IPv4 address, an IPv6 /64, a staff key or a kiosk. A /48
// together, which is what a site gets (RFC 6177), has the points of sixteen, and
// all kiosks or offices of one entry with many addresses those of four.
//
// Over all that, the proof of one dossier has a total for everybody together
// ([DossierLimits]), or ten thousand networks with a guess each would open any.
// What a stranger cannot do is free of it: a source that opened the dossier
// before goes on, and so does who types the whole number of a card or telephone.
//
// A right proof shows that the dossier is the asker's own. It costs next to
// nothing, and what it cost to be shown the same dossier before comes back: who
// has thirty receipts of one day is not stopped.
//
// What a look-up costs is known when it is answered, so the most is taken before
// and the rest given back: a hundred at once cost as much as one after another.
// Methods may be called from any goroutine.
type Lookups struct {
	book    Book
	limits  atomic.Pointer[LookupLimits]
	hash    func(string) string
	pattern *patterns
}

// LookupOptions of a [Lookups]; the zero value is good.
type LookupOptions struct {
	// Hash names unit-days and codes in the book and in alarms; keyed, so that
	// nobody can count up to find what it stands for. Nil: with a key that lasts
	// as long as the process. Servers that share a book share one.
	Hash func(string) string
	// Alarm is told of patterns, on the goroutine of the look-up; it must not
	// wait. Nil: nobody is.
	Alarm func(Alarm)
	// Now is the clock of the alarms; nil means time.Now.
	Now func() time.Time
}

// NewLookups returns budgets that are kept in book.
func NewLookups(book Book, limits LookupLimits, o LookupOptions) (*Lookups, error) {
	if o.Hash == nil {
		o.Hash = ownHash()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	l := &Lookups{book: book, hash: o.Hash, pattern: newPatterns(o.Now, o.Alarm)}
	return l, l.SetLimits(limits)
}

// SetLimits puts other limits in place. What was spent stays spent. Limits that
// do not pass [LookupLimits.Check] change nothing.
func (l *Lookups) SetLimits(limits LookupLimits) error {
	if err := limits.Check(); err != nil {
		return err
	}
	limits.Offices = slices.Clone(limits.Offices)
	l.limits.Store(&limits)
	return nil
}

// ownHash hashes with a key that nobody else has.
func ownHash() func(string) string {
	var key [sha256.Size]byte
	_, _ = rand.Read(key[:]) // never fails, see crypto/rand
	return func(s string) string {
		sum := sha256.Sum256(append(key[:len(key):len(key)], s...))
		return hex.EncodeToString(sum[:16])
	}
}

// asker is whose points are spent.
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

// within is one of those of an entry, which have a total.
func (a asker) within(entry netip.Prefix, addr netip.Addr) asker {
	if wide(entry, addr) {
		a.sites = []owner{{a.class + " entry " + name(entry), entryBudgets}}
	}
	return a
}

// network is the widest that is one source's: strangers with a site of their own
// are one.
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

// Ask takes one look-up. When it may not be made now, limited says for how long
// and why, and done is nil. Else done must be called with how it went; only the
// first call counts.
func (l *Lookups) Ask(q Lookup) (done func(Outcome), limited *client.LimitedError) {
	lim := l.limits.Load()
	a := lim.asker(q.Asker)
	day, code := l.hash(q.UnitDay), l.hash(q.UnitDay+"-"+q.Serial)
	past := l.past(a, code)
	if past.shown && q.Proof == NoProof {
		return func(Outcome) {}, nil // it tells nothing new
	}
	refuse := func(wait time.Duration, why client.LimitReason) (func(Outcome), *client.LimitedError) {
		l.pattern.note(a, day, q.Serial, false, &lim.Alarms)
		return nil, &client.LimitedError{Wait: wait, Why: why, Unsure: l.unsure(a, code, why)}
	}
	if left, why := l.delayed(a, code, q.Proof, lim); left > 0 {
		return refuse(left, why)
	}
	var paid []payment
	over := client.LimitReason("")
	for _, s := range l.scopes(q, a, day, code, past, lim) {
		p, shared, wait := l.pay(s)
		paid = append(paid, p...)
		if wait > 0 {
			l.settle(paid, NoAnswer)
			if s.why == client.LimitAttack {
				l.pattern.attacked(a, code, &lim.Alarms)
			} else {
				l.pattern.drained(a.class, day, &lim.Alarms)
			}
			return refuse(max(wait, lim.DelayFirst), s.why)
		}
		if shared {
			over = s.why
		}
	}
	if over != "" {
		if wait := l.delay(a, code, over, lim); wait > 0 { // somebody was faster
			l.settle(paid, NoAnswer)
			return refuse(wait, over)
		}
	}
	var once atomic.Bool
	return func(o Outcome) {
		if once.Swap(true) {
			return
		}
		l.settle(paid, o)
		if o == NoAnswer {
			return
		}
		if o == Proved {
			// What was opened by its proof alone was never paid for.
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

// past is what a source did with one dossier before.
type past struct {
	shown  bool // it was shown the dossier: again it tells nothing new
	missed bool // it was told no, or hung up, and paid for it
	opened bool // by the right proof: it is its own
}

func (l *Lookups) past(a asker, code string) past {
	has := func(space string) bool {
		left, _ := l.book.Blame(Key{space, a.name + " " + code}, 0, Scale{From: Never, Sources: DefaultEntries})
		return left > 0
	}
	p := past{missed: has(spaceMissed), opened: has(spaceOpened)}
	p.shown = p.opened || has(spaceSeen)
	return p
}

func (l *Lookups) remember(a asker, code string, o Outcome, lim *LookupLimits) {
	mark := func(space string, d time.Duration) {
		l.book.Blame(Key{space, a.name + " " + code}, d, Scale{From: Never, Most: d, Sources: DefaultEntries})
	}
	switch o {
	case Miss, Unclear:
		mark(spaceMissed, lim.Remember)
	case Proved:
		// Who comes to an office or a kiosk after the owner is somebody else, and
		// these have a part of the total that the public cannot take.
		if a.class == classPublic || a.class == classStaff {
			mark(spaceOpened, ownerTime)
		}
		mark(spaceSeen, lim.Remember)
	case Hit, Mixed, Doubted:
		mark(spaceSeen, lim.Remember)
	case NoAnswer, Unheard, outcomes: // the latter paid for nothing but its proof
	}
}

// unsureKey is where that stands: of one's own proofs, and of everybody's.
func unsureKey(a asker, code string, why client.LimitReason) Key {
	if why == client.LimitAttack {
		return Key{spaceUnsure, "all " + code}
	}
	return Key{spaceUnsure, a.name + " " + code}
}

// noteUnsure remembers that a proof was paid for which nobody judged, until the points
// for proofs have come back.
func (l *Lookups) noteUnsure(a asker, code string, lim *LookupLimits) {
	for why, purses := range map[client.LimitReason][]Purse{
		client.LimitProof:  {a.share.Proof, a.share.SharedProof},
		client.LimitAttack: {lim.Dossier.Public, lim.Dossier.All, lim.Dossier.Whole},
	} {
		var d time.Duration
		for _, p := range purses {
			d = max(d, p.refill())
		}
		l.book.Blame(unsureKey(a, code, why), d, Scale{From: Never, Most: d, Sources: DefaultEntries})
	}
}

// unsure tells whether somebody who has to wait because of proofs may not be told
// that they were wrong.
func (l *Lookups) unsure(a asker, code string, why client.LimitReason) bool {
	if why != client.LimitProof && why != client.LimitAttack {
		return false
	}
	left, _ := l.book.Blame(unsureKey(a, code, why), 0, Scale{From: Never, Sources: DefaultEntries})
	return left > 0
}

// payBack gives back what it cost to be shown a dossier that has turned out to be
// the asker's own, when it was paid, and once: points must not be made by opening
// it over and over.
func (l *Lookups) payBack(a asker, day, code string, paid bool) {
	first, _ := l.book.Take(Key{spacePaidBack, a.name + " " + code}, 1, 1/ownerTime.Seconds(), 1)
	if !first || !paid {
		return
	}
	for _, p := range a.own(spaceOwn, "", a.share.Own) {
		l.book.Give(p.key, ownHit, p.purse.rate(), p.purse.Burst)
	}
	for _, p := range a.own(spaceDay, " "+day, a.share.UnitDay) {
		l.book.Give(p.key, dayHit, p.purse.rate(), p.purse.Burst)
	}
}

// delayReasons are those for which a source waits that lives on what is shared.
var delayReasons = [...]client.LimitReason{client.LimitShared, client.LimitUnitDay, client.LimitProof}

// delayed is how long a source must still wait, and for what.
func (l *Lookups) delayed(a asker, code string, proof Proof, lim *LookupLimits) (left time.Duration, why client.LimitReason) {
	for _, r := range delayReasons {
		switch {
		case r == client.LimitUnitDay && proof >= TypedProof: // it walks nowhere: it opens the asker's own or tells nothing
		case r == client.LimitProof && proof == NoProof: // it tries none
		default:
			if d, on := l.book.Blame(a.delayKey(r, code), 0, lim.delays()); on && d > left {
				left, why = d, r
			}
		}
	}
	return left, why
}

// delayKey is where a source's wait stands. Wrong proofs of one dossier keep nobody
// from another.
func (a asker) delayKey(why client.LimitReason, code string) Key {
	k := Key{spaceDelay, a.name + " " + string(why)}
	if why == client.LimitProof {
		k.Name += " " + code
	}
	return k
}

// delays are measured up to twice the most, so that two at once can be told.
func (l *LookupLimits) delays() Scale {
	return Scale{Most: 2 * l.DelayMost, Sources: DefaultEntries}
}

// delay makes a source wait that lives on what is shared: the more it did so
// lately, the longer. The first few times it need not wait, as a family's
// receipts of one day are soon more than one's own points: what is shared bounds
// a walk, not the wait. A wrong proof gets no such start. A wait that delay
// returns is that of somebody who was faster.
func (l *Lookups) delay(a asker, code string, why client.LimitReason, lim *LookupLimits) time.Duration {
	const doublings = 16
	free := lim.DelayFree
	excess, _ := l.book.Blame(Key{spaceExcess, a.name}, lim.Forgive,
		Scale{From: Never, Most: time.Duration(doublings+free) * lim.Forgive, Sources: DefaultEntries})
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
	if left, _ := l.book.Blame(a.delayKey(why, code), d, lim.delays()); left > d {
		return left
	}
	return 0
}
