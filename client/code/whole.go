package code

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A code found in a text must be complete. When a group contains a character that no
// code has ("000.Á.01.H26-210212-9090": an input method made Á of A1), only its end
// reads as a code, and that would be another person's. So the text directly before and
// after a code must not look like part of it. A word may stand there
// ("MãHồSơH55.17.05-261120-0007"), and so may the dots of a form.

// wordLetters is the length from which letters are a word and not a group: groups have
// three characters, and a mistyped one may have one more.
const wordLetters = 5

// leaderDots is how many dots in a row are a line to fill in, "Mã số ...".
const leaderDots = 3

// maxWordBytes limits how far to look, in bytes.
const maxWordBytes = 64

// setsOff are the characters at which a code begins or ends only where no digit stands
// on their other side, because people also type them for dots.
const (
	setsOff     = " \t\n\r|;,&=/\"'<>()[]{}:“”«»…"
	setsOffSoft = "-_?#"
)

// wholeBefore reports whether what stands before text[at:] is no part of the code that
// begins there.
func wholeBefore(text string, at int) bool {
	before := text[max(0, at-maxWordBytes):at]
	i := strings.LastIndexAny(before, setsOff+setsOffSoft)
	word, mark := before, rune(' ')
	if i >= 0 {
		r, size := utf8.DecodeRuneInString(before[i:])
		word, mark = before[i+size:], r
	}
	name := strings.TrimRight(word, ".")
	dots := len(word) - len(name)
	switch {
	case dots >= leaderDots:
		return true
	case name == "" && dots > 0:
		return unicode.IsSpace(mark)
	case name == "":
		return !strings.ContainsRune(setsOffSoft, mark) || i == 0 || !isDigit(before[i-1]) && before[i-1] != '.'
	}
	letters := 0
	for _, r := range name[strings.LastIndexByte(name, '.')+1:] {
		switch {
		case unicode.IsNumber(r):
			return false
		case unicode.IsLetter(r):
			letters++
		}
	}
	if letters == 0 { // "*", or what could not be read
		return dots == 0 && !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsNumber(r) || unicode.IsLetter(r) })
	}
	return letters >= wordLetters
}

// wholeBehind reports whether what stands at text[end:] is no part of the code that ends
// there.
func wholeBehind(text string, end int) bool {
	r, size := utf8.DecodeRuneInString(text[end:])
	if unicode.In(r, unicode.L, unicode.M, unicode.N) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[end+size:])
	return !strings.ContainsRune("-._", r) || !unicode.IsNumber(next)
}

// wordStart and wordEnd are the edges of the text around a code that contains no blank
// and no other character that separates words.
func wordStart(text string, at int) int {
	from := max(0, at-maxWordBytes)
	if i := strings.LastIndexAny(text[from:at], setsOff); i >= 0 {
		_, size := utf8.DecodeRuneInString(text[from+i:])
		return from + i + size
	}
	return from
}

func wordEnd(text string, end int) int {
	most := min(len(text), end+maxWordBytes)
	if i := strings.IndexAny(text[end:most], setsOff); i >= 0 {
		return end + i
	}
	return most
}
