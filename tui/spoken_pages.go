package tui

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/view"
)

// What each page says.

func (h *homePage) speaks() spoken {
	t, x := &h.texts.Screen, &h.texts.Spoken
	s := spoken{lines: []line{{text: x.Home}}}
	names := []string{t.AskDossier, t.AskProcedure}
	for i, n := range names {
		s.lines = append(s.lines, h.pressing(strconv.Itoa(i+1), n))
	}
	var often []string
	for i, hit := range h.popular {
		names = append(names, hit.Name)
		often = append(often, fmt.Sprintf(x.Press, strconv.Itoa(i+3), hit.Name))
	}
	if len(often) > 0 {
		s.lines = append(s.lines, line{text: fmt.Sprintf(x.Often, strings.Join(often, ". "))})
	}
	if h.lobby() {
		for _, say := range h.lobbyLines() {
			s.lines = append(s.lines, line{text: say})
		}
	}
	s.lines = append(s.lines, line{text: x.HomeMore})
	s.focus = line{lead: x.FocusOn(), text: names[min(h.focus, len(names)-1)]}
	return s
}

// lobbyLines are where to scan, and the hours, the queue and the news.
func (sh *shared) lobbyLines() []string {
	l := sh.texts.Lang
	return []string{sh.texts.Lobby.Scan, told(sh.Kiosk.Hours, l), told(sh.Kiosk.Queue, l), told(sh.Kiosk.News, l)}
}

// waits says what is asked, and when it takes long. Seconds are not counted
// aloud.
func (sh *shared) waits(w *waiting, source string) []line {
	switch {
	case !w.on() || w.said == 0:
		return nil
	case w.said >= slowWait:
		return []line{{text: fmt.Sprintf(sh.texts.Screen.WaitingFor, source)}, {text: sh.texts.Spoken.Slow}}
	default:
		return []line{{text: fmt.Sprintf(sh.texts.Screen.WaitingFor, source)}}
	}
}

func (p *searchPage) speaks() spoken {
	x := &p.texts.Spoken
	private := concerns(p.field.Value())
	s := spoken{
		lines: []line{{text: x.Search}},
		field: &field{value: p.field.Value(), after: 1, private: private},
	}
	if p.waits() {
		s.lines = append(s.lines, p.shared.waits(&p.wait, p.portal())...)
	} else if count := p.spokenCount(); count.text != "" {
		count.private = private
		s.lines = append(s.lines, count)
	}
	if i := p.list.Index; i >= 0 && i < len(p.hits) && p.known == p.asked {
		s.focus = line{text: p.rowName(i), of: p.words}
	}
	return s
}

// concerns tells whether words that were typed to search by hold a number that
// may be somebody's: a dossier's, an identity card's, a telephone's.
func concerns(words string) bool {
	digits := 0
	for _, r := range words {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return digits >= 6 && !isProcedureCode(words)
}

func isProcedureCode(words string) bool {
	_, err := code.ParseProcedure(strings.TrimSpace(words))
	return err == nil
}

// spokenCount is the line between field and list.
func (p *searchPage) spokenCount() line {
	t := &p.texts.Screen
	code, isDossier := p.dossierCode()
	switch {
	case isDossier:
		return line{text: fmt.Sprintf(t.IsDossier, p.texts.Spoken.Spell(code.String())), public: t.CodeReady}
	case p.known != p.asked:
		return line{} // the list answers older words
	case p.err != nil:
		return line{text: view.SearchError(p.err, client.Query{Words: p.words}, p.heard()), of: p.words}
	case p.words == "":
		return line{text: t.OftenAsked}
	case p.near && p.soFar:
		return line{text: fmt.Sprintf(t.NearSoFar, p.words)}
	case p.near:
		return line{text: fmt.Sprintf(t.FoundNear, p.words)}
	case p.total == 0:
		return line{text: fmt.Sprintf(t.FoundNone, p.words)}
	case p.total == 1:
		return line{text: t.FoundOne, of: p.words}
	default:
		return line{text: fmt.Sprintf(t.Found, p.texts.Number(int64(p.total))), of: p.words}
	}
}

func (p *procedurePage) speaks() spoken {
	t, x := &p.texts.Screen, &p.texts.Spoken
	var s spoken
	if p.answer == nil {
		s.lines = append([]line{{text: p.name}}, p.waits(&p.wait, p.portal())...)
		if p.err != nil && !p.wait.on() {
			s.lines = append(s.lines, line{text: view.ProcedureError(p.err, p.code, p.heard())})
		}
		return s
	}
	v, l := p.view(), p.lists()
	of := strconv.Itoa(p.caseAt)
	add := func(words ...string) {
		for _, w := range words {
			if w != "" {
				s.lines = append(s.lines, line{text: w, of: of})
			}
		}
	}
	s.lines = append(s.lines, line{text: v.Name}, line{text: v.Where})
	if len(v.Cases) > 1 {
		add(fmt.Sprintf(t.CaseOf, p.caseAt+1, len(v.Cases)), l.Name)
	}
	add(v.Reviewed, v.ReviewWarn, v.DeskNote)
	switch {
	case p.heading():
		s.lines = append(s.lines, p.waits(&p.wait, p.portal())...)
		return s
	case v.Outline != "":
		add(v.Outline, v.Source)
		return s
	}
	if len(l.HandIn)+len(l.Show)+len(l.OnlyIf)+len(l.Close) == 0 {
		add(t.NoPapers)
	}
	add(spokenPapers(t.HandIn, l.HandIn)...)
	add(spokenPapers(t.ShowPapers, l.Show)...)
	if len(l.Close) > 0 {
		add(p.texts.Procedure.Close + ". " + p.texts.Procedure.CloseWhy)
		add(l.Close...)
	}
	for _, term := range []struct {
		heading string
		lines   []string
	}{{p.texts.Review.Conditions, v.Conditions}, {t.Time, v.Time}, {t.Cost, v.Cost}, {t.Place, v.Place}, {t.Channels, v.Channels}} {
		if len(term.lines) > 0 {
			s.lines = append(s.lines, line{text: term.heading + ": " + strings.Join(term.lines, "; ")})
		}
	}
	s.lines = append(s.lines, line{text: v.ReadyBy}, line{text: v.Source})
	if p.soFar {
		s.lines = append(s.lines, line{text: t.AskingToo})
	}
	for i := range p.foldCount() {
		if p.opened[i] {
			of = strconv.Itoa(p.caseAt) + "/" + strconv.Itoa(i)
			add(p.spokenFold(i)...)
		}
	}
	if p.foldCount() > 0 {
		name := p.foldName(p.fold)
		s.focus = line{text: fmt.Sprintf(x.Folded, name)}
		if p.opened[p.fold] {
			s.focus = line{text: fmt.Sprintf(x.Unfolded, name)}
		}
	}
	return s
}

// spokenPapers is a heading and its papers, each with how many of it.
func spokenPapers(heading string, papers []view.PaperLine) []string {
	if len(papers) == 0 {
		return nil
	}
	out := []string{heading + ":"}
	for _, p := range papers {
		words := p.Name
		if p.Quantity != "" {
			words += ", " + p.Quantity
		}
		if p.Hint != "" {
			words += ", " + p.Hint
		}
		for _, one := range p.OneOf {
			words += "; " + one.Name
		}
		out = append(out, words)
	}
	return out
}

// foldName is what the fold n is about.
func (p *procedurePage) foldName(n int) string {
	t, l := &p.texts.Screen, p.lists()
	switch {
	case n < len(l.OnlyIf):
		return t.OnlyIf + ": " + l.OnlyIf[n].Condition
	case len(l.Notes) == 1:
		return t.NotesOne
	default:
		return fmt.Sprintf(t.NotesFold, len(l.Notes))
	}
}

// spokenFold is what an open fold holds.
func (p *procedurePage) spokenFold(n int) []string {
	l := p.lists()
	if n < len(l.OnlyIf) {
		return spokenPapers(p.foldName(n), l.OnlyIf[n].Papers)
	}
	return l.Notes
}

func (p *fullPage) speaks() spoken {
	x := &p.texts.Spoken
	sections := p.sections()
	s := spoken{lines: []line{{text: fmt.Sprintf(x.Full, p.made.Name)}}}
	if len(sections) == 0 {
		s.lines = append(s.lines, line{text: p.texts.Screen.NoPapers})
		return s
	}
	section := sections[min(p.at, len(sections)-1)]
	s.lines = append(s.lines, line{text: fmt.Sprintf(x.Section, p.at+1, len(sections), section.Title), of: section.ID})
	for i, l := range section.Lines {
		s.lines = append(s.lines, line{text: l.Text, of: section.ID + strconv.Itoa(i)})
	}
	return s
}

func (h *helpPage) speaks() spoken {
	t, x := &h.texts.Screen, &h.texts.Spoken
	s := spoken{lines: []line{{text: t.HelpTitle}}}
	add := func(heading string, lines []string) {
		s.lines = append(s.lines, line{text: heading})
		for _, l := range lines {
			s.lines = append(s.lines, line{text: l})
		}
	}
	add(t.HelpWhat, t.HelpDossier)
	add(t.HelpWhere, t.HelpCode)
	if len(h.Samples) > 0 {
		var codes []string
		for _, sample := range h.Samples {
			codes = append(codes, x.Spell(sample.Code)+": "+sample.Shows(h.texts.Lang))
		}
		add(t.HelpSample, codes)
	}
	if h.speaker() != nil {
		s.lines = append(s.lines, line{text: x.Keys})
	}
	return s
}

func (p *statusPage) speaks() spoken {
	t := &p.texts.Screen
	s := spoken{lines: []line{{text: t.StateTitle}, {text: t.StatePortals}}}
	for _, h := range p.Service.Sources() {
		words := t.StateNotAsked
		switch {
		case !h.DownSince.IsZero():
			words = fmt.Sprintf(t.StateDown, p.texts.Since(h.DownSince, p.Service.Now()))
		case !h.LastOK.IsZero():
			words = fmt.Sprintf(t.StateAnswered, p.texts.Clock(h.LastOK))
		}
		s.lines = append(s.lines, line{text: h.Source.Name + ": " + words})
	}
	return s
}
