package directory

import (
	"context"
	"strings"
	"time"
)

// form is part of every topic on the shelf: what has another form is not read.
const form = "1"

// topic is that of what a sync read for this place's province.
func (d *Directory) topic() string { return "units" + form + "/" + d.cfg.Province }

// asked is the topic of single procedures that somebody asked for.
func (d *Directory) asked() string { return "taking" + form + "/" + d.cfg.Province }

// keep puts v on the shelf. When it cannot be kept, because the disk is full or there is no
// file, nothing happens: the person has the answer.
func (d *Directory) keep(ctx context.Context, topic, key string, at time.Time, v any) {
	if d.cfg.Shelf != nil {
		_ = d.cfg.Shelf.Put(ctx, topic, key, at, v)
	}
}

// read reads what is on the shelf into v.
func (d *Directory) read(ctx context.Context, topic, key string, v any) (at time.Time, ok bool) {
	if d.cfg.Shelf == nil {
		return at, false
	}
	return d.cfg.Shelf.Get(ctx, topic, key, v)
}

// keptListing reads the units from the shelf, unless newer ones were read meanwhile; nil when
// there are none.
func (d *Directory) keptListing(ctx context.Context) *listing {
	l := &listing{}
	at, ok := d.read(ctx, d.topic(), "units", l)
	if !ok || len(l.Units) == 0 {
		return nil
	}
	l.At = at
	l.index()
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.list == nil || d.list.At.Before(l.At) {
		d.list = l
	}
	return d.list
}

// Known are the ids and codes, in capitals, of the units that are kept; nil when none are. It
// asks no portal.
func (d *Directory) Known(ctx context.Context) map[string]bool {
	l := d.keptListing(ctx)
	if l == nil {
		return nil
	}
	known := map[string]bool{}
	for _, u := range l.Units {
		known[strings.ToUpper(u.ID)], known[strings.ToUpper(u.Code)] = true, true
	}
	return known
}
