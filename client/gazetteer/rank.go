package gazetteer

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"motcua/client/find"
	"motcua/client/place"
)

// candidate is a match while the list is put in order.
type candidate struct {
	entry   int
	matched [][2]int
	marks   bool // the name has other marks than the words
	below   int  // steps of alike below the best score
	far     bool
}

// least is the score below which a match means nothing: a few letters of a long name. All
// words of a name have 100.
const least = 85

// alike is how far apart two scores are that say nothing about which place was meant, in
// the same units. Names of the same words differ by up to 9, by how rare the words are.
const alike = 12

// worth is how near to the best a match must be to be listed.
const worth = 0.72

// rank puts the matches in order. Where the words are names as a whole, these are the
// answer and nothing else is listed.
func (g *book) rank(words, near string, hits []find.Ranked, whole []int) []candidate {
	lower := strings.ToLower(toneMarks(words))
	marked := map[int][][2]int{}
	for _, h := range hits {
		marked[h.Doc] = h.Matched
	}
	var list []candidate
	for _, at := range whole {
		e := g.entries[at]
		list = append(list, candidate{
			entry: at, matched: marked[at], marks: !strings.Contains(lower, strings.ToLower(bareName(e.name))), far: near == "" || !g.in(e, near),
		})
	}
	for _, h := range hits {
		if len(whole) > 0 || h.Score < worth*hits[0].Score {
			break
		}
		list = append(list, candidate{
			entry: h.Doc, matched: h.Matched, below: int((hits[0].Score - h.Score) / alike), far: near == "" || !g.in(g.entries[h.Doc], near),
		})
	}
	told := g.told(func(yield func(int) bool) {
		for _, c := range list {
			if !yield(c.entry) {
				return
			}
		}
	})
	list = slices.DeleteFunc(list, func(c candidate) bool { return told(c.entry) })
	slices.SortStableFunc(list, func(a, b candidate) int {
		return cmp.Or(compareBool(a.marks, b.marks), cmp.Compare(a.below, b.below), compareBool(a.far, b.far),
			cmp.Compare(order(g.entries[a.entry].kind, a.far), order(g.entries[b.entry].kind, b.far)), cmp.Compare(a.entry, b.entry))
	})
	return list
}

// told tells of today's communes that are named already, as the only heir of an old place
// of the same name.
func (g *book) told(list iter.Seq[int]) func(at int) bool {
	heirOf := map[int]string{}
	for at := range list {
		if e := g.entries[at]; e.kind != place.TodaysCommune {
			if heirs := g.heirs(e); len(heirs) == 1 {
				heirOf[heirs[0]] = e.bare
			}
		}
	}
	return func(at int) bool {
		e := g.entries[at]
		return e.kind == place.TodaysCommune && heirOf[e.at] == e.bare
	}
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// order puts what people ask for first: in their own province the commune that they knew,
// elsewhere the widest place of the name.
func order(k place.Kind, far bool) int {
	n := slices.Index([]place.Kind{place.OldCommune, place.TodaysCommune, place.OldDistrict, place.Province}, k)
	if far {
		return -n
	}
	return n
}
