package server

import (
	"context"
	"errors"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/workday"
	"motcua/kiosk/audit"
	"motcua/kiosk/limit"
	"motcua/tui"
)

// Service answers look-ups; *client.Service is one.
type Service = tui.Service

// watched is the service as one session sees it: dossiers are budgeted, and
// every look-up is counted and, without its code, written down. It embeds nothing:
// a look-up that [Service] gains does not compile until somebody decides here what
// it costs.
type watched struct {
	inner Service
	x     *session
}

func (x *session) service() Service { return watched{x.srv.deps.Service, x} }

// wait holds back a session that asks faster than its pace. A person at a field
// never notices, and a script gets its answers, only later.
func (w watched) wait(ctx context.Context) error { return w.x.pace.Wait(ctx) }

// Track spends the budget of the address, the staff key or the kiosk, see
// [limit.Track].
func (w watched) Track(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
	if err := w.wait(ctx); err != nil {
		return client.Answer[client.Dossier]{}, err
	}
	s, began := w.x.srv, time.Now()
	who := w.x.asker()
	// The full view is for a key that is staff's, and never without a record.
	q.Full = q.Full && w.x.role == RoleStaff && who.Key != "" && s.audit != nil
	if w.x.role == RoleStaff && !w.x.stillStaff() {
		return client.Answer[client.Dossier]{}, errNotStaff
	}
	a, err := limit.Track(ctx, s.deps.Budget, who, q, func(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
		w.x.lobby.ask(q)
		return w.inner.Track(ctx, q)
	})
	outcome := w.done("track", a.Source.ID, err, began) //nolint:contextcheck // what it logs belongs to the session
	s.audit.Dossier(ctx, audit.Look{
		Session: w.x.id, Role: string(w.x.role), Staff: who.Key, Code: q.Code.Canonical().String(), View: viewOf(q), Outcome: outcome,
	})
	return a, err
}

// asker is whose look-ups this session makes: staff are known by their key, a thin
// client of a lobby by its address, which many people use, and everybody else by
// their address too. Those whose address a balancer does not tell are one.
func (x *session) asker() limit.Asker {
	who := limit.Asker{Addr: x.ch.conn.client(), Key: keyOf(x.Permissions().Permissions)}
	if x.lobby != nil {
		who.Kiosk = limit.Prefix(who.Addr).String() // an IPv6 /64 has no end of addresses
		who.Entry = x.srv.kiosksOf(x.User(), who.Addr)
	}
	return who
}

// viewOf is how much a look-up asks for.
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

func (w watched) Search(ctx context.Context, q client.Query) (client.Answer[client.SearchResult], error) {
	if err := w.wait(ctx); err != nil {
		return client.Answer[client.SearchResult]{}, err
	}
	began := time.Now()
	a, err := w.inner.Search(ctx, q)
	w.done("search", a.Source.ID, err, began) //nolint:contextcheck // what it logs belongs to the session
	return a, err
}

func (w watched) Show(ctx context.Context, code string) (client.Answer[client.Procedure], error) {
	if err := w.wait(ctx); err != nil {
		return client.Answer[client.Procedure]{}, err
	}
	began := time.Now()
	a, err := w.inner.Show(ctx, code)
	w.done("show", a.Source.ID, err, began) //nolint:contextcheck // what it logs belongs to the session
	return a, err
}

// What follows asks no portal and tells of no person, so it is neither paced nor
// counted.

func (w watched) KeptProcedure(ctx context.Context, code string) (client.Answer[client.Procedure], bool) {
	return w.inner.KeptProcedure(ctx, code)
}

func (w watched) Popular(n int) []client.Hit     { return w.inner.Popular(n) }
func (w watched) Sources() []client.SourceHealth { return w.inner.Sources() }
func (w watched) Calendar() *workday.Calendar    { return w.inner.Calendar() }
func (w watched) Now() time.Time                 { return w.inner.Now() }

func (w watched) done(kind, source string, err error, began time.Time) string {
	if fault := (*client.PanicError)(nil); errors.As(err, &fault) && fault.First() {
		w.x.lookupPanicked(kind, fault)
	}
	var down *client.UnavailableError
	if source == "" && errors.As(err, &down) {
		source = down.Source.ID
	}
	outcome := outcomeOf(err)
	w.x.srv.metrics.Lookup(kind, source, outcome, time.Since(began))
	return outcome
}

// outcomeOf is one word for how a look-up went.
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
