package kiosk

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"motcua/tui/page"
	"motcua/tui/parts"
)

// lobbyKeys work everywhere in a lobby, in addition to those that work everywhere.
var lobbyKeys = struct{ size, more, finish, state key.Binding }{
	size:   key.NewBinding(key.WithKeys("f6", "c", "C")),
	more:   key.NewBinding(key.WithKeys("f11")),
	state:  key.NewBinding(key.WithKeys("f5")),
	finish: key.NewBinding(key.WithKeys("f10", "ctrl+c")),
}

// handAll passes a person's keys on, one after the other.
func (sh *Shell) handAll(keys []tea.KeyPressMsg) tea.Cmd {
	var cmds []tea.Cmd
	for _, k := range keys {
		sh.hush()
		sh.changed() // the previous key may have opened another page
		cmds = append(cmds, sh.handKey(k))
	}
	return tea.Batch(cmds...)
}

// handKey handles the keys that only a lobby has and passes the others on.
func (sh *Shell) handKey(k tea.KeyPressMsg) tea.Cmd {
	sh.env.Keyed = sh.env.Keyed || k.Code != tea.KeyF12 // which is for the staff
	switch k.Code {
	case tea.KeyF12:
		if !sh.offers("f12") {
			return sh.askPIN()
		}
	case tea.KeyF10:
		return sh.wipe()
	}
	return sh.hand(k)
}

// offers reports whether the page on top uses a key itself.
func (sh *Shell) offers(press string) bool {
	return slices.ContainsFunc(sh.Top().Keys(), func(k parts.Key) bool { return k.Press == press })
}

// hand passes a message on and reads its result aloud.
func (sh *Shell) hand(msg tea.Msg) tea.Cmd {
	defer sh.changed()
	sh.interrupt(msg)
	before := sh.Top().Number()
	cmd := sh.route(msg)
	if sh.root.Home() && sh.Top().Number() != before {
		sh.loseFocus() // otherwise the first page would show where the last person went
	}
	sh.speak(msg)
	return cmd
}

// route passes the messages to the root that are not the shell's.
func (sh *Shell) route(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return sh.pressed(msg)
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft && !sh.root.TooSmall() {
			return sh.fingerDown(msg)
		}
	case tea.MouseMotionMsg:
		sh.fingerMoves(msg)
	case tea.MouseReleaseMsg:
		return sh.fingerUp()
	case restMsg:
		return sh.fingerRests(msg)
	default:
		return tea.Batch(sh.lettersCame(msg), sh.root.Hand(msg))
	}
	return nil
}

// pressed handles a key of a keyboard or of a button.
func (sh *Shell) pressed(msg tea.KeyPressMsg) tea.Cmd {
	sh.root.Unsay()
	if sh.root.Blind(msg) {
		return nil
	}
	if cmd, ok := sh.ownKey(msg); ok {
		return cmd
	}
	if cmd, ok := sh.voiceKey(msg); ok {
		return cmd
	}
	return sh.root.Press(msg)
}

// ownKey handles the keys of a lobby and reports whether it was one.
func (sh *Shell) ownKey(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	top := sh.Top()
	more, onMore := top.Page.(*morePage)
	switch {
	case key.Matches(msg, lobbyKeys.finish):
		return page.Finish, true
	case key.Matches(msg, lobbyKeys.state) && !sh.behindPIN():
		return nil, true // which portal answers is for the staff
	case len(msg.Text) > 0 && top.CapturesInput():
		if !sh.pressing { // this person uses a keyboard
			sh.env.Away = true
			sh.loseFocus() // Enter belongs to what they type
		}
		return nil, false
	case key.Matches(msg, lobbyKeys.size):
		return sh.nextSize(), true
	case key.Matches(msg, lobbyKeys.more) && onMore:
		sh.root.Back()
		return nil, true
	case key.Matches(msg, lobbyKeys.more) && len(sh.Left(top)) == 0:
		return nil, true
	case key.Matches(msg, lobbyKeys.more):
		return sh.root.Open(page.More{}), true
	case onMore && more.holds(msg):
		sh.root.Back() // the key belongs to the page below
		sh.changed()
		return sh.pressed(msg), true
	case sh.pressing:
		return nil, false
	}
	return sh.walk(msg)
}
