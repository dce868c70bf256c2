package input

import (
	"strings"
	"time"
)

const (
	// runBroken is the stop that ends a run of keys, whoever typed them.
	runBroken = 500 * time.Millisecond
	// runPace is how far apart the keys of a run are at most, on the average, to be
	// looked at as a whole: a scanner's on a machine that is busy. Whoever types a
	// whole code as fast as that wants the same as whoever scans it.
	runPace = 37 * time.Millisecond
	// runLeast is how long a run is at least: a procedure's code has eight.
	runLeast = 8
	// runStop is a short stop, and runStops how many of them are kept in mind.
	runStop  = 60 * time.Millisecond
	runStops = 8
)

// run is what came without a longer stop. A machine that is busy may see a stop in
// the middle of a burst, which then falls apart: a person's letters, half a scan. It
// is kept until Enter tells whether it was a code after all.
type run struct {
	text   []byte
	count  int            // of its keys
	waited time.Duration  // for those behind the first one, in all
	stops  [runStops]stop // the newest short ones
}

// stop is a short stop in a run.
type stop struct {
	at     int           // bytes of the run before it; 0: there is none
	count  int           // keys before it
	waited time.Duration // for them and for the one behind it
}

// add adds what a key wrote, which was waited for that long.
func (r *run) add(typed string, waited time.Duration) {
	if waited > runBroken || len(r.text)+len(typed) > burstMost {
		r.forget()
	}
	if r.count > 0 {
		r.waited += waited
	}
	if waited > runStop && len(r.text) > 0 {
		copy(r.stops[:], r.stops[1:])
		r.stops[runStops-1] = stop{len(r.text), r.count, r.waited}
	}
	if typed != "" {
		r.text = append(r.text, typed...)
		r.count++
	}
}

// end ends the run and gives what was fast of it.
func (r *run) end() (all []string) {
	all = r.fast()
	r.forget()
	return all
}

// fast gives all of the run if it was fast, and then the same from each short stop
// on: a person may have typed what stands before.
func (r *run) fast() (all []string) {
	for i, from := range append([]stop{{}}, r.stops[:]...) {
		count, waited := r.count-from.count, r.waited-from.waited
		if (i == 0 || from.at > 0) && count >= runLeast && waited <= time.Duration(count)*runPace {
			all = append(all, strings.TrimSpace(string(r.text[from.at:])))
		}
	}
	return all
}

// forget keeps nothing of it.
func (r *run) forget() {
	clear(r.text[:cap(r.text)])
	*r = run{text: r.text[:0]}
}
