package digest

import "strings"

// A name is made of the source's own words: it is the paper's clause without
// what tells no paper from another: counts, kinds of copies, the law that asks
// for the form, its condition (told beside it). It is never cut at a length.

// span is a stretch of the row's bytes.
type span = Span

// nameSpans are the stretches of the row that make the name of the paper in p;
// gone are pieces told elsewhere.
func (l *line) nameSpans(p piece, gone []piece) []span {
	p = l.skipBullets(p)
	keep := make([]bool, len(l.t))
	for i := p.a; i < p.b; i++ {
		keep[i] = true
	}
	drop := func(q piece) {
		for i := max(q.a, p.a); i < min(q.b, p.b); i++ {
			keep[i] = false
		}
	}
	for _, g := range gone {
		drop(g)
	}
	i := p.a
	for range 4 {
		if l.at(i) == "(" && l.t[i].depth == 1 && i < p.b { // "(có chứng thực) các tài liệu sau"
			end := l.closing(i, p.b)
			if l.namesSomething(end, p.b) {
				drop(piece{i, end})
				i = end
			}
		}
		if n := leadVerbs.match(l, i, p.b); n > 0 {
			drop(piece{i, i + n})
			i += n
		}
		if l.at(i) == ":" {
			drop(piece{i, i + 1})
			i++
		}
		if q := l.quantityAt(i, p.b); q > i && pictures.match(l, q, p.b) == 0 {
			drop(piece{i, q})
			i = q
		}
		end, many := l.copyEnd(piece{i, p.b})
		if many && end > i && l.namesSomething(end, p.b) {
			drop(piece{i, end})
			i = end
		}
	}
	l.dropBrackets(piece{i, p.b}, drop)
	l.dropCopiesBehind(piece{i + 1, p.b}, drop)
	l.dropDetails(piece{i, p.b}, drop)
	l.dropCitations(piece{i, p.b}, drop)
	return l.spans(p, keep)
}

// namesSomething tells whether words are left behind i to name the paper.
func (l *line) namesSomething(i, end int) bool {
	for ; i < end; i++ {
		if l.t[i].kind == tokenWord && l.t[i].depth == 0 {
			return true
		}
	}
	return false
}

// spans joins the tokens that are kept to stretches of the row.
func (l *line) spans(p piece, keep []bool) []span {
	var out []span
	open := false
	for i := p.a; i < p.b; i++ {
		if !keep[i] {
			open = false
			continue
		}
		t := l.t[i]
		if open {
			out[len(out)-1].To = t.hi
		} else {
			out = append(out, span{t.lo, t.hi})
		}
		open = true
	}
	return out
}

// nameOf is the text of the stretches, tidied at its ends.
func (l *line) nameOf(ss []span) string {
	var b strings.Builder
	for _, s := range ss {
		t := l.s[s.From:s.To]
		if b.Len() > 0 && !strings.ContainsAny(t[:1], ",;.:)") {
			b.WriteByte(' ')
		}
		b.WriteString(t)
	}
	name := closed(tidy.Replace(b.String()))
	for _, small := range dangling {
		if low := lowered(name); small == " được" && strings.Contains(low, "không") || small == " để đối chiếu" && ownCopy().MatchString(low) {
			continue // "không thể sử dụng được", "kèm bản chính để đối chiếu"
		}
		if n := len(name) - len(small); n > 0 && strings.EqualFold(name[n:], small) {
			name = trimEnd(name[:n])
		}
	}
	return upperFirst(trimEnd(stripBullet(trimEnd(name))))
}

var ownCopy = pattern(`bản chính|bản gốc|xuất trình`)

var tidy = strings.NewReplacer(" ,", ",", ",,", ",", "( ", "(", " )", ")", "()", "", ", ,", ",", " ;", ";", " .", ".")

// dangling are small words that end no name.
var dangling = []string{" để đối chiếu", " theo", " và", " hoặc", " của", " được", " kèm", " tại", " là", " gồm", " theo", " bao", " bao gồm", " trong đó", " sau đây", " phải"}

// closed drops a bracket that opens and never closes.
func closed(s string) string {
	for strings.Count(s, "(") > strings.Count(s, ")") {
		i := strings.LastIndexByte(s, '(')
		s = s[:i] + strings.TrimPrefix(s[i+1:], " ")
	}
	for strings.Count(s, ")") > strings.Count(s, "(") {
		i := strings.IndexByte(s, ')')
		s = s[:i] + s[i+1:]
	}
	return s
}

// identityName names a list of identity papers by the two that people carry; the
// whole sentence stands behind it.
func (l *line) identityName(p piece) string {
	i := p.a
	if n := oneOfWords.match(l, i, p.b); n > 0 {
		return ""
	}
	if identityNouns.match(l, i, p.b) == 0 {
		return ""
	}
	cards, passport, n := false, false, 0
	for ; i < p.b; i++ {
		if l.t[i].depth > 0 {
			continue
		}
		if l.at(i) == "đối" && l.at(i+1) == "với" {
			return ""
		}
		if m := identityNouns.match(l, i, p.b); m > 0 {
			n++
			cards = cards || l.at(i) == "căn" || l.at(i+1) == "căn"
			passport = passport || l.at(i) == "hộ"
			i += m - 1
		}
	}
	if n < 3 || !cards || !passport {
		return ""
	}
	if at, _ := atDesk.find(l, p, 0); at > 0 { // who is asked for it is worth the words
		return identity + " " + trimEnd(l.text(piece{at, p.b}))
	}
	return identity
}

var atDesk = newLexicon("khi làm thủ tục trực tiếp|khi nộp hồ sơ trực tiếp")

// identity is the name of any identity paper.
const identity = "Căn cước hoặc hộ chiếu"

// nameKey compares names of papers: words alone.
func nameKey(s string) string {
	l := scan(foldSpace(s))
	var b strings.Builder
	for _, t := range l.t {
		if t.kind != tokenMark {
			b.WriteString(t.word)
			b.WriteByte(' ')
		}
	}
	return b.String()
}
