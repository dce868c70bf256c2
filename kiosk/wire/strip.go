package wire

import (
	"context"
	"sync"
	"time"

	"motcua/client"
	"motcua/client/quality"
	"motcua/kiosk/config"
	"motcua/tui"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/scores"
)

// stripEvery is how often the line about quality on a lobby's first page is looked up again.
// The answers themselves are kept for a day.
const stripEvery = time.Hour

// strip is that line. Drawing must not wait for a portal, so it is looked up beside it.
type strip struct {
	service *client.Service

	mu     sync.Mutex
	answer *client.Answer[quality.Report]
	asked  time.Time
}

// Post adds what the first page of a lobby says of the quality of service, if the operator
// wants it. The look-up begins at once.
func (o *Opened) Post(ctx context.Context, c config.Config, opts *tui.Options) {
	if !c.Kiosk.Quality || opts.Kiosk == nil {
		return
	}
	o.strip.Do(func() { o.posted = &strip{service: o.Service} })
	s := o.posted
	s.refresh(ctx)
	opts.Kiosk.Quality = func(l text.Lang) string {
		s.refresh(ctx)
		return s.says(l)
	}
}

// refresh looks the line up where it is old. One that cannot be had leaves the one before.
func (s *strip) refresh(ctx context.Context) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if now := s.service.Now(); !s.asked.IsZero() && now.Sub(s.asked) < stripEvery || ctx.Err() != nil {
		return
	}
	s.asked = s.service.Now()
	go func() {
		if a, err := s.service.Quality(ctx, quality.Query{}); err == nil {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.answer = &a
		}
	}()
}

// says is the line in a language, "" before there is one.
func (s *strip) says(l text.Lang) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.answer == nil {
		return ""
	}
	return scores.Strip(*s.answer, view.Env{Texts: text.For(l), Now: s.service.Now(), Medium: view.Touch})
}
