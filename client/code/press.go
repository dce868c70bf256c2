package code

import (
	"slices"
	"strings"
)

// officeGroups is how many groups the agency id of a commune's office has: "H55.17.05".
const officeGroups = 3

// PressNext returns a dossier code after a key of the on-screen keyboard, "" where no code can
// go on like that. The keyboard shows only the characters that are pressed, so a dot or a dash
// that must stand between two of them inserts itself: "H55" and "1" make "H55.1". own is the
// agency id of this office, which tells where its id ends; "" if nobody said.
//
// Groups of an id below a province or ministry have two digits, as in all ids seen; a group
// like "H55.171" has to be typed on a real keyboard.
func PressNext(s string, r rune, own string) string {
	can := func(s string) bool { return slices.Contains(NextTyped(s), r) }
	p := plainCode(s)
	agency, date, dated := strings.Cut(p, "-")
	var separators []string
	switch {
	case r < '0' || r > '9': // what a letter begins is not known
	case dated && !strings.Contains(date, "-"):
		if _, fault := readDate(plainDigits(date)); fault == nil {
			separators = []string{"-"} // before a long date: nobody asks for one of 2001 to 2012
		}
	case !dated && wholeGroups(agency):
		separators = []string{".", "-"}
		if agency == own || strings.Count(agency, ".") >= officeGroups-1 {
			separators = []string{"-", "."}
		}
	}
	for _, sep := range separators {
		if slices.Contains(NextTyped(s), rune(sep[0])) && can(s+sep) {
			return s + sep + string(r)
		}
	}
	if can(s) {
		return s + string(r)
	}
	return ""
}

// wholeGroups reports whether the last group of an agency id is complete: the province or
// ministry itself, or two digits below it. "H55.1" is not.
func wholeGroups(agency string) bool {
	groups := strings.Split(agency, ".")
	last := groups[len(groups)-1]
	return isRoot(last) || isRoot(groups[0]) && len(last) == 2 && plainDigits(last) != ""
}

// AgencyOnly returns the agency id that was typed so far, and whether a dash already follows it
// and nothing else. ok is false for an id that is incomplete.
func AgencyOnly(s string) (agency string, dash, ok bool) {
	agency, dash = strings.CutSuffix(plainCode(s), "-")
	agency, ok = agencyOf(strings.Split(agency, "."))
	return agency, dash, ok
}
