package pin

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/device"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// pinMost is the maximum number of digits.
const pinMost = 64

// screen asks for the PIN of the staff. The typed digits are shown as dots and erased once
// they are checked.
type screen struct {
	page.Base
	op       device.Operator
	digits   []byte
	checking bool
	wrong    bool          // the last checked PIN was wrong
	wait     time.Duration // until another one may be tried
}

// New returns the page; op checks the PIN.
func New(env *page.Env, op device.Operator) page.Page {
	return &screen{Base: page.NewBase(env), op: op, digits: make([]byte, 0, pinMost)}
}

// pinMsg is the result of checking a PIN.
type pinMsg struct {
	page int
	ok   bool
	wait time.Duration
}

func (m pinMsg) To() int { return m.page }

// Leave erases the typed digits.
func (p *screen) Leave() { p.forget() }

func (p *screen) forget() {
	clear(p.digits[:cap(p.digits)])
	p.digits = p.digits[:0]
}

func (p *screen) Crumb() string       { return p.Texts.Hold.PINTitle }
func (p *screen) CapturesInput() bool { return true }

func (p *screen) Keys() []parts.Key {
	t := &p.Texts.Screen
	return []parts.Key{
		{Label: "Enter", Text: t.KeyOpen, Press: "enter"},
		{Label: "Esc", Text: t.KeyBack, Press: "esc"},
	}
}

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pinMsg:
		return p.checked(msg)
	case page.PressMsg:
		return p.press(msg.ID)
	case tea.KeyPressMsg:
		switch k := msg.String(); k {
		case "esc":
			return p.Back()
		case "backspace", "delete":
			return p.press("del")
		case "enter":
			return p.press("ok")
		default:
			return p.press(k)
		}
	}
	return nil
}

// press handles a key of either keyboard: a digit, "del" or "ok".
func (p *screen) press(k string) tea.Cmd {
	switch {
	case p.checking:
	case k == "del" && len(p.digits) > 0:
		p.digits[len(p.digits)-1] = 0
		p.digits = p.digits[:len(p.digits)-1]
		p.wrong = false
	case k == "ok" && len(p.digits) > 0:
		return p.check()
	case len(k) == 1 && k[0] >= '0' && k[0] <= '9' && len(p.digits) < pinMost:
		p.digits = append(p.digits, k[0])
		p.wrong = false
	}
	return nil
}

// check checks the PIN, which takes a tenth of a second on purpose.
func (p *screen) check() tea.Cmd {
	p.checking, p.wrong = true, false
	op, number, pin := p.op, p.Number(), string(p.digits)
	p.forget()
	return func() tea.Msg {
		ok, wait := op.Open(pin)
		return pinMsg{number, ok, wait}
	}
}

// checked replaces this page by the page for staff, or says how long to wait.
func (p *screen) checked(m pinMsg) tea.Cmd {
	p.checking = false
	if m.ok {
		return p.Instead(page.Operator{})
	}
	p.wrong, p.wait = true, m.wait
	return nil
}

// problem says what is wrong with the PIN, in the current language.
func (p *screen) problem() string {
	if p.wait > 0 {
		return fmt.Sprintf(p.Texts.Hold.PINWait, p.Texts.Wait(p.wait))
	}
	return p.Texts.Hold.PINWrong
}

// pinKeys are the keys for touch.
var pinKeys = [][]string{{"1", "2", "3"}, {"4", "5", "6"}, {"7", "8", "9"}, {"del", "0", "ok"}}

func (p *screen) Sheet() *parts.Sheet {
	w, st := &p.Texts.Hold, p.Styles
	s := parts.NewSheet(p.Width, p.Height, st.Base)
	pad := parts.Keyboard{Focus: p.FocusOn(p.Number())}
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
	f := parts.Flow{Sheet: s, Width: min(p.Width-padWidth-3, 48)}
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
	case p.wrong:
		f.Hang(st.Warn, string(view.SignAction), st.Error, p.problem())
	default:
		f.Write(st.Quiet, w.PINHelp)
	}
	return s
}
