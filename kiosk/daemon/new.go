package daemon

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"slices"
	"sync/atomic"
	"time"

	"motcua/client/facts"
	"motcua/client/follow"
	"motcua/kiosk/audit"
	"motcua/kiosk/config"
	"motcua/kiosk/limit"
	"motcua/kiosk/metrics"
	"motcua/kiosk/server"
	"motcua/kiosk/server/session"
	"motcua/kiosk/wire"
	"motcua/tui"
	"motcua/tui/view/why"
)

// Options are what [New] needs.
type Options struct {
	Config config.Config
	Wiring *wire.Wiring                  // of that configuration
	Read   func() (config.Config, error) // reads it again
	Getenv func(string) string           // of the server's own environment
	LogTo  io.Writer
	// Version is the program's version, for clients and for the log.
	Version string
	// Patience is how long Run waits for its address to come up.
	Patience time.Duration
}

// Daemon is a running server together with the parts that can change while it runs.
type Daemon struct {
	opts    Options
	cfg     config.Config // the current one
	opened  *wire.Opened
	server  *server.Server
	gate    *limit.Gate
	budgets func() error // closes them; nil: they are not open yet
	lookups *limit.Lookups
	log     *slog.Logger
	metrics *metrics.Set
	readAt  time.Time // when the current configuration was read
	ending  atomic.Bool
	parts   func(context.Context) []part // changes; a test replaces it to make a part fail
	listen  func(context.Context, string) (net.Listener, error)
}

// ErrNoState means that no folder for the keys is configured.
var ErrNoState = errors.New("there is no state folder")

// StartError says why the server did not start, or stopped working.
type StartError struct{ Err error }

func (e *StartError) Error() string { return "the server does not start: " + e.Err.Error() }
func (e *StartError) Unwrap() error { return e.Err }

func cannot(err error) error { return &StartError{err} }

// New builds the server. It does not listen yet.
func New(ctx context.Context, o Options) (_ *Daemon, err error) {
	d := &Daemon{opts: o, cfg: o.Config, log: NewLog(o.LogTo, o.Config.Server.LogFormat, o.Getenv)}
	d.parts, d.listen = d.changes, listen
	state := o.Config.ServerState(o.Getenv)
	if state == "" {
		return nil, ErrNoState
	}
	// Checked before anything else: what people type must never reach a file.
	if o.Getenv("TEA_TRACE") != "" {
		return nil, cannot(server.ErrTrace)
	}
	if err = o.Config.CheckFiles(state); err != nil {
		return nil, cannot(err)
	}
	defer func() {
		if err != nil && d.budgets != nil {
			d.Close()
		}
	}()
	o.Wiring.Trust = wire.Trusted
	if d.opened, err = o.Wiring.Open(ctx); err != nil {
		return nil, err
	}
	service, src := d.opened.Service, d.opened.Sources
	wire.LogReviews(d.log, o.Wiring.Reviews.Book())
	key, err := audit.LoadKey(state.File(config.AuditKeyName))
	if err != nil {
		return nil, cannot(err)
	}
	d.metrics = metrics.New(sourceIDs(src))
	spent, closeAll, err := wire.ShareBudgets(o.Config, state, key, d.log, d.metrics) //nolint:contextcheck // they outlive the start; a call to the store ends by its own time
	if err != nil {
		return nil, cannot(err)
	}
	d.budgets = closeAll
	if d.gate, err = limit.NewGate(spent, o.Config.Gate(), nil); err != nil {
		return nil, cannot(err)
	}
	d.metrics.Build(o.Version)
	d.metrics.Catalogue(o.Wiring.Store().AsOf)
	inLog := limit.LogAlarms(d.log)
	alarm := func(al limit.Alarm) {
		inLog(al)
		d.metrics.Guessed(string(al.Kind), al.Class)
	}
	d.lookups, err = limit.NewLookups(spent, o.Config.Lookups(), limit.LookupOptions{Hash: key.Hash, Alarm: alarm})
	if err != nil {
		return nil, cannot(err)
	}
	d.metrics.Sources(src.IDs())
	service.Watch(wire.Watch(audit.NewSources(d.log), d.metrics))
	d.tookConfig()
	o.Wiring.Reports.Begin(d.log, d.metrics)
	src.CountDates(d.metrics)
	d.server, err = server.New(serverConfig(o.Config, state), server.Deps{
		Common: session.Common{
			Service: service, Budget: d.lookups, Notice: tui.Notice, Audit: audit.NewTrail(d.log.With("log", "audit"), key),
			Metrics: d.metrics, Version: o.Version, Marks: func(who string) why.Marks { return wire.MarkedBy(state, who) },
			Keeper: func(who string) follow.Keeper { return wire.FollowedBy(state, who) },
		},
		Interface: d.served(ctx, o.Config), Gate: d.gate, Log: d.log,
	})
	if err != nil {
		return nil, cannot(err)
	}
	return d, nil
}

// Close saves the remaining budgets.
func (d *Daemon) Close() {
	if err := d.budgets(); err != nil {
		d.log.Warn("budgets were not written down", "error", err)
	}
}

// Config returns the current configuration.
func (d *Daemon) Config() config.Config { return d.cfg }

// HostKey returns the key by which clients recognise the server.
func (d *Daemon) HostKey() server.HostKey { return d.server.HostKey() }

// Sample reports whether every dossier is made up.
func (d *Daemon) Sample() bool { return d.opened.Service.Sample() }

// served returns the options that sessions start with. Its lobby is only used for thin
// clients.
func (d *Daemon) served(ctx context.Context, cfg config.Config) tui.Options {
	o := d.opened.Interface(ctx, cfg)
	wire.Lobby(cfg, &o)
	d.opened.Post(ctx, cfg, &o)
	return o
}

// serverConfig returns the server's part of the configuration. The state folder holds the
// keys.
func serverConfig(c config.Config, state config.State) server.Config {
	s := c.Server
	s.StateDir, s.HostKey = string(state), c.HostKeyFile(state)
	return s
}

// sourceIDs returns the source names, which become labels in the metrics.
func sourceIDs(src *wire.Sources) []string {
	// The stored copies have IDs of their own, see store.Store.Source.
	ids := []string{"store", facts.Shipped().Source().ID}
	for _, id := range src.IDs() {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// quietLibraries sends what libraries log themselves, also through package log, to the
// server's log, without whole addresses.
func quietLibraries(to *slog.Logger) {
	slog.SetDefault(audit.Libraries(to.With("log", "library").Handler()))
}
