package supervise

import (
	"io/fs"
	"runtime"
	"runtime/debug"
)

// serverGC makes the collector run when the heap has grown by half instead of by all of it.
// Sessions come in crowds, and the runtime keeps the memory structures for the largest heap
// for ever.
const serverGC = 50

// CollectSooner sets serverGC, for the server only; an operator's GOGC takes precedence.
func CollectSooner(getenv func(string) string) {
	if getenv("GOGC") == "" {
		debug.SetGCPercent(serverGC)
	}
}

// LimitMemory keeps the server's heap below the memory that the machine gives it, so that it
// collects more often instead of being killed: a kill loses the budgets against guessing
// that were not written yet. An operator's GOMEMLIMIT takes precedence. It returns the limit
// that it set, or 0.
func LimitMemory(getenv func(string) string, root fs.FS, set func(int64) int64) int64 {
	if getenv("GOMEMLIMIT") != "" {
		return 0
	}
	most, ok := MemoryMost(root)
	if !ok {
		return 0
	}
	limit := most / 5 * 4 // the rest is for kernel stacks, file pages and bursts, which are not in the heap
	set(limit)
	return limit
}

const (
	cellBytes   = 600       // at most for one cell of a terminal, see package server
	spareMemory = 100 << 20 // of a server without sessions
)

// MemoryFor returns the memory in bytes that a server needs to draw so many cells at once.
func MemoryFor(cells int) int64 { return int64(cells)*cellBytes + spareMemory }

// Return returns memory to the machine after many sessions have left, or many have gone to
// sleep. Five hundred awake sessions take some 400 MB, which the runtime would keep while the
// server is quiet, because without work it does not collect.
type Return struct {
	high  int    // the most since memory was last returned
	again int    // calls of Look until it is returned once more; 0: none
	give  func() // takes some 50 ms of one core
}

// NewReturn begins with nobody.
func NewReturn() *Return { return &Return{give: GiveBack} }

const (
	// lookAgain is after how many calls of Look memory is returned again: timers and
	// closing connections outlive their sessions by a few seconds.
	lookAgain = 5
	// leftLeast is how many must have left before it is worth the work.
	leftLeast = 20
)

// Look is called regularly with the number of those whose memory is meant.
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

// GiveBack collects twice, because objects in a sync.Pool survive the first collection.
func GiveBack() {
	runtime.GC()
	debug.FreeOSMemory()
}
