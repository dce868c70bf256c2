package directory

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"motcua/client"
	"motcua/client/flight"
	"motcua/client/office"
	"motcua/client/reporting"
	"motcua/client/rest"
	"motcua/client/trace"
	"motcua/client/unit"
)

// Portal is the national portal as far as units need it.
type Portal interface {
	Results(ctx context.Context, year int) ([]unit.Unit, unit.Shares, error)
	Units(ctx context.Context, province string, year int) ([]unit.Unit, error)
	Formalities(ctx context.Context, words string, page, size int) (reporting.Page, error)
	Formality(ctx context.Context, code string) (reporting.Formality, error)
	Source() client.SourceName
}

// Online says how much of a procedure is done online, see national.Source.
type Online interface {
	Online(ctx context.Context, code string) ([]unit.Service, error)
	OnlineAt(ctx context.Context, unitCode string) (map[string][]unit.Service, error)
}

// Shelf keeps what was read, see package shelf of client/store.
type Shelf interface {
	Get(ctx context.Context, topic, key string, v any) (at time.Time, ok bool)
	Put(ctx context.Context, topic, key string, at time.Time, v any) error
}

// Config wires a Directory.
type Config struct {
	// Portal and Online are asked; nil: nobody is, and what is kept answers.
	Portal Portal
	Online Online
	// Shelf keeps what was read; nil: nothing outlives the process.
	Shelf Shelf
	// Kept labels answers that were kept.
	Kept client.SourceName
	// Province is the agency id of this place's province, "H55"; empty: only the provinces
	// themselves are listed.
	Province string
	// Offices has the operator's words about units; nil: there are none.
	Offices func() *office.Book
	// FreshFor is how long what was read answers before the portal is asked; 0 means
	// DefaultFreshFor.
	FreshFor time.Duration
	Offline  bool
	Now      func() time.Time // nil: time.Now
}

// DefaultFreshFor is a day, as that of the catalogue.
const DefaultFreshFor = 24 * time.Hour

// Directory implements client.UnitSource. It is safe for concurrent use. Nothing is read
// before the first question.
type Directory struct {
	cfg      Config
	listings flight.Group[struct{}, *listing]
	takings  flight.Group[string, seen] // by the procedure's code
	down     rest.Outage

	mu     sync.RWMutex
	list   *listing
	taken  *takings
	single map[string]seen
	tried  bool            // the takings were looked for on the shelf
	gone   map[string]bool // abolished procedures; nil: not looked for
}

var _ client.UnitSource = (*Directory)(nil)

// New returns a directory.
func New(cfg Config) *Directory {
	if cfg.FreshFor <= 0 {
		cfg.FreshFor = DefaultFreshFor
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	return &Directory{cfg: cfg, single: map[string]seen{}}
}

// listing are the units as they were read at one time.
type listing struct {
	At     time.Time   `json:"-"`
	Units  []unit.Unit `json:"units"` // this place's province, what lies below it, the other provinces
	Shares unit.Shares `json:"shares"`

	live   bool // read by this process
	byID   map[string]int
	finder *finder
}

// seen is what was read of one procedure.
type seen struct {
	At     time.Time `json:"at"`
	Taking taking    `json:"taking"`
	// Services and Levels are as in unit.Taking.
	Services []unit.Service `json:"services"`
	Levels   time.Time      `json:"levels"`
	live     bool
}

// taking is which units take a procedure, in units of the listing.
type taking struct {
	Name      string   `json:"name"`
	Abolished bool     `json:"abolished,omitempty"`
	Units     []string `json:"units"` // codes
	Unknown   int      `json:"unknown,omitempty"`
}

func (d *Directory) canAsk() bool { return d.cfg.Portal != nil && !d.cfg.Offline }

func (d *Directory) fresh(at time.Time) bool {
	age := d.cfg.Now().Sub(at)
	return age < d.cfg.FreshFor && age > -time.Minute
}

// listed returns the units: what is known and fresh, else what the portal says, else what
// is known. stale tells that the portal should have been asked and was not reached. Nobody
// waits for another's question but for the same one, nor for a sync.
func (d *Directory) listed(ctx context.Context) (l *listing, stale bool, err error) {
	d.mu.RLock()
	l = d.list
	d.mu.RUnlock()
	if l == nil {
		l = d.keptListing(ctx)
	}
	switch {
	case l != nil && (d.fresh(l.At) || !d.canAsk()):
		return l, d.cfg.Offline, nil
	case l != nil && d.down.On(d.cfg.Now()):
		return l, true, nil
	case !d.canAsk():
		return nil, false, client.ErrOffline
	}
	read, err := d.listings.Do(ctx, struct{}{}, func(ctx context.Context, _ *trace.Asked) (*listing, error) {
		return d.readListing(ctx)
	})
	if err != nil && l != nil && errors.Is(err, client.ErrUnavailable) {
		return l, true, nil
	}
	return read, false, err
}

// readListing asks the portal for the provinces and what lies below this place's.
func (d *Directory) readListing(ctx context.Context) (*listing, error) {
	now := d.cfg.Now()
	l := &listing{At: now, live: true}
	provinces, shares, err := d.cfg.Portal.Results(ctx, now.Year())
	d.down.Note(ctx, d.cfg.Now(), err)
	if err == nil && len(shares.Provision) == 0 { // the first days of a year have no report yet
		if p, s, again := d.cfg.Portal.Results(ctx, now.Year()-1); again == nil && len(s.Provision) > 0 {
			provinces, shares = p, s
		}
	}
	if err != nil {
		return nil, err
	}
	l.Shares = shares
	for _, p := range provinces {
		if p.Code != d.cfg.Province {
			continue
		}
		below, err := d.cfg.Portal.Units(ctx, p.ID, now.Year())
		d.down.Note(ctx, d.cfg.Now(), err)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(below, func(u unit.Unit) bool { return u.ID == p.ID }) {
			l.Units = append(l.Units, p)
		}
		l.Units = append(l.Units, below...)
	}
	for _, p := range provinces {
		if !slices.ContainsFunc(l.Units, func(u unit.Unit) bool { return u.ID == p.ID }) {
			l.Units = append(l.Units, p)
		}
	}
	matchPlaces(l.Units, d.cfg.Province)
	l.index()
	d.mu.Lock()
	d.list = l
	d.mu.Unlock()
	d.keep(ctx, d.topic(), "units", l.At, l)
	return l, nil
}

func (l *listing) index() {
	l.byID = make(map[string]int, len(l.Units))
	for i, u := range l.Units {
		l.byID[u.ID] = i
	}
	l.finder = newFinder(l.Units)
}

// take sorts the ids of a procedure's units into those that are listed and the others.
func (l *listing) take(f reporting.Formality) taking {
	t := taking{Name: f.Name, Abolished: f.Abolished()}
	var at []int
	for _, id := range f.Units {
		if i, ok := l.byID[id]; ok {
			at = append(at, i)
		} else {
			t.Unknown++
		}
	}
	slices.Sort(at)
	for _, i := range at {
		t.Units = append(t.Units, l.Units[i].Code)
	}
	return t
}

// Units finds units by words or by the procedure that they take.
func (d *Directory) Units(ctx context.Context, q unit.Query) (client.Answer[unit.Result], error) {
	l, stale, err := d.listed(ctx)
	if err != nil {
		return client.Answer[unit.Result]{}, err
	}
	a := client.Answer[unit.Result]{AsOf: l.At, Stale: stale, Source: d.source(l.live)}
	found := l.Units
	if q.Procedure != "" {
		s, stale, err := d.taking(ctx, l, q.Procedure)
		if err != nil {
			return client.Answer[unit.Result]{}, err
		}
		a.AsOf, a.Source = s.At, d.source(s.live)
		a.Stale = a.Stale || stale
		a.Value.Taking = d.told(q.Procedure, s, l)
		found = l.coded(s.Taking.Units)
	}
	if words := strings.TrimSpace(q.Words); words != "" {
		found = l.finder.find(found, words, d.cfg.Province)
	}
	a.Value.Total = len(found)
	if q.Limit > 0 {
		found = found[:min(len(found), q.Limit)]
	}
	a.Value.Units = d.withOffices(found)
	if len(found) == 0 && q.Procedure == "" {
		return a, client.ErrNotFound
	}
	return a, nil
}

// withOffices copies units with what the operator says of them.
func (d *Directory) withOffices(list []unit.Unit) []unit.Unit {
	list = slices.Clone(list)
	if d.cfg.Offices != nil {
		for i := range list {
			list[i].Office = d.cfg.Offices().Of(list[i].ID, list[i].Code)
		}
	}
	return list
}

// coded returns the units with these codes, in the order of the listing.
func (l *listing) coded(codes []string) []unit.Unit {
	var list []unit.Unit
	for _, u := range l.Units {
		if slices.Contains(codes, u.Code) {
			list = append(list, u)
		}
	}
	return list
}

func (d *Directory) told(code string, s seen, l *listing) *unit.Taking {
	t := &unit.Taking{Procedure: code, Name: s.Taking.Name, Abolished: s.Taking.Abolished, Unknown: s.Taking.Unknown, Services: s.Services, Levels: s.Levels}
	for _, u := range l.coded(s.Taking.Units) {
		if d.cfg.Province != "" && u.Code != d.cfg.Province && u.Parent != d.cfg.Province {
			t.Others++
		}
	}
	return t
}

// Shares tells how many procedures can be done online.
func (d *Directory) Shares(ctx context.Context) (client.Answer[unit.Shares], error) {
	l, stale, err := d.listed(ctx)
	if err != nil {
		return client.Answer[unit.Shares]{}, err
	}
	a := client.Answer[unit.Shares]{Value: l.Shares, AsOf: l.At, Stale: stale, Source: d.source(l.live)}
	if len(l.Shares.Provision) == 0 {
		return a, client.ErrNotFound
	}
	return a, nil
}

func (d *Directory) source(live bool) client.SourceName {
	if live || d.cfg.Kept.ID == "" && d.cfg.Portal != nil {
		return d.cfg.Portal.Source()
	}
	return d.cfg.Kept
}

// Abolished tells of a procedure from what a sync or a look-up read. It reads the short list
// of those that are, not which units take what.
func (d *Directory) Abolished(code string) bool {
	d.mu.RLock()
	one, ok := d.single[code]
	gone := d.gone
	d.mu.RUnlock()
	if ok {
		return one.Taking.Abolished
	}
	if gone == nil {
		gone = d.loadGone(context.Background())
	}
	return gone[code]
}
