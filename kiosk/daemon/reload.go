package daemon

import (
	"context"
	"time"

	"motcua/client/review"
	"motcua/kiosk/config"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/wire"
)

// reload applies those parts of a new configuration that may change while the server runs.
// It checks all parts before it applies any, so a fault in one part leaves the whole old
// configuration in use.
func (d *Daemon) reload(ctx context.Context) {
	cfg, err := d.opts.Read()
	if err == nil {
		err = cfg.CheckFile(keyfile.Own())
	}
	var puts []func()
	for _, ready := range d.parts(ctx) {
		if err != nil {
			break
		}
		var put func()
		put, err = ready(cfg)
		puts = append(puts, put)
	}
	if err != nil {
		d.metrics.ConfigRead(false, time.Now())
		d.log.Error("the configuration was not reloaded, the old one stays in use", "success", false, "in_use_since", d.readAt.UTC().Format(time.RFC3339), "error", err)
		return
	}
	later := d.cfg.NeedRestart(cfg)
	for _, put := range puts {
		put()
	}
	d.tookConfig()
	d.log.Info("configuration read again: staff, limits, reviewed pages, texts and themes count for new sessions", "success", true, "file", cfg.File)
	if len(later) > 0 {
		d.log.Warn("these changes need a restart", "keys", later)
	}
}

// part is one part of the server that a new configuration changes. It checks the
// configuration and changes nothing; put applies it and cannot fail.
type part func(config.Config) (put func(), err error)

// changes returns all such parts. The interface comes last, because it is built from the
// others.
func (d *Daemon) changes(ctx context.Context) []part {
	return []part{
		func(c config.Config) (func(), error) {
			return d.server.Prepare(serverConfig(c, d.cfg.ServerState(d.opts.Getenv)))
		},
		func(c config.Config) (func(), error) {
			l := c.Gate()
			return func() { _ = d.gate.SetLimits(l) }, l.Check() // all that SetLimits can fail on
		},
		func(c config.Config) (func(), error) {
			l := c.Lookups()
			return func() { _ = d.lookups.SetLimits(l) }, l.Check()
		},
		func(c config.Config) (func(), error) {
			// Mistakes in the file do not make the configuration invalid: its valid entries
			// are used.
			book := review.Read(c.Papers.File, d.opts.Wiring.Trust)
			return func() {
				wire.LogReviews(d.log, book)
				if book.Unread() && c.Papers.File == d.cfg.Papers.File {
					d.log.Warn("reviewed pages: no file could be read, what was read before stays")
					return
				}
				d.opts.Wiring.Reviews.Put(book)
			}, nil
		},
		func(c config.Config) (func(), error) {
			return func() {
				c.Offline = d.cfg.Offline // comes from a flag, not from a file
				d.cfg = c
				d.server.ReloadInterface(d.served(ctx, c))
			}, nil
		},
	}
}

// tookConfig records when the current configuration was read.
func (d *Daemon) tookConfig() {
	d.readAt = time.Now()
	wire.LogSkipped(d.log, d.cfg)
	d.metrics.ConfigRead(true, d.readAt)
}
