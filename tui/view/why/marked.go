package why

import (
	"errors"
	"fmt"

	"motcua/client/clean"
	"motcua/client/review"
	"motcua/tui/view"
)

// Marks is the list of pages that staff marked as wrong. Both methods access files.
type Marks interface {
	// Toggle marks a page, or one of its rows when row is above 0, or removes an existing
	// mark.
	Toggle(code string, row int) (marked bool, err error)
	// Of returns the marked rows of a page, 0 for the page itself.
	Of(code string) []int
}

// Marked returns the sentence for the result of Marks.Toggle.
func Marked(row int, marked bool, err error, e view.Env) string {
	t := &e.Texts.Review
	switch {
	case errors.Is(err, review.ErrMarksFull):
		return t.MarkFull
	case err != nil:
		return fmt.Sprintf(t.MarkFailed, clean.Line(err.Error()))
	case marked && row > 0:
		return fmt.Sprintf(t.MarkedRow, row)
	case marked:
		return t.MarkedPage
	case row > 0:
		return fmt.Sprintf(t.UnmarkedRow, row)
	default:
		return t.UnmarkedPage
	}
}
