package kiosk

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/page"
	"motcua/tui/parts"
)

// How touches are interpreted. Some touch terminals report no release, so buttons act on
// the press. Rows of a page that can be dragged cannot, because a drag begins with a press
// on one of them. They act when the finger is lifted where it was put down or, on a
// terminal that has never reported a release, when it has not moved for a moment.
const (
	touchRest = 350 * time.Millisecond // a finger that has not moved by then meant the row
	dragLeast = 2                      // lines; a finger on the edge of a line may move over it
)

// finger is the state of the finger on the screen.
type finger struct {
	on       bool
	from, at int    // the line where it was put down, and the current one
	dragged  bool   // it has moved
	target   string // the row under it, pressed when it is lifted
	page     int
	number   int  // number of the touch, for the timer of a finger at rest
	lifts    bool // this terminal reports releases
}

// echoTime is the time within which a second press on the same cell is the same tap: the
// compositor of a lobby reports each tap both as a touch and as a press of a pointer. A
// finger needs more than 100 ms to come down again.
const echoTime = 80 * time.Millisecond

// tap is a press of a mouse button and its time.
type tap struct {
	press tea.MouseClickMsg
	at    time.Time
}

// echoes reports whether a press is the second report of the last tap.
func (sh *Shell) echoes(press tea.MouseClickMsg, now time.Time) bool {
	if press == sh.tap.press && !sh.tap.at.IsZero() && now.Sub(sh.tap.at) < echoTime {
		sh.tap.at = time.Time{} // a third one is a new tap
		return true
	}
	sh.tap = tap{press, now}
	return false
}

// flashTime is how long a pressed key of the keyboard is drawn as pressed: long enough to be
// seen, and over before a quick finger presses the next one.
const flashTime = 150 * time.Millisecond

// liftMsg is the end of the flash of the key that the touch with that number pressed.
type liftMsg int

// restMsg is the moment after which a finger that has not moved meant the row.
type restMsg int

// scrollBy scrolls the page and reports whether it moved.
func (sh *Shell) scrollBy(lines int) bool {
	p, ok := sh.Top().Page.(page.Scrolled)
	if !ok || !p.Scrolling().Move(lines) {
		return false
	}
	sh.changed()
	return true
}

// canScroll reports whether a part of the page is hidden.
func (sh *Shell) canScroll() bool {
	p, ok := sh.Top().Page.(page.Scrolled)
	return ok && p.Scrolling().Most > 0
}

// fingerDown handles the start of a touch.
func (sh *Shell) fingerDown(msg tea.MouseClickMsg) tea.Cmd {
	id := sh.Screen().Hit(msg.X, msg.Y)
	f := &sh.finger
	*f = finger{number: f.number + 1, lifts: f.lifts, from: msg.Y, at: msg.Y, page: sh.Top().Number()}
	sh.env.Pressed = "" // the timer of a key that still flashes is no longer heeded
	sh.loseFocus()
	held := sh.inPage(id) && sh.canScroll()
	f.on = id == "" || held
	switch {
	case id == "":
		return nil
	case !held:
		return sh.press(id)
	}
	f.target = id
	if f.lifts {
		return nil
	}
	number := f.number
	return tea.Tick(touchRest, func(time.Time) tea.Msg { return restMsg(number) })
}

// fingerMoves handles a finger moving over the screen.
func (sh *Shell) fingerMoves(msg tea.MouseMotionMsg) {
	f := &sh.finger
	if !f.on || f.page != sh.Top().Number() || msg.Button != tea.MouseLeft {
		return
	}
	if away := msg.Y - f.from; !f.dragged && away > -dragLeast && away < dragLeast {
		return
	}
	f.dragged, f.target = true, ""
	sh.scrollBy(f.at - msg.Y)
	f.at = msg.Y
}

// fingerUp handles the end of a touch.
func (sh *Shell) fingerUp() tea.Cmd {
	f := &sh.finger
	f.lifts = true
	target := f.target
	f.on, f.target = false, ""
	return sh.rowPressed(target)
}

// fingerRests presses a row when the finger has not moved and no release was reported.
func (sh *Shell) fingerRests(msg restMsg) tea.Cmd {
	f := &sh.finger
	if int(msg) != f.number {
		return nil
	}
	target := f.target
	f.target = ""
	return sh.rowPressed(target)
}

func (sh *Shell) rowPressed(target string) tea.Cmd {
	if target == "" || sh.finger.page != sh.Top().Number() {
		return nil
	}
	return sh.press(target)
}

// press does what a target is for, whether it was pressed by touch or by key.
func (sh *Shell) press(id string) tea.Cmd {
	if k, ok := parts.KeyOf(id); ok {
		// The key of a button works as on the page; it neither moves the focus nor presses
		// the focused target.
		sh.pressing = true
		defer func() { sh.pressing = false }()
		return sh.pressed(k)
	}
	sh.root.Unsay()
	if page.IsField(id) {
		sh.env.Away = false
	}
	cmd := sh.root.Tell(page.PressMsg{ID: id})
	if !strings.HasPrefix(id, page.BoardPrefix) {
		return cmd
	}
	// The key flashes, so that the person sees that it was pressed.
	sh.env.Pressed = id
	number := sh.finger.number
	return tea.Batch(cmd, sh.env.After(flashTime, liftMsg(number)))
}
