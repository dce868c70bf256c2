package line

import (
	"context"
	"time"

	"motcua/client"
)

// patience is how long somebody at a prompt waits for a portal where this machine
// has an answer of an earlier day.
const patience = 3 * time.Second

// renewMost is how long a look-up may take that nobody waits for any more. A source
// gives up long before, after its own time-outs.
const renewMost = time.Minute

// within waits for a look-up as long as a person would; in is false when it took
// longer. The wait is bounded and the look-up is not: a portal that always takes
// five seconds would otherwise never renew the page that this machine has. Over SSH
// the look-up goes on in the service, and whoever asks next gets the new page. A
// command of one's own has given its answer by then and ends, and the look-up ends
// with it: nobody's prompt is held back for a page that may never come. `motcua sync`
// renews the pages that are used most.
//
// Who leaves during the wait gives the look-up up.
func within[T any](ctx context.Context, look func(context.Context) (T, error)) (_ T, in bool, _ error) {
	var (
		answer     T
		err, fault error
	)
	done := make(chan struct{})
	alone, giveUp := context.WithTimeout(context.WithoutCancel(ctx), renewMost)
	stays := context.AfterFunc(ctx, giveUp)
	client.Start(func() error {
		answer, err = look(alone)
		return nil
	}, func(panicked error) {
		fault = panicked
		giveUp()
		close(done)
	})
	wait := time.NewTimer(patience)
	defer wait.Stop()
	var none T
	select {
	case <-done:
		stays()
		if fault != nil {
			panic(fault) // as if the look-up had run here: a session counts its panics
		}
		return answer, true, err
	case <-ctx.Done():
		return none, true, ctx.Err()
	case <-wait.C:
		stays()
		return none, false, nil
	}
}
