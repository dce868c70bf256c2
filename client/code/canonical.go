package code

import (
	"slices"
	"strings"
)

// Canonical is the one form of a code by which it is counted, however it was
// printed or typed: budgets against guessing, the hash in an audit trail, lists
// to follow. Without it each spelling would have a budget of its own.
//
// The date has six digits, the number of the day at least four, without zeros
// before it: it counts dossiers, so -0007 and -00007 are one. An agency id in the
// older order, which writes the ministry or the province last
// ("000.17.03.H03"), is turned to the newer one, most significant group first,
// and groups of zeros behind it go, as "000.00.00.G01" is G01 itself. Zeros
// before the number of a group go too: no two units that differ in these alone
// have been seen, and if there were, they would share a budget.
//
// It is not for what a portal is asked, nor for answers and look-ups in flight.
// Portals compare codes as text, so a person's spelling goes out as it stands on
// the receipt, and two spellings may get different answers: client keeps and shares an
// answer by the spelling that it was given for.
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
		date:   c.date[len(c.date)-shortDate:], // codes are of this century, see readDate
		serial: unpadded(c.serial, minSerial),
	}
}

// groupDigits is how many digits a group of an agency id has at least.
const groupDigits = 2

// unpadded is a number without zeros before its last n digits. What is no number
// stays.
func unpadded(digits string, n int) string {
	if _, ok := digitsOf(digits); !ok {
		return digits
	}
	digits = strings.TrimLeft(digits, "0")
	return strings.Repeat("0", max(0, n-len(digits))) + digits
}

// isUnitGroup tells whether a group is a letter and two digits: that of the
// ministry or the province.
func isUnitGroup(g string) bool {
	return len(g) == 3 && isLetter(g[0]) && isDigit(g[1]) && isDigit(g[2])
}
