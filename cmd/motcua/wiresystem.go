package main

import (
	"context"
	"fmt"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/system"
	"motcua/kiosk/config"
	"motcua/kiosk/config/key"
	"motcua/kiosk/doctor"
	"motcua/kiosk/metrics"
)

// backEnd is a system with what it holds open.
type backEnd interface {
	client.DossierSource
	Date(ctx context.Context) (time.Time, error)
	Close()
}

// lister is a system whose public settings name the hosts that belong to it.
type lister interface {
	Unlisted(ctx context.Context) ([]string, error)
}

// addSystem makes the client of a configured system.
func (src *sources) addSystem(s config.System, contact string, way config.Way, later func(func())) (client.DossierSource, error) {
	outside := s.Outside()
	if len(outside) > 0 {
		// Made all the same: its server can be reached without an account.
		s = s.WithSecrets(outsideSecret)
	}
	d, err := src.openSystem(s, contact, way)
	if err != nil {
		return nil, fmt.Errorf("system %s: %w", s.ID, err)
	}
	if src.systems == nil {
		src.systems = map[string]client.DossierSource{}
	}
	src.systems[s.ID] = d
	b, ok := d.(backEnd)
	if !ok {
		return d, nil // a page: nothing is sent there
	}
	later(b.Close)
	if len(outside) > 0 {
		d = outsideSystem{b}
		src.systems[s.ID] = d
	}
	one := asked{source: d.Source(), system: s.ID, url: s.Keys["url"], date: b.Date, outside: outside, try: func(ctx context.Context) error {
		_, err := d.Dossier(ctx, client.DossierQuery{Code: madeUp})
		return err
	}}
	if l, ok := b.(lister); ok && s.Keys["portal"] != "" {
		one.unlisted = l.Unlisted
	}
	src.asked = append(src.asked, one)
	return d, nil
}

// outsideSecret is in the place of a secret that cannot be read here. It is sent
// nowhere, see outsideSystem.
var outsideSecret = key.SecretOf("outside")

// outsideSystem is a system whose secret is there inside the service alone: it is
// not asked for dossiers. It embeds nothing, so that no other question can reach the
// system with the secret that stands in.
type outsideSystem struct{ system backEnd }

func (o outsideSystem) Source() client.SourceName                   { return o.system.Source() }
func (o outsideSystem) Date(ctx context.Context) (time.Time, error) { return o.system.Date(ctx) }
func (o outsideSystem) Close()                                      { o.system.Close() }

func (o outsideSystem) Dossier(context.Context, client.DossierQuery) (client.Dossier, error) {
	return client.Dossier{}, &client.UnavailableError{Source: o.Source(), Cause: client.CauseRefused, Err: doctor.ErrOutside}
}

// madeUp has the form of a code, but is that of no dossier: offices count from 1.
var madeUp = func() code.Dossier {
	dossierCode, err := code.ParseDossier("H55-260101-0000")
	if err != nil {
		panic(err)
	}
	return dossierCode
}()

func (src *sources) openSystem(s config.System, contact string, way config.Way) (client.DossierSource, error) {
	kind, ok := system.Find(s.Kind)
	if !ok {
		return nil, fmt.Errorf("kind %q is not known", s.Kind)
	}
	at := system.Reach{
		Source: client.SourceName{ID: s.ID, Name: s.Name}, Proxy: way.Proxy, Meter: src.meter, UserAgent: userAgent(contact),
		Timeout: s.Timeout, HeaderTimeout: s.Timeout,
	}
	var err error
	if at.RootCAs, err = config.Authorities(s.CAFile); err != nil {
		return nil, err
	}
	return kind.Open(at, s.Settings(), system.Hooks{OnUnknown: src.onUnknown, OnTakesAny: src.onTakesAny})
}

// addRoutes sends codes to the systems as the configuration says.
func (src *sources) addRoutes(routes []config.Route) {
	for _, r := range routes {
		route := client.Route{Match: r.Match, Ask: client.Ask(r.Ask), Timeout: r.Timeout}
		for _, id := range r.Systems {
			route.Sources = append(route.Sources, src.systems[id])
		}
		src.routes = append(src.routes, route)
	}
}

// look asks one system, as the doctor does.
func (src *sources) look(ctx context.Context, id string, dossierCode code.Dossier) error {
	_, err := src.systems[id].Dossier(ctx, client.DossierQuery{Code: dossierCode})
	return err
}

// countDates lets the metrics show the dates that each system could not read.
func (src *sources) countDates(set *metrics.Set) {
	for id, d := range src.systems {
		if c, ok := d.(interface{ InvalidDates() int64 }); ok {
			set.InvalidDates(id, c.InvalidDates)
		}
	}
}
