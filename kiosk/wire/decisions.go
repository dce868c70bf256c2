package wire

import (
	"context"
	"log/slog"
	"time"

	"motcua/client/decisions"
	"motcua/client/store/shelf"
)

// DecisionsAhead is how many decisions one sync reads in full, the newest first; the rest
// follow with the next ones. A province publishes some fifty a year.
const DecisionsAhead = 100

// decisionPause comes before each decision of a sync, which is four requests: the portal's
// firewall accepts this from a bulk reader.
const decisionPause = 1500 * time.Millisecond

// sampleHome is the province whose decisions the sample portal has.
const sampleHome = "H55"

// decisions returns the source of decisions, nil when there is none.
func (w *Wiring) decisions(src *Sources) *decisions.Source {
	if src.Gateway == nil {
		return nil
	}
	cfg := decisions.Config{Gateway: src.Gateway, Shelf: shelf.Of(w.Store()), FreshFor: w.cfg.Store.Refresh, Offline: w.cfg.Offline}
	if w.cfg.UsesSample() {
		// As the store: a request to this process costs nothing.
		cfg.FreshFor, cfg.CountsAll, cfg.Home = time.Nanosecond, true, sampleHome
	}
	return decisions.New(cfg)
}

// SyncDecisions keeps the decisions of the configured province. Without a gateway or a
// province it does nothing, and Synced.Agency is zero.
func (w *Wiring) SyncDecisions(ctx context.Context, told func(done, of int)) (decisions.Synced, error) {
	src, err := w.Sources(ctx)
	if err != nil {
		return decisions.Synced{}, err
	}
	home, pause, most := w.cfg.Place.Province, decisionPause, DecisionsAhead
	if w.cfg.UsesSample() {
		home, pause, most = sampleHome, 0, 10*DecisionsAhead
	}
	d := w.decisions(src)
	if d == nil || home == "" {
		return decisions.Synced{}, nil
	}
	return d.Sync(ctx, home, most, func(ctx context.Context) error { return wait(ctx, pause) }, told)
}

func wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// keepDecisions is SyncDecisions behind a catalogue that a server has read anew.
func (w *Wiring) keepDecisions(ctx context.Context, log *slog.Logger) {
	r, err := w.SyncDecisions(ctx, func(int, int) {})
	switch {
	case ctx.Err() != nil || r.Agency.ID == "" && err == nil:
	case err != nil:
		log.Warn("the decisions could not be read whole", "read", r.Read, "left", r.Left, "error", err)
	default:
		log.Info("the decisions were read", "agency", r.Agency.Code, "decisions", r.Decisions, "read", r.Read, "left", r.Left)
	}
}
