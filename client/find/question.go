package find

import (
	"slices"
	"strings"
	"unicode"

	"motcua/client/find/syllable"
)

// slot is one word of a question during the search.
type slot struct {
	alts   []alt
	weight float32 // how much it counts
	weak   bool    // it belongs to a carrier phrase
}

// variant is one wording of a question: as asked, or with everyday words replaced by the
// catalogue's.
type variant struct {
	slots []slot
	total float32 // of all weights
	like  float32
}

// unknownWeight is the weight of a word that is in no title: a person's name, a place.
const unknownWeight = 2

// question reads what was typed and returns its wordings, the original first. outside says that
// it asks for what no office does.
func (x *index) question(typed string) (variants []variant, outside bool) {
	words := x.split(typed)
	if len(words) == 0 {
		return nil, false
	}
	x.readWords(words)
	outside = x.outside.asks(x, words)
	x.findCarriers(words)
	asked := make([]slot, len(words))
	for i := range words {
		asked[i] = x.slot(&words[i])
	}
	variants = []variant{newVariant(asked, 1)}
	found := x.findRewrites(words)
	for _, choice := range choices(found) {
		variants = append(variants, newVariant(x.rewrite(asked, choice), likeRewrite))
	}
	return variants, outside
}

// likeRewrite ranks a rewritten question slightly below the original.
const likeRewrite = 0.98

func newVariant(slots []slot, like float32) variant {
	v := variant{slots: slots, like: like}
	for _, s := range slots {
		v.total += s.weight
	}
	return v
}

// split cuts a question into words, also words that run together.
func (x *index) split(typed string) []word {
	typed = plain(cut(typed, maxRunes))
	unfinished := typed != "" && wordRune([]rune(typed)[len([]rune(typed))-1])
	var words []word
	for s := range spans(typed) {
		if len(words) >= maxWords {
			break
		}
		text := cut(typed[s.from:s.to], maxWord)
		last := unfinished && s.to == len(typed)
		if !x.isWord(text) {
			if pieces := x.takeApart(text, last); pieces != nil {
				for i, p := range pieces {
					words = append(words, word{typed: p, last: last && i == len(pieces)-1})
				}
				continue
			}
		}
		words = append(words, word{typed: text, last: last})
	}
	return words[:min(len(words), maxWords)]
}

// isWord reports whether text is a known word, as it is or as raw keys.
func (x *index) isWord(text string) bool {
	if _, ok := x.byFold[syllable.Spell(text).Fold()]; ok {
		return true
	}
	if form, ok := syllable.Keys(text); ok && syllable.ASCII(text) {
		_, ok = x.byFold[form.Fold()]
		return ok
	}
	return false
}

func cut(s string, runes int) string {
	n := 0
	for i := range s {
		if n == runes {
			return s[:i]
		}
		n++
	}
	return s
}

// slot weighs a word by its likeliest meaning.
func (x *index) slot(w *word) slot {
	s := slot{alts: w.alts, weight: unknownWeight}
	if len(w.alts) > 0 {
		s.weight = x.weight[w.reading.fold]
		// A word that occurs in most names says little, but its weight is never zero.
		s.weight = max(s.weight, 0.3)
	}
	if w.carries < 1 {
		s.weight *= w.carries
		s.weak = true
	}
	return s
}

// findCarriers marks the words of carrier phrases.
func (x *index) findCarriers(words []word) {
	for i := range words {
		words[i].carries = 1
	}
	for i := 0; i < len(words); {
		e, n := x.match(x.carriers, words[i:])
		if e.meek && x.goesWith(words, i) {
			i++
			continue
		}
		for j := i; j < i+n; j++ {
			words[j].carries = 0.06
		}
		i += max(n, 1)
	}
	for i := 1; i < len(words); i++ {
		if isNumber(&words[i-1]) && slices.Contains(timeUnits, words[i].fold) {
			words[i-1].carries, words[i].carries = 0.1, 0.1
		}
	}
	if all := func(w word) bool { return w.carries == 1 }; !slices.ContainsFunc(words, all) {
		for i := range words {
			words[i].carries = 1
		}
	}
}

// goesWith reports whether a word stands beside one that it is adjacent to in some title.
func (x *index) goesWith(words []word, i int) bool {
	w := &words[i]
	if i > 0 && len(words[i-1].alts) > 0 && words[i-1].carries == 1 && x.bond(words[i-1].reading.fold, w.reading.fold) > 0 {
		return true
	}
	return i+1 < len(words) && len(words[i+1].alts) > 0 && x.bond(w.reading.fold, words[i+1].reading.fold) > 0
}

// timeUnits are units that make a number say how long or how much, not what: "một tháng".
// Years of age do say what.
var timeUnits = []string{"thang", "ngay", "gio", "tuan", "nam", "trieu", "dong", "nghin", "phut"}

var numbers = []string{"mot", "hai", "ba", "bon", "nam", "sau", "bai", "tam", "chin", "muoi", "vai", "may"}

func isNumber(w *word) bool {
	return strings.IndexFunc(w.typed, func(r rune) bool { return !unicode.IsDigit(r) }) < 0 || slices.Contains(numbers, w.fold)
}

// match returns the longest phrase of b that the words begin with, and its length; 0
// when there is none.
func (x *index) match(b phrasebook, words []word) (entry, int) {
	if len(words) == 0 || len(words[0].alts) == 0 {
		return entry{}, 0
	}
	for _, e := range b.byFirst[words[0].reading.fold] {
		if len(e.forms) <= len(words) && x.fits(e.forms, words) {
			return e, len(e.forms)
		}
	}
	return entry{}, 0
}

// fits reports whether the words, as they are read, are a phrase that can be told from others.
func (x *index) fits(phrase []uint16, words []word) bool {
	if len(phrase) == 1 && len(words[0].alts) > 0 && !words[0].reading.known && x.forms[phrase[0]].Marked() {
		return false // "bao" alone is not bão: it may be bảo or báo
	}
	return x.reads(phrase, words)
}

// reads reports whether the words, as they are read, are a phrase. Marks that the person
// typed must be the phrase's; confusing hỏi and ngã is tolerated.
func (x *index) reads(phrase []uint16, words []word) bool {
	for i, form := range phrase {
		if len(words[i].alts) == 0 {
			return false
		}
		if words[i].exact && words[i].form == x.forms[form] && words[i].form.Marked() {
			continue // what was typed with its marks, whatever the neighbours suggest
		}
		a := words[i].reading
		if a.fold != x.foldOf[form] || a.known && a.form.Likeness(x.forms[form]) < 0.95 {
			return false
		}
	}
	return true
}
