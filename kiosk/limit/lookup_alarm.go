package limit

import (
	"hash/maphash"
	"log/slog"
	"strconv"
	"sync"
	"time"
)

// Alarm is a pattern in the look-ups of one unit and day, or in the tries at the
// proof of one dossier. It holds neither a code nor an address.
type Alarm struct {
	Kind    AlarmKind
	Class   string // public, office, staff, kiosk: who asks
	UnitDay string // the keyed hash of unit and day; "" of [AlarmDossier]
	Dossier string // the keyed hash of the code, as in the audit trail; of [AlarmDossier] alone
	// Of the last hour: different numbers asked, how many of them were found, and
	// from how many sources. Each is counted up to some hundred.
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
	AlarmDrained AlarmKind = "drained"     // what sources share was used up
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

// patterns watches the numbers that are asked of each unit and day. It is kept in
// the process: of several servers each sees its part of a walk.
type patterns struct {
	now   func() time.Time
	alarm func(Alarm)
	seed  maphash.Seed

	mu       sync.Mutex
	days     *table[*dayWatch]
	dossiers *table[*dossierWatch]
}

const (
	daysWatched     = 4096        // a unit-day takes some 2 KB when it is busy
	dossiersWatched = 4096        // dossiers whose proofs were wrong lately
	watchTime       = time.Hour   // after the first look-up it is counted anew
	ringSize        = MostInOrder // numbers in a row that are looked at
	countMost       = 256         // different numbers and sources that are told apart
)

// dayWatch is what was asked of one unit and day within the hour.
type dayWatch struct {
	ends    time.Time
	recent  []int        // the last different numbers, oldest first
	serials map[int]bool // and whether it was found
	sources map[uint64]bool
	found   int
	raised  map[AlarmKind]time.Time
}

func newPatterns(now func() time.Time, alarm func(Alarm)) *patterns {
	return &patterns{
		now: now, alarm: alarm, seed: maphash.MakeSeed(),
		days: newTable[*dayWatch](daysWatched), dossiers: newTable[*dossierWatch](dossiersWatched),
	}
}

// day finds the watch of a unit and day; the lock is held.
func (p *patterns) day(class, day string, now time.Time, l *AlarmLimits) *dayWatch {
	key := class + " " + day
	e, ok := p.days.get(key, now)
	if !ok {
		w := &dayWatch{raised: map[AlarmKind]time.Time{}}
		w.begin(now)
		p.days.put(key, w, now.Add(max(watchTime, l.Every)))
		return w
	}
	if !now.Before(e.value.ends) {
		e.value.begin(now)
	}
	p.days.put(key, e.value, now.Add(max(watchTime, l.Every)))
	return e.value
}

func (w *dayWatch) begin(now time.Time) {
	w.ends = now.Add(watchTime)
	w.recent, w.found = w.recent[:0], 0
	w.serials, w.sources = map[int]bool{}, map[uint64]bool{}
}

// note takes a look-up into account, also one that was refused, and raises what
// it shows. Staff work through lists, so of them only [AlarmDrained] is told.
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
		return // the same again is no pattern
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

// inOrder tells whether the last n numbers lie within a stretch of 2n.
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

// drained tells that somebody was refused because shared points ran out.
func (p *patterns) drained(class, day string, l *AlarmLimits) {
	if p.alarm == nil {
		return
	}
	p.mu.Lock()
	now := p.now()
	p.raise(AlarmDrained, class, day, p.day(class, day, now, l), now, l)
}

// raise gives the lock back and tells, unless it was told lately.
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
