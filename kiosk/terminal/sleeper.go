package terminal

import (
	"errors"
	"io"
	"sync"
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
