package limit

import (
	"errors"
	"fmt"
	"net/netip"
	"time"

	"motcua/kiosk/config/key"
)

// LookupLimits are the budgets against guessing. A code is a unit, a day and a
// number that counts up from one, so whoever knows one receipt can walk through
// all dossiers of that day; see [Lookups] for how the budgets meet that.
// [DefaultLookups] has good numbers; a zero is a zero, not a default.
type LookupLimits struct {
	Public, Office, Staff, Kiosk LookupShare
	// Dossier bounds what all of them together try at the proof of one dossier.
	Dossier DossierLimits
	// Offices are addresses behind which many people sit, as in [Limits].
	Offices []netip.Prefix

	// DelayFree is how often a source lives on what is shared without a wait: as
	// often as a family has receipts of one day beyond its own points. After that
	// it waits DelayFirst after a look-up; every further one doubles that, up to
	// DelayMost. Forgive is how long a source must keep within its own for one of
	// these to be forgotten.
	DelayFree                      int
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

// DossierLimits are the points for wrong proofs of one dossier, of all askers
// together. Four digits are 10,000 proofs, and networks are cheap: without a
// total, two thousand of them with their own four points each would try all. With
// one, strangers can use it up and keep the owner out. So it is parted by what
// strangers have not got: whoever opened the dossier before pays nothing here, the
// desk (offices, staff, kiosks) has points that the public cannot take, and a
// whole number of a card or telephone, of nine digits and more, is paid out of
// points that take hundreds of networks to use up and yet are nothing against so
// many digits.
type DossierLimits struct {
	Public Purse // of the public alone
	All    Purse // of everybody, the public among them
	Whole  Purse // for whole numbers
}

// Purse is a number of points that can be spent at once, and how many come back
// in an hour.
type Purse struct{ Burst, Hourly float64 }

func (p Purse) rate() float64 { return p.Hourly / 3600 }

// refill is how long an empty purse takes to be full; 0 for one that holds nothing.
func (p Purse) refill() time.Duration {
	if p.Burst <= 0 {
		return 0
	}
	return seconds(p.Burst / p.rate())
}

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
	// Networks is from how many networks one dossier's proof is tried in vain, up
	// to 256.
	Networks int
	// Every is how long the same alarm for the same unit and day keeps quiet.
	Every time.Duration
}

// DefaultLookups returns the budgets of a server on the open internet.
func DefaultLookups() LookupLimits {
	var l LookupLimits
	key.Defaults(l.Section().Keys)
	return l
}

// The points of each kind of asker, see Section.
var (
	pointsOfPublic = LookupShare{
		// A family's dossiers with a typo or two. Providers put several
		// households behind one IPv4 address, seldom several who ask over SSH
		// in the same hour.
		Own: Purse{Burst: 8, Hourly: 4},
		// Two typos and the right number, or twice that within a day and a half.
		UnitDay: Purse{Burst: 5, Hourly: 5. / 24},
		// The digits of the card, those of the phone, and a typo.
		Proof: Purse{Burst: 4, Hourly: 1},
		// Those with many dossiers: some 190 more of them an hour, in all.
		SharedAll: Purse{Burst: 190, Hourly: 190},
		// Twelve second dossiers of a unit and day, then six an hour: somebody who
		// hands in for a company. It is the largest share of one day that a walk
		// can get beyond one dossier for each address.
		SharedUnitDay: Purse{Burst: 36, Hourly: 18},
		// Of 10,000 proofs of four digits.
		SharedProof: Purse{Burst: 10, Hourly: 2},
	}
	pointsOfOffice = LookupShare{
		// A hall with 30 people who each ask twenty times an hour, mostly for
		// dossiers of their own unit, and of a few days.
		Own:       Purse{Burst: 600, Hourly: 600},
		UnitDay:   Purse{Burst: 900, Hourly: 300},
		Proof:     Purse{Burst: 10, Hourly: 5},
		SharedAll: Purse{Burst: 1200, Hourly: 1200}, SharedUnitDay: Purse{Burst: 900, Hourly: 300},
		SharedProof: Purse{Burst: 20, Hourly: 10},
	}
	pointsOfStaff = LookupShare{
		// Two lists of 1,000 dossiers, of which none need be found; a whole day of
		// a unit. What a stolen key opens until it is taken off the list.
		Own:       Purse{Burst: 4000, Hourly: 2000},
		UnitDay:   Purse{Burst: 3000, Hourly: 3000},
		Proof:     Purse{Burst: 10, Hourly: 5},
		SharedAll: Purse{Burst: 2000, Hourly: 2000}, SharedUnitDay: Purse{Burst: 900, Hourly: 300},
		SharedProof: Purse{Burst: 20, Hourly: 10},
	}
	pointsOfKiosk = LookupShare{
		// A machine that a person uses for two minutes, mostly for dossiers of its
		// own unit: a busy hour. Somebody who walks a day there stands in sight.
		Own:       Purse{Burst: 120, Hourly: 120},
		UnitDay:   Purse{Burst: 90, Hourly: 60},
		Proof:     Purse{Burst: 6, Hourly: 3},
		SharedAll: Purse{Burst: 240, Hourly: 240}, SharedUnitDay: Purse{Burst: 90, Hourly: 60},
		SharedProof: Purse{Burst: 10, Hourly: 5},
	}
	pointsOfDossier = DossierLimits{
		// A family's phones, an office and a neighbour who helps, each with its own
		// four; 68 of 10,000 in a day, however many networks there are.
		Public: Purse{Burst: 20, Hourly: 2},
		// The desk has as many again, and more of them come back.
		All:   Purse{Burst: 40, Hourly: 6},
		Whole: Purse{Burst: 1000, Hourly: 100},
	}
)

// Check says what in the limits cannot be meant.
func (l LookupLimits) Check() error {
	err := key.Check(l.Section().Keys)
	for _, p := range l.Offices {
		if !p.IsValid() {
			err = errors.Join(err, errors.New("an office has no address"))
		}
	}
	if err != nil {
		return fmt.Errorf("guess: %w", err)
	}
	return nil
}

// between is false also for what is no number.
func between(x, low, high float64) bool { return x >= low && x <= high }

// maxPurse is more points than a server has look-ups.
const maxPurse = 1e6

// MostDelayFree is the most that [LookupLimits].DelayFree can be: more receipts
// than a family has of one day.
const MostDelayFree = 50
