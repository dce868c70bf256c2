package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"runtime/debug"
	"slices"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/facts"
	"motcua/kiosk/audit"
	"motcua/kiosk/config"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/limit"
	"motcua/kiosk/metrics"
	"motcua/kiosk/server"
	"motcua/kiosk/supervise"
	"motcua/tui"
	"motcua/tui/text"
)

// serveFlags are flags of serve that decide the configuration.
var serveFlags = []string{"listen", "metrics"}

// serveCommand is `motcua serve`: the SSH server.
func (a *app) serveCommand() *cobra.Command {
	w := serveWords
	cmd := &cobra.Command{
		Use: "serve", Short: w.short.in(a.lang), Long: w.long.in(a.lang), Example: "motcua serve\nmotcua serve --listen :2222 --metrics 127.0.0.1:9222",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.none(cmd, args); err != nil {
				return err
			}
			if a.cfgErr != nil {
				return a.cfgErr
			}
			if err := a.needsSecrets(); err != nil {
				return err
			}
			return a.serve(cmd.Context())
		},
	}
	// Their values were read with the configuration.
	cmd.Flags().String("listen", a.cfg.Server.Listen, w.flagListen.in(a.lang))
	cmd.Flags().String("metrics", a.cfg.Server.Metrics, w.flagMetrics.in(a.lang))
	return cmd
}

// serving is a server at work with what can be changed while it is.
type serving struct {
	app     *app
	service *client.Service
	server  *server.Server
	gate    *limit.Gate
	book    *limit.FileLedger
	lookups *limit.Lookups
	log     *slog.Logger
	metrics *metrics.Set
	readAt  time.Time // when the configuration that holds was read
	ending  atomic.Bool
	parts   func(context.Context) []part // changes; a test spoils one
}

func (a *app) serve(ctx context.Context) error {
	a.endsItself() // people inside are told first
	supervise.CollectSooner(os.Getenv)
	// Ctrl-C is one of the signals below, and no reason to drop look-ups.
	ctx = context.WithoutCancel(ctx)
	s, set, err := a.newServing(ctx)
	if err != nil {
		return err
	}
	defer s.close()
	quietLibraries(s.log)
	if most := supervise.LimitMemory(os.Getenv, os.DirFS("/"), debug.SetMemoryLimit); most > 0 {
		s.log.Info("memory limit taken from the control group", "bytes", most)
		if need := supervise.MemoryFor(a.cfg.Limits.Cells.All); need > most {
			s.log.Warn("limits.cells allows more terminals than there is memory for", "bytes", need, "limit", most)
		}
	}
	signals, stop := takeSignals()
	defer stop()
	l, err := a.listen(ctx, a.cfg.Server.Listen)
	if err != nil {
		return err
	}
	if addr := a.cfg.Server.Metrics; addr != "" {
		ml, err := a.listen(ctx, addr)
		if err != nil {
			_ = l.Close()
			return err
		}
		mctx, stop := context.WithCancel(ctx)
		defer stop()
		go func() {
			if err := set.Serve(mctx, ml, s.health); err != nil {
				s.log.Error("metrics ended", "error", err)
			}
		}()
		s.log.Info("metrics", "address", ml.Addr().String())
		if !isLocal(ml.Addr()) {
			s.log.Warn("metrics and health are open to other machines", "address", ml.Addr().String())
		}
	}
	if err := s.tell(a.out, l.Addr()); err != nil {
		_ = l.Close()
		return err
	}
	return s.run(ctx, l, signals)
}

// close writes down what is left of the budgets.
func (s *serving) close() {
	if err := s.book.Close(); err != nil {
		s.log.Warn("budgets were not written down", "error", err)
	}
}

// newServing puts the server together. It listens nowhere yet.
func (a *app) newServing(ctx context.Context) (_ *serving, _ *metrics.Set, err error) {
	s := &serving{app: a, log: newLog(a.err, a.cfg.Server.LogFormat)}
	s.parts = s.changes
	dir := a.serverDir()
	if dir == "" {
		return nil, nil, a.fail("%s", serveWords.noStateDir.in(a.lang))
	}
	// Before anything is made: what people type must never reach a file.
	if os.Getenv("TEA_TRACE") != "" {
		return nil, nil, a.cannotServe(server.ErrTrace)
	}
	if err = a.filesShut(dir); err != nil {
		return nil, nil, a.cannotServe(err)
	}
	defer func() {
		if err != nil && s.book != nil {
			s.close()
		}
	}()
	a.trust = trusted
	if s.service, err = a.open(ctx); err != nil {
		return nil, nil, err
	}
	a.logReviews(s.log, a.reviews.Book())
	key, err := audit.LoadKey(auditKeyFile(dir))
	if err != nil {
		return nil, nil, a.cannotServe(err)
	}
	if s.book, err = openBudgets(dir, key, s.log); err != nil {
		return nil, nil, a.cannotServe(err)
	}
	if s.gate, err = limit.NewGate(s.book, a.cfg.Gate(), nil); err != nil {
		return nil, nil, a.cannotServe(err)
	}
	set := metrics.New(a.sourceIDs())
	inLog := limit.LogAlarms(s.log)
	alarm := func(al limit.Alarm) {
		inLog(al)
		set.Guessed(string(al.Kind), al.Class)
	}
	s.lookups, err = limit.NewLookups(s.book, a.cfg.Lookups(), limit.LookupOptions{Hash: key.Hash, Alarm: alarm})
	if err != nil {
		return nil, nil, a.cannotServe(err)
	}
	set.Sources(a.src.askedIDs())
	s.service.Watch(sourceWatch{audit.NewSources(s.log), set})
	s.metrics = set
	s.tookConfig()
	a.reports.begin(s.log, set)
	a.src.countDates(set)
	s.server, err = server.New(serverConfig(a.cfg, dir), server.Deps{
		Service: s.service, Interface: a.servedOptions(ctx, s.service), Notice: tui.Notice,
		Gate: server.GateOf(s.gate), Budget: s.lookups, Log: s.log, Audit: audit.NewTrail(s.log.With("log", "audit"), key),
		Metrics: set, Version: version(), Marks: func(who string) server.Marks { return marksOf{marksIn(dir), who} },
	})
	if err != nil {
		return nil, nil, a.cannotServe(err)
	}
	return s, set, nil
}

// filesShut tells what hand other accounts have in what a server or a kiosk believes:
// its configuration, its state folder, and the catalogue. A folder that is not there
// is made later.
func (a *app) filesShut(state string) error {
	err := a.cfg.CheckFile(keyfile.Own())
	for _, dir := range []string{state, a.cfg.Store.Dir} {
		if err != nil || dir == "" {
			continue
		}
		if err = keyfile.Check(dir, keyfile.Folder); errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
	}
	return err
}

// servedOptions are the template of what sessions see; its lobby is for thin
// clients alone.
func (a *app) servedOptions(ctx context.Context, service *client.Service) tui.Options {
	o := a.interfaceOptions(ctx, service)
	a.kioskOptions(&o)
	return o
}

// cannotServe says in a sentence why the server does not start.
func (a *app) cannotServe(err error) error {
	switch {
	case errors.Is(err, server.ErrTrace):
		return a.fail("%s", serveWords.trace.in(a.lang))
	case errors.Is(err, limit.ErrLedgerInUse):
		return a.fail(serveWords.twice.in(a.lang), a.serverDir())
	}
	return a.fail(serveWords.cannot.in(a.lang), a.fault(err))
}

// fault says an error of files in the person's language, where it has words for it.
func (a *app) fault(err error) string {
	var told interface{ In(text.Lang) string }
	if errors.As(err, &told) {
		return told.In(a.lang)
	}
	return clean.Line(err.Error())
}

// serverDir is the folder of the keys, empty when nothing names one.
func (a *app) serverDir() string {
	if dir := a.cfg.Server.StateDir; dir != "" {
		return dir
	}
	return stateDir(os.Getenv)
}

// sourceIDs become labels in the metrics.
func (a *app) sourceIDs() []string {
	// The copies have ids of their own, see store.Store.Source.
	ids := []string{"store", facts.Shipped().Source().ID}
	for _, s := range a.src.asked {
		if !slices.Contains(ids, s.source.ID) {
			ids = append(ids, s.source.ID)
		}
	}
	return ids
}

func newLog(w io.Writer, format server.LogFormat) *slog.Logger {
	if format == server.LogJSON {
		return slog.New(slog.NewJSONHandler(w, nil))
	}
	return slog.New(slog.NewTextHandler(w, nil))
}

// quietLibraries lets libraries that speak up by themselves, also by the older
// package log, speak in the server's log, and name no whole address there.
func quietLibraries(to *slog.Logger) {
	slog.SetDefault(audit.Libraries(to.With("log", "library").Handler()))
}

func (a *app) listen(ctx context.Context, addr string) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if err != nil {
		return nil, a.fail(a.words.listenFailed, clean.Line(addr), a.reason(err))
	}
	return l, nil
}

func isLocal(a net.Addr) bool {
	t, ok := a.(*net.TCPAddr)
	return ok && t.IP.IsLoopback()
}

// serverConfig is the server's part of the configuration. dir holds the keys.
func serverConfig(c config.Config, dir string) server.Config {
	s := c.Server
	s.StateDir, s.HostKey = dir, hostKeyFile(c, dir)
	return s
}

// tell says where it listens, by which key it is known, and how to get in.
func (s *serving) tell(w io.Writer, at net.Addr) error {
	a, key := s.app, s.server.HostKey()
	s.log.Info("serving", "address", at.String(), "fingerprint", key.Fingerprint(), "version", version(), "sample", s.service.Sample())
	if s.service.Sample() {
		s.log.Warn("sample data: every dossier is made up")
	}
	host, port := reach(at)
	user := ""
	if g := a.cfg.Server.Guests; len(g) > 0 {
		user = g[0] + "@"
	}
	made := ""
	if key.Made {
		made = serveWords.made.in(a.lang)
	}
	_, err := fmt.Fprintf(w, serveWords.ready.in(a.lang), at, key.Fingerprint(), made, port, user+host)
	if err == nil && s.service.Sample() {
		_, err = fmt.Fprintln(w, a.words.sampleNote)
	}
	return err
}

// reach is a name and a port by which a listener is reached: a server that
// listens everywhere goes by its own name.
func reach(at net.Addr) (host, port string) {
	host, port, err := net.SplitHostPort(at.String())
	if err != nil {
		return at.String(), ""
	}
	if ip := net.ParseIP(host); ip == nil || ip.IsUnspecified() {
		if host, err = os.Hostname(); err != nil {
			host = "localhost"
		}
	}
	return host, port
}
