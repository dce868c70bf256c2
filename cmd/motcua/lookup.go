package main

import (
	"context"
	"os"
	"sync"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"motcua/themes"
	"motcua/tui/line"
	"motcua/tui/text"
	"motcua/tui/view"
)

// lineDeps is what the look-up verbs need. The service is opened when a verb
// asks: help and completions start nothing.
func (a *app) lineDeps() line.Deps {
	d := line.Deps{
		Open: a.openForCommand,
		Env:  func(text.Lang) view.Env { return view.Env{Desk: a.cfg.Place.Desk} },
		In:   a.in, Out: a.out, Err: a.err,
		Lang: a.lang, AskProof: a.askProof,
	}
	if isTerminal(a.out) {
		f, _ := fileOf(a.out)
		d.Width = a.width()
		// NO_COLOR, TERM and COLORTERM as everybody reads them.
		if profile := colorprofile.Detect(f, os.Environ()); profile > colorprofile.ASCII {
			d.Style = &styler{theme: a.cfg.Interface.Theme, profile: profile}
		}
	}
	return d
}

func (a *app) openForCommand(ctx context.Context) (line.Service, error) {
	s, err := a.open(ctx)
	if err != nil {
		return nil, err
	}
	if s.Sample() && isTerminal(a.err) {
		a.tell(a.words.sampleNote)
	}
	return s, nil
}

// styler marks parts of an answer on a terminal. Nobody knows the colours of a
// terminal that is not ours to fill, so it keeps to bold letters unless the
// person chose a theme.
type styler struct {
	theme   string
	profile colorprofile.Profile
	once    sync.Once
	styles  themes.Styles // made when the first answer is there
}

func (s *styler) get() *themes.Styles {
	s.once.Do(func() {
		t, ok := themes.Get(s.theme)
		if !ok {
			t, _ = themes.Get("mono")
		}
		s.styles = t.Styles(s.profile)
	})
	return &s.styles
}

// Tone implements line.Styler.
func (s *styler) Tone(t view.Tone, text string) string {
	set := s.get()
	switch t {
	case view.ToneGood:
		return onOwnGround(set.Good, text)
	case view.ToneWarn:
		return onOwnGround(set.Warn, text)
	case view.ToneBad:
		return onOwnGround(set.Bad, text)
	default:
		return text
	}
}

// Strong implements line.Styler.
func (s *styler) Strong(text string) string { return onOwnGround(s.get().Strong, text) }

// onOwnGround leaves the terminal's own background behind the text.
func onOwnGround(style lipgloss.Style, text string) string {
	return style.UnsetBackground().UnsetPadding().Render(text)
}
