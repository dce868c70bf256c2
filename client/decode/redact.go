package decode

import (
	"regexp"
	"strings"
)

// Hidden stands where Redact took something out.
const Hidden = "•••"

var (
	// longNumber is an identity, telephone or account number. Dates, decision
	// numbers and dossier codes have shorter runs.
	longNumber = regexp.MustCompile(`\+?\d{9,}`)
	// spacedPhone is a telephone number in groups; the middle of an amount
	// ("1.000.000.000 đồng") is none.
	spacedPhone = regexp.MustCompile(`(^|[^\d.,])(?:\+84[ .\-]?|0)\d{2,3}[ .\-]\d{3}[ .\-]\d{3,4}`)
	mailbox     = regexp.MustCompile(`[^\s@<>()]+@[^\s@<>()]+`)
	// addressed is a person named after a form of address, two to five words:
	// "bà Trần Thị Bích". Places ("Bà Rịa") are written with a capital B or in
	// one word.
	addressed = regexp.MustCompile(`(^|[^\p{L}])(ông|bà|anh|chị|cháu|Ông|cụ)((?:\s+\p{Lu}[\p{L}]*){2,5})`)
)

// Redact takes the given names, people named after a form of address, long
// numbers and addresses of mail out of words that an official typed: what the
// code alone opens must name nobody.
func Redact(text string, names ...string) string { return redact(text, hiddenNames(names)) }

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
