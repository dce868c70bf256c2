package wire

import (
	"context"
	"errors"
	"log/slog"

	"motcua/client"
	"motcua/client/national"
	"motcua/client/scores"
	"motcua/client/store/shelf"
)

// scores returns how good the service of units is, as the sources and the store know it.
func (w *Wiring) scores(src *Sources) *scores.Source {
	if w.quality != nil {
		return w.quality
	}
	cfg := scores.Config{
		Shelf: shelf.Of(w.Store()), Kept: client.SourceName{ID: "store", Name: national.DefaultSource.Name}, Province: w.province(),
		Units: w.Directory(src).Units, FreshFor: w.cfg.Store.Refresh, Offline: w.cfg.Offline,
	}
	if w.cfg.UsesSample() {
		cfg.Kept.Name = samplePortal.Name
		cfg.FreshFor = sampleUnitsFresh
	}
	if src.Portal != nil {
		cfg.Portal = src.Portal.Reports()
	}
	w.quality = scores.New(cfg)
	return w.quality
}

// SyncQuality reads and keeps how good the service is; the sample portal needs no pauses.
func (w *Wiring) SyncQuality(ctx context.Context, src *Sources) (scores.Synced, error) {
	var pause func(context.Context) error
	if w.cfg.UsesSample() {
		pause = func(ctx context.Context) error { return ctx.Err() }
	}
	return w.scores(src).Sync(ctx, pause)
}

// refreshQuality is SyncQuality behind a catalogue that a process which serves people has
// read anew.
func (w *Wiring) refreshQuality(ctx context.Context, log *slog.Logger, src *Sources) {
	r, err := w.SyncQuality(ctx, src)
	switch {
	case ctx.Err() != nil, errors.Is(err, client.ErrOffline):
	case err != nil:
		log.Warn("the quality of service could not be read whole", "answers", r.Answers, "error", err)
	default:
		log.Info("the quality of service was read", "answers", r.Answers, "periods", len(r.Periods), "units", r.Units)
	}
}
