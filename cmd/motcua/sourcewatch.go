package main

import (
	"errors"
	"log/slog"
	"sync/atomic"

	"motcua/client"
	"motcua/client/store"
	"motcua/kiosk/audit"
	"motcua/kiosk/metrics"
)

// sourceWatch tells the log and the metrics how the sources do.
type sourceWatch struct {
	*audit.Sources
	set *metrics.Set // nil: there are none, as in a kiosk
}

// Failed counts a look-up without an answer.
func (w sourceWatch) Failed(src client.SourceName, cause client.Cause) {
	w.set.SourceFailed(src.ID, string(cause))
}

// reports are what sources and catalogue tell of themselves, for log and metrics.
// They are opened first: the metrics need their names. What they tell before is lost.
type reports struct{ to atomic.Pointer[reportsTo] }

type reportsTo struct {
	log *slog.Logger
	set *metrics.Set // nil counts nothing
}

// begin says where they go.
func (r *reports) begin(log *slog.Logger, set *metrics.Set) { r.to.Store(&reportsTo{log, set}) }

// unknown is told of a state that is none of the ten, by its id.
func (r *reports) unknown(source client.SourceName, id string) {
	if to := r.to.Load(); to != nil {
		to.set.Unknown(source.ID, id)
	}
}

// takesAny is told of a system that shows dossiers whatever look-up code is given.
func (r *reports) takesAny(source client.SourceName) {
	if to := r.to.Load(); to != nil {
		to.log.Warn("system takes any look-up code: none is taken there until it judges them", "source", source.ID,
			"do", "tell its owner that it does not check secretKey, and that anybody can read whole dossiers there")
	}
}

// panicked is told of a panic for which no session waits.
func (r *reports) panicked(p *client.PanicError) {
	if to := r.to.Load(); to != nil {
		to.set.Panic()
		to.log.Error("reading the catalogue panicked", "panic", p.Kind, "stack", p.Stack)
	}
}

// askedIDs are the sources that are asked over the network.
func (src *sources) askedIDs() []string {
	ids := make([]string, len(src.asked))
	for i, s := range src.asked {
		ids[i] = s.source.ID
	}
	return ids
}

// heardOfPortal lets the service know what reading the catalogue learnt of the
// portal. While a copy answers searches nothing else may ask it for hours.
func (a *app) heardOfPortal(service *client.Service, r store.Report, err error) {
	var down *client.UnavailableError
	switch {
	case a.src.portal == nil:
	case errors.As(err, &down):
		service.Heard(a.src.portal.Source(), err)
	case r.Kept > 0:
		service.Heard(a.src.portal.Source(), nil)
	}
}
