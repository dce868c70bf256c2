package main

import (
	"cmp"
	"context"
	"net/url"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/decode"
	"motcua/client/facts"
	"motcua/client/handover"
	"motcua/client/national"
	"motcua/client/review"
	"motcua/client/sandbox"
	"motcua/client/system"
	"motcua/client/workday"
	"motcua/kiosk/config"
)

// sources are what the configuration says to ask.
type sources struct {
	procedures []client.ProcedureSource // live ones; the store stands behind them
	routes     []client.Route
	asked      []asked
	portal     *national.Source // what a sync reads from; nil for none
	// api is the address of the API that procedures are asked of: the configured
	// one, or the sample portal's; may be empty.
	api        string
	meter      *client.Meter
	systems    map[string]client.DossierSource // by id, see addSystem
	onUnknown  decode.OnUnknown
	onTakesAny func(client.SourceName)
}

// asked is a live source with its address, for the doctor.
type asked struct {
	source client.SourceName
	system string // its id in the configuration; empty for the national portal
	url    string
	try    func(context.Context) error
	// date asks its server for the time and nothing else.
	date func(context.Context) (time.Time, error)
	// outside are credentials that are there inside the service alone: without
	// them it cannot be tried.
	outside []string
	// unlisted names hosts of the configuration that the system's own settings
	// do not name; nil where there are none to compare with.
	unlisted func(context.Context) ([]string, error)
}

// open builds the service. Nothing is asked yet and nothing is unpacked: a
// look-up of one dossier must not wait for the catalogue.
func (a *app) open(ctx context.Context) (*client.Service, error) {
	if a.cfgErr != nil {
		return nil, a.cfgErr
	}
	cal, err := calendar(a.cfg.Calendar)
	if err != nil {
		return nil, err
	}
	src, err := a.sources(ctx)
	if err != nil {
		return nil, err
	}
	a.src = src
	papers := a.cfg.Papers.File
	a.reviews.Later(func() *review.Book { return review.Read(papers, a.trust) })
	return client.NewService(client.ServiceConfig{
		Procedures: src.procedures,
		Keeper:     a.store(),
		Routes:     src.routes,
		Calendar:   cal,
		Popular:    a.store().Popular,
		Known:      known,
		Successor:  facts.Successor,
		AgencyName: facts.AgencyName,
		Review:     a.reviews.Of,
		Offline:    a.cfg.Offline,
		Sample:     a.cfg.UsesSample(),
	}), nil
}

func (a *app) sources(ctx context.Context) (sources, error) {
	if a.cfg.UsesSample() {
		return a.sampleSources(ctx)
	}
	src := a.noSources()
	src.api = a.cfg.National.URL
	if c := a.cfg.National; c.URL != "" {
		if err := src.addNational(c.URL, national.DefaultSource, c, a.cfg.Way(c.Proxy, "national.proxy"), a.closeLater); err != nil {
			return src, err
		}
	}
	for _, s := range a.cfg.Systems {
		if _, err := src.addSystem(s, a.cfg.National.Contact, a.cfg.Way(s.Proxy, s.ID+".proxy"), a.closeLater); err != nil {
			return src, err
		}
	}
	src.addRoutes(a.cfg.EffectiveRoutes())
	if len(a.cfg.Systems) == 0 && a.cfg.National.URL != "" {
		// No system knows dossiers: the portal answers on its own page, behind a
		// captcha that is not to be got round.
		page, err := handover.New(handover.Config{Source: national.DefaultSource, Page: trackPage(a.cfg.National.URL)})
		if err != nil {
			return src, err
		}
		src.routes = []client.Route{{Match: "*", Sources: []client.DossierSource{page}}}
	}
	return src, nil
}

func (a *app) noSources() sources {
	return sources{meter: &a.meter, onUnknown: a.reports.unknown, onTakesAny: a.reports.takesAny}
}

// trackPage is the portal's page for dossiers; the API lies below its root.
func trackPage(api string) string {
	u, err := url.Parse(api)
	if err != nil {
		return api
	}
	return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/tra-cuu-ho-so"}).String()
}

// samplePortal names the sample portal where it plays the national one.
var samplePortal = client.SourceName{ID: "sandbox", Name: "Cổng mẫu"}

// sampleSources starts the sample portal and asks it as if it were real: over
// HTTP, one system for each of its agencies.
func (a *app) sampleSources(ctx context.Context) (sources, error) {
	src := a.noSources()
	portal, err := sandbox.New(sandbox.Options{})
	if err != nil {
		return src, err
	}
	running, err := portal.Start(context.WithoutCancel(ctx), "127.0.0.1:0")
	if err != nil {
		return src, a.fail(a.words.listenFailed, "127.0.0.1", a.reason(err))
	}
	a.closeLater(func() { _ = running.Close() }) //nolint:contextcheck // closes when the program's context may be over

	src.api = running.NationalURL
	// It is in this process: no proxy stands before it, and it needs no certificate.
	own := config.National{Timeout: a.cfg.National.Timeout, Contact: a.cfg.National.Contact}
	if err := src.addNational(running.NationalURL, samplePortal, own, config.Way{}, a.closeLater); err != nil {
		return src, err
	}
	kind, _ := system.Find("integration")
	for _, p := range portal.Portals() {
		s := config.NewSystem(p.ID, p.Name, kind, kind.Sample(running.URL, p.ID))
		d, err := src.addSystem(s, a.cfg.National.Contact, config.Way{}, a.closeLater)
		if err != nil {
			return src, err
		}
		for _, agency := range p.Agencies {
			src.routes = append(src.routes, client.Route{Match: agency + ".*", Sources: []client.DossierSource{d}})
		}
	}
	return src, nil
}

func (src *sources) addNational(base string, name client.SourceName, c config.National, way config.Way, later func(func())) error {
	var cfg national.Config
	var err error
	if cfg.Rest.RootCAs, err = config.Authorities(c.CAFile); err != nil {
		return err
	}
	cfg.Rest.Proxy = way.Proxy
	cfg.Rest.BaseURL, cfg.Rest.Source, cfg.Rest.Meter = base, name, src.meter
	cfg.Rest.UserAgent = userAgent(c.Contact)
	cfg.Rest.Timeout, cfg.Rest.HeaderTimeout = c.Timeout, c.Timeout
	n, err := national.New(cfg)
	if err != nil {
		return err
	}
	later(n.Close)
	src.procedures, src.portal = append(src.procedures, n), n
	src.asked = append(src.asked, asked{source: name, url: base, date: n.Date, try: func(ctx context.Context) error {
		_, err := n.Search(ctx, client.Query{Words: "1.001193", Limit: 1})
		return err
	}})
	return nil
}

// userAgent says honestly who asks; the config has checked the contact.
func userAgent(contact string) string {
	ua := "motcua/" + version()
	if contact != "" {
		ua += " (+" + contact + ")"
	}
	return ua
}

func (a *app) closeLater(f func()) { a.closers = append(a.closers, f) }

// calendar is the built-in one with the operator's days.
func calendar(c config.Calendar) (*workday.Calendar, error) {
	if len(c.DaysOff) == 0 && len(c.DaysOn) == 0 {
		return facts.Calendar(), nil
	}
	return workday.NewCalendar(config.MergeDays(facts.CalendarDays(), c))
}

// known is what the catalogue in the binary knows of a procedure.
func known(code string) (client.Hit, bool) {
	e, ok := facts.Shipped().Entry(code)
	return e.Hit(), ok
}

// dossierPages finds the page where a person looks a dossier up: that of the
// system which answered, else of the first system on the code's route that has
// one, else the national portal's, which api is the API of. Only the code can
// come to stand in it.
func dossierPages(c config.Config, api string) func(code.Dossier, client.SourceName) string {
	pages := map[string]*handover.Source{}
	for _, s := range c.Systems {
		field := s.Keys["code_field"]
		if k, _ := system.Find(s.Kind); k.OwnCodeField {
			field = ""
		}
		// What is no page was told when the configuration was read.
		if p, err := handover.New(handover.Config{Page: s.Keys["page"], CodeField: field}); err == nil {
			pages[s.ID] = p
		}
	}
	portal := trackPage(cmp.Or(api, national.DefaultBaseURL))
	return func(dossierCode code.Dossier, source client.SourceName) string {
		if p := pages[source.ID]; p != nil {
			return p.Link(dossierCode)
		}
		for _, r := range c.EffectiveRoutes() {
			if !(client.Route{Match: r.Match}).Matches(dossierCode.Agency()) {
				continue
			}
			for _, id := range r.Systems {
				if p := pages[id]; p != nil {
					return p.Link(dossierCode)
				}
			}
			break
		}
		return portal
	}
}
