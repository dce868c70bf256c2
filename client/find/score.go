package find

// The weights of a comparison. A question that is answered whole is worth 100;
// a title that says nothing else, and words that stand in the question's order
// side by side, add to that. An everyday phrase or a short name that stands
// whole in a longer question says what it is about, whatever else was said.
const (
	worthCover = 100
	worthWhole = 30  // how much of the title the question said
	worthOrder = 24  // how much of the question stands together in the title
	worthInner = 50  // the title stands whole in the question
	innerMass  = 6   // what a title must weigh to count whole in a question
	scattered  = 0.2 // words here and there in a name that says much else count less
	likeBag    = 0.8 // words of several titles of the procedure, in no order
	fieldWord  = 0.4
	gapOrder   = 0.5 // for words with one between them
)

// link is a place in a title where a word of the question may stand.
type link struct {
	at   int
	like float32
}

// score compares a wording with one title, word by word.
func (e *Engine) score(s *scratch, v *variant, ti *title, field []float32) match {
	x := e.index
	words := x.words[ti.from:ti.to]
	chain := s.chain[:len(v.slots)]
	for i := range chain {
		chain[i] = chain[i][:0]
	}
	var said float32 // what those words of the title weigh that the question holds
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
	if ti.bag {
		m.cover *= likeBag
		m.score = e.prior[ti.doc] + worthCover*m.cover*sqrt32(m.cover)
		return m
	}
	whole := said / ti.mass
	together := m.cover // of a single word
	if pairs > 0 {
		together = order / pairs
	}
	m.cover *= 1 - scattered*(1-together)*(1-whole)
	m.score = e.prior[ti.doc] + worthCover*m.cover*sqrt32(m.cover) +
		m.cover*(worthWhole*whole+worthOrder*together+ti.bonus*whole)
	if len(words) > 1 {
		inner := min(1, order/float32(len(words)-1)) * whole * whole
		m.score += worthInner * inner * inner * (1 - m.cover) * min(1, ti.mass/innerMass)
	}
	return m
}

// meets tells how well a word of a title, whose fold is the reading's, is the
// one that was typed.
func (a *alt) meets(x *index, form uint16) float32 {
	if a.known {
		return a.like * a.form.likeness(x.forms[form])
	}
	return a.like
}

// neighbours tells whether two words of the question stand side by side in the
// title, in their order: 1 when they do, less with one between.
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
