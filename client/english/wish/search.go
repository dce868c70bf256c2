package wish

import (
	"math"
	"slices"
	"unicode/utf8"
)

// Match is a doc whose name answers a question.
type Match struct {
	Doc   int
	Score float32 // for the words alone, in the units of package find: 100 is all of them
	Cover float32 // how much of the question it answers, 0 to 1
}

// Search returns the docs one of whose names contains words of a question, in the order of docs.
// outside says that the question is about what no office does, see outside.txt.
func (x *Index) Search(question string) (list []Match, outside bool) {
	best := map[uint16]Match{}
	for _, v := range x.variants(question) {
		x.rank(v, best)
	}
	list = make([]Match, 0, len(best))
	for _, m := range best {
		list = append(list, m)
	}
	slices.SortFunc(list, func(a, b Match) int { return a.Doc - b.Doc })
	return list, x.g.isOutside(question)
}

// variant is one wording of a question.
type variant struct {
	slots []slot
	total float32
	like  float32
}

// variants returns the question as asked and, when it has phrases that stand for other
// words, with these.
func (x *Index) variants(question string) []variant {
	asked := unique(x.g.stems(cut(question)))
	if len(asked) == 0 {
		return nil
	}
	last, _ := utf8.DecodeLastRuneInString(question)
	unfinished := wordRune(last)
	other, whole := x.g.rewrite(asked)
	switch {
	case whole:
		return []variant{x.variant(asked, unfinished, 1), x.variant(other, false, 1)}
	case other != nil:
		return []variant{x.variant(asked, unfinished, 1), x.variant(other, unfinished, likeRewrite)}
	default:
		return []variant{x.variant(asked, unfinished, 1)}
	}
}

// longest is how much of a question is read, in bytes; nobody types more.
const longest = 300

func cut(s string) string { return s[:min(len(s), longest)] }

func (x *Index) variant(stems []string, unfinished bool, like float32) variant {
	v := variant{slots: x.slots(stems, unfinished), like: like}
	for _, s := range v.slots {
		v.total += s.weight
	}
	return v
}

// rewrite replaces the phrases that stand for other words; nil when there is none. whole
// says that there is nothing but phrases.
func (g *glossary) rewrite(stems []string) (words []string, whole bool) {
	var out []string
	found, whole := false, true
	for i := 0; i < len(stems); {
		n := 0
		for _, m := range g.rewrites[stems[i]] {
			if n = len(m.phrase); i+n <= len(stems) && slices.Equal(stems[i:i+n], m.phrase) {
				out, found = append(out, m.words...), true
				break
			}
			n = 0
		}
		if n == 0 {
			out = append(out, stems[i])
			n, whole = 1, false
		}
		i += n
	}
	if !found {
		return nil, false
	}
	return unique(out), whole
}

// unique returns each word once, at its first place.
func unique(words []string) []string {
	var out []string
	for _, w := range words {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// The weights of a comparison, in the manner of package find: a question that is fully
// answered is worth 100, a name that says nothing else and words in the question's order add
// to that.
const (
	worthCover = 100
	worthWhole = 30
	worthOrder = 24
	scattered  = 0.15 // taken from the cover of words here and there in a name that says much else
	likeField  = 0.7  // for a name that is only field and verb
)

// apart is no slot, and next to none.
const apart = -2

// rank compares one wording with every name that has a word of it, and keeps the best match
// of each doc.
func (x *Index) rank(v variant, best map[uint16]Match) {
	type meeting struct {
		slot int16
		like float32
	}
	meets := make(map[uint16]meeting, 16)
	for i, s := range v.slots {
		for _, r := range s.readings {
			if m, ok := meets[r.word]; !ok || r.like > m.like {
				meets[r.word] = meeting{int16(i), r.like}
			}
		}
	}
	seen := make([]bool, len(x.names))
	met := make([]float32, len(v.slots))
	for word := range meets {
		for _, at := range x.postings[word] {
			if seen[at] {
				continue
			}
			seen[at] = true
			n := x.names[at]
			clear(met)
			var said, order float32
			before := int16(apart)
			for _, w := range x.words[n.from:n.to] {
				m, ok := meets[w]
				if !ok {
					before = apart
					continue
				}
				if met[m.slot] == 0 {
					said += x.weight[w] * m.like
				}
				met[m.slot] = max(met[m.slot], m.like)
				if m.slot == before+1 || m.slot == before-1 { // "trademark registration", "register a trademark"
					order++
				}
				before = m.slot
			}
			if m := v.match(n, met, said, order); m.Score > best[n.doc].Score {
				best[n.doc] = m
			}
		}
	}
}

// match puts a comparison into figures: met is how well each word of the question is met,
// said the weight of the name's words that were asked, order how many of the question's
// words follow each other in the name.
func (v variant) match(n name, met []float32, said, order float32) Match {
	var cover float32
	for i, like := range met {
		cover += v.slots[i].weight * like
	}
	cover = cover / v.total * v.like
	whole, together := said/n.mass, cover
	if len(met) > 1 {
		together = min(1, order/float32(len(met)-1))
	}
	if !n.titled {
		cover, whole, together = cover*likeField, 0, 0
	}
	cover *= 1 - scattered*(1-together)*(1-whole)
	root := float32(math.Sqrt(float64(cover)))
	return Match{Doc: int(n.doc), Cover: cover, Score: worthCover*cover*root + cover*(worthWhole*whole+worthOrder*together)}
}

// Marker returns a function that finds what the words of a question matched in an English name.
// The function returns ranges in runes, ascending and disjoint; words with one blank between them
// are one range. The question is read once for all names.
func (x *Index) Marker(question string) func(name string) [][2]int {
	asked := map[uint16]bool{}
	for _, v := range x.variants(question) {
		for _, s := range v.slots {
			for _, r := range s.readings {
				asked[r.word] = true
			}
		}
	}
	return func(name string) [][2]int { return x.marks(name, asked) }
}

func (x *Index) marks(name string, asked map[uint16]bool) [][2]int {
	var ranges [][2]int
	runes := []rune(name)
	for from := 0; from < len(runes); {
		if !wordRune(runes[from]) {
			from++
			continue
		}
		to := from
		for to < len(runes) && wordRune(runes[to]) {
			to++
		}
		n, ok := x.numbers[x.g.one(stem(split(string(runes[from:to]))[0]))]
		switch last := len(ranges) - 1; {
		case !ok || !asked[n]:
		case last >= 0 && ranges[last][1]+1 == from && runes[from-1] == ' ':
			ranges[last][1] = to
		default:
			ranges = append(ranges, [2]int{from, to})
		}
		from = to
	}
	return ranges
}

// Words returns the words of a question that say something, each once.
func (x *Index) Words(question string) []string { return unique(x.g.stems(cut(question))) }
