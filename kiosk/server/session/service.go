package session

import (
	"context"
	"errors"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/goroutine"
	"motcua/kiosk/audit"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/metered"
)

// service returns the look-ups as this session may make them. Look-ups of dossiers are charged
// to a budget. Those that may ask a portal are delayed to the session's pace, counted, and
// recorded without their code. [metered.Lookups] says what each look-up costs.
func (x *Session) service() client.Lookups {
	return metered.Lookups{Service: x.common.Service, Dossier: x.track, Portal: x.asks}
}

// asks delays a session that asks faster than its pace, and counts the look-up. A person at a
// field never notices; a script gets all its answers, but later.
func (x *Session) asks(ctx context.Context, kind metered.Kind) (done func(source string, err error), err error) {
	if err := x.pace.Wait(ctx); err != nil {
		return nil, err
	}
	began := time.Now()
	return func(source string, err error) { x.asked(kind, source, err, began) }, nil
}

// track makes a look-up that is charged to the budget of the address, the staff key or the
// kiosk, see [limit.Track].
func (x *Session) track(ctx context.Context, q client.DossierQuery, track limit.TrackFunc) (client.Answer[client.Dossier], error) {
	if err := x.pace.Wait(ctx); err != nil {
		return client.Answer[client.Dossier]{}, err
	}
	began, who := time.Now(), x.asker()
	// The full view needs a staff key and an audit trail to record it.
	q.Full = q.Full && x.Role == RoleStaff && who.Key != "" && x.common.Audit != nil
	if x.Role == RoleStaff && !x.StillStaff(x) {
		return client.Answer[client.Dossier]{}, errNotStaff
	}
	a, err := limit.Track(ctx, x.common.Budget, who, q, func(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
		x.lobby.ask(q)
		return track(ctx, q)
	})
	outcome := x.asked(metered.KindTrack, a.Source.ID, err, began)
	x.common.Audit.Dossier(ctx, audit.Look{
		Session: x.id, Role: string(x.Role), Staff: who.Key, Code: q.Code.Canonical().String(), View: viewOf(q), Outcome: outcome,
	})
	return a, err
}

// errNotStaff is the answer to a look-up by a session whose staff key is no longer valid. The
// look-up ends the session.
var errNotStaff = errors.New("no staff key any more")

// asker returns to whom this session's look-ups are charged. Staff are identified by their key,
// a lobby's thin client by its address, which many people use, and everybody else by their
// address too. All whose address a balancer does not pass on count as one.
func (x *Session) asker() limit.Asker {
	who := limit.Asker{Addr: x.Conn.Client, Key: x.Key}
	if x.lobby != nil {
		who.Kiosk = limit.Prefix(who.Addr).String() // an IPv6 /64 has practically unlimited addresses
		who.Entry = x.Kiosks()
	}
	return who
}

// viewOf returns how much of a dossier a look-up asks for.
func viewOf(q client.DossierQuery) audit.View {
	switch {
	case q.Full:
		return audit.ViewFull
	case q.Proof != "" || q.Secret != "":
		return audit.ViewProof
	default:
		return audit.ViewPublic
	}
}

// asked counts a look-up and returns the word for its outcome.
func (x *Session) asked(kind metered.Kind, source string, err error, began time.Time) string {
	if fault := (*goroutine.PanicError)(nil); errors.As(err, &fault) && fault.First() {
		x.lookupPanicked(string(kind), fault)
	}
	var down *client.UnavailableError
	if source == "" && errors.As(err, &down) {
		source = down.Source.ID
	}
	outcome := outcomeOf(err)
	x.common.Metrics.Lookup(kind, source, outcome, time.Since(began))
	return outcome
}

// outcomeOf returns one word for the outcome of a look-up.
func outcomeOf(err error) string {
	var wrong *code.Error
	switch {
	case err == nil:
		return "found"
	case errors.Is(err, client.ErrNotConnected):
		return "not_connected"
	case errors.Is(err, client.ErrNotFound):
		return "not_found"
	case errors.Is(err, client.ErrLimited):
		return "limited"
	case errors.Is(err, client.ErrUnavailable), errors.Is(err, client.ErrOffline), errors.Is(err, context.DeadlineExceeded):
		return "unavailable"
	case errors.Is(err, client.ErrHandOver):
		return "hand_over"
	case errors.Is(err, client.ErrUnjudged):
		return "unjudged"
	case errors.Is(err, context.Canceled):
		return "cancelled"
	case errors.As(err, &wrong), errors.Is(err, code.ErrProcedure):
		return "bad_code"
	default:
		return "failed"
	}
}
