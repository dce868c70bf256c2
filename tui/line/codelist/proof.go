package codelist

import "strings"

// LooksLikeProof reports whether s has the form of a proof: the secret of a receipt has
// four characters, an identity number twelve digits.
func LooksLikeProof(s string) bool {
	if len(s) < 4 || len(s) > 12 {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
}
