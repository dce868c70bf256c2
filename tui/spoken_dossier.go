package tui

import (
	"fmt"
	"strconv"
	"strings"

	"motcua/client/code"
	"motcua/tui/text"
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
	words := view.CodeProblem(problem, a.heard())
	words = strings.Replace(words, fmt.Sprintf(a.texts.Errors.Example, text.ExampleCode), "", 1)
	if problem.Got != "" {
		words = strings.ReplaceAll(words, problem.Got, a.texts.Spoken.Spell(problem.Got))
	}
	return words
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
	for i, said := range d.spokenDossier() {
		l := line{text: said, private: true}
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
// how it stands to it, the state and what to do.
func (d *dossierPage) spokenDossier() []string {
	t, x := &d.texts.Screen, &d.texts.Spoken
	v := view.Sentences(*d.answer, d.heard())
	out := []string{fmt.Sprintf(x.DossierOf, v.Procedure)}
	if v.Procedure == "" {
		out[0] = fmt.Sprintf(x.CodeIs, x.Spell(v.Code))
	}
	if v.Due != "" {
		due := d.texts.DayAloud(d.answer.Value.DueAt)
		if before := d.texts.Before(d.answer.Value.DueAt); before != "" {
			due += ", " + before
		}
		out = append(out, fmt.Sprintf(x.Due, v.DueLabel, due))
	}
	out = append(out, v.Timely, v.Apology, v.State, v.Next, v.Note)
	if len(v.Missing) > 0 && !strings.Contains(v.Next, v.Missing[0]) {
		out = append(out, t.Missing+": "+strings.Join(v.Missing, "; "))
	}
	if len(v.Fees) > 0 {
		out = append(out, t.FeesDue+": "+strings.Join(v.Fees, "; "))
	}
	out = append(out, v.Applicant, v.ProofHint)
	if steps := d.spokenSteps(v.Steps); steps != "" {
		out = append(out, x.Steps+" "+steps)
	}
	if v.Procedure != "" {
		out = append(out, fmt.Sprintf(x.CodeIs, x.Spell(v.Code)))
	}
	return append(append(out, v.Source), v.Caveats...)
}

func (d *dossierPage) spokenSteps(steps []view.StepView) string {
	var out []string
	for _, step := range steps {
		words := step.Name
		if step.Unit != "" {
			words += ", " + step.Unit
		}
		if step.When != "" {
			words = strings.ReplaceAll(step.When, "  ", ", ") + ", " + words
		}
		if step.Sign == view.SignAhead {
			words = fmt.Sprintf(d.texts.Spoken.StepAhead, words)
		}
		out = append(out, words)
	}
	return strings.Join(out, "; ")
}
