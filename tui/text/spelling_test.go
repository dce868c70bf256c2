package text

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"motcua/tui/typing"
)

// respelled writes a word anew, its tone last: a syllable comes out with the tone
// where the old style puts it, and nothing else has one.
func respelled(word string) (string, bool) {
	var c typing.Composer
	tones := map[rune]typing.Tone{'\u0301': typing.Sac, '\u0300': typing.Huyen, '\u0309': typing.Hoi, '\u0303': typing.Nga, '\u0323': typing.Nang}
	tone, text := typing.Level, ""
	for _, r := range word {
		var letter []rune
		for _, p := range norm.NFD.String(string(r)) {
			if t, ok := tones[p]; ok {
				tone = t
			} else {
				letter = append(letter, p)
			}
		}
		text = c.Letter(text, []rune(norm.NFC.String(string(letter)))[0])
	}
	return c.Tone(text, tone)
}

// Every word with a mark is a Vietnamese syllable with its tone in one place:
// hòa and thúy, as the forms of the offices have it, never hoà and thuý beside
// them.
func TestVietnameseIsSpelledInOneWay(t *testing.T) {
	seen := 0
	for _, f := range all(VI) {
		for _, word := range strings.FieldsFunc(f.value, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if !marked(word) || strings.HasPrefix(f.path, "Spoken.KeyNames") && len([]rune(word)) == 1 {
				continue
			}
			seen++
			if got, ok := respelled(word); !ok || got != word {
				t.Errorf("%s: %q is no syllable, or spelled %q: %q", f.path, word, got, f.value)
			}
		}
	}
	if seen < 1000 {
		t.Errorf("only %d words were read", seen)
	}
}
