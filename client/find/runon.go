package find

import (
	"math"
	"strings"
)

// takeApart splits a word that runs several together, "dangkytamtru", into
// syllables; nil when it is none. It tries all places to cut and prefers the
// row of syllables that hangs together best, so that "hochieu" is hộ chiếu and
// not học hiếu. last says that the last piece may be unfinished.
func (x *index) takeApart(typed string, last bool) []string {
	runes := []rune(typed)
	if len(runes) < 4 || len(runes) > maxWord {
		return nil
	}
	type piece struct {
		from, before int // before: index in ends[from], -1 at the beginning
		fold         uint16
		text         string
		cost         float64
	}
	ends := make([][]piece, len(runes)+1)
	for to := 1; to <= len(runes); to++ {
		for from := max(0, to-maxPiece); from < to; from++ {
			if from > 0 && len(ends[from]) == 0 {
				continue
			}
			text := string(runes[from:to])
			fold, base, ok := x.syllable(text, last && to == len(runes))
			if !ok {
				continue
			}
			p := piece{from: from, before: -1, fold: fold, text: text, cost: base}
			if from > 0 {
				best := math.Inf(1)
				for i, b := range ends[from] {
					if c := b.cost - x.bond(b.fold, fold); c < best {
						best, p.before = c, i
					}
				}
				p.cost += best
			}
			ends[to] = append(ends[to], p)
		}
	}
	var best *piece
	for i := range ends[len(runes)] {
		if p := &ends[len(runes)][i]; best == nil || p.cost < best.cost {
			best = p
		}
	}
	if best == nil || best.from == 0 {
		return nil
	}
	var pieces []string
	for p := best; ; p = &ends[p.from][p.before] {
		pieces = append([]string{p.text}, pieces...)
		if p.before < 0 {
			return pieces
		}
	}
}

// maxPiece is the longest syllable, "nghieng" in plain letters or in keys.
const maxPiece = 9

// syllable finds a piece of a run-on word, with a cost: each piece costs, so
// that few are better than many; a letter alone, raw keys, and a digit that was
// meant as a letter cost more.
func (x *index) syllable(text string, unfinished bool) (fold uint16, cost float64, ok bool) {
	const each = 2.2
	digits := strings.Trim(text, "0123456789") == ""
	s := spell(text)
	if f, found := x.byFold[s.fold()]; found && (len(text) > 1 || digits) {
		cost = each
		if len(text) == 2 {
			cost += 0.3
		}
		return f, cost, true
	}
	if digits {
		return 0, 0, false
	}
	if ascii(text) {
		if form, typed := rawKeys(text); typed {
			if f, found := x.byFold[form.fold()]; found {
				return f, each + 0.7, true
			}
		}
		if meant := letterForDigit.Replace(text); meant != text {
			if f, found := x.byFold[spell(meant).fold()]; found {
				return f, each + 0.6, true
			}
		}
	}
	if unfinished && len(text) > 1 {
		if list := x.beginning(s.fold()); len(list) > 0 {
			return list[0], each + 1.5, true
		}
	}
	return 0, 0, false
}

// letterForDigit mends a digit that was typed for the letter beside it.
var letterForDigit = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a")
