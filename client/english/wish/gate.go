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
	last, _ := utf8.DecodeLastRuneInString(question)
	var count [strange + 1]int
	for i, w := range split(question) {
		begun := i == len(written)-1 && wordRune(last)
		l := x.language(w, vietnamese(w, begun), begun)
		if l == strange && i > 0 && isName(written[i]) {
			continue // also in an English sentence
		}
		count[l]++
	}
	if count[strange] > 0 {
		return count[sure] >= perStranger*count[strange]
	}
	return count[sure] > 0 || count[borrowed] > 1 || count[keyed] > 0
}

// language says what a word tells of the language of its question.
type language int

const (
	neither  language = iota // it is a word of both, or of none
	sure                     // only English
	borrowed                 // English, and used in Vietnamese too
	keyed                    // English, unless it is the raw keys of a Vietnamese word
	strange                  // only Vietnamese
)

func (x *Index) language(w string, is Reading, begun bool) language {
	if len(w) < 2 || strings.Trim(w, "0123456789'") == "" {
		return neither // letters and numbers are of no language
	}
	s := stem(w)
	if carries := x.g.carriers[s]; carries || x.known[s] {
		switch {
		case is == Foreign, is == Several && len(w) > 4:
			return sure
		case is == Borrowed && !carries:
			return borrowed
		case is == Keys && !carries:
			return keyed
		}
		return neither
	}
	begins := begun && x.begins(s)
	switch {
	case is == Several && (len(w) > 6 && len(x.similar(s)) > 0 || begins), is == Borrowed:
		return neither // "certifcate" begins like xe; "canc" may be cancel
	case is != Foreign:
		return strange
	case begins || len(x.similar(s)) > 0:
		return sure
	}
	return neither
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
