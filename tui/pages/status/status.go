package status

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"motcua/client/meter"
	"motcua/tui/page"
	"motcua/tui/parts"
)

// screen shows the state of each portal, the traffic of look-ups and the age of the
// catalogue. It has no timer: a key redraws it.
type screen struct {
	page.Base
	tall    page.Tall
	changes []page.Changed
}

// New returns the page.
func New(env *page.Env) page.Page { return &screen{Base: page.NewBase(env)} }

// Start asks what the last syncs changed.
func (p *screen) Start() tea.Cmd { return p.askChanges() }

func (p *screen) Crumb() string { return p.Texts.Screen.StateTitle }

func (p *screen) Keys() []parts.Key {
	return []parts.Key{{Label: "Esc", Text: p.Texts.Screen.KeyBack, Press: "esc"}}
}

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case changesMsg:
		p.changes = msg.all
	case page.WheelMsg:
		p.tall.By(msg.By * page.WheelLines)
	case tea.KeyPressMsg:
		if msg.String() == "esc" {
			return p.Back()
		}
		p.tall.Key(msg)
	}
	return nil
}

// Layout lays out the page at its full height.
func (p *screen) Layout(width, height int) { p.LayTall(&p.tall, width, height, p.draw) }

func (p *screen) Sheet() *parts.Sheet { return p.DrawTall(p.tall) }

// draw draws the whole page at its full height.
func (p *screen) draw(width int) *parts.Sheet {
	t, st := &p.Texts.Screen, p.Styles
	tall := parts.NewSheet(width, page.Tallest, st.Base)
	f := p.Flow(tall, min(width, 84))
	f.Write(st.Heading, t.StatePortals)
	sources := p.Service.Sources()
	if len(sources) == 0 {
		f.Write(st.Base, "  "+t.StateNotAsked)
	}
	for _, h := range sources {
		p.DrawSource(&f, h, !p.Touch)
	}
	f.Gap(1)
	var asked []meter.Traffic
	if p.Traffic != nil && !p.Touch { // a number for staff
		asked = p.Traffic()
	}
	if len(asked) > 0 {
		f.Write(st.Heading, t.StateAsked)
		for _, tr := range asked {
			f.Hang(st.Base, " ", st.Base, tr.Source.Name+": "+p.traffic(tr.BytesIn, tr.BytesOut, tr.Requests))
		}
		f.Gap(1)
	}
	if p.Session != nil {
		in, out := p.Session()
		f.Write(st.Heading, t.StateSession)
		f.Hang(st.Base, " ", st.Base, fmt.Sprintf(t.StateBytes, p.Texts.Bytes(out), p.Texts.Bytes(in)))
		f.Gap(1)
	}
	if p.CopyAsOf != nil {
		f.Write(st.Heading, t.StateCopy)
		f.Hang(st.Base, " ", st.Base, fmt.Sprintf(t.CatalogueOf, p.Texts.Number(int64(p.Procedures())))+", "+p.Texts.Day(p.CopyAsOf()))
	}
	p.drawChanges(&f, p.changes)
	return tall
}

func (p *screen) traffic(in, out, requests int64) string {
	return fmt.Sprintf(p.Texts.Screen.StateTraffic, p.Texts.Bytes(in), p.Texts.Bytes(out), p.Texts.Number(requests))
}

func (p *screen) Scrolling() *page.Scroll { return &p.tall.Scroll }
