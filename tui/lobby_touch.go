package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
)

// How a finger is understood. Some touch terminals send no release, so buttons
// act on the press. Rows of a page that can be dragged cannot: a drag begins with
// a press on one of them. They act when the finger is lifted where it was put
// down, and on a terminal of which no release was ever seen, when it has not moved
// for a moment.
const (
	touchRest = 350 * time.Millisecond // a finger that has not moved by then meant the row
	dragLeast = 2                      // lines; a finger on the edge of a line may wander over it
)

// finger is what is known of the finger on the screen.
type finger struct {
	on       bool
	from, at int    // the lines where it was put down and where it is
	dragged  bool   // it has moved
	target   string // a row that it was put down on, pressed when it is lifted
	page     int
	number   int  // of the touches, for the moment that one waits
	lifts    bool // this terminal tells when a finger is lifted
}

// echoTime is within what time a second press on the same cell is the same tap: the
// compositor of a lobby reports each tap as a touch and as a pointer's press. A
// finger takes more than 100 ms to come down again.
const echoTime = 80 * time.Millisecond

// tap is a press of a button of the mouse, and when it came.
type tap struct {
	press tea.MouseClickMsg
	at    time.Time
}

// echoes tells that a press is the second report of the newest tap.
func (h *porter) echoes(press tea.MouseClickMsg, now time.Time) bool {
	if press == h.tap.press && !h.tap.at.IsZero() && now.Sub(h.tap.at) < echoTime {
		h.tap.at = time.Time{} // a third one is a tap
		return true
	}
	h.tap = tap{press, now}
	return false
}

// restMsg is the moment after which a finger that has not moved meant the row.
type restMsg int

// scrolled is a page that may be taller than the screen.
type scrolled interface{ scrolling() *scroll }

// scrollBy scrolls the page and tells whether it moved.
func (r *Root) scrollBy(lines int) bool {
	p, ok := r.top().(scrolled)
	return ok && p.scrolling().move(lines)
}

// canScroll tells whether something of the page is hidden.
func (r *Root) canScroll() bool {
	p, ok := r.top().(scrolled)
	return ok && p.scrolling().most > 0
}

// fingerDown is a finger put down.
func (r *Root) fingerDown(msg tea.MouseClickMsg) tea.Cmd {
	id := r.shown().Hit(msg.X, msg.Y)
	f := &r.finger
	*f = finger{number: f.number + 1, lifts: f.lifts, from: msg.Y, at: msg.Y, page: r.top().Number()}
	r.sh.face.focus = ""
	held := r.inPage(id) && r.canScroll()
	f.on = id == "" || held
	switch {
	case id == "":
		return nil
	case !held:
		return r.press(id)
	}
	f.target = id
	if f.lifts {
		return nil
	}
	number := f.number
	return tea.Tick(touchRest, func(time.Time) tea.Msg { return restMsg(number) })
}

// fingered is what a finger does after it was put down. On a person's own terminal
// a mouse only presses.
func (r *Root) fingered(msg tea.Msg) tea.Cmd {
	if !r.sh.lobby() {
		return nil
	}
	switch msg := msg.(type) {
	case tea.MouseMotionMsg:
		r.fingerMoves(msg)
	case tea.MouseReleaseMsg:
		return r.fingerUp()
	case restMsg:
		return r.fingerRests(msg)
	}
	return nil
}

// fingerMoves is a finger that is drawn over the screen.
func (r *Root) fingerMoves(msg tea.MouseMotionMsg) {
	f := &r.finger
	if !f.on || f.page != r.top().Number() || msg.Button != tea.MouseLeft {
		return
	}
	if away := msg.Y - f.from; !f.dragged && away > -dragLeast && away < dragLeast {
		return
	}
	f.dragged, f.target = true, ""
	r.scrollBy(f.at - msg.Y)
	f.at = msg.Y
}

// fingerUp is the end of a touch.
func (r *Root) fingerUp() tea.Cmd {
	f := &r.finger
	f.lifts = true
	target := f.target
	f.on, f.target = false, ""
	return r.rowPressed(target)
}

// fingerRests acts on a row when the finger has not moved and was not seen lifted.
func (r *Root) fingerRests(msg restMsg) tea.Cmd {
	f := &r.finger
	if int(msg) != f.number {
		return nil
	}
	target := f.target
	f.target = ""
	return r.rowPressed(target)
}

func (r *Root) rowPressed(target string) tea.Cmd {
	if target == "" || r.finger.page != r.top().Number() {
		return nil
	}
	return r.press(target)
}

// press does what a target stands for, however it was pressed.
func (r *Root) press(id string) tea.Cmd {
	if k, ok := parts.KeyOf(id); ok {
		// The key of a button does what it does on the page; it neither moves the
		// focus nor presses what has it.
		r.pressing = true
		defer func() { r.pressing = false }()
		return r.pressed(k)
	}
	r.notice = ""
	if isField(id) {
		r.sh.face.away = false
	}
	return r.tell(pressMsg{id})
}

func (d *dossierPage) scrolling() *scroll   { return &d.scroll }
func (p *procedurePage) scrolling() *scroll { return &p.scroll }
func (p *fullPage) scrolling() *scroll      { return &p.scroll }
func (h *helpPage) scrolling() *scroll      { return &h.scroll }
func (p *statusPage) scrolling() *scroll    { return &p.scroll }
func (p *searchPage) scrolling() *scroll    { return &p.scroll }
