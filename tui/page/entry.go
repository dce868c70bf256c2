package page

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/typing"
)

// Entry is the base of a page with a field, on a person's own terminal and in a lobby: the
// field, the keyboard below it, and the methods of [FieldPage].
type Entry struct {
	Base
	Field       parts.Field
	Board       Board
	FieldClosed bool // the field is not on the page now
	// Changed is called when the text in the field has changed. Nil: nothing to do.
	Changed func() tea.Cmd
	// Personal reports whether a text may belong to one person; it is then read aloud only
	// through headphones. Nil: every text may.
	Personal func(text string) bool
}

// NewEntry creates the base of a page, with a number and a field of at most so many characters.
// Fields for words compose Vietnamese by the session's method.
func NewEntry(e *Env, name string, layout Layout, most int) Entry {
	entry := Entry{Base: NewBase(e), Field: parts.NewField(FieldPrefix+name, most), Board: Board{Layout: layout}}
	if layout == LayoutWords {
		entry.Field.Typing = &e.Input
	}
	return entry
}

// CapturesInput reports that the field takes letters.
func (e *Entry) CapturesInput() bool { return !e.FieldClosed }

// Typed returns the text in the field.
func (e *Entry) Typed() string { return e.Field.Value() }

// Retype replaces the text.
func (e *Entry) Retype(s string) tea.Cmd {
	if e.FieldClosed {
		return nil
	}
	e.Field.SetValue(s)
	return e.changed()
}

// KeyboardOf returns the keyboard below the field, and whether the text in the field may belong
// to one person.
func (e *Entry) KeyboardOf() (b Board, private bool) {
	return e.Board, e.Personal == nil || e.Personal(e.Typed())
}

// Dense reports that the keyboard has three rows of keys, so that the page needs every line.
func (e *Entry) Dense() bool { return !e.FieldClosed && e.BoardOn() && e.Board.tall() }

// OpenField shows an empty field.
func (e *Entry) OpenField() {
	e.Field.SetValue("")
	e.FieldClosed = false
}

// CloseField hides the field and forgets its text.
func (e *Entry) CloseField() {
	e.Field.SetValue("")
	e.FieldClosed = true
}

// Take passes input to the field, from a real keyboard or the on-screen one.
func (e *Entry) Take(msg tea.Msg) tea.Cmd {
	before := e.Field.Value()
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case PressMsg:
		e.Board.Press(e.Env, msg.ID, &e.Field)
	case tea.KeyPressMsg:
		if msg.String() == "f8" && e.Field.Typing != nil {
			return e.nextTyping()
		}
		e.Field, cmd = e.Field.Update(msg)
	default:
		e.Field, cmd = e.Field.Update(msg)
	}
	if e.Field.Value() == before {
		return cmd
	}
	return tea.Batch(cmd, e.changed())
}

func (e *Entry) changed() tea.Cmd {
	if e.Changed == nil {
		return nil
	}
	return e.Changed()
}

// DrawField draws the field. Its frame names the typing method, where people look while they
// type. In a lobby the name is no target, because a target takes three lines; a button switches
// the method there.
func (e *Entry) DrawField(s *parts.Sheet, y, width int, label, example string) {
	field := e.Field
	if field.Typing != nil && (!e.Touch || e.Keyed) {
		k := e.typingKey()
		field.How = k.Label + " " + k.Text
		if !e.Touch {
			field.HowID = parts.PressPrefix + k.Press
		}
	}
	field.Draw(s, e.Styles, 0, y, width, label, example)
}

// typingKey is the key that switches the typing method. It is a function key, because letters
// cannot be shortcuts in a field.
func (e *Entry) typingKey() parts.Key {
	t := &e.Texts.Typing
	return parts.Key{Label: "F8", Text: fmt.Sprintf(t.Key, t.Names[e.Input.Method]), Press: "f8"}
}

// nextTyping switches the typing method for all fields of the session, and shows its keys until
// the next key is pressed.
func (e *Entry) nextTyping() tea.Cmd {
	e.Input.Method = e.Input.Method.Next()
	t, says := &e.Texts.Typing, e.Texts.Typing.Off
	if m := e.Input.Method; m != typing.Off {
		says = text.TypingLetters[m-typing.Telex] + " " + t.Tones[m-typing.Telex]
	}
	return func() tea.Msg { return NoticeMsg(says) }
}
