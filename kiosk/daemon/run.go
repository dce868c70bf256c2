package daemon

import (
	"context"
	"errors"
	"net"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"motcua/kiosk/metrics"
	"motcua/kiosk/oserror"
	"motcua/kiosk/supervise"
	"motcua/kiosk/terminal"
	"motcua/kiosk/wire"
)

// countEvery is the interval at which sessions are counted, so that memory is returned once
// many have left.
const countEvery = time.Second

// countAwakeEvery is the interval at which sessions are counted that do not sleep. It is longer,
// because people who read wake and sleep all the time.
const countAwakeEvery = 15 * time.Second

// takeSignals must be called before anybody can reach the server: otherwise a reload signal
// right after the start would end the process.
func takeSignals() (signals chan os.Signal, stop func()) {
	signals = make(chan os.Signal, 4)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	return signals, func() { signal.Stop(signals) }
}

// ErrCutOff is the result when a second signal ended the sessions that were still open.
var ErrCutOff = errors.New("stopped at once, sessions were cut off")

// Run listens, calls ready with the address, and serves until a signal asks it to stop and
// all sessions have ended. If it cannot listen on the address it returns a
// *wire.ListenError.
func (d *Daemon) Run(ctx context.Context, ready func(at net.Addr) error) error {
	quietLibraries(d.log)
	d.boundMemory()
	signals, stop := takeSignals()
	defer stop()
	l, err := d.await(ctx, d.cfg.Server.Listen, signals)
	if errors.Is(err, errStopped) {
		return nil
	}
	if err != nil {
		return err
	}
	measured, stopMetrics := context.WithCancel(ctx)
	defer stopMetrics()
	if err = d.measure(measured, d.cfg.Server.Metrics, signals); err == nil {
		d.logServing(l.Addr())
		err = ready(l.Addr())
	}
	if err != nil {
		_ = l.Close()
		if errors.Is(err, errStopped) {
			return nil
		}
		return err
	}
	return d.serve(ctx, l, signals)
}

func (d *Daemon) logServing(at net.Addr) {
	d.log.Info("serving", "address", at.String(), "fingerprint", d.HostKey().Fingerprint(), "version", d.opts.Version, "sample", d.Sample())
	if d.Sample() {
		d.log.Warn("sample data: every dossier is made up")
	}
}

// boundMemory limits the heap to what the machine has.
func (d *Daemon) boundMemory() {
	supervise.CollectSooner(d.opts.Getenv)
	most := supervise.LimitMemory(d.opts.Getenv, os.DirFS("/"), debug.SetMemoryLimit)
	if most == 0 {
		return
	}
	d.log.Info("memory limit taken from the control group", "bytes", most)
	if need := supervise.MemoryFor(d.cfg.Limits.Cells.All); need > most {
		d.log.Warn("limits.cells allows more terminals than there is memory for", "bytes", need, "limit", most)
	}
}

// measure serves metrics and health on their own address until ctx ends.
func (d *Daemon) measure(ctx context.Context, addr string, signals <-chan os.Signal) error {
	if addr == "" {
		return nil
	}
	l, err := d.await(ctx, addr, signals)
	if err != nil {
		return err
	}
	go func() {
		if err := d.metrics.Serve(ctx, l, d.health); err != nil {
			d.log.Error("metrics ended", "error", err)
		}
	}()
	d.log.Info("metrics", "address", l.Addr().String())
	if !isLocal(l.Addr()) {
		d.log.Warn("metrics and health are open to other machines", "address", l.Addr().String())
	}
	return nil
}

// errStopped means that a signal asked for an end before the server listened.
var errStopped = errors.New("stopped before it listened")

// listenEvery is the interval at which an address that is not there yet is tried again.
const listenEvery = time.Second

// await listens on an address. At the start of a machine a service may be started before
// its address is there: then it is tried again for Options.Patience. The error is errStopped
// when a signal asked for an end meanwhile.
func (d *Daemon) await(ctx context.Context, addr string, signals <-chan os.Signal) (net.Listener, error) {
	until := time.Now().Add(d.opts.Patience)
	for told := false; ; told = true {
		l, err := d.listen(ctx, addr)
		if err == nil {
			return l, nil
		}
		if !oserror.NoSuchOwn(err) || !time.Now().Before(until) {
			return nil, err
		}
		if !told {
			d.log.Warn("this machine does not have the address yet, it is tried again", "address", addr, "seconds", d.opts.Patience.Seconds())
		}
		select {
		case sig := <-signals:
			if sig != syscall.SIGHUP { // which asks for a configuration that was read a moment ago
				return nil, errStopped
			}
		case <-time.After(listenEvery):
		}
	}
}

func listen(ctx context.Context, addr string) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if err != nil {
		return nil, &wire.ListenError{Address: addr, Err: err}
	}
	return l, nil
}

func isLocal(a net.Addr) bool {
	t, ok := a.(*net.TCPAddr)
	return ok && t.IP.IsLoopback()
}

// serve serves until a signal asks it to stop and all sessions have ended.
func (d *Daemon) serve(ctx context.Context, l net.Listener, signals <-chan os.Signal) error {
	ended := make(chan error, 1)
	go func() { ended <- d.server.Serve(ctx, l) }()
	forgetting, stop := context.WithCancel(ctx)
	defer stop()
	go wire.ForgetOld(forgetting, d.opened.Service)
	count, memory := time.NewTicker(countEvery), supervise.NewReturn()
	defer count.Stop()
	awake, sleeping := time.NewTicker(countAwakeEvery), supervise.NewReturn()
	defer awake.Stop()
	renewed := make(chan struct{}, 1)
	defer d.opened.KeepFresh(ctx, d.log, func() {
		select {
		case renewed <- struct{}{}:
		default:
		}
	})()

	var drained chan error // nil until the server is asked to stop
	for {
		select {
		case <-renewed: // new sessions show the number of procedures
			d.server.ReloadInterface(d.served(ctx, d.cfg))
		case <-count.C:
			_, sessions := d.gate.Counts()
			memory.Look(sessions)
		case <-awake.C:
			sleeping.Look(terminal.Programs())
		case err := <-ended:
			if err != nil {
				return cannot(err)
			}
			ended = nil // Drain closed the listener and still waits for sessions
		case err := <-drained:
			if err != nil { // no session is left, whatever the error
				d.log.Debug("closing", "error", err)
			}
			d.log.Info("stopped")
			return nil
		case sig := <-signals:
			switch {
			case sig == syscall.SIGHUP:
				d.reload(ctx)
			case drained == nil:
				drained = make(chan error, 1)
				d.ending.Store(true)
				d.log.Info("stopping: no new sessions, those inside may finish", "signal", sig.String(), "grace_seconds", d.cfg.Server.GraceTime.Seconds(), "seconds", d.cfg.Server.DrainTime.Seconds())
				go func() { drained <- d.server.Drain(ctx) }()
			default:
				d.log.Warn("stopped at once, sessions were cut off", "signal", sig.String())
				_ = d.server.Close()
				return ErrCutOff
			}
		}
	}
}

// health returns the error that /healthz shows, or nil.
func (d *Daemon) health() error {
	if d.ending.Load() {
		return metrics.ErrDraining
	}
	return nil
}
