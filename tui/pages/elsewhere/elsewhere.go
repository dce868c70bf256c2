package elsewhere

import (
	tea "charm.land/bubbletea/v2"

	"motcua/client/code"
	"motcua/tui/handover"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// screen refers the owner of a number of social insurance to the portal that looks it up:
// with a QR code for a phone, and an address.
type screen struct {
	page.Base
	number string
}

// New returns the page for a number.
func New(env *page.Env, number string) page.Page {
	return &screen{page.NewBase(env), number}
}

func (p *screen) Crumb() string       { return p.Texts.Slip.TitleQR }
func (p *screen) CapturesInput() bool { return false }

func (p *screen) Keys() []parts.Key {
	return []parts.Key{{Label: "Esc", Text: p.Texts.Screen.KeyBack, Press: "esc"}}
}

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "esc" {
		return p.Back()
	}
	return nil
}

func (p *screen) handOver() handover.Link {
	t := &p.Texts.Slip
	return handover.Link{
		URL: code.InsurancePortal, Title: t.TitleQR, What: p.number,
		Sign: view.SignAction, Tone: view.ToneWarn, Says: t.Insurance,
	}
}

func (p *screen) Sheet() *parts.Sheet {
	return p.handOver().Sheet(p.Env, p.Width, p.Height)
}

func (p *screen) Whole(in page.Room) *parts.Sheet { return p.handOver().Whole(p.Env, in) }

// Speaks leaves the number out, because it is personal.
func (p *screen) Speaks() page.Spoken {
	t := &p.Texts.Slip
	return page.Spoken{Lines: []page.Line{{Text: t.TitleQR}, {Text: t.Insurance}, {Text: t.HowToScan}}}
}
