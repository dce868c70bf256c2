package ask

import (
	"strconv"
	"strings"

	"motcua/client/code"
	"motcua/tui/page"
	"motcua/tui/view"
	"motcua/tui/view/failure"
)

func (a *screen) Speaks() page.Spoken {
	t, x := &a.Texts.Screen, &a.Texts.Spoken
	s := page.Spoken{
		Lines: []page.Line{{Text: x.Ask}},
		Field: &page.Field{Value: a.Typed(), After: 1, Code: true, Private: true},
	}
	problem := a.problem
	if typed := code.SplitTyped(a.Typed()); problem == nil {
		problem = typed.Problem
	}
	switch _, err := code.ParseDossier(a.Typed()); {
	case problem != nil:
		wrong := page.Line{Text: a.spokenProblem(problem), Of: strconv.Itoa(int(problem.Problem)), Wrong: true}
		// A procedure's code is not personal, and a missing part contains nothing to hide.
		if problem.Problem != code.IsProcedure && problem.Got != "" {
			wrong.Private, wrong.Public = true, x.WrongHidden
		}
		s.Lines = append(s.Lines, wrong)
	case err == nil:
		s.Lines = append(s.Lines, page.Line{Text: t.CodeReady})
	}
	return s
}

// spokenProblem says what is wrong with a code, spelling its parts and without the example,
// which nobody can follow by ear.
func (a *screen) spokenProblem(problem *code.Error) string {
	var words []string
	for _, said := range failure.CodeSaid(problem, a.Heard()) {
		if said.Key == failure.ExampleKey {
			continue
		}
		words = append(words, said.Text.With(func(s view.Span) string {
			if s.Kind == view.SpanCode {
				return a.Texts.Spoken.Spell(s.Text)
			}
			return s.Text
		}))
	}
	return strings.Join(words, " ")
}
