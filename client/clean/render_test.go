package clean_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"motcua/client/clean"
)

// crashers are texts that crash a Bubble Tea v2 program when they are rendered uncleaned:
// sequences with more parameters than its decoder has room for, with each possible beginning.
var crashers = []string{
	"\x1b[" + strings.Repeat("1;", 40) + "m",
	"\x1b[" + strings.Repeat("1:", 40) + "m",
	"\u009b" + strings.Repeat("1;", 40) + "m",
	"\x9b" + strings.Repeat("1;", 40) + "m",
	"\x1bP" + strings.Repeat("1;", 40) + "q\x1b\\",
	"\u0090" + strings.Repeat("1;", 40) + "q\u009c",
	"\x90" + strings.Repeat("1;", 40) + "q\x9c",
	"\x1b]0;title\a\x1b]8;;http://example.test\x1b\\link\x1b]8;;\x1b\\",
}

// This test shows why texts are cleaned, and that the crashers still crash. If it fails, the
// decoder was fixed, and the tests below no longer prove much.
func TestACrasherCrashesUncleaned(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("the decoder takes a sequence with 40 parameters by now")
		}
	}()
	screen := uv.NewScreenBuffer(80, 3)
	uv.NewStyledString(crashers[0]).Draw(screen, screen.Bounds())
}

func TestCleanedTextCannotUpsetTheProgram(t *testing.T) {
	for _, s := range crashers {
		for _, text := range []string{clean.Line(s), clean.Text("một\n" + s + "\nhai")} {
			draw(t, text)
			out := runProgram(t, text)
			if !bytes.Contains(out, []byte(";1;1")) && strings.Contains(text, ";1;1") {
				t.Errorf("the harmless rest of %q is not on the screen", text)
			}
		}
	}
}

// draw passes a text through everything between a view and a terminal: the width of a string,
// the renderer's cells, and a terminal that reads the same bytes. A panic fails the test.
func draw(t *testing.T, s string) {
	t.Helper()
	if w := ansi.StringWidth(s); w < 0 {
		t.Errorf("width %d of %q", w, s)
	}
	if strings.ContainsRune(s, '\n') {
		s = strings.ReplaceAll(s, "\n", "\r\n")
	} else if stripped := ansi.Strip(s); stripped != s {
		t.Errorf("%q holds a sequence: stripped it is %q", s, stripped)
	}
	screen := uv.NewScreenBuffer(80, 5)
	uv.NewStyledString(s).Draw(screen, screen.Bounds())

	terminal := vt.NewEmulator(80, 5)
	defer terminal.Close()
	if _, err := io.WriteString(terminal, s); err != nil {
		t.Error(err)
	}
	if x := terminal.CursorPosition().X; x < 0 || x > 80 {
		t.Errorf("cursor at %d after %q", x, s)
	}
}

// runProgram shows a text in a complete program and returns the program's output.
func runProgram(t *testing.T, s string) []byte {
	t.Helper()
	var out bytes.Buffer
	p := tea.NewProgram(show(s),
		tea.WithInput(nil), tea.WithOutput(&out), tea.WithWindowSize(80, 24),
		tea.WithoutSignalHandler(), tea.WithEnvironment([]string{"TERM=xterm-256color"}),
		tea.WithContext(t.Context()))
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// show is a program that shows a text once and ends.
type show string

func (m show) Init() tea.Cmd { return nil }

func (m show) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.WindowSizeMsg); ok {
		return m, tea.Quit
	}
	return m, nil
}

func (m show) View() tea.View { return tea.NewView(string(m)) }
