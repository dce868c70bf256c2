package find

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"motcua/client/find/syllable"
)

// alt is one reading of a typed word.
type alt struct {
	fold  uint16
	like  float32           // 1 when it is what was typed, less for each assumption
	form  syllable.Spelling // with its marks, when the person typed them
	known bool              // form is known
	word  bool              // the catalogue has a word with exactly these marks
	begun bool              // the word may be the unfinished beginning of this
}

// word is one word of a question and its readings, the likeliest first.
type word struct {
	typed   string // in lower case
	form    syllable.Spelling
	fold    string
	exact   bool    // it is a word of the catalogue as typed
	last    bool    // the person may still be typing it
	alts    []alt   // empty when the word is unknown
	best    int     // while neighbours choose: index in alts of the reading that they suggest
	reading alt     // that reading
	carries float32 // weight factor: 1, or less for a word of a carrier phrase
}

// How likely a reading is. The values are orders of plausibility, not measurements: a
// typed word that exists is likelier than one spelled by ear, that is likelier than a
// mistyped letter, and two mistyped letters in a word of six hardly ever happen.
const (
	likeKeys      = 0.97 // raw keys of Telex or VNI
	likeKeysToo   = 0.55 // the same, though what was typed is a word as well
	likeSlip      = 0.8  // sounds the same
	likeSlipToo   = 0.5
	likeEdit      = 0.7 // one letter off
	likeEditToo   = 0.32
	likeTwoEdits  = 0.42
	likeBeginning = 0.5 // the beginning of a word, plus up to likeMore by how much of it is typed
	likeMore      = 0.4
	likeShort     = 0.9
	likeRead      = 0.93 // at least this when the neighbours suggest it
	maxAlts       = 10   // readings of one word, without unfinished ones
)

// readWords finds the readings of each word.
func (x *index) readWords(words []word) {
	marked := false
	for i := range words {
		words[i].form = syllable.Spell(words[i].typed)
		marked = marked || words[i].form.Marked()
	}
	for i := range words {
		x.readWord(&words[i], marked)
	}
	x.chooseReadings(words)
	for i := range words {
		w := &words[i]
		if w.best < len(w.alts) {
			w.reading = w.alts[w.best]
		}
		if w.last {
			x.addBeginnings(w, words[:i])
		}
		// A reading that the neighbours suggest may now rank above what was typed.
		slices.SortStableFunc(w.alts, func(a, b alt) int { return cmp.Compare(b.like, a.like) })
	}
}

// readWord finds the readings of one word by itself. marked says that the question has
// marks, so that a word without any has none.
func (x *index) readWord(w *word, marked bool) {
	w.fold = w.form.Fold()
	known := false
	if f, ok := x.byFold[w.fold]; ok {
		_, w.exact = x.byForm[w.form]
		a := alt{fold: f, like: 1, form: w.form, known: marked, word: w.exact && w.form.Marked()}
		if known = true; w.form.Marked() {
			// "chíu" is no word; it may be a typing error as well as chịu.
			known = x.likeness(w.form, f) > likeEdit+0.1
		}
		w.alts = append(w.alts, a)
	}
	if syllable.ASCII(w.typed) {
		if form, ok := syllable.Keys(w.typed); ok {
			if f, ok := x.byFold[form.Fold()]; ok && form.Fold() != w.fold {
				w.alts = append(w.alts, alt{fold: f, like: pick[float32](known, likeKeysToo, likeKeys), form: form, known: true})
			}
		}
	}
	known = known || len(w.alts) > 0 && w.alts[0].like == likeKeys
	if letters := lettersOnly(w.fold); letters && len(w.fold) >= 2 {
		x.addSlips(w, known)
		if len(w.fold) >= 3 && len(w.fold) <= syllable.MaxKeys {
			x.addEdits(w, known)
		}
	}
	slices.SortStableFunc(w.alts, func(a, b alt) int { return cmp.Compare(b.like, a.like) })
	w.alts = w.alts[:min(len(w.alts), maxAlts)]
}

// addSlips adds words that sound like this one, with its tone and marks if it has any.
func (x *index) addSlips(w *word, known bool) {
	like := pick[float32](known, likeSlipToo, likeSlip)
	for _, f := range x.bySound[syllable.Sound(w.fold)] {
		w.add(f, like)
	}
}

// addEdits adds words that differ by one letter, or by two when nothing else is known. A
// word that exists with exactly these marks was probably not mistyped.
func (x *index) addEdits(w *word, known bool) {
	if w.exact && w.form.Marked() || !strings.ContainsAny(w.fold, "aeiouy") {
		return // a word without a vowel is an abbreviation, and none is near another
	}
	most := 1
	if !known && len(w.fold) >= 5 {
		most = 2
	}
	x.near(w.fold, most, func(f uint16, edits int) {
		switch {
		case edits == 2:
			w.add(f, likeTwoEdits)
		case known:
			w.add(f, likeEditToo)
		default:
			w.add(f, likeEdit)
		}
	})
}

func (w *word) add(fold uint16, like float32) {
	for i := range w.alts {
		if w.alts[i].fold == fold {
			w.alts[i].like = max(w.alts[i].like, like)
			return
		}
	}
	w.alts = append(w.alts, alt{fold: fold, like: like})
}

// addBeginnings adds words that the last word may be the beginning of, above all those
// that go with the word before it. One to three letters say too little, so there the
// use decides.
func (x *index) addBeginnings(w *word, before []word) {
	typed := w.fold
	if syllable.ASCII(w.form.Letters) {
		typed = w.form.Letters // "ky" is not the beginning of "kinh"
	}
	var previous *word
	if len(before) > 0 && len(before[len(before)-1].alts) > 0 {
		previous = &before[len(before)-1]
	}
	for i := range w.alts {
		if len(typed) <= 2 && previous == nil {
			w.alts[i].like = min(w.alts[i].like, likeShort)
		}
	}
	for _, f := range x.beginning(typed) {
		whole := x.folds[f]
		if whole == w.fold || !lettersOnly(whole) {
			continue
		}
		like := likeBeginning + likeMore*float32(len(typed))/float32(len(whole))
		switch {
		case previous != nil && x.bond(previous.reading.fold, f) > 0:
			like = likeShort
		case previous == nil && len(typed) <= 3:
			like = likeShort
		}
		w.add(f, like)
		if len(w.reading.form.Letters) == 0 && w.reading.like < like {
			w.reading = alt{fold: f, like: like, begun: true}
		}
	}
	for i := range w.alts {
		w.alts[i].begun = len(typed) > 1 && strings.HasPrefix(x.folds[w.alts[i].fold], typed)
	}
}

// chooseReadings chooses the most coherent sequence of readings: words that are adjacent
// in names and everyday phrases suggest each other. "tạm chú" is read as "tạm trú",
// though chú is a word, because nothing is called tạm chú. It is the Viterbi algorithm
// over pairs.
func (x *index) chooseReadings(words []word) {
	type step struct {
		score float64
		from  int
	}
	var steps [][]step
	for i := range words {
		w := &words[i]
		now := make([]step, min(len(w.alts), maxAlts))
		for a := range now {
			s := step{from: -1, score: 2 * math.Log(float64(w.alts[a].like))}
			if i > 0 && len(steps[i-1]) > 0 {
				best := math.Inf(-1)
				for b, before := range steps[i-1] {
					if v := before.score + x.bond(words[i-1].alts[b].fold, w.alts[a].fold); v > best {
						best, s.from = v, b
					}
				}
				s.score += best
			}
			now[a] = s
		}
		steps = append(steps, now)
	}
	next, after := -1, false // after: the next word has readings
	for i := len(words) - 1; i >= 0; i-- {
		if len(steps[i]) == 0 {
			next, after = -1, false
			continue
		}
		if next < 0 {
			for a, s := range steps[i] {
				if next < 0 || s.score > steps[i][next].score {
					next = a
				}
			}
		}
		words[i].best = next
		from := steps[i][next].from
		bound := from >= 0 && x.bond(words[i-1].alts[from].fold, words[i].alts[next].fold) > 0 ||
			after && x.bond(words[i].alts[next].fold, words[i+1].alts[words[i+1].best].fold) > 0
		if a := &words[i].alts[next]; a.like < likeRead && bound {
			a.like = likeRead
		}
		next, after = from, true
	}
}

// bond is how strongly two adjacent words suggest each other.
func (x *index) bond(a, b uint16) float64 {
	n := x.pairs[pairKey(a, b)]
	if n == 0 {
		return 0
	}
	return 1.1 + 0.45*math.Log10(float64(n))
}

func pick[T any](yes bool, a, b T) T {
	if yes {
		return a
	}
	return b
}
