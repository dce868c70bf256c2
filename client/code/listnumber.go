package code

import "strings"

// People paste numbered lists whose numbers touch the codes: "1.H55.17.05-261120-0007".
// In an agency id, groups of digits alone follow "000" or the ministry or province,
// and no group is a single letter. So such a number or letter in front is no group of the
// id.

// maxListNumber is the largest number of digits in the number of a list item.
const maxListNumber = 5

// listMarks may stand between the number and the code.
const listMarks = ".-): "

// withoutListNumber removes the number of a list item from the beginning of a code, also
// one of several levels ("2.1."). Its input comes from plainCode.
func withoutListNumber(p string) string {
	code := p
	for {
		n := listNumber(code)
		rest := strings.TrimLeft(code[n:], listMarks)
		number, marks := code[:n], code[n:len(code)-len(rest)]
		switch {
		case n == 0, marks == "", strings.Trim(number, "0") == "": // "000." begins an older id
			return p
		case beginsAgency(rest):
			if len(number) > 1 && (marks == "." || marks == "-") && endsWithUnit(rest) {
				return p
			}
			return rest
		}
		code = rest
	}
}

// listNumber returns the length of what may be such a number: digits, or one letter.
func listNumber(p string) int {
	n := 0
	for n < len(p) && isDigit(p[n]) {
		n++
	}
	if n == 0 && p != "" && isLetter(p[0]) {
		n = 1
	}
	if n > maxListNumber {
		return 0
	}
	return n
}

// beginsAgency reports whether p begins with a complete agency id.
func beginsAgency(p string) bool {
	if len(p) < 4 {
		return false
	}
	return strings.HasPrefix(p, "000") && strings.IndexByte(".- ", p[3]) >= 0 ||
		clearLetter(p[0]) && digitOf(p[1]) != 0 && digitOf(p[2]) != 0
}

// endsWithUnit reports whether the agency id at the beginning is the province alone.
// Then "17.H55-…" may be the end of an older id, "000.05.17.H55-…"; newer ids continue
// after the province.
func endsWithUnit(code string) bool {
	return code[0] != '0' && code[3] != '.' && !isDigit(code[3])
}
