package line

import (
	"math"

	"motcua/tui/view"
)

// Budget of one dossier in plain text when Deps.Frugal is set: people on a
// 64 kbit/s line ask again and again. What the answer needs is never cut; a long
// name is shortened and the oldest steps are left out.
const (
	pageBytes = 700
	nameRunes = 60
)

// page is one dossier, the appointment first.
func (r *run) page(doc view.Document) []string {
	out, end := r.top(doc), r.bottom(doc)
	if applicant := doc.Words("applicant"); applicant != "" {
		out = append(out, fold(applicant, "", r.Width)...)
	}
	room := math.MaxInt
	if r.Frugal {
		room = pageBytes - size(out) - size(end)
	}
	all := doc.Get("steps").Steps
	fees := r.items(doc.Get("fees"))
	// A list is what a person pays from; one fee is a sum that was said already,
	// or none to pay now.
	if len(doc.Get("fees").Lines) > 1 && doc.Get("state").Sign == view.SignAction || size(fees)+size(r.stepLines(all, 0)) <= room {
		out = append(out, fees...)
		room -= size(fees)
	}
	steps := r.stepLines(all, room)
	out, room = append(out, steps...), room-size(steps)
	for _, b := range []view.Block{doc.Get("results"), doc.Get("supplied")} {
		if len(b.Lines) == 0 {
			continue
		}
		if l := append([]string{b.Head + ":"}, r.items(b)...); size(l) <= room {
			out, room = append(out, l...), room-size(l)
		}
	}
	return append(out, end...)
}

// items are the items of a list, each on a line.
func (r *run) items(b view.Block) []string {
	var out []string
	for _, item := range b.Items() {
		out = append(out, fold(item, "  - ", r.Width)...)
	}
	return out
}

// part collects styled lines.
type part struct {
	width int
	lines []string
}

func (p *part) add(text, first string, style func(string) string) {
	if text == "" {
		return
	}
	for _, l := range fold(text, first, p.width) {
		p.lines = append(p.lines, style(l))
	}
}

func same(l string) string { return l }

func (r *run) tone(t view.Tone) func(string) string {
	return func(l string) string { return r.Style.Tone(t, l) }
}

// top is what the person came for.
func (r *run) top(doc view.Document) []string {
	p := &part{width: r.Width}
	head := doc.Words("code")
	if name := doc.Words("procedure"); name != "" {
		head += "  " + r.name(name)
	}
	p.add(head, "", same)
	if due := doc.Get("due"); len(due.Lines) > 0 {
		p.add(due.Head+": "+r.plate(due.Text()), "", r.Style.Strong)
	}
	for _, key := range []string{"timely", "apology", "state", "next", "note"} {
		b := doc.Get(key)
		if b.Sign == "" {
			p.add(b.String(), "  ", same)
		} else {
			p.add(b.String(), r.sign(b.Sign), r.tone(b.Tone))
		}
	}
	return p.lines
}

// plate is the appointment. A screen reader spells a day in capitals letter by
// letter, so the line mode writes it as others are written.
func (r *run) plate(due view.Text) string {
	return due.With(func(s view.Span) string {
		if s.Kind == view.SpanDate && r.medium == view.Typed {
			return r.t.DayLong(s.At)
		}
		return s.Text
	})
}

// sign stands before what it is the sign of. In the line mode there is none: a screen
// reader says "black circle" for it, and the words beside it say the same.
func (r *run) sign(s view.Sign) string {
	if r.medium == view.Typed {
		return ""
	}
	return string(s) + " "
}

// bottom is what stands under every answer.
func (r *run) bottom(doc view.Document) []string {
	p := &part{width: r.Width}
	p.add(doc.Words("proof"), "", r.tone(view.ToneQuiet))
	for _, c := range doc.Get("caveats").Items() {
		p.add(c, "", same)
	}
	p.add(doc.Words("source"), "", r.tone(view.ToneQuiet))
	return p.lines
}

// stepLines are as many steps as fit: the one where the dossier stands, the one
// ahead, then the older ones, newest first.
func (r *run) stepLines(steps []view.Step, room int) []string {
	reached := len(steps)
	if reached > 1 && steps[reached-1].Sign == view.SignAhead {
		reached--
	}
	var out []string
	for i := reached - 1; i >= 0; i-- {
		l := r.stepLine(steps[i])
		if room -= size(l); room < 0 && len(out) > 0 {
			break
		}
		if i == reached-1 && reached < len(steps) {
			if ahead := r.stepLine(steps[reached]); size(ahead) <= room {
				room -= size(ahead)
				l = append(l, ahead...)
			}
		}
		out = append(l, out...)
	}
	return out
}

func (r *run) stepLine(s view.Step) []string {
	name, lead := s.Name.String(), r.sign(s.Sign)
	if when := s.Moment(" "); when != "" {
		lead += when + " "
	}
	if s.Sign == view.SignAhead && r.medium == view.Typed { // no other word says so
		name += modeWordsOf(r.t.Lang).ahead
	}
	return fold(r.name(name), lead, r.Width)
}

func (r *run) name(s string) string {
	if r.Frugal {
		return short(s, nameRunes)
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

// brief is one dossier among many.
func (r *run) brief(v view.DossierRow) []string {
	lines := fold(v.Brief, v.Code+"  "+r.sign(v.Sign), r.Width)
	for i := range lines {
		lines[i] = r.Style.Tone(v.Tone, lines[i])
	}
	return lines
}
