package client

import (
	"sync"
	"time"
)

// Dossier answers live in memory for two minutes at most and are never written
// down: they are personal data (Law 91/2025/QH15). For the first seconds they
// answer a repeated key press; after that only while the system is down. Who
// asks again on purpose takes longer than that and is told the newest.
const (
	dossierFresh = 3 * time.Second
	dossierKept  = 2 * time.Minute
	dossierMost  = 2_000
)

// An answer is kept under the question as it was sent, the code in its spelling
// and not in its [code.Dossier.Canonical] form: portals compare codes as text, and
// what one says to -0007 it need not say to -00007.
type keptDossiers struct {
	mu     sync.Mutex
	all    map[DossierQuery]Answer[Dossier]
	visits int // how often somebody was forgotten
}

func newKeptDossiers() *keptDossiers {
	return &keptDossiers{all: map[DossierQuery]Answer[Dossier]{}}
}

// visit is who is there now: a look-up that began during one visit leaves nothing
// behind for the next.
func (k *keptDossiers) visit() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.visits
}

// keep keeps an answer, unless somebody was forgotten since it was asked for: it
// may be the one who asked, gone before it came.
func (k *keptDossiers) keep(q DossierQuery, a Answer[Dossier], visit int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.sweep(a.AsOf)
	if visit != k.visits {
		return
	}
	if len(k.all) >= dossierMost {
		return // better to ask again than to push out what others wait for
	}
	k.all[q] = a
}

func (k *keptDossiers) fresh(q DossierQuery, now time.Time) (Answer[Dossier], bool) {
	return k.find(q, now, dossierFresh)
}

func (k *keptDossiers) stale(q DossierQuery, now time.Time) (Answer[Dossier], bool) {
	a, ok := k.find(q, now, dossierKept)
	a.Stale = ok
	return a, ok
}

func (k *keptDossiers) find(q DossierQuery, now time.Time, age time.Duration) (Answer[Dossier], bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.sweep(now)
	a, ok := k.all[q]
	if !ok || now.Sub(a.AsOf) > age {
		return Answer[Dossier]{}, false
	}
	return a, true
}

// sweep drops what is over age; the lock is held. Every visit sweeps, and
// Service.ForgetOld lets a quiet process do it by the clock.
func (k *keptDossiers) sweep(now time.Time) {
	for q, a := range k.all {
		if now.Sub(a.AsOf) > dossierKept {
			delete(k.all, q)
		}
	}
}

// ForgetOld drops dossier answers over age. A process that may fall quiet for
// long calls it once a minute.
func (s *Service) ForgetOld() {
	s.kept.mu.Lock()
	defer s.kept.mu.Unlock()
	s.kept.sweep(s.Now())
}

// Forget drops every dossier answer at once, as between two people at a kiosk.
func (s *Service) Forget() {
	s.kept.mu.Lock()
	clear(s.kept.all)
	s.kept.visits++
	s.kept.mu.Unlock()
	s.closeIdle()
}

// Drop drops the answers to these questions, as when the person who asked them
// has left and others of the same process go on.
func (s *Service) Drop(asked ...DossierQuery) {
	s.kept.mu.Lock()
	for _, q := range asked {
		delete(s.kept.all, q)
	}
	s.kept.visits++
	s.kept.mu.Unlock()
	s.closeIdle()
}

// closeIdle closes the connections that no look-up uses: the last answers lie in
// their buffers as the portal sent them, names and all. One that a look-up still
// uses is closed by its source when that is over.
func (s *Service) closeIdle() {
	closeIdle := func(source any) {
		if c, ok := source.(interface{ Close() }); ok {
			c.Close()
		}
	}
	for _, p := range s.cfg.Procedures {
		closeIdle(p)
	}
	for _, r := range s.cfg.Routes {
		for _, d := range r.Sources {
			closeIdle(d)
		}
	}
}

// proceduresMost bounds the procedures kept: at some 30 KB each a few MB.
const proceduresMost = 128

// keptProcedures are the procedures shown last, public texts, for the time when
// their portal is down.
type keptProcedures struct {
	mu    sync.Mutex
	all   map[string]Answer[Procedure]
	order []string // oldest first
}

func newKeptProcedures() *keptProcedures {
	return &keptProcedures{all: map[string]Answer[Procedure]{}}
}

func (k *keptProcedures) keep(code string, a Answer[Procedure]) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if _, ok := k.all[code]; !ok {
		if len(k.order) >= proceduresMost {
			delete(k.all, k.order[0])
			k.order = k.order[1:]
		}
		k.order = append(k.order, code)
	}
	k.all[code] = a
}

func (k *keptProcedures) find(code string) (Answer[Procedure], bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	a, ok := k.all[code]
	return a, ok
}
