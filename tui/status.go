package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// statusPage tells the state of each portal, what the look-ups cost on the line
// and how old the catalogue is. Nothing on it ticks: it is drawn anew by a key.
type statusPage struct {
	basePage
	scroll  scroll
	changes []Changed
}

func newStatus(sh *shared) *statusPage { return &statusPage{basePage: newBase(sh)} }

// Start asks what the last syncs brought.
func (p *statusPage) Start() tea.Cmd { return p.askChanges() }

func (p *statusPage) Crumb() string { return p.texts.Screen.StateTitle }

func (p *statusPage) Keys() []parts.Key {
	return []parts.Key{{Label: "Esc", Text: p.texts.Screen.KeyBack, Press: "esc"}}
}

func (p *statusPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case changesMsg:
		p.changes = msg.all
	case wheelMsg:
		p.scroll.by(msg.by * wheelLines)
	case tea.KeyPressMsg:
		if msg.String() == "esc" {
			return p, p.back()
		}
		p.scroll.key(msg)
	}
	return p, nil
}

func (p *statusPage) View(width, height int) string { return p.Sheet(width, height).String() }

func (p *statusPage) Sheet(width, height int) *parts.Sheet {
	s := parts.NewSheet(width, height, p.st.Base)
	p.tall(s, &p.scroll, p.draw)
	return s
}

// draw lays the whole page, however tall.
func (p *statusPage) draw(width int) *parts.Sheet {
	t, st := &p.texts.Screen, p.st
	tall := parts.NewSheet(width, tallest, st.Base)
	f := p.flow(tall, min(width, 84))
	f.Write(st.Heading, t.StatePortals)
	sources := p.Service.Sources()
	if len(sources) == 0 {
		f.Write(st.Base, "  "+t.StateNotAsked)
	}
	for _, h := range sources {
		p.drawSource(&f, h, !p.lobby())
	}
	f.Gap(1)
	var asked []client.Traffic
	if p.Traffic != nil && !p.lobby() { // a figure for staff
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
		f.Hang(st.Base, " ", st.Base, fmt.Sprintf(t.StateBytes, p.texts.Bytes(out), p.texts.Bytes(in)))
		f.Gap(1)
	}
	if p.CopyAsOf != nil {
		f.Write(st.Heading, t.StateCopy)
		f.Hang(st.Base, " ", st.Base, fmt.Sprintf(t.CatalogueOf, p.texts.Number(int64(p.procedures())))+", "+p.texts.Day(p.CopyAsOf()))
	}
	p.drawChanges(&f, p.changes)
	return tall
}

// drawSource tells how a portal does. why it does not answer is for staff: people
// in a lobby can do nothing about a certificate.
func (p *statusPage) drawSource(f *parts.Flow, h client.SourceHealth, why bool) {
	t, st, now := &p.texts.Screen, p.st, p.Service.Now()
	switch {
	case !h.DownSince.IsZero():
		says := fmt.Sprintf(t.StateDown, p.texts.Since(h.DownSince, now))
		if words := p.texts.Causes.Of(string(h.Cause)); why && words != "" {
			says = fmt.Sprintf(t.StateWhy, says, words)
		}
		f.Hang(st.Bad, string(view.SignStop), st.Base, h.Source.Name+": "+says)
	case !h.LastOK.IsZero():
		f.Hang(st.Good, string(view.SignDone), st.Base, h.Source.Name+": "+fmt.Sprintf(t.StateAnswered, p.texts.Clock(h.LastOK)))
	default:
		f.Hang(st.Quiet, string(view.SignAhead), st.Base, h.Source.Name+": "+t.StateNotAsked)
	}
}

func (p *statusPage) traffic(in, out, requests int64) string {
	return fmt.Sprintf(p.texts.Screen.StateTraffic, p.texts.Bytes(in), p.texts.Bytes(out), p.texts.Number(requests))
}
