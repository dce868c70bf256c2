// Package notices says what is posted, where to complain, and how to reach the office.
package notices

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"motcua/client"
	"motcua/client/notice"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/failure"
)

// Whose says who posted a notice, and of which day it is.
func Whose(n notice.Notice, e view.Env) string {
	t := topic.Notices.In(e.Texts)
	switch {
	case n.Origin == notice.Office:
		return fmt.Sprintf(t.OfOffice, e.Texts.Day(n.Until))
	case n.From.IsZero():
		return t.OfPortalOf
	default:
		return fmt.Sprintf(t.OfPortal, e.Texts.Day(n.From))
	}
}

// None says that nothing is posted, and that news are missing; "" for neither.
func None(l notice.List, e view.Env) string {
	t := topic.Notices.In(e.Texts)
	switch {
	case l.NoNews:
		return t.NoNews
	case len(l.Notices) == 0:
		return t.None
	default:
		return ""
	}
}

// Contact is how to reach somebody: the hotline, this office, the desk.
func Contact(e view.Env) view.Block {
	t := topic.Notices.In(e.Texts)
	lines := []view.Sentence{view.Say("notices-hotline", t.Hotline, view.Plain(notice.Hotline))}
	if e.Contact != "" {
		lines = append(lines, view.Say("notices-here", t.Here, view.Plain(e.Contact)))
	}
	if e.Desk != "" {
		lines = append(lines, view.Say("notices-desk", t.Ask, view.Plain(e.Desk)))
	}
	return view.Block{Kind: view.KindList, Key: "contact", Head: t.Contact, Lines: lines}
}

// List is what is posted, and whom to write to or call.
func List(a client.Answer[notice.List], e view.Env) view.Document {
	t := topic.Notices.In(e.Texts)
	var d view.Document
	d.Add(view.One(view.KindTitle, "notices", view.Sentence{Key: "notices-title", Text: view.Plain(t.Title)}))
	posted := view.Block{Kind: view.KindList, Key: "posted", Head: t.Posted}
	for i, n := range a.Value.Notices {
		says := n.Title + ". " + Whose(n, e)
		switch e.Medium { // a number is what one types next; an ID stays the same
		case view.Command:
			says = fmt.Sprintf("%d. %s%s%s", i+1, says, e.Beside(), n.ID)
		case view.Typed:
			says = fmt.Sprintf("%d. %s", i+1, says)
		default:
		}
		posted.Lines = append(posted.Lines, view.Sentence{Text: view.Plain(says)})
	}
	d.Add(posted)
	if says := None(a.Value, e); says != "" {
		key := "notices-none"
		if a.Value.NoNews {
			key = "notices-no-news"
		}
		d.Add(view.One(view.KindSentence, "none", view.Sentence{Key: key, Text: view.Plain(says)}))
	}
	if a.Value.Asked && !a.Value.NoNews {
		d.Add(view.SourceBlock("notices-source", a.Source, a.AsOf, a.Stale, e))
	}
	if e.Medium == view.Command || e.Medium == view.Typed {
		d.Add(view.Block{Kind: view.KindList, Key: "voices", Head: t.Voices, Lines: []view.Sentence{
			view.Say("", t.FeedbackLine, view.Plain(notice.FeedbackPage)), view.Say("", t.AnswersLine, view.Plain(notice.AnswersPage)),
		}})
	}
	d.Add(Contact(e))
	return d
}

// Document is a notice: its title, who posted it, its parts in their order, its addresses.
func Document(a client.Answer[notice.Full], e view.Env) view.Document {
	t, n := topic.Notices.In(e.Texts), a.Value
	var d view.Document
	d.Add(view.One(view.KindTitle, "title", view.Sentence{Text: view.Plain(n.Title)}))
	whose := Whose(n.Notice, e)
	if n.Origin == notice.Office {
		whose = fmt.Sprintf(t.Kept, e.Texts.Day(n.From), e.Texts.Day(n.Until))
	}
	d.Add(view.One(view.KindTitle, "whose", view.Sentence{Text: view.Plain(whose)}))
	var lines []view.SectionLine
	for i, p := range n.Parts {
		if i == 0 && p.Text == n.Title { // a news item without a title of its own
			continue
		}
		lines = append(lines, line(p))
	}
	d.Add(view.Block{Kind: view.KindSection, Key: "text", Official: lines})
	if n.Cut {
		d.Add(view.One(view.KindSentence, "cut", view.Sentence{Key: "notice-cut", Text: view.Plain(t.Cut)}))
	}
	links := view.Block{Kind: view.KindList, Key: "links", Head: t.Links}
	for _, l := range n.Links {
		links.Lines = append(links.Lines, view.Sentence{Text: view.Plain(address(l))})
	}
	d.Add(links)
	if n.Origin == notice.Portal {
		d.Add(view.SourceBlock("notice-source", a.Source, a.AsOf, a.Stale, e))
	}
	return d
}

// line is a part of a notice as a line with its indent.
func line(p notice.Part) view.SectionLine {
	switch p.Kind {
	case notice.Heading:
		return view.SectionLine{Text: p.Text, Strong: true}
	case notice.Item:
		text := p.Text
		if text[0] < '0' || text[0] > '9' || !strings.Contains(text[:min(len(text), 6)], ". ") {
			text = "• " + text
		}
		return view.SectionLine{Text: text, Indent: 1 + p.Level}
	case notice.Quote:
		return view.SectionLine{Text: p.Text, Indent: 2}
	default:
		return view.SectionLine{Text: p.Text, Indent: p.Level}
	}
}

// address is a link with what it is called, where that is something else.
func address(l notice.Link) string {
	if l.Text == l.URL {
		return l.URL
	}
	return l.Text + ": " + l.URL
}

// Opens says what a link's row opens: whose page it is, where its name does not tell, as a code.
func Opens(l notice.Link, e view.Env) string {
	host := ""
	if u, err := url.Parse(l.URL); err == nil && !strings.Contains(l.Text, u.Hostname()) {
		host = u.Hostname()
	}
	return e.Dotted(host, topic.Notices.In(e.Texts).LinkHint)
}

// Error says why there is no notice.
func Error(err error, e view.Env) string {
	if errors.Is(err, client.ErrNotFound) {
		return topic.Notices.In(e.Texts).NotFound
	}
	return failure.Search(err, client.Query{}, e)
}
