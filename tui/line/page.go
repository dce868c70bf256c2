package line

import (
	"strings"

	"motcua/tui/view"
)

// Budget of one dossier in plain text: people on a 64 kbit/s line ask again and
// again. What the answer needs is never cut; a long name is shortened and the
// oldest steps are left out.
const (
	pageBytes = 700
	nameRunes = 60
)

// page is one dossier, the appointment first.
func (r *run) page(v view.DossierView) []string {
	s, w := r.Style, r.Width
	var out []string
	add := func(text, first string, style func(string) string) {
		if text == "" {
			return
		}
		for _, l := range fold(text, first, w) {
			out = append(out, style(l))
		}
	}
	same := func(l string) string { return l }
	tone := func(t view.Tone) func(string) string { return func(l string) string { return s.Tone(t, l) } }

	head := v.Code
	if v.Procedure != "" {
		head += "  " + short(v.Procedure, nameRunes)
	}
	add(head, "", same)
	if v.Due != "" {
		add(v.DueLabel+": "+v.Due, "", s.Strong)
	}
	if v.Timely != "" {
		add(v.Timely, string(v.TimeSign)+" ", tone(v.TimeTone))
	}
	add(v.Apology, "  ", same)
	add(v.State, string(v.StateSign)+" ", tone(v.StateTone))
	add(v.Next, "  ", same)
	add(v.Note, "  ", same)
	for _, f := range v.Fees {
		add(f, "  - ", same)
	}
	add(v.Applicant, "", same)

	steps := len(out)
	if !strings.Contains(v.Next, hintOf(v.ProofHint)) {
		add(v.ProofHint, "", tone(view.ToneQuiet))
	}
	for _, c := range v.Caveats {
		add(c, "", same)
	}
	add(v.Source, "", tone(view.ToneQuiet))
	return append(out[:steps:steps], append(r.stepLines(v.Steps, pageBytes-size(out)), out[steps:]...)...)
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
	return fold(short(s.Name, nameRunes), lead, r.Width)
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
