package server

import (
	"time"

	"charm.land/ssh"

	"motcua/kiosk/guard"
	"motcua/kiosk/limit"
)

// What all sessions share is given out by the gate: places, cells, starts, the
// wire and the processor. Whoever wants too much waits or is told why not.

const (
	// drawPatience is how long keys wait for their frame at the most. They come in
	// one piece then, and cost one frame.
	drawPatience = 2 * time.Second
	// pastePatience is how long the rest of a paste waits: less than guard waits for it.
	pastePatience = guard.DefaultPasteIdle / 2
	// keyRest is how many bytes of a key that a piece breaks off come without a wait: the
	// decoder would take its beginning for the key Esc. ESC over and over has no end.
	keyRest = 16
	// drawPiece is how many bytes of keys come at once while keys wait: a scanner's
	// code, or nearly so.
	drawPiece = 32
	// drawCost is what a frame costs beside its cells, in cells: one of 80x24 takes
	// some 3 ms of processor time, one of 300x100 some 6. After a new size all of the
	// screen is sent, which takes twice as long.
	drawCost   = 15_000
	resizeCost = 2
	// keyCost is what a key costs that is not drawn: some 0.2 ms for its messages.
	keyCost = 1_000
)

// mayStart holds a new channel back until its session may start. False: it may
// not, and the person is to be told. One of the public that insists is cut off; a
// script of an office or of staff only waits.
func (c *conn) mayStart() bool {
	patience := c.srv.cfg.Load().StartPatience
	if time.Duration(c.starting.Load()) >= 2*patience && c.pass.Public() {
		c.blame(limit.Flood)
		_ = c.Close()
		return false
	}
	for left := patience; ; {
		wait := c.pass.Start()
		if wait <= 0 {
			return true
		}
		if left == patience {
			c.srv.metrics.Paced("starts")
		}
		wait = min(wait, left)
		c.starting.Add(int64(wait))
		c.pause(wait)
		if left -= wait; left <= 0 || c.closed.Err() != nil {
			return false
		}
	}
}

// shareWire holds back a connection whose address sends too much by all of its
// connections together. Who sends little waits for little: large reads are in the
// way of small ones for a moment only. False: it was held back for too long.
func (c *conn) shareWire(bytes int) bool {
	for first := true; c.closed.Err() == nil; first = false {
		wait := c.pass.Send(bytes)
		if wait <= 0 {
			break
		}
		if first {
			c.srv.metrics.Paced("wire")
		}
		if !c.hold(wait) {
			return false
		}
	}
	return true
}

// shareDrawing holds back what makes a terminal be drawn anew, so many frames after
// so many bytes of keys, while its address has had more than its share of that. A
// small terminal has to wait for less, so large ones at the same address are in its
// way for a moment only.
func (x *session) shareDrawing(frames, keys int, patience time.Duration) (held bool) {
	cost := frames*(drawCost+int(x.cells.Load())) + keys*keyCost
	for left := patience; left > 0; {
		wait := min(left, x.ch.conn.pass.Redraw(cost))
		if wait <= 0 {
			return held
		}
		if !held {
			x.srv.metrics.Paced("drawing")
		}
		held = true
		t := time.NewTimer(wait)
		select {
		case <-t.C:
		case <-x.ended:
			t.Stop()
			return held
		}
		left -= wait
	}
	return held
}

// claim takes what a session needs, or gives the sentence with which it is refused.
func (x *session) claim(size ssh.Window) word {
	refuse := func(r limit.Refusal) word {
		x.turnDown(string(r))
		return wordOf(r)
	}
	if x.ch.hasty {
		return refuse(limit.SourceStarts)
	}
	place, refusal := x.ch.conn.pass.Session()
	if place == nil {
		return refuse(refusal)
	}
	x.place = place
	if x.face != FaceInterface {
		return word{}
	}
	if refusal := place.Draw(size.Width * size.Height); refusal != limit.Admitted {
		return refuse(refusal)
	}
	x.size = size
	x.cells.Store(int64(size.Width * size.Height))
	return word{}
}

// turnDown counts a session that is refused.
func (x *session) turnDown(why string) {
	x.why = why
	x.srv.refused(why)
}

// giveBack ends what claim took.
func (x *session) giveBack() {
	if x.place != nil {
		x.place.Leave()
	}
}

// drawn is what of a terminal's new size is drawn: all of it, or, when there are no
// more cells to have, as much of it as before.
func (x *session) drawn(columns, rows int) (int, int) {
	if x.place.Draw(columns*rows) != limit.Admitted {
		columns, rows = min(columns, x.size.Width), min(rows, x.size.Height)
		x.srv.refused("larger_terminal")
		x.place.Draw(columns * rows)
	}
	x.size = ssh.Window{Width: columns, Height: rows}
	x.cells.Store(int64(columns * rows))
	return columns, rows
}
