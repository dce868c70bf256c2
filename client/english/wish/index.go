package wish

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"motcua/client/near"
)

// Index finds procedures by the words of their English names. It is immutable and safe
// for concurrent use.
type Index struct {
	g        *glossary
	docs     int
	words    []uint16 // of all names, one name after another
	names    []name
	numbers  map[string]uint16 // a stem -> its number
	stems    []string
	postings [][]uint16 // stem -> names that contain it, ascending
	weight   []float32  // stem -> inverse document frequency
	forms    []form     // all words of names and glossary
	known    map[string]bool
}

// form is a stem as people write it, and the number of the one that stands for it.
type form struct {
	stem   string
	number uint16
}

// name is one name of a doc: the range of its words in Index.words.
type name struct {
	doc      uint16
	from, to int32
	mass     float32 // the sum of the weights of its words
	titled   bool    // somebody wrote it
}

// New builds an index of n docs. of returns the English names of a doc, none for none, and
// whether somebody wrote them. All docs together have at most 65,535 names; what is more is not
// found.
func New(n int, of func(doc int) (names []string, written bool)) *Index {
	x := &Index{g: shipped(), docs: n, names: make([]name, 0, 2*n), numbers: make(map[string]uint16, 4096), known: make(map[string]bool, 4096)}
	x.words = make([]uint16, 0, 12*n)
	for doc := range n {
		names, written := of(doc)
		for _, text := range names {
			x.add(uint16(doc), text, written)
		}
	}
	for w := range x.g.known {
		x.known[w] = true
	}
	x.forms = make([]form, 0, len(x.known))
	for w := range x.known {
		if n, ok := x.numbers[x.g.one(w)]; ok {
			x.forms = append(x.forms, form{w, n})
		}
	}
	slices.SortFunc(x.forms, func(a, b form) int { return strings.Compare(a.stem, b.stem) })
	x.invert()
	return x
}

func (x *Index) add(doc uint16, text string, written bool) {
	from := int32(len(x.words))
	for _, w := range split(text) {
		s := stem(w)
		x.known[s] = true
		if !x.g.carriers[s] {
			x.words = append(x.words, x.number(x.g.one(s)))
		}
	}
	if to := int32(len(x.words)); to > from && len(x.names) < math.MaxUint16 {
		x.names = append(x.names, name{doc: doc, from: from, to: to, titled: written})
	}
}

func (x *Index) number(stem string) uint16 {
	if n, ok := x.numbers[stem]; ok || len(x.stems) == math.MaxUint16 {
		return n
	}
	n := uint16(len(x.stems))
	x.numbers[stem] = n
	x.stems = append(x.stems, stem)
	return n
}

func (x *Index) invert() {
	x.postings = make([][]uint16, len(x.stems))
	x.weight = make([]float32, len(x.stems))
	docs := make([]int, len(x.stems))    // stem -> how many docs have it
	lastDoc := make([]int, len(x.stems)) // stem -> 1 + the doc that had it last
	for i, n := range x.names {
		for _, w := range x.words[n.from:n.to] {
			if list := x.postings[w]; len(list) == 0 || list[len(list)-1] != uint16(i) {
				x.postings[w] = append(list, uint16(i))
			}
			if lastDoc[w] != int(n.doc)+1 {
				lastDoc[w] = int(n.doc) + 1
				docs[w]++
			}
		}
	}
	for w, n := range docs {
		x.weight[w] = float32(math.Log(1 + float64(x.docs)/float64(1+n)))
	}
	for i := range x.names {
		n := &x.names[i]
		for _, w := range x.words[n.from:n.to] {
			n.mass += x.weight[w]
		}
	}
}

// reading is a stem that a word of the question may be, and how likely.
type reading struct {
	word uint16
	like float32
}

// slot is one word of the question that says what is wanted.
type slot struct {
	readings []reading // none: the word is unknown
	weight   float32
}

// How likely a reading is, and what a word counts that is in no title.
const (
	likeTypo      = 0.8
	likeTwoTypos  = 0.6
	likeBeginning = 0.75
	likeRewrite   = 0.97
	unknownWeight = 2.5
)

// slots reads the words of a question.
func (x *Index) slots(stems []string, unfinished bool) []slot {
	var out []slot
	for i, s := range stems {
		sl := slot{weight: unknownWeight}
		if n, ok := x.numbers[s]; ok {
			sl.readings = append(sl.readings, reading{n, 1})
		} else {
			sl.readings = x.similar(s)
		}
		if last := unfinished && i == len(stems)-1; last && len(s) >= 3 {
			for _, f := range x.begun(s) {
				sl.readings = append(sl.readings, reading{f.number, likeBeginning})
			}
		}
		if len(sl.readings) > 0 {
			sl.weight = x.weight[sl.readings[0].word]
		}
		out = append(out, sl)
	}
	return out
}

// begun returns the words that begin with what was typed.
func (x *Index) begun(typed string) []form {
	from, _ := slices.BinarySearchFunc(x.forms, typed, func(f form, s string) int { return strings.Compare(f.stem, s) })
	to := from
	for to < len(x.forms) && strings.HasPrefix(x.forms[to].stem, typed) {
		to++
	}
	return x.forms[from:to]
}

// similar returns the stems that a mistyped one may be. Short words are not corrected.
func (x *Index) similar(s string) []reading {
	if len(s) < 5 || strings.ContainsAny(s, "0123456789") {
		return nil
	}
	most := 1
	if len(s) >= 8 {
		most = 2
	}
	var out []reading
	for _, f := range x.forms {
		if len(f.stem) < 4 {
			continue
		}
		switch near.Edits(s, f.stem, most) {
		case 1:
			out = append(out, reading{f.number, likeTypo})
		case most:
			out = append(out, reading{f.number, likeTwoTypos})
		}
	}
	slices.SortStableFunc(out, func(a, b reading) int { return cmp.Compare(b.like, a.like) })
	return out[:min(len(out), 4)]
}
