package main

import "time"

// Between two people a kiosk lets go of all that it knows of the first. What
// nothing hangs on to is still there, byte for byte, until something takes its
// place, and at a kiosk that stands idle nothing does: the runtime collects every
// two minutes at most, and leaves what it frees as it is. So memory is collected
// soon after a wipe, in a process that overwrites what it frees.

// sweepAfter is when memory is collected: once the wipe has been painted over and
// the terminal has answered, and once more for what is slow to end, as a voice, a
// slip or a look-up that was given up.
var sweepAfter = []time.Duration{time.Second, 10 * time.Second}

// sweeps collect after the newest wipe: somebody may wipe again and again.
type sweeps []*time.Timer

func newSweeps(sweep func()) sweeps {
	var s sweeps
	for range sweepAfter {
		t := time.AfterFunc(time.Hour, sweep)
		t.Stop()
		s = append(s, t)
	}
	return s
}

func (s sweeps) begin() {
	for i, t := range s {
		t.Reset(sweepAfter[i])
	}
}

// forget is for the interface, at each wipe.
func (k *kioskRun) forget() {
	k.service.Forget()
	k.sweeps.begin()
}

// forgetfulRuntime is the variable that has the runtime of a process overwrite what it
// frees, and interrupt nothing in the middle of a copy (package runtime, "Environment
// Variables"), beside what GODEBUG says here: the registers of an interrupted copy,
// some dozen letters each, stay in the runtime's own memory until the next
// interruption (runtime/preempt_xreg.go), and a kiosk that stands idle has none.
func forgetfulRuntime(getenv func(string) string) string {
	s := "GODEBUG=clobberfree=1,asyncpreemptoff=1"
	if own := getenv("GODEBUG"); own != "" {
		s += "," + own
	}
	return s
}
