package page

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"motcua/client/clean"
	"motcua/client/unit"
	"motcua/themes"
	"motcua/tui/device"
	"motcua/tui/qr"
	"motcua/tui/text"
	"motcua/tui/typing"
	"motcua/tui/view"
)

// Env is the state that all pages of a session share. Only the root changes it, and in a lobby
// the shell around the root.
type Env struct {
	Options
	Texts   *text.Texts
	Look    themes.Theme
	Colours colorprofile.Profile
	Styles  *themes.Styles
	Ground  Ground
	// LightGround: the terminal reported a light background.
	LightGround bool

	// Touch: the screen is a shared touch screen. Targets are large enough for a finger, a
	// keyboard is shown on the screen, and pages scroll with keys beside them.
	Touch   bool
	Hem     int            // columns beside the page that bands cover
	Keyed   bool           // this person has pressed a key, so buttons show their keys
	Pressed string         // the key of the on-screen keyboard that was just pressed
	Away    bool           // the on-screen keyboard was put away
	Size    TextSize       // of text on a touch screen
	Focus   map[int]string // by page number: the target that Enter presses
	Posted  Posted         // what the office announces today
	Printer device.Printer // nil: there is none
	Voice   Voice          // nil: nothing can be read aloud

	Codes qr.Book
	Input typing.Choice // of all fields for words
	Pages int           // the number of pages so far
	wish  *Move         // where the page that handled the newest message wants to go
}

// Posted is what the office announces on the first page. Each function may be nil.
type Posted struct {
	Hours, Queue, News, Quality func(text.Lang) string
	Open                        unit.Week // when the office is open; zero: only Hours are known
}

// Voice reads the screen aloud, once the person has asked for it.
type Voice interface {
	On() bool
	HasHeadphones() bool
	// Begin starts reading aloud with the next page; left is the number of the current one,
	// which is being left.
	Begin(headphones bool, left int)
	End()
	// Louder changes the volume by steps. Volume returns the last known one, 0 to 10.
	Louder(steps int)
	Volume() int
}

// NewEnv creates a session's state.
func NewEnv(o Options) *Env {
	if o.Context == nil {
		o.Context = context.Background()
	}
	e := &Env{Options: o, Colours: colorprofile.TrueColor, Codes: qr.Book{}, Focus: map[int]string{}}
	e.Texts, e.Input = text.For(o.Lang), o.TypingAsked(o.Lang)
	theme, chosen := themes.Get(o.Theme)
	if chosen {
		e.Ground = GroundPainted
	} else {
		theme = themes.Default(true)
	}
	e.SetTheme(theme)
	return e
}

// Moved returns and clears the move that the newest message caused; nil: the page stays.
func (e *Env) Moved() *Move {
	m := e.wish
	e.wish = nil
	return m
}

// Procedures returns how many procedures the catalogue has now; it is read again each night.
func (e *Env) Procedures() int {
	if e.Catalogue == nil {
		return 0
	}
	return e.Catalogue()
}

// SetLang switches the language, and how one types unless the person chose that.
func (e *Env) SetLang(l text.Lang) {
	e.Input = e.Input.Switched(e.TypingAsked(e.Texts.Lang), e.TypingAsked(l))
	e.Texts = text.For(l)
}

// Ground says who draws the background of text.
type Ground int

const (
	// GroundTerminal means that no theme was chosen. The terminal's own colours stay, and the theme only
	// follows whether they are dark or light. That costs the fewest bytes, and people can read
	// the colours that they set themselves.
	GroundTerminal Ground = iota
	// GroundPainted means that a theme was chosen, and every cell is drawn in its colours.
	GroundPainted
	// GroundTold means that a theme was chosen, and the terminal, which answers colour queries,
	// is told to use the theme's colours as its own (OSC 10, 11).
	GroundTold
)

// SetTheme switches the colours.
func (e *Env) SetTheme(t themes.Theme) {
	e.Look = t
	e.Styles = t.For(e.Colours, e.Ground != GroundPainted, e.Lean)
}

// FocusOn returns the target that Enter presses on the page with that number, "" for none.
func (e *Env) FocusOn(page int) string { return e.Focus[page] }

// Speaking reports whether the screen is read aloud, which makes everything take longer.
func (e *Env) Speaking() bool { return e.Voice != nil && e.Voice.On() }

// ViewEnv returns what sentences depend on.
func (e *Env) ViewEnv() view.Env {
	v := view.Env{
		Texts: e.Texts, Now: e.Service.Now(), Calendar: e.Service.Calendar(),
		Desk: e.Desk, Contact: e.Contact, Person: e.Person, NoDossiers: e.NoDossiers,
	}
	if e.Touch {
		v.Medium = view.Touch
	}
	return v
}

// OnPaper is ViewEnv for paper, which is read on another day, without buttons or keys.
func (e *Env) OnPaper() view.Env {
	v := e.ViewEnv()
	v.Medium = view.Paper
	return v
}

// Heard is ViewEnv for speech: a person who listens presses keys, and cannot look for a button.
func (e *Env) Heard() view.Env {
	v := e.ViewEnv()
	v.Medium = view.Ear
	return v
}

// Portal returns the name of the portal that is asked about procedures.
func (e *Env) Portal() string {
	if e.Sample {
		return e.Texts.Screen.SamplePortal
	}
	return e.Texts.Screen.Portal
}

// Tone returns the style for the meaning of a sentence.
func (e *Env) Tone(t view.Tone) lipgloss.Style {
	switch t {
	case view.ToneGood:
		return e.Styles.Good
	case view.ToneWarn:
		return e.Styles.Warn
	case view.ToneBad:
		return e.Styles.Bad
	case view.ToneQuiet:
		return e.Styles.Quiet
	default:
		return e.Styles.Info
	}
}

// After sends a message after d, unless the interface has ended by then.
func (e *Env) After(d time.Duration, msg tea.Msg) tea.Cmd {
	ctx := e.Context
	return func() tea.Msg {
		timer := time.NewTimer(d)
		defer timer.Stop()
		select {
		case <-timer.C:
			return msg
		case <-ctx.Done():
			return nil
		}
	}
}

// Said returns an announcement in the current language, as one clean line.
func (e *Env) Said(say func(text.Lang) string) string {
	if say == nil {
		return ""
	}
	return clean.Line(say(e.Texts.Lang))
}

// Slack returns how much later a key may arrive than it was pressed, because packets arrive at
// uneven intervals.
func (e *Env) Slack() time.Duration {
	if e.Line == nil {
		return 0
	}
	return min(e.Line()/2, mostSlack)
}

// mostSlack is how long a person may have to wait for a shortcut, in addition to the
// connection's own delay.
const mostSlack = 150 * time.Millisecond
