package wire

import (
	"errors"
	"log/slog"
	"sync/atomic"

	"motcua/client"
	"motcua/client/goroutine"
	"motcua/client/store"
	"motcua/kiosk/audit"
	"motcua/kiosk/metrics"
)

// Watch returns a watcher that reports the state of the sources to the log and the metrics.
func Watch(told *audit.Sources, set *metrics.Set) client.SourceWatcher { return sourceWatch{told, set} }

type sourceWatch struct {
	*audit.Sources
	set *metrics.Set // nil: there are none, as in a kiosk
}

// Failed counts a look-up without an answer.
func (w sourceWatch) Failed(src client.SourceName, cause client.Cause) {
	w.set.SourceFailed(src.ID, string(cause))
}

// Reports passes events of the sources and the catalogue to the log and the metrics. The
// sources are opened first, because the metrics need their names, so events before Begin
// are lost.
type Reports struct{ to atomic.Pointer[reportsTo] }

type reportsTo struct {
	log *slog.Logger
	set *metrics.Set // nil counts nothing
}

// Begin sets where the events go.
func (r *Reports) Begin(log *slog.Logger, set *metrics.Set) { r.to.Store(&reportsTo{log, set}) }

// unknown reports a dossier state that is none of the ten, by its ID.
func (r *Reports) unknown(source client.SourceName, id string) {
	if to := r.to.Load(); to != nil {
		to.set.Unknown(source.ID, id)
	}
}

// takesAny reports a system that shows dossiers for any look-up code.
func (r *Reports) takesAny(source client.SourceName) {
	if to := r.to.Load(); to != nil {
		to.log.Warn("the system accepts any look-up code: none is sent there until it checks them", "source", source.ID,
			"do", "tell its owner that it does not check secretKey, and that anybody can read whole applications there")
	}
}

// panicked reports a panic in work that no session waits for.
func (r *Reports) panicked(p *goroutine.PanicError) {
	if to := r.to.Load(); to != nil {
		to.set.Panic()
		to.log.Error("reading the catalogue panicked", "panic", p.Kind, "stack", p.Stack)
	}
}

// IDs returns the IDs of the sources that are asked over the network.
func (src *Sources) IDs() []string {
	ids := make([]string, len(src.Asked))
	for i, s := range src.Asked {
		ids[i] = s.Source.ID
	}
	return ids
}

// heardOfPortal tells the service whether the portal answered when the catalogue was read.
// While a stored copy answers searches, nothing else may ask the portal for hours.
func (o *Opened) heardOfPortal(r store.Report, err error) {
	var down *client.UnavailableError
	switch {
	case errors.As(err, &down):
		o.Service.Heard(o.Sources.Portal.Source(), err)
	case r.Kept > 0:
		o.Service.Heard(o.Sources.Portal.Source(), nil)
	}
}
