package wire

import (
	"context"
	"errors"
	"log/slog"

	"motcua/client"
	"motcua/client/board"
	"motcua/client/posted"
	"motcua/client/store/shelf"
)

// Board returns what is posted: the office's notices and the portal's news.
func (w *Wiring) Board(src *Sources) *board.Board {
	if w.board != nil {
		return w.board
	}
	cfg := board.Config{Shelf: shelf.Of(w.Store()), Offline: w.cfg.Offline}
	if dir := w.cfg.Place.Notices; dir != "" {
		cfg.Folder = func() *posted.Folder { return posted.Read(dir, w.Trust) }
	}
	if src.Portal != nil {
		cfg.News = src.Portal.News()
	}
	w.board = board.New(cfg)
	return w.board
}

// SyncNews keeps the portal's news; the sample portal needs no pauses.
func (w *Wiring) SyncNews(ctx context.Context, src *Sources) (board.Synced, error) {
	var pause func(context.Context) error
	if w.cfg.UsesSample() {
		pause = func(ctx context.Context) error { return ctx.Err() }
	}
	return w.Board(src).Sync(ctx, pause)
}

// refreshNews is SyncNews behind a catalogue that a server has read anew.
func (w *Wiring) refreshNews(ctx context.Context, log *slog.Logger, src *Sources) {
	r, err := w.SyncNews(ctx, src)
	switch {
	case ctx.Err() != nil, errors.Is(err, client.ErrOffline):
	case err != nil:
		log.Warn("the portal's news could not be read", "error", err)
	default:
		log.Info("the portal's news were read", "news", r.News, "read", r.Read)
	}
}
