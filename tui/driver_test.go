package tui_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"

	"motcua/tui"
)

// terminal runs the whole program, renderer and all, on an emulated terminal
// and in virtual time: keys go in as bytes, and what a person would see comes
// out. It must live inside a synctest bubble.
type terminal struct {
	t       *testing.T
	program *tea.Program
	model   model // look at it only while the program waits
	screen  *screen
	keys    *io.PipeWriter
	ended   chan struct{}
}

// screen counts what the program writes and shows it.
type screen struct {
	mu      sync.Mutex
	vt      *vt.Emulator
	written int
	raw     []byte // all that was written
	longest int    // the most that was written at once
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.written += len(p)
	s.raw = append(s.raw, p...)
	s.longest = max(s.longest, len(p))
	// Without a terminal of its own the renderer counts on the line discipline
	// to add the carriage return, as an SSH server's pty does.
	if _, err := s.vt.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// onTerminal runs body with the interface on a terminal of that size.
func onTerminal(t *testing.T, o tui.Options, width, height int, body func(*terminal)) {
	t.Helper()
	withProfile(t, o, colorprofile.TrueColor, width, height, body)
}

func withProfile(t *testing.T, o tui.Options, p colorprofile.Profile, width, height int, body func(*terminal)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		// The samples' day: Tuesday 24 November 2026, 8:14 in Vietnam.
		time.Sleep(time.Until(sampleDay)) //nolint:forbidigo // virtual time
		ctx, cancel := context.WithCancel(t.Context())
		o.Context = ctx //nolint:fatcontext // made once a run
		term := &terminal{t: t, screen: &screen{vt: vt.NewEmulator(width, height)}, ended: make(chan struct{})}
		in, keys := io.Pipe()
		term.keys = keys
		leave := o.Leave
		o.Leave = func() {
			if leave != nil {
				leave()
			}
			go term.program.Quit()
		}
		term.model = newModel(o)
		term.program = tea.NewProgram(term.model,
			tea.WithInput(in), tea.WithOutput(term.screen), tea.WithWindowSize(width, height),
			tea.WithColorProfile(p), tea.WithoutSignalHandler(), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
		go func() {
			defer close(term.ended)
			if _, err := term.program.Run(); err != nil {
				t.Errorf("the program ended with %v", err)
			}
		}()
		// The emulator answers questions such as the background colour; nobody
		// reads the answers, and an unread answer would block it.
		go func() { _, _ = io.Copy(io.Discard, term.screen.vt) }()
		defer func() { // also when body fails half-way
			_ = keys.Close()
			term.program.Quit()
			<-term.ended
			_ = term.screen.vt.Close()
			cancel()
			// Timers that nobody waits for any more.
			time.Sleep(2 * time.Minute) //nolint:forbidigo // virtual time
			synctest.Wait()
		}()
		term.wait(500 * time.Millisecond)
		body(term)
	})
}

var sampleDay = time.Date(2026, 11, 24, 8, 14, 0, 0, time.FixedZone("ICT", 7*3600))

// wait lets virtual time pass, so that commands end and frames are drawn.
func (c *terminal) wait(d time.Duration) {
	time.Sleep(d) //nolint:forbidigo // virtual time
	synctest.Wait()
}

// Keys as an xterm sends them.
var keyBytes = map[string]string{
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "enter": "\r", "esc": "\x1b",
	"tab": "\t", "pgup": "\x1b[5~", "pgdown": "\x1b[6~", "backspace": "\x7f", "f1": "\x1bOP", "f2": "\x1bOQ",
	"f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~", "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "delete": "\x1b[3~", "shift+tab": "\x1b[Z", "f10": "\x1b[21~", "f11": "\x1b[23~", "f12": "\x1b[24~", "ctrl+c": "\x03", "ctrl+o": "\x0f", "ctrl+r": "\x12", "ctrl+s": "\x13", "home": "\x1b[H", "end": "\x1b[F",
}

// press types keys by name; a letter and an escape sequence are typed as they stand.
func (c *terminal) press(keys ...string) {
	c.t.Helper()
	for _, k := range keys {
		seq, ok := keyBytes[k]
		if !ok {
			seq = k
			if len([]rune(k)) != 1 && k[0] != '\x1b' {
				c.t.Fatalf("no key is called %q", k)
			}
		}
		_, _ = io.WriteString(c.keys, seq)
		// An escape alone is told from the start of a sequence by a pause.
		c.wait(200 * time.Millisecond)
	}
}

// send types raw bytes in one go, as a paste or a mouse does.
func (c *terminal) send(raw string) {
	_, _ = io.WriteString(c.keys, raw)
	c.wait(100 * time.Millisecond)
}

// typeText types letter by letter, as a person does, and then pauses.
func (c *terminal) typeText(s string) {
	for _, r := range s {
		_, _ = io.WriteString(c.keys, string(r))
		c.wait(50 * time.Millisecond)
	}
	c.wait(time.Second)
}

// text is what stands on the screen, without styles.
func (c *terminal) text() string {
	c.screen.mu.Lock()
	defer c.screen.mu.Unlock()
	lines := strings.Split(c.screen.vt.String(), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " \r")
	}
	return strings.Join(lines, "\n")
}

// styled is what stands on the screen with the styles that show. A blank cell keeps the
// colour of the letters that stood there before, and nobody sees it.
func (c *terminal) styled() string { return c.cells().Render() }

// cells are the same, cell by cell.
func (c *terminal) cells() *uv.Buffer {
	c.screen.mu.Lock()
	defer c.screen.mu.Unlock()
	e := c.screen.vt
	seen := uv.NewBuffer(e.Width(), e.Height())
	for y := range e.Height() {
		for x := range e.Width() {
			seen.Lines[y][x] = visible(e.CellAt(x, y))
		}
	}
	return seen
}

// visible is a cell without what shows nothing: of a blank one the colour of its
// letters, and whether they are bold. Its background is seen, and so is a line through
// or below it; turned round the colour of the letters is the background.
func visible(cell *uv.Cell) uv.Cell {
	if cell == nil {
		return uv.EmptyCell
	}
	seen := *cell
	if seen.Content != " " {
		return seen
	}
	s := &seen.Style
	const drawn = uv.AttrReverse | uv.AttrStrikethrough
	if s.Attrs&drawn == 0 {
		if s.Underline == uv.UnderlineNone || s.UnderlineColor != nil {
			s.Fg = nil
		}
		s.Attrs &^= uv.AttrBold | uv.AttrFaint | uv.AttrItalic | uv.AttrConceal | uv.AttrBlink | uv.AttrRapidBlink
	}
	if s.Underline == uv.UnderlineNone {
		s.UnderlineColor = nil
	}
	return seen
}

// written is how much was written so far.
func (c *terminal) written() int {
	c.screen.mu.Lock()
	defer c.screen.mu.Unlock()
	return c.screen.written
}

// shows fails unless every piece stands on the screen.
func (c *terminal) shows(pieces ...string) {
	c.t.Helper()
	got := c.text()
	for _, p := range pieces {
		if !strings.Contains(got, p) {
			c.t.Fatalf("the screen does not show %q:\n%s", p, got)
		}
	}
}

// hides fails when one of the pieces stands on the screen.
func (c *terminal) hides(pieces ...string) {
	c.t.Helper()
	got := c.text()
	for _, p := range pieces {
		if strings.Contains(got, p) {
			c.t.Fatalf("the screen shows %q:\n%s", p, got)
		}
	}
}

// click presses the left button on the first cell of some text.
func (c *terminal) click(piece string) {
	c.t.Helper()
	for y, l := range strings.Split(c.text(), "\n") {
		if i := strings.Index(l, piece); i >= 0 {
			x := len([]rune(l[:i])) + 1 // letters on these screens are one cell wide
			c.send(mouse(0, x, y))
			return
		}
	}
	c.t.Fatalf("nothing to click: %q is not on the screen:\n%s", piece, c.text())
}

// wheel turns the wheel: 64 is up and 65 down in SGR mouse reports.
func (c *terminal) wheel(down bool) {
	button := 64
	if down {
		button = 65
	}
	c.send(mouse(button, 10, 10))
}
