package outfile

import (
	"slices"

	"motcua/client"
	"motcua/client/timely"
	"motcua/tui/line/record"
)

// Tally counts the rows of a list. It stores only the most overdue ones, so it stays small
// however long the list is.
type Tally struct {
	Rows     int
	NotFound int
	Errors   int
	Late     int
	States   [11]int // by national code; 0: any other
	Latest   []Late
}

// Late is a dossier that is late by some working days.
type Late struct {
	Code  string
	Days  int
	Doubt string // why the count is not sure; empty: it is
}

// latestMost is how many late dossiers a summary names.
const latestMost = 20

// Add counts one row.
func (s *Tally) Add(r record.Dossier) {
	s.Rows++
	switch {
	case r.Found == nil:
		s.Errors++
		return
	case !*r.Found:
		s.NotFound++
		return
	}
	s.States[StatusOf(r.Status)]++
	if r.Timeliness == nil || *r.Timeliness != string(timely.Late) || r.Code == nil {
		return
	}
	s.Late++
	days, doubt := 0, ""
	if r.WorkingDaysLeft != nil {
		days = -*r.WorkingDaysLeft
	}
	if r.CalendarDoubt != nil {
		doubt = r.CalendarDoubt.Sentence
	}
	// Sorted with the latest first; equal ones stay in the order in which they came.
	at, _ := slices.BinarySearchFunc(s.Latest, days, func(l Late, days int) int {
		if l.Days >= days {
			return -1
		}
		return 1
	})
	if at < latestMost {
		s.Latest = slices.Insert(s.Latest, at, Late{*r.Code, days, doubt})
		s.Latest = s.Latest[:min(len(s.Latest), latestMost)]
	}
}

// StatusOf reads the word of a state in JSON.
func StatusOf(word *string) client.Status {
	if word != nil {
		for s := client.StatusRegistered; s <= client.StatusReturned; s++ {
			if s.String() == *word {
				return s
			}
		}
	}
	return client.StatusUnknown
}
