package supervise

import (
	"io/fs"
	"runtime"
	"runtime/debug"
)

// serverGC collects when the heap has grown by half, not by all of it: sessions
// come in crowds, and what a crowd makes the heap grow to is kept account of for
// ever after.
const serverGC = 50

// CollectSooner is for the server alone; an operator's GOGC is stronger.
func CollectSooner(getenv func(string) string) {
	if getenv("GOGC") == "" {
		debug.SetGCPercent(serverGC)
	}
}

// LimitMemory keeps the server's heap below what the machine gives it, so that it
// collects more often instead of being killed: a kill empties what is known of who
// guesses. An operator's GOMEMLIMIT is stronger. It returns the limit that it set,
// or 0.
func LimitMemory(getenv func(string) string, root fs.FS, set func(int64) int64) int64 {
	if getenv("GOMEMLIMIT") != "" {
		return 0
	}
	most, ok := MemoryMost(root)
	if !ok {
		return 0
	}
	limit := most / 5 * 4 // stacks of the kernel, pages of files and bursts are not the heap's
	set(limit)
	return limit
}

const (
	cellBytes   = 600       // a cell of a terminal at the most, see package server
	spareMemory = 100 << 20 // a server without anybody inside
)

// MemoryFor is what a server needs that draws so many cells at once.
func MemoryFor(cells int) int64 { return int64(cells)*cellBytes + spareMemory }

// Return gives memory back to the machine after many sessions have left. Five hundred
// sessions take some 600 MB, which the runtime would otherwise keep as its own for as
// long as the server is quiet: without work there is no collection.
type Return struct {
	high  int    // sessions at most since memory was given back
	again int    // looks until it is given back once more; 0: not
	give  func() // takes some 50 ms of one core
}

// NewReturn begins with nobody inside.
func NewReturn() *Return { return &Return{give: GiveBack} }

const (
	// lookAgain is how many looks later the last of what the sessions held is let
	// go: timers and closing connections outlive them by a few seconds.
	lookAgain = 5
	// leftLeast is how many sessions must have left before it is worth the work.
	leftLeast = 20
)

// Look is called now and then with the sessions that there are.
func (r *Return) Look(now int) {
	r.high = max(r.high, now)
	if gone := r.high - now; gone >= leftLeast && gone >= r.high/2 {
		r.give()
		r.high, r.again = now, lookAgain
		return
	}
	if r.again > 0 {
		if r.again--; r.again == 0 {
			r.give()
		}
	}
}

// GiveBack collects twice: what lies in a pool survives the first time.
func GiveBack() {
	runtime.GC()
	debug.FreeOSMemory()
}
