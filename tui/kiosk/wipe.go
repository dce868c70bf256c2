package kiosk

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"motcua/themes"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text"
)

// Nothing may remain between two people. On its own machine a lobby's interface ends with
// its person, and the kernel frees its memory (package supervise). Over SSH many people
// share a server: there nothing may remain on the screen, in the terminal's scrollback, in
// the pages, in the memory of the sources, or in the buffers of the program that draws.

// eraseAll erases the screen and the scrollback (ED 2 and xterm's ED 3). The order matters:
// some terminals push the erased screen into the scrollback.
const eraseAll = "\x1b[2J\x1b[3J"

// askBack asks the terminal again and again what it is (DA1, which all terminals answer).
// The input decoder keeps the last 64 bytes of its input: the answers replace them.
var askBack = strings.Repeat("\x1b[c", 16)

// scrubTime is how long the screen is overwritten: two or three frames.
const scrubTime = 100 * time.Millisecond

// scrubbedMsg is the end of that time.
type scrubbedMsg struct{}

// wipe removes everything about the person and opens the first page. It keeps what belongs
// to the terminal and to the kiosk: its size, its colours, the state of the PIN.
func (sh *Shell) wipe() tea.Cmd {
	sh.root.Leave()
	if sh.reader != nil {
		sh.reader.speaker.Stop()
		sh.reader.speaker.Reset()
	}
	sh.usualLetters()
	if sh.kiosk.Replace != nil && sh.used {
		sh.kiosk.Replace()
	}
	if sh.kiosk.Forget != nil {
		sh.kiosk.Forget()
	}
	burst := sh.burst.Renew()
	// The interface is created anew. A list of what to clear would not be updated when
	// something is added.
	old := *sh
	width, height := old.root.Size()
	sh.begin(old.asked, old.env.Pages) // late answers carry the numbers of the old pages
	sh.root.Hand(tea.ColorProfileMsg{Profile: old.env.Colours})
	sh.route(tea.WindowSizeMsg{Width: width, Height: height})
	sh.letters.base = old.letters.base
	sh.burst = burst
	sh.idle.timer = old.idle.timer
	if sh.ground = old.ground; sh.ground != nil {
		sh.root.Hand(*sh.ground)
	}
	sh.scrubbing = true
	return tea.Batch(tea.Raw(eraseAll), sh.env.After(scrubTime, scrubbedMsg{}))
}

// scrubbed shows the first page, drawn from nothing.
func (sh *Shell) scrubbed() tea.Cmd {
	sh.scrubbing = false
	return tea.Sequence(tea.Raw(eraseAll+askBack), tea.ClearScreen)
}

// untouched reports whether the screen is as a new person finds it.
func (sh *Shell) untouched() bool {
	env := sh.env
	asked, chosen := themes.Get(env.Options.Theme)
	sameTheme := env.Ground == page.GroundTerminal
	if chosen {
		sameTheme = env.Look.ID == asked.ID
	}
	return env.Texts == text.For(env.Options.Lang) && sameTheme && !env.Speaking() &&
		env.Input == env.TypingAsked(env.Options.Lang) && env.Size == page.SizeNormal && !sh.letters.changed() && !env.Away
}

// scrubSheet draws every cell in a colour and a weight of its own. Nobody looks at it, but
// it is longer than any page: the buffers through which pages are written keep the end of
// the longest one, and this replaces it.
func (sh *Shell) scrubSheet() *parts.Sheet {
	width, height := sh.root.Size()
	s := parts.NewSheet(width, height, sh.env.Styles.Base)
	a := sh.env.Styles.Base.Bold(true).Background(lipgloss.Color("#000000"))
	b := sh.env.Styles.Base.Bold(false).Background(lipgloss.Color("#010101"))
	pair := a.Render(" ") + b.Render(" ")
	row := strings.Repeat(pair, (width+1)/2)
	for y := range height {
		s.Put(0, y, row)
	}
	return s
}
