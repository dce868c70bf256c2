package main

import (
	"context"
	"errors"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// forgetEvery is how often a quiet server looks for dossier answers that are
// over their age.
const forgetEvery = time.Minute

// ebbEvery is how often sessions are counted to see a crowd come and go.
const ebbEvery = time.Second

// run serves until a signal asks it to stop and everyone has left.
func (s *serving) run(ctx context.Context, l net.Listener) error {
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(signals)
	ended := make(chan error, 1)
	go func() { ended <- s.server.Serve(ctx, l) }()
	tick := time.NewTicker(forgetEvery)
	defer tick.Stop()
	ebb, tide := time.NewTicker(ebbEvery), newTide()
	defer ebb.Stop()
	renewed := make(chan struct{}, 1)
	defer s.app.keepFresh(ctx, s.service, s.log, func() {
		select {
		case renewed <- struct{}{}:
		default:
		}
	})()

	var drained chan error // nil until it is asked to stop
	for {
		select {
		case <-tick.C:
			s.service.ForgetOld()
		case <-renewed: // new sessions say how many procedures there are
			s.server.ReloadInterface(s.app.servedOptions(ctx, s.service))
		case <-ebb.C:
			_, sessions := s.gate.Counts()
			tide.look(sessions)
		case err := <-ended:
			if err != nil {
				return s.app.cannotServe(err)
			}
			ended = nil // Drain closed the listener and is still waiting
		case err := <-drained:
			if err != nil { // everyone is out all the same
				s.log.Debug("closing", "error", err)
			}
			s.log.Info("stopped")
			return nil
		case sig := <-signals:
			switch {
			case sig == syscall.SIGHUP:
				s.reload(ctx)
			case drained == nil:
				drained = make(chan error, 1)
				s.ending.Store(true)
				s.log.Info("stopping: no new sessions, those inside may finish", "signal", sig.String(), "seconds", s.app.cfg.Server.DrainTime.Std().Seconds())
				go func() { drained <- s.server.Drain(ctx) }()
			default:
				s.log.Warn("stopped at once, sessions were cut off", "signal", sig.String())
				_ = s.server.Close()
				return s.app.fail("%s", serveWords.cutOff.in(s.app.lang))
			}
		}
	}
}

// reload takes what a new configuration may change while the server runs. When
// anything is wrong with it, all of the old one stays.
func (s *serving) reload(ctx context.Context) {
	a := s.app
	cfg, err := loadConfig(a.args)
	if err == nil {
		err = s.server.Reload(serverConfig(cfg, a.serverDir()))
	}
	if err == nil {
		err = errors.Join(s.gate.SetLimits(cfg.Gate()), s.lookups.SetLimits(cfg.Lookups()))
	}
	if err != nil {
		s.metrics.ConfigRead(false, time.Now())
		s.log.Error("configuration not read again, the old one stays", "success", false, "in_use_since", s.readAt.UTC().Format(time.RFC3339), "error", err)
		return
	}
	later := needRestart(a.cfg, cfg)
	a.cfg, a.lang, a.words = cfg, cfg.Interface.Lang, wordsFor(cfg.Interface.Lang)
	s.server.ReloadInterface(a.servedOptions(ctx, s.service))
	s.tookConfig()
	s.log.Info("configuration read again: staff, limits, texts and themes count for new sessions", "success", true, "file", cfg.File)
	if len(later) > 0 {
		s.log.Warn("these changes need a restart", "keys", later)
	}
}

// tookConfig notes when the configuration that holds was read.
func (s *serving) tookConfig() {
	s.readAt = time.Now()
	s.metrics.ConfigRead(true, s.readAt)
}

// health is what /healthz says.
func (s *serving) health() error {
	if s.ending.Load() {
		return errors.New("draining")
	}
	return nil
}
