package dossier

import (
	"fmt"
	"strings"

	"motcua/tui/page"
	"motcua/tui/view"
	"motcua/tui/view/dossiers"
	"motcua/tui/view/failure"
)

func (d *screen) Speaks() page.Spoken {
	t, x := &d.Texts.Screen, &d.Texts.Spoken
	var s page.Spoken
	if !d.FieldClosed {
		s.Lines = []page.Line{{Text: t.ProofLabel}, {Text: t.ProofHelp}, {Private: true, Public: x.ProofHidden}}
		s.Field = &page.Field{Value: d.Typed(), After: len(s.Lines), Code: true, Private: true}
	}
	switch {
	case d.Wait.On():
		s.Lines = append(s.Lines, d.Waits(&d.Wait, d.source())...)
	case d.Err != nil:
		told := failure.Dossier // the original message: a countdown is not read aloud
		if !d.FieldClosed {
			told = failure.Proof
		}
		s.Lines = append(s.Lines, page.Line{Text: told(d.Err, d.Heard())})
	}
	if d.Answer == nil || !d.FieldClosed {
		return s
	}
	for i, l := range d.spokenDossier() {
		l.Private = true // the progress is private here too, although it needs no proof
		if i == 0 {
			l.Public = x.DossierHidden
			if d.Voice != nil && !d.Voice.HasHeadphones() {
				l.Public = x.DossierNever
			}
		}
		s.Lines = append(s.Lines, l)
	}
	return s
}

// spokenDossier returns the dossier in reading order: the procedure, the appointment,
// whether it is on time, the state and what to do. Its code is long, so it comes late.
func (d *screen) spokenDossier() []page.Line {
	x := &d.Texts.Spoken
	doc := dossiers.Document(*d.Answer, d.Heard())
	code := page.Line{Text: fmt.Sprintf(x.CodeIs, x.Spell(doc.Words("code")))}
	named := doc.Words("procedure") != ""
	var out []page.Line
	for _, b := range doc.Blocks {
		if b.Key == "due" {
			out = append(out, page.Line{Text: fmt.Sprintf(x.Due, b.Head, d.DayAloud(b.Text()))})
			continue
		}
		switch b.Kind {
		case view.KindTitle:
			switch {
			case b.Key == "procedure":
				out = append(out, page.Line{Text: fmt.Sprintf(x.DossierOf, b)})
			case !named:
				out = append(out, code)
			}
		case view.KindList:
			out = append(out, page.Line{Text: b.Head + ": " + strings.Join(b.Items(), "; ")})
		case view.KindChecklist:
			out = append(out, page.Line{Text: strings.Join(b.Items(), "; ")})
		case view.KindSteps:
			out = append(out, page.Line{Text: x.Steps + " " + d.spokenSteps(b.Steps)})
		case view.KindSource:
			if named {
				out = append(out, code)
			}
			out = append(out, page.Line{Text: b.String()})
		default:
			for _, s := range b.Lines {
				out = append(out, page.Line{Key: s.Key, Text: s.Text.String()})
			}
		}
	}
	return out
}

func (d *screen) spokenSteps(steps []view.Step) string {
	var out []string
	for _, step := range steps {
		words := step.Name.String()
		if unit := step.Unit.String(); unit != "" {
			words += ", " + unit
		}
		if when := step.Moment(", "); when != "" {
			words = when + ", " + words
		}
		if step.Ahead() {
			words = fmt.Sprintf(d.Texts.Spoken.StepAhead, words)
		}
		out = append(out, words)
	}
	return strings.Join(out, "; ")
}
