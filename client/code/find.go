package code

import (
	"strings"
	"unicode/utf8"

	"motcua/client/clean"
)

// Limits of the search around one dash, so that the time is linear in the text.
const (
	maxBlanks    = 3     // blanks beside a dash
	maxFieldText = 8_192 // bytes of a receipt or a URL; in longer texts only codes as printed count
)

// FindDossier finds the first dossier code in a text: alone, in a URL (any query
// field or path part, percent-encoded or not), in a receipt whose fields are separated
// by | ; , tab or line feed (Circular 01/2023/TT-VPCP), or in prose. In a long text
// only codes with their two dashes count. The time is linear in the length of the
// text; ten megabytes are no problem.
func FindDossier(text string) (Dossier, bool) {
	if c, fault := parseDossier(text); fault == nil {
		return c, true
	}
	text = plainText(dotsForCommas(decoded(text)))
	for from := 0; ; {
		i := strings.IndexByte(text[from:], '-')
		if i < 0 {
			break
		}
		if c, ok := codeAround(text, from+i); ok {
			return c, true
		}
		from += i + 1
	}
	return findField(text)
}

// ReadDossier reads what a person typed, pasted or scanned: a code as ParseDossier
// takes it, or any text that contains one. For a text with a number of social insurance
// and no code the error is IsInsurance; for any other text it is ParseDossier's.
func ReadDossier(text string) (Dossier, error) {
	c, fault := parseDossier(text)
	if fault == nil {
		return c, nil
	}
	if c, ok := FindDossier(text); ok {
		return c, nil
	}
	if number, ok := FindInsuranceNumber(text); ok {
		fault = &Error{Problem: IsInsurance, Got: number}
	}
	return Dossier{}, fault.about(text)
}

// codeAround reads a code whose second dash is text[dash].
func codeAround(text string, dash int) (Dossier, bool) {
	c, start, end := codeSpan(text, dash)
	return c, !c.IsZero() && wholeBefore(text, start) && wholeBehind(text, end)
}

// codeSpan is codeAround and also returns where the code stands, including a code that
// is part of something longer. It returns the zero code when there is none.
func codeSpan(text string, dash int) (c Dossier, start, end int) {
	dateEnd := blanksBefore(text, dash)
	dateAt := dateEnd
	for dateAt > 0 && dateEnd-dateAt <= longDate && isDigit(text[dateAt-1]) {
		dateAt--
	}
	if dateEnd-dateAt < shortDate {
		return c, 0, 0
	}
	serialAt := blanksAfter(text, dash+1)
	serialEnd := serialAt
	for serialEnd < len(text) && serialEnd-serialAt <= maxSerial && isDigit(text[serialEnd]) {
		serialEnd++
	}
	first := blanksBefore(text, dateAt) - 1
	if first < 0 || text[first] != '-' {
		return c, 0, 0
	}
	agencyEnd := blanksBefore(text, first)
	groups := agencyBefore(text, agencyEnd)
	start = agencyEnd - len(strings.Join(groups, "."))
	if code := withoutListNumber(text[start:agencyEnd] + "-"); len(code) <= agencyEnd-start {
		groups = strings.Split(strings.TrimSuffix(code, "-"), ".")
	}
	if c, ok := build(groups, text[dateAt:dateEnd], text[serialAt:serialEnd]); ok {
		return c, start, serialEnd
	}
	return c, 0, 0
}

func blanksBefore(text string, end int) int {
	for n := 0; n < maxBlanks && end > 0 && text[end-1] == ' '; n++ {
		end--
	}
	return end
}

func blanksAfter(text string, at int) int {
	for n := 0; n < maxBlanks && at < len(text) && text[at] == ' '; n++ {
		at++
	}
	return at
}

// agencyBefore returns the groups that end at end, at most as many as an agency id
// can have.
func agencyBefore(text string, end int) []string {
	at := end
	for at > 0 && end-at <= 4*maxGroups && (isDigit(text[at-1]) || isLetter(text[at-1]) || text[at-1] == '.') {
		at--
	}
	groups := strings.Split(text[at:end], ".")
	for i := len(groups) - 1; i >= 0; i-- {
		if len(groups[i]) == 0 || len(groups[i]) > 3 || len(groups)-i > maxGroups {
			return groups[i+1:]
		}
	}
	return groups
}

// findField tries the fields of a short text one by one, for codes with a typing error:
// O for 0, a missing dash.
func findField(text string) (Dossier, bool) {
	if len(text) > maxFieldText {
		return Dossier{}, false
	}
	for _, delimiters := range [...]string{"|;,\t\n&?=/#\"'<>()[]{}:", " |;,\t\n&?=/#\"'<>()[]{}:"} {
		end := 0
		for field := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(delimiters, r) }) {
			start := end + strings.Index(text[end:], field)
			end = start + len(field)
			if !strings.ContainsAny(field, "-.") {
				continue
			}
			bare := strings.TrimRight(field, " .-")
			last := start + len(bare)
			bare = strings.TrimLeft(bare, " .-")
			if !wholeBefore(text, last-len(bare)) || !wholeBehind(text, last) {
				continue
			}
			if c, fault := parseDossier(bare); fault == nil {
				return c, true
			}
		}
	}
	return Dossier{}, false
}

// plainText is plainCode for a long text: tabs and line feeds stay, because they
// separate fields.
func plainText(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 'a' && c <= 'z' {
				c -= 'a' - 'A'
			} else if apartControl(c) {
				c = '\n'
			}
			b.WriteByte(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !clean.HiddenMark(r) {
			b.WriteRune(plainCodeRune(r))
		}
		i += size
	}
	return withoutAIM(b.String())
}

// decoded undoes percent-encoding where it is valid, twice, because a URL may stand in
// the query of another.
func decoded(s string) string {
	for range 2 {
		if strings.IndexByte(s, '%') < 0 {
			break
		}
		s = decodedOnce(s)
	}
	return s
}

func decodedOnce(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for {
		i := strings.IndexByte(s, '%')
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		if i+2 < len(s) && hex(s[i+1]) >= 0 && hex(s[i+2]) >= 0 {
			b.WriteByte(byte(hex(s[i+1])<<4 | hex(s[i+2])))
			s = s[i+3:]
			continue
		}
		b.WriteByte('%')
		s = s[i+1:]
	}
}

func hex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// Lengths of a receipt's secret, in characters. OpenCPS prints four; a few more are
// accepted too.
const minSecret, maxSecret = 4, 16

// FindReceiptSecret returns the secret in the query or fragment of a receipt's URL, as
// OpenCPS prints it ("…?id=72101&secretKey=A1B2"), or "" when there is none.
func FindReceiptSecret(text string) string {
	text = decoded(clip(text, maxFieldText))
	for field := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("?&;# \t\r\n|\"'<>", r) }) {
		name, value, ok := strings.Cut(field, "=")
		if !ok {
			continue
		}
		switch strings.ToLower(strings.ReplaceAll(name, "_", "")) {
		case "secretkey", "secret":
			if secretForm(value) {
				return value
			}
		}
	}
	return ""
}

func secretForm(s string) bool {
	if len(s) < minSecret || len(s) > maxSecret {
		return false
	}
	for i := range len(s) {
		if !isDigit(s[i]) && !isLetter(s[i]) {
			return false
		}
	}
	return true
}
