package code

import "strings"

// People paste lists whose numbers are glued to the codes: "1.H55.17.05-261120-0007".
// The groups of an agency's id that are digits alone stand behind "000" or behind the
// ministry or the province, and no group is one letter, so such a number or letter in
// front of them is none of its groups.

// maxListNumber is how many digits it has at most.
const maxListNumber = 5

// listMarks may stand between the number and the code.
const listMarks = ".-): "

// withoutListNumber takes the number of a list away from the beginning of a code, also
// one of several levels ("2.1."). It expects the characters of plainCode.
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

// listNumber is the length of what may be such a number: digits, or one letter.
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

// beginsAgency tells whether an agency's id begins there, as it is written whole.
func beginsAgency(p string) bool {
	if len(p) < 4 {
		return false
	}
	return strings.HasPrefix(p, "000") && strings.IndexByte(".- ", p[3]) >= 0 ||
		clearLetter(p[0]) && digitOf(p[1]) != 0 && digitOf(p[2]) != 0
}

// endsWithUnit tells whether the province is all of the id that begins there. Then
// "17.H55-…" is perhaps the end of an older one, "000.05.17.H55-…"; newer ones go on
// behind the province.
func endsWithUnit(code string) bool {
	return code[0] != '0' && code[3] != '.' && !isDigit(code[3])
}
