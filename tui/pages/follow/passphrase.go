package follow

import (
	"errors"
	"fmt"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"motcua/client/clean"
	"motcua/client/follow"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// passLeast is the least length of a new passphrase: NIST SP 800-63B, 5.1.1.2.
const passLeast = 8

const passMost = 128

// secret is a page with a field for a passphrase, which shows stars.
type secret struct {
	page.Entry
	list    *List
	busy    bool
	problem func() string // in the current language; nil: none
}

func newSecret(env *page.Env, l *List) secret {
	s := secret{Entry: page.NewEntry(env, "passphrase", page.LayoutCode, passMost), list: l}
	s.Field.Hide()
	s.Changed = func() tea.Cmd { s.problem = nil; return nil }
	return s
}

// take returns what was typed and empties the field.
func (s *secret) take() string {
	typed := s.Typed()
	s.Field.SetValue("")
	return typed
}

// Leave forgets what was typed.
func (s *secret) Leave() { s.Field.SetValue("") }

func (s *secret) Crumb() string { return s.Texts.Follow.Title }

// draw draws the field and what is said about it.
func (s *secret) draw(f *parts.Flow, label, busy string) {
	s.DrawField(f.Sheet, f.Y, min(s.Width, 48), label, "")
	f.Gap(parts.FieldHeight + 1)
	switch {
	case s.busy:
		f.Hang(s.Styles.Info, "…", s.Styles.Base, busy)
	case s.problem != nil:
		f.Hang(s.Styles.Warn, string(view.SignAction), s.Styles.Base, s.problem())
	default:
		return
	}
	f.Gap(1)
}

// unlock asks for the passphrase of a kept list.
type unlock struct {
	secret
	wrong bool
}

// openedMsg is the result of opening a list.
type openedMsg struct {
	page  int
	list  []follow.Entry
	aside string // a list that was set aside
	err   error
}

func (m openedMsg) To() int { return m.page }

func (u *unlock) Keys() []parts.Key {
	t, w := &u.Texts.Screen, &u.Texts.Follow
	keys := []parts.Key{{Label: "Enter", Text: t.KeyOpen, Press: "enter"}, {Label: "Esc", Text: t.KeyBack, Press: "esc"}}
	if u.wrong {
		keys = append(keys, parts.Key{Label: "Ctrl+R", Text: w.KeyRenew, Press: "ctrl+r"})
	}
	return keys
}

func (u *unlock) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case openedMsg:
		return u.opened(msg)
	case tea.KeyPressMsg:
		switch k := msg.String(); {
		case k == "esc":
			return u.Back()
		case u.busy:
			return nil
		case k == "enter" && u.Typed() != "":
			return u.open()
		case k == "ctrl+r" && u.wrong:
			return u.renew()
		}
	}
	return u.Take(msg)
}

func (u *unlock) open() tea.Cmd {
	u.busy = true
	keeper, number, typed := u.list.keeper, u.Number(), u.take()
	return func() tea.Msg {
		list, err := keeper.Open(typed)
		return openedMsg{page: number, list: list, err: err}
	}
}

// renew sets the list aside for which the passphrase was forgotten.
func (u *unlock) renew() tea.Cmd {
	u.busy = true
	keeper, number := u.list.keeper, u.Number()
	return func() tea.Msg {
		name, err := keeper.Aside()
		return openedMsg{page: number, aside: name, err: err}
	}
}

func (u *unlock) opened(msg openedMsg) tea.Cmd {
	u.busy = false
	var damaged *follow.DamagedError
	switch {
	case errors.Is(msg.err, follow.ErrPassphrase):
		u.wrong, u.problem = true, func() string { return u.Texts.Follow.PassWrong }
		return nil
	case msg.err != nil && !errors.As(msg.err, &damaged):
		u.problem = func() string { return fmt.Sprintf(u.Texts.Follow.KeepFailed, systemMessage(msg.err)) }
		return nil
	}
	u.list.open(msg.list, u.Service.Now())
	says := damage(msg.err, u.Env)
	if msg.aside != "" {
		says = fmt.Sprintf(u.Texts.Follow.PassAside, clean.Line(msg.aside))
	}
	cmd := u.Instead(page.Follow{})
	if says == "" {
		return cmd
	}
	return tea.Batch(cmd, func() tea.Msg { return page.NoticeMsg(says) })
}

func (u *unlock) Sheet() *parts.Sheet {
	s := parts.NewSheet(u.Width, u.Height, u.Styles.Base)
	f := parts.Flow{Sheet: s, Width: min(u.Width, 76)}
	u.draw(&f, u.Texts.Follow.PassLabel, u.Texts.Follow.PassOpening)
	if u.wrong && !u.busy {
		f.Write(u.Styles.Quiet, u.Texts.Follow.PassForgotten)
	}
	return s
}

// choice asks how the list is to be kept.
type choice struct {
	secret
	at     int    // the way that is selected
	asking bool   // for the new passphrase
	first  string // the new passphrase, typed once; "": not yet
}

// changedMsg is the result of keeping the list otherwise.
type changedMsg struct {
	page int
	to   follow.Keeping
	err  error
}

func (m changedMsg) To() int { return m.page }

func newChoice(env *page.Env, l *List) page.Page {
	c := &choice{secret: newSecret(env, l), at: int(l.keeping)}
	c.FieldClosed = true
	return c
}

func (c *choice) Crumb() string { return c.Texts.Follow.KeepTitle }

// Leave forgets what was typed.
func (c *choice) Leave() {
	c.secret.Leave()
	c.first = ""
}

func (c *choice) Keys() []parts.Key {
	t := &c.Texts.Screen
	enter, esc := parts.Key{Label: "Enter", Text: t.KeyOpen, Press: "enter"}, parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"}
	if c.asking {
		return []parts.Key{enter, esc}
	}
	return []parts.Key{{Label: "1 – 3", Text: t.KeyChoose}, enter, esc}
}

func (c *choice) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case changedMsg:
		return c.changed(msg)
	case tea.KeyPressMsg:
		switch {
		case c.busy:
			return nil
		case c.asking:
			return c.typed(msg)
		}
		return c.key(msg.String())
	}
	if c.asking {
		return c.Take(msg)
	}
	return nil
}

func (c *choice) key(k string) tea.Cmd {
	last := len(c.Texts.Follow.KeepWays) - 1
	switch k {
	case "esc":
		return c.Back()
	case "up":
		c.at = max(c.at-1, 0)
	case "down", "tab":
		c.at = min(c.at+1, last)
	case "enter":
		return c.choose(c.at)
	case "1", "2", "3":
		return c.choose(int(k[0] - '1'))
	}
	return nil
}

// choose keeps the list in a way; for a sealed one the passphrase is asked first.
func (c *choice) choose(way int) tea.Cmd {
	c.at, c.problem = way, nil
	if follow.Keeping(way) != follow.KeepSealed {
		return c.change("")
	}
	c.asking = true
	c.OpenField()
	return nil
}

// typed handles a key while the passphrase is asked.
func (c *choice) typed(msg tea.KeyPressMsg) tea.Cmd {
	w := &c.Texts.Follow
	switch msg.String() {
	case "esc":
		c.asking, c.first, c.problem = false, "", nil
		c.CloseField()
		return nil
	case "enter":
	default:
		c.problem = nil
		return c.Take(msg)
	}
	switch typed := c.take(); {
	case utf8.RuneCountInString(typed) < passLeast && c.first == "":
		c.problem = func() string { return w.PassShort }
	case c.first == "":
		c.first = typed
	case typed != c.first:
		c.first, c.problem = "", func() string { return w.PassDiffer }
	default:
		return c.change(typed)
	}
	return nil
}

func (c *choice) change(passphrase string) tea.Cmd {
	c.busy, c.asking, c.first = true, false, ""
	c.CloseField()
	l, to, number := c.list, follow.Keeping(c.at), c.Number()
	l.keeper.Put(l.entries())
	return func() tea.Msg { return changedMsg{number, to, l.keeper.Change(to, passphrase)} }
}

func (c *choice) changed(msg changedMsg) tea.Cmd {
	c.busy = false
	if msg.err != nil {
		c.problem = func() string { return fmt.Sprintf(c.Texts.Follow.KeepFailed, systemMessage(msg.err)) }
		return nil
	}
	c.list.keeping = msg.to
	says := c.Texts.Follow.KeepIs[msg.to]
	return tea.Batch(c.Back(), func() tea.Msg { return page.NoticeMsg(says) })
}

func (c *choice) Sheet() *parts.Sheet {
	w, st := &c.Texts.Follow, c.Styles
	s := parts.NewSheet(c.Width, c.Height, st.Base)
	f := parts.Flow{Sheet: s, Width: min(c.Width, 76)}
	if c.asking {
		label := w.PassNew
		if c.first != "" {
			label = w.PassAgain
		}
		f.Write(st.Title, w.KeepWays[c.at][0])
		f.Gap(1)
		c.draw(&f, label, w.Keeping)
		f.Write(st.Quiet, w.KeepWays[c.at][1])
		return s
	}
	if c.drawWays(&f, true); f.Y > c.Height {
		s = parts.NewSheet(c.Width, c.Height, st.Base)
		f = parts.Flow{Sheet: s, Width: f.Width}
		c.drawWays(&f, false)
	}
	return s
}

// drawWays draws the ways to keep the list. Where there is no room, all says no, and only the
// selected one says what it means.
func (c *choice) drawWays(f *parts.Flow, all bool) {
	w, st := &c.Texts.Follow, c.Styles
	f.Write(st.Title, w.KeepAsk)
	f.Gap(1)
	for i, way := range w.KeepWays {
		name, face := fmt.Sprintf("%d  %s", i+1, way[0]), st.Strong
		if int(c.list.keeping) == i {
			name += " (" + w.KeepNow + ")"
		}
		sign, mark := " ", st.Base
		if i == c.at {
			sign, mark, face = "▸", st.Key, st.Chosen(face)
		}
		f.Hang(mark, sign, face, name)
		if all || i == c.at {
			f.X, f.Width = f.X+5, f.Width-5
			f.Write(st.Base, way[1])
			f.X, f.Width = f.X-5, f.Width+5
			f.Gap(1)
		}
	}
	switch {
	case c.busy:
		f.Hang(st.Info, "…", st.Base, w.Keeping)
	case c.problem != nil:
		f.Hang(st.Warn, string(view.SignAction), st.Base, c.problem())
	}
}
