package find

import "motcua/client/find/weigh"

// The weights of a comparison. A question that is fully answered is worth 100. A title
// that says nothing else, and words that are adjacent in the question's order, add to
// that. An everyday phrase or a short name that stands whole in a longer question says
// what the question is about, whatever else was typed.
const (
	worthCover = 100
	worthWhole = 30  // times the share of the title that the question contains
	worthOrder = 24  // times the share of the question that stands together in the title
	worthInner = 50  // the whole title stands in the question
	innerMass  = 6   // the least weight of a title for that
	scattered  = 0.2 // factor for words here and there in a name that says much else
	likeBag    = 0.8 // factor for words of several titles of the procedure, unordered
	fieldWord  = 0.4
	gapOrder   = 0.5 // factor for words with one word between them
)

// link is a position in a title that may match a word of the question.
type link struct {
	at   int
	like float32
}

// score compares a wording with one title, word by word.
func (e *Engine) score(s *scratch, v *variant, ti *title, field []float32) match {
	x := e.index
	words := x.said(ti)
	chain := s.chain[:len(v.slots)]
	for i := range chain {
		chain[i] = chain[i][:0]
	}
	var said float32 // weight of the title's words that the question contains
	for at, form := range words {
		fold := x.foldOf[form]
		most := float32(0)
		for m := s.meant[fold]; m > 0 && s.meets[m].slot >= 0; m++ {
			like := s.meets[m].alt.meets(x, form)
			chain[s.meets[m].slot] = append(chain[s.meets[m].slot], link{at, like})
			most = max(most, like)
		}
		said += most * x.weight[fold]
	}
	var cover, order, pairs float32
	before := -1
	for i := range v.slots {
		best := float32(0)
		for _, l := range chain[i] {
			best = max(best, l.like)
		}
		if field != nil {
			best = max(best, fieldWord*field[i])
		}
		cover += v.slots[i].weight * best
		if v.slots[i].weak {
			continue
		}
		if before >= 0 {
			pairs++
			order += neighbours(chain[before], chain[i])
		}
		before = i
	}
	m := match{doc: ti.doc, cover: cover / v.total * v.like}
	if ti.kind == weigh.Bag {
		m.cover *= likeBag
		m.score = e.usual(ti.doc, m.cover) + worthCover*m.cover*sqrt32(m.cover)
		return m
	}
	whole := said / ti.mass
	together := m.cover // for a single word
	if pairs > 0 {
		together = order / pairs
	}
	m.cover *= 1 - scattered*(1-together)*(1-whole)
	m.score = e.usual(ti.doc, m.cover) + worthCover*m.cover*sqrt32(m.cover) +
		m.cover*(worthWhole*whole+worthOrder*together+float32(ti.bonus)*whole)
	if len(words) > 1 {
		inner := min(1, order/float32(len(words)-1)) * whole * whole
		m.score += worthInner * inner * inner * (1 - m.cover) * min(1, ti.mass/innerMass)
	}
	return m
}

// usual is what the use of a procedure adds to its score, in proportion to how much of
// the question it answers: a procedure that millions use is no answer to a word that it
// shares with one that nobody uses.
func (e *Engine) usual(doc int32, cover float32) float32 {
	p := e.prior[doc]
	if p < 0 {
		return p
	}
	return p * cover
}

// meets returns how well a word of a title, whose fold is the reading's, fits what was
// typed.
func (a *alt) meets(x *index, form uint16) float32 {
	if a.known {
		l := a.form.Likeness(x.forms[form])
		if a.word && l < 0.95 {
			l *= l * l
		}
		return a.like * l
	}
	return a.like
}

// neighbours returns how close two words of the question are in the title, in their
// order: 1 when adjacent, less with one word between.
func neighbours(a, b []link) float32 {
	best := float32(0)
	for _, p := range a {
		for _, q := range b {
			switch q.at - p.at {
			case 1:
				best = max(best, min(p.like, q.like))
			case 2:
				best = max(best, gapOrder*min(p.like, q.like))
			}
		}
	}
	return best
}
