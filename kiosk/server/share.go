package server

import (
	"time"

	"motcua/kiosk/limit"
)

// The gate shares out what all connections use. A connection that wants too much waits or is
// told why it is refused.

// mayStart delays a new channel until its session may start. It returns false when the session
// may not start, and then the person is told. A public connection that keeps trying is cut off;
// a script of an office or of staff only waits.
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

// shareWire delays a connection whose address sends too much over all of its connections
// together. Small reads wait for less than large ones. It returns false when the connection was
// delayed for too long in total.
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
