package wire

import (
	"context"

	"motcua/client/facts"
	"motcua/client/office"
	"motcua/client/sandbox/dossiers"
	"motcua/client/store"
	"motcua/kiosk/config"
	"motcua/tui"
	"motcua/tui/text"
	"motcua/tui/typing"
)

// Interface returns the options of the interface in a person's own terminal. cfg says what
// is drawn; a server may have reloaded it since the sources were opened.
func (o *Opened) Interface(ctx context.Context, cfg config.Config) tui.Options {
	w, service := o.wiring, o.Service
	kept := w.Store()
	kept.Len(ctx) // read now, so that the first page need not wait
	opts := tui.Options{
		Context: ctx, Service: service,
		Lang: cfg.Interface.Lang, Theme: cfg.Interface.Theme,
		Name: cfg.Place.Name, Office: cfg.Office(), Desk: cfg.Place.Desk, Contact: cfg.Place.Contact, Unit: cfg.Place.Unit, NoDossiers: !cfg.TracksDossiers(),
		Catalogue: kept.Known, Sample: service.Sample(),
	}
	opts.DossierPage = dossierPages(cfg, o.Sources.api)
	opts.Traffic, opts.CopyAsOf = w.meter.Sources, kept.AsOf
	opts.Changes = w.changes
	if service.Sample() {
		for _, s := range dossiers.Samples() {
			opts.Samples = append(opts.Samples, tui.Sample{
				Code: s.Code, Proof: s.Proof,
				Shows: func(l text.Lang) string {
					if l == text.EN {
						return s.Shows.EN
					}
					return s.Shows.VI
				},
			})
		}
	}
	return opts
}

// Lobby adds the options of a lobby's screen that the configuration decides. It opens no
// device.
func Lobby(c config.Config, o *tui.Options) {
	o.Kiosk = &tui.Kiosk{
		Hours: c.Hours, Queue: c.Queue, News: c.News,
		Idle: c.Kiosk.Idle, Countdown: c.Kiosk.Countdown,
		FindProcedure: facts.CodeOfPage,
	}
	o.Kiosk.Open, _ = office.ReadHours(c.Place.Hours)
	// Load has checked both names.
	o.Typing, _ = typing.ParseMethod(string(c.Kiosk.Typing))
	o.Tones, _ = typing.ParseToneStyle(string(c.Kiosk.Tones))
}

// changes returns what the last syncs changed, for the interface's status page.
func (w *Wiring) changes(ctx context.Context) []tui.Changed {
	history, err := w.Store().History(ctx)
	if err != nil {
		return nil // the doctor reports the reason
	}
	signs := map[store.ChangeKind]rune{store.ChangeNew: '+', store.ChangeAmended: '~', store.ChangeGone: '-'}
	var all []tui.Changed
	for _, c := range history {
		v := tui.Changed{At: c.AsOf, First: c.First}
		v.New, v.Amended, v.Gone = c.Counts()
		for _, ch := range c.List {
			v.List = append(v.List, tui.ChangedProcedure{Sign: signs[ch.Kind], Code: ch.Code, Name: ch.Name})
		}
		all = append(all, v)
	}
	return all
}
