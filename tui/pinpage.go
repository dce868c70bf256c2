package tui

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
	"motcua/tui/view"
)

// How the page for staff is opened without a keyboard: so many taps on the first
// line of the screen, where the desk's name is, within that time.
const (
	deskTaps = 5
	deskTime = 3 * time.Second
)

// pinMost is how many digits are taken.
const pinMost = 64

// pinPage asks for the PIN of the staff. What is typed shows as dots and lives no
// longer than it takes to check it.
type pinPage struct {
	basePage
	digits   []byte
	checking bool
	said     string
}

func newPIN(sh *shared) *pinPage {
	return &pinPage{basePage: newBase(sh), digits: make([]byte, 0, pinMost)}
}

// pinMsg is what came of a PIN.
type pinMsg struct {
	page int
	ok   bool
	wait time.Duration
}

func (m pinMsg) to() int { return m.page }

// behindPIN tells whether the page on top is for staff.
func (r *Root) behindPIN() bool {
	switch r.top().(type) {
	case *pinPage, *operatorPage:
		return true
	}
	return false
}

// askPIN opens the way to the page for staff, where there is one.
func (r *Root) askPIN() tea.Cmd {
	if r.sh.Kiosk.Operator == nil || r.behindPIN() {
		return nil
	}
	return r.open(newPIN(r.sh))
}

// tapped counts the taps on the first line.
func (r *Root) tapped(now time.Time) tea.Cmd {
	h := r.porter
	h.taps = append(h.taps, now)
	if over := len(h.taps) - deskTaps; over > 0 {
		h.taps = h.taps[over:]
	}
	if len(h.taps) < deskTaps || now.Sub(h.taps[0]) > deskTime {
		return nil
	}
	h.taps = nil
	return r.askPIN()
}

// Leave forgets what was typed.
func (p *pinPage) Leave() { p.forget() }

func (p *pinPage) forget() {
	clear(p.digits[:cap(p.digits)])
	p.digits = p.digits[:0]
}

func (p *pinPage) Crumb() string       { return p.texts.Hold.PINTitle }
func (p *pinPage) CapturesInput() bool { return true }

func (p *pinPage) Keys() []parts.Key {
	t := &p.texts.Screen
	return []parts.Key{
		{Label: "Enter", Text: t.KeyOpen, Press: "enter"},
		{Label: "Esc", Text: t.KeyBack, Press: "esc"},
	}
}

func (p *pinPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case pinMsg:
		return p.checked(msg)
	case pressMsg:
		return p, p.press(msg.id)
	case tea.KeyPressMsg:
		switch k := msg.String(); k {
		case "esc":
			return p, p.back()
		case "backspace", "delete":
			return p, p.press("del")
		case "enter":
			return p, p.press("ok")
		default:
			return p, p.press(k)
		}
	}
	return p, nil
}

// press takes a key of either keyboard: a digit, "del" or "ok".
func (p *pinPage) press(k string) tea.Cmd {
	switch {
	case p.checking:
	case k == "del" && len(p.digits) > 0:
		p.digits[len(p.digits)-1] = 0
		p.digits = p.digits[:len(p.digits)-1]
		p.said = ""
	case k == "ok" && len(p.digits) > 0:
		return p.check()
	case len(k) == 1 && k[0] >= '0' && k[0] <= '9' && len(p.digits) < pinMost:
		p.digits = append(p.digits, k[0])
		p.said = ""
	}
	return nil
}

// check asks whether the PIN is right, which takes a tenth of a second on purpose.
func (p *pinPage) check() tea.Cmd {
	p.checking, p.said = true, ""
	op, number, pin := p.Kiosk.Operator, p.number, string(p.digits)
	p.forget()
	return func() tea.Msg {
		ok, wait := op.Open(pin)
		return pinMsg{number, ok, wait}
	}
}

// checked goes on to the page for staff, in place of this one, or says how long to
// wait.
func (p *pinPage) checked(m pinMsg) (page, tea.Cmd) {
	p.checking = false
	if m.ok {
		next := newOperator(p.shared, p.syncing)
		return next, next.Start()
	}
	p.said = p.texts.Hold.PINWrong
	if m.wait > 0 {
		p.said = fmt.Sprintf(p.texts.Hold.PINWait, p.texts.Wait(m.wait))
	}
	return p, nil
}

func (p *pinPage) View(width, height int) string { return p.Sheet(width, height).String() }

// pinKeys are the keys for fingers.
var pinKeys = [][]string{{"1", "2", "3"}, {"4", "5", "6"}, {"7", "8", "9"}, {"del", "0", "ok"}}

func (p *pinPage) Sheet(width, height int) *parts.Sheet {
	w, st := &p.texts.Hold, p.st
	s := parts.NewSheet(width, height, st.Base)
	pad := parts.Keyboard{Focus: p.face.focus}
	for _, row := range pinKeys {
		var caps []parts.Cap
		for _, k := range row {
			c := parts.Cap{ID: k, Text: k}
			switch k {
			case "del":
				c.Text = w.PINErase
			case "ok":
				c.Text = w.PINOpen
			}
			caps = append(caps, c)
		}
		pad.Rows = append(pad.Rows, caps)
	}
	const padWidth = 3*9 + 2*parts.ButtonGap
	f := parts.Flow{Sheet: s, Width: min(width-padWidth-3, 48)}
	pad.Draw(s, st, f.Width+3, 0, padWidth)

	f.Gap(1)
	for _, l := range parts.Wrap(w.PINLabel, f.Width) {
		f.Write(st.Title, l)
	}
	f.Gap(1)
	dots := strings.Repeat("● ", min(len(p.digits), (f.Width-4)/2))
	parts.Button{Text: dots, Left: true}.Draw(s, st, 0, f.Y, f.Width, parts.ButtonHeight)
	f.Gap(parts.ButtonHeight + 1)
	switch {
	case p.checking:
		f.Hang(st.Info, "…", st.Base, w.PINChecking)
	case p.said != "":
		f.Hang(st.Warn, string(view.SignAction), st.Error, p.said)
	default:
		f.Write(st.Quiet, w.PINHelp)
	}
	return s
}
