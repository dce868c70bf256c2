package wire

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"motcua/client"
	"motcua/client/directory"
	"motcua/client/national"
	"motcua/client/office"
	"motcua/client/store/shelf"
)

// sampleUnitsFresh is how long the sample portal's units answer: they change only with the
// program.
const sampleUnitsFresh = time.Hour

// Directory returns the units that take dossiers, as the sources and the store know them.
func (w *Wiring) Directory(src *Sources) *directory.Directory {
	if w.units != nil {
		return w.units
	}
	cfg := w.directoryConfig()
	if src.Portal != nil {
		cfg.Portal, cfg.Online = src.Portal.Reports(), src.Portal
	}
	w.units = directory.New(cfg)
	return w.units
}

// directoryConfig is that of a directory which asks nobody.
func (w *Wiring) directoryConfig() directory.Config {
	cfg := directory.Config{
		Shelf: shelf.Of(w.Store()), Kept: client.SourceName{ID: "store", Name: national.DefaultSource.Name}, Province: w.province(),
		FreshFor: w.cfg.Store.Refresh, Offline: w.cfg.Offline,
		Offices: sync.OnceValue(func() *office.Book { return office.Read(w.cfg.Place.Units, w.Trust) }),
	}
	if w.cfg.UsesSample() {
		cfg.Kept.Name = samplePortal.Name
		cfg.FreshFor = sampleUnitsFresh
	}
	return cfg
}

// KnownUnits are the ids and codes, in capitals, of the units that a sync kept; nil when none
// are kept. It asks no portal.
func (w *Wiring) KnownUnits(ctx context.Context) map[string]bool {
	return directory.New(w.directoryConfig()).Known(ctx)
}

// KnownAbolished tells which procedures a sync found abolished; nil when no sync has read that.
// It asks no portal.
func (w *Wiring) KnownAbolished(ctx context.Context) func(code string) bool {
	d := directory.New(w.directoryConfig())
	if d.Known(ctx) == nil {
		return nil
	}
	return d.Abolished
}

// sampleProvince is the province of which the sample portal knows the units.
const sampleProvince = "H55"

// province is the province in which the program stands, with made-up answers the sample's
// unless the configuration names one; "" for none. All topics have the same.
func (w *Wiring) province() string {
	if w.cfg.Place.Province == "" && w.cfg.UsesSample() {
		return sampleProvince
	}
	return w.cfg.Place.Province
}

// SyncUnits reads the units and what they take; the sample portal needs no pauses.
func (w *Wiring) SyncUnits(ctx context.Context, src *Sources) (directory.Report, error) {
	var pause func(context.Context) error
	if w.cfg.UsesSample() {
		pause = func(ctx context.Context) error { return ctx.Err() }
	}
	return w.Directory(src).Sync(ctx, pause)
}

// refreshUnits reads the units after the catalogue, in the background of a process that
// serves people.
func (w *Wiring) refreshUnits(ctx context.Context, log *slog.Logger, src *Sources) {
	r, err := w.SyncUnits(ctx, src)
	switch {
	case ctx.Err() != nil, errors.Is(err, client.ErrOffline):
	case err != nil:
		log.Warn("the units could not be updated", "error", err)
	default:
		log.Info("the units were updated", "units", r.Units, "communes", r.Communes, "matched", r.Matched,
			"procedures", r.Procedures, "abolished", r.Abolished, "online", r.Online)
	}
}
