package wish

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Reading is what a word is in Vietnamese.
type Reading int

// The readings, from none to a certain one.
const (
	Foreign  Reading = iota // nothing
	Several                 // several syllables without blanks between them, "cancuoc"
	Keys                    // the raw keys of an input method, "ddaats"
	Borrowed                // a foreign word that the catalogue uses, "visa"
	Syllable                // a word of the catalogue with or without its marks, "the"
)

// perStranger is how many words must be English for each that is Vietnamese: a name of a
// person or a place in an English question.
const perStranger = 2

// English reports whether a question is English. vietnamese says what a word is in that
// language; begun, that the person may still be typing it. A question with Vietnamese
// letters is not English; otherwise some word must be English and nothing else, and few may
// be Vietnamese and nothing else.
func (x *Index) English(question string, vietnamese func(word string, begun bool) Reading) bool {
	if strings.IndexFunc(question, func(r rune) bool { return r > 0x7f && r != '’' && wordRune(r) }) >= 0 {
		return false
	}
	written := strings.FieldsFunc(question, func(r rune) bool { return !wordRune(r) })
	words := split(question)
	last, _ := utf8.DecodeLastRuneInString(question)
	english, borrowed, strange, keyed := 0, 0, 0, false
	for i, w := range words {
		if len(w) < 2 || strings.Trim(w, "0123456789'") == "" {
			continue // letters and numbers are of no language
		}
		s, begun := stem(w), i == len(words)-1 && wordRune(last)
		carries := x.g.carriers[s]
		switch is := vietnamese(w, begun); {
		case carries || x.known[s]:
			switch {
			case is == Foreign, is == Several && len(w) > 4:
				english++
			case is == Borrowed && !carries:
				borrowed++
			case is == Keys:
				keyed = keyed || !carries
			}
		case is == Several && (len(w) > 6 && len(x.similar(s)) > 0 || begun && x.begins(s)):
			// "certifcate" begins like xe; "canc" may be cancel
		case is == Borrowed:
		case i > 0 && isName(written[i]):
		case is != Foreign:
			strange++
		case len(x.similar(s)) > 0, begun && x.begins(s):
			english++
		}
	}
	if strange > 0 {
		return english >= perStranger*strange
	}
	return english > 0 || borrowed > 1 || keyed
}

// isName reports whether a word is written as names are, in an English sentence: "Da Nang".
func isName(word string) bool {
	return len(word) > 1 && word[0] >= 'A' && word[0] <= 'Z' && word[1] >= 'a' && word[1] <= 'z'
}

// begins reports whether some English word begins with what was typed.
func (x *Index) begins(typed string) bool { return len(typed) >= 3 && len(x.begun(typed)) > 0 }

// Syllabic reports whether letters without marks can be a Vietnamese syllable.
func Syllabic(fold string) bool {
	const vowels = "aeiouy"
	onset := fold[:max(strings.IndexAny(fold, vowels), 0)]
	rest := strings.TrimLeft(fold[len(onset):], vowels)
	return len(rest) < len(fold[len(onset):]) && len(fold)-len(onset)-len(rest) <= 3 && slices.Contains(initials, onset) && slices.Contains(finals, rest)
}

var (
	initials = strings.Split(",b,c,ch,d,g,gh,h,k,kh,l,m,n,ng,ngh,nh,p,ph,q,r,s,t,th,tr,v,x", ",")
	finals   = strings.Split(",c,ch,m,n,ng,nh,p,t", ",")
)
