package find

import (
	"strings"

	"motcua/client/clean"
)

// spelling is a syllable taken apart. The tone is separate from the letters, so that
// hòa and hoà, which place it differently, are one spelling; schools teach both.
type spelling struct {
	letters string // lower case, with â ă ê ô ơ ư đ, without a tone: "hôn"
	tone    tone
}

// tone is one of the six.
type tone uint8

const (
	level tone = iota
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
	tone   tone
} {
	m := map[rune]struct {
		letter rune
		tone   tone
	}{}
	for _, row := range vowels {
		letters := []rune(row)
		for t, r := range letters[1:] {
			m[r] = struct {
				letter rune
				tone   tone
			}{letters[0], tone(t + 1)}
		}
	}
	return m
}()

// spell takes a word in lower case and NFC apart. With several tones the last counts.
func spell(word string) spelling {
	if ascii(word) {
		return spelling{letters: word}
	}
	var b strings.Builder
	b.Grow(len(word))
	s := spelling{}
	for _, r := range word {
		if v, ok := voiced[r]; ok {
			s.tone = v.tone
			r = v.letter
		}
		b.WriteRune(r)
	}
	s.letters = b.String()
	return s
}

// marked reports whether a syllable has a tone or a mark. One without may have been
// typed without them.
func (s spelling) marked() bool { return s.tone != level || !ascii(s.letters) }

// fold is the syllable without marks, with i for y where both spellings are in use:
// "lý" and "lí" are "li". The index is keyed by it.
func (s spelling) fold() string {
	f := s.letters
	if !ascii(f) {
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

// likeness returns how well a syllable with marks fits another one with the same plain
// letters: 1 for the same, less when hỏi and ngã are confused, less again when one of
// them lacks a mark, least for another word.
func (s spelling) likeness(o spelling) float32 {
	switch {
	case s == o:
		return 1
	case s.letters == o.letters && (s.tone == hoi && o.tone == nga || s.tone == nga && o.tone == hoi):
		return 0.95
	case s.letters == o.letters && (s.tone == level || o.tone == level):
		return 0.85
	case s.letters == o.letters:
		return 0.75
	case s.tone == o.tone:
		return 0.8
	default:
		return 0.65
	}
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
