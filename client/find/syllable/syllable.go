// Package syllable knows how a Vietnamese syllable is spelled, typed and heard: its letters and its
// tone, the raw keys of Telex and VNI, and the sound that regions share.
package syllable

import (
	"strings"

	"motcua/client/clean"
)

// Spelling is a syllable taken apart. The tone is separate from the letters, so that
// hòa and hoà, which place it differently, are one spelling; schools teach both.
type Spelling struct {
	Letters string // lower case, with â ă ê ô ơ ư đ, without a tone: "hôn"
	Tone    Tone
}

// Tone is one of the six.
type Tone uint8

// The tones; a syllable without a mark of one is Level.
const (
	Level Tone = iota
	huyen
	hoi
	nga
	sac
	nang
)

// vowels are the vowel letters, one row each, in the order of the tones.
var vowels = [...]string{
	"aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
	"oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
}

// voiced maps a letter with a tone to the letter without it and the tone.
var voiced = func() map[rune]struct {
	letter rune
	tone   Tone
} {
	m := map[rune]struct {
		letter rune
		tone   Tone
	}{}
	for _, row := range vowels {
		letters := []rune(row)
		for t, r := range letters[1:] {
			m[r] = struct {
				letter rune
				tone   Tone
			}{letters[0], Tone(t + 1)}
		}
	}
	return m
}()

// Spell takes a word in lower case and NFC apart. With several tones the last counts.
func Spell(word string) Spelling {
	if ASCII(word) {
		return Spelling{Letters: word}
	}
	var b strings.Builder
	b.Grow(len(word))
	s := Spelling{}
	for _, r := range word {
		if v, ok := voiced[r]; ok {
			s.Tone = v.tone
			r = v.letter
		}
		b.WriteRune(r)
	}
	s.Letters = b.String()
	return s
}

// Marked reports whether a syllable has a tone or a mark. One without may have been
// typed without them.
func (s Spelling) Marked() bool { return s.Tone != Level || !ASCII(s.Letters) }

// Fold is the syllable without marks, with i for y where both spellings are in use:
// "lý" and "lí" are "li". The index is keyed by it.
func (s Spelling) Fold() string {
	f := s.Letters
	if !ASCII(f) {
		f = clean.Fold(f)
	}
	// Only where y is the whole vowel: "ky" and "ki" are one word, "may" and
	// "mai" are two.
	n := len(f)
	if n < 2 || f[n-1] != 'y' {
		return f
	}
	switch f[n-2] {
	case 'a', 'e', 'o':
		return f
	case 'u':
		if f != "quy" {
			return f
		}
	}
	return f[:n-1] + "i"
}

// Likeness returns how well a syllable with marks fits another one with the same plain
// letters: 1 for the same, less when hỏi and ngã are confused, less again when one of
// them lacks a mark, least for another word.
func (s Spelling) Likeness(o Spelling) float32 {
	switch {
	case s == o:
		return 1
	case s.Letters == o.Letters && (s.Tone == hoi && o.Tone == nga || s.Tone == nga && o.Tone == hoi):
		return 0.95
	case s.Letters == o.Letters && (s.Tone == Level || o.Tone == Level):
		return 0.85
	case s.Letters == o.Letters:
		return 0.75
	case s.Tone == o.Tone:
		return 0.8
	default:
		return 0.65
	}
}

// ASCII reports whether a text has no letter with a mark or a tone.
func ASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
