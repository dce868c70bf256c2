package directory

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/rest"
	"motcua/client/unit"
)

// Report is what a sync of the directory brought.
type Report struct {
	Units      int // below this place's province, and it
	Communes   int
	Matched    int // communes that were matched to a place by name
	Procedures int
	Abolished  int
	// Online are procedures of which the level at this place is known.
	Online int
}

// pageSizes are tried in turn when a page of formalities fails: a procedure of communes
// lists the ids of all who take it.
var pageSizes = []int{200, 100, 50, 20, 10}

// mostFormalityPages bounds a reading, at the smallest page.
const mostFormalityPages = 1_000

// Sync reads the units, which of them take which procedure, and what is done online at this
// place, politely, and keeps it. pause waits between two requests; nil: rest.Politely. What
// was kept before stays until all of it is read.
func (d *Directory) Sync(ctx context.Context, pause func(context.Context) error) (Report, error) {
	if pause == nil {
		pause = rest.Politely
	}
	if !d.canAsk() {
		return Report{}, client.ErrOffline
	}
	l, err := d.readListing(ctx)
	if err != nil {
		return Report{}, err
	}
	t, err := d.readTakings(ctx, l, pause)
	if err != nil {
		return Report{}, err
	}
	if d.cfg.Online != nil && d.cfg.Province != "" {
		// Which of the two calls answers is not known of every portal: without it a page
		// asks, or says what the procedure's own description says.
		if services, err := d.cfg.Online.OnlineAt(ctx, d.cfg.Province); err == nil {
			t.Services = services
		}
	}
	if d.cfg.Shelf != nil {
		if err := d.cfg.Shelf.Put(ctx, d.topic(), "takings", t.At, t); err != nil {
			return Report{}, err
		}
	}
	gone := t.gone()
	d.keep(ctx, d.topic(), "abolished", t.At, gone)
	d.mu.Lock()
	d.taken, d.tried, d.gone = t, true, gone
	clear(d.single)
	d.mu.Unlock()
	return d.report(l, t), nil
}

func (d *Directory) report(l *listing, t *takings) Report {
	r := Report{Procedures: len(t.Rows), Online: len(t.Services)}
	for _, u := range l.Units {
		if u.Code == d.cfg.Province || u.Parent == d.cfg.Province {
			r.Units++
		}
		if u.Level == unit.LevelCommune {
			r.Communes++
			if u.Place != "" {
				r.Matched++
			}
		}
	}
	for _, row := range t.Rows {
		if row.Abolished {
			r.Abolished++
		}
	}
	return r
}

// readTakings reads all formalities page by page.
func (d *Directory) readTakings(ctx context.Context, l *listing, pause func(context.Context) error) (*takings, error) {
	t := &takings{At: l.At, Rows: map[string]row{}}
	sets := map[string]int{}
	size, page, total := 0, 1, 0
	for range mostFormalityPages {
		if err := pause(ctx); err != nil {
			return nil, err
		}
		p, err := d.cfg.Portal.Formalities(ctx, "", page, pageSizes[size])
		var down *client.UnavailableError
		if errors.As(err, &down) && down.Cause.OfSize() && size+1 < len(pageSizes) {
			// The page begins anew at the same procedure, or before it.
			page = (page-1)*pageSizes[size]/pageSizes[size+1] + 1
			size++
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, f := range p.Items {
			took := l.take(f)
			key := strings.Join(took.Units, " ")
			set, ok := sets[key]
			if !ok {
				set = len(t.Sets)
				sets[key] = set
				t.Sets = append(t.Sets, slices.Clone(took.Units))
			}
			t.Rows[f.Code] = row{Name: took.Name, Abolished: took.Abolished, Set: set, Unknown: took.Unknown}
		}
		total = max(total, p.Total)
		if p.Last {
			// A reading that brought less than four fifths is not believed, see package store.
			if len(t.Rows) == 0 || len(t.Rows)*5 < total*4 {
				return nil, fmt.Errorf("directory: %d of %d procedures were read: %w", len(t.Rows), total, ErrShort)
			}
			return t, nil
		}
		page++
	}
	return nil, fmt.Errorf("directory: more than %d pages: %w", mostFormalityPages, ErrShort)
}

// ErrShort is returned when the portal's list ended too early; what was kept stays.
var ErrShort = errors.New("the list of procedures ended too early")
