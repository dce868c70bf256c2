package line

import (
	"math"
	"strings"

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
func (r *run) page(v view.DossierView) []string {
	out, end := r.top(v), r.bottom(v)
	if v.Applicant != "" {
		out = append(out, fold(v.Applicant, "", r.Width)...)
	}
	room := math.MaxInt
	if r.Frugal {
		room = pageBytes - size(out) - size(end)
	}
	var fees []string
	for _, f := range v.Fees {
		fees = append(fees, fold(f, "  - ", r.Width)...)
	}
	// A list is what a person pays from; one fee is a sum that was said already,
	// or none to pay now.
	if len(v.Fees) > 1 && v.StateSign == view.SignAction || size(fees)+size(r.stepLines(v.Steps, 0)) <= room {
		out = append(out, fees...)
		room -= size(fees)
	}
	steps := r.stepLines(v.Steps, room)
	out, room = append(out, steps...), room-size(steps)
	for _, list := range []struct {
		heading string
		papers  []string
	}{{r.t.Dossier.Results, v.Results}, {r.t.Dossier.Supplied, v.Supplied}} {
		if len(list.papers) == 0 {
			continue
		}
		l := []string{list.heading + ":"}
		for _, p := range list.papers {
			l = append(l, fold(p, "  - ", r.Width)...)
		}
		if size(l) <= room {
			out, room = append(out, l...), room-size(l)
		}
	}
	return append(out, end...)
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
func (r *run) top(v view.DossierView) []string {
	p := &part{width: r.Width}
	head := v.Code
	if v.Procedure != "" {
		head += "  " + r.name(v.Procedure)
	}
	p.add(head, "", same)
	if v.Due != "" {
		p.add(v.DueLabel+": "+v.Due, "", r.Style.Strong)
	}
	p.add(v.Timely, string(v.TimeSign)+" ", r.tone(v.TimeTone))
	p.add(v.Apology, "  ", same)
	p.add(v.State, string(v.StateSign)+" ", r.tone(v.StateTone))
	p.add(v.Next, "  ", same)
	p.add(v.Note, "  ", same)
	return p.lines
}

// bottom is what stands under every answer.
func (r *run) bottom(v view.DossierView) []string {
	p := &part{width: r.Width}
	if !strings.Contains(v.Next, hintOf(v.ProofHint)) {
		p.add(v.ProofHint, "", r.tone(view.ToneQuiet))
	}
	for _, c := range v.Caveats {
		p.add(c, "", same)
	}
	p.add(v.Source, "", r.tone(view.ToneQuiet))
	return p.lines
}

// hintOf is how to give the proof, without what it shows: the first words up to
// the purpose, so that a page says it once.
func hintOf(hint string) string {
	words := strings.Fields(hint)
	return strings.Join(words[:min(5, len(words))], " ")
}

// stepLines are as many steps as fit: the one where the dossier stands, the one
// ahead, then the older ones, newest first.
func (r *run) stepLines(steps []view.StepView, room int) []string {
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

func (r *run) stepLine(s view.StepView) []string {
	lead := string(s.Sign) + " "
	if when := strings.Join(strings.Fields(s.When), " "); when != "" {
		lead += when + " "
	}
	return fold(r.name(s.Name), lead, r.Width)
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
func (r *run) brief(v view.DossierView) []string {
	lead := v.Code + "  " + string(v.StateSign) + " "
	lines := fold(v.Brief, lead, r.Width)
	tone := v.StateTone
	if v.TimeTone == view.ToneBad {
		tone = view.ToneBad
	}
	for i := range lines {
		lines[i] = r.Style.Tone(tone, lines[i])
	}
	return lines
}
