package audit

import (
	"errors"
	"log/slog"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"motcua/client"
)

// How often a source may be told of: an outage and its end, and once more, are
// told as they happen. A source that comes and goes all day is told of in one line
// for each pause, with how often it turned meanwhile.
const (
	turnsAtOnce = 4
	turnPause   = 5 * time.Minute
)

// Sources writes down when a source stops answering and when it answers again: one
// warning each, whatever number of look-ups it concerns.
type Sources struct {
	log *slog.Logger

	mu   sync.Mutex
	each map[string]*sourceTurns
}

// sourceTurns is what was told of one source.
type sourceTurns struct {
	now    client.SourceHealth
	why    error
	was    client.Cause // before it answered again
	pace   *rate.Limiter
	untold int         // turns that were not told
	due    *time.Timer // of the line that tells how it stands; nil: none is due
}

// NewSources writes to a logger.
func NewSources(log *slog.Logger) *Sources {
	return &Sources{log: log, each: map[string]*sourceTurns{}}
}

// Turned takes a change of a source; why is nil when it answers again.
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
		t.untold-- // the newest is told now
		s.tell(t)
	})
}

// tell writes how a source stands.
func (s *Sources) tell(t *sourceTurns) {
	attrs := []any{"source", t.now.Source.ID}
	says := "source answers again"
	if t.why != nil {
		says = "source does not answer"
		attrs = append(attrs, "cause", string(t.now.Cause), "since", t.now.DownSince.UTC().Format(time.RFC3339), "error", t.why)
		if fault := (*client.PanicError)(nil); errors.As(t.why, &fault) {
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
