package kiosk

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"motcua/tui/page"
)

// againPress is the key of the button that reads again. No keyboard of a lobby has this
// key: F9, which the button shows, belongs to another button in the search.
const againPress = "f13"

// aloud are the keys of reading aloud. Plus and minus work where they are not letters of a
// field; the page of F7 also has the volume.
var aloud = struct{ choose, louder, quieter, repeat key.Binding }{
	choose:  key.NewBinding(key.WithKeys("f7")),
	louder:  key.NewBinding(key.WithKeys("+", "=")),
	quieter: key.NewBinding(key.WithKeys("-")),
	repeat:  key.NewBinding(key.WithKeys("f9", againPress)),
}

// voiceKey handles the keys of reading aloud and reports whether it was one.
func (sh *Shell) voiceKey(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	v, top := sh.reader, sh.Top()
	if v == nil {
		return nil, false
	}
	switch {
	case key.Matches(msg, aloud.choose):
		if top.As == (page.Listen{}) {
			v.End()
			sh.root.Back()
			return nil, true
		}
		// The question is read aloud as well, because whoever needs the answer cannot read
		// it.
		v.on, v.left = true, top.Number()
		return sh.root.Open(page.Listen{}), true
	case !v.on:
		return nil, false
	case key.Matches(msg, aloud.repeat) && (!sh.pressing || msg.String() == againPress): // a button labelled F9 has its own function
		v.repeat = true
	case !top.CapturesInput() && key.Matches(msg, aloud.louder):
		v.Louder(+1)
	case !top.CapturesInput() && key.Matches(msg, aloud.quieter):
		v.Louder(-1)
	default:
		return nil, false
	}
	return nil, true
}

// interrupt silences the voice when the person does something.
func (sh *Shell) interrupt(msg tea.Msg) {
	if !sh.env.Speaking() {
		return
	}
	switch msg.(type) {
	case tea.KeyPressMsg, tea.MouseClickMsg, tea.MouseWheelMsg, tea.PasteMsg:
		sh.reader.speaker.Stop()
	}
}
