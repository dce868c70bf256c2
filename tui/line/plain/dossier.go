package plain

import (
	"math"
	"strings"

	"motcua/tui/view"
	"motcua/tui/wrap"
)

const (
	// PageBytes is the budget in bytes for one dossier when Frugal is set, because people
	// on a 64 kbit/s line ask again and again. The essential parts are never cut; a long
	// name is shortened to nameRunes and the oldest steps are left out.
	PageBytes = 700
	nameRunes = 60
)

// Dossier returns the lines of one dossier, the headline or the appointment first.
func (p Printer) Dossier(doc view.Document) []string {
	out, end := p.top(doc), p.bottom(doc)
	if applicant := doc.Words("applicant"); applicant != "" {
		out = append(out, wrap.Fold(applicant, "", p.Width)...)
	}
	room := math.MaxInt
	if p.Frugal {
		room = PageBytes - size(out) - size(end)
	}
	all := doc.Get("steps").Steps
	fees := p.Items(doc.Get("fees"))
	// A person pays from a list of fees. A single fee is already in the total, or nothing
	// has to be paid now.
	if len(doc.Get("fees").Lines) > 1 && doc.Get("headline").Sign == view.SignAction || size(fees)+size(p.stepLines(all, 0)) <= room {
		out = append(out, fees...)
		room -= size(fees)
	}
	steps := p.stepLines(all, room)
	out, room = append(out, steps...), room-size(steps)
	for _, b := range []view.Block{doc.Get("results"), doc.Get("supplied")} {
		if len(b.Lines) == 0 {
			continue
		}
		if l := append([]string{b.Head + ":"}, p.Items(b)...); size(l) <= room {
			out, room = append(out, l...), room-size(l)
		}
	}
	return append(out, end...)
}

// top returns what the person came for.
func (p Printer) top(doc view.Document) []string {
	l := p.Part()
	head := doc.Words("code")
	if name := doc.Words("procedure"); name != "" {
		head += "  " + p.name(name)
	}
	l.Add(head, "", Same)
	l.Add(doc.Words("official"), "  ", Same)
	for _, b := range doc.Blocks { // as the document orders them
		switch b.Key {
		case "headline":
			l.Add(p.headline(b), p.Sign(b.Sign), p.Tone(b.Tone))
		case "due":
			if b.Kind == view.KindPlate {
				l.Add(b.Head+": "+p.plate(b.Text()), "", p.Style.Strong)
			} else {
				l.Add(b.Head+": "+b.String(), "", Same)
			}
		case "timely", "apology", "state", "next", "note":
			if b.Sign == "" {
				l.Add(b.String(), "  ", Same)
			} else {
				l.Add(b.String(), p.Sign(b.Sign), p.Tone(b.Tone))
			}
		case "missing":
			if b.Kind == view.KindChecklist {
				for _, paper := range b.Items() {
					l.Add(paper, "  "+p.Sign(view.SignOpen), Same)
				}
			}
		}
	}
	return l.Lines
}

// headline returns what matters most, in capitals where nobody hears it: a screen reader spells
// capitals letter by letter.
func (p Printer) headline(b view.Block) string {
	if p.Medium == view.Typed {
		return b.String()
	}
	return strings.ToUpper(b.String())
}

// plate returns the appointment. A screen reader spells a day in capitals letter by letter,
// so the line mode writes it in lower case.
func (p Printer) plate(due view.Text) string {
	return due.With(func(s view.Span) string {
		if s.Kind == view.SpanDate && p.Medium == view.Typed {
			return p.Texts.DayLong(s.At)
		}
		return s.Text
	})
}

// bottom returns the lines at the end of every answer.
func (p Printer) bottom(doc view.Document) []string {
	l := p.Part()
	l.Add(doc.Words("proof"), "", p.Tone(view.ToneQuiet))
	for _, c := range doc.Get("caveats").Items() {
		l.Add(c, "", Same)
	}
	l.Add(doc.Words("source"), "", p.Tone(view.ToneQuiet))
	return l.Lines
}

// stepLines returns as many steps as fit: first the current step, then the next one, then
// the older ones, newest first.
func (p Printer) stepLines(steps []view.Step, room int) []string {
	reached := len(steps)
	if reached > 1 && steps[reached-1].Sign == view.SignAhead {
		reached--
	}
	var out []string
	for i := reached - 1; i >= 0; i-- {
		l := p.stepLine(steps[i])
		if room -= size(l); room < 0 && len(out) > 0 {
			break
		}
		if i == reached-1 && reached < len(steps) {
			if ahead := p.stepLine(steps[reached]); size(ahead) <= room {
				room -= size(ahead)
				l = append(l, ahead...)
			}
		}
		out = append(l, out...)
	}
	return out
}

func (p Printer) stepLine(s view.Step) []string {
	name, lead := s.Name.String(), p.Sign(s.Sign)
	if when := s.Moment(" "); when != "" {
		lead += when + " "
	}
	if s.Ahead() && p.Medium == view.Typed { // no other word says so
		name += p.Texts.Mode.Ahead
	}
	return wrap.Fold(p.name(name), lead, p.Width)
}

func (p Printer) name(s string) string {
	if p.Frugal {
		return wrap.Short(s, nameRunes)
	}
	return s
}

func size(lines []string) int {
	n := 0
	for _, l := range lines {
		n += len(l) + 1
	}
	return n
}
