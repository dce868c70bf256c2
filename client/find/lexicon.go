package find

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"motcua/client/find/syllable"
	"motcua/client/near"
)

// lexicon numbers every syllable in the names and the everyday words, some three
// thousand: forms have their marks, folds have none.
type lexicon struct {
	forms  []syllable.Spelling
	foldOf []uint16 // form -> fold
	folds  []string
	byForm map[syllable.Spelling]uint16
	byFold map[string]uint16
	raw    map[string]uint16 // a word exactly as in the text, capitals included -> form

	formsOf [][]uint16          // fold -> forms
	sorted  []uint16            // folds in order, for words that are not finished
	masks   []uint32            // the set of letters of a fold, to rule out distant ones quickly
	bySound map[string][]uint16 // soundKey -> folds
}

func newLexicon() *lexicon {
	return &lexicon{byForm: map[syllable.Spelling]uint16{}, byFold: map[string]uint16{}, raw: map[string]uint16{}}
}

// add returns the number of a word's form and adds the form when it is new.
func (l *lexicon) add(word string) uint16 {
	if form, ok := l.raw[word]; ok {
		return form
	}
	word = strings.Clone(word)
	s := syllable.Spell(strings.ToLower(word))
	form, ok := l.byForm[s]
	if !ok {
		fold := s.Fold()
		f, known := l.byFold[fold]
		if !known {
			f = uint16(len(l.folds))
			l.folds = append(l.folds, fold)
			l.byFold[fold] = f
		}
		form = uint16(len(l.forms))
		l.forms = append(l.forms, s)
		l.foldOf = append(l.foldOf, f)
		l.byForm[s] = form
	}
	l.raw[word] = form
	return form
}

// full reports that no further word can be numbered.
func (l *lexicon) full() bool { return len(l.forms) >= 1<<16-1 }

// close builds the lists that the reading of questions needs.
func (l *lexicon) close() {
	l.sorted = make([]uint16, len(l.folds))
	l.masks = make([]uint32, len(l.folds))
	l.bySound = make(map[string][]uint16, len(l.folds))
	for i, fold := range l.folds {
		l.sorted[i] = uint16(i)
		l.masks[i] = letterMask(fold)
		if lettersOnly(fold) {
			key := syllable.Sound(fold)
			l.bySound[key] = append(l.bySound[key], uint16(i))
		}
	}
	l.formsOf = make([][]uint16, len(l.folds))
	for form, fold := range l.foldOf {
		l.formsOf[fold] = append(l.formsOf[fold], uint16(form))
	}
	slices.SortFunc(l.sorted, func(a, b uint16) int { return strings.Compare(l.folds[a], l.folds[b]) })
}

// likeness returns how well a syllable with marks fits the known forms of its fold:
// "chíu" hardly fits "chịu".
func (l *lexicon) likeness(s syllable.Spelling, fold uint16) float32 {
	best := float32(0)
	for _, form := range l.formsOf[fold] {
		best = max(best, s.Likeness(l.forms[form]))
	}
	return best
}

// beginning returns the folds that begin with s.
func (l *lexicon) beginning(s string) []uint16 {
	from, _ := slices.BinarySearchFunc(l.sorted, s, func(f uint16, s string) int { return cmp.Compare(l.folds[f], s) })
	to := from
	for to < len(l.sorted) && strings.HasPrefix(l.folds[l.sorted[to]], s) {
		to++
	}
	return l.sorted[from:to]
}

// near calls yield for the folds within most edits of s, without s itself.
func (l *lexicon) near(s string, most int, yield func(fold uint16, edits int)) {
	mask := letterMask(s)
	for i, fold := range l.folds {
		if bits.OnesCount32(mask^l.masks[i]) > 2*most || len(fold) < 2 || fold == s {
			continue
		}
		if d := near.Edits(s, fold, most); d <= most {
			yield(uint16(i), d)
		}
	}
}

func letterMask(s string) uint32 {
	var m uint32
	for i := range len(s) {
		if c := s[i]; c >= 'a' && c <= 'z' {
			m |= 1 << (c - 'a')
		} else {
			m |= 1 << 26
		}
	}
	return m
}

func lettersOnly(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return s != ""
}
