package find

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"motcua/client/find/syllable"
)

// takeApart splits several words without blanks between them, "dangkytamtru", into
// syllables; nil when that is impossible. It tries all places to cut and prefers the most
// coherent sequence, so that "hochieu" is hộ chiếu and not học hiếu. last says that the
// last piece may be unfinished.
func (x *index) takeApart(typed string, last bool) []string {
	runes := []rune(typed)
	if len(runes) < 4 || len(runes) > maxWord || strings.Trim(typed, "0123456789") == "" {
		return nil
	}
	ends := make([][]piece, len(runes)+1)
	for to := 1; to <= len(runes); to++ {
		// A surplus letter may be left out, at a cost.
		for i, p := range ends[to-1] {
			if p.skipped < len(runes)/lettersPerSlip {
				ends[to] = append(ends[to], piece{from: to - 1, before: i, fold: p.fold, cost: p.cost + slipCost, skipped: p.skipped + 1})
			}
		}
		for from := max(0, to-maxPiece); from < to; from++ {
			if from > 0 && len(ends[from]) == 0 {
				continue
			}
			p := piece{from: from, before: -1}
			var ok bool
			if p.fold, p.text, p.cost, ok = x.syllable(string(runes[from:to]), last && to == len(runes)); ok {
				x.follow(&p, ends[from])
				ends[to] = append(ends[to], p)
			}
		}
	}
	return pieces(ends)
}

// piece is one syllable of a sequence.
type piece struct {
	from, before int // before: index in ends[from], -1 at the beginning
	fold         uint16
	text         string  // empty where a letter was left out
	cost         float64 // total up to here
	skipped      int     // letters left out up to here
}

// follow links p to the preceding piece that it fits best.
func (x *index) follow(p *piece, before []piece) {
	best := math.Inf(1)
	for i, b := range before {
		if c := b.cost - x.bond(b.fold, p.fold); c < best {
			best, p.before, p.skipped = c, i, b.skipped
		}
	}
	if len(before) > 0 {
		p.cost += best
	}
}

// pieces follows the cheapest sequence back from its end; nil when it has less than two
// pieces.
func pieces(ends [][]piece) []string {
	list := ends[len(ends)-1]
	if len(list) == 0 {
		return nil
	}
	p := slices.MinFunc(list, func(a, b piece) int { return cmp.Compare(a.cost, b.cost) })
	var texts []string
	for {
		if p.text != "" {
			texts = append(texts, p.text)
		}
		if p.before < 0 {
			break
		}
		p = ends[p.from][p.before]
	}
	if len(texts) < 2 {
		return nil
	}
	slices.Reverse(texts)
	return texts
}

// A surplus letter among words without blanks costs slipCost. One is allowed in every
// lettersPerSlip, so that no random row of letters becomes words.
const (
	slipCost       = 3.5
	lettersPerSlip = 8
)

// maxPiece is the length of the longest syllable, "nghieng", in plain letters or in keys.
const maxPiece = 9

// syllable returns a piece of joined words, what was meant by it, and a cost: each piece
// costs, so that few are better than many; two letters, raw keys, and a digit in place of
// a letter cost more.
func (x *index) syllable(text string, unfinished bool) (fold uint16, meant string, cost float64, ok bool) {
	const each = 2.2
	digits := strings.Trim(text, "0123456789") == ""
	s := syllable.Spell(text)
	if f, found := x.byFold[s.Fold()]; found && (len(text) > 1 || digits) {
		cost = each
		if len(text) == 2 {
			cost += 0.3
		}
		return f, text, cost, true
	}
	if digits {
		return 0, "", 0, false
	}
	if f, meant, more, found := x.slipped(text); found {
		return f, meant, each + more, true
	}
	if unfinished && len(text) > 1 {
		if list := x.beginning(s.Fold()); len(list) > 0 {
			return list[0], text, each + 1.5, true
		}
	}
	return 0, "", 0, false
}

// slipped reads a word as keys that no input method composed, and with letters in place of
// digits; more is what that costs.
func (x *index) slipped(text string) (fold uint16, meant string, more float64, ok bool) {
	if !syllable.ASCII(text) {
		return 0, "", 0, false
	}
	if form, typed := syllable.Keys(text); typed {
		if f, found := x.byFold[form.Fold()]; found {
			return f, text, 1.5, true
		}
	}
	if meant = letterForDigit.Replace(text); meant == text {
		return 0, "", 0, false
	}
	fold, ok = x.byFold[syllable.Spell(meant).Fold()]
	return fold, meant, 0.6, ok
}

// letterForDigit replaces a digit by the letter that it resembles.
var letterForDigit = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a")
