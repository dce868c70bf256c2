package follow

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/timely"
	"motcua/client/workday"
)

// Ranks of urgency: what somebody must do something about comes first.
const (
	rankLate = iota
	rankAction
	rankToday
	rankRunning
	rankUnknown
	rankOver
)

// urgency returns the rank of a dossier and, within a rank, the working days by which it is
// ordered.
func (f *followed) urgency(now time.Time, cal *workday.Calendar) (rank, days int) {
	if f.answer == nil {
		return rankUnknown, 0
	}
	d := f.answer.Value
	if d.Status.Ended() {
		return rankOver, 0
	}
	switch l := timely.Of(d, now, cal); {
	case l.Timeliness == timely.Late:
		return rankLate, -l.WorkingDays
	case d.Status == client.StatusSupplement, d.Status == client.StatusPayment:
		return rankAction, 0
	case l.Timeliness == timely.DueToday:
		return rankToday, 0
	case l.Timeliness == timely.OnTime:
		return rankRunning, l.WorkingDays
	default:
		return rankUnknown, 0
	}
}

// inOrder returns the dossiers for which has is true, the most urgent first. Equally urgent
// ones stay in the order in which they were added.
func (l *List) inOrder(now time.Time, cal *workday.Calendar, has func(*followed) bool) []*followed {
	list := slices.DeleteFunc(slices.Clone(l.all), func(f *followed) bool { return !has(f) })
	slices.SortStableFunc(list, func(a, b *followed) int {
		rank, days := a.urgency(now, cal)
		otherRank, otherDays := b.urgency(now, cal)
		return cmp.Or(rank-otherRank, days-otherDays)
	})
	return list
}

// nextChange returns the index of the next changed dossier after i, continuing at the
// beginning, or i.
func nextChange(list []*followed, i int) int {
	for n := 1; n <= len(list); n++ {
		if at := (i + n) % len(list); !list[at].changed.IsZero() {
			return at
		}
	}
	return i
}

// filterSign begins a filter in the field: no code of a dossier begins with it.
const filterSign = "/"

// filterOf returns the words of a filter, and whether what was typed is one.
func filterOf(typed string) (words string, ok bool) {
	words, ok = strings.CutPrefix(strings.TrimSpace(typed), filterSign)
	return clean.Fold(strings.TrimSpace(words)), ok
}
