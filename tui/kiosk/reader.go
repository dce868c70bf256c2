package kiosk

import (
	"fmt"

	"motcua/tui/device"
	"motcua/tui/page"
	"motcua/tui/text"
)

// reader contains one person's choices about reading aloud, and what was read last. It is
// off until somebody turns it on, and is reset for the next person.
type reader struct {
	env     *page.Env
	speaker device.Speaker

	on         bool
	headphones bool
	volume     int         // 0 to 10, as the speaker returned it last; 0 also means unknown
	first      []page.Line // spoken before the next page
	repeat     bool        // the page is to be read as if it were new
	left       int         // the page that is being left: nothing more of it is read

	page   int // what was spoken last
	lang   text.Lang
	said   page.Spoken
	keys   []page.Line
	notice int
	asked  bool // whether the question about idle time was read
}

// headphoned is a speaker that knows whether there are headphones; any other speaker counts
// as having them.
type headphoned interface{ HasHeadphones() bool }

// On reports whether the screen is read aloud.
func (v *reader) On() bool { return v.on }

// HasHeadphones reports whether there are headphones.
func (v *reader) HasHeadphones() bool {
	s, knows := v.speaker.(headphoned)
	return !knows || s.HasHeadphones()
}

// Begin reads aloud from the next page on, after a sentence that says how; left is the page
// being left.
func (v *reader) Begin(headphones bool, left int) {
	t := &v.env.Texts.Spoken
	v.on, v.headphones, v.left = true, headphones, left
	v.speaker.Headphones(headphones)
	v.first = []page.Line{{Text: t.OnLoudspeaker}, {Text: t.Keys}}
	if headphones {
		v.first[0].Text = t.OnHeadphones
	}
}

// End stops reading aloud for this person and discards what was read.
func (v *reader) End() {
	*v = reader{env: v.env, speaker: v.speaker}
	v.speaker.Reset()
}

// Louder changes the volume by steps and speaks the new volume.
func (v *reader) Louder(steps int) {
	if !v.on {
		return
	}
	v.volume = v.speaker.Louder(steps)
	v.first = []page.Line{{Text: fmt.Sprintf(v.env.Texts.Spoken.Volume, v.volume)}}
}

// Volume returns the speaker's last volume, 0 to 10; 0 also means unknown.
func (v *reader) Volume() int { return v.volume }
