package supervise

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"motcua/client/workday"
)

// Count is how often the interface had to be started again on one day in
// Vietnam. It outlives the program in File, which holds a day and a number.
type Count struct {
	File string           // "": in memory alone
	Now  func() time.Time // nil: time.Now

	day string
	n   int
}

type countFile struct {
	Day      string `json:"day"` // "2026-11-24"
	Restarts int    `json:"restarts"`
}

// Today gives the number of this day.
func (c *Count) Today() int {
	c.turn()
	return c.n
}

// Add counts one and gives the number of this day. That the file cannot be
// written must not keep the screen dark, so nobody is told.
func (c *Count) Add() int {
	c.turn()
	c.n++
	if c.File == "" {
		return c.n
	}
	doc, err := json.Marshal(countFile{c.day, c.n})
	if err != nil {
		return c.n
	}
	if err := os.MkdirAll(filepath.Dir(c.File), 0o700); err != nil {
		return c.n
	}
	// A name that is there at once: a machine that is switched off in the middle
	// leaves the old file.
	next := c.File + ".new"
	if os.WriteFile(next, append(doc, '\n'), 0o600) == nil {
		_ = os.Rename(next, c.File)
	}
	return c.n
}

// turn begins a new day, and reads the file at first.
func (c *Count) turn() {
	now := time.Now
	if c.Now != nil {
		now = c.Now
	}
	today := now().In(workday.Zone).Format(time.DateOnly)
	if c.day == "" && c.File != "" {
		var f countFile
		if doc, err := os.ReadFile(c.File); err == nil && json.Unmarshal(doc, &f) == nil && f.Restarts > 0 {
			c.day, c.n = f.Day, f.Restarts
		}
	}
	if c.day != today {
		c.day, c.n = today, 0
	}
}
