package rest

import (
	"errors"
	"slices"

	"motcua/client"
)

// Faults judges what becomes of the items of a sync that are asked for one by one. An item that
// the system has but cannot answer is left out: otherwise each sync would end at it, and none
// would reach those behind it. A system that answers nothing is left alone. The zero value is
// ready.
type Faults struct{ inRow int }

// mostInRow is how many items fail one after another before the system counts as down.
const mostInRow = 3

// End records what became of an item, nil for a good answer, and tells whether the sync ends.
func (f *Faults) End(err error) bool {
	if err == nil {
		f.inRow = 0
		return false
	}
	var down *client.UnavailableError
	if !errors.As(err, &down) || !slices.Contains([]client.Cause{client.CauseServer, client.CauseContent, client.CauseTooLarge}, down.Cause) {
		return true
	}
	f.inRow++
	return f.inRow == mostInRow
}
