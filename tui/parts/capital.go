package parts

import (
	"unicode"
	"unicode/utf8"
)

// Capital capitalises a footer's words, as for the beginning of a sentence.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
