package terminal

import (
	"bytes"
	"io"
	"reflect"
	"strconv"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Still stops the renderer while a program is idle. Bubble Tea's renderer looks for changes at
// every frame, even when nobody has touched a key for an hour. Measured with two hundred
// sessions at 40 frames a second, that took 6.0 % of a core, and at 30 the response to a key
// was too slow. With held frames they take 0.1 %, and the renderer can look a hundred times a
// second while something changes. The renderer's loop also writes the frames. So Write holds it
// after the bytes have gone, until the next message comes, which the program's filter sees
// before the event loop does.
//
// The loop then needs another frame to hold, whether or not the message changed the screen. So
// each view has the number of its message as its window title, which makes the renderer write a
// frame, and Write takes the title out again. The number also tells whether the frame is that
// of the newest message. If it is not, the event loop may be waiting for the renderer, so Write
// does not hold it. Whoever ends the program must call Release first.
type Still struct {
	w io.Writer

	mu       sync.Mutex
	moved    sync.Cond
	seen     int // messages that went to the event loop
	drawn    int // the value of seen at the last view
	holding  bool
	released bool
}

// Looks is how often a second the renderer looks for changes while it is not held.
const Looks = 100

// NewStill returns a Still that writes frames to w.
func NewStill(w io.Writer) *Still {
	s := &Still{w: w}
	s.moved.L = &s.mu
	return s
}

// Message is called with each message before the event loop handles it. It ignores a list of
// commands, which Bubble Tea runs without a view, and nil, the result of a command that has no
// message.
func (s *Still) Message(msg tea.Msg) {
	if t := reflect.TypeOf(msg); t == nil || t.ConvertibleTo(commandList) {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen++
	s.moved.Broadcast()
}

var commandList = reflect.TypeFor[[]tea.Cmd]()

// Release stops holding the renderer, for good.
func (s *Still) Release() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.released = true
	s.moved.Broadcast()
}

// Write writes a frame and holds the renderer.
func (s *Still) Write(frame []byte) (int, error) {
	plain, number := untitled(frame)
	if len(plain) > 0 {
		if _, err := s.w.Write(plain); err != nil {
			return 0, err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for !s.released && s.seen == number {
		s.holding = true
		s.moved.Wait()
	}
	s.holding = false
	return len(frame), nil
}

// untitled returns a frame without its title, and the number in the title, or -1.
func untitled(frame []byte) ([]byte, int) {
	const head, end = "\x1b]2;", ansi.BEL
	at := bytes.Index(frame, []byte(head))
	if at < 0 {
		return frame, -1
	}
	title, _, ok := bytes.Cut(frame[at+len(head):], []byte{end})
	if !ok {
		return frame, -1
	}
	number, err := strconv.Atoi(string(title))
	if err != nil {
		number = -1
	}
	return append(bytes.Clone(frame[:at]), frame[at+len(head)+len(title)+1:]...), number
}

// blank is an empty screen. For a view without content the renderer computes a height of zero,
// takes that for a new size at every look, and clears the screen a hundred times a second.
const blank = " "

// Model returns m with the message number as its window title.
func (s *Still) Model(m tea.Model) tea.Model { return titled{m, s} }

type titled struct {
	tea.Model
	still *Still
}

func (t titled) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	t.Model, cmd = t.Model.Update(msg)
	return t, cmd
}

// View is called by the event loop after each message.
func (t titled) View() tea.View {
	v := t.Model.View()
	if v.Content == "" {
		v.SetContent(blank)
	}
	t.still.mu.Lock()
	defer t.still.mu.Unlock()
	// A view that is out of date keeps the number of its own message. Until the next one there
	// is nothing to write, and an unchanged title keeps the renderer from writing.
	if b, ok := t.Model.(interface{ behind() bool }); !ok || !b.behind() {
		t.still.drawn = t.still.seen
	}
	v.WindowTitle = strconv.Itoa(t.still.drawn)
	return v
}
