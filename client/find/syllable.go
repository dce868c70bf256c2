package find

import (
	"strings"

	"motcua/client/clean"
)

// spelling is a syllable taken apart. The tone stands beside the letters, so
// that hòa and hoà, which place it differently, are one spelling; both places
// are taught.
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

// voiced tells for a letter with a tone what it is without, and the tone.
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

// spell takes a word in lower case and NFC apart. The last tone counts.
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

// marked tells whether a syllable shows a tone or a mark. One that shows none
// may have been typed without them.
func (s spelling) marked() bool { return s.tone != level || !ascii(s.letters) }

// fold is the syllable without marks, with i for y where both are written:
// "lý" and "lí" are "li". It is what words are indexed by.
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

// likeness tells how well a syllable with marks fits another one that has the
// same letters without: 1 for the same, less for a slip of hỏi and ngã, less
// again for a mark that one of them lacks, least for another word.
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
