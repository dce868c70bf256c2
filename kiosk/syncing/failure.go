package syncing

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/store"
	"motcua/kiosk/oserror"
	"motcua/tui/line/exit"
	"motcua/tui/text/operator"
)

// broken says why a sync did not finish, and what is stored.
func (r *Run) broken(ctx context.Context, err error) error {
	var none *store.NoStoreError
	var short *store.IncompleteError
	switch {
	case ctx.Err() != nil:
		r.tell(operator.SyncInterrupt.In(r.Lang))
		r.tellGoOn(ctx)
		return ctx.Err()
	case errors.Is(err, store.ErrSyncing):
		return r.fail(exit.Failed, operator.SyncBusy.In(r.Lang))
	case errors.Is(err, store.ErrFull):
		return r.fail(exit.Failed, fmt.Sprintf(operator.SyncFull.In(r.Lang), clean.Line(r.Wiring.Store().Path())))
	case errors.As(err, &short):
		return r.fail(exit.Failed, fmt.Sprintf(operator.SyncShort80.In(r.Lang), r.number(short.Seen), r.number(short.Total)))
	case errors.As(err, &none) && none.Notice.Kind == store.NoticeNewer:
		return r.fail(exit.Failed, fmt.Sprintf(operator.SyncNewer.In(r.Lang), clean.Line(none.Notice.Path)))
	case errors.As(err, &none):
		return r.fail(exit.Failed, fmt.Sprintf(operator.SyncNoStore.In(r.Lang), cmp.Or(clean.Line(none.Notice.Path), "?"), r.reason(none.Notice.Err)))
	case errors.Is(err, client.ErrUnavailable):
		end := r.fail(exit.Unreachable, r.why(err))
		r.tellGoOn(ctx)
		return end
	default:
		return r.fail(exit.Failed, r.reason(err))
	}
}

// fail says a sentence and returns the exit code.
func (r *Run) fail(code int, sentence string) error {
	r.tell(sentence)
	return &exit.Error{Code: code}
}

func (r *Run) reason(err error) string { return oserror.Reason(err, r.Lang) }

// why says why a portal failed.
func (r *Run) why(err error) string {
	var down *client.UnavailableError
	if !errors.As(err, &down) {
		return r.reason(err)
	}
	name := cmp.Or(down.Source.Name, down.Source.ID)
	if down.Cause == client.CauseRejected || down.Cause == client.CauseBusy {
		// The portal's firewall refuses more requests: to continue immediately would only
		// prolong that.
		return fmt.Sprintf(operator.SyncRefuses.In(r.Lang), name)
	}
	return fmt.Sprintf(operator.SyncDown.In(r.Lang), name, cmp.Or(r.texts().Causes.Of(string(down.Cause)), string(down.Cause)))
}

// tellGoOn says how far an interrupted sync got.
func (r *Run) tellGoOn(ctx context.Context) {
	st, err := r.Wiring.Store().State(context.WithoutCancel(ctx))
	if err == nil && st.Broken != nil && st.Broken.Seen > 0 {
		r.tell(fmt.Sprintf(operator.SyncGoOn.In(r.Lang), r.number(st.Broken.Seen), r.number(max(st.Broken.Seen, st.Broken.Total))))
	}
}
