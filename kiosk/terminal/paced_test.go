package terminal

import (
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// drawn is a model that counts its views.
type drawn struct{ views, keys int }

func (d *drawn) Init() tea.Cmd { return nil }

func (d *drawn) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.KeyPressMsg); ok {
		d.keys++
	}
	return d, nil
}

func (d *drawn) View() tea.View {
	d.views++
	return tea.NewView("")
}

func TestPacedDrawsOnceAFrame(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &drawn{}
		p := NewPaced(d, 20)
		// Like Bubble Tea: a view after each message.
		send := func(msg tea.Msg) tea.Cmd {
			_, cmd := p.Update(msg)
			p.View()
			return cmd
		}
		p.View()
		time.Sleep(time.Minute) //nolint:forbidigo // virtual time
		d.views = 0

		if cmd := send(tea.KeyPressMsg{}); d.views != 1 || cmd != nil {
			t.Errorf("a key after a pause: drawn %d times, frame asked for: %v", d.views, cmd != nil)
		}
		var frame tea.Cmd
		for i := range 2000 {
			cmd := send(tea.KeyPressMsg{})
			if cmd != nil && i > 0 {
				t.Fatal("a second frame asked for")
			}
			if i == 0 {
				frame = cmd
			}
		}
		if d.views != 1 || d.keys != 2001 {
			t.Errorf("two thousand keys in one frame: %d seen, drawn %d times", d.keys, d.views)
		}
		if frame == nil {
			t.Fatal("nobody asked for the frame's end")
		}
		began := time.Now()
		send(frame()) // a single command stays itself in a batch
		if d.views != 2 || time.Since(began) > 50*time.Millisecond {
			t.Errorf("after the frame: drawn %d times, %v later", d.views, time.Since(began))
		}
		// A size is drawn at once: without it there is no first screen.
		send(tea.WindowSizeMsg{Width: 80, Height: 24})
		if d.views != 3 {
			t.Errorf("after a size: drawn %d times", d.views)
		}
		// An idle program is not drawn.
		time.Sleep(time.Minute) //nolint:forbidigo // virtual time
		if p.waiting && d.views != 3 {
			t.Error("drawn while nothing happened")
		}
	})
}

// coloured is a model that always shows the same.
type coloured struct{}

func (coloured) Init() tea.Cmd                       { return nil }
func (coloured) Update(tea.Msg) (tea.Model, tea.Cmd) { return coloured{}, nil }
func (coloured) View() tea.View {
	v := tea.NewView("page")
	v.AltScreen, v.Cursor = true, tea.NewCursor(1, 1)
	return v
}

// The size may come before the colours. A first screen without colours would be sent twice.
func TestPacedWaitsForTheColours(t *testing.T) {
	p := NewPaced(coloured{}, 20)
	_, _ = p.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	if v := p.View(); v.Content != blank || v.Cursor != nil || !v.AltScreen {
		t.Errorf("before the colours: %+v", v)
	}
	_, _ = p.Update(tea.ColorProfileMsg{Profile: colorprofile.ANSI256})
	if v := p.View(); v.Content != "page" || v.Cursor == nil {
		t.Errorf("with the colours: %+v", v)
	}
}

// While its address has drawn too much, a program is drawn twice a second.
func TestPacedDrawsSlowly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &drawn{}
		p := NewPaced(d, 50)
		slow := true
		p.Slow = func() bool { return slow }
		p.View()
		for range 200 { // ten seconds of keys
			p.Update(tea.KeyPressMsg{})
			p.View()
			time.Sleep(50 * time.Millisecond) //nolint:forbidigo // virtual time
			if p.left() <= 0 && p.waiting {
				p.Update(frameMsg{})
				p.View()
			}
		}
		if d.views < 15 || d.views > 21 {
			t.Errorf("drawn %d times in ten seconds", d.views)
		}
		slow, d.views = false, 0
		time.Sleep(time.Second) //nolint:forbidigo // virtual time
		p.Update(frameMsg{})
		p.View()
		for range 10 {
			time.Sleep(50 * time.Millisecond) //nolint:forbidigo // virtual time
			p.Update(tea.KeyPressMsg{})
			p.View()
		}
		if d.views < 10 {
			t.Errorf("drawn %d times for ten keys", d.views)
		}
	})
}
