package server

import (
	"bytes"
	"io"
	"reflect"
	"strconv"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// still keeps a program at rest from doing anything. Bubble Tea's renderer looks
// for changes at every frame, also while nobody has touched a key for an hour:
// measured with two hundred sessions, 6.0 % of a core at 40 frames a second, and
// at 30 a key was slower than it should be. Held, they take 0.1 %, and the loop
// can look a hundred times a second while there is something to see. Its loop is also what
// writes the frames. So a frame is held in its write, after its bytes have gone,
// until the program is about to change something: until the next message, which
// the filter sees before the event loop does.
//
// The loop then needs a frame to come back with, whether or not the message
// changed the picture. So each view has the number of its message as its window
// title, which makes the renderer write a frame; still takes the title out again.
// The number also tells whether the frame is that of the newest message: while a
// newer one is handled the event loop may wait for the renderer, and then the
// frame is not held. Whoever ends the program calls release first.
type still struct {
	w io.Writer

	mu       sync.Mutex
	moved    sync.Cond
	seen     int // messages that the event loop was given
	drawn    int // of them, when the last picture was drawn
	holding  bool
	released bool
}

// looks is how often in a second the renderer looks for changes while there may
// be some.
const looks = 100

func newStill(w io.Writer) *still {
	s := &still{w: w}
	s.moved.L = &s.mu
	return s
}

// message is told of each message before it is handled. A list of commands is
// none, it is run without a view; neither is nothing, which a command gives that
// has nothing to say.
func (s *still) message(msg tea.Msg) {
	if t := reflect.TypeOf(msg); t == nil || t.ConvertibleTo(commandList) {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen++
	s.moved.Broadcast()
}

var commandList = reflect.TypeFor[[]tea.Cmd]()

// release lets the renderer go for good.
func (s *still) release() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.released = true
	s.moved.Broadcast()
}

// Write hands a frame on and holds the renderer.
func (s *still) Write(frame []byte) (int, error) {
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

// untitled is a frame without its title, and the number that stood there, or -1.
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

// blank is an empty screen. With no content at all the renderer takes it for a
// screen of no lines, of another size than the last one each time, and clears it
// a hundred times a second until there is some.
const blank = " "

// model is m with titles.
func (s *still) model(m tea.Model) tea.Model { return titled{m, s} }

type titled struct {
	tea.Model
	still *still
}

func (t titled) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	t.Model, cmd = t.Model.Update(msg)
	return t, cmd
}

// View is called by the event loop at the end of each message.
func (t titled) View() tea.View {
	v := t.Model.View()
	if v.Content == "" {
		v.SetContent(blank)
	}
	t.still.mu.Lock()
	defer t.still.mu.Unlock()
	// A picture that is still to come brings the number of its own message. Until
	// then there is nothing to write, and the renderer had better find so.
	if b, ok := t.Model.(interface{ behind() bool }); !ok || !b.behind() {
		t.still.drawn = t.still.seen
	}
	v.WindowTitle = strconv.Itoa(t.still.drawn)
	return v
}
