package digest

import "strings"

// How many and in which form: "02 (hai) bộ", "bản chính hoặc bản sao có chứng thực".
// Neither tells one paper from another.

// quantityAt is behind "02 (hai) bộ" when that stands at i, else i.
func (l *line) quantityAt(i, end int) int {
	j := i
	if l.at(i) == "một" && (l.at(i+1) == "số" || l.at(i+1) == "trong" || l.at(i+1) == "phần") {
		return i
	}
	if j < end && (l.t[j].kind == tokenNumber && len(l.t[j].word) <= 3 || smallNumbers[l.t[j].word]) {
		j++
		if j < end && l.at(j) == "(" {
			j = l.closing(j, end)
		}
		if n := countWords.match(l, j, end); n > 0 && l.t[j].kind == tokenWord && !strings.HasPrefix(l.at(j+n), "sao") && paperNouns.match(l, j, end) <= n {
			j += n
		}
		if j < end {
			return j
		}
	}
	return i
}

var smallNumbers = map[string]bool{"một": true, "hai": true, "ba": true, "bốn": true}

// copyEnd is behind the kinds of copies that p begins with: "bản chính hoặc bản
// sao có chứng thực". many says that more than one word for them stood there.
func (l *line) copyEnd(p piece) (end int, many bool) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	i := p.a
	heads, words := 0, 0
	last := i
	for i < p.b {
		if h := copyHeads.match(l, i, p.b); h > 0 {
			heads++
			i += h
			last = i
			continue
		}
		if heads == 0 {
			break
		}
		if w := copyWords.match(l, i, p.b); w > 0 {
			if paper := paperNouns.match(l, i, p.b); paper >= w {
				break
			}
			mark := w == 1 && (l.at(i) == "," || l.at(i) == "hoặc" || l.at(i) == "và" || l.at(i) == "của" || l.at(i) == "/" || l.at(i) == "hay")
			i += w
			words++
			if !mark || l.at(i-1) == "của" {
				last = i
			}
			continue
		}
		if q := l.quantityAt(i, p.b); q > i && copyHeads.match(l, q, p.b) > 0 {
			i = q
			continue
		}
		if end := l.closing(i, p.b); l.at(i) == "(" && end <= p.b && (copyWords.match(l, i+1, end) == end-i-2 || filing.in(l, piece{i, end})) {
			i, last, words = end, end, words+1 // "bản sao (có chứng thực)"
			continue
		}
		break
	}
	return last, heads > 1 || words > 0
}

// copyOnly tells whether p has no words but those of copies.
func (r *reader) copyOnly(p piece) bool {
	i := r.skipLead(p)
	if copyHeads.match(r.line, i, p.b) == 0 {
		return false
	}
	end, _ := r.copyEnd(piece{i, p.b})
	return end >= p.b
}

// copyRule tells whether what is demanded is only how a copy is to be shown:
// "bản chính để đối chiếu".
func (r *reader) copyRule(p piece) bool {
	i := r.quantityAt(p.a, p.b)
	if n := articles.match(r.line, i, p.b); n > 0 {
		i += n
	}
	if copyHeads.match(r.line, i, p.b) == 0 {
		return false
	}
	end, _ := r.copyEnd(piece{i, p.b})
	if end >= p.b || r.t[end].kind == tokenMark && r.at(end) != "(" || tailOpeners.match(r.line, end, p.b) > 0 {
		return true
	}
	return ofThose.match(r.line, end, p.b) > 0
}

var ofThose = newLexicon("để|giấy tờ để|giấy tờ đó|giấy tờ này|các giấy tờ này|các giấy tờ đó|của giấy tờ đó|giấy tờ trên|tương ứng|theo|khi")

// countsCopies tells whether the words say how many copies: "01 bản chụp".
func (r *reader) countsCopies(p piece) bool {
	for i := p.a; i+1 < p.b; i++ {
		if r.t[i].kind == tokenNumber && len(r.t[i].word) <= 2 && (r.at(i+1) == "bản" || r.at(i+1) == ")" && r.at(i+2) == "bản") {
			return true
		}
	}
	return false
}

// countColon tells whether the first colon of p, before at, only opens a count of
// copies: "Công văn: 01 bản chính, trong đó nêu rõ: ...".
func (r *reader) countColon(p piece, at int) bool {
	c := r.colon(p)
	end, _ := r.copyEnd(piece{r.quantityAt(c+1, at), at})
	for end < at && r.t[end].kind == tokenMark {
		end++
	}
	return end > c+1 && end == at
}
