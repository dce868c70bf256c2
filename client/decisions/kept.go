package decisions

import (
	"context"
	"time"

	"motcua/client"
	"motcua/client/trace"
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
// returns what the shelf has as stale. Whoever asks for the same meanwhile shares the question and
// the answer, which nobody may change. A gateway that failed a moment ago is then not asked: one
// answer takes several lists, and a person would wait for a time-out at each.
func kept[T any](ctx context.Context, s *Source, topic, key string, freshFor time.Duration, ask func(context.Context) (T, error)) (dated[T], error) {
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
		var v any
		v, err = s.asked.Do(ctx, question{topic, key}, func(ctx context.Context, _ *trace.Asked) (any, error) {
			v, err := ask(ctx)
			s.down.Note(ctx, s.cfg.Now(), err)
			if err == nil {
				_ = s.cfg.Shelf.Put(ctx, topic, key, s.cfg.Now(), v) // who asked has the answer anyway
			}
			return v, err
		})
		if v, ok := v.(T); ok && err == nil {
			return dated[T]{value: v, at: s.cfg.Now()}, nil
		}
	}
	if ok && ctx.Err() == nil {
		d.stale = true
		return d, nil
	}
	return dated[T]{}, err
}
