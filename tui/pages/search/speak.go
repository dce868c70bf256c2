package search

import (
	"fmt"
	"strings"
	"unicode"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/page"
	"motcua/tui/view"
	"motcua/tui/view/failure"
	"motcua/tui/view/places"
	"motcua/tui/view/procedures"
)

func (p *screen) Speaks() page.Spoken {
	x := &p.Texts.Spoken
	private := concerns(p.Typed())
	s := page.Spoken{
		Lines: []page.Line{{Text: x.Search}},
		Field: &page.Field{Value: p.Typed(), After: 1, Private: private},
	}
	if p.waits() {
		s.Lines = append(s.Lines, p.Env.Waits(&p.wait, p.Portal())...)
	} else if count := p.spokenCount(); count.Text != "" {
		count.Private = private
		s.Lines = append(s.Lines, count)
	}
	if p.known == p.asked && p.err == nil {
		for _, says := range places.Mentions(p.source.Value.Mention, p.Heard()) {
			s.Lines = append(s.Lines, page.Line{Text: says, Of: p.words})
		}
	}
	if i, ok := p.Selected(); ok && p.known == p.asked {
		s.Focus = page.Line{Text: p.RowAloud(i), Of: p.words}
	}
	return s
}

// concerns reports whether search words contain a number that may be personal: of a
// dossier, an identity card or a telephone.
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

// spokenCount returns the line between field and list.
func (p *screen) spokenCount() page.Line {
	t := &p.Texts.Screen
	code, isDossier := p.dossierCode()
	switch {
	case isDossier:
		return page.Line{Text: fmt.Sprintf(t.IsDossier, p.Texts.Spoken.Spell(code.String())), Public: t.CodeReady}
	case p.known != p.asked:
		return page.Line{} // the list answers older words
	case p.err != nil:
		return page.Line{Text: failure.Search(p.err, client.Query{Words: p.words}, p.Heard()), Of: p.words}
	case p.words == "":
		return page.Line{Text: t.OftenAsked}
	case p.near:
		return page.Line{Text: view.Sentences(p.none(p.words, p.Heard()), t.Nearest)}
	case p.total == 0:
		return page.Line{Text: view.Sentences(p.none(p.words, p.Heard()), t.OftenAsked)}
	case p.total == 1:
		return page.Line{Text: t.FoundOne, Of: p.words}
	default:
		return page.Line{Text: fmt.Sprintf(t.Found, p.Texts.Number(int64(p.total))), Of: p.words}
	}
}

// aloud returns a hit for reading aloud: its name and where to apply, without its code.
func (p *screen) aloud(row int) string {
	v := procedures.Hit(p.hits[row], p.Heard())
	says := v.Name + ", " + v.Where
	if head := p.List.Rows[row].Head; head != "" {
		return head + ". " + says
	}
	return says
}
