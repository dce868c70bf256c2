// Package levels has the words in which a command line names levels of the administration.
package levels

import (
	"strings"

	"motcua/client"
	"motcua/client/clean"
	"motcua/tui/text"
)

// inWords are the levels as --level accepts them: the words of the JSON, and
// Vietnamese words without diacritics, because keyboards at consoles cannot type them.
var inWords = []struct {
	level  client.Level
	vi, en string
}{
	{client.LevelWard, "xa", client.LevelWard.String()},
	{client.LevelProvince, "tinh", client.LevelProvince.String()},
	{client.LevelMinistry, "bo", client.LevelMinistry.String()},
	{client.LevelOther, "khac", client.LevelOther.String()},
}

// Words are the words of all levels in one language.
func Words(lang text.Lang) []string {
	var words []string
	for _, l := range inWords {
		if lang == text.EN {
			words = append(words, l.en)
		} else {
			words = append(words, l.vi)
		}
	}
	return words
}

// Of parses a level, with or without diacritics; "" means every level.
func Of(s string) (client.Level, bool) {
	s = clean.Fold(strings.TrimSpace(s))
	for _, l := range inWords {
		if s == l.vi || s == l.en {
			return l.level, true
		}
	}
	return 0, s == ""
}
