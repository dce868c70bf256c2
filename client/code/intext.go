package code

import (
	"strings"
	"unicode/utf8"

	"motcua/client/clean"
)

// InText is a dossier code that stands in a text with others, or what was
// meant as one.
type InText struct {
	Code   Dossier
	Secret string // of a receipt's link that it came with
	Typed  string // as it stands there, sanitised
	Err    error  // a *Error: why it is none; nil for a code
}

// DossiersIn gives all codes of a text in their order, each once, whatever
// sets them apart: a comma, a semicolon, a bar, a tab, a line's end, a blank. A
// code may have blanks inside, as people type it. What was plainly meant as a
// code and is none is given with its fault; words and numbers between the codes
// are not. The list is empty when nothing in the text is or was meant as a code.
//
// A blank that may stand inside of a code or between two things is between them
// here: "H55.17.05-261120-0007 1" is a code and the number of a column.
// ParseDossier, which reads one code, decides otherwise.
func DossiersIn(text string) []InText {
	l := codeList{at: map[Dossier]int{}}
	text = dotsForCommas(decoded(text))
	for field := range strings.FieldsFuncSeq(text, setsApart) {
		l.secret = ""
		if strings.Contains(field, "=") {
			l.secret = FindReceiptSecret(field)
		}
		l.read(plainText(field))
	}
	if len(l.found) == 1 && l.found[0].Err == nil {
		// A receipt may hold its code and its link in two fields.
		l.found[0].Secret = FindReceiptSecret(text)
	}
	return l.found
}

// setsApart tells whether a character stands between the fields of a list; those
// of full width come from East Asian input methods, the controls from scanners and
// from what was printed.
func setsApart(r rune) bool {
	return strings.ContainsRune(",;|\t\r\n，；｜\u0085\u2028\u2029", r) || r < utf8.RuneSelf && apartControl(byte(r))
}

// apartControl finds the controls that end a page, a line or a field: FF, VT, and
// FS, GS, RS and US, which scanners send between the fields of a code; NUL, with
// which tools set names apart (find -print0, grep -z).
func apartControl(c byte) bool { return c == 0 || c == '\v' || c == '\f' || c >= 0x1C && c <= 0x1F }

// codeList collects the codes of a text.
type codeList struct {
	found  []InText
	at     map[Dossier]int
	secret string // of the field at hand
}

func (l *codeList) add(c Dossier, typed string, fault *Error) {
	switch i, known := l.at[c]; {
	case fault != nil:
		l.found = append(l.found, InText{Typed: clean.Line(typed), Err: fault.about(typed)})
	case !known:
		l.at[c] = len(l.found)
		l.found = append(l.found, InText{Code: c, Secret: l.secret, Typed: clean.Line(typed)})
	case l.found[i].Secret == "":
		l.found[i].Secret = l.secret
	}
}

// read takes one field: the codes with their two dashes first, because nothing
// else can be meant by them, then what stands between them.
func (l *codeList) read(field string) {
	done := 0
	for from := 0; ; {
		i := strings.IndexByte(field[from:], '-')
		if i < 0 {
			break
		}
		i += from
		from = i + 1
		c, start, end := codeSpan(field, i)
		if c.IsZero() || start < done {
			continue
		}
		var torn *Error
		if !wholeBefore(field, start) || !wholeBehind(field, end) {
			start, end = max(done, wordStart(field, start)), wordEnd(field, end)
			c, torn = parseDossier(field[start:end])
		}
		l.readTyped(field[done:start])
		l.add(c, field[start:end], torn)
		done, from = end, end
	}
	l.readTyped(field[done:])
}

// readTyped finds what was typed with a slip or with blanks for its marks: it
// begins with the id of an agency and goes on as long as digits and marks follow.
func (l *codeList) readTyped(s string) {
	for {
		fault, start, end := insuranceIn(s)
		if fault == nil {
			break
		}
		l.readTyped(s[:start])
		l.add(Dossier{}, s[start:end], fault)
		s = s[end:]
	}
	words := strings.Fields(s)
	for i := 0; i < len(words); {
		n := codeWords(words[i:])
		if n == 0 {
			i++
			continue
		}
		l.readOne(strings.Trim(strings.Join(words[i:i+n], " "), edgeMarks))
		i += n
	}
}

// edgeMarks may stand around a code: quotes, brackets, the stop of a sentence.
const edgeMarks = " .-:\"'()[]<>“”/#?!*"

// codeWords is how many words at the beginning belong to one code; 0 for none.
func codeWords(words []string) int {
	n := 0
	for n < len(words) && n < maxGroups && words[n] == "000" {
		n++ // the groups of an older id, with a blank for each dot
		for n < len(words) && n < maxGroups && len(words[n]) <= 3 && allDigits(words[n]) {
			n++
		}
	}
	if n == len(words) || !beginsCode(words[n]) {
		return 0
	}
	for n++; n < len(words) && n < 4*maxGroups && continuesCode(words[n]) && !beginsCode(words[n]); n++ {
	}
	return n
}

// tailOfCode is the date and the number of a code whose agency nobody can read:
// "HH55.17.05-261120-0007", or one with a letter that looks like one of ours and is
// of another alphabet. Digits alone in front of them are a telephone's or an
// account's.
var tailOfCode = pattern(`^[\p{N}\p{L}\p{M}.]*[\p{L}\p{M}.][\p{N}\p{L}\p{M}.]*-[0-9]{6}(?:[0-9]{2})?-[0-9]{4,7}$`)

// beginsCode tells whether a word begins with the id of an agency, whole or up
// to its letter and two digits.
func beginsCode(word string) bool {
	word = withoutListNumber(strings.TrimLeft(word, edgeMarks))
	end := 0
	for end < len(word) && (isDigit(word[end]) || isLetter(word[end]) || word[end] == '.') {
		end++
	}
	id := strings.TrimRight(word[:end], ".")
	if _, ok := agencyOf(strings.Split(id, ".")); ok || tailOfCode().MatchString(word) {
		return true
	}
	return isRun(id) && len(id) > 3+shortDate
}

// continuesCode tells whether a word can be a part of a code that has begun.
func continuesCode(word string) bool {
	for i := range len(word) {
		if digitOf(word[i]) == 0 && word[i] != '.' && word[i] != '-' {
			return false
		}
	}
	return true
}

// readOne reads what begins as a code. Without the digits of a date it is a room
// or the name of a form, and nobody meant it as a code.
func (l *codeList) readOne(s string) {
	c, fault := parseDossier(s)
	if fault == nil {
		l.add(c, s, nil)
		return
	}
	digits := 0
	for i := range len(s) {
		if isDigit(s[i]) {
			digits++
		}
	}
	if digits >= 2+minSerial && (strings.ContainsRune(s, '-') || digits >= 2+shortDate) {
		l.add(c, s, fault)
	}
}
