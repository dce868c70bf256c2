package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"motcua/themes"
	"motcua/tui/parts"
	"motcua/tui/text"
)

// Between two people nothing may stay. On a machine of its own a lobby's interface
// ends with its person, and the kernel takes back its memory (package supervise). Over
// SSH a server is shared by many: there nothing may stay on the screen nor in the
// terminal's scroll-back, in the pages, in what sources remember, nor in the buffers of
// the program that draws.

// eraseAll erases the screen and the lines that were scrolled out of it (ED 2 and
// xterm's ED 3). In this order: some terminals push the screen they erase into
// the scroll-back.
const eraseAll = "\x1b[2J\x1b[3J"

// askBack has the terminal say what it is (DA1, which all answer), again and again.
// What decodes input keeps the last 64 bytes of it: these take their place.
var askBack = strings.Repeat("\x1b[c", 16)

// scrubTime is how long the screen is painted over: two or three frames.
const scrubTime = 100 * time.Millisecond

// scrubbedMsg is its end.
type scrubbedMsg struct{}

// wipe forgets the person and goes back to the first page. What is kept belongs to
// the terminal and to the kiosk: its size, its colours, the state of the PIN.
func (r *Root) wipe() tea.Cmd {
	for _, p := range r.stack {
		p.Leave()
	}
	o, old := r.sh.Options, *r
	r.porter.burst.Forget()
	if s := r.sh.speaker(); s != nil {
		s.Stop()
		s.Reset()
	}
	if o.Kiosk.Replace != nil && r.porter.used {
		o.Kiosk.Replace()
	}
	if o.Kiosk.Forget != nil {
		o.Kiosk.Forget()
	}
	// A new interface instead of a list of what to clear: such a list is
	// forgotten when something is added.
	sh := newShared(o)
	sh.profile = old.sh.profile
	sh.pages = old.sh.pages // late answers carry the numbers of the old pages
	sh.setTheme(sh.theme)
	*r = *newRoot(sh)
	r.width, r.height = old.width, old.height
	r.porter.burst = old.porter.burst.Renew()
	r.porter.idle.timer = old.porter.idle.timer
	r.sh.syncing = old.sh.syncing
	if g := old.porter.ground; g != nil {
		r.porter.ground = g
		r.grounded(*g)
	}
	r.porter.scrubbing = true
	return tea.Batch(tea.Raw(eraseAll), r.after(scrubTime, scrubbedMsg{}))
}

// scrubbed shows the first page, drawn from nothing.
func (r *Root) scrubbed() tea.Cmd {
	r.porter.scrubbing = false
	return tea.Sequence(tea.Raw(eraseAll+askBack), tea.ClearScreen)
}

// untouched tells whether the screen is as a new person finds it.
func (sh *shared) untouched() bool {
	asked, chosen := themes.Get(sh.Options.Theme)
	sameTheme := sh.ground == groundTerminal
	if chosen {
		sameTheme = sh.theme.ID == asked.ID
	}
	return sh.texts == text.For(sh.Options.Lang) && sameTheme && !sh.voice.on &&
		sh.typing == typingAsked(sh.Options) && sh.face.size == sizeNormal && !sh.face.away
}

// scrubSheet paints every cell in a colour and a weight of its own. Nobody sees
// it, but it is longer than any page: the buffers that pages are written through
// keep the end of the longest one, and this takes its place.
func (r *Root) scrubSheet() *parts.Sheet {
	s := parts.NewSheet(r.width, r.height, r.sh.st.Base)
	a := r.sh.st.Base.Bold(true).Background(lipgloss.Color("#000000"))
	b := r.sh.st.Base.Bold(false).Background(lipgloss.Color("#010101"))
	pair := a.Render(" ") + b.Render(" ")
	row := strings.Repeat(pair, (r.width+1)/2)
	for y := range r.height {
		s.Put(0, y, row)
	}
	return s
}
