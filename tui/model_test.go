package tui_test

import (
	"path"
	"reflect"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"motcua/tui"
	"motcua/tui/kiosk"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text"
)

// model is the interface as tests look at it, while the program waits.
type model struct{ screened }

// screened is a root or a shell around one.
type screened interface {
	tea.Model
	Screen() *parts.Sheet
	Top() tui.Opened
}

// newModel makes the interface that the options ask for.
func newModel(o tui.Options) model {
	return model{kiosk.Interface(o).(screened)} //nolint:forcetypeassert // both are
}

// PageKeys are the keys of the page on top.
func (m model) PageKeys() []parts.Key { return m.Top().Keys() }

// OnMore are the targets that the page of more buttons would hold.
func (m model) OnMore() (ids []string) {
	for _, b := range m.screened.(*kiosk.Shell).Left(m.Top()) {
		ids = append(ids, b.ID)
	}
	return ids
}

// Focus is the target that Enter presses.
func (m model) Focus() string { return m.screened.(*kiosk.Shell).Focus() }

// PageType is the folder of the page on top, with the name of its type where that is
// not just screen.
func (m model) PageType() string {
	t := reflect.TypeOf(m.Top().Page).Elem()
	return pageName(path.Base(t.PkgPath()), t.Name())
}

func pageName(folder, typ string) string {
	if typ == "screen" {
		return folder
	}
	return folder + "." + typ
}

// PageSpeaks are the sentences that the page on top says beside its name; ok is false
// when it is no page that speaks.
func (m model) PageSpeaks() (sentences []string, ok bool) {
	p, ok := m.Top().Page.(page.Speaking)
	if !ok {
		return nil, false
	}
	for _, l := range p.Speaks().Lines {
		if said := strings.TrimSpace(l.Text); said != "" && said != m.Top().Crumb() {
			sentences = append(sentences, said)
		}
	}
	return sentences, true
}

// Unrecorded are the lines that the page on top says of its keys and that nobody may
// record, because the beginning or the rest of them has no clip.
func (m model) Unrecorded() (lines []string) {
	clip := func(words string) bool {
		return text.For(text.VI).ClipKey(words)+text.For(text.EN).ClipKey(words) != ""
	}
	p, ok := m.Top().Page.(page.Speaking)
	if !ok {
		return nil
	}
	for _, l := range p.Speaks().Lines {
		if l.Lead != "" && !(clip(l.Lead) && clip(l.Text)) {
			lines = append(lines, l.Lead+" "+l.Text)
		}
	}
	return lines
}

// SpokenName is what is said when that target gets the focus, "" for nothing.
func (m model) SpokenName(id string) string {
	l, _ := m.screened.(*kiosk.Shell).SpokenTarget(m.Top(), id)
	return l.Text
}

// Captures tells whether letters belong to a field of the page on top.
func (m model) Captures() bool { return m.Top().CapturesInput() }

// Emptied takes out what stands in the field of the page on top. It tells whether that is
// a page with a field, and what stands there then.
func (m model) Emptied() (left string, ok bool) {
	f, ok := m.Top().Page.(page.FieldPage)
	if !ok {
		return "", false
	}
	f.Retype("")
	return f.Typed(), true
}

// Hidden are the words of the page on top that a screen without an end would show and
// this one does not, and whether the page scrolls to them.
func (m model) Hidden() (words []string, scrolls bool) {
	seen := m.Screen()
	if p, ok := m.Top().Page.(page.Scrolled); ok {
		scrolls = p.Scrolling().Most > 0
		before := *p.Scrolling() // laying a page settles how far down it is shown
		defer func() { *p.Scrolling() = before }()
	}
	// The page is laid for this screen again.
	defer m.Update(tea.WindowSizeMsg{Width: seen.Width, Height: seen.Height})
	const endless = 400
	width := seen.Width - 2*tui.Margin(seen.Width)
	shown := ansi.Strip(seen.String())
	m.Top().Layout(width, endless)
	whole := ansi.Strip(m.Top().Sheet().String())
	for _, w := range strings.Fields(whole) {
		if strings.ContainsFunc(w, unicode.IsLetter) && !strings.Contains(shown, w) {
			words = append(words, w)
		}
	}
	return words, scrolls
}

// Scrolls tells whether the page on top keeps how far down it is shown, and whether
// the lobby is let to move that.
func (m model) Scrolls() (keeps, moves bool) {
	_, moves = m.Top().Page.(page.Scrolled)
	return keepsScroll(reflect.TypeOf(m.Top().Page).Elem()), moves
}

// keepsScroll tells whether a page, or what it is made on, has such a field.
func keepsScroll(t reflect.Type) bool {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Type == reflect.TypeFor[page.Scroll]() || f.Type == reflect.TypeFor[page.Tall]() {
			return true
		}
		if f.Anonymous && f.Type.Kind() == reflect.Struct && keepsScroll(f.Type) {
			return true
		}
	}
	return false
}
