package find

import (
	"slices"

	"motcua/client/find/weigh"
)

// scratch holds the buffers of one ranking; engines reuse them.
type scratch struct {
	sum    []float32   // title -> sum of the weights of its matching words
	slot   []int16     // title -> the slot that was added last
	hit    []int32     // titles with a sum
	byDoc  []candidate // doc -> its best match so far
	found  []int32     // docs with a match
	cands  []cand
	fields [][]float32 // field -> slot -> how well the field contains it

	meant []int32   // fold -> position in meets of the slots that it may answer, 0 for none
	meets []meeting // groups of slots that a fold answers, each group ended by slot -1
	chain [][]link  // slot -> its positions in the title that is being compared
}

// candidate is a doc that is being ranked: its best match, and what all its titles say.
type candidate struct {
	match
	evidence weigh.Evidence
}

// meeting says that a fold is a reading of a slot.
type meeting struct {
	slot int16
	alt  *alt
}

type cand struct {
	title int32
	rough float32
}

func newScratch(x *index, docs int) *scratch {
	return &scratch{
		sum: make([]float32, len(x.titles)), slot: make([]int16, len(x.titles)), byDoc: make([]candidate, docs),
		meant: make([]int32, len(x.folds)),
	}
}

// maxCandidates is roughly how many titles are compared word by word.
const maxCandidates = 400

// rank finds and scores the procedures for the wordings of a question.
func (e *Engine) rank(s *scratch, variants []variant, pass func(int32) bool) []match {
	s.found = s.found[:0]
	for v := range variants {
		e.rankVariant(s, variants, v, pass)
	}
	says := says(variants)
	list := make([]match, 0, len(s.found))
	for _, doc := range s.found {
		m := s.byDoc[doc].match
		own := s.byDoc[doc].evidence
		m.own = own.Best()
		m.signals = own.Signals(says, e.index.bagOf[doc] != 0)
		m.score += weigh.Add(m.signals)
		list = append(list, m)
		s.byDoc[doc] = candidate{}
	}
	return list
}

func (e *Engine) rankVariant(s *scratch, variants []variant, n int, pass func(int32) bool) {
	v := &variants[n]
	if v.total == 0 {
		return
	}
	x := e.index
	e.gather(s, v)
	s.cands = s.cands[:0]
	for _, t := range s.hit {
		doc := x.titles[t].doc
		if pass == nil || pass(doc) {
			cover := s.sum[t] / v.total
			s.cands = append(s.cands, cand{t, 100*cover + e.usual(doc, cover) + float32(x.titles[t].bonus)})
		}
		s.sum[t], s.slot[t] = 0, 0
	}
	s.hit = s.hit[:0]
	s.cands = best(s.cands)
	fields := e.fieldMatches(s, v)
	s.prepare(v)
	for _, c := range s.cands {
		e.compare(s, variants, n, c.title, fields)
	}
	// The name of what a phrase found may be no candidate itself, nor the bag of what was asked
	// word by word, but they are evidence.
	for _, doc := range s.found {
		own := &s.byDoc[doc].evidence
		if own.Name == 0 && x.nameOf[doc] >= 0 {
			e.compare(s, variants, n, x.nameOf[doc], fields)
		}
		if own.Bag == 0 && own.Best() > weigh.Asked && x.bagOf[doc] != 0 {
			e.compare(s, variants, n, x.bagOf[doc], fields)
		}
	}
	s.forget(v)
}

// compare scores a title and keeps what it says of its doc.
func (e *Engine) compare(s *scratch, variants []variant, n int, title int32, fields [][]float32) {
	ti := &e.index.titles[title]
	var field []float32
	if f := e.index.docField[ti.doc]; f >= 0 && fields != nil {
		field = fields[f]
	}
	m := e.score(s, &variants[n], ti, field)
	m.variant = int16(n)
	old := &s.byDoc[ti.doc]
	old.evidence.Hear(ti.kind, title, m.score-e.usual(ti.doc, m.cover))
	cover := max(old.cover, m.cover)
	switch {
	case old.cover == 0:
		s.found = append(s.found, ti.doc)
		old.match = m
	case m.score > old.score:
		old.match = m
	}
	old.cover = cover
}

// best keeps roughly the maxCandidates best candidates. It counts candidates per bin of
// scores, which is faster than sorting thousands at every key.
func best(cands []cand) []cand {
	if len(cands) <= maxCandidates {
		return cands
	}
	var count [256]int
	bin := func(c cand) int { return int(min(max(c.rough+50, 0), 255)) }
	for _, c := range cands {
		count[bin(c)]++
	}
	least, n := 255, count[255]
	for least > 0 && n+count[least-1] <= maxCandidates {
		least--
		n += count[least]
	}
	if n == 0 {
		// One bin alone holds too many; its first candidates are enough.
		least--
	}
	kept := cands[:0]
	for _, c := range cands {
		if bin(c) >= least && len(kept) < 2*maxCandidates {
			kept = append(kept, c)
		}
	}
	return kept
}

// prepare indexes the readings of all slots by fold.
func (s *scratch) prepare(v *variant) {
	s.meets = append(s.meets[:0], meeting{slot: -1})
	for i := range v.slots {
		for a := range v.slots[i].alts {
			fold := v.slots[i].alts[a].fold
			if s.meant[fold] != 0 {
				continue
			}
			s.meant[fold] = int32(len(s.meets))
			for j := i; j < len(v.slots); j++ {
				for b := range v.slots[j].alts {
					if other := &v.slots[j].alts[b]; other.fold == fold {
						s.meets = append(s.meets, meeting{int16(j), other})
						break
					}
				}
			}
			s.meets = append(s.meets, meeting{slot: -1})
		}
	}
	for len(s.chain) < len(v.slots) {
		s.chain = append(s.chain, nil)
	}
}

func (s *scratch) forget(v *variant) {
	for i := range v.slots {
		for _, a := range v.slots[i].alts {
			s.meant[a.fold] = 0
		}
	}
}

// gather sums, for every title, the weights of the question's words that it contains.
func (e *Engine) gather(s *scratch, v *variant) {
	x := e.index
	for i := range v.slots {
		sl := &v.slots[i]
		mark := int16(i + 1)
		for _, a := range sl.alts { // the likeliest first, so that it is the one that counts
			w := sl.weight * a.like
			for _, t := range x.having(a.fold) {
				if s.slot[t] == mark {
					continue
				}
				if s.slot[t] == 0 {
					s.hit = append(s.hit, t)
				}
				s.slot[t] = mark
				s.sum[t] += w
			}
		}
	}
}

// fieldMatches returns for every field how well it contains each word, or nil when no
// field contains any.
func (e *Engine) fieldMatches(s *scratch, v *variant) [][]float32 {
	x := e.index
	if len(s.fields) < len(x.inField) {
		s.fields = make([][]float32, len(x.inField))
	}
	any := false
	for f, folds := range x.inField {
		row := slices.Grow(s.fields[f][:0], len(v.slots))[:len(v.slots)]
		clear(row)
		for i := range v.slots {
			for _, a := range v.slots[i].alts {
				if a.like > row[i] && slices.Contains(folds, a.fold) {
					row[i], any = a.like, true
				}
			}
		}
		s.fields[f] = row
	}
	if !any {
		return nil
	}
	return s.fields
}
