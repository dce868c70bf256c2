package input

import (
	"strings"
	"time"
)

const (
	// runBroken is the stop that ends a run of keys, whoever typed them.
	runBroken = 500 * time.Millisecond
	// runPace is the largest average time between the keys of a run that is examined as a
	// whole: a scanner's on a busy machine. A person who types a whole code that fast wants
	// the same as one who scans it.
	runPace = 37 * time.Millisecond
	// runLeast is the least length of a run: a procedure's code has eight characters.
	runLeast = 8
	// runStop is the length of a short stop, and runStops how many of them are remembered.
	runStop  = 60 * time.Millisecond
	runStops = 8
)

// run is the keys that came without a longer stop. On a busy machine a burst may seem to
// stop in the middle and fall apart into a person's letters and half a scan. The run is kept
// until Enter shows whether it was a code after all.
type run struct {
	text   []byte
	count  int            // of its keys
	waited time.Duration  // total time before all keys but the first
	stops  [runStops]stop // the newest short ones
}

// stop is a short stop in a run.
type stop struct {
	at     int           // bytes of the run before it; 0: there is none
	count  int           // keys before it
	waited time.Duration // total time before them and the next one
}

// add adds the text of a key that came after that time.
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

// end ends the run and returns its fast parts.
func (r *run) end() (all []string) {
	all = r.fast()
	r.forget()
	return all
}

// fast returns the whole run if it was fast, and then the rest from each short stop on,
// because a person may have typed the beginning.
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
