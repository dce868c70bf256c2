package main

import (
	"context"
	"image/color"
	"os"
	"sync"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"motcua/client"
	"motcua/kiosk/config"
	"motcua/kiosk/wire"
	"motcua/themes"
	"motcua/tui/line/verb"
	"motcua/tui/page"
	"motcua/tui/text"
	"motcua/tui/text/operator"
	"motcua/tui/view"
)

// lineDeps returns what the look-up commands need. The service is opened when a command
// asks for it; help and completions open nothing.
func lineDeps(s *session) verb.Deps {
	d := verb.Deps{
		Open: func(ctx context.Context) (client.Lookups, error) { return openForCommand(ctx, s) },
		Env: func(text.Lang) view.Env {
			return view.Env{Desk: s.cfg.Place.Desk, Contact: s.cfg.Place.Contact, NoDossiers: !s.cfg.TracksDossiers()}
		},
		In: s.in, Out: s.out, Err: s.err,
		Lang: s.lang, AskProof: s.askProof,
	}
	if s.cfg.Interface.Staff {
		d.Keeper = wire.Followed(config.StateDir(os.Getenv))
	}
	if isTerminal(s.in) && isTerminal(s.out) {
		d.Pick = func(ctx context.Context) error { return runInterface(ctx, s, page.Search{}) }
	}
	if isTerminal(s.out) {
		forTerminal(s, &d)
	}
	return d
}

// forTerminal fills in what answers on a terminal need: its size, its colours and a pager.
func forTerminal(s *session, d *verb.Deps) {
	f, _ := fileOf(s.out)
	size := func() (columns, rows int) {
		columns, rows, _ = term.GetSize(f.Fd())
		return columns, rows
	}
	columns, rows := size()
	d.Width = columns
	if os.Getenv("TERM") != "dumb" {
		d.Height, d.Size = rows, size
	}
	if command := os.Getenv("PAGER"); command != "" {
		s.pager = &pager{out: s.out, file: f, rows: rows, command: command, begins: func() {
			if s.endsItself != nil {
				s.endsItself() // Ctrl-C belongs to the pager
			}
		}}
		d.Out, d.Hold = s.pager, s.pager.hold
	}
	// Uses NO_COLOR, TERM and COLORTERM in the usual way.
	switch profile := colorprofile.Detect(f, os.Environ()); {
	case profile <= colorprofile.ASCII:
	case s.cfg.Interface.Theme == "":
		d.Style = ownColours{}
	default:
		d.Style = &styler{theme: s.cfg.Interface.Theme, profile: profile}
	}
}

func openForCommand(ctx context.Context, s *session) (client.Lookups, error) {
	opened, err := s.open(ctx)
	if err != nil {
		return nil, err
	}
	if opened.Service.Sample() && isTerminal(s.err) {
		s.tell(operator.SampleNote.In(s.lang))
	}
	return opened.Service, nil
}

// ownColours styles parts of an answer with the terminal's own red, yellow and green, which a person
// chose to be readable on the terminal's background.
type ownColours struct{}

func (ownColours) Tone(t view.Tone, text string) string {
	colours := map[view.Tone]color.Color{view.ToneGood: lipgloss.Green, view.ToneWarn: lipgloss.Yellow, view.ToneBad: lipgloss.Red}
	c, ok := colours[t]
	if !ok {
		return text
	}
	return lipgloss.NewStyle().Foreground(c).Render(text)
}

func (ownColours) Strong(text string) string { return lipgloss.NewStyle().Bold(true).Render(text) }

// styler styles parts of an answer on a terminal in the colours of the theme that the person
// chose.
type styler struct {
	theme   string
	profile colorprofile.Profile
	once    sync.Once
	styles  *themes.Styles // created for the first answer
}

func (s *styler) get() *themes.Styles {
	s.once.Do(func() {
		t, ok := themes.Get(s.theme)
		if !ok {
			t, _ = themes.Get("mono")
		}
		s.styles = t.Styles(s.profile)
	})
	return s.styles
}

// Tone implements plain.Styler.
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

// Strong implements plain.Styler.
func (s *styler) Strong(text string) string { return onOwnGround(s.get().Strong, text) }

// onOwnGround keeps the terminal's own background behind the text.
func onOwnGround(style lipgloss.Style, text string) string {
	return style.UnsetBackground().UnsetPadding().Render(text)
}
