package find

// found is a phrase in a question that stands for other words.
type found struct {
	at, words int
	meaning   [][]uint16
}

// findRewrites finds the everyday phrases of a question, left to right, the longest
// first, without overlap.
func (x *index) findRewrites(words []word) []found {
	var list []found
	for i := 0; i < len(words); {
		e, n := x.match(x.rewrites, words[i:])
		if n == 0 {
			i++
			continue
		}
		list = append(list, found{at: i, words: n, meaning: e.meaning})
		i += n
	}
	return list
}

// chosen is one meaning for each phrase that is replaced.
type chosen struct {
	found
	with []uint16
}

// maxChoices limits the wordings of a question, because each is searched.
const maxChoices = 6

// choices returns the wordings worth trying: every phrase replaced by its first
// meaning, by its second, and each phrase alone.
func choices(list []found) [][]chosen {
	if len(list) == 0 {
		return nil
	}
	var all [][]chosen
	for n := range 2 {
		var c []chosen
		differs := n == 0
		for _, f := range list {
			at := min(n, len(f.meaning)-1)
			differs = differs || at == n
			c = append(c, chosen{f, f.meaning[at]})
		}
		if differs {
			all = append(all, c)
		}
	}
	if len(list) > 1 {
		for _, f := range list {
			for _, m := range f.meaning {
				all = append(all, []chosen{{f, m}})
			}
		}
	}
	return all[:min(len(all), maxChoices)]
}

// maxConcept is the largest weight of a replaced phrase: "bhxh" is one concept, though it
// stands for four words.
const maxConcept = 7

// rewrite replaces phrases in the slots of a question.
func (x *index) rewrite(asked []slot, with []chosen) []slot {
	var slots []slot
	at := 0
	for _, c := range with {
		slots = append(slots, asked[at:c.at]...)
		from := len(slots)
		var sum float32
		for _, form := range c.with {
			f := x.foldOf[form]
			s := slot{alts: []alt{{fold: f, like: 1, form: x.forms[form], known: true}}, weight: max(x.weight[f], 0.3)}
			sum += s.weight
			slots = append(slots, s)
		}
		if sum > maxConcept {
			for i := range slots[from:] {
				slots[from+i].weight *= maxConcept / sum
			}
		}
		at = c.at + c.words
	}
	return append(slots, asked[at:]...)
}
