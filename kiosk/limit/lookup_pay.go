package limit

import (
	"slices"

	"motcua/client"
	"motcua/kiosk/limit/ledger"
)

// account is a bucket and its key in the ledger.
type account struct {
	key    ledger.Key
	bucket Bucket
}

// scope is one thing that is charged: to all buckets of own or, if they have too little, to
// shared.
type scope struct {
	why    client.LimitReason // the reason of the refusal when neither has enough
	own    []account
	shared account // zero when there is no shared bucket
	cost   [outcomes]float64
}

// most returns the highest cost of a look-up.
func (s *scope) most() float64 { return slices.Max(s.cost[:]) }

// The spaces of a ledger that the budgets write in.
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

// own returns the buckets of a source, and of the sites around it, for one thing.
func (a asker) own(space, thing string, p Bucket) []account {
	all := []account{{ledger.Key{Space: space, Name: a.name + thing}, p}}
	for _, site := range a.sites {
		times := float64(site.times)
		all = append(all, account{ledger.Key{Space: space, Name: site.name + thing}, Bucket{p.Burst * times, p.Hourly * times}})
	}
	return all
}

// scopes returns everything that a look-up is charged to.
func (l *Lookups) scopes(q Lookup, a asker, day, code string, past past, lim *LookupLimits) []scope {
	all := []scope{
		{
			why: client.LimitShared, cost: ownCost(q.Proof, past),
			own:    a.own(spaceOwn, "", a.share.Own),
			shared: account{ledger.Key{Space: spaceShared, Name: a.class}, a.share.SharedAll},
		},
		{
			why: client.LimitUnitDay, cost: dayCost(q.Proof, past),
			own:    a.own(spaceDay, " "+day, a.share.UnitDay),
			shared: account{ledger.Key{Space: spaceShared, Name: a.class + " day " + day}, a.share.SharedUnitDay},
		},
	}
	if q.Proof != NoProof {
		all = append(all, scope{
			why: client.LimitProof, cost: proofCost,
			own:    a.own(spaceProof, " "+code, a.share.Proof),
			shared: account{ledger.Key{Space: spaceShared, Name: a.class + " proof " + code}, a.share.SharedProof},
		}, scope{why: client.LimitAttack, cost: proofCost, own: lim.Dossier.accounts(q.Proof, a, code, past)})
	}
	return slices.DeleteFunc(all, func(s scope) bool { return len(s.own) == 0 || s.most() == 0 })
}

// proofCost is the cost of trying a proof. Whatever may be a system's refusal costs as much
// as one, including silence.
var proofCost = [outcomes]float64{Miss: proofMiss, Mixed: proofMiss, Unheard: proofMiss, Unclear: proofMiss, Doubted: proofMiss}

// ownCost is the cost of the look-up as such. An asker who was refused, or hung up, has paid
// for asking again. A system's silence costs nothing.
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

// dayCost is the cost as a step of a walk through a unit's day. An earlier miss reduces
// nothing, because hanging up on each code first would otherwise make a walk cheaper.
func dayCost(proof Proof, past past) [outcomes]float64 {
	switch {
	case past.shown:
		return [outcomes]float64{}
	case proof >= TypedProof && past.missed:
		return [outcomes]float64{}
	case proof >= TypedProof:
		// With a proof it opens the asker's own dossier or reveals nothing about the day, so at
		// most a miss is charged.
		return [outcomes]float64{Hit: dayMiss, Miss: dayMiss, Unclear: dayMiss, Mixed: dayMiss, Doubted: dayMiss}
	case past.missed:
		return [outcomes]float64{Hit: dayHit, Mixed: dayHit, Doubted: dayHit}
	default:
		return [outcomes]float64{Hit: dayHit, Miss: dayMiss, Unclear: dayMiss, Mixed: dayHit, Doubted: dayHit}
	}
}

// accounts are charged for a try at a dossier's proof, in addition to the asker's own. A
// source that opened the dossier before has none, so that no stranger can keep it out.
func (d *DossierLimits) accounts(proof Proof, a asker, code string, past past) []account {
	switch {
	case past.opened:
		return nil
	case proof == WholeProof:
		return []account{{ledger.Key{Space: spaceDossier, Name: "whole " + code}, d.Whole}}
	}
	var all []account
	if a.class == classPublic {
		all = append(all, account{ledger.Key{Space: spaceDossier, Name: "public " + code}, d.Public})
	}
	// The wider one comes last, as in own: whoever is refused by the narrower one must not hold
	// a point of this one for a moment. A thousand strangers at once would hold all of them,
	// and the counter would be refused.
	return append(all, account{ledger.Key{Space: spaceDossier, Name: "all " + code}, d.All})
}

// charges returns what a ledger takes for a look-up, at its highest cost.
func charges(scopes []scope) []ledger.Charge {
	list := make([]ledger.Charge, len(scopes))
	for i, s := range scopes {
		most := s.most()
		for _, a := range s.own {
			list[i].Own = append(list[i].Own, a.charged(most))
		}
		if s.shared.bucket != (Bucket{}) {
			list[i].Shared = s.shared.charged(most)
		}
	}
	return list
}

func (a account) charged(cost float64) ledger.Account {
	return ledger.Account{Key: a.key, Cost: cost, Rate: a.bucket.rate(), Burst: a.bucket.Burst}
}

// settle gives back the difference to the real cost.
func settle(scopes []scope, r ledger.Receipt, o Outcome) {
	for i, s := range scopes {
		from := s.own
		if r.Shared[i] {
			from = []account{s.shared}
		}
		for _, a := range from {
			r.Back.Give(a.key, s.most()-s.cost[o], a.bucket.rate(), a.bucket.Burst)
		}
	}
}
