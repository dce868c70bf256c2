package parts

import (
	"strings"
	"unicode"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"golang.org/x/text/unicode/norm"
	"motcua/client/clean"
	"motcua/themes"
	"motcua/tui/typing"
)

// Field is a framed line of input with the terminal's own cursor, so that input methods and
// screen readers find it. It never reformats its text during typing, because input methods
// send backspaces for what they typed.
//
// Typing is the method by which the field composes where there is no input method, and may
// change at any time; nil is a field for codes, which composes nothing. Pastes are never
// composed. How names the method in the frame where there is space; a press on it presses
// the target HowID, if there is one.
type Field struct {
	ID       string
	Typing   *typing.Choice
	How      string
	HowID    string
	input    textinput.Model
	composer typing.Composer
}

// NewField makes a focused field that holds at most limit characters.
func NewField(id string, limit int) Field {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = limit
	in.SetVirtualCursor(false)
	// The library's paste key reads the clipboard of the machine that the program runs
	// on, which over SSH is the server.
	in.KeyMap.Paste = key.NewBinding(key.WithDisabled())
	in.Focus()
	return Field{ID: id, input: in}
}

// Hide shows stars in the place of what is typed.
func (f *Field) Hide() { f.input.EchoMode = textinput.EchoPassword }

// Value is what was typed, always NFC.
func (f Field) Value() string { return f.input.Value() }

// SetValue replaces the text and puts the cursor after it.
func (f *Field) SetValue(s string) {
	f.input.SetValue(norm.NFC.String(s))
	f.input.CursorEnd()
	f.composer = typing.Composer{}
}

// AtEnd reports whether the cursor is after the text.
func (f Field) AtEnd() bool { return f.input.Position() >= len([]rune(f.input.Value())) }

// Update handles keys and pastes. Decomposed input becomes NFC at once, and the cursor stays
// after the same letter.
func (f Field) Update(msg tea.Msg) (Field, tea.Cmd) {
	switch m := msg.(type) {
	case tea.PasteMsg:
		msg = tea.PasteMsg{Content: clean.Line(m.Content)}
	case tea.KeyPressMsg:
		typed := clean.SameLetters(m.Text) // some keyboards send Ð where Đ is meant
		if typed == "" && m.Text != "" || !f.takes(typed) {
			return f, nil
		}
		m.Text = typed
		msg = m
		if f.compose(m) {
			return f, nil
		}
	}
	var cmd tea.Cmd
	f.input, cmd = f.input.Update(msg)
	if v := f.input.Value(); !norm.NFC.IsNormalString(v) {
		before := string([]rune(v)[:f.input.Position()])
		f.input.SetValue(norm.NFC.String(v))
		f.input.SetCursor(len([]rune(norm.NFC.String(before))))
	}
	return f, cmd
}

// takes reports whether a typed text may be shown: no control or format characters, and no
// more marks on a letter than clean.Line allows. The field does not apply clean.Line to the
// whole text, because that would remove the blank after a word.
func (f Field) takes(typed string) bool {
	for _, r := range typed {
		if r == ' ' {
			continue
		}
		if !unicode.IsMark(r) && clean.Line(string(r)) != norm.NFC.String(string(r)) {
			return false
		}
	}
	behind := string([]rune(f.input.Value())[:f.input.Position()]) + typed
	return clean.Line("x"+behind+"x") == clean.Line("x"+norm.NFC.String(behind)+"x") &&
		!strings.ContainsRune(clean.Line(behind), '\uFFFD')
}

// FieldHeight is how many lines Draw takes.
const FieldHeight = 3

// Draw draws the field with its label in the upper border and an example in the lower one,
// and sets the sheet's cursor. The example stays during typing: inside the field it would
// disappear when it is needed, and the first letter would take seven times the bytes.
func (f Field) Draw(sheet *Sheet, st *themes.Styles, x, y, width int, label, example string) {
	b := lipgloss.RoundedBorder()
	inner := width - 4
	in := f.input
	in.SetWidth(inner - 1)
	in.SetCursor(in.Position()) // finds the part of a long text that is shown
	in.SetStyles(fieldStyles(st))
	text := in.View()
	if in.Value() == "" {
		text = "" // removes the library's own placeholder
	}
	pad := max(inner-lipgloss.Width(text), 0)
	edge := st.FieldBorderFocus
	label = Cut(label, width-6)
	left := edge.Render(b.Left) + st.Base.Render(" ") + text + st.Base.Render(strings.Repeat(" ", pad+1))
	block := upperEdge(b, st, width, label) + "\n" + left + edge.Render(b.Right) + "\n" + lowerEdge(b, st, width, example)
	if st.Lean {
		// Only the left side of the frame: all of it takes 450 bytes where it is as wide as the page.
		block = strings.Join([]string{
			leanEdge(b.TopLeft+b.Top, st, st.Strong, label, width), left + st.Base.Render(" "),
			leanEdge(b.BottomLeft+b.Bottom, st, st.Quiet, Cut(example, width-6), width),
		}, "\n")
	}
	sheet.Target(x, y, block, f.ID)
	if room := width - 8 - lipgloss.Width(label); f.How != "" && lipgloss.Width(f.How) <= room {
		how := edge.Render(" ") + st.Quiet.Render(f.How) + edge.Render(" ")
		if st.Lean {
			how = st.Base.Render(" ") + st.Quiet.Render(f.How) + st.Base.Render(" ")
		}
		at := x + width - 2 - lipgloss.Width(how)
		if f.HowID == "" {
			sheet.Put(at, y, how)
		} else {
			sheet.Target(at, y, how, f.HowID)
		}
	}
	if c := in.Cursor(); c != nil {
		sheet.Cursor = tea.NewCursor(x+2+c.X, y+1)
		sheet.Cursor.Blink = false // blinking would cost bytes
	}
}

func upperEdge(b lipgloss.Border, st *themes.Styles, width int, label string) string {
	edge := st.FieldBorderFocus
	if label == "" {
		return edge.Render(b.TopLeft + strings.Repeat(b.Top, width-2) + b.TopRight)
	}
	return edge.Render(b.TopLeft+b.Top+" ") + st.Strong.Render(label) +
		edge.Render(" "+strings.Repeat(b.Top, max(width-5-lipgloss.Width(label), 0))+b.TopRight)
}

// leanEdge is a corner of an open frame, with what stands behind it.
func leanEdge(corner string, st *themes.Styles, face lipgloss.Style, text string, width int) string {
	return st.FieldBorderFocus.Render(corner+" ") + face.Render(text) + st.Base.Render(strings.Repeat(" ", max(width-3-lipgloss.Width(text), 0)))
}

func lowerEdge(b lipgloss.Border, st *themes.Styles, width int, example string) string {
	edge := st.FieldBorderFocus
	if example == "" {
		return edge.Render(b.BottomLeft + strings.Repeat(b.Bottom, width-2) + b.BottomRight)
	}
	example = Cut(example, width-6)
	return edge.Render(b.BottomLeft+b.Bottom+" ") + st.Quiet.Render(example) +
		edge.Render(" "+strings.Repeat(b.Bottom, max(width-5-lipgloss.Width(example), 0))+b.BottomRight)
}

// fieldStyles draws the typed text in the body style, so that a letter costs little more
// than one byte on the wire.
func fieldStyles(st *themes.Styles) textinput.Styles {
	s := textinput.DefaultStyles(true)
	s.Focused = textinput.StyleState{Text: st.Base, Placeholder: st.Quiet, Prompt: st.Base, Suggestion: st.Quiet}
	s.Blurred = s.Focused
	return s
}
