package tui

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"motcua/client"
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

// slipMoment is a moment that stays clear on paper: with its year, never "today".
func (sh *shared) slipMoment() string {
	now := sh.Service.Now()
	return fmt.Sprintf(sh.texts.AtDay, sh.texts.Clock(now), sh.texts.Day(now))
}

// paper is for sentences that are read where there is neither button nor key.
func (sh *shared) paper() view.Env {
	e := sh.env()
	e.Medium = view.Paper
	return e
}

// slipEnv is for sentences that are read on another day as well: where an answer
// came from then has its date in full.
func (sh *shared) slipEnv() view.Env {
	e := sh.paper()
	e.Now = e.Now.AddDate(1, 0, 0)
	return e
}

// dossierSlip is a dossier on paper. Of what a proof opens only what is to be
// handed in or paid stands on it: a slip is left lying about, so there is neither
// name nor note, and whatever looks like the applicant's name is taken out of the
// rest.
func (sh *shared) dossierSlip(a client.Answer[client.Dossier], link string) Slip {
	t := &sh.texts.Slip
	applicant := ""
	if p := a.Value.Private; p != nil {
		applicant = p.Applicant
		a.Value.Private = &client.Private{Missing: p.Missing, Fees: p.Fees}
	}
	v := view.Sentences(a, sh.paper())
	s := sh.slip(v.Procedure, v.Grouped, link)
	s.Label, s.Big = v.DueLabel, v.Due
	if s.Big == "" {
		s.Big = t.NoDate
	}
	add := func(lines ...string) { s.Lines = append(s.Lines, lines...) }
	add(SlipHeading + fmt.Sprintf(t.AsPrinted, sh.slipMoment()))
	add(v.State)
	add(present(v.Timely, v.Apology)...)
	add("", SlipHeading+t.WhatNow)
	add(present(v.Next)...)
	if len(v.Missing) > 0 && !strings.Contains(v.Next, v.Missing[0]) {
		add(bullets(v.Missing)...)
	}
	if a.Value.Status == client.StatusPayment {
		add(bullets(v.Fees)...)
	}
	add(sh.slipHours()...)
	add("", view.Source(a.Source, a.AsOf, a.Stale, sh.slipEnv()), t.NoNames)
	s.Title = withoutName(s.Title, applicant)
	for i, l := range s.Lines {
		s.Lines[i] = withoutName(l, applicant)
	}
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
	add("", view.Source(a.Source, a.AsOf, a.Stale, sh.slipEnv()))
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

// withoutName takes a name out of a line. Of the name only the first letter and
// the length of each word are known, since it is masked; words in that order are
// taken for it. A name of one word says too little to be looked for.
func withoutName(line, masked string) string {
	name := strings.Fields(masked)
	if len(name) < 2 {
		return line
	}
	words := spans(line)
	var b strings.Builder
	end := 0
	for i := 0; i+len(name) <= len(words); i++ {
		fits := true
		for j, n := range name {
			w := line[words[i+j][0]:words[i+j][1]]
			first, _ := utf8.DecodeRuneInString(n)
			got, _ := utf8.DecodeRuneInString(w)
			fits = fits && got == unicode.ToUpper(first) && utf8.RuneCountInString(w) == utf8.RuneCountInString(n)
		}
		if fits {
			b.WriteString(line[end:words[i][0]] + "…")
			i += len(name) - 1
			end = words[i][1]
		}
	}
	return b.String() + line[end:]
}

// spans are where the words of a line begin and end, in bytes.
func spans(line string) [][2]int {
	var out [][2]int
	start := -1
	for i, r := range line {
		switch letter := unicode.IsLetter(r) || unicode.IsMark(r); {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			out = append(out, [2]int{start, i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, [2]int{start, len(line)})
	}
	return out
}
