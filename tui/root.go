package tui

import (
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"motcua/client/clean"
	"motcua/themes"
	"motcua/tui/input"
	"motcua/tui/page"
	"motcua/tui/pages/follow"
	"motcua/tui/parts"
)

// The smallest terminal that the pages are drawn for.
const (
	leastWidth  = 60
	leastHeight = 18
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

// Opened is a page of the stack and the wish that opened it.
type Opened struct {
	page.Page
	As page.Intent
}

// New makes the interface of a person's own terminal. It never reads the environment:
// size, colours and background come as messages from the terminal that it is shown on.
func New(o page.Options) *Root { return NewRoot(page.NewEnv(o), nil) }

// NewRoot makes the interface for a session. others makes the pages of the shell
// around it.
func NewRoot(env *page.Env, others func(page.Intent) page.Page) *Root {
	r := &Root{env: env, follow: follow.NewList(env.Jitter), others: others}
	r.Open(page.Home{})
	return r
}

// Init asks the terminal for its background: whether it is dark, and whether
// the terminal knows of such things at all.
func (r *Root) Init() tea.Cmd { return tea.RequestBackgroundColor }

// everywhere are the keys that work on every page. The letters work only where
// no field has the focus.
var everywhere = struct{ help, lang, theme, state, follow, copy, leave, leaveHome key.Binding }{
	help:   key.NewBinding(key.WithKeys("f1", "?")),
	lang:   key.NewBinding(key.WithKeys("f2", "l", "L")),
	theme:  key.NewBinding(key.WithKeys("f3", "n", "N")),
	state:  key.NewBinding(key.WithKeys("f5")),
	follow: key.NewBinding(key.WithKeys("f6")), // for staff
	copy:   key.NewBinding(key.WithKeys(page.CopyPress)),
	leave:  key.NewBinding(key.WithKeys("f10", "ctrl+c")),
	// On the first page alone: elsewhere a letter too many must not end it all.
	leaveHome: key.NewBinding(key.WithKeys("q", "Q")),
}

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

// noticeTime is how long the name of a new theme stands.
const noticeTime = 3 * time.Second

// Say puts a sentence in place of the breadcrumb until the next key.
func (r *Root) Say(sentence string) {
	r.notice = sentence
	r.noticed++
}

// SayFor says a sentence for a moment.
func (r *Root) SayFor(sentence string) tea.Cmd {
	r.Say(sentence)
	number := r.noticed
	return tea.Tick(noticeTime, func(time.Time) tea.Msg { return noticeEndMsg(number) })
}

// Unsay takes the notice of the moment away.
func (r *Root) Unsay() { r.notice = "" }

// Notice is the notice of the moment, "" for none, and how many there were.
func (r *Root) Notice() (sentence string, number int) { return r.notice, r.noticed }

// noticeEndMsg takes back the notice with that number.
type noticeEndMsg int

// Notice makes the message that shows a sentence in place of the breadcrumb
// until the next key: that a server goes down, that a session ends soon.
func Notice(sentence string) tea.Msg { return page.NoticeMsg(clean.Line(sentence)) }

// Top is the page on top.
func (r *Root) Top() Opened { return r.stack[len(r.stack)-1] }

// Any tells whether one of the open pages is such a one.
func (r *Root) Any(such func(Opened) bool) bool { return slices.ContainsFunc(r.stack, such) }

// Home tells whether the first page is on top.
func (r *Root) Home() bool { return len(r.stack) == 1 }

// Open puts what is wanted on top of the page that is there now.
func (r *Root) Open(to page.Intent) tea.Cmd {
	p := r.page(to)
	if p == nil {
		return nil
	}
	r.stack = append(r.stack, Opened{p, to})
	return startOf(p)
}

func startOf(p page.Page) tea.Cmd {
	if s, ok := p.(page.Starter); ok {
		return s.Start()
	}
	return nil
}

// GoTo opens what is wanted right above the first page; what the person was at is over.
func (r *Root) GoTo(to page.Intent) tea.Cmd {
	for !r.Home() {
		r.Back()
	}
	return r.Open(to)
}

// Back leaves the page on top for the one below.
func (r *Root) Back() {
	if !r.Home() {
		r.Top().Leave()
		r.stack = r.stack[:len(r.stack)-1]
	}
}

// Leave leaves all pages, for good.
func (r *Root) Leave() {
	for _, p := range r.stack {
		p.Leave()
	}
}

// toggle opens a page, or leaves it when it is there already.
func (r *Root) toggle(to page.Intent) tea.Cmd {
	if r.Top().As == to {
		r.Back()
		return nil
	}
	return r.Open(to)
}

// move goes where the page that had the newest message wants to go.
func (r *Root) move() tea.Cmd {
	m := r.env.Moved()
	switch {
	case m == nil:
		return nil
	case m.To == nil:
		r.Back()
		return nil
	case m.Instead:
		return r.replace(m.From, m.To)
	case r.Top().Number() != m.From:
		return nil
	}
	return r.Open(m.To)
}

// replace puts what is wanted in the place of the page with that number.
func (r *Root) replace(number int, to page.Intent) tea.Cmd {
	for i, old := range r.stack {
		if old.Number() != number {
			continue
		}
		p := r.page(to)
		if p == nil {
			return nil
		}
		old.Leave()
		r.stack[i] = Opened{p, to}
		return startOf(p)
	}
	return nil
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

// Press handles the keys that work everywhere and hands on the rest.
func (r *Root) Press(msg tea.KeyPressMsg) tea.Cmd {
	r.notice = ""
	if r.Blind(msg) {
		return nil
	}
	if len(msg.Text) > 0 && r.Top().CapturesInput() {
		return r.Tell(msg)
	}
	switch {
	case key.Matches(msg, everywhere.help):
		return r.toggle(page.Help{})
	case key.Matches(msg, everywhere.state):
		return r.toggle(page.Status{})
	case r.others == nil && key.Matches(msg, everywhere.copy):
		return r.copy()
	case r.env.Staff && key.Matches(msg, everywhere.follow):
		return r.followed()
	case key.Matches(msg, everywhere.lang):
		r.env.SetLang(r.env.Texts.Lang.Other())
		return r.tellAll(page.LangMsg{})
	case key.Matches(msg, everywhere.theme):
		r.choose(themes.Next(r.env.Look.ID))
		return r.SayFor(r.themeNotice())
	case key.Matches(msg, everywhere.leave), r.Home() && key.Matches(msg, everywhere.leaveHome):
		if r.env.Options.Leave != nil {
			r.Leave()
			r.env.Options.Leave()
		}
		return nil
	}
	r.throughHelp(msg)
	return r.Tell(msg)
}

// copy gives what the page says to the clipboard of the person's terminal (OSC 52), which works
// over SSH too, and tells so. It is never more than the person sees. A lobby has no clipboard:
// the next person would paste it.
func (r *Root) copy() tea.Cmd {
	p, ok := r.Top().Page.(page.Copied)
	if !ok {
		return nil
	}
	what, said := p.Copy()
	if what == "" {
		return nil
	}
	return tea.Batch(tea.SetClipboard(what), r.SayFor(said))
}

// Blind tells whether a key is lost on a screen that is too small to show what it
// would do.
func (r *Root) Blind(msg tea.KeyPressMsg) bool {
	return r.TooSmall() && !key.Matches(msg, everywhere.leave, everywhere.lang)
}

// below returns the keys of the page on top, for help that is opened on top of it. The first
// page has none: help lists what is done there.
func (r *Root) below() func() []parts.Key {
	if r.Home() {
		return func() []parts.Key { return nil }
	}
	return r.Top().Keys
}

// throughHelp leaves help for a letter that is a key of the page below, and presses it there:
// whoever reads of a key presses it.
func (r *Root) throughHelp(msg tea.KeyPressMsg) {
	if r.Top().As != (page.Help{}) || len(r.stack) < 3 || len(msg.Text) == 0 {
		return
	}
	below := r.stack[len(r.stack)-2]
	if below.CapturesInput() || !slices.ContainsFunc(below.Keys(), func(k parts.Key) bool { return strings.EqualFold(k.Press, msg.Text) }) {
		return
	}
	r.Back()
}

// followed opens the list of dossiers that staff follow. On a dossier's page it takes
// that dossier along, and where the list is open already it goes back to it.
func (r *Root) followed() tea.Cmd {
	if d, ok := r.Top().Page.(page.Tracked); ok {
		if dossierCode, ok := d.Tracked(); ok {
			r.follow.Add(dossierCode, r.env.Service.Now())
		}
	}
	for i, p := range r.stack {
		if p.As != (page.Follow{}) {
			continue
		}
		if i == len(r.stack)-1 {
			r.Back()
			return nil
		}
		for len(r.stack)-1 > i {
			r.Back()
		}
		return startOf(r.Top().Page)
	}
	return r.Open(page.Follow{})
}

// clicked acts on the press, not on the release: some touch screens never send
// one.
func (r *Root) clicked(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft || r.TooSmall() {
		return nil
	}
	id := r.Screen().Hit(msg.X, msg.Y)
	if id == "" {
		return nil
	}
	if k, ok := parts.KeyOf(id); ok {
		return r.Press(k)
	}
	r.notice = ""
	return r.Tell(page.PressMsg{ID: id})
}

// Where is the notice of the moment, the breadcrumb, or on the first page the
// office.
func (r *Root) Where() string { return r.where(0) }

// crumbMark is between two names of a breadcrumb, crumbsLeft in place of the first ones.
const crumbMark, crumbsLeft = " › ", "… › "

// where is Where in a width, 0 for any: the page that is shown is named whole, and the first
// ones on the way to it are left out.
func (r *Root) where(width int) string {
	if r.notice != "" {
		return r.notice
	}
	var crumbs []string
	for _, p := range r.stack {
		if c := p.Crumb(); c != "" {
			crumbs = append(crumbs, c)
		}
	}
	if len(crumbs) == 0 {
		return r.env.Office
	}
	way := strings.Join(crumbs, crumbMark)
	for n := 1; n < len(crumbs) && width > 0 && parts.Width(way) > width; n++ {
		way = crumbsLeft + strings.Join(crumbs[n:], crumbMark)
	}
	return way
}
