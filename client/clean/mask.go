package clean

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maskDot replaces a hidden letter. It is one cell wide in every font that the
// screens support.
const maskDot = '•'

// maxMaskDots limits the dots for one word: a web address in a name field would
// otherwise fill the screen.
const maxMaskDots = 12

// MaskName hides a name so that its owner recognises it and a passer-by does
// not: the first letter of each word stays, every other letter becomes a dot.
// "Nguyễn Văn A" gives "N••••• V•• A". Masking twice changes nothing.
func MaskName(name string) string {
	var b strings.Builder
	for i, word := range strings.Fields(norm.NFC.String(Line(name))) {
		if i > 0 {
			b.WriteByte(' ')
		}
		first, dots := true, 0
		for _, r := range word {
			switch {
			case first:
				b.WriteRune(r)
				first = false
			case unicode.Is(unicode.M, r):
				// A combining mark on the first letter is hidden too: it
				// would reveal the vowel.
			case dots < maxMaskDots:
				b.WriteRune(maskDot)
				dots++
			}
		}
	}
	return b.String()
}
