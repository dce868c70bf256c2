package tui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"motcua/client/clean"
	"motcua/themes"
	"motcua/tui/parts"
)

// The smallest terminal that the pages are drawn for.
const (
	leastWidth  = 60
	leastHeight = 18
)

// Root owns the terminal: the stack of pages, the frame around them, the keys
// that work everywhere, and who gets which message.
type Root struct {
	sh            *shared
	stack         []page
	width, height int
	notice        string   // said in place of the breadcrumb until the next key
	noticed       int      // how many notices there were
	answers       bool     // the terminal answers colour questions
	porter        *porter  // of a lobby
	scans         ownScans // of a person's own terminal
	finger        finger   // of a lobby
	pressing      bool     // a button is being pressed for its key
}

// New makes the interface. It never reads the environment: size, colours and
// background come as messages from the terminal that it is shown on.
func New(o Options) *Root {
	return newRoot(newShared(o))
}

func newRoot(sh *shared) *Root {
	r := &Root{sh: sh, stack: []page{newHome(sh)}}
	if sh.lobby() {
		r.porter = newPorter()
		sh.syncing = &syncing{}
	}
	return r
}

// Init asks the terminal for its background: whether it is dark, and whether
// the terminal knows of such things at all.
func (r *Root) Init() tea.Cmd { return tea.RequestBackgroundColor }

// everywhere are the keys that work on every page. The letters work only where
// no field has the focus.
var everywhere = struct{ help, lang, theme, state, follow, leave, leaveHome key.Binding }{
	help:   key.NewBinding(key.WithKeys("f1", "?")),
	lang:   key.NewBinding(key.WithKeys("f2", "l", "L")),
	theme:  key.NewBinding(key.WithKeys("f3", "n", "N")),
	state:  key.NewBinding(key.WithKeys("f5")),
	follow: key.NewBinding(key.WithKeys("f6")), // for staff
	leave:  key.NewBinding(key.WithKeys("f10", "ctrl+c")),
	// On the first page alone: elsewhere a letter too many must not end it all.
	leaveHome: key.NewBinding(key.WithKeys("q", "Q")),
}

// hand gives a message to whom it concerns, and reads aloud what came of it.
func (r *Root) hand(msg tea.Msg) tea.Cmd {
	r.interrupt(msg)
	_, cmd := r.route(msg)
	r.speak(msg)
	return cmd
}

func (r *Root) route(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		r.width, r.height = msg.Width, msg.Height
		return r, nil
	case tea.ColorProfileMsg:
		r.sh.profile = msg.Profile
		r.sh.setTheme(r.sh.theme)
		return r, nil
	case tea.BackgroundColorMsg:
		r.grounded(msg)
		return r, nil
	case tea.KeyPressMsg:
		return r, r.pressed(msg)
	case tea.MouseClickMsg:
		return r, r.clicked(msg)
	case tea.MouseMotionMsg, tea.MouseReleaseMsg, restMsg:
		return r, r.fingered(msg)
	case tea.MouseWheelMsg:
		return r, r.wheeled(msg)
	case noticeMsg:
		r.say(string(msg))
		return r, nil
	case noticeEndMsg:
		if int(msg) == r.noticed {
			r.notice = ""
		}
		return r, nil
	case addressed:
		return r, r.deliver(msg)
	default:
		return r, r.tell(msg)
	}
}

// wheeled is a turn of the wheel.
func (r *Root) wheeled(msg tea.MouseWheelMsg) tea.Cmd {
	switch msg.Button {
	case tea.MouseWheelUp:
		return r.tell(wheelMsg{-1})
	case tea.MouseWheelDown:
		return r.tell(wheelMsg{+1})
	}
	return nil
}

// grounded takes the terminal's answer about its background.
func (r *Root) grounded(msg tea.BackgroundColorMsg) {
	first := !r.answers
	r.answers = true
	r.sh.lightGround = !msg.IsDark()
	switch {
	case r.sh.ground == groundTerminal:
		r.sh.setTheme(themes.Default(msg.IsDark()))
	case first:
		r.choose(r.sh.theme)
	}
}

// choose makes a theme the person's choice.
func (r *Root) choose(t themes.Theme) {
	r.sh.ground = groundPainted
	if r.answers {
		r.sh.ground = groundTold
	}
	r.sh.setTheme(t)
}

// themeNoticeTime is how long the name of a new theme stands.
const themeNoticeTime = 3 * time.Second

func (r *Root) say(sentence string) {
	r.notice = sentence
	r.noticed++
}

// noticeEndMsg takes back the notice with that number.
type noticeEndMsg int

// noticeMsg is a sentence to the person from whoever runs the program.
type noticeMsg string

// Notice makes the message that shows a sentence in place of the breadcrumb
// until the next key: that a server goes down, that a session ends soon.
func Notice(sentence string) tea.Msg { return noticeMsg(clean.Line(sentence)) }

// starter is a page that asks something as soon as it is opened.
type starter interface{ Start() tea.Cmd }

func startOf(p page) tea.Cmd {
	if s, ok := p.(starter); ok {
		return s.Start()
	}
	return nil
}

func (r *Root) top() page { return r.stack[len(r.stack)-1] }

// open puts a page on top of the one that is there now.
func (r *Root) open(p page) tea.Cmd {
	r.stack = append(r.stack, p)
	return startOf(p)
}

// move goes where the page that had the newest message wants to go.
func (r *Root) move() tea.Cmd {
	to := r.sh.move
	r.sh.move = nil
	switch to := to.(type) {
	case openMsg:
		if r.top().Number() == to.from {
			return r.open(to.page)
		}
	case backMsg:
		r.back()
	}
	return nil
}

// tell gives a message to the page on top.
func (r *Root) tell(msg tea.Msg) tea.Cmd {
	p, cmd := r.top().Update(msg)
	r.stack[len(r.stack)-1] = p
	return tea.Batch(cmd, r.move())
}

// deliver gives an answer to the page that asked. A page that was left gets
// nothing: its answer is dropped.
func (r *Root) deliver(msg addressed) tea.Cmd {
	for i, p := range r.stack {
		if p.Number() == msg.to() {
			next, cmd := p.Update(msg)
			r.stack[i] = next
			return tea.Batch(cmd, r.move())
		}
	}
	return nil
}

func (r *Root) back() {
	if len(r.stack) > 1 {
		r.top().Leave()
		r.stack = r.stack[:len(r.stack)-1]
	}
}

// pressed handles the keys that work everywhere and hands on the rest.
func (r *Root) pressed(msg tea.KeyPressMsg) tea.Cmd {
	r.notice = ""
	if r.tooSmall() && !key.Matches(msg, everywhere.leave, everywhere.lang) {
		return nil // nobody sees what a key would do
	}
	if r.sh.lobby() {
		if cmd, ok := r.lobbyPressed(msg); ok {
			return cmd
		}
	}
	if cmd, ok := r.voiceKey(msg); ok {
		return cmd
	}
	if len(msg.Text) > 0 && r.top().CapturesInput() {
		return r.tell(msg)
	}
	switch {
	case key.Matches(msg, everywhere.help):
		if _, already := r.top().(*helpPage); already {
			r.back()
			return nil
		}
		return r.open(newHelp(r.sh))
	case key.Matches(msg, everywhere.state):
		if _, already := r.top().(*statusPage); already {
			r.back()
			return nil
		}
		return r.open(newStatus(r.sh))
	case r.sh.Staff && key.Matches(msg, everywhere.follow):
		return r.follow()
	case key.Matches(msg, everywhere.lang):
		r.sh.setLang(r.sh.texts.Lang.Other())
		return nil
	case key.Matches(msg, everywhere.theme):
		r.choose(themes.Next(r.sh.theme.ID))
		r.say(r.themeNotice())
		number := r.noticed
		return tea.Tick(themeNoticeTime, func(time.Time) tea.Msg { return noticeEndMsg(number) })
	case key.Matches(msg, everywhere.leave), len(r.stack) == 1 && key.Matches(msg, everywhere.leaveHome):
		if r.sh.Leave != nil {
			for _, p := range r.stack {
				p.Leave()
			}
			r.sh.Leave()
		}
		return nil
	}
	return r.tell(msg)
}

// clicked acts on the press, not on the release: some touch screens never send
// one.
func (r *Root) clicked(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft || r.tooSmall() {
		return nil
	}
	if r.sh.lobby() {
		return r.fingerDown(msg)
	}
	id := r.shown().Hit(msg.X, msg.Y)
	if id == "" {
		return nil
	}
	if k, ok := parts.KeyOf(id); ok {
		return r.pressed(k)
	}
	r.notice = ""
	return r.tell(pressMsg{id})
}
