package decisions

import (
	"regexp"
	"strings"

	"motcua/client/clean"
	"motcua/tui/view"
)

// lead is what the titles of nearly all decisions begin with, folded: on the announcement of
// (the list of) administrative procedures.
var lead = regexp.MustCompile(`^(quyet dinh )?((ve viec|v/v) )?cong bo (danh muc )?(cac )?(thu tuc hanh chinh|tthc) `)

// leastTitle is the fewest words that a title is cut to: fewer may be no more than the number of
// a year.
const leastTitle = 3

// Short is a title without the words that nearly all begin with, for lists below a heading that
// has them. The titles differ in what follows, which is often a line away.
func Short(title string) string {
	words := strings.Fields(title)
	found := lead.FindString(clean.Fold(strings.Join(words, " ")))
	n := strings.Count(found, " ")
	if len(words)-n < leastTitle {
		return title
	}
	return view.Capital(strings.Join(words[n:], " "))
}
