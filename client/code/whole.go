package code

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A code that is found in a text must be whole. With a character that no code has
// in the middle of a group ("000.Á.01.H26-210212-9090", what an input method makes
// of A1), only the end of it reads as a code, and that would be another person's.
// So what is left out before and behind must not be a part of a code. A word may
// stand there ("MãHồSơH55.17.05-261120-0007"), and the dots of a form.

// wordLetters is the least length of a word that no group can be taken for: groups
// have three characters, and one that was mistyped may have one more than that.
const wordLetters = 5

// leaderDots are as many as make a line to fill in, "Mã số ...".
const leaderDots = 3

// maxWordBytes bounds how far is looked, in bytes.
const maxWordBytes = 64

// setsOff are the characters beside which a code begins or ends, softly: only
// where no digit stands on their other side, because people type them for dots.
const (
	setsOff     = " \t\n\r|;,&=/\"'<>()[]{}:“”«»…"
	setsOffSoft = "-_?#"
)

// wholeBefore tells whether what stands before text[at:] is no part of a code that
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

// wholeBehind tells whether what stands at text[end:] is no part of a code that ends
// there.
func wholeBehind(text string, end int) bool {
	r, size := utf8.DecodeRuneInString(text[end:])
	if unicode.In(r, unicode.L, unicode.M, unicode.N) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[end+size:])
	return !strings.ContainsRune("-._", r) || !unicode.IsNumber(next)
}

// wordStart and wordEnd are the edges of what stands around a code without a blank
// or another character that sets words apart.
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
