// Package press types a dossier's code key by key, as on the keyboard of a kiosk: the dots and
// the dashes that must stand between two keys insert themselves.
package press

import (
	"slices"
	"strings"

	"motcua/client/code"
)

// officeGroups is how many groups the agency id of a commune's office has: "H55.17.05".
const officeGroups = 3

// Next returns a code after a key, "" where no code can go on like that: "H55" and "1" make
// "H55.1". own is the agency id of this office, which tells where its id ends; "" if nobody
// said.
//
// Groups of an id below a province or ministry have two digits, as in all ids seen; a group
// like "H55.171" has to be typed on a real keyboard.
func Next(s string, r rune, own string) string {
	agency, rest, dated := strings.Cut(strings.ToUpper(s), "-")
	next := code.NextTyped(s)
	var separators string
	switch {
	case r < '0' || r > '9': // what a letter begins is not known
	case dated && !strings.Contains(rest, "-"):
		// Also where a long date could go on, "200512": nobody asks for one of 2001 to 2012.
		separators = "-"
	case !dated && whole(agency):
		separators = ".-"
		if agency == own || strings.Count(agency, ".") >= officeGroups-1 {
			separators = "-."
		}
	}
	for _, sep := range separators {
		if s := s + string(sep); slices.Contains(next, sep) && slices.Contains(code.NextTyped(s), r) {
			return s + string(r)
		}
	}
	if slices.Contains(next, r) {
		return s + string(r)
	}
	return ""
}

// whole reports whether the last group of an agency id is complete: the province or ministry
// itself, or two digits below it. "H55.1" is not.
func whole(agency string) bool {
	groups := strings.Split(agency, ".")
	last := groups[len(groups)-1]
	return isRoot(last) || isRoot(groups[0]) && len(last) == 2 && digits(last)
}

func isRoot(group string) bool {
	return len(group) == 3 && group[0] >= 'A' && group[0] <= 'Z' && digits(group[1:])
}

func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// Agency returns the agency id that was typed so far, and whether a dash already follows it and
// nothing else. ok is false for an id that is incomplete.
func Agency(s string) (agency string, dash, ok bool) {
	agency, dash = strings.CutSuffix(s, "-")
	c, err := code.ParseDossier(agency + "-260101-0001") // with any date and number
	return c.Agency(), dash, err == nil && !strings.Contains(agency, "-")
}
