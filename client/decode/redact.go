package decode

import (
	"regexp"
	"strings"
)

// Hidden replaces what redact removed.
const Hidden = "•••"

var (
	// longNumber matches an identity, telephone or account number. Dates, decision
	// numbers and dossier codes have shorter runs of digits.
	longNumber = regexp.MustCompile(`\+?\d{9,}`)
	// spacedPhone matches a telephone number in groups, but not the middle of an amount
	// ("1.000.000.000 đồng").
	spacedPhone = regexp.MustCompile(`(^|[^\d.,])(?:\+84[ .\-]?|0)\d{2,3}[ .\-]\d{3}[ .\-]\d{3,4}`)
	mailbox     = regexp.MustCompile(`[^\s@<>()]+@[^\s@<>()]+`)
	// addressed matches a name of two to five words after a form of address: "bà Trần
	// Thị Bích". Places ("Bà Rịa") are written with a capital B or as one word.
	addressed = regexp.MustCompile(`(^|[^\p{L}])(ông|bà|anh|chị|cháu|Ông|cụ)((?:\s+\p{Lu}[\p{L}]*){2,5})`)
)

// redact removes the given names, names after a form of address, long numbers and mail
// addresses from a text that an official typed: what the code alone opens must not
// identify anybody.
func redact(text string, names []hiddenName) string {
	if text == "" {
		return ""
	}
	text = replaceNames(text, names)
	text = addressed.ReplaceAllString(text, "${1}${2} "+Hidden)
	if !strings.ContainsAny(text, "@0123456789") {
		return text
	}
	text = mailbox.ReplaceAllString(text, Hidden)
	text = longNumber.ReplaceAllString(text, Hidden)
	return spacedPhone.ReplaceAllString(text, "${1}"+Hidden)
}
