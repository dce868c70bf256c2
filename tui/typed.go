package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
	"motcua/tui/typing"
)

// typingAsked is the choice that a session begins with, and that the next person
// in a lobby finds again.
func typingAsked(o Options) typing.Choice {
	return typing.Choice{Method: o.Typing, Style: o.Tones}
}

// typingKey is the key that goes round the ways of typing. Letters cannot be
// shortcuts where they are typed, so it is one of the row above.
func (sh *shared) typingKey() parts.Key {
	t := &sh.texts.Typing
	return parts.Key{Label: "F8", Text: fmt.Sprintf(t.Key, t.Names[sh.typing.Method]), Press: "f8"}
}

// nextTyping chooses the next way of typing for all fields of the session, and
// says which keys it has until the next key is pressed.
func (sh *shared) nextTyping() tea.Cmd {
	sh.typing.Method = sh.typing.Method.Next()
	t, says := &sh.texts.Typing, sh.texts.Typing.Off
	if m := sh.typing.Method; m != typing.Off {
		says = typingLetters[m] + " " + t.Tones[m-typing.Telex]
	}
	return func() tea.Msg { return noticeMsg(says) }
}

// typingLetters are the keys of letters; with the keys of tones they fill a line.
var typingLetters = [...]string{
	typing.Telex: "Telex: aa â, aw ă, ee ê, oo ô, ow ơ, uw ư, dd đ.",
	typing.VNI:   "VNI: a6 â, a8 ă, e6 ê, o6 ô, o7 ơ, u7 ư, d9 đ.",
}

// tellTyping writes the way of typing into the frame of a field, where the eyes
// are while a person types. In a lobby it is no target: that takes three lines,
// and a button has them.
func (sh *shared) tellTyping(f *parts.Field) {
	k := sh.typingKey()
	f.How, f.HowID = k.Label+" "+k.Text, parts.PressPrefix+k.Press
	if sh.lobby() {
		f.HowID = ""
	}
}
