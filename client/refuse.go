package client

import (
	"context"
	"errors"
	"time"
)

// refusalStep is what the time of a refusal is rounded up to. A system that
// knows a code sends a whole dossier before the proof is found wrong, and one
// that does not sends an empty list: parts of a millisecond on one machine, some
// more on a line. Rounded, both take the same.
//
// A system that itself takes longer than this for one than for the other cannot
// be hidden here.
const refusalStep = 50 * time.Millisecond

// refuse gives an error that tells nothing of a dossier, at a time that tells
// nothing either. A page that is opened in the end follows such a refusal, and so
// does the word of another system that is down: also behind these a system that
// was asked may have said no. Who leaves meanwhile gets the error of the own
// context when they leave, whatever the systems said, and [Trace] says that they
// were asked.
func refuse(ctx context.Context, began time.Time, err error, to *asked) error {
	if !errors.Is(err, ErrNotFound) && !errors.Is(err, ErrHandOver) && !to.told() {
		return err
	}
	t := time.NewTimer(refusalStep - time.Since(began)%refusalStep)
	defer t.Stop()
	select {
	case <-t.C:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}
