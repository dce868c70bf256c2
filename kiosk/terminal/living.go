package terminal

import (
	"io"
	"slices"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Looks is how often a second the renderer of a program looks for changes.
const Looks = 100

var programs atomic.Int64

// Programs returns how many sessions are awake.
func Programs() int { return int(programs.Load()) }

// live runs a program until it ends.
func (s *Sleeper) live(again bool) error {
	in, keys := io.Pipe()
	defer func() { _ = in.Close() }() // a program that ended by itself reads no more
	read := io.Reader(in)
	if s.options.Reader != nil {
		read = s.options.Reader(in)
	}
	options := append(slices.Clone(s.options.Program), tea.WithInput(read), tea.WithOutput(s.curtain),
		tea.WithoutSignalHandler(), tea.WithFPS(Looks), tea.WithFilter(s.filter))
	s.mu.Lock()
	if again {
		options = append(append(options, tea.WithWindowSize(s.size.Width, s.size.Height)), s.colours...)
		s.start.messages, s.start.drawn, s.start.ready = 0, false, make(chan struct{})
		s.curtain.hide()
	}
	p, ready := tea.NewProgram(&living{s: s, again: again}, options...), s.start.ready
	s.program, s.keys = p, keys
	s.changed.Broadcast() // a key may have come before the first program
	if s.over() {
		_ = keys.CloseWithError(errLeft)
	}
	s.mu.Unlock()
	ended := make(chan error, 1)
	programs.Add(1)
	defer programs.Add(-1)
	go func() { // its stack is as deep as the screen, so it ends with the program
		_, err := p.Run()
		ended <- err
	}()
	if !again {
		return <-ended
	}
	select {
	case <-ready:
		<-turns
		s.woken(p)
		return <-ended
	case err := <-ended:
		<-turns
		return err
	}
}

// filter sees each message before the event loop does.
func (s *Sleeper) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	if isMark(msg) {
		return msg
	}
	if s.starts(msg) {
		return nil
	}
	msg = s.options.Filter(msg)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen, s.told = s.seen+1, time.Now()
	switch m := msg.(type) {
	case tea.WindowSizeMsg:
		s.size = m
	case tea.ColorProfileMsg:
		s.colours = []tea.ProgramOption{tea.WithColorProfile(m.Profile)}
	case tea.ModeReportMsg:
		switch m.Mode {
		case ansi.ModeSynchronizedOutput, ansi.ModeUnicodeCore: // a client may report any number of others
			s.modes[m.Mode] = m
		}
	}
	return msg
}

// living is the model as one program sees it.
type living struct {
	s      *Sleeper
	again  bool // it takes over from another program, and has not drawn yet
	marked bool // the newest message is the mark
}

// Init starts the model, for the first program only.
func (l *living) Init() tea.Cmd {
	if !l.again {
		l.s.run(l.s.model.Init())
	}
	return nil
}

// Update passes a message to the model.
func (l *living) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if l.marked = isMark(msg); l.marked {
		return l, nil
	}
	var cmd tea.Cmd
	l.s.model, cmd = l.s.model.Update(msg)
	l.s.run(cmd)
	return l, nil
}

// blank is an empty screen. For a view without content the renderer computes a height of zero,
// takes that for a new size at every look, and clears the screen a hundred times a second.
const blank = " "

// View is what the terminal shows, and after the first call what the model shows.
func (l *living) View() tea.View {
	if l.again {
		l.again = false
		v := l.s.shown
		if v.Cursor == nil { // so that the renderer is at a known place afterwards
			v.Cursor = tea.NewCursor(0, 0)
		}
		l.s.curtain.expect(v.Cursor.X, v.Cursor.Y)
		return v
	}
	if l.marked { // nothing newer than what the mark is for
		return l.s.shown
	}
	v := l.s.model.View()
	if v.Content == "" {
		v.SetContent(blank)
	}
	l.s.shown = v
	l.s.mu.Lock()
	defer l.s.mu.Unlock()
	l.s.full = v.AltScreen
	return v
}
