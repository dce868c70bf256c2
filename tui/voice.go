package tui

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"motcua/tui/text"
)

// voice is what one person chose about reading aloud, and what was read last.
// It is off until somebody asks for it, and forgotten with the person.
type voice struct {
	on         bool
	headphones bool
	volume     int    // of ten, as the speaker gave it last; 0 is not known
	first      []line // to be said before the next page
	repeat     bool   // the page is to be read as if it were new
	left       int    // the page that is being left: nothing more is said of it

	page   int // what was said last
	lang   text.Lang
	said   spoken
	keys   []line
	notice int
	asked  bool // whether the person is still there
}

// speaking tells whether the screen is read aloud, when everything takes longer.
func (sh *shared) speaking() bool { return sh.voice.on }

// speaker is nil where nothing can be read aloud.
func (sh *shared) speaker() Speaker {
	if sh.lobby() {
		return sh.Kiosk.Speaker
	}
	return nil
}

// hush ends reading aloud for this person and forgets what was read.
func (sh *shared) hush() {
	sh.voice = voice{}
	if s := sh.speaker(); s != nil {
		s.Reset()
	}
}

// listen begins to read aloud: the next page, behind a word on how.
func (sh *shared) listen(headphones bool) {
	v, t := &sh.voice, &sh.texts.Spoken
	v.on, v.headphones = true, headphones
	sh.speaker().Headphones(headphones)
	v.first = []line{{text: t.OnLoudspeaker}, {text: t.Keys}}
	if headphones {
		v.first[0].text = t.OnHeadphones
	}
}

// louder changes the volume and says it.
func (sh *shared) louder(steps int) {
	if !sh.voice.on {
		return
	}
	sh.voice.volume = sh.speaker().Louder(steps)
	sh.voice.first = []line{{text: fmt.Sprintf(sh.texts.Spoken.Volume, sh.voice.volume)}}
}

// againPress is what the button that reads again presses. It is on no keyboard of a
// lobby: F9, which stands on the button, is another button's in the search.
const againPress = "f13"

// aloud are the keys of reading aloud. Plus and minus work where they are not
// letters of a field; the page behind F7 has the volume as well.
var aloud = struct{ choose, louder, quieter, repeat key.Binding }{
	choose:  key.NewBinding(key.WithKeys("f7")),
	louder:  key.NewBinding(key.WithKeys("+", "=")),
	quieter: key.NewBinding(key.WithKeys("-")),
	repeat:  key.NewBinding(key.WithKeys("f9", againPress)),
}

// voiceKey handles the keys of reading aloud and tells whether it was one.
func (r *Root) voiceKey(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	sh := r.sh
	if sh.speaker() == nil {
		return nil, false
	}
	letters := r.top().CapturesInput()
	switch {
	case key.Matches(msg, aloud.choose):
		if _, already := r.top().(*listenPage); already {
			sh.hush()
			r.back()
			return nil, true
		}
		if !sh.voice.on {
			// The question is read aloud as well: whoever needs the answer
			// cannot read it.
			sh.voice.on = true
		}
		sh.voice.left = r.top().Number()
		return r.open(newListen(sh)), true
	case !sh.voice.on:
		return nil, false
	case key.Matches(msg, aloud.repeat) && (!r.pressing || msg.String() == againPress): // a button with the legend F9 does its own
		sh.voice.repeat = true
	case !letters && key.Matches(msg, aloud.louder):
		sh.louder(+1)
	case !letters && key.Matches(msg, aloud.quieter):
		sh.louder(-1)
	default:
		return nil, false
	}
	return nil, true
}

// interrupt falls silent when the person does something.
func (r *Root) interrupt(msg tea.Msg) {
	if !r.sh.voice.on {
		return
	}
	switch msg.(type) {
	case tea.KeyPressMsg, tea.MouseClickMsg, tea.MouseWheelMsg, tea.PasteMsg:
		r.sh.speaker().Stop()
	}
}
