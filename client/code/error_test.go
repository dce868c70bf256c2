package code_test

import (
	"testing"

	"motcua/client/code"
)

func TestEachProblemHasItsWords(t *testing.T) {
	for problem, want := range map[code.Problem]string{
		0:                    "no problem",
		code.Unreadable:      "no code in it",
		code.BadMonth:        "no such month",
		code.IsInsurance:     "a number of social insurance",
		code.IsInsurance + 1: "unknown problem",
		-1:                   "unknown problem",
	} {
		if got := problem.String(); got != want {
			t.Errorf("problem %d is %q, want %q", int(problem), got, want)
		}
	}
}
