package find

import (
	"math"
	"slices"
	"strings"

	"motcua/client/find/number"
	"motcua/client/find/weigh"
)

// title is one name of a procedure: the official one, or a phrase that people use for
// it. There are 25,000, so it is kept small.
type title struct {
	doc   int32
	from  int32      // where its words begin in index.words
	mass  float32    // sum of the weights of its words
	n     uint8      // how many words it has
	bonus uint8      // for a phrase that means this procedure more than others
	kind  weigh.Kind // of a bag, the words are those of all titles and the field, unordered
}

// index is an inverted index of titles, by folded syllable.
type index struct {
	*lexicon
	words    []uint16 // forms of all titles, one title after another
	titles   []title
	postings []int32           // for each fold the titles that contain it, ascending, one fold after another
	starts   []int32           // fold -> where its postings begin; one more for the end of the last
	weight   []float32         // fold -> inverse document frequency
	pairs    map[uint32]uint16 // two adjacent folds -> how often, in all titles
	fields   map[string]int    // field -> number
	inField  [][]uint16        // field number -> folds of its name
	nameOf   []int32           // doc -> the title that is its name; -1: its name has no words
	bagOf    []int32           // doc -> its bag; 0: nobody wrote a phrase for it
	docField []int16           // doc -> field number, -1 without
	rewrites phrasebook        // phrases that stand for other words
	carriers phrasebook        // phrases of a request that do not say what is wanted
	outside  outside           // what no office does
	idle     phrasebook        // phrases in names that distinguish nothing
}

// maxTitle is how many words of a name count. Some names have four hundred words and
// list laws; what they are about comes first.
const maxTitle = 60

func newIndex(docs []Doc, also func(int) string, codes number.Index, w Words) *index {
	x := &index{
		lexicon: newLexicon(), pairs: make(map[uint32]uint16, 1<<15), fields: map[string]int{},
		docField: make([]int16, len(docs)), nameOf: make([]int32, len(docs)),
		words: make([]uint16, 0, 24*len(docs)), titles: make([]title, 0, 2*len(docs)),
	}
	x.idle = x.carrierBook(saysNothing)
	for i, d := range docs {
		x.nameOf[i] = int32(len(x.titles))
		x.addTitle(int32(i), x.addWords(d.Name), weigh.Name, 0)
		if also != nil {
			x.addTitle(int32(i), x.addWords(also(i)), weigh.Name, 0)
		}
		if int(x.nameOf[i]) == len(x.titles) {
			x.nameOf[i] = -1
		}
		x.docField[i] = x.field(d.Field)
	}
	said := map[int32][]int{} // doc -> titles that are everyday phrases
	for _, c := range w.concepts {
		if len(c.codes) == 0 {
			continue
		}
		for _, phrase := range c.phrases {
			from := x.addWords(phrase) // once for all procedures that it means
			for n, code := range c.codes {
				if doc, ok := codes.Doc(code); ok {
					x.addTitle(doc, from, weigh.Phrase, meantBonus(n))
					said[doc] = append(said[doc], len(x.titles)-1)
				}
			}
		}
	}
	x.bagOf = make([]int32, len(docs))
	for doc := range docs {
		if phrases := said[int32(doc)]; len(phrases) > 0 {
			x.bagOf[doc] = int32(len(x.titles))
			x.addBag(int32(doc), docs[doc], phrases)
		}
	}
	x.rewrites = x.book(w.concepts)
	x.carriers = x.carrierBook(w.carriers)
	if w.outside != "" {
		x.outside = x.readOutside(w.outside)
	}
	x.words, x.titles = slices.Clip(x.words), slices.Clip(x.titles)
	x.close()
	x.invert(len(docs))
	return x
}

// meantBonus is the bonus of the n-th code of a phrase: a phrase lists what it means most first.
func meantBonus(n int) uint8 { return []uint8{9, 4, 2, 0}[min(n, 3)] }

// saysNothing are phrases in names that do not distinguish procedures: that it is a
// procedure, and where it is done.
var saysNothing = []string{
	"thủ tục hành chính", "trình tự, thủ tục", "thủ tục", "thực hiện tại cấp trung ương, cấp tỉnh, cấp xã",
	"thực hiện tại cấp tỉnh, cấp xã", "thực hiện tại cấp trung ương", "thực hiện tại cấp tỉnh", "thực hiện tại cấp xã",
	"cấp trung ương", "cấp tỉnh", "cấp bộ", "cấp xã",
}

// trim removes from a name the phrases that distinguish nothing, and the numbers that
// some names repeat ("(1.010721)").
func (x *index) trim(forms []uint16) []uint16 {
	kept := forms[:0]
	for i := 0; i < len(forms); {
		if n := x.idle.at(x, forms[i:]); n > 0 && n < len(forms) {
			i += n
			continue
		}
		if s := x.forms[forms[i]].Letters; len(s) < 6 || strings.Trim(s, "0123456789") != "" {
			kept = append(kept, forms[i])
		}
		i++
	}
	return kept
}

// at returns the length of the longest phrase that forms begin with.
func (b phrasebook) at(x *index, forms []uint16) int {
	for _, e := range b.byFirst[x.foldOf[forms[0]]] {
		if len(e.forms) <= len(forms) && slices.Equal(e.forms, forms[:len(e.forms)]) {
			return len(e.forms)
		}
	}
	return 0
}

// addWords adds the words of a text and returns where they begin.
func (x *index) addWords(text string) (from int32) {
	from = int32(len(x.words))
	x.words = x.forms16(x.words, text)
	x.words = x.words[:int(from)+len(x.trim(x.words[from:]))]
	return from
}

// addTitle adds a title of the words that were added last, unless there are none.
func (x *index) addTitle(doc, from int32, kind weigh.Kind, bonus uint8) {
	if n := len(x.words) - int(from); n > 0 {
		x.titles = append(x.titles, title{doc: doc, from: from, n: uint8(n), kind: kind, bonus: bonus})
	}
}

// said returns the words of a title.
func (x *index) said(t *title) []uint16 { return x.words[t.from : int(t.from)+int(t.n)] }

// maxBag is the largest number of different words in a bag, at most what title.n holds.
const maxBag = 250

// addBag adds all words of a procedure as one title, for questions that mix the words
// of several phrases.
func (x *index) addBag(doc int32, d Doc, phrases []int) {
	words := x.trim(x.forms16(nil, d.Name))
	words = x.forms16(words, d.Field)
	for _, t := range phrases {
		words = append(words, x.said(&x.titles[t])...)
	}
	slices.Sort(words)
	words = slices.Compact(words)
	from := int32(len(x.words))
	x.words = append(x.words, words[:min(len(words), maxBag)]...)
	x.addTitle(doc, from, weigh.Bag, 0)
}

// forms16 appends the numbers of a text's words to to, at most maxTitle of them.
func (x *index) forms16(to []uint16, text string) []uint16 {
	n := 0
	for s := range spans(text) {
		if n++; n > maxTitle || x.full() {
			break
		}
		to = append(to, x.add(text[s.from:min(s.to, s.from+maxWord)]))
	}
	return to
}

func (x *index) field(name string) int16 {
	if name == "" {
		return -1
	}
	n, ok := x.fields[name]
	if !ok {
		n = len(x.fields)
		x.fields[name] = n
		var folds []uint16
		for _, form := range x.forms16(nil, name) {
			folds = append(folds, x.foldOf[form])
		}
		x.inField = append(x.inField, folds)
	}
	return int16(n)
}

// book makes a phrasebook of the concepts that stand for other words.
func (x *index) book(concepts []concept) phrasebook {
	b := phrasebook{byFirst: map[uint16][]entry{}}
	for _, c := range concepts {
		if len(c.meaning) == 0 {
			continue
		}
		var meaning [][]uint16
		for _, m := range c.meaning {
			meaning = append(meaning, x.forms16(nil, m))
		}
		for _, phrase := range c.phrases {
			b.add(x, entry{forms: x.forms16(nil, phrase), meaning: meaning})
		}
	}
	return b
}

func (x *index) carrierBook(phrases []string) phrasebook {
	b := phrasebook{byFirst: map[uint16][]entry{}}
	for _, phrase := range phrases {
		phrase, meek := strings.CutPrefix(phrase, "~")
		b.add(x, entry{forms: x.forms16(nil, phrase), meek: meek})
	}
	return b
}

func (b phrasebook) add(x *index, e entry) {
	if len(e.forms) == 0 {
		return
	}
	first := x.foldOf[e.forms[0]]
	b.byFirst[first] = append(b.byFirst[first], e)
	slices.SortStableFunc(b.byFirst[first], func(a, b entry) int { return len(b.forms) - len(a.forms) })
}

// invert fills postings, weights, pairs and masses.
func (x *index) invert(docs int) {
	x.weight = make([]float32, len(x.folds))
	x.starts = make([]int32, len(x.folds)+2)
	seen := make([]int32, len(x.folds)) // fold -> title+1 that contained it last
	lastDoc := make([]int32, len(x.folds))
	frequency := make([]int32, len(x.folds))
	for t := range x.titles {
		ti := &x.titles[t]
		before := -1
		for _, form := range x.said(ti) {
			fold := int(x.foldOf[form])
			if seen[fold] != int32(t)+1 {
				seen[fold] = int32(t) + 1
				x.starts[fold+2]++ // for now how many
			}
			if lastDoc[fold] != ti.doc+1 {
				lastDoc[fold] = ti.doc + 1
				frequency[fold]++
			}
			if before >= 0 {
				if key := pairKey(before, fold); x.pairs[key] < math.MaxUint16 {
					x.pairs[key]++
				}
			}
			before = pick(ti.kind == weigh.Bag, -1, fold)
		}
	}
	for f := range x.weight {
		if frequency[f] == 0 {
			x.weight[f] = unknownWeight // only a carrier has it
			continue
		}
		x.weight[f] = float32(math.Log(1 + float64(docs)/float64(1+frequency[f])))
	}
	x.post(seen)
}

// post fills postings, whose numbers starts has, and masses. seen is used for its room.
func (x *index) post(seen []int32) {
	for f := range len(x.starts) - 1 {
		x.starts[f+1] += x.starts[f]
	}
	x.postings = make([]int32, x.starts[len(x.starts)-1])
	clear(seen)
	for t := range x.titles {
		ti := &x.titles[t]
		for _, form := range x.said(ti) {
			fold := x.foldOf[form]
			ti.mass += x.weight[fold]
			if seen[fold] != int32(t)+1 {
				seen[fold] = int32(t) + 1
				x.postings[x.starts[fold+1]] = int32(t)
				x.starts[fold+1]++
			}
		}
	}
}

// having returns the titles that contain a fold.
func (x *index) having(fold uint16) []int32 { return x.postings[x.starts[fold]:x.starts[fold+1]] }

func pairKey[T int | uint16](a, b T) uint32 { return uint32(a)<<16 | uint32(b) }
