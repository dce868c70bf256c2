package parts

import (
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"motcua/tui/typing"
)

// compose types a key by the session's method and reports whether the method changed
// anything. The text after the cursor stays.
func (f *Field) compose(k tea.KeyPressMsg) bool {
	if f.Typing == nil || f.Typing.Method == typing.Off {
		return false
	}
	r, size := utf8.DecodeRuneInString(k.Text)
	switch {
	case key.Matches(k, f.input.KeyMap.DeleteCharacterBackward):
		f.Delete()
	case k.Text != "" && size == len(k.Text):
		f.edit(func(c *typing.Composer, before string) string { return c.Type(before, r) })
	default:
		return false
	}
	return true
}

// Letter adds a letter at the cursor without composing, and moves the tone of its syllable
// to its right place.
func (f *Field) Letter(r rune) {
	if f.takes(string(r)) {
		f.edit(func(c *typing.Composer, before string) string { return c.Letter(before, r) })
	}
}

// Tone gives the syllable before the cursor that tone, if it can have it;
// typing.Level takes the tone away.
func (f *Field) Tone(t typing.Tone) {
	f.edit(func(c *typing.Composer, before string) string {
		after, _ := c.Tone(before, t)
		return after
	})
}

// Delete deletes the letter before the cursor with all its marks, and moves the tone of the
// remaining syllable to its right place.
func (f *Field) Delete() {
	f.edit((*typing.Composer).Backspace)
}

// edit changes the text before the cursor, unless the text would become longer than the
// field allows.
func (f *Field) edit(change func(c *typing.Composer, before string) string) {
	c := f.composer
	c.Method, c.Style = typing.Off, typing.OldStyle
	if f.Typing != nil {
		c.Method, c.Style = f.Typing.Method, f.Typing.Style
	}
	value := []rune(f.input.Value())
	at := f.input.Position()
	before := []rune(change(&c, string(value[:at])))
	if len(before)+len(value)-at > max(f.input.CharLimit, len(value)) {
		return
	}
	f.composer = c
	f.input.SetValue(string(before) + string(value[at:]))
	f.input.SetCursor(len(before))
}
