package tui

import (
	"fmt"
	"strings"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/view"
)

// Marks at the beginning of a slip's lines; a bullet may have blanks before it.
const (
	SlipHeading = "# "
	SlipBullet  = "• "
)

// slip begins a slip: the desk, the moment, the link.
func (sh *shared) slip(title, code, link string) Slip {
	return Slip{
		Lang: sh.texts.Lang, Name: sh.Name, Office: sh.Office,
		Title: title, Code: code, Link: link, Printed: sh.Service.Now(),
	}
}

// paper is for sentences that are read on another day, where there is neither button
// nor key.
func (sh *shared) paper() view.Env {
	e := sh.env()
	e.Medium = view.Paper
	return e
}

// nameless is a text without names of people: a slip is left lying about.
func nameless(t view.Text) string {
	return t.With(func(s view.Span) string {
		if s.Kind == view.SpanName {
			return "…"
		}
		return s.Text
	})
}

// dossierSlip is a dossier on paper. Of what a proof opens only what is to be
// handed in or paid stands on it, without the applicant's name.
func (sh *shared) dossierSlip(a client.Answer[client.Dossier], link string) Slip {
	t := &sh.texts.Slip
	if p := a.Value.Private; p != nil {
		a.Value.Private = &client.Private{Applicant: p.Applicant, Missing: p.Missing, Fees: p.Fees}
	}
	doc := view.Dossier(a, sh.paper())
	due := doc.Get("due")
	s := sh.slip(nameless(doc.Get("procedure").Text()), code.SplitTyped(doc.Words("code")).Grouped(), link)
	s.Label, s.Big = due.Head, due.String()
	if s.Big == "" {
		s.Big = t.NoDate
	}
	add := func(lines ...string) { s.Lines = append(s.Lines, lines...) }
	write := func(keys ...string) {
		for _, k := range keys {
			add(present(nameless(doc.Get(k).Text()))...)
		}
	}
	list := func(key string) {
		for _, item := range doc.Get(key).Lines {
			add(SlipBullet + nameless(item.Text))
		}
	}
	add(SlipHeading + fmt.Sprintf(t.AsPrinted, sh.texts.Moment(sh.Service.Now())))
	write("state", "timely", "apology")
	add("", SlipHeading+t.WhatNow)
	write("next")
	list("missing")
	if a.Value.Status == client.StatusPayment {
		list("fees")
	}
	add(sh.slipHours()...)
	add("")
	write("source")
	add(t.NoNames)
	return s
}

// slipCasesMost is how many lines the papers of all cases may take on a slip;
// beyond it the case on the screen alone is printed.
const slipCasesMost = 60

// procedureSlip is what to bring on paper, of every case or, where that is too
// much, of the case with that index.
func (sh *shared) procedureSlip(a client.Answer[client.Procedure], caseAt int, link string) Slip {
	t, screen := &sh.texts.Slip, &sh.texts.Screen
	v := view.Procedure(a, sh.paper())
	s := sh.slip(v.Name, v.Code, link)
	add := func(lines ...string) { s.Lines = append(s.Lines, lines...) }
	section := func(heading string, lines ...string) {
		if lines = present(lines...); len(lines) > 0 {
			add("", SlipHeading+heading)
			add(lines...)
		}
	}
	papers := sh.caseLines(view.CaseView{HandIn: v.HandIn, Show: v.Show, OnlyIf: v.OnlyIf, Close: v.Close})
	cases, left := v.Cases, 0
	var all []string
	for _, c := range cases {
		all = append(all, sh.caseLines(c)...)
	}
	if len(all) > slipCasesMost {
		cases, left = cases[min(caseAt, len(cases)-1):][:1], len(cases)-1
	}
	for _, c := range cases {
		papers = append(papers, "", SlipHeading+c.Name)
		papers = append(papers, sh.caseLines(c)...)
	}
	if left > 0 {
		papers = append(papers, "", fmt.Sprintf(t.OtherCase, left))
	}
	if v.Reviewed != "" {
		add(present(v.Reviewed, v.ReviewWarn, v.DeskNote)...)
	}
	switch {
	case v.Outline != "":
		add("", v.Outline)
	case len(papers) == 0:
		add("", screen.NoPapers)
	default:
		add(papers...)
	}
	section(sh.texts.Review.Conditions, bullets(v.Conditions)...)
	section(screen.Time, v.Time...)
	section(screen.Cost, v.Cost...)
	section(screen.Place, v.Place...)
	section(screen.Channels, strings.Join(v.Channels, ", "))
	add(sh.slipHours()...)
	add("", v.Source)
	return s
}

// caseLines are the papers of one case, each list under its heading.
func (sh *shared) caseLines(c view.CaseView) []string {
	t := &sh.texts.Slip
	var out []string
	list := func(heading string, papers []view.PaperLine) {
		if len(papers) == 0 {
			return
		}
		out = append(out, "", SlipHeading+heading)
		for _, p := range papers {
			name := p.Name
			if p.Quantity != "" {
				name += " (" + p.Quantity + ")"
			}
			out = append(out, SlipBullet+name)
			for _, one := range p.OneOf {
				out = append(out, "  "+SlipBullet+one.Name)
			}
		}
	}
	list(t.Bring, c.HandIn)
	list(t.Show, c.Show)
	for _, o := range c.OnlyIf {
		list(fmt.Sprintf(t.OnlyIf, o.Condition), o.Papers)
	}
	if len(c.Close) > 0 {
		out = append(out, "", SlipHeading+sh.texts.Procedure.Close, sh.texts.Procedure.CloseWhy)
		out = append(out, bullets(c.Close)...)
	}
	return out
}

// slipHours are the desk's hours, where they are known.
func (sh *shared) slipHours() []string {
	if !sh.lobby() || sh.Kiosk.Hours == nil {
		return nil
	}
	hours := sh.Kiosk.Hours(sh.texts.Lang)
	if hours == "" {
		return nil
	}
	return []string{"", SlipHeading + sh.texts.Slip.Hours, hours}
}

func bullets(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = SlipBullet + l
	}
	return out
}

// present leaves out what is empty.
func present(lines ...string) []string {
	var out []string
	for _, l := range lines {
		if l != "" {
			out = append(out, l)
		}
	}
	return out
}
