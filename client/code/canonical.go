package code

import (
	"slices"
	"strings"
)

// Canonical is the one form of a code under which it is counted, however it was
// printed or typed: by the limits on guessing, the hash in the audit log, and lists of
// followed dossiers. Without it each spelling would have a limit of its own.
//
// The date has six digits. The number of the day has at least four, without leading
// zeros beyond that: it counts dossiers, so -0007 and -00007 are one. An agency id in
// the older order, with the ministry or province last ("000.17.03.H03"), is turned to
// the newer order, most significant group first, and trailing groups of zeros go:
// "000.00.00.G01" is G01. Leading zeros of a group's number go too: no two units that
// differ only in these have been seen, and if there were, they would share a limit.
//
// Do not use it to ask a portal, nor as a key of answers or look-ups in flight.
// Portals compare codes as text, so a person's spelling is sent as it stands on the
// receipt, and two spellings may get different answers. Package client therefore keeps
// and shares answers by the spelling that was sent.
func (c Dossier) Canonical() Dossier {
	if c.IsZero() {
		return c
	}
	groups := strings.Split(c.agency, ".")
	if last := len(groups) - 1; isUnitGroup(groups[last]) && !isUnitGroup(groups[0]) {
		slices.Reverse(groups)
	}
	for i, g := range groups {
		groups[i] = unpadded(g, groupDigits)
	}
	for len(groups) > 1 && strings.Trim(groups[len(groups)-1], "0") == "" {
		groups = groups[:len(groups)-1]
	}
	return Dossier{
		agency: strings.Join(groups, "."),
		date:   c.date[len(c.date)-shortDate:], // all codes are of this century, see readDate
		serial: unpadded(c.serial, minSerial),
	}
}

// groupDigits is how many digits a group of an agency id has at least.
const groupDigits = 2

// unpadded removes leading zeros while more than n digits remain. What is not a number
// stays as it is.
func unpadded(digits string, n int) string {
	if _, ok := digitsOf(digits); !ok {
		return digits
	}
	digits = strings.TrimLeft(digits, "0")
	return strings.Repeat("0", max(0, n-len(digits))) + digits
}

// isUnitGroup reports whether a group is a letter and two digits: the group of the
// ministry or the province.
func isUnitGroup(g string) bool {
	return len(g) == 3 && isLetter(g[0]) && isDigit(g[1]) && isDigit(g[2])
}
