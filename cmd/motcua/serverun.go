package main

import (
	"context"
	"errors"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"motcua/client/review"
	"motcua/kiosk/config"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/supervise"
)

// forgetEvery is how often a quiet server looks for dossier answers that are
// over their age.
const forgetEvery = time.Minute

// countEvery is how often sessions are counted, to give memory back once many left.
const countEvery = time.Second

// takeSignals is called before anybody can reach the server: a reload at once after
// the start would otherwise end it.
func takeSignals() (signals chan os.Signal, stop func()) {
	signals = make(chan os.Signal, 4)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	return signals, func() { signal.Stop(signals) }
}

// run serves until a signal asks it to stop and everyone has left.
func (s *serving) run(ctx context.Context, l net.Listener, signals <-chan os.Signal) error {
	ended := make(chan error, 1)
	go func() { ended <- s.server.Serve(ctx, l) }()
	tick := time.NewTicker(forgetEvery)
	defer tick.Stop()
	count, memory := time.NewTicker(countEvery), supervise.NewReturn()
	defer count.Stop()
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
		case <-count.C:
			_, sessions := s.gate.Counts()
			memory.Look(sessions)
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
				s.log.Info("stopping: no new sessions, those inside may finish", "signal", sig.String(), "seconds", s.app.cfg.Server.DrainTime.Seconds())
				go func() { drained <- s.server.Drain(ctx) }()
			default:
				s.log.Warn("stopped at once, sessions were cut off", "signal", sig.String())
				_ = s.server.Close()
				return s.app.fail("%s", serveWords.cutOff.in(s.app.lang))
			}
		}
	}
}

// reload takes what a new configuration may change while the server runs. All of it
// is made ready before any of it is put in place, so when anything is wrong with it
// all of the old one stays.
func (s *serving) reload(ctx context.Context) {
	cfg, err := loadConfig(s.app.args)
	if err == nil {
		err = cfg.CheckFile(keyfile.Own())
	}
	var puts []func()
	for _, ready := range s.parts(ctx) {
		if err != nil {
			break
		}
		var put func()
		put, err = ready(cfg)
		puts = append(puts, put)
	}
	if err != nil {
		s.metrics.ConfigRead(false, time.Now())
		s.log.Error("configuration not read again, the old one stays", "success", false, "in_use_since", s.readAt.UTC().Format(time.RFC3339), "error", err)
		return
	}
	later := s.app.cfg.NeedRestart(cfg)
	for _, put := range puts {
		put()
	}
	s.tookConfig()
	s.log.Info("configuration read again: staff, limits, reviewed pages, texts and themes count for new sessions", "success", true, "file", cfg.File)
	if len(later) > 0 {
		s.log.Warn("these changes need a restart", "keys", later)
	}
}

// part is one part of the server that a new configuration changes. It tells whether
// the configuration is fit for it and changes nothing; put puts it in place and
// cannot fail.
type part func(config.Config) (put func(), err error)

// changes are all such parts; the interface comes last, it is drawn from the rest.
func (s *serving) changes(ctx context.Context) []part {
	a := s.app
	return []part{
		func(c config.Config) (func(), error) {
			return s.server.Prepare(serverConfig(c, a.serverDir()))
		},
		func(c config.Config) (func(), error) {
			l := c.Gate()
			return func() { _ = s.gate.SetLimits(l) }, l.Check() // which is all that SetLimits asks
		},
		func(c config.Config) (func(), error) {
			l := c.Lookups()
			return func() { _ = s.lookups.SetLimits(l) }, l.Check()
		},
		func(c config.Config) (func(), error) {
			// Mistakes in it are no fault of the configuration: what is good holds.
			book := review.Read(c.Papers.File, a.trust)
			return func() {
				a.logReviews(s.log, book)
				if book.Unread() && c.Papers.File == a.cfg.Papers.File {
					s.log.Warn("reviewed pages: no file could be read, what was read before stays")
					return
				}
				a.reviews.Put(book)
			}, nil
		},
		func(c config.Config) (func(), error) {
			return func() {
				c.Offline = a.cfg.Offline // a flag, which is in no file
				a.cfg, a.lang, a.words = c, c.Interface.Lang, wordsFor(c.Interface.Lang)
				s.server.ReloadInterface(a.servedOptions(ctx, s.service))
			}, nil
		},
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
