package code

import "strings"

// maxGroups is generous: the longest agency id seen has four groups.
const maxGroups = 6

// agencyOf reads the groups of an agency id in upper case and gives its
// canonical form: 1 to 6 groups of 1 to 3 letters or digits, one of them a
// letter and two digits ("H55", "000.00.53.H48"). That group tells the ministry
// or the province.
//
// Where a digit stands, O was meant as 0 and I or L as 1. Where the letter
// stands, 0 was meant as O, if just one group can have meant it.
func agencyOf(groups []string) (string, bool) {
	if len(groups) == 0 || len(groups) > maxGroups {
		return "", false
	}
	for _, g := range groups {
		if !groupForm(g) {
			return "", false
		}
	}
	fixed := make([]string, len(groups))
	unit := unitGroup(groups)
	if unit == nil {
		return "", false
	}
	for i, g := range groups {
		fixed[i] = g
		if d, ok := digitsOf(g[1:]); ok && unit(g) {
			if g[0] == '0' {
				g = "O" + g[1:]
			}
			fixed[i] = g[:1] + d
		} else if d, ok := digitsOf(g); ok {
			fixed[i] = d
		}
	}
	return strings.Join(fixed, "."), true
}

func groupForm(g string) bool {
	if len(g) == 0 || len(g) > 3 {
		return false
	}
	for i := range len(g) {
		if !isDigit(g[i]) && !isLetter(g[i]) {
			return false
		}
	}
	return true
}

// unitGroup finds how the group of a letter and two digits is written, or nil
// when there is none. What is printed so goes before what was only meant so,
// and what may be meant otherwise counts only when one group alone fits.
func unitGroup(groups []string) func(string) bool {
	for _, way := range []struct {
		fits func(string) bool
		once bool
	}{
		{fits: func(g string) bool { return clearLetter(g[0]) && isDigit(g[1]) && isDigit(g[2]) }},
		{fits: func(g string) bool { return clearLetter(g[0]) && digitOf(g[1]) != 0 && digitOf(g[2]) != 0 }},
		{once: true, fits: func(g string) bool { return isLetter(g[0]) && isDigit(g[1]) && isDigit(g[2]) }},
		{once: true, fits: func(g string) bool { return g[0] == '0' && isDigit(g[1]) && isDigit(g[2]) && g != "000" }},
	} {
		fits := func(g string) bool { return len(g) == 3 && way.fits(g) }
		n := 0
		for _, g := range groups {
			if fits(g) {
				n++
			}
		}
		switch {
		case n == 1, n > 1 && !way.once:
			return fits
		case n > 1:
			return nil
		}
	}
	return nil
}

// clearLetter is a letter that nobody takes for a digit.
func clearLetter(c byte) bool { return isLetter(c) && digitOf(c) == 0 }
