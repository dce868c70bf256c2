package code

import (
	"strings"
	"unicode/utf8"

	"motcua/client/clean"
)

// Bounds of a search around one dash, so that a text costs its length only.
const (
	maxBlanks    = 3     // blanks beside a dash
	maxFieldText = 8_192 // a receipt or a URL; longer texts hold codes as printed
)

// FindDossier finds the first dossier code in a text: bare, in a URL (any
// query field or path part, percent-encoded or not), in a receipt whose fields
// are set apart by | ; , tab or line feed (Circular 01/2023/TT-VPCP), in prose.
// In a long text only codes with their two dashes count. The time is linear in
// the length of the text; ten megabytes are fine.
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

// ReadDossier reads what a person typed, pasted or scanned: a code as
// ParseDossier takes it, or any text that holds one. Of a text that holds a
// number of social insurance and no code the error says so; of any other it is that
// of ParseDossier.
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

// codeSpan is codeAround and where the code stands, also of one that is a piece of
// something longer; the zero code when there is none.
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

// agencyBefore gives the groups that end at end, as many as an agency id can
// have.
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

// findField tries the fields of a short text one by one, for codes that were
// typed into it with a slip: O for 0, a dash forgotten.
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

// plainText is plainCode for a long text: tabs and line feeds stay, because
// they set fields apart.
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

// decoded undoes percent-encoding as far as it is one, twice, because a URL may
// stand in the query of another.
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

// Lengths of a receipt's secret. OpenCPS prints four characters; a portal that
// prints a few more is understood as well.
const minSecret, maxSecret = 4, 16

// FindReceiptSecret gives the secret that stands in the URL of a receipt, in
// the query or the fragment, as OpenCPS prints it
// ("…?id=72101&secretKey=A1B2"); empty when there is none.
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
