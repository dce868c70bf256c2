package tui

import (
	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
)

// page is one screen's content between header and footer.
type page interface {
	// Update takes a message and gives the page to show next, mostly itself.
	Update(msg tea.Msg) (page, tea.Cmd)
	// View draws the page at that size, for tests and for lines of text.
	View(width, height int) string
	// Sheet draws the page with its targets and its cursor.
	Sheet(width, height int) *parts.Sheet
	// CapturesInput tells that letters belong to a field just now, so that no
	// letter is a shortcut.
	CapturesInput() bool
	// Keys are the keys that work here, the most useful first.
	Keys() []parts.Key
	// Crumb names the page in the breadcrumb, "" for home.
	Crumb() string
	// Number is the page's own number; answers carry it.
	Number() int
	// Leave is called once when the person leaves the page: it stops what is
	// still being asked.
	Leave()
}

// Messages by which pages move about.
type (
	openMsg struct { // on top of the page with that number
		page page
		from int
	}
	backMsg struct{} // to the page below
)

// pressMsg is a press on a target of the page.
type pressMsg struct{ id string }

// wheelMsg is a turn of the wheel: -1 up, +1 down.
type wheelMsg struct{ by int }

// addressed is a message for one page only.
type addressed interface{ to() int }

// basePage is what every page has: its number and nothing to leave.
type basePage struct {
	*shared
	number int
}

func newBase(sh *shared) basePage {
	sh.pages++
	return basePage{shared: sh, number: sh.pages}
}

// open puts a page on top of this one.
func (b basePage) open(p page) tea.Cmd { return b.goes(openMsg{p, b.number}) }

// back leaves this page for the one below.
func (b basePage) back() tea.Cmd { return b.goes(backMsg{}) }

// goes moves about as soon as the page has done with its message, and not by way of
// a command: the next key may lie there already, and it is meant for the page that
// this one leads to.
func (sh *shared) goes(move tea.Msg) tea.Cmd {
	sh.move = move
	return func() tea.Msg { return nil } // that there is a command says that the key was one
}

func (b basePage) Number() int         { return b.number }
func (b basePage) Leave()              {}
func (b basePage) CapturesInput() bool { return false }
