// Package patience says how long somebody waits for a portal, and what becomes of a look-up
// for which nobody waits any more.
package patience

import (
	"context"
	"time"

	"motcua/client"
	"motcua/client/goroutine"
)

// AtPrompt is how long a person at a prompt waits for a portal when this machine has an
// older answer.
const AtPrompt = 3 * time.Second

// Unattended is the time limit for a look-up that nobody waits for any more. A source gives
// up long before, after its own time-outs.
const Unattended = time.Minute

// Within waits for a look-up as long as a person would; in is false when it took longer.
// The wait has a limit but the look-up has not: otherwise a portal that always takes five
// seconds would never renew the stored page. Over SSH the look-up continues in the service,
// and the next person gets the new page. A local command has written its answer by then and
// ends, and the look-up ends with it, because nobody should have to wait for a page that
// may never come. `motcua sync` renews the pages that are used most.
//
// When ctx ends during the wait, the look-up is cancelled.
func Within[T any](ctx context.Context, look func(context.Context) (T, error)) (_ T, in bool, _ error) {
	var (
		answer     T
		err, fault error
	)
	done := make(chan struct{})
	alone, giveUp := context.WithTimeout(context.WithoutCancel(ctx), Unattended)
	stays := context.AfterFunc(ctx, giveUp)
	goroutine.Start(func() error {
		answer, err = look(alone)
		return nil
	}, func(panicked error) {
		fault = panicked
		giveUp()
		close(done)
	})
	wait := time.NewTimer(AtPrompt)
	defer wait.Stop()
	var none T
	select {
	case <-done:
		stays()
		if fault != nil {
			panic(fault) // as if the look-up had run in this goroutine: a session counts its panics
		}
		return answer, true, err
	case <-ctx.Done():
		return none, true, ctx.Err()
	case <-wait.C:
		stays()
		return none, false, nil
	}
}

// Search searches without making the person wait: data on this machine is the answer
// immediately, with its date. A portal is only asked where there is none.
func Search(ctx context.Context, s client.Lookups, q client.Query) (client.Answer[client.SearchResult], error) {
	q.Kept = true
	kept, err := s.Search(ctx, q)
	if v := kept.Value; err != nil || !v.Provisional || len(v.Hits) > 0 && !v.Near {
		return kept, err
	}
	q.Kept = false
	// A portal's hits are not stored, so the search is cancelled after the wait.
	bounded, cancel := context.WithTimeout(ctx, AtPrompt)
	defer cancel()
	a, err := s.Search(bounded, q)
	if err == nil || ctx.Err() != nil || kept.AsOf.IsZero() {
		return a, err
	}
	kept.Stale = true
	return kept, nil
}

// Procedure returns a procedure in the portal's current form. When this machine has the page,
// it waits for a silent portal only as long as a person would, and then returns that page
// with its date.
func Procedure(ctx context.Context, s client.Lookups, code string) (client.Answer[client.Procedure], error) {
	kept, ok := s.KeptProcedure(ctx, code)
	if !ok || kept.Value.Outline {
		return s.Show(ctx, code)
	}
	a, in, err := Within(ctx, func(ctx context.Context) (client.Answer[client.Procedure], error) { return s.Show(ctx, code) })
	if !in {
		kept.Stale = true
		return kept, nil
	}
	return a, err
}
