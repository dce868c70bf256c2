package clean

import "strings"

// Harmless changes text of a portal so that a spreadsheet does not treat it as a formula.
func Harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
