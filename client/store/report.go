package store

import "time"

// Phase is what a sync is doing.
type Phase string

// The phases.
const (
	PhaseList    Phase = "list"    // reading the list
	PhaseDetails Phase = "details" // fetching the most used procedures
)

// Progress is reported after each request.
type Progress struct {
	Phase    Phase
	Done     int // entries, or details
	Total    int // as far as known, else 0
	Requests int // of this phase, including those before an interruption
	PageSize int
	Resumed  bool // went on where an earlier sync broke off
}

// Report is the result of a sync.
type Report struct {
	AsOf     time.Time // the first request of the reading
	Finished time.Time
	Listed   int  // entries that the list gave, internal ones included
	Kept     int  // procedures in the catalogue now
	Requests int  // of the reading, including those before an interruption
	PageSize int  // the last one used
	Resumed  bool // went on where an earlier sync broke off
	First    bool // there was nothing to compare it with
	New      int
	Amended  int
	Gone     int
}
