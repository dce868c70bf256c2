package tui

import (
	"fmt"
	"strings"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/view"
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
	s.Label, s.Big = due.Head, []string{t.NoDate}
	if len(due.Lines) > 0 {
		s.Big = plateLines(due.Text())
	}
	write := func(keys ...string) {
		for _, k := range keys {
			s.add(SlipText, nameless(doc.Get(k).Text()))
		}
	}
	list := func(key string) {
		for _, item := range doc.Get(key).Lines {
			s.add(SlipItem, nameless(item.Text))
		}
	}
	s.add(SlipHeading, fmt.Sprintf(t.AsPrinted, sh.texts.Moment(sh.Service.Now())))
	write("state", "timely", "apology")
	s.section(t.WhatNow)
	write("next")
	list("missing")
	if a.Value.Status == client.StatusPayment {
		list("fees")
	}
	s.hours(sh)
	s.gap()
	write("source")
	s.add(SlipText, t.NoNames)
	return s
}

// plateLines are the day and below it the hour.
func plateLines(plate view.Text) []string {
	var out []string
	for _, s := range plate {
		if s.Kind != view.SpanPlain {
			out = append(out, s.Text)
		}
	}
	return out
}

// add puts down what is not empty.
func (s *Slip) add(k SlipKind, lines ...string) {
	for _, l := range lines {
		if l != "" {
			s.Lines = append(s.Lines, SlipLine{k, l})
		}
	}
}

func (s *Slip) gap() { s.Lines = append(s.Lines, SlipLine{Kind: SlipGap}) }

// section begins a part with a heading of its own.
func (s *Slip) section(heading string) {
	s.gap()
	s.add(SlipHeading, heading)
}

// part is a section, when it says anything.
func (s *Slip) part(heading string, k SlipKind, lines ...string) {
	if strings.Join(lines, "") != "" {
		s.section(heading)
		s.add(k, lines...)
	}
}

// hours are the desk's, where they are known.
func (s *Slip) hours(sh *shared) {
	if sh.lobby() {
		s.part(sh.texts.Slip.Hours, SlipText, told(sh.Kiosk.Hours, sh.texts.Lang))
	}
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
	var papers, all Slip
	papers.papers(sh, view.CaseView{HandIn: v.HandIn, Show: v.Show, OnlyIf: v.OnlyIf, Close: v.Close})
	cases, left := v.Cases, 0
	for _, c := range cases {
		all.papers(sh, c)
	}
	if len(all.Lines) > slipCasesMost {
		cases, left = cases[min(caseAt, len(cases)-1):][:1], len(cases)-1
	}
	for _, c := range cases {
		papers.section(c.Name)
		papers.papers(sh, c)
	}
	if left > 0 {
		papers.gap()
		papers.add(SlipText, fmt.Sprintf(t.OtherCase, left))
	}
	if v.Reviewed != "" {
		s.add(SlipText, v.Reviewed, v.ReviewWarn, v.DeskNote)
	}
	switch {
	case v.Outline != "":
		s.gap()
		s.add(SlipText, v.Outline)
	case len(papers.Lines) == 0:
		s.gap()
		s.add(SlipText, screen.NoPapers)
	default:
		s.Lines = append(s.Lines, papers.Lines...)
	}
	s.part(sh.texts.Review.Conditions, SlipItem, v.Conditions...)
	s.part(screen.Time, SlipText, v.Time...)
	s.part(screen.Cost, SlipText, v.Cost...)
	s.part(screen.Place, SlipText, v.Place...)
	s.part(screen.Channels, SlipText, strings.Join(v.Channels, ", "))
	s.hours(sh)
	s.gap()
	s.add(SlipText, v.Source)
	return s
}

// papers are the papers of one case, each list under its heading.
func (s *Slip) papers(sh *shared, c view.CaseView) {
	t := &sh.texts.Slip
	list := func(heading string, papers []view.PaperLine) {
		if len(papers) == 0 {
			return
		}
		s.section(heading)
		for _, p := range papers {
			name := p.Name
			if p.Quantity != "" {
				name += " (" + p.Quantity + ")"
			}
			s.add(SlipItem, name)
			for _, one := range p.OneOf {
				s.add(SlipSubitem, one.Name)
			}
		}
	}
	list(t.Bring, c.HandIn)
	list(t.Show, c.Show)
	for _, o := range c.OnlyIf {
		list(fmt.Sprintf(t.OnlyIf, o.Condition), o.Papers)
	}
	if len(c.Close) > 0 {
		s.section(sh.texts.Procedure.Close)
		s.add(SlipText, sh.texts.Procedure.CloseWhy)
		s.add(SlipItem, c.Close...)
	}
}
