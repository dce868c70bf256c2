package outfile

import (
	"hash/maphash"
	"slices"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/timely"
	"motcua/tui/line/record"
)

// Tally counts the dossiers of a list, each once, however often the list has it. It stores the
// most overdue ones and a hash of each code, so it stays small however long the list is.
type Tally struct {
	Rows     int
	Repeated int // rows of a dossier that was counted
	NotFound int
	Errors   int
	Late     int
	States   [11]int // by national code; 0: any other
	Latest   []Late

	seed    maphash.Seed
	counted map[uint64]struct{}
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
	case r.Code != nil && s.again(*r.Code):
		s.Repeated++
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

// again reports whether a dossier was counted, under any spelling of its code.
func (s *Tally) again(typed string) bool {
	c, err := code.ParseDossier(typed)
	if err != nil {
		return false
	}
	if s.counted == nil {
		s.seed, s.counted = maphash.MakeSeed(), map[uint64]struct{}{}
	}
	key := maphash.String(s.seed, c.Canonical().String())
	_, again := s.counted[key]
	s.counted[key] = struct{}{}
	return again
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
