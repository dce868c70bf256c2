package english

import (
	"strings"
	"testing"

	"motcua/client/facts"
)

func TestPhrases(t *testing.T) {
	t.Parallel()
	before, n := "", 0
	for line := range strings.Lines(phrasesText) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		n++
		code, list, _ := strings.Cut(line, " ")
		if code <= before {
			t.Errorf("%s stands after %s", code, before)
		}
		before = code
		if _, ok := facts.Shipped().Entry(code); !ok {
			t.Errorf("no procedure has the code %s", code)
		}
		seen := map[string]bool{}
		for phrase := range strings.SplitSeq(list, " | ") {
			if phrase == "" || phrase != strings.Join(strings.Fields(phrase), " ") || strings.ContainsAny(phrase, "|,;") {
				t.Errorf("%s: %q is no phrase", code, phrase)
			}
			if got := foreign(phrase); got != "" {
				t.Errorf("%s: %q has the Vietnamese letters %q", code, phrase, got)
			}
			if seen[phrase] {
				t.Errorf("%s: %q stands twice", code, phrase)
			}
			seen[phrase] = true
		}
		if got := strings.Join(Phrases(code), " | "); got != list {
			t.Errorf("Phrases(%s) is %q, written is %q", code, got, list)
		}
	}
	if n == 0 {
		t.Error("there are no phrases")
	}
	if got := Phrases("9.999999"); got != nil {
		t.Errorf("an unknown code has %q", got)
	}
}
