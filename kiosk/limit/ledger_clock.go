package limit

import "time"

const (
	// lookEvery is how often a ledger looks whether the machine's clock stands well.
	lookEvery = time.Minute
	// steadyTime is how long that clock must have run without a step to be believed.
	// A machine without a battery for it, or with one that is set to local time, is
	// set right within seconds once it has a network.
	steadyTime = 10 * time.Minute
	// stepLeast is a step: more than a clock is led back within steadyTime.
	stepLeast = time.Second
)

// ledgerClock is the time of a ledger that outlives its process. It runs while the
// process does, whatever is done to the machine's clock meanwhile, and goes on from
// where the file ends. So nothing runs off sooner than it would: a clock that stands
// days ahead at the start, and one that stands back and is set right after a minute,
// would give all budgets back at each power cut.
//
// What passed between two processes is made up for once the machine's clock has run
// for ten minutes without a step, and once in a process: by then it has been set
// right, if anybody sets it. A clock that stands behind makes up for nothing, and one
// that stands ahead all the time is ahead once, as the ledger never goes back. Time
// that the machine sleeps counts at the next start.
type ledgerClock struct {
	run  func() time.Time // time.Now, whose monotonic reading no step of the clock moves
	wall func() time.Time // the machine's clock

	began  time.Time     // by run
	passed time.Duration // since then
	base   time.Time     // the ledger's time when it began

	set    time.Time     // by wall: began, as the machine's clock has it now; zero before the first look
	steady time.Duration // passed at the first look with this set
	done   bool          // what passed before began is made up for
}

func newLedgerClock(run, wall func() time.Time) *ledgerClock {
	return &ledgerClock{run: run, wall: wall, began: run()}
}

// goOn starts the clock where a file ends; a zero newest is that of none.
func (c *ledgerClock) goOn(newest time.Time) {
	if newest.IsZero() {
		newest = c.wall()
	}
	c.base = newest
}

func (c *ledgerClock) now() time.Time {
	c.passed = max(c.passed, c.run().Sub(c.began))
	return c.base.Add(c.passed)
}

// look makes up for the time between two processes when the machine's clock can be
// believed, and tells whether it did.
func (c *ledgerClock) look() (done bool) {
	if c.done {
		return true
	}
	now, wall := c.now(), c.wall()
	set := wall.Add(-c.passed)
	if step := set.Sub(c.set).Abs(); c.set.IsZero() || step >= stepLeast {
		c.set, c.steady = set, c.passed
	}
	if c.passed-c.steady < steadyTime {
		return false
	}
	if behind := wall.Sub(now); behind > 0 {
		c.base = c.base.Add(behind)
	}
	c.done = true
	return true
}
