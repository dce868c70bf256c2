package find

import "math"

// markedAt is the likelihood from which a word of a name is marked as one of the question's
// words: the same word, one with a wrong tone, or one that its neighbours suggest.
const markedAt = 0.92

// marks returns the ranges of a name, in runes, that match the words of the wording
// that found it, or the words as asked. Words with one blank between them are one range.
func (x *index) marks(name string, variants ...variant) [][2]int {
	var ranges [][2]int
	end := -1 // of the previous range, in bytes
	for s := range spans(name) {
		form, ok := x.raw[cutBytes(name[s.from:s.to], maxWord)]
		if !ok || !x.marked(form, variants) {
			continue
		}
		if end >= 0 && name[end:s.from] == " " {
			ranges[len(ranges)-1][1] = s.toRune
		} else {
			ranges = append(ranges, [2]int{s.fromRune, s.toRune})
		}
		end = s.to
	}
	return ranges
}

func (x *index) marked(form uint16, variants []variant) bool {
	for _, v := range variants {
		for _, sl := range v.slots {
			for i := range sl.alts {
				a := &sl.alts[i]
				if !sl.weak && a.fold == x.foldOf[form] && (a.begun || a.meets(x, form) >= markedAt) {
					return true
				}
			}
		}
	}
	return false
}

func cutBytes(s string, most int) string { return s[:min(len(s), most)] }

func sqrt32(f float32) float32 { return float32(math.Sqrt(float64(f))) }
