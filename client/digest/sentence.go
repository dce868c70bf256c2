package digest

import "strings"

// A row's sentences, the parts of a sentence, and the marks that part them.

// abbreviations end in a full stop that ends no sentence.
var abbreviations = map[string]bool{"tp": true, "q": true, "p": true, "ths": true, "ts": true, "pgs": true, "gs": true, "bs": true, "ks": true, "st": true, "no": true, "tr": true, "v": true}

// sentences cuts a piece at its full stops. A full stop ends a sentence when a
// new one begins behind it: a capital, a bullet, a counter.
func (l *line) sentences(p piece) []piece {
	var out []piece
	from := p.a
	for i := p.a; i < p.b; i++ {
		t := l.t[i]
		if t.word != "." || t.depth > 0 || i+1 >= p.b {
			continue
		}
		next := l.t[i+1]
		if l.dotted(i-1) || next.lo == t.hi && next.kind != tokenMark && !next.upper || i > from && abbreviations[l.t[i-1].word] && l.t[i-1].upper {
			continue
		}
		if next.upper || l.dotted(i+1) || next.kind == tokenMark && strings.ContainsAny(next.word, "-+*•–(“\"") || next.kind == tokenNumber || l.at(i+2) == ")" {
			if i == from { // "..Văn bản"
				from = i + 1
				continue
			}
			out = append(out, piece{from, i})
			from = i + 1
		}
	}
	if from < p.b {
		out = append(out, piece{from, p.b})
	}
	return out
}

// parts cuts a sentence at its semicolons and at the bullets inside it.
func (l *line) parts(p piece) []piece {
	var out []piece
	from := p.a
	cut := func(i int) {
		if q := (piece{from, i}); !q.empty() && l.hasWord(q) {
			out = append(out, q)
		}
	}
	for i := p.a; i < p.b; i++ {
		t := l.t[i]
		switch {
		case t.depth > 0 && !(t.depth == 1 && t.word == "(" && l.isCounter(i)):
		case t.word == ";" && l.at(i+1) != "hoặc" && l.at(i-1) != "gồm":
			cut(i)
			from = i + 1
		case i > from && l.isBulletInside(i, p):
			cut(i)
			from = i
		}
	}
	cut(p.b)
	return out
}

func (l *line) hasWord(p piece) bool {
	for i := p.a; i < p.b; i++ {
		if l.t[i].kind != tokenMark {
			return true
		}
	}
	return false
}

// isBulletInside tells whether a bullet of a list starts at i: "-", "+", "•"
// before a capital, or a counter, each behind a mark that ends what is before.
func (l *line) isBulletInside(i int, p piece) bool {
	t, before := l.t[i], l.at(i-1)
	ends := strings.ContainsAny(before, ":;.,") && before != ""
	if i+1 >= p.b {
		return false
	}
	next := l.t[i+1]
	switch t.word {
	case "•", "●", "▪":
		return true
	case "+":
		return next.upper || next.kind == tokenNumber
	case "-", "–", "*":
		return ends && (next.upper || next.kind == tokenNumber || next.word == "(")
	case "(":
		return l.isCounter(i)
	}
	if l.dotted(i) {
		return ends
	}
	return ends && !l.dotted(i-2) && l.at(i+1) == ")" && t.depth == 0 && len([]rune(t.word)) <= 3 && t.kind != tokenMark
}

// dotted tells whether a counter of two parts stands at i: "b.2)".
func (l *line) dotted(i int) bool {
	return i >= 0 && i+3 < len(l.t) && l.t[i].kind == tokenWord && len([]rune(l.t[i].word)) == 1 && l.at(i+1) == "." && l.t[i+2].kind == tokenNumber && l.at(i+3) == ")"
}

// isCounter tells whether "(i)" or "(1)" stands at i.
func (l *line) isCounter(i int) bool {
	if l.at(i) != "(" || l.at(i+2) != ")" || i > 0 && !strings.ContainsAny(l.at(i-1), ":;.,-+") {
		return false
	}
	w := l.at(i + 1)
	return w != "" && strings.Trim(w, "ivx") == "" || len(w) <= 2 && strings.Trim(w, "0123456789") == ""
}

// colon is the first colon of p outside brackets that is not a time ("8:30"),
// -1 when there is none.
func (l *line) colon(p piece) int {
	for i := p.a; i < p.b; i++ {
		if (l.t[i].word == ":" || l.t[i].word == ";" && l.at(i-1) == "gồm") && l.t[i].depth == 0 && i > p.a {
			return i
		}
	}
	return -1
}

// mark is the first mark of that sort at depth 0, -1 when there is none.
func (l *line) mark(p piece, m string) int {
	for i := p.a; i < p.b; i++ {
		if l.t[i].word == m && l.t[i].depth == 0 {
			return i
		}
	}
	return -1
}
