package parts

import (
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"motcua/tui/typing"
)

// compose types a key by the method of the session, and tells whether there was
// anything for it to do. What stands behind the cursor stays.
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

// Letter puts a letter before the cursor that means itself whatever the method,
// and the tone of its syllable where it now belongs.
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

// Delete takes away the letter before the cursor with all its marks, and puts
// the tone of what is left of its syllable where it now belongs.
func (f *Field) Delete() {
	f.edit((*typing.Composer).Backspace)
}

// edit changes the text before the cursor. What would make the text longer than
// the field holds is not done.
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
