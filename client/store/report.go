package store

import "time"

// Phase tells what a sync is doing.
type Phase string

// The phases.
const (
	PhaseList    Phase = "list"    // reading the list
	PhaseDetails Phase = "details" // fetching the most used procedures
)

// Progress is told after each request.
type Progress struct {
	Phase    Phase
	Done     int // entries, or details
	Total    int // as far as is known, 0 when not
	Requests int // of this phase, those before a break included
	PageSize int
	Resumed  bool // went on where an earlier sync broke off
}

// Report is what a sync brought.
type Report struct {
	AsOf     time.Time // the first request of the reading
	Finished time.Time
	Listed   int  // entries that the list gave, internal ones included
	Kept     int  // procedures in the catalogue now
	Requests int  // of the reading, those before a break included
	PageSize int  // the last one used
	Resumed  bool // went on where an earlier sync broke off
	First    bool // there was nothing to compare it with
	New      int
	Amended  int
	Gone     int
}
