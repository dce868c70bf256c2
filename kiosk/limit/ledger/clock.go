package ledger

import "time"

const (
	// lookEvery is how often a ledger checks the machine's clock.
	lookEvery = time.Minute
	// steadyTime is how long the machine's clock must have run without a step to be
	// trusted. A clock without a battery, or one that is set to local time, is corrected
	// within seconds once the machine has a network.
	steadyTime = 10 * time.Minute
	// stepLeast is the size of a step: more than NTP slews a clock within steadyTime.
	stepLeast = time.Second
)

// clock is the time of a ledger that outlives its process. It advances while the
// process runs, whatever happens to the machine's clock, and continues from the time at the
// end of the file. So nothing ends too early: a machine's clock that is days ahead at the
// start, or one that is behind and corrected after a minute, would otherwise give all
// budgets back at each power cut.
//
// The time between two processes is added once the machine's clock has run for ten minutes
// without a step, and once in a process: by then the clock has been corrected, if anything
// corrects it. A process that does not live that long is told how long the clock was steady
// before. A clock that is behind adds nothing, and one that is always ahead adds its error
// only once, because the ledger's time never goes back. Time during which the machine
// sleeps counts at the next start.
type clock struct {
	run  func() time.Time // time.Now, whose monotonic reading is not affected by steps of the clock
	wall func() time.Time // the machine's clock

	began  time.Time     // by run
	passed time.Duration // since then
	base   time.Time     // the ledger's time when it began

	head   time.Duration // how long the machine's clock had been steady before
	set    time.Time     // by wall: began, as the machine's clock has it now; zero before the first check
	steady time.Duration // passed at the first check with this set
	done   bool          // the time before began has been added
}

func newClock(run, wall func() time.Time, steady time.Duration) *clock {
	return &clock{run: run, wall: wall, began: run(), head: steady}
}

// goOn starts the clock at the time of a file; a zero newest means that there is no file.
func (c *clock) goOn(newest time.Time) {
	if newest.IsZero() {
		newest = c.wall()
	}
	c.base = newest
}

func (c *clock) now() time.Time {
	c.passed = max(c.passed, c.run().Sub(c.began))
	return c.base.Add(c.passed)
}

// look adds the time between two processes once the machine's clock can be trusted, and
// reports whether it did.
func (c *clock) look() (done bool) {
	if c.done {
		return true
	}
	now, wall := c.now(), c.wall()
	set := wall.Add(-c.passed)
	switch step := set.Sub(c.set).Abs(); {
	case c.set.IsZero():
		c.set, c.steady = set, c.passed-c.head
	case step >= stepLeast:
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
