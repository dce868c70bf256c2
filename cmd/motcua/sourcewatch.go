package main

import (
	"errors"
	"log/slog"

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

// faultSink is told of a panic for which no session waits.
type faultSink func(*client.PanicError)

// tellFault tells it, once there is one: the catalogue is opened before the metrics.
func (a *app) tellFault(p *client.PanicError) {
	if sink := a.faults.Load(); sink != nil {
		(*sink)(p)
	}
}

// countFaults writes them down and counts them; a nil set counts nothing.
func (a *app) countFaults(log *slog.Logger, set *metrics.Set) {
	sink := faultSink(func(p *client.PanicError) {
		set.Panic()
		log.Error("reading the catalogue panicked", "panic", p.Kind, "stack", p.Stack)
	})
	a.faults.Store(&sink)
}

// askedIDs are the sources that are asked over the network.
func (a *app) askedIDs() []string {
	ids := make([]string, len(a.asked))
	for i, s := range a.asked {
		ids[i] = s.source.ID
	}
	return ids
}

// heardOfPortal lets the service know what reading the catalogue learnt of the
// portal. While a copy answers searches nothing else may ask it for hours.
func (a *app) heardOfPortal(service *client.Service, r store.Report, err error) {
	var down *client.UnavailableError
	switch {
	case a.listed == nil:
	case errors.As(err, &down):
		service.Heard(a.listed.Source(), err)
	case r.Kept > 0:
		service.Heard(a.listed.Source(), nil)
	}
}
