package wire

import (
	"context"
	"slices"
	"sync"
	"time"

	"motcua/client"
	"motcua/client/board"
	"motcua/client/builtin"
	"motcua/client/directory"
	"motcua/client/facts"
	"motcua/client/meter"
	"motcua/client/ranking"
	"motcua/client/review"
	"motcua/client/scores"
	"motcua/client/store"
	"motcua/client/workday"
	"motcua/kiosk/config"
	"motcua/kiosk/config/calendar"
)

// Wiring holds what one configuration names. New creates it. It is not safe for concurrent
// use until Open has returned.
type Wiring struct {
	// Reports are the events of the sources and the catalogue, for log and metrics.
	Reports Reports
	// Reviews are the procedure pages that an office reviewed.
	Reviews review.Shelf
	// Trust checks that other accounts cannot change the files of reviews; nil for a
	// program that serves only its own user.
	Trust func(path string) error

	cfg     config.Config
	state   config.State
	version string
	kept    *store.Store // see Store
	units   *directory.Directory
	quality *scores.Source
	board   *board.Board
	meter   meter.Meter // counts the traffic of look-ups
	src     *Sources    // see Sources
	closers []func()
}

// New returns a wiring. version is the program's, which the portals are told; state is the
// state folder of the account that runs it, for the catalogue.
func New(cfg config.Config, state config.State, version string) *Wiring {
	return &Wiring{cfg: cfg, state: state, version: version}
}

// Version returns the program's version.
func (w *Wiring) Version() string { return w.version }

// Opened is a wiring that answers. Only an opened one can be shown and kept fresh.
type Opened struct {
	Service *client.Service
	Sources *Sources

	wiring *Wiring
	strip  sync.Once // makes posted
	posted *strip    // see Post
}

// Open builds the service. It sends no request and unpacks nothing: a look-up of one
// dossier must not wait for the catalogue.
func (w *Wiring) Open(ctx context.Context) (*Opened, error) {
	cal, err := Calendar(w.cfg.Calendar)
	if err != nil {
		return nil, err
	}
	src, err := w.Sources(ctx)
	if err != nil {
		return nil, err
	}
	papers := w.cfg.Papers.File
	w.Reviews.Later(func() *review.Book { return review.Read(papers, w.Trust) })
	of := builtin.Answers()
	of.Procedures, of.Keeper, of.Routes = src.procedures, w.Store(), src.routes
	of.Calendar, of.Popular, of.Review = cal, w.Store().Popular, w.Reviews.Of
	of.Linked, of.ReplacedBy = w.linkedTo, w.Reviews.Successor
	ranks := w.cfg.Place.Ranks
	of.Ranks = ranking.With(sync.OnceValue(func() *ranking.File { return ranking.Read(ranks, w.Trust) }))
	of.Province, of.Units, of.Quality = w.province(), w.Directory(src), w.scores(src)
	of.Notices = w.Board(src)
	of.Offline, of.Sample = w.cfg.Offline, w.cfg.UsesSample()
	if d := w.decisions(src); d != nil {
		of.Decisions = d
	}
	return &Opened{Service: client.NewService(of), Sources: src, wiring: w}, nil
}

// Traffic returns the traffic of look-ups so far, as meter.Meter counts it.
func (w *Wiring) Traffic() meter.Traffic { return w.meter.Total() }

// Close closes everything that was opened.
func (w *Wiring) Close() {
	for _, f := range slices.Backward(w.closers) { // closes clients before the portal that they ask
		f()
	}
	w.closers = nil
}

func (w *Wiring) closeLater(f func()) { w.closers = append(w.closers, f) }

// forgetEvery is the interval at which a service without requests drops answers that are
// too old.
const forgetEvery = time.Minute

// ForgetOld makes a service drop answers that are too old while nobody sends requests,
// until ctx ends.
func ForgetOld(ctx context.Context, service *client.Service) {
	tick := time.NewTicker(forgetEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			service.ForgetOld()
		}
	}
}

// Calendar returns the built-in calendar with the days that the operator added.
func Calendar(c calendar.Config) (*workday.Calendar, error) {
	if len(c.DaysOff)+len(c.DaysOn)+len(c.Notices) == 0 {
		return facts.Calendar(), nil
	}
	return workday.NewCalendar(calendar.Days(facts.CalendarDays(), c), workday.Unnamed(Notices(c))...)
}

// Notices are the numbers that set the days off of each year, the built-in and the
// operator's.
func Notices(c calendar.Config) map[int][]string { return calendar.Notices(facts.Notices(), c) }
