// Package notice has the words in which notices are spoken of: the office's own, which a
// folder holds, and the portal's news. Package posted reads the one, package news the other,
// and package board answers.
package notice

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// The portal's own pages, for QR codes, and its telephone.
const (
	FeedbackPage = "https://dichvucong.gov.vn/nop-phan-anh-kien-nghi"
	AnswersPage  = "https://dichvucong.gov.vn/tra-cuu-phan-anh-kien-nghi"
	NewsPage     = "https://dichvucong.gov.vn/tin-tuc"
	Hotline      = "18001096"
)

// Origin is who posted a notice. The words are also those of the JSON.
type Origin string

// The origins.
const (
	Office Origin = "office"
	Portal Origin = "portal"
)

// Notice is the heading of a notice.
type Notice struct {
	ID     string // of the office: the name of its file without its ending
	Title  string
	Origin Origin
	// From is the day since which an office's notice is shown, or when the portal published
	// its news; zero when it does not say.
	From time.Time
	// Until is the last day of an office's notice; zero for news.
	Until time.Time
}

// Kind is what a part of a notice is.
type Kind string

// The kinds. The words are also those of the JSON.
const (
	Heading   Kind = "heading"
	Paragraph Kind = "paragraph"
	Item      Kind = "item" // of a list, with its number where it has one
	Quote     Kind = "quote"
	Row       Kind = "row" // of a table, its cells parted by " | "
)

// Part is a part of a notice: cleaned text on one line.
type Part struct {
	Kind  Kind
	Level int // how deep an item lies, from 0
	Text  string
}

// Link is an address in a notice, which is shown as a QR code.
type Link struct{ Text, URL string }

// Body is the content of a notice.
type Body struct {
	Parts []Part
	Links []Link // each address once
	Cut   bool   // the notice is longer than what is kept
}

// Full is a notice with its content.
type Full struct {
	Notice
	Body
}

// List is what is posted now: the office's notices first, then the portal's news, each the
// newest first.
type List struct {
	Notices []Notice
	// NoNews tells that the portal should have said its news, and nothing is kept of it.
	NoNews bool
	// Asked tells that there is a portal with news.
	Asked bool
}

// Sort sorts the newest first, equal days by title.
func Sort(list []Notice) {
	slices.SortStableFunc(list, func(a, b Notice) int {
		return cmp.Or(b.From.Compare(a.From), strings.Compare(a.Title, b.Title))
	})
}
