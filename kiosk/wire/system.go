package wire

import (
	"context"
	"fmt"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/system"
	"motcua/kiosk/config"
	"motcua/kiosk/config/authority"
	"motcua/kiosk/config/key"
	"motcua/kiosk/config/proxy"
	"motcua/kiosk/metrics"
)

// backEnd is the client of a system, with open connections.
type backEnd interface {
	client.DossierSource
	Date(ctx context.Context) (time.Time, error)
	Close()
}

// lister is a system whose public settings list the hosts that belong to it.
type lister interface {
	Unlisted(ctx context.Context) ([]string, error)
}

// addSystem creates the client of a configured system.
func (src *Sources) addSystem(s config.System, contact string, way proxy.Way, later func(func())) (client.DossierSource, error) {
	outside := s.Outside()
	if len(outside) > 0 {
		// The client is created all the same: the server's time can be asked without an
		// account.
		s = s.WithSecrets(outsideSecret)
	}
	d, err := src.openSystem(s, contact, way)
	if err != nil {
		return nil, fmt.Errorf("system %s: %w", s.ID, err)
	}
	if src.Systems == nil {
		src.Systems = map[string]client.DossierSource{}
	}
	src.Systems[s.ID] = d
	b, ok := d.(backEnd)
	if !ok {
		return d, nil // a web page: nothing is sent there
	}
	later(b.Close)
	if len(outside) > 0 {
		d = outsideSystem{b}
		src.Systems[s.ID] = d
	}
	one := Asked{Source: d.Source(), System: s.ID, URL: s.Keys["url"], Date: b.Date, Outside: outside, Try: func(ctx context.Context) error {
		_, err := d.Dossier(ctx, client.DossierQuery{Code: madeUp})
		return err
	}}
	if l, ok := b.(lister); ok && s.Keys["portal"] != "" {
		one.Unlisted = l.Unlisted
	}
	src.Asked = append(src.Asked, one)
	return d, nil
}

// outsideSecret stands for a secret that cannot be read here. It is never sent, see
// outsideSystem.
var outsideSecret = key.SecretOf("outside")

// outsideSystem is a system whose secret only the service has, so it is not asked for
// dossiers. It embeds nothing, so that no other request can reach the system with the
// placeholder secret.
type outsideSystem struct{ system backEnd }

func (o outsideSystem) Source() client.SourceName                   { return o.system.Source() }
func (o outsideSystem) Date(ctx context.Context) (time.Time, error) { return o.system.Date(ctx) }
func (o outsideSystem) Close()                                      { o.system.Close() }

func (o outsideSystem) Dossier(context.Context, client.DossierQuery) (client.Dossier, error) {
	return client.Dossier{}, &client.UnavailableError{Source: o.Source(), Cause: client.CauseRefused, Err: config.ErrOutside}
}

// madeUp has the form of a code but belongs to no dossier, because offices count from 1.
var madeUp = func() code.Dossier {
	dossierCode, err := code.ParseDossier("H55-260101-0000")
	if err != nil {
		panic(err)
	}
	return dossierCode
}()

func (src *Sources) openSystem(s config.System, contact string, way proxy.Way) (client.DossierSource, error) {
	kind, ok := system.Find(s.Kind)
	if !ok {
		return nil, fmt.Errorf("the kind %q is not known", s.Kind)
	}
	at := system.Reach{
		Source: client.SourceName{ID: s.ID, Name: s.Name}, Proxy: way.Proxy, Meter: src.meter, UserAgent: src.userAgent(contact),
		Timeout: s.Timeout, HeaderTimeout: s.Timeout,
	}
	var err error
	if at.RootCAs, err = authority.Pool(s.CAFile); err != nil {
		return nil, err
	}
	return kind.Open(at, s.Settings(), system.Hooks{OnUnknown: src.onUnknown, OnTakesAny: src.onTakesAny})
}

// addRoutes adds the routes from codes to systems that the configuration has.
func (src *Sources) addRoutes(routes []config.Route) {
	for _, r := range routes {
		route := client.Route{Match: r.Match, Ask: client.Ask(r.Ask), Timeout: r.Timeout}
		for _, id := range r.Systems {
			route.Sources = append(route.Sources, src.Systems[id])
		}
		src.routes = append(src.routes, route)
	}
}

// Look asks one system for one dossier, without using the routes.
func (src *Sources) Look(ctx context.Context, id string, dossierCode code.Dossier) error {
	_, err := src.Systems[id].Dossier(ctx, client.DossierQuery{Code: dossierCode})
	return err
}

// CountDates exports how many dates each system could not read.
func (src *Sources) CountDates(set *metrics.Set) {
	for id, d := range src.Systems {
		if c, ok := d.(interface{ InvalidDates() int64 }); ok {
			set.InvalidDates(id, c.InvalidDates)
		}
	}
}
