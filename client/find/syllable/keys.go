package syllable

import (
	"slices"
	"strings"
)

// Kiosks and consoles often have no input method. People then type the keys of Telex or
// VNI from habit, and the raw keys arrive. These readers are more tolerant than an input
// method: the caller drops every result that is no syllable of the catalogue or of the
// everyday words.

// telexTones and vniTones are the keys of the tones.
var (
	telexTones = map[byte]Tone{'f': huyen, 'r': hoi, 'x': nga, 's': sac, 'j': nang, 'z': Level}
	vniTones   = map[byte]Tone{'2': huyen, '3': hoi, '4': nga, '1': sac, '5': nang, '0': Level}
)

// Keys reads an ASCII word as keys of Telex or VNI; false when it contains none of
// either.
func Keys(word string) (Spelling, bool) {
	if len(word) < 2 || len(word) > MaxKeys {
		return Spelling{}, false
	}
	if strings.ContainsAny(word, "0123456789") {
		return vni(word)
	}
	return telex(word)
}

// MaxKeys is the length of the longest syllable in keys: "nghieengs" and some repetitions.
const MaxKeys = 12

func telex(word string) (Spelling, bool) {
	k := keyed{}
	for i := range len(word) {
		c := word[i]
		if t, ok := telexTones[c]; ok && k.hasVowel() {
			k.spelling.Tone, k.used = t, true
			continue
		}
		switch {
		case c == 'd' && len(k.letters) > 0 && k.letters[0] == 'd':
			k.mark(0, 'đ')
		case c == 'w':
			k.horn()
		case (c == 'a' || c == 'e' || c == 'o') && k.hat(c):
		default:
			k.letters = append(k.letters, rune(c))
		}
	}
	return k.done()
}

func vni(word string) (Spelling, bool) {
	k := keyed{}
	for i := range len(word) {
		c := word[i]
		if c < '0' || c > '9' {
			k.letters = append(k.letters, rune(c))
			continue
		}
		if t, ok := vniTones[c]; ok && k.hasVowel() {
			k.spelling.Tone, k.used = t, true
			continue
		}
		switch {
		case c == '9' && len(k.letters) > 0 && k.letters[0] == 'd':
			k.mark(0, 'đ')
		case c == '6' && (k.hat('a') || k.hat('e') || k.hat('o')):
		case (c == '7' || c == '8') && k.hasVowel():
			k.horn()
		default:
			return Spelling{}, false
		}
	}
	return k.done()
}

// keyed is a syllable while its keys are read.
type keyed struct {
	letters  []rune
	spelling Spelling
	used     bool // some key changed a letter or set a tone
}

func (k *keyed) done() (Spelling, bool) {
	k.spelling.Letters = string(k.letters)
	return k.spelling, k.used && len(k.letters) > 0
}

func (k *keyed) mark(at int, r rune) {
	k.letters[at], k.used = r, true
}

func (k *keyed) hasVowel() bool {
	return slices.ContainsFunc(k.letters, func(r rune) bool { return strings.ContainsRune("aăâeêioôơuưy", r) })
}

// hat adds the circumflex to a vowel c that was typed before: "caap" and "capa".
func (k *keyed) hat(c byte) bool {
	for i := len(k.letters) - 1; i >= 0; i-- {
		if k.letters[i] == rune(c) {
			k.mark(i, map[byte]rune{'a': 'â', 'e': 'ê', 'o': 'ô'}[c])
			return true
		}
	}
	return false
}

// horn applies the w of Telex or the 7 and 8 of VNI: ă, ơ, ư, and ươ for uo. Without a
// vowel it gives ư.
func (k *keyed) horn() {
	for i := len(k.letters) - 1; i >= 0; i-- {
		switch k.letters[i] {
		case 'a':
			if i > 0 && k.letters[i-1] == 'u' && i == len(k.letters)-1 && k.letters[0] != 'q' {
				k.mark(i-1, 'ư') // "chuaw" is chưa
				return
			}
			k.mark(i, 'ă')
			return
		case 'o':
			k.mark(i, 'ơ')
			if i > 0 && k.letters[i-1] == 'u' && k.letters[0] != 'q' {
				k.mark(i-1, 'ư')
			}
			return
		case 'ơ':
			if i > 0 && k.letters[i-1] == 'u' {
				k.mark(i-1, 'ư')
			}
			k.used = true
			return
		case 'u':
			k.mark(i, 'ư')
			return
		case 'ư', 'ă':
			k.used = true
			return
		}
	}
	k.letters = append(k.letters, 'ư')
	k.used = true
}
