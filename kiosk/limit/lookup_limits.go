package limit

import (
	"errors"
	"fmt"
	"net/netip"
	"time"

	"motcua/kiosk/config/key"
	"motcua/kiosk/limit/ledger"
)

// LookupLimits are the budgets against guessing. A code is a unit, a day and a number that
// counts up from one, so a person with one receipt can walk through all dossiers of that
// day; [Lookups] says how the budgets prevent that. [DefaultLookups] has good numbers; a
// zero means zero, not a default.
type LookupLimits struct {
	Public, Office, Staff, Kiosk LookupShare
	// Dossier limits how often all askers together may try the proof of one dossier.
	Dossier DossierLimits
	// Offices are addresses behind which many people sit, as in [Limits].
	Offices []netip.Prefix

	// DelayFree is how often a source may use shared points without a wait: as often as a
	// family has receipts of one day beyond its own points. After that it waits DelayFirst
	// after a look-up; every further one doubles the wait, up to DelayMost. Forgive is how
	// long a source must keep within its own points for one of these to be forgotten.
	DelayFree                      int
	DelayFirst, DelayMost, Forgive time.Duration
	// Remember is how long asking again for the same dossier is free.
	Remember time.Duration

	Alarms AlarmLimits
}

// LookupShare are the points of one kind of asker.
type LookupShare struct {
	// Own is for each source: an address, or the key of a member of staff. A found
	// dossier costs one point, one that is not found two.
	Own Bucket
	// UnitDay is for each source and the dossiers of one unit and day. Found costs three
	// points here and not found one: a typing error reveals nothing, but a second dossier
	// of the same day is a step of a walk.
	UnitDay Bucket
	// Proof is for each source and one dossier's proof. A wrong one costs a point.
	Proof Bucket

	// Shared by all sources of the kind that have used up their own: over all dossiers,
	// for each unit and day, and for each dossier's proof. An attacker can use these up,
	// and still keeps nobody from their own points.
	SharedAll, SharedUnitDay, SharedProof Bucket
}

// DossierLimits are the points for wrong proofs of one dossier, for all askers together.
// Four digits are 10,000 proofs, and networks are cheap: without a total, two thousand of
// them with their own four points each would try all. With one, strangers can use it up and
// keep the owner out. So the total excludes what strangers cannot do: a source that opened
// the dossier before is not charged here; the counter (offices, staff, kiosks) has points
// that the public cannot take; and a whole identity or telephone number, of nine digits or
// more, is charged to points that hundreds of networks are needed to use up, and that are
// few against so many digits.
type DossierLimits struct {
	Public Bucket // only the public
	All    Bucket // everybody, including the public
	Whole  Bucket // for whole numbers
}

// Bucket is a token bucket: Burst points at once, and Hourly points come back in an hour.
type Bucket struct{ Burst, Hourly float64 }

func (p Bucket) rate() float64 { return p.Hourly / 3600 }

// refill returns how long an empty bucket takes to fill; 0 for one of size zero.
func (p Bucket) refill() time.Duration {
	if p.Burst <= 0 {
		return 0
	}
	return ledger.Seconds(p.Burst / p.rate())
}

// MostInOrder is the most that [AlarmLimits].InOrder can be.
const MostInOrder = 64

// AlarmLimits say which patterns of look-ups within an hour are logged.
type AlarmLimits struct {
	// InOrder is how many different consecutive look-ups must lie within a range of twice
	// as many numbers: a walk, also one by several askers at once.
	InOrder int
	// Dense is how many different numbers are asked in all.
	Dense int
	// Networks is from how many networks a wrong proof of one dossier must come, up to 256.
	Networks int
	// Every is how long the same alarm for the same unit and day is not repeated.
	Every time.Duration
}

// The points of each kind of asker, see Section.
var (
	pointsOfPublic = LookupShare{
		// A family's dossiers with one or two typing errors. Providers put several households
		// behind one IPv4 address, but rarely several that use SSH in the same hour.
		Own: Bucket{Burst: 8, Hourly: 4},
		// Two typos and the right number, or twice that within a day and a half.
		UnitDay: Bucket{Burst: 5, Hourly: 5. / 24},
		// The digits of the card, those of the phone, and a typo.
		Proof: Bucket{Burst: 4, Hourly: 1},
		// Those with many dossiers: some 190 more of them an hour, in all.
		SharedAll: Bucket{Burst: 190, Hourly: 190},
		// Twelve second dossiers of a unit and day, then six an hour: somebody who
		// hands in for a company. It is the largest share of one day that a walk
		// can get beyond one dossier for each address.
		SharedUnitDay: Bucket{Burst: 36, Hourly: 18},
		// Of 10,000 proofs of four digits.
		SharedProof: Bucket{Burst: 10, Hourly: 2},
	}
	pointsOfOffice = LookupShare{
		// A hall with 30 people who each ask twenty times an hour, mostly for
		// dossiers of their own unit, and of a few days.
		Own:       Bucket{Burst: 600, Hourly: 600},
		UnitDay:   Bucket{Burst: 900, Hourly: 300},
		Proof:     Bucket{Burst: 10, Hourly: 5},
		SharedAll: Bucket{Burst: 1200, Hourly: 1200}, SharedUnitDay: Bucket{Burst: 900, Hourly: 300},
		SharedProof: Bucket{Burst: 20, Hourly: 10},
	}
	pointsOfStaff = LookupShare{
		// Two lists of 1,000 dossiers, of which none need be found; a whole day of
		// a unit. What a stolen key opens until it is taken off the list.
		Own:       Bucket{Burst: 4000, Hourly: 2000},
		UnitDay:   Bucket{Burst: 3000, Hourly: 3000},
		Proof:     Bucket{Burst: 10, Hourly: 5},
		SharedAll: Bucket{Burst: 2000, Hourly: 2000}, SharedUnitDay: Bucket{Burst: 900, Hourly: 300},
		SharedProof: Bucket{Burst: 20, Hourly: 10},
	}
	pointsOfKiosk = LookupShare{
		// A machine that a person uses for two minutes, mostly for dossiers of its
		// own unit: a busy hour. Somebody who walks through a day there can be seen.
		Own:       Bucket{Burst: 120, Hourly: 120},
		UnitDay:   Bucket{Burst: 90, Hourly: 60},
		Proof:     Bucket{Burst: 6, Hourly: 3},
		SharedAll: Bucket{Burst: 240, Hourly: 240}, SharedUnitDay: Bucket{Burst: 90, Hourly: 60},
		SharedProof: Bucket{Burst: 10, Hourly: 5},
	}
	pointsOfDossier = DossierLimits{
		// A family's phones, an office and a neighbour who helps, each with its own
		// four; 68 of 10,000 in a day, however many networks there are.
		Public: Bucket{Burst: 20, Hourly: 2},
		// The desk has as many again, and more of them come back.
		All:   Bucket{Burst: 40, Hourly: 6},
		Whole: Bucket{Burst: 1000, Hourly: 100},
	}
)

// Check returns an error for values that cannot be meant.
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

// between is false for NaN too.
func between(x, low, high float64) bool { return x >= low && x <= high }

// maxPoints is more points than a server can have look-ups.
const maxPoints = 1e6

// MostDelayFree is the most that [LookupLimits].DelayFree can be: more receipts
// than a family has of one day.
const MostDelayFree = 50
