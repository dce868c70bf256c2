package terminal

import (
	"bytes"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// curtain is between the programs of a Sleeper and the terminal. The renderer makes one write of
// each frame. The first frame of a program enters the alternate screen, and its last write
// leaves it; no other does.
type curtain struct {
	out    *Thrift
	drew   func() // the first frame of a program that takes over was dropped
	marked func() // the mark came

	mu       sync.Mutex
	again    bool   // this program took over from another one
	hidden   bool   // its first frame is still to come
	keeping  bool   // its last write is held back
	kept     []byte // the last write of the program before; nil: there was none
	row, col int    // where the renderer is after its first frame, from 1
}

// mark is what a program writes to show that it has come so far: an application's own string
// (APC), which terminals ignore. It does not reach the terminal.
const mark = "\x1b_motcua\x1b\\"

func isMark(msg tea.Msg) bool {
	raw, ok := msg.(tea.RawMsg)
	return ok && raw.Msg == mark
}

// queries are what a program asks the terminal when it starts.
const queries = ansi.RequestModeSynchronizedOutput + ansi.RequestModeUnicodeCore

// hide tells that a program takes over.
func (c *curtain) hide() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.again, c.hidden = true, true
}

// expect tells where the cursor is after the first frame of a program that takes over.
func (c *curtain) expect(x, y int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.row, c.col = y+1, x+1
}

// keep holds back what the program writes last.
func (c *curtain) keep() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.keeping = true
}

// leave writes what was held back.
func (c *curtain) leave() {
	c.mu.Lock()
	kept := c.kept
	c.kept = nil
	c.mu.Unlock()
	if len(kept) > 0 {
		_, _ = c.out.Write(kept)
	}
}

// Write writes what the terminal is to get.
func (c *curtain) Write(p []byte) (int, error) {
	size := len(p)
	before, after, marked := bytes.Cut(p, []byte(mark))
	if marked {
		defer c.marked()
		p = append(bytes.Clone(before), after...)
	}
	drop, drew := c.drops(p)
	if drew {
		c.drew()
	}
	if drop {
		return size, nil
	}
	if _, err := c.out.Write(p); err != nil {
		return 0, err
	}
	return size, nil
}

// drops reports whether the terminal gets nothing of a write, and whether that is the first frame
// of a program that takes over.
func (c *curtain) drops(p []byte) (drop, drew bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case len(p) == 0, c.again && string(p) == queries:
		return true, false
	case c.hidden:
		if !bytes.Contains(p, []byte(ansi.SetModeAltScreenSaveCursor)) {
			return true, false
		}
		c.hidden, c.kept = false, nil
		c.out.At(c.row, c.col)
		return true, true
	case c.keeping && bytes.Contains(p, []byte(ansi.ResetModeAltScreenSaveCursor)):
		c.keeping, c.kept = false, bytes.Clone(p)
		return true, false
	}
	return false, false
}
