package audit

import (
	"errors"
	"log/slog"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"motcua/client"
	"motcua/client/goroutine"
)

// How often the state of a source is logged. An outage, its end and one more pair are
// logged as they happen. A source that fails and recovers all day gets one line per pause,
// with the number of changes since the last one.
const (
	turnsAtOnce = 4
	turnPause   = 5 * time.Minute
)

// Sources logs when a source stops answering and when it answers again: one warning each,
// however many look-ups are affected.
type Sources struct {
	log *slog.Logger

	mu   sync.Mutex
	each map[string]*sourceTurns
}

// sourceTurns is what was logged about one source.
type sourceTurns struct {
	now    client.SourceHealth
	why    error
	was    client.Cause // of the outage before it answered again
	pace   *rate.Limiter
	untold int         // changes that were not logged
	due    *time.Timer // of the next line about its state; nil: none is due
}

// NewSources returns a Sources that logs to log.
func NewSources(log *slog.Logger) *Sources {
	return &Sources{log: log, each: map[string]*sourceTurns{}}
}

// Known records that a source does not answer, where that was already logged.
func (s *Sources) Known(source client.SourceName, cause client.Cause) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.each[source.ID] = &sourceTurns{
		now:  client.SourceHealth{Source: source, Cause: cause},
		pace: rate.NewLimiter(rate.Every(turnPause), turnsAtOnce),
	}
}

// Turned logs a change of a source; why is nil when it answers again.
func (s *Sources) Turned(h client.SourceHealth, why error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.each[h.Source.ID]
	if t == nil {
		t = &sourceTurns{pace: rate.NewLimiter(rate.Every(turnPause), turnsAtOnce)}
		s.each[h.Source.ID] = t
	}
	if t.now.Cause != "" {
		t.was = t.now.Cause
	}
	t.now, t.why = h, why
	if t.due != nil {
		t.untold++
		return
	}
	wait := t.pace.Reserve().Delay()
	if wait <= 0 {
		s.tell(t)
		return
	}
	t.untold++
	t.due = time.AfterFunc(wait, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		t.due = nil
		t.untold-- // this change is logged now
		s.tell(t)
	})
}

// tell logs the state of a source.
func (s *Sources) tell(t *sourceTurns) {
	attrs := []any{"source", t.now.Source.ID}
	says := "source answers again"
	if t.why != nil {
		says = "source does not answer"
		attrs = append(attrs, "cause", string(t.now.Cause), "since", t.now.DownSince.UTC().Format(time.RFC3339), "error", t.why)
		if fault := (*goroutine.PanicError)(nil); errors.As(t.why, &fault) {
			attrs = append(attrs, "stack", fault.Stack)
		}
	} else {
		attrs = append(attrs, "cause_before", string(t.was))
	}
	if t.untold > 0 {
		attrs = append(attrs, "turns_untold", t.untold)
		t.untold = 0
	}
	s.log.Warn(says, attrs...)
}
