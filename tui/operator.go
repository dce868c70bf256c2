package tui

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/view"
)

// operatorPage is the page for staff: the state of what the kiosk is made of, and
// the few things that can be done about it here.
type operatorPage struct {
	basePage
	health []Health
	known  bool // health was told
	sync   *syncing
	sure   int       // the deed that was pressed once and asks again; -1 for none
	asked  time.Time // when it was pressed, the newest
	scroll scroll
}

// deed is something that the page does. Those that end the interface are pressed
// twice, and nothing else in between.
type deed struct {
	text  func(*text.Hold) string
	again func(*text.Hold) string // what it says after the first press; nil: it is done at once
}

var deeds = []deed{
	{text: func(w *text.Hold) string { return w.SyncNow }},
	{text: func(w *text.Hold) string { return w.Restart }, again: func(w *text.Hold) string { return w.RestartSure }},
	{text: func(w *text.Hold) string { return w.LeaveKiosk }, again: func(w *text.Hold) string { return w.LeaveSure }},
}

// sureLeast is how long somebody takes at least to read what a deed asks. Digits of
// a scan that fell apart, and of a key that is held down, come closer.
const sureLeast = 400 * time.Millisecond

// The places of the deeds.
const (
	deedSync = iota
	deedRestart
	deedLeave
)

func newOperator(sh *shared, s *syncing) *operatorPage {
	return &operatorPage{basePage: newBase(sh), sync: s, sure: -1}
}

// healthMsg is what the kiosk says of its parts.
type healthMsg struct {
	page   int
	health []Health
}

func (m healthMsg) to() int { return m.page }

// Start asks for the state of things, which may take a device's time, and joins an
// update that somebody began before a wipe.
func (p *operatorPage) Start() tea.Cmd {
	op, ctx, number := p.Kiosk.Operator, p.Context, p.number
	health := func() tea.Msg { return healthMsg{number, op.Health(ctx)} }
	if op.Syncing() {
		return tea.Batch(health, p.sync.start(ctx, op))
	}
	return health
}

func (p *operatorPage) Crumb() string { return p.texts.Hold.OperatorTitle }

func (p *operatorPage) Keys() []parts.Key {
	t := &p.texts.Screen
	return []parts.Key{
		{Label: fmt.Sprintf("1 – %d", len(deeds)), Text: t.KeyChoose},
		{Label: "R", Text: t.KeyAgain, Press: "r"},
		{Label: "Esc", Text: p.texts.Hold.CloseOperator, Press: "esc"},
	}
}

func (p *operatorPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case healthMsg:
		p.health, p.known = msg.health, true
	case wheelMsg:
		p.scroll.by(msg.by * wheelLines)
	case pressMsg:
		if n, err := strconv.Atoi(msg.id); err == nil {
			return p, p.do(n - 1)
		}
	case tea.KeyPressMsg:
		return p, p.key(msg)
	}
	return p, nil
}

func (p *operatorPage) key(msg tea.KeyPressMsg) tea.Cmd {
	k := msg.String()
	if k != strconv.Itoa(p.sure+1) {
		p.sure = -1
	}
	switch k {
	case "esc":
		return finish // what staff looked at is no more for the next person than the rest
	case "r", "R":
		return p.Start()
	default:
		if n, err := strconv.Atoi(k); err == nil {
			return p.do(n - 1)
		}
		p.scroll.key(msg)
	}
	return nil
}

// do does the deed in that place.
func (p *operatorPage) do(n int) tea.Cmd {
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
	op := p.Kiosk.Operator
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

func (p *operatorPage) View(width, height int) string { return p.Sheet(width, height).String() }

func (p *operatorPage) Sheet(width, height int) *parts.Sheet {
	w := &p.texts.Hold
	s := parts.NewSheet(width, height, p.st.Base)
	room := parts.NewSheet(width, max(height-parts.ButtonHeight-1, 1), p.st.Base)
	p.tall(room, &p.scroll, p.draw)
	s.Lay(0, 0, room)

	each := (width - parts.ButtonGap*(len(deeds)-1)) / len(deeds)
	for i, d := range deeds {
		id := strconv.Itoa(i + 1)
		b := parts.Button{ID: id, Legend: id, Text: d.text(w), Focus: p.focused(id)}
		if i == p.sure {
			b.Text = d.again(w)
		}
		b.Draw(s, p.st, i*(each+parts.ButtonGap), height-parts.ButtonHeight, each, parts.ButtonHeight)
	}
	return s
}

// draw tells the state of things, the kiosk's own parts first.
func (p *operatorPage) draw(width int) *parts.Sheet {
	w, t, st := &p.texts.Hold, &p.texts.Screen, p.st
	tall := parts.NewSheet(width, tallest, st.Base)
	f := &parts.Flow{Sheet: tall, Width: min(width, 84)}
	f.Write(st.Heading, w.Parts)
	if !p.known {
		f.Hang(st.Info, "…", st.Base, w.Looking)
	}
	for _, h := range p.health {
		p.state(f, h.Good, h.Name(p.texts.Lang)+": "+h.Says(p.texts.Lang))
	}
	if p.known && len(p.health) == 0 {
		f.Hang(st.Quiet, string(view.SignAhead), st.Base, w.NoParts)
	}
	restarts := fmt.Sprintf(w.Restarts, p.texts.Number(int64(p.Kiosk.Restarts)))
	if p.Kiosk.Restarts == 0 {
		restarts = w.RestartsNone
	}
	p.state(f, p.Kiosk.Restarts == 0, restarts)
	f.Gap(1)
	f.Write(st.Heading, t.StateCopy)
	if p.CopyAsOf != nil {
		f.Hang(st.Base, " ", st.Base, fmt.Sprintf(t.CatalogueOf, p.texts.Number(int64(p.procedures())))+", "+p.texts.Day(p.CopyAsOf()))
	}
	p.sync.draw(f, p.shared)
	f.Gap(1)
	f.Write(st.Heading, t.StatePortals)
	sources := p.Service.Sources()
	if len(sources) == 0 {
		f.Hang(st.Base, " ", st.Base, t.StateNotAsked)
	}
	for _, h := range sources {
		(&statusPage{basePage: p.basePage}).drawSource(f, h, true)
	}
	return tall
}

func (p *operatorPage) scrolling() *scroll { return &p.scroll }

func (p *operatorPage) state(f *parts.Flow, good bool, says string) {
	if good {
		f.Hang(p.st.Good, string(view.SignDone), p.st.Base, says)
		return
	}
	f.Hang(p.st.Warn, string(view.SignAction), p.st.Base, says)
}

// syncing is an update of the catalogue under way. It belongs to the kiosk: it
// goes on when the page is left, and the page shows it again when it is opened.
type syncing struct {
	on          bool
	done, total int
	err         error
	ended       time.Time
	news        chan syncMsg
}

// syncMsg is how far it has come, or that it has ended.
type syncMsg struct {
	done, total int
	ended       bool
	err         error
}

// start begins an update, unless one is under way.
func (s *syncing) start(ctx context.Context, op Operator) tea.Cmd {
	if s.on {
		return nil
	}
	news := make(chan syncMsg, 1)
	*s = syncing{on: true, news: news}
	told := func(done, total int) {
		select {
		case <-news: // only the newest counts
		default:
		}
		news <- syncMsg{done: done, total: total}
	}
	go func() { // not a command: it outlives the program's wish to wait
		err := op.Sync(ctx, told)
		select {
		case <-news:
		default:
		}
		news <- syncMsg{ended: true, err: err}
	}()
	return s.listen()
}

// listen waits for news.
func (s *syncing) listen() tea.Cmd {
	news := s.news
	return func() tea.Msg { return <-news }
}

// syncPause keeps the progress from being drawn more often than is of use.
const syncPause = 500 * time.Millisecond

// synced takes news of an update.
func (r *Root) synced(m syncMsg) tea.Cmd {
	s := r.sh.syncing
	if m.ended {
		*s = syncing{err: m.err, ended: r.sh.Service.Now()}
		return nil
	}
	s.done, s.total = m.done, m.total
	listen := s.listen()
	return tea.Tick(syncPause, func(time.Time) tea.Msg { return listen() })
}

// draw says how far an update has come, or what came of the last one.
func (s *syncing) draw(f *parts.Flow, sh *shared) {
	w, st, t := &sh.texts.Hold, sh.st, sh.texts
	switch {
	case s.on && s.total > 0:
		const most = 40
		width := min(most, f.Width-30)
		full := parts.Filled(width, s.done, s.total)
		says := fmt.Sprintf(w.SyncAt, t.Number(int64(s.done)), t.Number(int64(s.total)))
		bar := st.Progress.Render(strings.Repeat("█", full)) + st.ProgressRest.Render(strings.Repeat("░", width-full))
		f.Block(st.Base.Render("  ") + bar + st.Base.Render("  "+says))
	case s.on:
		f.Hang(st.Info, "…", st.Base, w.SyncBegun)
	case s.ended.IsZero():
	case s.err != nil:
		says := view.Error(s.err, sh.env())
		var own interface{ Says(text.Lang) string }
		if errors.As(s.err, &own) {
			says = own.Says(t.Lang)
		}
		f.Hang(st.Warn, string(view.SignAction), st.Error, fmt.Sprintf(w.SyncFailed, t.Clock(s.ended))+" "+says)
	default:
		f.Hang(st.Good, string(view.SignDone), st.Base, fmt.Sprintf(w.SyncDone, t.Clock(s.ended)))
	}
}
