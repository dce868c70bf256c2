package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/themes"
	"motcua/tui/input"
	"motcua/tui/page"
	"motcua/tui/pages/follow"
	"motcua/tui/parts"
)

// LeastWidth and LeastHeight are the smallest terminal that the pages are drawn for.
const (
	LeastWidth  = 60
	LeastHeight = 18
)

// Root is a person's own terminal: the stack of pages, the frame around them, the keys
// that work everywhere, and who gets which message. A shell around it may lay a frame of
// its own and see each message first.
type Root struct {
	env           *page.Env
	stack         []Opened
	width, height int
	laid          *parts.Sheet // the screen as it is; nil: something changed since
	drawn         *tea.View    // laid as it was drawn; nil as for laid
	notice        string       // said in place of the breadcrumb until the next key
	noticed       int          // how many notices there were
	answers       bool         // the terminal answers colour questions
	scans         ownScans
	follow        *follow.List
	others        func(page.Intent) page.Page // pages that the shell around has; nil: none
}

// New makes the interface of a person's own terminal. It never reads the environment:
// size, colours and background come as messages from the terminal that it is shown on.
func New(o page.Options) *Root { return NewRoot(page.NewEnv(o), nil) }

// NewRoot makes the interface for a session. others makes the pages of the shell
// around it.
func NewRoot(env *page.Env, others func(page.Intent) page.Page) *Root {
	r := &Root{env: env, follow: follow.NewList(env.Jitter, env.Keeper), others: others}
	r.Open(page.Home{})
	return r
}

// Init asks the terminal for its background: whether it is dark, and whether
// the terminal knows of such things at all.
func (r *Root) Init() tea.Cmd { return tea.RequestBackgroundColor }

// Update takes a message of a person's own terminal.
func (r *Root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		msg = input.Unpadded(k)
	}
	r.scans.held = false
	cmd := r.own(msg, time.Now())
	if !r.scans.held {
		r.changed()
	}
	return r, cmd
}

// changed tells that the screen is to be laid anew.
func (r *Root) changed() { r.laid, r.drawn = nil, nil }

// Rest lets go of the screen as it was laid and drawn. The next message or view draws it anew.
func (r *Root) Rest() { r.changed() }

// Hand gives a message to whom it concerns.
func (r *Root) Hand(msg tea.Msg) tea.Cmd {
	defer r.changed()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		r.width, r.height = msg.Width, msg.Height
	case tea.ColorProfileMsg:
		r.env.Colours = msg.Profile
		r.env.SetTheme(r.env.Look)
	case tea.BackgroundColorMsg:
		r.grounded(msg)
	case tea.KeyPressMsg:
		return r.Press(msg)
	case tea.MouseClickMsg:
		return r.clicked(msg)
	case tea.MouseWheelMsg:
		return r.wheeled(msg)
	case tea.MouseMotionMsg, tea.MouseReleaseMsg: // a mouse only presses
	case page.NoticeMsg:
		r.Say(string(msg))
	case noticeEndMsg:
		if int(msg) == r.noticed {
			r.notice = ""
		}
	case page.Addressed:
		return r.deliver(msg)
	default:
		return r.Tell(msg)
	}
	return nil
}

// wheeled is a turn of the wheel.
func (r *Root) wheeled(msg tea.MouseWheelMsg) tea.Cmd {
	switch msg.Button {
	case tea.MouseWheelUp:
		return r.Tell(page.WheelMsg{By: -1})
	case tea.MouseWheelDown:
		return r.Tell(page.WheelMsg{By: +1})
	}
	return nil
}

// grounded takes the terminal's answer about its background.
func (r *Root) grounded(msg tea.BackgroundColorMsg) {
	first := !r.answers
	r.answers = true
	r.env.LightGround = !msg.IsDark()
	switch {
	case r.env.Ground == page.GroundTerminal:
		r.env.SetTheme(themes.Default(msg.IsDark()))
	case first:
		r.choose(r.env.Look)
	}
}

// choose makes a theme the person's choice.
func (r *Root) choose(t themes.Theme) {
	r.env.Ground = page.GroundPainted
	if r.answers {
		r.env.Ground = page.GroundTold
	}
	r.env.SetTheme(t)
}

// Tell gives a message to the page on top.
func (r *Root) Tell(msg tea.Msg) tea.Cmd {
	cmd := r.Top().Update(msg)
	return tea.Batch(cmd, r.move())
}

// tellAll gives a message to all pages.
func (r *Root) tellAll(msg tea.Msg) tea.Cmd {
	cmds := make([]tea.Cmd, 0, len(r.stack))
	for _, p := range r.stack {
		cmds = append(cmds, p.Update(msg))
	}
	return tea.Batch(cmds...)
}

// deliver gives an answer to the page that asked. A page that was left gets
// nothing: its answer is dropped.
func (r *Root) deliver(msg page.Addressed) tea.Cmd {
	for _, p := range r.stack {
		if p.Number() == msg.To() {
			cmd := p.Update(msg)
			return tea.Batch(cmd, r.move())
		}
	}
	return nil
}
