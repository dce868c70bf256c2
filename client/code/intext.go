package code

import (
	"strings"
	"unicode/utf8"

	"motcua/client/clean"
)

// InText is a dossier code found in a text with others, or a text that was meant as a
// code and is none.
type InText struct {
	Code   Dossier
	Secret string // the secret of the receipt's link in the same field, or ""
	Typed  string // as it stands in the text, sanitised
	Err    error  // a *Error that says why it is no code; nil for a code
}

// DossiersIn returns all codes of a text in their order, each once, whatever separates
// them: a comma, a semicolon, a bar, a tab, a line end, a blank. A code may contain
// blanks, as people type it. What was clearly meant as a code and is none is returned
// with its fault; words and numbers between the codes are not. The list is empty when
// the text contains neither.
//
// A blank that may stand inside a code or between two items is read as a separator:
// "H55.17.05-261120-0007 1" is a code and the number of a column. ParseDossier, which
// reads one code, decides otherwise.
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
		// A receipt may have its code and its link in two fields.
		l.found[0].Secret = FindReceiptSecret(text)
	}
	return l.found
}

// setsApart reports whether a character separates the fields of a list. The full-width
// ones come from East Asian input methods, the control characters from scanners and
// from printed files.
func setsApart(r rune) bool {
	return strings.ContainsRune(",;|\t\r\n，；｜\u0085\u2028\u2029", r) || r < utf8.RuneSelf && apartControl(byte(r))
}

// apartControl reports whether c is a control character that ends a page, a line or a
// field: FF, VT; FS, GS, RS and US, which scanners send between the fields of a code;
// and NUL, which tools put between names (find -print0, grep -z).
func apartControl(c byte) bool { return c == 0 || c == '\v' || c == '\f' || c >= 0x1C && c <= 0x1F }

// codeList collects the codes of a text.
type codeList struct {
	found  []InText
	at     map[Dossier]int
	secret string // of the current field
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

// read reads one field: first the codes with their two dashes, because they can mean
// nothing else, then what stands between them.
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

// readTyped finds a code with a typing error or with blanks for its separators: it
// begins with an agency id and continues as long as digits and separators follow.
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

// edgeMarks may surround a code: quotes, brackets, the full stop of a sentence.
const edgeMarks = " .-:\"'()[]<>“”/#?!*"

// codeWords counts the words at the beginning that belong to one code; 0 for none.
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

// tailOfCode matches the date and the number of a code with an unreadable agency:
// "HH55.17.05-261120-0007", or one with a look-alike letter of another alphabet. Only
// digits in front would be a telephone or account number.
var tailOfCode = pattern(`^[\p{N}\p{L}\p{M}.]*[\p{L}\p{M}.][\p{N}\p{L}\p{M}.]*-[0-9]{6}(?:[0-9]{2})?-[0-9]{4,7}$`)

// beginsCode reports whether a word begins with an agency id, whole or up to its letter
// and two digits.
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

// continuesCode reports whether a word can be part of a code that has begun.
func continuesCode(word string) bool {
	for i := range len(word) {
		if digitOf(word[i]) == 0 && word[i] != '.' && word[i] != '-' {
			return false
		}
	}
	return true
}

// readOne reads a text that begins like a code. Without the digits of a date it is a
// room or the name of a form and is ignored.
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
