package client

import "time"

// Review holds an office's corrections to a procedure's page. Empty fields mean that
// the page is right as read.
type Review struct {
	Office   string    // the office that publishes the review, as it is shown
	Reviewer string    // the office or unit that did the work when it is another, may be empty
	Date     time.Time // the day of the review, in Zone
	State    ReviewState

	Papers     []ReviewPaper // replace all papers that were read from the page
	Conditions []string      // who or what may apply, in the office's words
	Time       []string      // how long it takes, line by line
	Fees       []string      // what it costs, line by line
	Note       string        // note of this counter
}

// ReviewState tells whether the page is still the one that was reviewed.
type ReviewState int

// The states of a review.
const (
	ReviewCurrent ReviewState = iota // the page is the one that was reviewed
	ReviewChanged                    // the page has changed since
	ReviewUnseen                     // only the heading is known here, so nobody can tell
)

// String is the JSON word.
func (s ReviewState) String() string {
	return [...]string{"current", "changed", "unseen"}[s]
}

// ReviewPaper is one paper as an office describes it.
type ReviewPaper struct {
	Name      string // may be empty when OneOf is given
	Case      string // the case that it belongs to; empty: all cases
	When      string // needed only then; empty: always
	Unless    string // needed by everybody but those; excludes When
	Show      bool   // shown at the counter, not handed in
	FillIn    bool   // a form to fill in
	Originals int
	Copies    int
	Forms     []string // the names of its form, at the portal or at this counter
	OneOf     []string // any one of these papers is enough
}
