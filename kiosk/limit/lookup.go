package limit

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"net/netip"
	"slices"
	"sync/atomic"
	"time"
)

// Lookup is what the budgets look at of one look-up of a dossier.
type Lookup struct {
	Addr    netip.Addr
	Key     string // the fingerprint of a staff key; "" for the public
	UnitDay string // agency id and date of the code, "H55.17.05-261120"
	Serial  string // the number of the day, "0007"
	Proof   bool   // a proof was given with it
}

// Outcome is how a look-up went.
type Outcome int

// The outcomes. A wrong proof is a miss like an unknown code.
const (
	NoAnswer Outcome = iota // nobody could say: it costs nothing
	Hit
	Miss
)

// What an outcome costs, see [LookupShare].
const (
	ownHit, ownMiss     = 1, 2
	dayHit, dayMiss     = 3, 1
	proofHit, proofMiss = 0, 1
)

// Lookups keeps the budgets against guessing. Each source has points of its own,
// for all that it asks, for the dossiers of one unit and day, and for the proof
// of one dossier. What goes beyond is paid out of points that all sources share,
// and then the source has to wait, each time twice as long. So an attacker with
// many addresses gets little for each of them, and empties only what others do
// not need: somebody's first question, with a typo, is always paid for.
//
// A source is an IPv4 address, an IPv6 /64 or a staff key. A /48 together, which
// is what a site gets (RFC 6177), has the points of sixteen.
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
	sites []string // wider networks that the source is in
	share *LookupShare
}

func (l *LookupLimits) asker(q Lookup) asker {
	if q.Key != "" {
		return asker{class: classStaff, name: "key " + q.Key, share: &l.Staff}
	}
	a := asker{class: classPublic, name: name(Prefix(q.Addr)), share: &l.Public}
	if contains(l.Offices, q.Addr) {
		a.class, a.share = classOffice, &l.Office
	} else if site, ok := siteOf(q.Addr); ok {
		a.sites = []string{site}
	}
	return a
}

// The kinds of askers.
const (
	classPublic = "public"
	classOffice = "office"
	classStaff  = "staff"
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

// Ask takes one look-up. With wait > 0 it may not be made now, and done is nil.
// Else done must be called with how it went; only the first call counts.
func (l *Lookups) Ask(q Lookup) (done func(Outcome), wait time.Duration) {
	lim := l.limits.Load()
	a := lim.asker(q)
	day, code := l.hash(q.UnitDay), l.hash(q.UnitDay+"-"+q.Serial)
	familiar := Key{spaceSeen, a.name + " " + code}
	seen := l.seen(familiar)
	if seen && !q.Proof {
		return func(Outcome) {}, 0 // it tells nothing new
	}
	refuse := func(wait time.Duration) (func(Outcome), time.Duration) {
		l.pattern.note(a, day, q.Serial, false, &lim.Alarms)
		return nil, wait
	}
	if left, on := l.book.Blame(Key{spaceDelay, a.name}, 0, lim.delays()); on {
		return refuse(left)
	}
	var paid []payment
	over := false
	for _, s := range l.scopes(q, a, day, code, seen) {
		p, shared, wait := l.pay(s)
		paid = append(paid, p...)
		if wait > 0 {
			l.settle(paid, NoAnswer)
			l.pattern.drained(a.class, day, &lim.Alarms)
			return refuse(max(wait, lim.DelayFirst))
		}
		over = over || shared
	}
	if over {
		if wait := l.delay(a, lim); wait > 0 { // somebody was faster
			l.settle(paid, NoAnswer)
			return refuse(wait)
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
		l.book.Blame(familiar, lim.Remember, Scale{From: Never, Most: lim.Remember, Sources: DefaultEntries})
		l.pattern.note(a, day, q.Serial, o == Hit, &lim.Alarms)
	}, 0
}

func (l *Lookups) seen(key Key) bool {
	left, _ := l.book.Blame(key, 0, Scale{From: Never, Sources: DefaultEntries})
	return left > 0
}

// delays are measured up to twice the most, so that two at once can be told.
func (l *LookupLimits) delays() Scale {
	return Scale{Most: 2 * l.DelayMost, Sources: DefaultEntries}
}

// delay makes a source wait that lives on what is shared: the more it did so
// lately, the longer. A wait that it returns is that of somebody who was faster.
func (l *Lookups) delay(a asker, lim *LookupLimits) time.Duration {
	const doublings = 16
	excess, _ := l.book.Blame(Key{spaceExcess, a.name}, lim.Forgive,
		Scale{From: Never, Most: doublings * lim.Forgive, Sources: DefaultEntries})
	d := lim.DelayFirst
	for n := (excess + lim.Forgive - 1) / lim.Forgive; n > 1 && d < lim.DelayMost; n-- {
		d *= 2
	}
	d = min(d, lim.DelayMost)
	if left, _ := l.book.Blame(Key{spaceDelay, a.name}, d, lim.delays()); left > d {
		return left
	}
	return 0
}
