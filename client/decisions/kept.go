package decisions

import (
	"context"
	"time"

	"motcua/client"
)

// dated is a value with the time from which it is. stale: it is kept, and the gateway should
// have given it.
type dated[T any] struct {
	value T
	at    time.Time
	stale bool
}

func (d dated[T]) answer(src client.SourceName) client.Answer[T] {
	return client.Answer[T]{Value: d.value, AsOf: d.at, Stale: d.stale, Source: src}
}

// kept returns what the shelf has while it is fresh, else asks and keeps the answer, else
// returns what the shelf has as stale. A gateway that failed a moment ago is then not asked: one
// answer takes several lists, and a person would wait for a time-out at each.
func kept[T any](ctx context.Context, s *Source, topic, key string, freshFor time.Duration, ask func() (T, error)) (dated[T], error) {
	var d dated[T]
	at, ok := s.cfg.Shelf.Get(ctx, topic, key, &d.value)
	d.at = at
	now := s.cfg.Now()
	age := now.Sub(at)
	if ok && age < freshFor && age > -time.Minute {
		d.stale = s.cfg.Offline
		return d, nil
	}
	err := client.ErrOffline
	if !s.cfg.Offline && !(ok && s.down.On(now)) {
		var v T
		v, err = ask()
		s.down.Note(ctx, s.cfg.Now(), err)
		if err == nil {
			d = dated[T]{value: v, at: s.cfg.Now()}
			_ = s.cfg.Shelf.Put(ctx, topic, key, d.at, v) // who asked has the answer anyway
			return d, nil
		}
	}
	if ok && ctx.Err() == nil {
		d.stale = true
		return d, nil
	}
	return dated[T]{}, err
}
