package supervise

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"motcua/client/workday"
)

// Count counts how often the interface was restarted on one day in Vietnam. File keeps the day
// and the number when the program ends.
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

// Today returns the number for today.
func (c *Count) Today() int {
	c.newDay()
	return c.n
}

// Add counts one restart and returns the number for today. It ignores an error of writing the
// file, because the screen must come back in any case.
func (c *Count) Add() int {
	c.newDay()
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
	// Rename is atomic: if the machine is switched off meanwhile, the old file remains.
	next := c.File + ".new"
	if os.WriteFile(next, append(doc, '\n'), 0o600) == nil {
		_ = os.Rename(next, c.File)
	}
	return c.n
}

// newDay reads the file at the first call, and starts from zero on a new day.
func (c *Count) newDay() {
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
