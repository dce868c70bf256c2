package wire

import (
	"context"
	"time"

	"motcua/client"
	"motcua/client/decode"
	"motcua/client/gateway"
	"motcua/client/handover"
	"motcua/client/meter"
	"motcua/client/national"
	"motcua/client/sandbox"
	"motcua/client/system"
	"motcua/kiosk/config"
	"motcua/kiosk/config/authority"
	"motcua/kiosk/config/proxy"
	"motcua/tui/text"
)

// Sources are the sources that the configuration names.
type Sources struct {
	// Portal is the source of a sync; nil: there is none.
	Portal *national.Source
	// Gateway has the decisions that publish procedures; nil: there is none.
	Gateway *gateway.Source
	// Asked are the sources that are asked over the network, to be tried one by one.
	Asked []Asked
	// Systems are the dossier systems, by their IDs in the configuration.
	Systems map[string]client.DossierSource

	procedures []client.ProcedureSource // live ones; the store is used when they fail
	routes     []client.Route
	// api is the address of the API for procedures: the configured one, or the sample
	// portal's; may be empty.
	api        string
	version    string
	meter      *meter.Meter
	onUnknown  decode.OnUnknown
	onTakesAny func(client.SourceName)
}

// Asked is a live source with its address.
type Asked struct {
	Source client.SourceName
	System string // its ID in the configuration; empty for the national portal
	URL    string
	// Try makes one look-up. client.ErrNotFound counts as an answer too.
	Try func(context.Context) error
	// Date only asks the server for its time.
	Date func(context.Context) (time.Time, error)
	// Outside are the credentials that only the service has: without them the system cannot
	// be tried.
	Outside []string
	// Unlisted returns the hosts of the configuration that are missing in the system's own
	// settings; nil where there are no settings to compare with.
	Unlisted func(context.Context) ([]string, error)
}

// ListenError says why the sample portal or the server cannot listen.
type ListenError struct {
	Address string
	Err     error
}

func (e *ListenError) Error() string { return "listen on " + e.Address + ": " + e.Err.Error() }
func (e *ListenError) Unwrap() error { return e.Err }

// Sources opens the sources at the first call. That sends no request.
func (w *Wiring) Sources(ctx context.Context) (*Sources, error) {
	if w.src != nil {
		return w.src, nil
	}
	open := w.configured
	if w.cfg.UsesSample() {
		open = w.sample
	}
	src, err := open(ctx)
	if err != nil {
		return nil, err
	}
	w.src = src
	return src, nil
}

// configured opens the sources that the configuration names.
func (w *Wiring) configured(context.Context) (*Sources, error) {
	src := w.noSources()
	src.api = w.cfg.National.URL
	if c := w.cfg.National; c.URL != "" {
		if err := src.addNational(c.URL, national.DefaultSource, c, w.cfg.Way(c.Proxy, "national.proxy"), w.closeLater); err != nil {
			return src, err
		}
	}
	if c := w.cfg.National; c.Gateway != "" {
		if err := src.addGateway(c.Gateway, gateway.DefaultSource, c, w.cfg.Way(c.Proxy, "national.proxy"), w.closeLater); err != nil {
			return src, err
		}
		g := src.Gateway
		src.Asked = append(src.Asked, Asked{Source: g.Source(), URL: c.Gateway, Date: g.Date, Try: func(ctx context.Context) error {
			_, err := g.Agencies(ctx)
			return err
		}})
	}
	for _, s := range w.cfg.Systems {
		if _, err := src.addSystem(s, w.cfg.National.Contact, w.cfg.Way(s.Proxy, s.ID+".proxy"), w.closeLater); err != nil {
			return src, err
		}
	}
	src.addRoutes(w.cfg.EffectiveRoutes())
	if len(w.cfg.Systems) == 0 && w.cfg.National.URL != "" {
		// Without a dossier system, the national portal answers on its own web page, behind
		// a captcha that must not be circumvented.
		page, err := handover.New(handover.Config{Source: national.DefaultSource, Page: trackPage(w.cfg.National.URL)})
		if err != nil {
			return src, err
		}
		src.routes = []client.Route{{Match: "*", Sources: []client.DossierSource{page}}}
	}
	return src, nil
}

func (w *Wiring) noSources() *Sources {
	return &Sources{version: w.version, meter: &w.meter, onUnknown: w.Reports.unknown, onTakesAny: w.Reports.takesAny}
}

// samplePortal is the name of the sample portal where it replaces the national one.
var samplePortal = client.SourceName{ID: "sandbox", Name: text.SamplePortal}

// sample starts the sample portal and asks it as if it were real: over HTTP, with one
// system for each of its agencies.
func (w *Wiring) sample(ctx context.Context) (*Sources, error) {
	src := w.noSources()
	portal, err := sandbox.New(sandbox.Options{})
	if err != nil {
		return src, err
	}
	running, err := portal.Start(context.WithoutCancel(ctx), "127.0.0.1:0")
	if err != nil {
		return src, &ListenError{"127.0.0.1", err}
	}
	w.closeLater(func() { _ = running.Close() }) //nolint:contextcheck // runs when the program's context may have ended

	src.api = running.NationalURL
	// It is in this process: it needs no proxy and no certificate.
	own := config.National{Timeout: w.cfg.National.Timeout, Contact: w.cfg.National.Contact}
	if err := src.addNational(running.NationalURL, samplePortal, own, proxy.Way{}, w.closeLater); err != nil {
		return src, err
	}
	if err := src.addGateway(running.URL, samplePortal, own, proxy.Way{}, w.closeLater); err != nil {
		return src, err
	}
	kind, _ := system.Find("integration")
	for _, p := range portal.Portals() {
		s := config.NewSystem(p.ID, p.Name, kind, kind.Sample(running.URL, p.ID))
		d, err := src.addSystem(s, w.cfg.National.Contact, proxy.Way{}, w.closeLater)
		if err != nil {
			return src, err
		}
		for _, agency := range p.Agencies {
			src.routes = append(src.routes, client.Route{Match: agency + ".*", Sources: []client.DossierSource{d}})
		}
	}
	return src, nil
}

func (src *Sources) addNational(base string, name client.SourceName, c config.National, way proxy.Way, later func(func())) error {
	cfg, err := src.nationalConfig(base, name, c, way)
	if err != nil {
		return err
	}
	if name == samplePortal { // in this process, where nobody has to be spared
		cfg.MinPause, cfg.MaxPause = time.Nanosecond, time.Nanosecond
	}
	n, err := national.New(cfg)
	if err != nil {
		return err
	}
	later(n.Close)
	src.procedures, src.Portal = append(src.procedures, n), n
	src.Asked = append(src.Asked, Asked{Source: name, URL: base, Date: n.Date, Try: func(ctx context.Context) error {
		_, err := n.Search(ctx, client.Query{Words: "1.001193", Limit: 1})
		return err
	}})
	return nil
}

// addGateway adds the older gateway of the national portal.
func (src *Sources) addGateway(base string, name client.SourceName, c config.National, way proxy.Way, later func(func())) error {
	cfg, err := src.nationalConfig(base, name, c, way)
	if err == nil {
		src.Gateway, err = gateway.New(cfg.Rest)
	}
	if err == nil {
		later(src.Gateway.Close)
	}
	return err
}

// nationalConfig is the connection to an address of the national portal.
func (src *Sources) nationalConfig(base string, name client.SourceName, c config.National, way proxy.Way) (cfg national.Config, err error) {
	cfg.Rest.RootCAs, err = authority.Pool(c.CAFile)
	cfg.Rest.Proxy = way.Proxy
	cfg.Rest.BaseURL, cfg.Rest.Source, cfg.Rest.Meter = base, name, src.meter
	cfg.Rest.UserAgent = src.userAgent(c.Contact)
	cfg.Rest.Timeout, cfg.Rest.HeaderTimeout = c.Timeout, c.Timeout
	return cfg, err
}

// userAgent returns the User-Agent, which names the program and the contact; the config has
// checked the contact.
func (src *Sources) userAgent(contact string) string {
	ua := "motcua/" + src.version
	if contact != "" {
		ua += " (+" + contact + ")"
	}
	return ua
}
