package find

import (
	"cmp"
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/find/part"
	"motcua/client/find/syllable"
)

const (
	oneWish   = 0.9 // a question of which some title answers more asks for that alone
	wishShown = 5   // hits of each wish
	maxCuts   = 4   // each part is searched
)

// wishes cuts a question in two; nil when it asks for one thing.
func (e *Engine) wishes(typed string, whole answer, pass func(int32) bool) []answer {
	if whole.outside || len(whole.list) == 0 || whole.list[0].cover > oneWish {
		return nil
	}
	var found []answer
	best := float32(0)
	tried := 0
	for c := range e.cuts(cut(typed, maxRunes)) {
		if tried++; tried > maxCuts {
			break
		}
		a, b := e.ask(c.first, pass), e.ask(c.second, pass)
		if !a.stands(c.least) || !b.stands(c.least) || a.shares(b) {
			continue
		}
		if s := min(a.list[0].score, b.list[0].score); s > best {
			best, found = s, []answer{a, b}
		}
	}
	return found
}

// stands reports whether words are a wish of their own.
func (a *answer) stands(least float32) bool {
	return a.found() && len(a.list) > 0 && a.list[0].cover >= least && a.says() >= 2
}

// says counts the words that say what is wanted.
func (a *answer) says() int {
	if a.english != nil {
		return len(strings.Fields(a.words))
	}
	return says(a.variants)
}

// says counts the words of a question that say what is wanted.
func says(variants []variant) int {
	n := 0
	if len(variants) == 0 {
		return n // no word at all
	}
	for _, s := range variants[0].slots {
		if !s.weak {
			n++
		}
	}
	return n
}

// shares reports whether the best of one part is among the best of the other.
func (a *answer) shares(b answer) bool {
	among := func(doc int32, list []match) bool {
		return slices.ContainsFunc(list[:min(len(list), 3)], func(m match) bool { return m.doc == doc })
	}
	return among(a.list[0].doc, b.list) || among(b.list[0].doc, a.list)
}

// cutAt is a place where a question may be cut.
type cutAt struct {
	first, second string
	least         float32 // how much of each part must be answered
}

// cuts returns the places where a question may be cut, each with an act in either part.
func (e *Engine) cuts(typed string) func(yield func(cutAt) bool) {
	text := part.Plain(plain(typed))
	k := part.Of(text)
	return func(yield func(cutAt) bool) {
		end, acted := 0, false // end of the word before; an act was named so far
		var c cutAt            // the cut that waits for an act
		for s := range spans(text) {
			word := text[s.from:s.to]
			least, joins := k.At(text[:end], text[end:s.from], word, c.first != "")
			if least > 0 {
				c = cutAt{first: cmp.Or(c.first, text[:end]), least: least}
			}
			if joins {
				end = s.to
				continue
			}
			if c.first != "" && (k.Act(word) || !e.carries(word)) {
				if k.Act(word) && acted {
					c.first, c.second = k.Trim(c.first), k.Trim(text[s.from:])
					if !yield(c) {
						return
					}
				}
				c = cutAt{}
			}
			end, acted = s.to, acted || k.Act(word)
		}
	}
}

// carries reports whether a word alone carries a request.
func (e *Engine) carries(word string) bool {
	fold, ok := e.index.byFold[syllable.Spell(word).Fold()]
	return ok && slices.ContainsFunc(e.index.carriers.byFirst[fold], func(c entry) bool {
		return len(c.forms) == 1 && e.index.forms[c.forms[0]] == syllable.Spell(word)
	})
}

// both returns the best for each of two wishes.
func (e *Engine) both(q client.Query, two []answer) Result {
	each := wishShown
	if q.Limit > 0 {
		each = min(each, (q.Limit+1)/2) // so that neither is left out
	}
	var r Result
	for i, w := range two {
		list := slices.DeleteFunc(good(w.list), func(m match) bool {
			return slices.ContainsFunc(r.Hits, func(h Ranked) bool { return h.Doc == int(m.doc) })
		})
		hits := e.hits(list[:min(len(list), each)], w, false)
		for j := range hits {
			hits[j].Wish = i
		}
		r.Hits = append(r.Hits, hits...)
		r.Wishes = append(r.Wishes, strings.TrimSpace(w.words))
	}
	r.Total = len(r.Hits)
	if q.Limit > 0 {
		r.Hits = r.Hits[:min(len(r.Hits), q.Limit)]
	}
	return r
}
