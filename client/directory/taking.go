package directory

import (
	"context"
	"errors"
	"time"

	"motcua/client"
	"motcua/client/trace"
	"motcua/client/unit"
)

// takings are which units take which procedures, as a sync read them. Lists that are the
// same stand once: nearly all procedures of communes have the same one.
type takings struct {
	At   time.Time      `json:"-"`
	Sets [][]string     `json:"sets"` // of units' codes
	Rows map[string]row `json:"rows"` // by the procedure's code
	// Services of this place's units that a sync read, by procedure.
	Services map[string][]unit.Service `json:"services"`
}

type row struct {
	Name      string `json:"n"`
	Abolished bool   `json:"a,omitempty"`
	Set       int    `json:"s"`
	Unknown   int    `json:"u,omitempty"`
}

// gone lists the procedures that nobody takes any more.
func (t *takings) gone() map[string]bool {
	gone := map[string]bool{}
	for code, r := range t.Rows {
		if r.Abolished {
			gone[code] = true
		}
	}
	return gone
}

// of returns what a sync knows of one procedure.
func (t *takings) of(code string) (seen, bool) {
	if t == nil {
		return seen{}, false
	}
	r, ok := t.Rows[code]
	if !ok {
		return seen{}, false
	}
	s := seen{At: t.At, Taking: taking{Name: r.Name, Abolished: r.Abolished, Unknown: r.Unknown}}
	if r.Set >= 0 && r.Set < len(t.Sets) {
		s.Taking.Units = t.Sets[r.Set]
	}
	if s.Services = t.Services[code]; s.Services != nil {
		s.Levels = t.At
	}
	return s, true
}

// mostSingle bounds how many procedures that were asked for are kept in memory.
const mostSingle = 500

// taking returns what is known of one procedure: fresh, else from the portal, else old.
func (d *Directory) taking(ctx context.Context, l *listing, code string) (s seen, stale bool, err error) {
	s, known := d.known(ctx, code)
	switch {
	// A sync reads levels of the province's own units alone: a page needs all of them.
	case known && (d.fresh(s.At) && (s.live || d.fresh(s.Levels)) || !d.canAsk()):
		return s, d.cfg.Offline, nil
	case known && d.down.On(d.cfg.Now()):
		return s, true, nil
	case !d.canAsk():
		return s, false, client.ErrOffline
	}
	read, err := d.takings.Do(ctx, code, func(ctx context.Context, _ *trace.Asked) (seen, error) {
		return d.readTaking(ctx, l, code, s)
	})
	if err != nil && known && errors.Is(err, client.ErrUnavailable) {
		return s, true, nil
	}
	return read, false, err
}

// readTaking asks the portal for one procedure; old is what was known of it.
func (d *Directory) readTaking(ctx context.Context, l *listing, code string, old seen) (seen, error) {
	f, err := d.cfg.Portal.Formality(ctx, code)
	d.down.Note(ctx, d.cfg.Now(), err)
	if err != nil {
		return seen{}, err
	}
	read := seen{At: d.cfg.Now(), Taking: l.take(f), Services: old.Services, Levels: old.Levels, live: true}
	if read.Taking.Abolished {
		read.Services, read.Levels = nil, time.Time{}
	} else if d.cfg.Online != nil {
		// Nothing new is said about what can be done online where neither call answers.
		if services, err := d.cfg.Online.Online(ctx, code); err == nil && len(services) > 0 {
			read.Services, read.Levels = services, read.At
		}
	}
	d.mu.Lock()
	if len(d.single) >= mostSingle {
		clear(d.single)
	}
	d.single[code] = read
	d.mu.Unlock()
	d.keep(ctx, d.asked(), code, read.At, read)
	return read, nil
}

// known is the newest of what is in memory, on the shelf and from a sync.
func (d *Directory) known(ctx context.Context, code string) (seen, bool) {
	d.mu.RLock()
	s, ok := d.single[code]
	d.mu.RUnlock()
	if !ok {
		_, ok = d.read(ctx, d.asked(), code, &s)
	}
	d.mu.RLock()
	tried, all := d.tried, d.taken
	d.mu.RUnlock()
	if !tried {
		all = d.loadTakings(ctx)
	}
	if synced, has := all.of(code); has && (!ok || synced.At.After(s.At)) {
		if synced.Services == nil {
			synced.Services, synced.Levels = s.Services, s.Levels
		}
		return synced, true
	}
	return s, ok
}

// loadTakings reads what the last sync left on the shelf.
func (d *Directory) loadTakings(ctx context.Context) *takings {
	t := &takings{}
	if at, ok := d.read(ctx, d.topic(), "takings", t); ok {
		t.At = at
	} else {
		t = nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.tried {
		d.tried, d.taken = true, t
	}
	return d.taken
}

// loadGone reads which procedures were abolished at the last sync.
func (d *Directory) loadGone(ctx context.Context) map[string]bool {
	gone := map[string]bool{}
	if _, ok := d.read(ctx, d.topic(), "abolished", &gone); !ok || gone == nil {
		gone = map[string]bool{}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.gone == nil {
		d.gone = gone
	}
	return d.gone
}
