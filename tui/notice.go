package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client/clean"
	"motcua/tui/page"
	"motcua/tui/parts"
)

// noticeTime is how long the name of a new theme stands.
const noticeTime = 3 * time.Second

// Say puts a sentence in place of the breadcrumb until the next key.
func (r *Root) Say(sentence string) {
	r.notice = sentence
	r.noticed++
}

// SayFor says a sentence for a moment.
func (r *Root) SayFor(sentence string) tea.Cmd {
	r.Say(sentence)
	number := r.noticed
	return tea.Tick(noticeTime, func(time.Time) tea.Msg { return noticeEndMsg(number) })
}

// Unsay takes the notice of the moment away.
func (r *Root) Unsay() { r.notice = "" }

// Notice is the notice of the moment, "" for none, and how many there were.
func (r *Root) Notice() (sentence string, number int) { return r.notice, r.noticed }

// noticeEndMsg takes back the notice with that number.
type noticeEndMsg int

// Notice makes the message that shows a sentence in place of the breadcrumb
// until the next key: that a server goes down, that a session ends soon.
func Notice(sentence string) tea.Msg { return page.NoticeMsg(clean.Line(sentence)) }

// Where is the notice of the moment, the breadcrumb, or on the first page the
// office.
func (r *Root) Where() string { return r.where(0) }

// crumbMark is between two names of a breadcrumb, crumbsLeft in place of the first ones.
const crumbMark, crumbsLeft = " › ", "… › "

// where is Where in a width, 0 for any: the page that is shown is named whole, and the first
// ones on the way to it are left out.
func (r *Root) where(width int) string {
	if r.notice != "" {
		return r.notice
	}
	var crumbs []string
	for _, p := range r.stack {
		if c := p.Crumb(); c != "" {
			crumbs = append(crumbs, c)
		}
	}
	if len(crumbs) == 0 {
		return r.env.Office
	}
	way := strings.Join(crumbs, crumbMark)
	for n := 1; n < len(crumbs) && width > 0 && parts.Width(way) > width; n++ {
		way = crumbsLeft + strings.Join(crumbs[n:], crumbMark)
	}
	return way
}
