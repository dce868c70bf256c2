package limit

import (
	"hash/maphash"
	"log/slog"
	"strconv"
	"sync"
	"time"

	"motcua/kiosk/limit/ledger"
)

// Alarm is a pattern in the look-ups of one unit and day, or in the attempts at the proof of
// one dossier. It contains neither a code nor an address.
type Alarm struct {
	Kind    AlarmKind
	Class   string // public, office, staff, kiosk: who asks
	UnitDay string // the keyed hash of unit and day; "" of [AlarmDossier]
	Dossier string // the keyed hash of the code, as in the audit trail; of [AlarmDossier] alone
	// Serials is how many different numbers were asked in the last hour, Found how many of
	// them were found, Sources how many sources asked. Each is counted up to some hundred.
	Serials, Found, Sources int
	// Tries are the wrong proofs of that dossier in the last hour, from Sources
	// networks.
	Tries int
}

// AlarmKind is a pattern as a word for logs and metrics.
type AlarmKind string

// The patterns.
const (
	AlarmInOrder AlarmKind = "in_order"    // numbers of a day one after the other
	AlarmDense   AlarmKind = "dense"       // very many numbers of a day
	AlarmDrained AlarmKind = "drained"     // shared points are used up
	AlarmDossier AlarmKind = "one_dossier" // one dossier's proof is tried from many networks, or its total is used up
)

// LogAlarms writes alarms to a log.
func LogAlarms(log *slog.Logger) func(Alarm) {
	return func(a Alarm) {
		if a.Kind == AlarmDossier {
			log.Warn("a dossier's proof is being guessed", "pattern", string(a.Kind), "role", a.Class, "code_hash", a.Dossier,
				"tries", a.Tries, "networks", a.Sources)
			return
		}
		log.Warn("dossiers are being guessed", "pattern", string(a.Kind), "role", a.Class, "unit_day_hash", a.UnitDay,
			"serials", a.Serials, "found", a.Found, "sources", a.Sources)
	}
}

// patterns watches which numbers of each unit and day are looked up. It is kept in the process,
// so each of several servers sees only its part of a walk.
type patterns struct {
	now   func() time.Time
	alarm func(Alarm)
	seed  maphash.Seed

	mu       sync.Mutex
	days     *ledger.Table[*dayWatch]
	dossiers *ledger.Table[*dossierWatch]
}

const (
	daysWatched     = 4096        // a busy unit-day takes some 2 KB
	dossiersWatched = 4096        // dossiers with wrong proofs
	watchTime       = time.Hour   // after this time counting starts again
	ringSize        = MostInOrder // the latest numbers that are checked for a sequence
	countMost       = 256         // the most different numbers and sources that are counted
)

// dayWatch is what was looked up of one unit and day within an hour.
type dayWatch struct {
	ends    time.Time
	recent  []int        // the last different numbers, oldest first
	serials map[int]bool // the value says whether it was found
	sources map[uint64]bool
	found   int
	raised  map[AlarmKind]time.Time
}

func newPatterns(now func() time.Time, alarm func(Alarm)) *patterns {
	return &patterns{
		now: now, alarm: alarm, seed: maphash.MakeSeed(),
		days: ledger.NewTable[*dayWatch](daysWatched), dossiers: ledger.NewTable[*dossierWatch](dossiersWatched),
	}
}

// day returns the watch of a unit and day. The caller must hold p.mu.
func (p *patterns) day(class, day string, now time.Time, l *AlarmLimits) *dayWatch {
	key := class + " " + day
	w, ok := p.days.Get(key, now)
	if !ok {
		w = &dayWatch{raised: map[AlarmKind]time.Time{}}
	}
	if !now.Before(w.ends) { // true for a new watch too
		w.begin(now)
	}
	p.days.Put(key, w, now.Add(max(watchTime, l.Every)))
	return w
}

func (w *dayWatch) begin(now time.Time) {
	w.ends = now.Add(watchTime)
	w.recent, w.found = w.recent[:0], 0
	w.serials, w.sources = map[int]bool{}, map[uint64]bool{}
}

// note records a look-up, even a refused one, and raises the alarm for a pattern. Staff work
// through lists, so for them only [AlarmDrained] is raised.
func (p *patterns) note(a asker, day, serial string, found bool, l *AlarmLimits) {
	number, err := strconv.Atoi(serial)
	if p.alarm == nil || err != nil || a.class == classStaff {
		return
	}
	p.mu.Lock()
	now := p.now()
	w := p.day(a.class, day, now, l)
	if len(w.sources) < countMost {
		w.sources[maphash.String(p.seed, a.name)] = true
	}
	was, again := w.serials[number]
	if again || len(w.serials) < countMost {
		w.serials[number] = was || found
		if found && !was {
			w.found++
		}
	}
	if again {
		p.mu.Unlock()
		return // repeating a number is no pattern
	}
	if len(w.recent) == ringSize {
		w.recent = append(w.recent[:0], w.recent[1:]...)
	}
	w.recent = append(w.recent, number)
	var kind AlarmKind
	switch {
	case w.inOrder(l.InOrder):
		kind = AlarmInOrder
	case len(w.serials) >= min(l.Dense, countMost):
		kind = AlarmDense
	}
	p.raise(kind, a.class, day, w, now, l)
}

// inOrder reports whether the last n numbers lie within a range of 2n.
func (w *dayWatch) inOrder(n int) bool {
	if len(w.recent) < n {
		return false
	}
	last := w.recent[len(w.recent)-n:]
	low, high := last[0], last[0]
	for _, s := range last {
		low, high = min(low, s), max(high, s)
	}
	return high-low < 2*n
}

// drained reports that a look-up was refused because the shared points are used up.
func (p *patterns) drained(class, day string, l *AlarmLimits) {
	if p.alarm == nil {
		return
	}
	p.mu.Lock()
	now := p.now()
	p.raise(AlarmDrained, class, day, p.day(class, day, now, l), now, l)
}

// raise unlocks p.mu and calls alarm, unless the same alarm was raised a short time ago.
func (p *patterns) raise(kind AlarmKind, class, day string, w *dayWatch, now time.Time, l *AlarmLimits) {
	last, before := w.raised[kind]
	if kind == "" || before && now.Sub(last) < l.Every {
		p.mu.Unlock()
		return
	}
	w.raised[kind] = now
	a := Alarm{
		Kind: kind, Class: class, UnitDay: day,
		Serials: len(w.serials), Found: w.found, Sources: len(w.sources),
	}
	p.mu.Unlock()
	p.alarm(a)
}
