package dossier

import (
	"fmt"
	"strings"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/device"
	"motcua/tui/page"
	"motcua/tui/view"
	"motcua/tui/view/dossiers"
)

// slip returns a dossier for paper. Of the data that a proof opens, it contains only what
// has to be handed in or paid, not the applicant's name and not the agency's note, which
// may contain other names and numbers.
func slip(env *page.Env, a client.Answer[client.Dossier], link string) device.Slip {
	t, d := &env.Texts.Slip, &a.Value
	doc := dossiers.Document(a, env.OnPaper())
	head, due := doc.Get("headline"), doc.Get("due")
	s := env.Slip(nameless(doc.Get("procedure").Text()), code.SplitTyped(doc.Words("code")).Grouped(), link)
	switch {
	case len(head.Lines) > 0:
		s.Big = []string{strings.ToUpper(nameless(head.Text()))}
	case len(due.Lines) > 0:
		s.Label, s.Big = due.Head, plateLines(due.Text())
	case !d.Status.Ended() && d.Clock() != client.ClockEnded: // it may still get one
		s.Big = []string{t.NoDate}
	}
	write := func(keys ...string) {
		for _, k := range keys {
			s.Add(device.SlipText, nameless(doc.Get(k).Text()))
		}
	}
	list := func(key string) {
		for _, item := range doc.Get(key).Lines {
			s.Add(device.SlipItem, nameless(item.Text))
		}
	}
	write("official")
	s.Add(device.SlipHeading, fmt.Sprintf(t.AsPrinted, env.Texts.Moment(env.Service.Now())))
	if len(head.Lines) > 0 && len(due.Lines) > 0 {
		s.Add(device.SlipText, due.Head+": "+due.String())
	}
	write("state", "timely", "apology")
	s.Section(t.WhatNow)
	write("next")
	list("missing")
	if d.Status == client.StatusPayment {
		list("fees")
	}
	env.SlipHours(&s)
	s.Gap()
	s.Add(device.SlipText, doc.Get("caveats").Items()...)
	write("source")
	s.Add(device.SlipText, t.NoNames)
	return s
}

// nameless removes names of people from a text, because slips are left lying around.
func nameless(t view.Text) string {
	return t.With(func(s view.Span) string {
		if s.Kind == view.SpanName {
			return "…"
		}
		return s.Text
	})
}

// plateLines returns the day and, below it, the time.
func plateLines(plate view.Text) []string {
	var out []string
	for _, s := range plate {
		if s.Kind != view.SpanPlain {
			out = append(out, s.Text)
		}
	}
	return out
}
