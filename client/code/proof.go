package code

import (
	"crypto/subtle"
	"strings"
)

// The lengths of a proof: portals ask for four digits; a whole identity number has
// twelve. A longer input proves nothing.
const (
	minProof = 4
	maxProof = 12
)

// MatchesDigits reports whether proof is the end of one of the identifiers (numbers of
// identity cards or telephones), at least four digits. Blanks, dots and hyphens are
// ignored on both sides; any other character makes the proof wrong. Of an identifier
// that the source has masked ("0912***678") only the digits after the mask count.
//
// All identifiers are compared in full, so the time tells nothing about which
// one matched or how far.
func MatchesDigits(proof string, identifiers ...string) bool {
	want, whole := digitTail(proof)
	ok := 0
	for _, id := range identifiers {
		have, _ := digitTail(id)
		if len(have) < len(want) || len(want) == 0 {
			// Compare all the same, so that the time stays equal.
			subtle.ConstantTimeCompare([]byte(want), []byte(want))
			continue
		}
		ok |= subtle.ConstantTimeCompare([]byte(have[len(have)-len(want):]), []byte(want))
	}
	return whole && len(want) >= minProof && len(want) <= maxProof && ok == 1
}

// digitTail returns the last unbroken run of digits of s, and whether s contains nothing
// else. "+84 912 345 678" gives "0912345678": +84, the country code of Vietnam, is
// another way to write the leading zero.
func digitTail(s string) (digits string, whole bool) {
	var b strings.Builder
	whole = true
	plus := strings.HasPrefix(strings.TrimSpace(s), "+84")
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case r >= '０' && r <= '９':
			b.WriteRune(r - '０' + '0')
		case r == ' ', r == '.', r == '-', r == '\u00A0':
		case r == '+' && plus && b.Len() == 0:
		default:
			b.Reset()
			whole = false
		}
	}
	digits = b.String()
	if plus && whole {
		digits = "0" + strings.TrimPrefix(digits, "84")
	}
	return digits, whole
}

// minWhole is the number of digits from which a number cannot be guessed: old identity
// cards have nine digits, telephones ten, today's cards twelve.
const minWhole = 9

// IsWholeNumber reports whether a proof is a whole identity or telephone number, or
// nearly, and not just its last digits.
func IsWholeNumber(proof string) bool {
	digits, whole := digitTail(proof)
	return whole && len(digits) >= minWhole && len(digits) <= maxProof
}
