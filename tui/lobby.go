package tui

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
)

// The frame of a lobby's screen: the desk's name, the page, and below it the
// buttons, three lines high. It is drawn for fingers, from 80 columns and 21
// lines on; a taller screen has air and a second row of buttons.
const (
	tallLobby  = 30 // lines from which on there is room for more than the page needs
	tallBusy   = 36 // the same where the keyboard takes its part
	tallHeader = 5  // lines above a page of a tall screen: name, place, band, one free
	lobbyBadge = 2  // columns before the badge of sample data
)

// lobbyTheme is a lobby's look where nothing else was chosen.
const lobbyTheme = "indigo"

// face is what a lobby's screen remembers of how the person uses it. The zero
// value is how the next person finds it.
type face struct {
	focus string   // the target that Enter presses, "" for none yet
	page  int      // the page that the focus is on
	size  textSize // of the text
	away  bool     // the keyboard was put away
}

// lobbyKeys work everywhere in a lobby, besides those of everywhere.
var lobbyKeys = struct{ size, more, finish key.Binding }{
	size:   key.NewBinding(key.WithKeys("f6", "c", "C")),
	more:   key.NewBinding(key.WithKeys("f11")),
	finish: key.NewBinding(key.WithKeys("f10", "ctrl+c")),
}

// focused tells whether Enter presses that target.
func (sh *shared) focused(id string) bool { return sh.face.focus == id && id != "" }

// lobbySheet lays header, page and buttons.
func (r *Root) lobbySheet() *parts.Sheet {
	sh := r.sh
	if number := r.top().Number(); sh.face.page != number {
		sh.face.page, sh.face.focus = number, ""
	}
	x := margin(r.width)
	width := r.width - 2*x
	s := parts.NewSheet(r.width, r.height, sh.st.Base)
	top := r.lobbyHeader(s, x, width)
	rows, _ := r.buttonRows(width)
	bottom := r.height - len(rows)*(parts.ButtonHeight+1) + 1
	if home, ok := r.top().(*homePage); ok {
		home.hem = x
	}
	s.Lay(x, top, r.top().Sheet(width, bottom-1-top))
	for i, row := range rows {
		parts.ButtonRow(s, sh.st, x, bottom+i*(parts.ButtonHeight+1), width, row)
	}
	return s
}

// dense is a page that may need every line that there is.
type dense interface{ dense() bool }

// lobbyHeader is the desk's name and the badge, and where there is room the
// place. It gives the first line of the page.
func (r *Root) lobbyHeader(s *parts.Sheet, x, width int) int {
	st := r.sh.st
	bar := strings.Repeat(" ", r.width)
	s.Put(0, 0, st.Header.Render(bar))
	if r.sh.Sample {
		badge := st.Sample.Render(" " + r.sh.texts.Screen.SampleBadge + " ")
		s.Put(x+width-parts.Width(badge), 0, badge)
		width -= parts.Width(badge) + lobbyBadge
	}
	name := r.sh.Name
	if name == "" {
		name = "motcua"
	}
	home := len(r.stack) == 1
	if !home && r.height < tallLobby {
		if r.notice != "" {
			name = r.notice
		}
		s.Put(x, 0, st.Header.Render(parts.Cut(name, width)))
		if d, ok := r.top().(dense); ok && d.dense() {
			return 1
		}
		return 2
	}
	s.Put(x, 0, st.Header.Render(parts.Cut(name, width)))
	s.Put(0, 1, st.HeaderPlace.Render(bar))
	place := st.HeaderPlace
	if r.notice != "" {
		place = st.Header
	}
	s.Put(x, 1, place.Render(parts.Cut(r.where(), width)))
	if home {
		return 2
	}
	s.Put(0, 2, parts.Band(st, r.width, 2))
	return tallHeader
}

// buttons are all that can be pressed below the page, the most needed first:
// the way out, what the page offers, what is offered everywhere.
func (r *Root) buttons() []parts.Button {
	t := &r.sh.texts.Lobby
	var keys []parts.Key
	if len(r.stack) > 1 {
		keys = append(keys, parts.Key{Label: "F10", Text: t.Finish, Press: "f10"})
	}
	keys = append(keys, r.pageKeys()...)
	if r.sh.speaking() && !r.covers() {
		// Who listens wants to hear it once more, sooner than anything else here.
		at := slices.IndexFunc(keys, func(k parts.Key) bool { return k.Press != "f10" && k.Press != "esc" })
		if at < 0 {
			at = len(keys)
		}
		keys = slices.Insert(keys, at, parts.Key{Label: "F9", Text: t.Again, Press: againPress})
	}
	return r.buttonsOf(append(keys, r.everydayKeys()...))
}

// buttonsOf makes buttons of keys.
func (r *Root) buttonsOf(keys []parts.Key) []parts.Button {
	buttons := make([]parts.Button, len(keys))
	for i, k := range keys {
		id := parts.PressPrefix + k.Press
		buttons[i] = parts.Button{
			ID: id, Text: capital(k.Text), Legend: k.Label, Focus: r.sh.focused(id), Main: k.Press == "enter",
		}
	}
	return buttons
}

// pageKeys are the page's own keys that can be pressed, its way back first.
func (r *Root) pageKeys() []parts.Key {
	rank := func(k parts.Key) int {
		_, dossier := r.top().(*dossierPage)
		switch {
		case k.Press == "esc":
			return 0
		case k.Press == "r", dossier && k.Press == "t":
			return 2 // what is taken home is wanted more often
		}
		return 1
	}
	var keys []parts.Key
	for _, k := range r.top().Keys() {
		if k.Press != "" && k.Press != "pgdown" { // that one stands beside the page
			keys = append(keys, k)
		}
	}
	slices.SortStableFunc(keys, func(a, b parts.Key) int { return rank(a) - rank(b) })
	return keys
}

// everydayKeys are what can be done on any page.
func (r *Root) everydayKeys() []parts.Key {
	t := &r.sh.texts.Lobby
	var keys []parts.Key
	if _, here := r.top().(*morePage); here {
		return nil // they stand on it, or on the page below
	}
	add := func(k parts.Key) { keys = append(keys, k) }
	if _, here := r.top().(*helpPage); !here {
		add(parts.Key{Label: "F1", Text: t.Help, Press: "f1"})
	}
	add(parts.Key{Label: "F2", Text: r.sh.texts.Screen.OtherLanguage, Press: "f2"})
	add(parts.Key{Label: "F6", Text: t.Size, Press: "f6"})
	add(parts.Key{Label: "F3", Text: t.Colours, Press: "f3"})
	if _, here := r.top().(*listenPage); !here && r.sh.speaker() != nil {
		add(parts.Key{Label: "F7", Text: t.Aloud, Press: "f7"})
	}
	if _, here := r.top().(*statusPage); !here {
		add(parts.Key{Label: "F5", Text: t.State, Press: "f5"})
	}
	return keys
}

// buttonRows puts the buttons into one row, or two on a tall screen. What does
// not fit is left for the page of more buttons, and a button leads there.
func (r *Root) buttonRows(width int) (rows [][]parts.Button, left []parts.Button) {
	buttons := r.buttons()
	most := 1
	if r.covers() {
		n := 1 + len(r.pageKeys())
		return [][]parts.Button{append(buttons[:n:n], r.moreButton())}, buttons[n:]
	}
	d, ok := r.top().(dense)
	if busy := ok && d.dense(); r.height >= tallLobby && !busy || r.height >= tallBusy {
		most = 2
	}
	if _, here := r.top().(*morePage); here {
		n, _ := parts.Fitting(width, buttons)
		return [][]parts.Button{buttons[:n]}, buttons[n:]
	}
	// What every page offers stands in a row of its own, always at the same place.
	own := len(buttons) - len(r.everydayKeys())
	if n, _ := parts.Fitting(width, buttons); most == 2 && n < len(buttons) {
		a, _ := parts.Fitting(width, buttons[:own])
		b, _ := parts.Fitting(width, buttons[own:])
		if a == own && a+b == len(buttons) {
			return [][]parts.Button{buttons[:own:own], buttons[own:]}, nil
		}
	}
	more := r.moreButton()
	for len(rows) < most && len(buttons) > 0 {
		n, _ := parts.Fitting(width, buttons)
		if n < len(buttons) && len(rows) == most-1 {
			n, _ = parts.Fitting(width-more.Least()-parts.ButtonGap, buttons)
			return append(rows, append(buttons[:n:n], more)), buttons[n:]
		}
		rows, buttons = append(rows, buttons[:n]), buttons[n:]
	}
	return rows, nil
}

func (r *Root) moreButton() parts.Button {
	return r.buttonsOf([]parts.Key{{Label: "F11", Text: r.sh.texts.Lobby.More, Press: "f11"}})[0]
}

// covers tells whether the page takes the whole screen, its buttons with it.
func (r *Root) covers() bool { return r.whole() != nil }

// capital writes a word of a footer as the beginning of a sentence.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// lobbyPressed handles the keys of a lobby and tells whether it was one.
func (r *Root) lobbyPressed(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	letters := r.top().CapturesInput()
	switch {
	case key.Matches(msg, lobbyKeys.finish):
		return finish, true
	case len(msg.Text) > 0 && letters:
		if !r.pressing { // this person has a keyboard of their own
			r.sh.face.away = true
			r.sh.face.focus = "" // Enter is for what they type
		}
		return nil, false
	case key.Matches(msg, lobbyKeys.size):
		r.sh.face.size = (r.sh.face.size + 1) % textSizes
		return r.sayFor(r.sh.texts.Lobby.Sizes[r.sh.face.size]), true
	case key.Matches(msg, lobbyKeys.more):
		if _, here := r.top().(*morePage); here {
			r.back()
			return nil, true
		}
		if _, left := r.buttonRows(r.width - 2*margin(r.width)); len(left) == 0 {
			return nil, true
		}
		return r.open(newMore(r)), true
	}
	if m, here := r.top().(*morePage); here && m.holds(msg) {
		r.back() // it belongs to the page below
		return r.pressed(msg), true
	}
	if r.pressing {
		return nil, false
	}
	return r.walk(msg)
}

// sayFor says a sentence for a moment.
func (r *Root) sayFor(sentence string) tea.Cmd {
	r.say(sentence)
	number := r.noticed
	return tea.Tick(themeNoticeTime, func(time.Time) tea.Msg { return noticeEndMsg(number) })
}
