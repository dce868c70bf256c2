package tui

import (
	tea "charm.land/bubbletea/v2"

	"motcua/client/code"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// elsewherePage sends the owner of a number of social insurance to the portal that
// looks it up: as a code for a phone, and as an address.
type elsewherePage struct {
	basePage
	number string
}

func newElsewhere(sh *shared, number string) *elsewherePage {
	return &elsewherePage{newBase(sh), number}
}

func (p *elsewherePage) Crumb() string       { return p.texts.Slip.TitleQR }
func (p *elsewherePage) CapturesInput() bool { return false }

func (p *elsewherePage) Keys() []parts.Key {
	return []parts.Key{{Label: "Esc", Text: p.texts.Screen.KeyBack, Press: "esc"}}
}

func (p *elsewherePage) Update(msg tea.Msg) (page, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "esc" {
		return p, p.back()
	}
	return p, nil
}

func (p *elsewherePage) handOver() handOver {
	t := &p.texts.Slip
	return handOver{
		link: code.InsurancePortal, title: t.TitleQR, what: p.number,
		sign: view.SignAction, tone: view.ToneWarn, says: t.Insurance,
	}
}

func (p *elsewherePage) View(width, height int) string { return p.Sheet(width, height).String() }

func (p *elsewherePage) Sheet(width, height int) *parts.Sheet {
	return p.handOver().sheet(p.shared, width, height)
}

func (p *elsewherePage) whole(in room) *parts.Sheet { return p.handOver().whole(p.shared, in) }

// speaks leaves the number out: it is its owner's.
func (p *elsewherePage) speaks() spoken {
	t := &p.texts.Slip
	return spoken{lines: []line{{text: t.TitleQR}, {text: t.Insurance}, {text: t.HowToScan}}}
}
