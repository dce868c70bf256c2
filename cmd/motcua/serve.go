package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"motcua/kiosk/config"
	"motcua/kiosk/daemon"
	"motcua/kiosk/limit/ledger"
	"motcua/kiosk/server"
	"motcua/tui/line/exit"
	"motcua/tui/text/operator"
)

// serveFlags are flags of serve and health that belong to the configuration.
var serveFlags = []string{"listen", "metrics"}

// serveCommand returns `motcua serve`: the SSH server.
func serveCommand(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use: "serve", Short: operator.ServeShort.In(s.lang), Long: operator.ServeLong.In(s.lang), Example: "motcua serve\nmotcua serve --listen :2222 --metrics 127.0.0.1:9222",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := s.none(cmd, args); err != nil {
				return err
			}
			r := serveRun{s}
			err := s.cfgErr
			if err == nil {
				err = s.needsSecrets()
			}
			if err == nil {
				err = r.run(cmd.Context())
			}
			return r.logged(err)
		},
	}
	// Their values were read together with the configuration.
	cmd.Flags().String("listen", s.cfg.Server.Listen, operator.ServeFlagListen.In(s.lang))
	cmd.Flags().String("metrics", s.cfg.Server.Metrics, operator.ServeFlagMetrics.In(s.lang))
	return cmd
}

// serveRun is one run of the command.
type serveRun struct{ *session }

func (r serveRun) run(ctx context.Context) error {
	r.endsItself() // the people inside are told first
	// The server handles Ctrl-C as a signal, so it must not cancel look-ups.
	ctx = context.WithoutCancel(ctx)
	d, err := daemon.New(ctx, daemon.Options{
		Config: r.cfg, Wiring: r.wiring, Getenv: os.Getenv, LogTo: r.err, Version: version(),
		Read: func() (config.Config, error) { return loadConfig(r.args) }, Patience: patience(os.Getenv),
	})
	if err != nil {
		return r.cannotServe(err)
	}
	defer d.Close()
	err = d.Run(ctx, func(at net.Addr) error { return r.tellAddress(d, at) })
	r.lang = d.Config().Interface.Lang // the configuration may have been reloaded
	return r.cannotServe(err)
}

// patience returns how long to wait for the server's address. A person at a terminal is
// told at once that there is none.
func patience(getenv func(string) string) time.Duration {
	if getenv("INVOCATION_ID") == "" { // set for services, systemd.exec(5)
		return 0
	}
	return time.Minute
}

// cannotServe says why the server did not start, or did not end well.
func (r serveRun) cannotServe(err error) error {
	var start *daemon.StartError
	switch {
	case errors.Is(err, daemon.ErrNoState):
		return r.fail("%s", operator.NoStateDir.In(r.lang))
	case errors.Is(err, daemon.ErrCutOff):
		return r.fail("%s", operator.ServeCutOff.In(r.lang))
	case errors.Is(err, server.ErrTrace):
		return r.fail("%s", operator.Trace.In(r.lang))
	case errors.Is(err, ledger.ErrInUse):
		return r.fail(operator.ServeTwice.In(r.lang), r.cfg.ServerState(os.Getenv))
	case errors.As(err, &start):
		return r.fail(operator.ServeCannot.In(r.lang), r.fault(start.Err))
	}
	return err
}

// logged writes what ended the server as a line of its log, where that is in JSON: whoever
// gathers the log finds it there in the place of a sentence between objects.
func (r serveRun) logged(err error) error {
	if err == nil || r.cfg.Server.LogFormat != server.LogJSON {
		return err
	}
	var said bytes.Buffer
	told := r.console
	told.err = &said
	code := told.exitCode(err)
	log := daemon.NewLog(r.err, server.LogJSON, os.Getenv)
	for line := range strings.Lines(said.String()) {
		log.Error("the server ended", "error", strings.TrimSuffix(line, "\n"), "exit_code", code)
	}
	return &exit.Error{Code: code}
}

// tellAddress writes the server's address, the fingerprint of its key, and how to connect.
func (r serveRun) tellAddress(d *daemon.Daemon, at net.Addr) error {
	if r.cfg.Server.LogFormat == server.LogJSON {
		return nil // the log has said it, in a form that a program reads
	}
	key := d.HostKey()
	host, port := reach(at)
	user := ""
	if g := r.cfg.Server.Guests; len(g) > 0 {
		user = g[0] + "@"
	}
	made := ""
	if key.Made {
		made = operator.ServeMade.In(r.lang)
	}
	_, err := fmt.Fprintf(r.out, operator.ServeReady.In(r.lang), at, key.Fingerprint(), made, port, user+host)
	if err == nil && d.Sample() {
		_, err = fmt.Fprintln(r.out, operator.SampleNote.In(r.lang))
	}
	return err
}

// reach returns a host and a port by which a listener can be reached; for one that listens
// on all addresses it is the machine's name.
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
