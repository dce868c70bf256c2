package main

import (
	"runtime"
	"runtime/debug"
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
