package terminal

import (
	"errors"
	"io"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Sleeper runs a program while a person does something. After some quiet time it lets the
// program go and keeps the model: a program of Bubble Tea looks for changes a hundred times a
// second and holds more than half a megabyte, mostly two copies of the screen and a table of
// keys. The next key or message starts another program with the same model.
//
// The terminal gets nothing while one program takes the place of another:
//
//   - The last bytes of a program, which leave the alternate screen, are held back. They are
//     written if the session ends asleep.
//   - The first frame of the next program, which enters the alternate screen, is dropped. It
//     draws what the terminal already shows, so that the new renderer knows it.
//
// A program is let go only when the terminal shows its newest view. Sleeper sends it a mark
// (tea.Raw), which the renderer writes before the frame of the same look, see [curtain]. If a
// key was read after that all the same, the next program starts at once and draws everything.
//
// Commands of the model run outside the program. So a late answer or a timer finds the session
// asleep and wakes it. Only the commands of a tea.Sequence run inside, and must be short.
type Sleeper struct {
	options Options
	model   tea.Model
	shown   tea.View // the newest view; only the program's goroutine uses it
	curtain *curtain
	left    chan struct{} // closed by Leave

	mu      sync.Mutex
	changed sync.Cond
	state   state
	inside  int // keys and messages on their way into the program
	program *tea.Program
	keys    *io.PipeWriter // the input of the program
	timer   *time.Timer    // for the time to sleep; nil: it never does
	keyed   time.Time      // of the newest key
	told    time.Time      // of the newest message
	seen    int            // number of messages
	asked   int            // the value of seen when the mark was sent
	doubt   bool           // the terminal may not show the newest view
	full    bool           // the newest view is on the alternate screen
	size    tea.WindowSizeMsg
	colours []tea.ProgramOption             // the newest colour profile
	modes   map[ansi.Mode]tea.ModeReportMsg // what the terminal said of itself
	start   struct {                        // of a program that takes over
		messages int           // its own ones that it has sent
		drawn    bool          // its first frame was dropped
		ready    chan struct{} // closed when both are complete
	}
}

// Options are what a Sleeper needs.
type Options struct {
	Program []tea.ProgramOption
	Reader  func(io.Reader) io.Reader // wraps the input of each program; nil: it stays as it is
	Filter  func(tea.Msg) tea.Msg     // sees each message before the model
	Rest    func()                    // is called when a program was let go
	Pasting func() bool               // the program has the beginning of a paste, and would lose it
	// After is the time without a key after which the program is let go; 0: never.
	After time.Duration
}

// turns bounds how many programs take over at once, in all sessions. Each takes some 5 ms of
// processor time and waits for its first frame.
var turns = make(chan struct{}, 4*runtime.GOMAXPROCS(0))

// Looks is how often a second the renderer of a program looks for changes.
const Looks = 100

var programs atomic.Int64

// Programs returns how many sessions are awake.
func Programs() int { return int(programs.Load()) }

// settle is how long no message must have come before a program is let go. While somebody waits
// for an answer, the time that passes is shown.
const settle = time.Second

// state is what a session does.
type state int

const (
	awake  state = iota // its program takes keys and messages
	drowsy              // its program ends
	asleep              // it has no program
	waking              // its program starts
)

// Both end a program through its input. Bubble Tea's reader passes each key to the event loop
// without checking whether that still runs. A program that is told to quit while keys wait
// therefore leaks its reader. With an error the reader first delivers everything before it and
// then ends the loop, so no goroutine and no key remains.
var (
	errSleep = errors.New("the session sleeps")
	errLeft  = errors.New("the session is over")
)

// ownMessages is how many messages a program sends itself when it starts: colours, size and
// environment.
const ownMessages = 3

// NewSleeper returns a Sleeper that shows m on a terminal.
func NewSleeper(m tea.Model, out *Thrift, o Options) *Sleeper {
	s := &Sleeper{model: m, options: o, left: make(chan struct{}), modes: map[ansi.Mode]tea.ModeReportMsg{}}
	s.curtain = &curtain{out: out, drew: s.drew, marked: s.settled}
	s.changed.L = &s.mu
	s.keyed = time.Now()
	if o.After > 0 {
		s.timer = time.AfterFunc(o.After, s.tire)
	}
	return s
}

// Run shows the model until Leave is called. Any error is the program's.
func (s *Sleeper) Run() error {
	defer s.end()
	err := s.live(false)
	for errors.Is(err, errSleep) && s.sleep() {
		if err = s.turn(); err == nil {
			err = s.live(true)
		}
	}
	if errors.Is(err, errSleep) || errors.Is(err, errLeft) {
		return nil
	}
	return err
}

// end leaves the terminal, and drops what takes memory: the runtime keeps some timers for a while
// after they were stopped, and with them what their functions refer to.
func (s *Sleeper) end() {
	s.curtain.leave()
	s.Leave()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.program, s.keys, s.model, s.shown, s.options = nil, nil, nil, tea.View{}, Options{}
}

// Leave ends Run.
func (s *Sleeper) Leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.over() {
		return
	}
	close(s.left)
	if s.timer != nil {
		s.timer.Stop()
	}
	if s.keys != nil {
		_ = s.keys.CloseWithError(errLeft)
	}
	s.changed.Broadcast()
}

func (s *Sleeper) over() bool {
	select {
	case <-s.left:
		return true
	default:
		return false
	}
}

// sleep waits until somebody comes; false: the session is over.
func (s *Sleeper) sleep() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.program, s.keys = nil, nil
	s.options.Rest()
	if s.doubt = s.seen != s.asked; s.doubt { // a key came last, and its frame did not
		s.state = waking
		return !s.over()
	}
	s.state = asleep
	s.changed.Broadcast()
	for s.state == asleep && !s.over() {
		s.changed.Wait()
	}
	return !s.over()
}

// turn waits until a program may start.
func (s *Sleeper) turn() error {
	select {
	case turns <- struct{}{}:
		return nil
	case <-s.left:
		return errLeft
	}
}

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

// woken lets keys and messages into a program that has taken over.
func (s *Sleeper) woken(p *tea.Program) {
	s.mu.Lock()
	modes, doubt := slices.Collect(maps.Values(s.modes)), s.doubt
	s.mu.Unlock()
	for _, report := range modes {
		p.Send(report)
	}
	if doubt {
		p.Send(tea.ClearScreen())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state, s.told = awake, time.Now()
	s.again()
	s.changed.Broadcast()
}

// tire asks the program to write the mark if nobody has done anything for long enough.
func (s *Sleeper) tire() {
	s.mu.Lock()
	if s.state != awake || s.over() {
		s.mu.Unlock()
		return
	}
	if s.options.Pasting() || s.inside > 0 || s.early() > 0 || s.size.Width == 0 || !s.full {
		s.again()
		s.mu.Unlock()
		return
	}
	s.asked = s.seen
	p := s.program
	s.mu.Unlock()
	p.Send(tea.RawMsg{Msg: mark})
}

// early returns how long it is until the session may sleep.
func (s *Sleeper) early() time.Duration {
	return max(s.options.After-time.Since(s.keyed), settle-time.Since(s.told))
}

// again asks later.
func (s *Sleeper) again() {
	if s.timer != nil && !s.over() {
		s.timer.Reset(max(s.early(), settle/10))
	}
}

// settled is called when the mark comes out: the frame of the same look shows everything that
// was seen before the mark was sent.
func (s *Sleeper) settled() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != awake || s.inside > 0 || s.seen != s.asked || s.early() > 0 || s.over() {
		s.again()
		return
	}
	s.state = drowsy
	s.curtain.keep()
	_ = s.keys.CloseWithError(errSleep)
}

// enter waits until there is a program that takes a key or message, and wakes the session for
// it. The caller calls exit afterwards. Nil: the session is over.
func (s *Sleeper) enter() (*tea.Program, *io.PipeWriter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for !s.over() {
		if s.state == awake && s.program != nil {
			s.inside++
			return s.program, s.keys
		}
		if s.state == asleep {
			s.state = waking
			s.changed.Broadcast()
		}
		s.changed.Wait()
	}
	return nil, nil
}

func (s *Sleeper) exit() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.inside--
}

// Send gives a message to the model.
func (s *Sleeper) Send(msg tea.Msg) {
	if p, _ := s.enter(); p != nil {
		defer s.exit()
		p.Send(msg)
	}
}

// Write gives keys to the program.
func (s *Sleeper) Write(b []byte) (int, error) {
	_, keys := s.enter()
	if keys == nil {
		return 0, io.ErrClosedPipe
	}
	defer s.exit()
	s.mu.Lock()
	s.keyed = time.Now()
	s.mu.Unlock()
	return keys.Write(b)
}

// run runs a command as a program does.
func (s *Sleeper) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			for _, c := range msg {
				s.run(c)
			}
		default:
			s.Send(msg)
		}
	}()
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
		s.modes[m.Mode] = m
	}
	return msg
}

// starts reports whether a message is one that a program sends itself when it takes over. The
// model knows all of that.
func (s *Sleeper) starts(msg tea.Msg) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != waking {
		return false
	}
	switch msg.(type) {
	case tea.EnvMsg, tea.ColorProfileMsg, tea.WindowSizeMsg:
		s.start.messages++
		s.complete()
		return true
	}
	return false
}

// drew is called when the first frame of a program that takes over was dropped.
func (s *Sleeper) drew() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.start.drawn = true
	s.complete()
}

func (s *Sleeper) complete() {
	if s.start.drawn && s.start.messages == ownMessages {
		close(s.start.ready)
	}
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
