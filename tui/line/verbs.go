package line

import (
	"slices"

	"motcua/tui/line/decided"
	"motcua/tui/line/notices"
	"motcua/tui/line/offices"
	"motcua/tui/line/places"
	"motcua/tui/line/procedures"
	"motcua/tui/line/ranked"
	"motcua/tui/line/scored"
	"motcua/tui/line/track"
	"motcua/tui/line/verb"
)

// Verbs are all verbs, in the order of the help. A test may add one.
var Verbs = []verb.Verb{
	track.Verb, procedures.Search, procedures.Show, procedures.Form, places.Verb, decided.Verb, offices.Verb, scored.Verb, ranked.Verb, notices.Verb,
}

// FindVerb returns the verb with a name or an alias.
func FindVerb(word string) (verb.Verb, bool) {
	i := slices.IndexFunc(Verbs, func(v verb.Verb) bool { return v.Name == word || slices.Contains(v.Aliases, word) })
	if i < 0 {
		return verb.Verb{}, false
	}
	return Verbs[i], true
}

// VerbNames returns the names of the verbs for which has is true, in their order.
func VerbNames(has func(verb.Verb) bool) (names []string) {
	for _, v := range Verbs {
		if has(v) {
			names = append(names, v.Name)
		}
	}
	return names
}
