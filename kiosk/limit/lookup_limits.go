package limit

import (
	"errors"
	"fmt"
	"net/netip"
	"time"
)

// LookupLimits are the budgets against guessing. A code is a unit, a day and a
// number that counts up from one, so whoever knows one receipt can walk through
// all dossiers of that day; see [Lookups] for how the budgets meet that.
// [DefaultLookups] has good numbers; a zero is a zero, not a default.
//
// In a config file they stand under [guess]: public_own, public_unit_day,
// public_proof and what is shared, public_shared_all, public_shared_unit_day,
// public_shared_proof, likewise for office_ and staff_; then delay_first,
// delay_most, forgive, remember, and the alarms as alarm_in_order, alarm_dense,
// alarm_every. Offices are those of [limits].
type LookupLimits struct {
	Public, Office, Staff LookupShare
	// Offices are addresses behind which many people sit, as in [Limits].
	Offices []netip.Prefix

	// DelayFirst is how long a source that lives on what is shared must wait after
	// a look-up; every further one doubles that, up to DelayMost. Forgive is how
	// long a source must keep within its own for one doubling to be forgotten.
	DelayFirst, DelayMost, Forgive time.Duration
	// Remember is how long it costs nothing to ask again for the same dossier.
	Remember time.Duration

	Alarms AlarmLimits
}

// LookupShare is what the look-ups of one kind of asker are paid with, in points.
type LookupShare struct {
	// Own is what each source has: an address, or the key of a member of staff. A
	// dossier that is found costs one point, one that is not two.
	Own Purse
	// UnitDay is what each source has for the dossiers of one unit and day. Found
	// costs three points here and not found one: a typo tells its owner nothing,
	// but a second dossier of the same day is what a walk consists of.
	UnitDay Purse
	// Proof is what each source has for one dossier's proof. A wrong one costs a
	// point.
	Proof Purse

	// What all sources of the kind share who have used up their own: over all
	// dossiers, for each unit and day, and for each dossier's proof. An attacker
	// can empty these, and still nobody else is kept from what is their own.
	SharedAll, SharedUnitDay, SharedProof Purse
}

// Purse is a number of points that can be spent at once, and how many come back
// in an hour.
type Purse struct{ Burst, Hourly float64 }

func (p Purse) rate() float64 { return p.Hourly / 3600 }

// MostInOrder is the most that [AlarmLimits].InOrder can be.
const MostInOrder = 64

// AlarmLimits say which look-ups of one unit and day, within an hour, are worth
// a line in the log.
type AlarmLimits struct {
	// InOrder is how many different numbers in a row must lie within a stretch of
	// twice as many: a walk, also one by many feet at once.
	InOrder int
	// Dense is how many different numbers are asked in all.
	Dense int
	// Every is how long the same alarm for the same unit and day keeps quiet.
	Every time.Duration
}

// DefaultLookups returns the budgets of a server on the open internet.
func DefaultLookups() LookupLimits {
	return LookupLimits{
		Public: LookupShare{
			// A family's dossiers with a typo or two. Providers put several
			// households behind one IPv4 address, seldom several who ask over SSH
			// in the same hour.
			Own: Purse{Burst: 8, Hourly: 4},
			// Two typos and the right number, or twice that within a day and a half.
			UnitDay: Purse{Burst: 5, Hourly: 5. / 24},
			// The digits of the card, those of the phone, and a typo.
			Proof: Purse{Burst: 4, Hourly: 1},
			// Those with many dossiers: some 200 more of them an hour, in all.
			SharedAll: Purse{Burst: 200, Hourly: 200},
			// Twelve second dossiers of a unit and day, then six an hour: somebody who
			// hands in for a company. It is the largest share of one day that a walk
			// can get beyond one dossier for each address.
			SharedUnitDay: Purse{Burst: 36, Hourly: 18},
			// Of 10,000 proofs of four digits.
			SharedProof: Purse{Burst: 10, Hourly: 2},
		},
		Office: LookupShare{
			// A hall with 30 people who each ask twenty times an hour, mostly for
			// dossiers of their own unit, and of a few days.
			Own:       Purse{Burst: 600, Hourly: 600},
			UnitDay:   Purse{Burst: 900, Hourly: 300},
			Proof:     Purse{Burst: 10, Hourly: 5},
			SharedAll: Purse{Burst: 1200, Hourly: 1200}, SharedUnitDay: Purse{Burst: 900, Hourly: 300},
			SharedProof: Purse{Burst: 20, Hourly: 10},
		},
		Staff: LookupShare{
			// Two lists of 1,000 dossiers, of which none need be found; a whole day of
			// a unit. What a stolen key opens until it is taken off the list.
			Own:       Purse{Burst: 4000, Hourly: 2000},
			UnitDay:   Purse{Burst: 3000, Hourly: 3000},
			Proof:     Purse{Burst: 10, Hourly: 5},
			SharedAll: Purse{Burst: 2000, Hourly: 2000}, SharedUnitDay: Purse{Burst: 900, Hourly: 300},
			SharedProof: Purse{Burst: 20, Hourly: 10},
		},
		DelayFirst: 30 * time.Second, DelayMost: 15 * time.Minute, Forgive: time.Hour,
		// A day's visit, and `track --watch` over it.
		Remember: 12 * time.Hour,
		// In a hall that hands out 300 results a day people come in any order, some
		// forty an hour: twelve of them in a stretch of 24 by chance is once in
		// 10^9, and sixty in an hour a busy day.
		Alarms: AlarmLimits{InOrder: 12, Dense: 60, Every: time.Hour},
	}
}

// Check says what in the limits cannot be meant.
func (l LookupLimits) Check() error {
	var errs []error
	bad := func(format string, a ...any) { errs = append(errs, fmt.Errorf("guess: "+format, a...)) }
	for name, share := range map[string]LookupShare{classPublic: l.Public, classOffice: l.Office, classStaff: l.Staff} {
		errs = append(errs, share.check(name))
	}
	for _, p := range l.Offices {
		if !p.IsValid() {
			bad("an office has no address")
		}
	}
	if l.DelayFirst <= 0 || l.DelayMost < l.DelayFirst || l.DelayMost > 24*time.Hour {
		bad("delays from %v to %v: must rise, up to a day", l.DelayFirst, l.DelayMost)
	}
	if l.Forgive <= 0 || l.Forgive > 24*time.Hour {
		bad("forgive %v: must be above 0 and at most a day", l.Forgive)
	}
	if l.Remember < 0 || l.Remember > 48*time.Hour {
		bad("remember %v: must be 0 to two days", l.Remember)
	}
	if a := l.Alarms; a.InOrder < 4 || a.InOrder > MostInOrder || a.Dense < 4 || a.Every <= 0 {
		bad("alarms at %d in order and %d in all, every %v: must be 4 to %d, 4 or more, above 0", a.InOrder, a.Dense, a.Every, MostInOrder)
	}
	return errors.Join(errs...)
}

// check says which purses of a share cannot be meant.
func (s LookupShare) check(class string) error {
	var errs []error
	for _, p := range []struct {
		name  string
		purse Purse
		least float64 // what one look-up must find in it
	}{
		{"own", s.Own, max(ownHit, ownMiss)},
		{"unit_day", s.UnitDay, max(dayHit, dayMiss)},
		{"proof", s.Proof, max(proofHit, proofMiss)},
		{"shared_all", s.SharedAll, 0},
		{"shared_unit_day", s.SharedUnitDay, 0},
		{"shared_proof", s.SharedProof, 0},
	} {
		wrong := ""
		switch {
		case !between(p.purse.Burst, p.least, maxPurse):
			wrong = fmt.Sprintf("a burst of %v, must be %v to %v", p.purse.Burst, p.least, maxPurse)
		case !between(p.purse.Hourly, 0, maxPurse):
			wrong = fmt.Sprintf("%v an hour, must be 0 to %v", p.purse.Hourly, maxPurse)
		case p.least > 0 && p.purse.Hourly == 0:
			wrong = "nothing comes back, so whoever used it up is out for good"
		default:
			continue
		}
		errs = append(errs, fmt.Errorf("guess: %s.%s: %s", class, p.name, wrong))
	}
	return errors.Join(errs...)
}

// between is false also for what is no number.
func between(x, low, high float64) bool { return x >= low && x <= high }

// maxPurse is more points than a server has look-ups.
const maxPurse = 1e6
