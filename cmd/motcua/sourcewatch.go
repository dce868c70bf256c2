package main

import (
	"errors"

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
