package find

import (
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/clienttest"
	"motcua/client/find/syllable"
)

// TestQualityHoweverTyped asks the questions that are written with diacritics again:
// without diacritics, in the raw keys of Telex and of VNI, without spaces, and with a
// mistyped letter. The meaning of a question does not depend on how it is typed.
func TestQualityHoweverTyped(t *testing.T) {
	clienttest.Long(t, "asks hundreds of questions, one after another")
	t.Parallel()
	e := shipped()
	ways := []struct {
		name  string
		typed func(string) string
		floor float64 // least hit@3 in percent
	}{
		{"as written", func(s string) string { return s }, 95},
		{"no marks", clean.Fold, 95},
		{"Telex keys", telexKeys, 95},
		{"VNI keys", vniKeys, 95},
		{"no blanks", func(s string) string { return strings.ReplaceAll(clean.Fold(s), " ", "") }, 90},
		{"letters swapped", swapLetters, 90},
		{"capitals", strings.ToUpper, 95},
	}
	for _, way := range ways {
		var sum tally
		for _, q := range readAsked(t) {
			if q.kind != "exact" && q.kind != "colloquial" || len(q.words) > 40 {
				continue
			}
			sum.add(rankOf(q.codes, codesOf(e.Search(client.Query{Words: way.typed(q.words), Limit: 50}))))
		}
		t.Logf("%-16s %v", way.name, sum)
		if sum.at3() < way.floor {
			t.Errorf("%s: hit@3 is %.1f, the floor is %.0f", way.name, sum.at3(), way.floor)
		}
	}
}

// keysOf converts a text to the keys of an input method, with the tone key last.
func keysOf(text string, letters *strings.Replacer, tones string) string {
	var out []string
	for _, w := range strings.Fields(strings.ToLower(text)) {
		s := syllable.Spell(w)
		keys := letters.Replace(s.Letters)
		if s.Tone != syllable.Level {
			keys += string(tones[s.Tone-1])
		}
		out = append(out, keys)
	}
	return strings.Join(out, " ")
}

func telexKeys(s string) string {
	return keysOf(s, strings.NewReplacer("ươ", "uow", "â", "aa", "ê", "ee", "ô", "oo", "ă", "aw", "ơ", "ow", "ư", "uw", "đ", "dd"), "frxsj")
}

func vniKeys(s string) string {
	return keysOf(s, strings.NewReplacer("ươ", "uo7", "â", "a6", "ê", "e6", "ô", "o6", "ă", "a8", "ơ", "o7", "ư", "u7", "đ", "d9"), "23415")
}

// swapLetters swaps the last two letters of the longest word.
func swapLetters(s string) string {
	words := strings.Fields(s)
	longest := 0
	for i, w := range words {
		if len([]rune(w)) > len([]rune(words[longest])) {
			longest = i
		}
	}
	r := []rune(words[longest])
	if n := len(r); n > 3 {
		r[n-1], r[n-2] = r[n-2], r[n-1]
	}
	words[longest] = string(r)
	return strings.Join(words, " ")
}
