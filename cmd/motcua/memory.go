package main

import (
	"io/fs"
	"runtime"
	"runtime/debug"

	"motcua/kiosk/supervise"
)

// serverGC collects when the heap has grown by half, not by all of it: sessions
// come in crowds, and what a crowd makes the heap grow to is kept account of for
// ever after.
const serverGC = 50

// collectSooner is for the server alone; an operator's GOGC is stronger.
func collectSooner(getenv func(string) string) {
	if getenv("GOGC") == "" {
		debug.SetGCPercent(serverGC)
	}
}

// limitMemory keeps the server's heap below what the machine gives it, so that it
// collects more often instead of being killed: a kill empties what is known of who
// guesses. An operator's GOMEMLIMIT is stronger. It returns the limit that it set,
// or 0.
func limitMemory(getenv func(string) string, root fs.FS, set func(int64) int64) int64 {
	if getenv("GOMEMLIMIT") != "" {
		return 0
	}
	most, ok := supervise.MemoryMost(root)
	if !ok {
		return 0
	}
	limit := most / 5 * 4 // stacks of the kernel, pages of files and bursts are not the heap's
	set(limit)
	return limit
}

// cellBytes is what a cell of a terminal takes at the most, see package server.
const cellBytes = 600

// spareMemory is what the server needs without anybody inside.
const spareMemory = 100 << 20

// tide gives memory back to the machine after a crowd has left. Five hundred
// sessions take some 600 MB, which the runtime would otherwise keep as its own
// for as long as the server is quiet: without work there is no collection.
type tide struct {
	high  int    // sessions at most since memory was given back
	again int    // looks until it is given back once more; 0: not
	give  func() // takes some 50 ms of one core
}

// settled is how many looks after a crowd left the last of what it held is let
// go: timers and closing connections outlive their sessions by a few seconds.
const settled = 5

// crowd is how many sessions must have left before it is worth the work.
const crowd = 20

func newTide() *tide { return &tide{give: giveBack} }

// giveBack collects twice: what lies in a pool survives the first time.
func giveBack() {
	runtime.GC()
	debug.FreeOSMemory()
}

// look is called now and then with the sessions that there are.
func (t *tide) look(now int) {
	t.high = max(t.high, now)
	if gone := t.high - now; gone >= crowd && gone >= t.high/2 {
		t.give()
		t.high, t.again = now, settled
		return
	}
	if t.again > 0 {
		if t.again--; t.again == 0 {
			t.give()
		}
	}
}
