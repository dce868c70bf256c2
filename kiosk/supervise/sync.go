package supervise

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// syncing is an update of the catalogue that an operator asked for. Whoever is shown
// is told how far it is: it takes minutes, and a person may be wiped meanwhile.
type syncing struct {
	mu   sync.Mutex
	on   bool
	to   *line
	work sync.WaitGroup
}

// tells names the child that is shown.
func (s *syncing) tells(l *line) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.to = l
}

func (s *syncing) tell(o order) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.to.tell(o)
}

// begin tells whether an update is to be begun: one at a time.
func (s *syncing) begin() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.on
	s.on = true
	return !was
}

// end tells the end of it to whoever is shown. Who joins later begins another.
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

// tellEvery is how often an operator is told how far an update is.
const tellEvery = 200 * time.Millisecond

// startSync begins an update, or lets an operator join the one under way.
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

// runSync keeps a panic of the update from taking the terminal along.
func (p *parent) runSync(ctx context.Context, told func(done, total int)) (err error) {
	defer func() {
		if r := recover(); r != nil {
			p.Log.Error("update of the catalogue panicked", "type", fmt.Sprintf("%T", r))
			err = fmt.Errorf("supervise: a panic: %T", r) //nolint:err113 // for the log's reader
		}
	}()
	return p.Sync(ctx, told)
}
