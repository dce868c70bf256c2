package notices

import (
	"time"

	"motcua/client"
	"motcua/client/notice"
	"motcua/tui/line/record"
	"motcua/tui/view"
)

// noticeObject is a notice; text and links are null in a list.
type noticeObject struct {
	Type   string        `json:"type"` // notice
	ID     string        `json:"id"`
	Title  string        `json:"title"`
	Origin string        `json:"origin"` // office portal
	From   *string       `json:"from"`   // 2026-12-01; of news when they were published
	Until  *string       `json:"until"`  // the last day; null for news
	Text   *[]partObject `json:"text"`
	Links  *[]linkObject `json:"links"`
	Cut    bool          `json:"cut"` // the end is missing
	AsOf   *string       `json:"as_of"`
	Stale  bool          `json:"stale"`
	Source *string       `json:"source"`
}

type partObject struct {
	Kind  string `json:"kind"` // heading paragraph item quote row
	Level int    `json:"level"`
	Text  string `json:"text"`
}

type linkObject struct {
	Text string `json:"text"`
	URL  string `json:"url"`
}

// contactObject is whom to call and where to complain, after the notices of a list.
type contactObject struct {
	Type     string  `json:"type"` // contact
	Hotline  string  `json:"hotline"`
	Office   *string `json:"office"` // in the operator's words
	Desk     *string `json:"desk"`
	Feedback string  `json:"feedback"` // the portal's page
	Answers  string  `json:"answers"`
	News     string  `json:"news"`
	NoNews   bool    `json:"news_missing"` // the portal did not answer, and nothing is kept
}

func head(n notice.Notice, asOf time.Time, stale bool, source string) noticeObject {
	o := noticeObject{Type: "notice", ID: n.ID, Title: n.Title, Origin: string(n.Origin), Stale: stale, Source: record.OrNull(source)}
	if !n.From.IsZero() {
		o.From = record.OrNull(n.From.Format(time.DateOnly))
	}
	if !n.Until.IsZero() {
		o.Until = record.OrNull(n.Until.Format(time.DateOnly))
	}
	if n.Origin == notice.Office {
		o.Stale, o.Source = false, record.OrNull("notices")
	} else {
		o.AsOf = record.TimeOrNull(asOf)
	}
	return o
}

// records are a list of notices, and the contact.
func records(a client.Answer[notice.List], e view.Env) []string {
	var out []string
	for _, n := range a.Value.Notices {
		out = append(out, record.Encode(head(n, a.AsOf, a.Stale, a.Source.ID)))
	}
	return append(out, record.Encode(contactObject{
		Type: "contact", Hotline: notice.Hotline, Office: record.OrNull(e.Contact), Desk: record.OrNull(e.Desk),
		Feedback: notice.FeedbackPage, Answers: notice.AnswersPage, News: notice.NewsPage, NoNews: a.Value.NoNews,
	}))
}

// oneRecord is a notice with its content.
func oneRecord(a client.Answer[notice.Full]) string {
	o := head(a.Value.Notice, a.AsOf, a.Stale, a.Source.ID)
	text, links := []partObject{}, []linkObject{}
	for _, p := range a.Value.Parts {
		text = append(text, partObject{string(p.Kind), p.Level, p.Text})
	}
	for _, l := range a.Value.Links {
		links = append(links, linkObject(l))
	}
	o.Text, o.Links, o.Cut = &text, &links, a.Value.Cut
	return record.Encode(o)
}
