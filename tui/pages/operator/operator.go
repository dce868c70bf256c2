package operator

import (
	"fmt"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/device"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/view"
)

// screen is the page for staff: the state of the kiosk's parts, and a few actions.
type screen struct {
	page.Base
	op       device.Operator
	restarts int // of the interface since the kiosk was started
	health   []device.Health
	known    bool // the state of the parts has arrived
	sync     *Update
	sure     int       // the action that was pressed once and asks for confirmation; -1 for none
	asked    time.Time // time of that press
	tall     page.Tall
}

// deed is an action of the page. Actions that end the interface must be pressed twice in a
// row.
type deed struct {
	text  func(*text.Hold) string
	again func(*text.Hold) string // text after the first press; nil: the action needs no second press
}

var deeds = []deed{
	{text: func(w *text.Hold) string { return w.SyncNow }},
	{text: func(w *text.Hold) string { return w.Restart }, again: func(w *text.Hold) string { return w.RestartSure }},
	{text: func(w *text.Hold) string { return w.LeaveKiosk }, again: func(w *text.Hold) string { return w.LeaveSure }},
}

// sureLeast is the shortest time in which somebody can read the question of an action.
// Digits of a scan that was split up, and repeats of a key that is held down, come faster.
const sureLeast = 400 * time.Millisecond

// Indexes of the actions.
const (
	deedSync = iota
	deedRestart
	deedLeave
)

// New returns the page; restarts is how often the interface started since the kiosk did.
func New(env *page.Env, op device.Operator, restarts int, s *Update) page.Page {
	return &screen{Base: page.NewBase(env), op: op, restarts: restarts, sync: s, sure: -1}
}

// healthMsg is the state of the kiosk's parts.
type healthMsg struct {
	page   int
	health []device.Health
}

func (m healthMsg) To() int { return m.page }

// Start asks for the state, for which a device may need time, and shows an update that
// began before a wipe.
func (p *screen) Start() tea.Cmd {
	op, ctx, number := p.op, p.Context, p.Number()
	health := func() tea.Msg { return healthMsg{number, op.Health(ctx)} }
	if op.Syncing() {
		return tea.Batch(health, p.sync.start(ctx, op))
	}
	return health
}

func (p *screen) Crumb() string { return p.Texts.Hold.OperatorTitle }

func (p *screen) Keys() []parts.Key {
	t := &p.Texts.Screen
	return []parts.Key{
		{Label: fmt.Sprintf("1 – %d", len(deeds)), Text: t.KeyChoose},
		{Label: "R", Text: t.KeyAgain, Press: "r"},
		{Label: "F5", Text: p.Texts.Lobby.State, Press: "f5"},
		{Label: "Esc", Text: p.Texts.Hold.CloseOperator, Press: "esc"},
	}
}

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case healthMsg:
		p.health, p.known = msg.health, true
	case page.WheelMsg:
		p.tall.By(msg.By * page.WheelLines)
	case page.PressMsg:
		if n, err := strconv.Atoi(msg.ID); err == nil {
			return p.do(n - 1)
		}
	case tea.KeyPressMsg:
		return p.key(msg)
	}
	return nil
}

func (p *screen) key(msg tea.KeyPressMsg) tea.Cmd {
	k := msg.String()
	if k != strconv.Itoa(p.sure+1) {
		p.sure = -1
	}
	switch k {
	case "esc":
		return page.Finish // what staff looked at must not be visible to the next person either
	case "r", "R":
		return p.Start()
	default:
		if n, err := strconv.Atoi(k); err == nil {
			return p.do(n - 1)
		}
		p.tall.Key(msg)
	}
	return nil
}

// do runs the action with that index.
func (p *screen) do(n int) tea.Cmd {
	if n < 0 || n >= len(deeds) {
		return nil
	}
	if deeds[n].again != nil {
		now := time.Now()
		again := p.sure == n && now.Sub(p.asked) >= sureLeast
		p.sure, p.asked = n, now
		if !again {
			return nil
		}
	}
	p.sure = -1
	op := p.op
	switch n {
	case deedSync:
		return p.sync.start(p.Context, op)
	case deedRestart:
		return func() tea.Msg { op.Restart(); return nil }
	case deedLeave:
		return func() tea.Msg { op.Leave(); return nil }
	}
	return nil
}

// Layout lays out the state above the actions.
func (p *screen) Layout(width, height int) {
	p.Base.Layout(width, height)
	p.LayTall(&p.tall, width, max(height-parts.ButtonHeight-1, 1), p.draw)
}

func (p *screen) Sheet() *parts.Sheet {
	w, width, height := &p.Texts.Hold, p.Width, p.Height
	s := parts.NewSheet(width, height, p.Styles.Base)
	s.Lay(0, 0, p.DrawTall(p.tall))

	each := (width - parts.ButtonGap*(len(deeds)-1)) / len(deeds)
	for i, d := range deeds {
		id := strconv.Itoa(i + 1)
		b := parts.Button{ID: id, Legend: id, Text: d.text(w), Focus: p.Focused(id)}
		if i == p.sure {
			b.Text = d.again(w)
		}
		b.Draw(s, p.Styles, i*(each+parts.ButtonGap), height-parts.ButtonHeight, each, parts.ButtonHeight)
	}
	return s
}

// draw draws the state, the kiosk's own parts first.
func (p *screen) draw(width int) *parts.Sheet {
	w, t, st := &p.Texts.Hold, &p.Texts.Screen, p.Styles
	tall := parts.NewSheet(width, page.Tallest, st.Base)
	f := &parts.Flow{Sheet: tall, Width: min(width, 84)}
	f.Write(st.Heading, w.Parts)
	if !p.known {
		f.Hang(st.Info, "…", st.Base, w.Looking)
	}
	for _, h := range p.health {
		p.state(f, h.Good, h.Name(p.Texts.Lang)+": "+h.Says(p.Texts.Lang))
	}
	if p.known && len(p.health) == 0 {
		f.Hang(st.Quiet, string(view.SignAhead), st.Base, w.NoParts)
	}
	restarts := fmt.Sprintf(w.Restarts, p.Texts.Number(int64(p.restarts)))
	if p.restarts == 0 {
		restarts = w.RestartsNone
	}
	p.state(f, p.restarts == 0, restarts)
	f.Gap(1)
	f.Write(st.Heading, t.StateCopy)
	if p.CopyAsOf != nil {
		f.Hang(st.Base, " ", st.Base, fmt.Sprintf(t.CatalogueOf, p.Texts.Number(int64(p.Procedures())))+", "+p.Texts.Day(p.CopyAsOf()))
	}
	p.sync.draw(f, p.Env)
	f.Gap(1)
	f.Write(st.Heading, t.StatePortals)
	sources := p.Service.Sources()
	if len(sources) == 0 {
		f.Hang(st.Base, " ", st.Base, t.StateNotAsked)
	}
	for _, h := range sources {
		p.DrawSource(f, h, true)
	}
	return tall
}

func (p *screen) Scrolling() *page.Scroll { return &p.tall.Scroll }

func (p *screen) state(f *parts.Flow, good bool, says string) {
	if good {
		f.Hang(p.Styles.Good, string(view.SignDone), p.Styles.Base, says)
		return
	}
	f.Hang(p.Styles.Warn, string(view.SignAction), p.Styles.Base, says)
}
