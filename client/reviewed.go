package client

import "time"

// Review is what an office wrote of a procedure after it had gone through the
// portal's page. What it leaves empty stands as the page was read.
type Review struct {
	Office   string    // who reviewed, as it is shown
	Reviewer string    // the office or unit that did it when it is another, may be empty
	Date     time.Time // the day of the review, in Zone
	State    ReviewState

	Papers     []ReviewPaper // in the place of all papers that were read
	Conditions []string      // who or what may apply, in the office's words
	Time       []string      // how long it takes, line by line
	Fees       []string      // what it costs, line by line
	Note       string        // of this desk
}

// ReviewState tells whether the source is still what was reviewed.
type ReviewState int

// The states of a review.
const (
	ReviewCurrent ReviewState = iota // the source is the one that was reviewed
	ReviewChanged                    // the source has changed since
	ReviewUnseen                     // only the heading is known here, so nobody can tell
)

// String is the JSON word.
func (s ReviewState) String() string {
	return [...]string{"current", "changed", "unseen"}[s]
}

// ReviewPaper is one paper as an office has it.
type ReviewPaper struct {
	Name      string // may be empty when OneOf is given
	Case      string // the case that it belongs to; empty: everybody's
	When      string // only then; empty: always
	Unless    string // everybody but those; not beside When
	Show      bool   // shown at the counter, not handed in
	FillIn    bool   // a form to fill in
	Originals int
	Copies    int
	Forms     []string // what the portal or the desk calls its form
	OneOf     []string // any one of these will do
}
