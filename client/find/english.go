package find

import (
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/english"
	"motcua/client/english/wish"
)

// englishNames indexes what procedures are called in English.
func englishNames(docs []Doc) *wish.Index {
	return wish.New(len(docs), func(i int) (string, bool) {
		d := &docs[i]
		return english.Name(d.Code, d.Name, d.Field), english.Title(d.Code) != ""
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
		if !ascii(word) {
			return false
		}
		strange = strange || e.index.vietnamese(strings.ToLower(word), false) != wish.Syllable
	}
	return strange
}

// vietnamese says what a word in lower case is in Vietnamese. begun says that the person may
// still be typing it.
func (x *index) vietnamese(word string, begun bool) wish.Reading {
	fold := spell(word).fold()
	if f, ok := x.byFold[fold]; ok && len(x.postings[f]) > 0 {
		if !wish.Syllabic(fold) {
			return wish.Borrowed
		}
		return wish.Syllable
	}
	if form, ok := rawKeys(word); ok && ascii(word) {
		if _, ok = x.byFold[form.fold()]; ok {
			return wish.Keys
		}
	}
	if begun && slices.ContainsFunc(x.beginning(fold), func(f uint16) bool { return wish.Syllabic(x.folds[f]) }) || x.takeApart(word, begun) != nil {
		return wish.Several
	}
	return wish.Foreign
}

// inEnglish ranks the procedures that answer a question in English. ok is false for
// questions in Vietnamese, and for those of which no English name has a word.
func (e *Engine) inEnglish(q client.Query, typed string, pass func(int32) bool) (r Result, ok bool) {
	x := e.asksEnglish(typed)
	if x == nil {
		return r, false
	}
	found, outside := x.Search(q.Words)
	var list []match
	for _, m := range found {
		if doc := int32(m.Doc); pass == nil || pass(doc) {
			// How often a procedure is used counts for as much of the question as it answers.
			p := e.prior[doc]
			list = append(list, match{doc: doc, cover: m.Cover, score: m.Score + min(p, 0) + max(p, 0)*m.Cover})
		}
	}
	if len(list) == 0 && !outside {
		return r, false
	}
	r = e.finish(q, list, nil, outside)
	for i := range r.Hits[:min(len(r.Hits), MarkedHits)] {
		h, d := &r.Hits[i], e.named(r.Hits[i].Doc)
		h.English = x.Marks(english.Name(d.Code, d.Name, d.Field), q.Words)
	}
	return r, true
}

// named returns what an English name is made from.
func (e *Engine) named(doc int) Doc {
	if e.docs != nil {
		return e.docs[doc]
	}
	return Doc{Code: e.names[doc].code, Name: e.names[doc].name}
}
