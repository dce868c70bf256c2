package find

import "math"

// markedAt is how sure it must be that a word of a name is one of the question
// to mark it.
const markedAt = 0.5

// marks finds the ranges of a name, in runes, that the words of the wording
// that found it met, or those as asked. Words side by side are one range.
func (x *index) marks(name string, variants ...variant) [][2]int {
	var ranges [][2]int
	joined := false
	for s := range spans(name) {
		form, ok := x.raw[cutBytes(name[s.from:s.to], maxWord)]
		if !ok || !x.marked(form, variants) {
			joined = false
			continue
		}
		if joined {
			ranges[len(ranges)-1][1] = s.toRune
		} else {
			ranges = append(ranges, [2]int{s.fromRune, s.toRune})
		}
		joined = true
	}
	return ranges
}

func (x *index) marked(form uint16, variants []variant) bool {
	for _, v := range variants {
		for _, sl := range v.slots {
			for i := range sl.alts {
				if a := &sl.alts[i]; !sl.weak && a.fold == x.foldOf[form] && a.meets(x, form) >= markedAt {
					return true
				}
			}
		}
	}
	return false
}

func cutBytes(s string, most int) string { return s[:min(len(s), most)] }

func sqrt32(f float32) float32 { return float32(math.Sqrt(float64(f))) }
