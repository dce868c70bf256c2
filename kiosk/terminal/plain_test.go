package terminal

import (
	"bytes"
	"image/color"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"":                             "",
		"text":                         "text",
		"\x1b[>4m\x1b[?1049h":          "\x1b[>4m\x1b[m\x1b[?1049h",
		"\x1b[>4;2m\x1b[>1u\x1b[1mA":   "\x1b[>4;2m\x1b[m\x1b[>1u\x1b[1mA",
		"\x1b[>4m\x1b[>4;2m\x1b[H":     "\x1b[>4m\x1b[>4;2m\x1b[m\x1b[H",
		"\x1b[>4;2m\x1b[HA\x1b[>4mB":   "\x1b[>4;2m\x1b[HA\x1b[>4m\x1b[mB",
		"\x1b[4mA\x1b[4;2mB\x1b[?4mok": "\x1b[4mA\x1b[4;2mB\x1b[?4mok",
	} {
		if got := string(Plain([]byte(in))); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

// page is a program of one styled line.
type page struct{}

func (page) Init() tea.Cmd { return nil }
func (p page) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.WindowSizeMsg); ok {
		return p, tea.Quit
	}
	return p, nil
}

func (page) View() tea.View {
	v := tea.NewView("\x1b[31mtitle\x1b[m")
	v.AltScreen, v.BackgroundColor = true, color.Black
	return v
}

// options are the sequences that some consoles take for an underline.
var options = regexp.MustCompile(`\x1b\[>4(;2)?m`)

// A reset follows each key option before any text: at the start, at the end, and before the
// shell's text. The test runs the library itself; if it writes the options in another form,
// Plain must know that form.
func TestTheLibrarysFramesArePlain(t *testing.T) {
	var b plainBuffer
	p := tea.NewProgram(page{}, tea.WithInput(strings.NewReader("")), tea.WithOutput(&b), tea.WithWindowSize(80, 24), tea.WithoutSignals())
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	found := options.FindAllStringIndex(out, -1)
	if len(found) < 2 || !strings.Contains(out, "title") {
		t.Fatalf("the library asks for keys in another way: %q", out)
	}
	for _, at := range found {
		rest := out[at[1]:]
		reset := strings.Index(rest, "\x1b[m")
		if text := strings.Index(rest, "title"); reset < 0 || text >= 0 && text < reset {
			t.Errorf("no reset behind %q: %q", out[at[0]:at[1]], rest)
		}
	}
}

type plainBuffer struct{ bytes.Buffer }

func (b *plainBuffer) Write(p []byte) (int, error) {
	_, err := b.Buffer.Write(Plain(p))
	return len(p), err
}
