package session

import (
	"time"

	"charm.land/ssh"

	"motcua/kiosk/guard"
	"motcua/kiosk/limit"
	"motcua/tui/text"
)

// The gate shares out what all sessions use: places, cells, starts, bytes and processor time. A
// session that wants too much waits or is told why it is refused.

const (
	// drawPatience is how long keys wait for their frame at most. They are then delivered
	// together and cost one frame.
	drawPatience = 2 * time.Second
	// pastePatience is how long the rest of a paste waits. It must be shorter than the guard
	// waits for it.
	pastePatience = guard.DefaultPasteIdle / 2
	// keyRest is how many bytes of a key that was split between two reads are delivered without
	// a wait; otherwise the decoder would take its first byte for the Esc key. It is bounded
	// because a client could send ESC without end.
	keyRest = 16
	// DrawPiece is how many bytes of keys are delivered at once while keys wait: about one
	// scanner code.
	DrawPiece = 32
	// DrawCost is what a frame costs in addition to its cells, expressed in cells. A frame of
	// 80x24 takes some 3 ms of processor time, one of 300x100 some 6 ms. After a change of the
	// size the whole screen is sent, which takes twice as long.
	DrawCost   = 15_000
	resizeCost = 2
	// KeyCost is the cost of a key without a frame: some 0.2 ms for its messages.
	KeyCost = 1_000
)

// shareDrawing delays what makes a terminal redraw, counted as frames and bytes of keys, while
// its address has used more than its share of drawing. A small terminal costs less and waits
// less, so large ones at the same address delay it only briefly. It waits for patience at most,
// and reports whether it waited.
func (x *Session) shareDrawing(frames, keys int, patience time.Duration) (held bool) {
	cost := frames*(DrawCost+int(x.cells.Load())) + keys*KeyCost
	for left := patience; left > 0; {
		wait := min(left, x.Conn.Pass.Redraw(cost))
		if wait <= 0 {
			return held
		}
		if !held {
			x.common.Metrics.Paced("drawing")
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

// claim takes the places that a session needs, or returns the sentence with which it is
// refused.
func (x *Session) claim(size ssh.Window) text.Said {
	refuse := func(r limit.Refusal) text.Said {
		x.turnDown(string(r))
		return wordOf(r)
	}
	if x.Hasty {
		return refuse(limit.SourceStarts)
	}
	place, refusal := x.Conn.Pass.Session()
	if place == nil {
		return refuse(refusal)
	}
	x.place = place
	if x.face != FaceInterface {
		return text.Said{}
	}
	if refusal := place.Draw(size.Width * size.Height); refusal != limit.Admitted {
		return refuse(refusal)
	}
	x.size = size
	x.cells.Store(int64(size.Width * size.Height))
	return text.Said{}
}

// turnDown counts a refused session.
func (x *Session) turnDown(why string) {
	x.why = why
	x.common.Metrics.Refused(why)
}

// giveBack releases what claim took.
func (x *Session) giveBack() {
	if x.place != nil {
		x.place.Leave()
	}
}

// drawn returns the part of a terminal's new size that is drawn: all of it or, when no more
// cells are available, at most the previous size.
func (x *Session) drawn(columns, rows int) (int, int) {
	if x.place.Draw(columns*rows) != limit.Admitted {
		columns, rows = min(columns, x.size.Width), min(rows, x.size.Height)
		x.common.Metrics.Refused("larger_terminal")
		x.place.Draw(columns * rows)
	}
	x.size = ssh.Window{Width: columns, Height: rows}
	x.cells.Store(int64(columns * rows))
	return columns, rows
}
