package limit

import "time"

// account is a purse with its key in the book.
type account struct {
	key   Key
	purse Purse
}

// scope is one thing that is paid for: out of all of own, else out of shared.
type scope struct {
	own       []account
	shared    account
	hit, miss float64
}

// The spaces of a book that the budgets write in.
const (
	spaceOwn    = "lookup_own"
	spaceDay    = "lookup_day"
	spaceProof  = "lookup_proof"
	spaceShared = "lookup_shared"
	spaceDelay  = "lookup_delay"
	spaceExcess = "lookup_excess"
	spaceSeen   = "lookup_seen"
)

// scopes are what a look-up is paid for in.
func (l *Lookups) scopes(q Lookup, a asker, day, code string, seen bool) []scope {
	// own are the purses of a source, and of the sites around it, for one thing.
	own := func(space, thing string, p Purse) []account {
		all := []account{{Key{space, a.name + thing}, p}}
		for _, site := range a.sites {
			all = append(all, account{Key{space, site + thing}, Purse{p.Burst * siteSources, p.Hourly * siteSources}})
		}
		return all
	}
	first := scope{
		own:    own(spaceOwn, "", a.share.Own),
		shared: account{Key{spaceShared, a.class}, a.share.SharedAll},
		hit:    ownHit, miss: ownMiss,
	}
	if seen {
		first.hit = 0
	}
	all := []scope{first}
	if !seen {
		all = append(all, scope{
			own:    own(spaceDay, " "+day, a.share.UnitDay),
			shared: account{Key{spaceShared, a.class + " day " + day}, a.share.SharedUnitDay},
			hit:    dayHit, miss: dayMiss,
		})
	}
	if q.Proof {
		all = append(all, scope{
			own:    own(spaceProof, " "+code, a.share.Proof),
			shared: account{Key{spaceShared, a.class + " proof " + code}, a.share.SharedProof},
			hit:    proofHit, miss: proofMiss,
		})
	}
	return all
}

// payment is what was taken out of one purse.
type payment struct {
	account
	scope *scope
	taken float64
}

// pay takes the most that a look-up can cost out of one's own, or else out of
// what is shared.
func (l *Lookups) pay(s scope) (paid []payment, shared bool, wait time.Duration) {
	most := max(s.hit, s.miss)
	take := func(a account) bool {
		ok, w := l.book.Take(a.key, most, a.purse.rate(), a.purse.Burst)
		if ok {
			paid = append(paid, payment{a, &s, most})
		}
		wait = w
		return ok
	}
	ownWait := time.Duration(0)
	for _, a := range s.own {
		if !take(a) {
			ownWait = wait
			break
		}
	}
	if ownWait == 0 {
		return paid, false, 0
	}
	l.settle(paid, NoAnswer)
	paid = nil
	if take(s.shared) {
		return paid, true, 0
	}
	return nil, true, max(1, min(wait, ownWait))
}

// settle gives back what was taken too much.
func (l *Lookups) settle(paid []payment, o Outcome) {
	for _, p := range paid {
		cost := 0.
		switch o {
		case Hit:
			cost = p.scope.hit
		case Miss:
			cost = p.scope.miss
		}
		l.book.Give(p.key, p.taken-cost, p.purse.rate(), p.purse.Burst)
	}
}
