package main

import (
	"context"
	"fmt"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/handover"
	"motcua/client/igate"
	"motcua/client/integration"
	"motcua/client/opencps"
	"motcua/kiosk/config"
	"motcua/kiosk/doctor"
	"motcua/kiosk/metrics"
)

// backEnd is a system with what it holds open.
type backEnd interface {
	client.DossierSource
	Date(ctx context.Context) (time.Time, error)
	Close()
}

// addSystem makes the client of a configured system.
func (src *sources) addSystem(s config.System, contact string, way config.Way, later func(func())) (client.DossierSource, error) {
	outside := s.Outside()
	if len(outside) > 0 {
		// Made all the same: its server can be reached without an account.
		s.Password, s.ClientSecret = outsideSecret, outsideSecret
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
	one := asked{source: d.Source(), system: s.ID, url: s.URL, date: b.Date, outside: outside, try: func(ctx context.Context) error {
		_, err := d.Dossier(ctx, client.DossierQuery{Code: madeUp})
		return err
	}}
	if g, ok := b.(*igate.Source); ok && s.Portal != "" {
		one.unlisted = g.Unlisted
	}
	src.asked = append(src.asked, one)
	return d, nil
}

// outsideSecret is in the place of a secret that cannot be read here. It is sent
// nowhere, see outsideSystem.
var outsideSecret = config.SecretOf("outside")

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
	name := client.SourceName{ID: s.ID, Name: s.Name}
	at := integration.Config{}.Rest // all kinds are reached alike
	var err error
	if at.RootCAs, err = config.Authorities(s.CAFile); err != nil {
		return nil, err
	}
	at.Proxy = way.Proxy
	at.BaseURL, at.Source, at.Meter, at.UserAgent = s.URL, name, src.meter, userAgent(contact)
	at.Timeout, at.HeaderTimeout = s.Timeout.Std(), s.Timeout.Std()
	switch s.Kind {
	case config.KindIntegration:
		return opened(integration.New(integration.Config{
			Rest: at, AuthPath: s.AuthPath, CallPath: s.CallPath, DstCode: s.DstCode, UnitCode: s.Unit,
			Username: s.Username, Password: s.Password.Reveal(),
			DossierService: s.DossierService, ProgressService: s.ProgressService, OnUnknown: src.onUnknown,
		}))
	case config.KindIGate:
		return opened(igate.New(igate.Config{
			Rest: at, SSO: s.SSO, Portal: s.Portal, ClientID: s.ClientID, ClientSecret: s.ClientSecret.Reveal(),
			TokenPath: s.TokenPath, SearchPath: s.SearchPath, SettingsPath: s.SettingsPath, OnUnknown: src.onUnknown,
		}))
	case config.KindOpenCPS:
		return opened(opencps.New(opencps.Config{
			Rest: at, GroupID: s.GroupID, Path: s.Path, CodeField: s.CodeField, OnUnknown: src.onUnknown, OnTakesAny: src.onTakesAny,
			Steps: opencps.StepFields{Call: s.StepsCall, At: s.StepsAt, Name: s.StepsName, Unit: s.StepsUnit, State: s.StepsState},
		}))
	case config.KindHandOver:
		return opened(handover.New(handover.Config{Source: name, Page: s.Page, CodeField: s.CodeField}))
	default:
		return nil, fmt.Errorf("kind %q is not known", s.Kind)
	}
}

// opened keeps a nil pointer from becoming a source that is not nil.
func opened[S client.DossierSource](s S, err error) (client.DossierSource, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}

// addRoutes sends codes to the systems as the configuration says.
func (src *sources) addRoutes(routes []config.Route) {
	for _, r := range routes {
		route := client.Route{Match: r.Match, Ask: client.Ask(r.Ask), Timeout: r.Timeout.Std()}
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

// stateCounter counts states that are none of the ten, by system and the state's
// id; a set of metrics is one.
type stateCounter interface{ Unknown(source, id string) }

// countUnknown tells the counter, once there is one: the systems are opened
// before the metrics, which need their names.
func (a *app) countUnknown(source client.SourceName, id string) {
	if c := a.states.Load(); c != nil {
		(*c).Unknown(source.ID, id)
	}
}

// countStates sets the counter.
func (a *app) countStates(c stateCounter) { a.states.Store(&c) }

// tellTakesAny tells the log, once there is one, of a system that shows dossiers
// whatever look-up code is given.
func (a *app) tellTakesAny(source client.SourceName) {
	if log := a.blindTo.Load(); log != nil {
		log.Warn("system takes any look-up code: none is taken there until it judges them", "source", source.ID,
			"do", "tell its owner that it does not check secretKey, and that anybody can read whole dossiers there")
	}
}

// countDates lets the metrics show the dates that each system could not read.
func (a *app) countDates(set *metrics.Set) {
	for id, d := range a.systems {
		if c, ok := d.(interface{ InvalidDates() int64 }); ok {
			set.InvalidDates(id, c.InvalidDates)
		}
	}
}
