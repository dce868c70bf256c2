package token

import "strings"

// A row's sentences, the parts of a sentence, and the marks between them.

// abbreviations end in a full stop that does not end a sentence.
var abbreviations = map[string]bool{"tp": true, "q": true, "p": true, "ths": true, "ts": true, "pgs": true, "gs": true, "bs": true, "ks": true, "st": true, "no": true, "tr": true, "v": true}

// Sentences splits a piece at its full stops. A full stop ends a sentence if a new one begins
// after it: a capital letter, a bullet, a counter.
func (l *Line) Sentences(p Piece) []Piece {
	var out []Piece
	from := p.From
	for i := p.From; i < p.To; i++ {
		t := l.Tokens[i]
		if t.Word != "." || t.Depth > 0 || i+1 >= p.To {
			continue
		}
		next := l.Tokens[i+1]
		if l.noStop(i, p) || i > from && abbreviations[l.Tokens[i-1].Word] && l.Tokens[i-1].Upper {
			continue
		}
		if next.Upper || l.dotted(i+1) || next.Kind == Mark && strings.ContainsAny(next.Word, "-+*•–(“\"") || next.Kind == Number || l.At(i+2) == ")" {
			if i == from { // "..Văn bản"
				from = i + 1
				continue
			}
			out = append(out, Piece{from, i})
			from = i + 1
		}
	}
	if from < p.To {
		out = append(out, Piece{from, p.To})
	}
	return out
}

// noStop reports whether the full stop at i is inside a counter or a word, or before a
// condition in brackets.
func (l *Line) noStop(i int, p Piece) bool {
	next := l.Tokens[i+1]
	return l.limitBehind(i+1, p) || l.dotted(i-1) || next.Lo == l.Tokens[i].Hi && next.Kind != Mark && !next.Upper
}

// limitBehind reports whether a condition in brackets extends from i to the end of p. A full
// stop before it does not end the sentence.
func (l *Line) limitBehind(i int, p Piece) bool {
	end := l.Closing(i, p.To)
	return l.At(i) == "(" && BraceOpeners.Match(l, i+1, p.To) > 0 && (end >= p.To || end == p.To-1 && l.Tokens[end].Kind == Mark)
}

// Parts splits a sentence at its semicolons and at the bullets inside it.
func (l *Line) Parts(p Piece) []Piece {
	var out []Piece
	from := p.From
	cut := func(i int) {
		if q := (Piece{from, i}); !q.Empty() && l.HasWord(q) {
			out = append(out, q)
		}
	}
	for i := p.From; i < p.To; i++ {
		t := l.Tokens[i]
		switch {
		case t.Depth > 0 && !(t.Depth == 1 && t.Word == "(" && l.IsCounter(i)):
		case t.Word == ";" && l.At(i+1) != "hoặc" && l.At(i-1) != "gồm":
			cut(i)
			from = i + 1
		case i > from && l.isBulletInside(i, p):
			cut(i)
			from = i
		}
	}
	cut(p.To)
	return out
}

// HasWord reports whether p contains anything but marks.
func (l *Line) HasWord(p Piece) bool {
	for i := p.From; i < p.To; i++ {
		if l.Tokens[i].Kind != Mark {
			return true
		}
	}
	return false
}

// isBulletInside reports whether a bullet of a list begins at i: "-", "+" or "•" before a
// capital letter, or a counter, each after a mark that ends the text before it.
func (l *Line) isBulletInside(i int, p Piece) bool {
	t, before := l.Tokens[i], l.At(i-1)
	ends := strings.ContainsAny(before, ":;.,") && before != ""
	if i+1 >= p.To {
		return false
	}
	next := l.Tokens[i+1]
	switch t.Word {
	case "•", "●", "▪":
		return true
	case "+":
		return next.Upper || next.Kind == Number
	case "-", "–", "*":
		return ends && (next.Upper || next.Kind == Number || next.Word == "(")
	case "(":
		return l.IsCounter(i)
	}
	if l.dotted(i) {
		return ends
	}
	return ends && !l.dotted(i-2) && l.At(i+1) == ")" && t.Depth == 0 && len([]rune(t.Word)) <= 3 && t.Kind != Mark
}

// dotted reports whether a counter of two parts is at i: "b.2)".
func (l *Line) dotted(i int) bool {
	return i >= 0 && i+3 < len(l.Tokens) && l.Tokens[i].Kind == Word && len([]rune(l.Tokens[i].Word)) == 1 && l.At(i+1) == "." && l.Tokens[i+2].Kind == Number && l.At(i+3) == ")"
}

// IsCounter reports whether "(i)" or "(1)" is at i.
func (l *Line) IsCounter(i int) bool {
	if l.At(i) != "(" || l.At(i+2) != ")" || i > 0 && !strings.ContainsAny(l.At(i-1), ":;.,-+") {
		return false
	}
	w := l.At(i + 1)
	return w != "" && strings.Trim(w, "ivx") == "" || len(w) <= 2 && strings.Trim(w, "0123456789") == ""
}

// Colon returns the position of the first colon of p outside brackets that is not part of a
// time ("8:30"), or -1.
func (l *Line) Colon(p Piece) int {
	for i := p.From; i < p.To; i++ {
		if (l.Tokens[i].Word == ":" || l.Tokens[i].Word == ";" && l.At(i-1) == "gồm") && l.Tokens[i].Depth == 0 && i > p.From {
			return i
		}
	}
	return -1
}

// Mark returns the position of the first such mark of p outside brackets, or -1.
func (l *Line) Mark(p Piece, m string) int {
	for i := p.From; i < p.To; i++ {
		if l.Tokens[i].Word == m && l.Tokens[i].Depth == 0 {
			return i
		}
	}
	return -1
}

// BraceOpeners begin a condition in brackets: "(nếu có)", "(đối với X)".
var BraceOpeners = NewLexicon("không áp dụng với|không áp dụng cho|không áp dụng trong trường hợp|không áp dụng khi|không áp dụng đối với trường hợp|chỉ áp dụng với|chỉ áp dụng trong các trường hợp|trong trường hợp|trường hợp|các trường hợp|trong các trường hợp|đối với|đối với trường hợp|đối với các trường hợp|nếu|khi|trừ|trừ trường hợp|trừ các trường hợp|ngoại trừ|áp dụng đối với|áp dụng với|áp dụng cho|áp dụng trong trường hợp|áp dụng đối với trường hợp|chỉ áp dụng đối với|chỉ áp dụng cho|dành cho|dùng cho|chỉ nộp khi|chỉ nộp trong trường hợp|chỉ đối với|kèm theo trong trường hợp|chỉ yêu cầu đối với|với trường hợp|kèm theo nếu|không áp dụng đối với|cho trường hợp|bắt buộc đối với|yêu cầu đối với|thuộc trường hợp|dùng trong trường hợp|chỉ áp dụng trong trường hợp|chỉ áp dụng khi|áp dụng khi|chỉ bổ sung khi|chỉ trong trường hợp|với|nộp khi|nộp trong trường hợp")
