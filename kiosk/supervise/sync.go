package supervise

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// syncing is an update of the catalogue that an operator started. Its progress goes to the
// child that is shown, because an update takes minutes and another person may come meanwhile.
type syncing struct {
	mu   sync.Mutex
	on   bool
	to   *line
	work sync.WaitGroup
}

// setShown sets the child that gets the progress.
func (s *syncing) setShown(l *line) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.to = l
}

func (s *syncing) tell(o order) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.to.tell(o)
}

// begin reports whether an update may begin, and marks it as running. There is one at a time.
func (s *syncing) begin() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.on
	s.on = true
	return !was
}

// end reports the end to the child that is shown. A later request starts a new update.
func (s *syncing) end(err error) {
	o := order{Over: true}
	if err != nil {
		o.Error = err.Error()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.on = false
	s.to.tell(o)
}

// tellEvery is the interval of progress reports.
const tellEvery = 200 * time.Millisecond

// startSync starts an update, unless one is running, whose progress the child then gets.
func (p *parent) startSync(ctx context.Context) {
	if p.Sync == nil || !p.sync.begin() {
		return
	}
	p.sync.work.Go(func() {
		var last time.Time
		p.sync.end(p.runSync(ctx, func(done, total int) {
			if now := time.Now(); now.Sub(last) >= tellEvery || done == total {
				last = now
				p.sync.tell(order{Done: done, Total: total})
			}
		}))
	})
}

// runSync runs an update and turns a panic in it into an error, because a panic would leave the
// terminal locked.
func (p *parent) runSync(ctx context.Context, told func(done, total int)) (err error) {
	defer func() {
		if r := recover(); r != nil {
			p.Log.Error("update of the catalogue panicked", "type", fmt.Sprintf("%T", r))
			err = fmt.Errorf("supervise: a panic: %T", r) //nolint:err113 // for the log's reader
		}
	}()
	return p.Sync(ctx, told)
}
