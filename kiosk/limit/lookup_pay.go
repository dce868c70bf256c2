package limit

import (
	"slices"
	"time"

	"motcua/client"
)

// account is a purse with its key in the book.
type account struct {
	key   Key
	purse Purse
}

// scope is one thing that is paid for: out of all of own, else out of shared.
type scope struct {
	why    client.LimitReason // a look-up is refused when neither has enough
	own    []account
	shared account // without a purse: there is nothing else to pay with
	cost   [outcomes]float64
}

// most is the most that a look-up can cost.
func (s *scope) most() float64 { return slices.Max(s.cost[:]) }

// The spaces of a book that the budgets write in.
const (
	spaceOwn      = "lookup_own"
	spaceDay      = "lookup_day"
	spaceProof    = "lookup_proof"
	spaceShared   = "lookup_shared"
	spaceDossier  = "lookup_dossier"
	spaceDelay    = "lookup_delay"
	spaceExcess   = "lookup_excess"
	spaceSeen     = "lookup_seen"
	spaceMissed   = "lookup_missed"
	spaceOpened   = "lookup_opened"
	spacePaidBack = "lookup_paid_back"
	spaceUnsure   = "lookup_unsure"
)

// own are the purses of a source, and of the sites around it, for one thing.
func (a asker) own(space, thing string, p Purse) []account {
	all := []account{{Key{space, a.name + thing}, p}}
	for _, site := range a.sites {
		times := float64(site.times)
		all = append(all, account{Key{space, site.name + thing}, Purse{p.Burst * times, p.Hourly * times}})
	}
	return all
}

// scopes are what a look-up is paid for in.
func (l *Lookups) scopes(q Lookup, a asker, day, code string, past past, lim *LookupLimits) []scope {
	all := []scope{
		{
			why: client.LimitShared, cost: ownCost(q.Proof, past),
			own:    a.own(spaceOwn, "", a.share.Own),
			shared: account{Key{spaceShared, a.class}, a.share.SharedAll},
		},
		{
			why: client.LimitUnitDay, cost: dayCost(q.Proof, past),
			own:    a.own(spaceDay, " "+day, a.share.UnitDay),
			shared: account{Key{spaceShared, a.class + " day " + day}, a.share.SharedUnitDay},
		},
	}
	if q.Proof != NoProof {
		all = append(all, scope{
			why: client.LimitProof, cost: proofCost,
			own:    a.own(spaceProof, " "+code, a.share.Proof),
			shared: account{Key{spaceShared, a.class + " proof " + code}, a.share.SharedProof},
		}, scope{why: client.LimitAttack, cost: proofCost, own: lim.Dossier.accounts(q.Proof, a, code, past)})
	}
	return slices.DeleteFunc(all, func(s scope) bool { return len(s.own) == 0 || s.most() == 0 })
}

// proofCost is what a try at a proof costs. Whatever may be a system's "no" is one,
// its silence too.
var proofCost = [outcomes]float64{Miss: proofMiss, Mixed: proofMiss, Unheard: proofMiss, Unclear: proofMiss, Doubted: proofMiss}

// ownCost is what a look-up costs as such. Who was told no, or hung up, has paid
// for asking again. For a system's silence nobody is punished.
func ownCost(proof Proof, past past) [outcomes]float64 {
	c := [outcomes]float64{Hit: ownHit, Miss: ownMiss, Mixed: ownMiss, Unclear: ownMiss, Doubted: ownHit, Proved: ownProved}
	if past.shown || past.missed {
		c[Hit], c[Doubted] = 0, 0
	}
	if past.missed && proof == NoProof {
		c[Miss], c[Unclear] = 0, 0
	}
	return c
}

// dayCost is what it costs as a step of a walk through a unit's day. A miss before
// takes nothing off what being shown the dossier costs, or a walk would be cheaper
// for hanging up on each code first.
func dayCost(proof Proof, past past) [outcomes]float64 {
	switch {
	case past.shown:
		return [outcomes]float64{}
	case proof >= TypedProof && past.missed:
		return [outcomes]float64{}
	case proof >= TypedProof:
		// It opens the asker's own dossier or tells nothing of the day: no more
		// than a miss is ever taken.
		return [outcomes]float64{Hit: dayMiss, Miss: dayMiss, Unclear: dayMiss, Mixed: dayMiss, Doubted: dayMiss}
	case past.missed:
		return [outcomes]float64{Hit: dayHit, Mixed: dayHit, Doubted: dayHit}
	default:
		return [outcomes]float64{Hit: dayHit, Miss: dayMiss, Unclear: dayMiss, Mixed: dayHit, Doubted: dayHit}
	}
}

// accounts are what a try at a dossier's proof is paid with beside the asker's
// own. None for who opened it before, whom no stranger may keep out.
func (d *DossierLimits) accounts(proof Proof, a asker, code string, past past) []account {
	switch {
	case past.opened:
		return nil
	case proof == WholeProof:
		return []account{{Key{spaceDossier, "whole " + code}, d.Whole}}
	}
	all := []account{{Key{spaceDossier, "all " + code}, d.All}}
	if a.class == classPublic {
		all = append(all, account{Key{spaceDossier, "public " + code}, d.Public})
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
	most := s.most()
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
	if s.shared.purse != (Purse{}) && take(s.shared) {
		return paid, true, 0
	}
	return nil, true, max(1, min(wait, ownWait))
}

// settle gives back what was taken too much.
func (l *Lookups) settle(paid []payment, o Outcome) {
	for _, p := range paid {
		l.book.Give(p.key, p.taken-p.scope.cost[o], p.purse.rate(), p.purse.Burst)
	}
}
