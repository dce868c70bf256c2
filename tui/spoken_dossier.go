package tui

import (
	"fmt"
	"strconv"
	"strings"

	"motcua/client/code"
	"motcua/tui/view"
)

func (a *askPage) speaks() spoken {
	t, x := &a.texts.Screen, &a.texts.Spoken
	s := spoken{
		lines: []line{{text: x.Ask}},
		field: &field{value: a.field.Value(), after: 1, code: true, private: true},
	}
	problem := a.problem
	if typed := code.SplitTyped(a.field.Value()); problem == nil {
		problem = typed.Problem
	}
	switch _, err := code.ParseDossier(a.field.Value()); {
	case problem != nil:
		wrong := line{text: a.spokenProblem(problem), of: strconv.Itoa(int(problem.Problem)), wrong: true}
		// A procedure's code is nobody's own, and what is missing says nothing.
		if problem.Problem != code.IsProcedure && problem.Got != "" {
			wrong.private, wrong.public = true, x.WrongHidden
		}
		s.lines = append(s.lines, wrong)
	case err == nil:
		s.lines = append(s.lines, line{text: t.CodeReady})
	}
	return s
}

// spokenProblem is what is wrong with a code, its pieces letter by letter and
// without the example: nobody follows one by ear.
func (a *askPage) spokenProblem(problem *code.Error) string {
	var words []string
	for _, said := range view.CodeProblemSaid(problem, a.heard()) {
		if said.Key == view.ExampleKey {
			continue
		}
		words = append(words, said.Text.With(func(s view.Span) string {
			if s.Kind == view.SpanCode {
				return a.texts.Spoken.Spell(s.Text)
			}
			return s.Text
		}))
	}
	return strings.Join(words, " ")
}

func (d *dossierPage) speaks() spoken {
	t, x := &d.texts.Screen, &d.texts.Spoken
	var s spoken
	if d.proof != nil {
		s.lines = []line{{text: t.ProofLabel}, {text: t.ProofHelp}, {private: true, public: x.ProofHidden}}
		s.field = &field{value: d.proof.Value(), after: len(s.lines), code: true, private: true}
	}
	switch {
	case d.wait.on():
		s.lines = append(s.lines, d.waits(&d.wait, d.source())...)
	case d.err != nil:
		told := view.Error // as it was told: nobody is read a countdown
		if d.proof != nil {
			told = view.ProofError
		}
		s.lines = append(s.lines, line{text: told(d.err, d.heard())})
	}
	if d.answer == nil || d.proof != nil {
		return s
	}
	for i, l := range d.spokenDossier() {
		l.private = true
		if i == 0 {
			l.public = x.DossierHidden
			if !d.hasHeadphones() {
				l.public = x.DossierNever
			}
		}
		s.lines = append(s.lines, l)
	}
	return s
}

// spokenDossier is the dossier in reading order: what it is, the appointment,
// how it stands to it, the state and what to do. Its code is long and comes late.
func (d *dossierPage) spokenDossier() []line {
	x := &d.texts.Spoken
	doc := view.Dossier(*d.answer, d.heard())
	code := line{text: fmt.Sprintf(x.CodeIs, x.Spell(doc.Words("code")))}
	named := doc.Words("procedure") != ""
	var out []line
	for _, b := range doc.Blocks {
		switch b.Kind {
		case view.KindTitle:
			switch {
			case b.Key == "procedure":
				out = append(out, line{text: fmt.Sprintf(x.DossierOf, b)})
			case !named:
				out = append(out, code)
			}
		case view.KindPlate:
			out = append(out, line{text: fmt.Sprintf(x.Due, b.Head, d.dayAloud(b.Text()))})
		case view.KindList, view.KindChecklist:
			out = append(out, line{text: b.Head + ": " + strings.Join(b.Items(), "; ")})
		case view.KindSteps:
			out = append(out, line{text: x.Steps + " " + d.spokenSteps(b.Steps)})
		case view.KindSource:
			if named {
				out = append(out, code)
			}
			out = append(out, line{text: b.String()})
		default:
			for _, s := range b.Lines {
				out = append(out, line{key: s.Key, text: s.Text.String()})
			}
		}
	}
	return out
}

// dayAloud is the plate as one says it, the day with all its words.
func (sh *shared) dayAloud(plate view.Text) string {
	return plate.With(func(s view.Span) string {
		if s.Kind == view.SpanDate {
			return sh.texts.DayAloud(s.At)
		}
		return s.Text
	})
}

func (d *dossierPage) spokenSteps(steps []view.Step) string {
	var out []string
	for _, step := range steps {
		words := step.Name.String()
		if unit := step.Unit.String(); unit != "" {
			words += ", " + unit
		}
		if when := step.Moment(", "); when != "" {
			words = when + ", " + words
		}
		if step.Sign == view.SignAhead {
			words = fmt.Sprintf(d.texts.Spoken.StepAhead, words)
		}
		out = append(out, words)
	}
	return strings.Join(out, "; ")
}
