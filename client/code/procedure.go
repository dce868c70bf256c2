package code

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Procedure is the code of a procedure in the national database. It is
// comparable, and the zero value is no code. Three forms are printed:
//
//	1.004194                   a procedure
//	1.004194.01                one case of it
//	1.001612.000.00.00.H48     a province's own edition of it
type Procedure struct {
	base  string // "1.004194"
	cas   string // "01"
	local string // "000.00.00.H48"
}

// ErrProcedure is the error of ParseProcedure.
var ErrProcedure = errors.New("not a procedure code")

// Base is the code without case and province: "1.004194".
func (c Procedure) Base() string { return c.base }

// Local is the id of the agency whose own edition it is, or empty.
func (c Procedure) Local() string { return c.local }

// String is the canonical form.
func (c Procedure) String() string {
	switch {
	case c.cas != "":
		return c.base + "." + c.cas
	case c.local != "":
		return c.base + "." + c.local
	default:
		return c.base
	}
}

// ParseProcedure reads a code as printed or typed: in lower case, full width, with
// blanks, without the dot ("1004194"), with O for 0 or l for 1. The error is
// ErrProcedure.
func ParseProcedure(s string) (Procedure, error) {
	if len(s) > maxCodeInput {
		return Procedure{}, ErrProcedure
	}
	groups := strings.FieldsFunc(plainCode(s), func(r rune) bool { return r == '.' || r == ' ' })
	if c, ok := procedureOf(groups); ok {
		return c, nil
	}
	return Procedure{}, ErrProcedure
}

// procedureOf reads the groups of a code. The dot of the base may be missing, or a
// blank may split its six digits.
func procedureOf(groups []string) (Procedure, bool) {
	if len(groups) == 0 || len(groups[0]) > 1 && len(groups[0]) < 7 {
		return Procedure{}, false
	}
	var digits string
	for i, g := range groups {
		d, ok := digitsOf(g)
		if !ok {
			break
		}
		digits += d
		switch {
		case len(digits) < 7:
			continue
		case digits[0] == '0':
			return Procedure{}, false
		case len(digits) == 7:
			return procedureRest(digits, groups[i+1:])
		case len(digits) == 9 && i == len(groups)-1:
			return Procedure{base: digits[:1] + "." + digits[1:7], cas: digits[7:]}, true
		default:
			return Procedure{}, false
		}
	}
	return Procedure{}, false
}

// procedureRest reads what follows the base: nothing, a case or an agency.
func procedureRest(digits string, rest []string) (Procedure, bool) {
	c := Procedure{base: digits[:1] + "." + digits[1:]}
	if len(rest) == 0 {
		return c, true
	}
	if len(rest) == 1 {
		if d, ok := digitsOf(rest[0]); ok && len(d) == 2 {
			c.cas = d
			return c, true
		}
	}
	// 0 is not read as the letter O here: "1.004194.001" has a digit too many.
	if !strings.ContainsFunc(strings.Join(rest, ""), isLetterRune) {
		return Procedure{}, false
	}
	agency, ok := agencyOf(rest)
	c.local = agency
	return c, ok
}

// FindProcedure finds the first procedure code in a text: alone, in a URL, in a
// receipt or in prose. Except alone, only codes with their dot count: seven digits in a
// row may as well be a telephone number.
func FindProcedure(text string) (Procedure, bool) {
	if c, err := ParseProcedure(text); err == nil {
		return c, true
	}
	text = withoutAIM(decoded(text))
	for from := 0; ; {
		i := strings.IndexByte(text[from:], '.')
		if i < 0 {
			return Procedure{}, false
		}
		dot := from + i
		from = dot + 1
		if dot == 0 || !isDigit(text[dot-1]) || dot > 1 && partOfCode(text[dot-2]) {
			continue
		}
		end := dot - 1
		for end < len(text) && end < dot+40 && (isDigit(text[end]) || isLetter(text[end]) || text[end] == '.') {
			end++
		}
		if r, _ := utf8.DecodeRuneInString(text[end:]); text[end-1] != '.' && unicode.In(r, unicode.L, unicode.M, unicode.N) {
			continue // a group that is cut off by a letter that no code contains
		}
		if c, ok := longestProcedure(text[dot-1 : end]); ok {
			return c, true
		}
	}
}

// longestProcedure reads the longest beginning of s that is a code, because prose may
// continue directly after it ("thủ tục 1.004194.").
func longestProcedure(s string) (Procedure, bool) {
	groups := strings.Split(strings.ToUpper(s), ".")
	if len(groups) < 2 || len(groups[0]) != 1 || len(groups[1]) != 6 {
		return Procedure{}, false
	}
	for n := len(groups); n >= 2; n-- {
		if c, ok := procedureOf(groups[:n]); ok {
			return c, true
		}
	}
	return Procedure{}, false
}

// partOfCode reports whether a code that begins after c would begin in the middle of
// something longer.
func partOfCode(c byte) bool { return isDigit(c) || isLetter(c) || c == '.' || c == ',' }
