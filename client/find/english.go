package find

import (
	"slices"
	"strings"

	"motcua/client/english"
	"motcua/client/english/wish"
	"motcua/client/find/syllable"
)

// englishNames indexes what procedures are called in English.
func englishNames(docs []Doc) *wish.Index {
	return wish.New(len(docs), func(i int) ([]string, bool) {
		d := &docs[i]
		if phrases := english.Phrases(d.Code); phrases != nil {
			return append(phrases, english.Title(d.Code)), true
		}
		return []string{english.Name(d.Code, d.Name, d.Field)}, english.Title(d.Code) != ""
	})
}

// asksEnglish returns the index of English names when a question is English, nil
// otherwise. Where every word may be Vietnamese it does not even build it.
func (e *Engine) asksEnglish(typed string) *wish.Index {
	if e.english == nil || !e.maybeEnglish(typed) {
		return nil
	}
	x := e.english()
	if !x.English(typed, e.index.vietnamese) {
		return nil
	}
	return x
}

// maybeEnglish reports whether a question has no Vietnamese letter and some word that is no
// Vietnamese syllable.
func (e *Engine) maybeEnglish(typed string) bool {
	strange := false
	for s := range spans(typed) {
		word := typed[s.from:s.to]
		if !syllable.ASCII(word) {
			return false
		}
		strange = strange || e.index.vietnamese(strings.ToLower(word), false) != wish.Syllable
	}
	return strange
}

// vietnamese says what a word in lower case is in Vietnamese. begun says that the person may
// still be typing it.
func (x *index) vietnamese(word string, begun bool) wish.Reading {
	fold := syllable.Spell(word).Fold()
	if f, ok := x.byFold[fold]; ok && len(x.having(f)) > 0 {
		if !wish.Syllabic(fold) {
			return wish.Borrowed
		}
		return wish.Syllable
	}
	if form, ok := syllable.Keys(word); ok && syllable.ASCII(word) {
		if _, ok = x.byFold[form.Fold()]; ok {
			return wish.Keys
		}
	}
	if begun && slices.ContainsFunc(x.beginning(fold), func(f uint16) bool { return wish.Syllabic(x.folds[f]) }) || x.takeApart(word, begun) != nil {
		return wish.Several
	}
	return wish.Foreign
}

// How much of a question in English the best match answers at least: less metWord for each word that
// says something, because English names are few and short and a sentence shares less with them. All 49
// questions for tuning pass; of 26 that nothing answers 9 do, before outside.txt, where 0.3 let 25 pass.
const (
	metOne   = 0.86
	metWord  = 0.1
	metLeast = 0.3
)

func metEnglish(words int) float32 { return max(metLeast, metOne-metWord*float32(words)) }

// inEnglish ranks the procedures that answer words in English. ok is false for words in
// Vietnamese, and for those of which no English name has a word.
func (e *Engine) inEnglish(words string, pass func(int32) bool) (a answer, ok bool) {
	x := e.asksEnglish(strings.TrimSpace(words))
	if x == nil {
		return a, false
	}
	a = answer{words: words, english: x}
	var found []wish.Match
	found, a.outside = x.Search(words)
	for _, m := range found {
		if doc := int32(m.Doc); pass == nil || pass(doc) {
			a.list = append(a.list, match{doc: doc, cover: m.Cover, score: m.Score + e.usual(doc, m.Cover)})
		}
	}
	byScore(a.list)
	return a, len(a.list) > 0 || a.outside
}

// named returns what an English name is made from.
func (e *Engine) named(doc int) Doc {
	if e.docs != nil {
		return e.docs[doc]
	}
	return Doc{Code: e.names[doc].code, Name: e.names[doc].name}
}
