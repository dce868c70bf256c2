package typing

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Tone is the tone of a syllable.
type Tone int

// The six tones: the level one has no sign.
const (
	Level Tone = iota // ngang
	Sac               // á
	Huyen             // à
	Hoi               // ả
	Nga               // ã
	Nang              // ạ
)

// toneSigns are the combining signs of the tones.
var toneSigns = [...]rune{Level: 0, Sac: '\u0301', Huyen: '\u0300', Hoi: '\u0309', Nga: '\u0303', Nang: '\u0323'}

// mark is the sign that turns a plain letter into another one.
type mark int

const (
	plain mark = iota
	hat        // â ê ô
	horn       // ơ ư
	breve      // ă
	bar        // đ
)

// markSigns are their combining signs; Unicode takes đ for a letter of its own.
var markSigns = [...]rune{plain: 0, hat: '\u0302', horn: '\u031B', breve: '\u0306', bar: 0}

// letter is one letter of a syllable, without the tone.
type letter struct {
	base  rune // lower case
	mark  mark
	upper bool
	// implied is true for the horn of the o in ươ, which follows from that of the ư. The key
	// for it then is not a second press.
	implied bool
	fromW   bool // a ư that Telex made from a single w
}

func (l letter) vowel() bool { return isVowel(l.base) }

func isVowel(lower rune) bool {
	switch lower {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// rune is the letter with a tone, in one code point.
func (l letter) rune(t Tone) rune {
	r := l.base
	if l.mark == bar {
		r = 'đ'
	}
	if l.mark != plain && l.mark != bar || t != Level {
		r = precomposed[signs{l.base, l.mark, t}]
	}
	if l.upper {
		r = unicode.ToUpper(r)
	}
	return r
}

// signs is a vowel with what stands on and under it.
type signs struct {
	base rune
	mark mark
	tone Tone
}

// precomposed maps vowels with marks and tones to code points; takenApart is the reverse.
var precomposed, takenApart = vowelTables()

func vowelTables() (map[signs]rune, map[rune]signs) {
	whole, apart := map[signs]rune{}, map[rune]signs{}
	marks := map[rune][]mark{
		'a': {plain, hat, breve}, 'e': {plain, hat}, 'i': {plain}, 'o': {plain, hat, horn}, 'u': {plain, horn}, 'y': {plain},
	}
	for base, ms := range marks {
		for _, m := range ms {
			for t := Level; t <= Nang; t++ {
				s := string(base)
				if m != plain {
					s += string(markSigns[m])
				}
				if t != Level {
					s += string(toneSigns[t])
				}
				r := []rune(norm.NFC.String(s))[0]
				whole[signs{base, m, t}] = r
				apart[r] = signs{base, m, t}
			}
		}
	}
	return whole, apart
}

// readLetter takes a letter apart. A letter of another alphabet is returned unchanged and
// fits no syllable.
func readLetter(r rune) (letter, Tone) {
	lower := unicode.ToLower(r)
	l := letter{base: lower, upper: lower != r}
	if lower == 'đ' {
		l.base, l.mark = 'd', bar
		return l, Level
	}
	if s, ok := takenApart[lower]; ok {
		l.base, l.mark = s.base, s.mark
		return l, s.tone
	}
	if unicode.ToUpper(lower) != r && l.upper { // titlecase letters and the like
		return letter{base: r}, Level
	}
	return l, Level
}
