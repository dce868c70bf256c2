package code

import "strings"

// maxGroups is above what occurs: the longest agency id seen has four groups.
const maxGroups = 6

// agencyOf reads the groups of an agency id and returns its canonical form in upper
// case: 1 to 6 groups of 1 to 3 letters or digits, one of them a letter and two digits
// ("H55", "000.00.53.H48"). That group identifies the ministry or the province.
//
// Where a digit must stand, O is read as 0 and I or L as 1. Where the letter must
// stand, 0 is read as O if only one group can be that group.
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

// unitGroup returns the test that finds the group of a letter and two digits, or nil
// when there is none. A group that matches as printed takes precedence over one that
// needs a correction, and a correction counts only when one group alone fits.
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

// clearLetter reports whether c is a letter that cannot be confused with a digit.
func clearLetter(c byte) bool { return isLetter(c) && digitOf(c) == 0 }

// AgencyRoot returns the ministry or province in the id of one of its units: "H55" for
// "H55.17.05", "H48" for "000.00.53.H48", "G01" for "000.00.00.G01". An id without one
// is returned unchanged, in upper case.
func AgencyRoot(id string) string {
	id = strings.ToUpper(strings.TrimSpace(id))
	for group := range strings.SplitSeq(id, ".") {
		if isRoot(group) {
			return group
		}
	}
	return id
}

// isRoot reports whether s is a letter and two digits, "H55". A middle group such as
// "A0" is not.
func isRoot(s string) bool {
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	return len(s) == 3 && s[0] >= 'A' && s[0] <= 'Z' && digit(s[1]) && digit(s[2])
}

// AgencyMatches reports whether a pattern of a route is for an agency id. Old codes write
// the province last ("000.00.53.H48"), so a pattern of one group matches at either end.
func AgencyMatches(pattern, agencyID string) bool {
	base, below := strings.CutSuffix(pattern, "*")
	base = strings.TrimSuffix(base, ".")
	switch {
	case below && base == "":
		return true
	case agencyID == base:
		return true
	case !below:
		return false
	case strings.HasPrefix(agencyID, base+"."):
		return true
	default:
		return !strings.Contains(base, ".") && strings.HasSuffix(agencyID, "."+base)
	}
}
