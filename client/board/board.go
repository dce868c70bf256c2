// Package board answers what is posted: the office's notices from its folder, read anew when a
// minute has passed, and the portal's news, from the portal while it answers and from what is
// kept otherwise.
package board

import (
	"context"
	"errors"
	"sync"
	"time"

	"motcua/client"
	"motcua/client/flight"
	"motcua/client/notice"
	"motcua/client/posted"
	"motcua/client/rest"
	"motcua/client/trace"
)

// News are the portal's, as package news reads them.
type News interface {
	Source() client.SourceName
	List(ctx context.Context, most int, pause func(context.Context) error) ([]notice.Notice, error)
	Full(ctx context.Context, id string) (notice.Full, error)
}

// Shelf keeps answers between runs, as package store/shelf does.
type Shelf interface {
	Put(ctx context.Context, topic, key string, at time.Time, v any) error
	Get(ctx context.Context, topic, key string, v any) (at time.Time, ok bool)
}

// The topics on the shelf. An item's key is the portal's id.
const (
	topicList = "news list"
	topicFull = "news"
)

const (
	// listed is how many news are shown.
	listed = 20
	// freshFor is how long the portal's list answers before it is asked again.
	freshFor = time.Hour
	// folderFor is how long the folder's content answers.
	folderFor = time.Minute
)

// Config says where notices are.
type Config struct {
	Folder  func() *posted.Folder // reads it; nil: there is none
	News    News                  // nil: there are none
	Shelf   Shelf
	Offline bool
	Now     func() time.Time // nil: time.Now
}

// Board implements client.NoticeSource. It is safe for concurrent use.
type Board struct {
	cfg   Config
	down  rest.Outage
	lists flight.Group[struct{}, []notice.Notice]
	items flight.Group[string, notice.Full] // by the portal's id

	mu     sync.Mutex
	folder *posted.Folder
	read   time.Time
}

// New makes a board.
func New(cfg Config) *Board {
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	return &Board{cfg: cfg}
}

// office returns the folder's content.
func (b *Board) office() *posted.Folder {
	if b.cfg.Folder == nil {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if age := b.cfg.Now().Sub(b.read); b.folder == nil || age > folderFor || age < 0 {
		b.folder, b.read = b.cfg.Folder(), b.cfg.Now()
	}
	return b.folder
}

// source names who answers: the portal where there is one.
func (b *Board) source() client.SourceName {
	if b.cfg.News == nil {
		return client.SourceName{ID: "notices"}
	}
	return b.cfg.News.Source()
}

// Notices lists what is posted now. News that cannot be had are no error: the office's notices
// are there, and the list says so.
func (b *Board) Notices(ctx context.Context) (client.Answer[notice.List], error) {
	now := b.cfg.Now()
	a := client.Answer[notice.List]{Source: b.source()} // the office's own have no other day than theirs
	a.Value.Notices = b.office().On(now)
	if b.cfg.News == nil {
		return a, nil
	}
	a.Value.Asked = true
	news, at, stale, err := b.news(ctx)
	switch {
	case err == nil:
		a.Value.Notices = append(a.Value.Notices, news...)
		a.AsOf, a.Stale = at, stale
	case ctx.Err() != nil:
		return a, ctx.Err()
	default:
		a.Value.NoNews, a.Stale = true, true
	}
	return a, nil
}

// unhurried makes no pause: one list is two or three requests while a person waits.
func unhurried(ctx context.Context) error { return ctx.Err() }

// asks tells whether the portal is asked: where something is kept, not again right after it
// failed.
func (b *Board) asks(kept bool) bool {
	return !b.cfg.Offline && !(kept && b.down.On(b.cfg.Now()))
}

// news are the portal's, kept or asked for. Nobody waits for a sync, which makes pauses.
func (b *Board) news(ctx context.Context) (list []notice.Notice, at time.Time, stale bool, err error) {
	at, kept := b.cfg.Shelf.Get(ctx, topicList, "", &list)
	if age := b.cfg.Now().Sub(at); kept && age < freshFor && age > -time.Minute {
		return list, at, b.cfg.Offline, nil
	}
	err = client.ErrOffline
	if b.asks(kept) {
		var asked []notice.Notice
		asked, err = b.lists.Do(ctx, struct{}{}, func(ctx context.Context, _ *trace.Asked) ([]notice.Notice, error) { return b.ask(ctx, unhurried) })
		if err == nil {
			return asked, b.cfg.Now(), false, nil
		}
	}
	if kept && ctx.Err() == nil {
		return list, at, true, nil
	}
	return nil, time.Time{}, false, err
}

// ask reads the portal's list and keeps it; a row without a title takes that of its item.
func (b *Board) ask(ctx context.Context, pause func(context.Context) error) ([]notice.Notice, error) {
	list, err := b.cfg.News.List(ctx, listed, pause)
	b.down.Note(ctx, b.cfg.Now(), err)
	if err != nil {
		return nil, err
	}
	out := list[:0]
	for _, n := range list {
		if n.Title == "" {
			full, err := b.full(ctx, n.ID)
			if err != nil || full.Title == "" {
				continue
			}
			n.Title = full.Title
			if n.From.IsZero() {
				n.From = full.From
			}
		}
		out = append(out, n)
	}
	notice.Sort(out)
	_ = b.cfg.Shelf.Put(ctx, topicList, "", b.cfg.Now(), out) // who asked has the answer anyway
	return out, nil
}

// full reads an item and keeps it.
func (b *Board) full(ctx context.Context, id string) (notice.Full, error) {
	full, err := b.cfg.News.Full(ctx, id)
	if err == nil {
		_ = b.cfg.Shelf.Put(ctx, topicFull, id, b.cfg.Now(), full) // who asked has the answer anyway
	}
	return full, err
}

// Notice returns one notice by its ID. client.ErrNotFound: none is posted now with that ID.
func (b *Board) Notice(ctx context.Context, id string) (client.Answer[notice.Full], error) {
	now := b.cfg.Now()
	if n, ok := b.office().Get(id, now); ok {
		return client.Answer[notice.Full]{Value: n, AsOf: n.From, Source: client.SourceName{ID: "notices"}}, nil
	}
	var a client.Answer[notice.Full]
	if b.cfg.News == nil {
		return a, client.ErrNotFound
	}
	a.Source = b.source()
	var kept bool
	a.AsOf, kept = b.cfg.Shelf.Get(ctx, topicFull, id, &a.Value)
	if age := now.Sub(a.AsOf); kept && age < freshFor && age > -time.Minute {
		a.Stale = b.cfg.Offline
		return a, nil
	}
	err := client.ErrOffline
	if b.asks(kept) {
		var full notice.Full
		full, err = b.items.Do(ctx, id, func(ctx context.Context, _ *trace.Asked) (notice.Full, error) { return b.full(ctx, id) })
		b.down.Note(ctx, b.cfg.Now(), err)
		if err == nil {
			a.Value, a.AsOf = full, now
			return a, nil
		}
	}
	if kept && ctx.Err() == nil && !errors.Is(err, client.ErrNotFound) {
		a.Stale = true
		return a, nil
	}
	return client.Answer[notice.Full]{Source: a.Source}, err
}

// Synced is what a sync brought.
type Synced struct {
	News int // in the list
	Read int // in full by this sync
}

// Sync keeps the portal's list, and the items that are not kept yet but for those that the
// portal cannot answer (rest.Faults). pause comes before each request; nil:
// rest.Politely.
func (b *Board) Sync(ctx context.Context, pause func(context.Context) error) (Synced, error) {
	var out Synced
	if b.cfg.News == nil {
		return out, nil
	}
	if b.cfg.Offline {
		return out, client.ErrOffline
	}
	if pause == nil {
		pause = rest.Politely
	}
	list, err := b.ask(ctx, pause)
	if err != nil {
		return out, err
	}
	out.News = len(list)
	var faults rest.Faults
	for _, n := range list {
		var kept notice.Full
		if _, ok := b.cfg.Shelf.Get(ctx, topicFull, n.ID, &kept); ok {
			continue
		}
		if err := pause(ctx); err != nil {
			return out, err
		}
		switch _, err := b.full(ctx, n.ID); {
		case errors.Is(err, client.ErrNotFound):
		case faults.End(err):
			return out, err
		case err == nil:
			out.Read++
		}
	}
	return out, nil
}
