package lobby

import (
	"encoding/json"
	"log/slog"
	"time"

	"motcua/client"
	"motcua/client/national"
	"motcua/kiosk/metrics"
	"motcua/kiosk/supervise"
)

// reportEvery is how often the report is written. Prometheus scrapes once or twice a minute.
const reportEvery = 30 * time.Second

// report tells a file that the kiosk works. The parent process writes it, at signs of life of
// the one that draws: a screen that stays dark makes an old file.
type report struct {
	file    string
	sources []string
	kiosk   *metrics.Kiosk
	asOf    func() time.Time // of the catalogue
	log     *slog.Logger
	failing bool
}

// newReport returns what supervise.Options.Alive takes, nil without a file, and a function
// that ends the writing. A disk that does not answer delays neither a sign of life nor the end.
func newReport(o Options, log *slog.Logger) (alive func(supervise.Life), stop func()) {
	if o.Config.Kiosk.Report == "" {
		return nil, func() {}
	}
	r := &report{file: o.Config.Kiosk.Report, sources: asked(o), asOf: o.Wiring.Store().AsOf, log: log}
	r.kiosk = metrics.NewKiosk(o.Wiring.Version(), r.sources)
	lives := make(chan supervise.Life)
	go func() {
		for l := range lives {
			r.write(l, time.Now())
		}
	}()
	var last time.Time
	return func(l supervise.Life) {
		if now := time.Now(); last.IsZero() || now.Sub(last) >= reportEvery {
			select {
			case lives <- l:
				last = now
			default: // it is still writing
			}
		}
	}, func() { close(lives) }
}

// asked are the IDs of the configured systems and the national portal.
func asked(o Options) []string {
	ids := []string{national.DefaultSource.ID}
	for _, s := range o.Config.Systems {
		ids = append(ids, s.ID)
	}
	return ids
}

func (r *report) write(l supervise.Life, now time.Time) {
	r.kiosk.Drawn(now, l.Restarts)
	r.kiosk.Catalogue(r.asOf())
	var outages []learnt[client.Outage]
	silent := map[string]bool{}
	if json.Unmarshal(l.Notes[noteOutages], &outages) == nil {
		for _, o := range outages {
			silent[o.What.Source.ID] = true
		}
	}
	r.kiosk.Silent(r.sources, silent)
	err := r.kiosk.WriteTo(r.file)
	if err != nil && !r.failing {
		r.log.Warn("the report is not written", "file", r.file, "error", err)
	}
	r.failing = err != nil
}
