package kiosk

import (
	"math"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui"
	"motcua/tui/page"
)

// The button for the size of the text enlarges the terminal's letters where the kiosk can do
// that, and only spaces the lines elsewhere. Larger letters leave fewer cells: nothing on the
// page changes but its layout, so nothing that a person typed is lost.

// usualPercent is the size that is configured.
const usualPercent = 100

const (
	mostPercent  = 200 // the largest letters
	leastPercent = 110 // less is not worth a button
	twoSteps     = 130 // from here on there is a size between the usual and the largest
)

// lettersTime is how long a terminal may take until it has another number of cells.
const lettersTime = 2 * time.Second

// letters is the size of the terminal's letters; zero means the usual size.
type letters struct {
	base    [2]int // columns and rows at the usual size
	step    int    // that the person chose, an index into the sizes
	less    int    // percent by which that was too much for this terminal
	told    int    // percent that the terminal was told last, 0 for none
	running bool   // the terminal is being told
	number  int    // of times that it was told
	cells   [2]int // before it was told last
	fails   bool   // this terminal's letters do not change
}

// lettersMsg says that the terminal was told a size.
type lettersMsg struct {
	percent int
	err     error
}

// lettersDueMsg comes when the terminal must have another number of cells.
type lettersDueMsg struct{ number int }

// fitting returns the size in percent of now that leaves a terminal with that many cells the
// smallest screen.
func fitting(columns, rows int) int {
	return min(columns*usualPercent/tui.LeastWidth, rows*usualPercent/tui.LeastHeight)
}

// letterSizes returns the sizes in percent, the usual first, that leave a terminal with that
// many cells the smallest screen. Nil: there is no larger one.
func letterSizes(columns, rows int) []int {
	most := min(fitting(columns, rows), mostPercent)
	switch {
	case most < leastPercent:
		return nil
	case most < twoSteps:
		return []int{usualPercent, most}
	}
	return []int{usualPercent, int(math.Sqrt(float64(most * usualPercent))), most}
}

// sizes returns the sizes of the letters that this terminal can have.
func (sh *Shell) sizes() []int {
	if sh.kiosk.Letters == nil || sh.letters.fails {
		return nil
	}
	return letterSizes(sh.letters.base[0], sh.letters.base[1])
}

// nextSize is the button for the size of the text.
func (sh *Shell) nextSize() tea.Cmd {
	t := &sh.env.Texts.Lobby
	if n := len(sh.sizes()); n > 0 {
		sh.letters.step = (sh.letters.step + 1) % n
		sh.letters.less = 0
		return sh.root.SayFor(t.LetterSizes[sh.letters.step])
	}
	sh.env.Size = (sh.env.Size + 1) % page.TextSizes
	return sh.root.SayFor(t.Sizes[sh.env.Size])
}

// sizeWords returns what that button says, which is what it does next.
func (sh *Shell) sizeWords() string {
	t := &sh.env.Texts.Lobby
	switch n := len(sh.sizes()); {
	case n == 0:
		return t.Size
	case sh.letters.step == n-1:
		return t.Usual
	}
	return t.Larger
}

// changed reports whether the letters are or will be of another size than the usual one.
func (l *letters) changed() bool { return l.step > 0 || l.told > usualPercent || l.running }

// wanted returns the size that the letters should have now. A page with a QR code needs the
// cells of the usual size.
func (sh *Shell) wanted() int {
	sizes := sh.sizes()
	if sh.letters.step == 0 || sh.letters.step >= len(sizes) || sh.showsCode() {
		return usualPercent
	}
	return max(sizes[sh.letters.step]-sh.letters.less, usualPercent)
}

// showsCode reports whether the page on top shows a QR code, which fits on the screen at the
// usual size of the letters.
func (sh *Shell) showsCode() bool {
	w, ok := sh.Top().Page.(page.WholePage)
	return ok && w.Whole(page.Room{Width: sh.letters.base[0], Height: sh.letters.base[1]}) != nil
}

// setLetters tells the terminal another size, one after the other.
func (sh *Shell) setLetters() tea.Cmd {
	l, set, want := &sh.letters, sh.kiosk.Letters, sh.wanted()
	if set == nil || l.running || want == max(l.told, usualPercent) {
		return nil
	}
	l.running, l.told = true, want
	l.number++
	l.cells[0], l.cells[1] = sh.root.Size()
	return tellLetters(set, want)
}

func tellLetters(set func(int) error, percent int) tea.Cmd {
	return func() tea.Msg { return lettersMsg{percent, set(percent)} }
}

// lettersCame handles the messages about the size of the letters.
func (sh *Shell) lettersCame(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		sh.resized(msg)
	case lettersMsg:
		return sh.lettersSet(msg)
	case lettersDueMsg:
		return sh.lettersDue(msg)
	}
	return nil
}

// lettersSet handles the end of telling the terminal a size.
func (sh *Shell) lettersSet(msg lettersMsg) tea.Cmd {
	switch l := &sh.letters; {
	case !l.running && msg.percent != usualPercent: // the person has finished meanwhile
		return tellLetters(sh.kiosk.Letters, usualPercent)
	case !l.running:
		return nil
	}
	sh.letters.running = false
	if msg.err != nil {
		return sh.spaceInstead()
	}
	return sh.env.After(lettersTime, lettersDueMsg{sh.letters.number})
}

// lettersDue finds out whether the terminal has followed.
func (sh *Shell) lettersDue(msg lettersDueMsg) tea.Cmd {
	columns, rows := sh.root.Size()
	l := &sh.letters
	if msg.number != l.number || l.told == usualPercent || l.cells != [2]int{columns, rows} {
		return nil
	}
	return sh.spaceInstead()
}

// spaceInstead gives up the letters of this terminal, and spaces the lines as the person's
// touch does on any other.
func (sh *Shell) spaceInstead() tea.Cmd {
	l := &sh.letters
	l.fails, l.step = true, 0
	if sh.env.Size > page.SizeNormal {
		return nil
	}
	return sh.nextSize()
}

// resized takes another number of cells.
func (sh *Shell) resized(size tea.WindowSizeMsg) {
	l := &sh.letters
	if l.told <= usualPercent && !l.running {
		l.base = [2]int{size.Width, size.Height}
		return
	}
	// A terminal rounds its cells, so that one line may be missing: a size that fits is less than
	// the one it was told by what is missing.
	if fits := l.told * fitting(size.Width, size.Height) / usualPercent; fits < l.told {
		if sizes := sh.sizes(); l.step < len(sizes) {
			l.less = max(sizes[l.step]-fits+1, 0)
		}
	}
}

// usualLetters gives the terminal its usual letters back, before the next person comes.
func (sh *Shell) usualLetters() {
	if sh.kiosk.Letters != nil && sh.letters.changed() {
		_ = sh.kiosk.Letters(usualPercent) // what does not work now did not work before
	}
}
