package decode

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
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
func Redact(text string, names ...string) string {
	for _, n := range names {
		if n = strings.TrimSpace(n); len([]rune(n)) > 1 {
			text = replaceName(text, n)
		}
	}
	text = addressed.ReplaceAllString(text, "${1}${2} "+Hidden)
	if !strings.ContainsAny(text, "@0123456789") {
		return text
	}
	text = mailbox.ReplaceAllString(text, Hidden)
	text = longNumber.ReplaceAllString(text, Hidden)
	return spacedPhone.ReplaceAllString(text, "${1}"+Hidden)
}

// replaceName hides a name where it stands as words of its own, in whatever
// case. A name of one word counts only as it is written: who is called An must
// not take it out of "công an".
func replaceName(text, name string) string {
	words := strings.Fields(name)
	fold := `(?i)`
	if len(words) == 1 {
		fold = ``
	}
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	form, err := regexp.Compile(fold + strings.Join(words, `\s+`))
	if err != nil {
		return text
	}
	var b strings.Builder
	done := 0
	for from := 0; from < len(text); {
		at := form.FindStringIndex(text[from:])
		if at == nil {
			break
		}
		begin, end := from+at[0], from+at[1]
		before, _ := utf8.DecodeLastRuneInString(text[:begin])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if inWord(before) || inWord(after) {
			_, size := utf8.DecodeRuneInString(text[begin:])
			from = begin + size
			continue
		}
		b.WriteString(text[done:begin] + Hidden)
		done, from = end, end
	}
	return b.String() + text[done:]
}

// inWord tells whether a rune continues a word. The end of a text, which
// decodes as the replacement character, does not.
func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}
