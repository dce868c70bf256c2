package limit

import (
	"hash/maphash"
	"time"
)

// dossierWatch is the attempts at one dossier's proof within an hour, by all askers.
type dossierWatch struct {
	ends     time.Time
	tries    int
	networks map[uint64]bool
	told     time.Time // zero: not yet
}

// tried records a wrong proof, and raises the alarm when one dossier is tried from many
// networks. All kinds of askers count together.
func (p *patterns) tried(a asker, code string, l *AlarmLimits) {
	if p.alarm == nil {
		return
	}
	p.mu.Lock()
	now := p.now()
	w := p.dossier(code, now, l)
	w.tries++
	if len(w.networks) < countMost {
		w.networks[maphash.String(p.seed, a.network())] = true
	}
	p.raiseDossier(len(w.networks) >= l.Networks, a.class, code, w, now, l)
}

// attacked reports that a look-up was refused because a dossier's total is used up.
func (p *patterns) attacked(a asker, code string, l *AlarmLimits) {
	if p.alarm == nil {
		return
	}
	p.mu.Lock()
	now := p.now()
	p.raiseDossier(true, a.class, code, p.dossier(code, now, l), now, l)
}

// dossier returns the watch of a dossier. The caller must hold p.mu.
func (p *patterns) dossier(code string, now time.Time, l *AlarmLimits) *dossierWatch {
	w, ok := p.dossiers.Get(code, now)
	if !ok {
		w = &dossierWatch{}
	}
	if !now.Before(w.ends) {
		w.ends, w.tries, w.networks = now.Add(watchTime), 0, map[uint64]bool{}
	}
	p.dossiers.Put(code, w, now.Add(max(watchTime, l.Every)))
	return w
}

// raiseDossier unlocks p.mu and calls alarm, unless the same alarm was raised a short time ago.
func (p *patterns) raiseDossier(due bool, class, code string, w *dossierWatch, now time.Time, l *AlarmLimits) {
	if !due || !w.told.IsZero() && now.Sub(w.told) < l.Every {
		p.mu.Unlock()
		return
	}
	w.told = now
	a := Alarm{Kind: AlarmDossier, Class: class, Dossier: code, Tries: w.tries, Sources: len(w.networks)}
	p.mu.Unlock()
	p.alarm(a)
}
