package condition

import (
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Conditions before their consequence: "Trường hợp X thì nộp Y".

// Front splits "Trường hợp X thì Y", "Đối với X: Y" and "Nếu X, phải nộp Y" into X and Y. ok is
// false when p does not begin with a condition; rest is then p without its bullets.
func Front(l *token.Line, p token.Piece) (w When, rest token.Piece, ok bool) {
	p = l.SkipBullets(p)
	start := p.From
	for { // "Ngoài ra, ...", "Ngoài các thành phần hồ sơ nêu trên, đối với ..."
		if n := vocab.CaseOpeners.Match(l, p.From, p.To); n > 0 {
			break
		}
		if n := vocab.Addings.Match(l, p.From, p.To); n > 0 {
			p.From += n
			if l.At(p.From) == "," {
				p.From++
			}
			continue
		}
		if l.At(p.From) == "ngoài" {
			if i := l.Mark(p, ","); i > 0 && vocab.CaseOpeners.Match(l, i+1, p.To) > 0 {
				p.From = i + 1
				continue
			}
		}
		return When{}, token.Between(start, p.To), false
	}
	n := vocab.CaseOpeners.Match(l, p.From, p.To)
	body := token.Between(p.From+n, p.To)
	at, skip, sure := frontEnd(l, body)
	if b := pastNumber(l, body); b != body {
		body, at, skip, sure = b, l.Colon(b), 1, true
	}
	if at < 0 || at == body.From {
		return When{}, token.Between(start, p.To), false
	}
	cond := token.Between(body.From, at)
	if l.At(p.From) == "các" || l.At(p.From) == "những" {
		cond.From = p.From
	}
	return New(l, cond, sure), token.Between(at+skip, p.To), true
}

// pastNumber drops the number of a case before its words: "Trường hợp (1): đăng ký lần đầu: Tờ
// khai".
func pastNumber(l *token.Line, p token.Piece) token.Piece {
	i := p.From
	if l.At(i) == "(" {
		i++
	}
	if i >= p.To || l.Tokens[i].Kind != token.Number || len(l.Tokens[i].Word) > 2 {
		return p
	}
	i++
	if l.At(i) == ")" {
		i++
	}
	if l.At(i) != ":" || l.Colon(token.Between(i+1, p.To)) < 0 {
		return p
	}
	return token.Between(i+1, p.To)
}

// frontEnd returns where a condition at the beginning ends and how many tokens end it. "thì"
// ends it anywhere; a colon or a duty ends it if it comes first.
func frontEnd(l *token.Line, p token.Piece) (at, skip int, sure bool) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	limit := p.To
	for i := p.From; i < p.To; i++ {
		if l.Tokens[i].Depth == 0 && l.Tokens[i].Word == ";" {
			limit = i
			break
		}
	}
	if limit < p.To && l.Colon(token.Between(p.From, limit)) < 0 && vocab.ThenWords.Match(l, p.From, limit) == 0 {
		// "Đối với doanh nghiệp; chi nhánh của doanh nghiệp: giấy Y"
		if c := l.Colon(p); c > limit && naming.Joint(l, limit, limit+1) == 0 && vocab.StrongPapers.Match(l, limit+1, p.To) == 0 && vocab.CaseOpeners.Match(l, limit+1, p.To) == 0 && !ClauseHasThen(l, p) {
			return c, 1, true
		}
	}
	q := token.Between(p.From, limit)
	colon := l.Colon(q)
	if i, n := vocab.ThenWords.Find(l, q, 0); i > 0 && (colon < 0 || i < colon) {
		from := i
		if l.At(i-1) == "," {
			from--
		}
		return from, i + n - from, true
	}
	duty, comma := -1, -1
	for i := p.From + 1; i < limit; i++ {
		t := l.Tokens[i]
		if t.Depth > 0 {
			continue
		}
		if comma < 0 && t.Word == "," && newClause(l, i+1, limit) && !goesOn(l, p.From, i+1) {
			comma = i
		}
		if duty < 0 && l.At(i) == "phải" && vocab.Duties.Match(l, i, limit) > 1 {
			duty = i
		}
		if t.Word == "còn" && l.At(i+1) == "phải" {
			duty = i
		}
	}
	if colon > 0 && duty > colon && comma < 0 && naming.QuantityAt(l, colon+1, duty) == colon+1 && vocab.PaperNouns.Match(l, colon+1, duty) == 0 && vocab.Applicants.Match(l, colon+1, duty) == 0 && vocab.Containers.Match(l, colon+1, duty) == 0 {
		return duty, 0, true // "Đối với cơ sở kinh doanh ngành, nghề: X phải có Y"
	}
	if colon > 0 && (comma < 0 || colon < comma || plainColon(l, token.Between(comma+1, colon))) && (duty < 0 || colon < duty) {
		if comma > 0 && comma < colon {
			return comma, colon + 1 - comma, true
		}
		return colon, 1, true
	}
	switch {
	case comma > 0:
		return comma, 1, true
	case duty > 0:
		return duty, 0, true
	case colon > 0:
		return colon, 1, true
	}
	return -1, 0, false
}

// goesOn reports whether the words at i name another one of what the condition at from names: "công
// ty TNHH, công ty cổ phần phải nộp".
func goesOn(l *token.Line, from, i int) bool {
	from += vocab.Articles.Match(l, from, i)
	n := vocab.Applicants.Match(l, from, i)
	return n > 0 && l.Text(token.Between(from, from+n)) == l.Text(token.Between(i, min(i+n, len(l.Tokens)))) && l.At(from+n) != l.At(i+n)
}

// plainColon reports whether the words before a colon only introduce the list after it: "hồ sơ
// gồm".
func plainColon(l *token.Line, p token.Piece) bool {
	return p.To-p.From <= 12 && vocab.Containers.Match(l, p.From, p.To) > 0 && !paperList.In(l, p)
}

var paperList = token.NewLexicon("và|hoặc")

// newClause reports whether a clause with its own subject or a duty begins at i. Then the words
// before the comma are the whole condition.
func newClause(l *token.Line, i, end int) bool {
	if l.At(i) == "bổ" && (l.At(i-2) == "đổi" || l.At(i-2) == "chỉnh") {
		return false // "đăng ký thay đổi, bổ sung thông tin"
	}
	if l.At(i) == "ngoài" { // "Đối với X, ngoài các thành phần hồ sơ nêu trên, ..."
		return true
	}
	if i >= 3 && bothSorts.Match(l, i-3, end) > 0 {
		return false // "tổ chức, cá nhân nộp hồ sơ": one subject
	}
	j := i
	if n := vocab.Addings.Match(l, j, end); n > 0 {
		j += n
	}
	if n := vocab.StrongDuties.Match(l, j, end); n > 0 {
		return true
	}
	if dossierAt(l, j, end) {
		return true
	}
	if naming.QuantityAt(l, j, end) > j {
		return vocab.PaperNouns.Match(l, naming.QuantityAt(l, j, end), end) > 0
	}
	for k := j; k < end && k < j+14; k++ {
		if l.Tokens[k].Depth > 0 || l.Tokens[k].Word == "," {
			break
		}
		if k > j && vocab.StrongDuties.Match(l, k, end) > 0 && (vocab.Applicants.Match(l, j, end) > 0 || vocab.Offices.Match(l, j, end) > 0) {
			return true
		}
	}
	return false
}

// dossierAt reports whether the words for a dossier begin a clause at i: "hồ sơ", "các tài liệu gồm".
func dossierAt(l *token.Line, i, end int) bool {
	if vocab.Containers.Match(l, i, end) > 0 && l.At(i) == "hồ" {
		return true
	}
	k := i + vocab.Articles.Match(l, i, end)
	n := vocab.Containers.Match(l, k, end)
	return k > i && n > 0 && (l.At(k+n) == "gồm" || l.At(k+n) == "bao")
}

// bothSorts are applicants of any kind.
var bothSorts = token.NewLexicon("tổ chức, cá nhân|cá nhân, tổ chức")

// ClauseHasThen reports whether "thì" occurs in p before its first semicolon.
func ClauseHasThen(l *token.Line, p token.Piece) bool {
	for i := p.From; i < p.To && l.Tokens[i].Word != ";"; i++ {
		if l.Tokens[i].Word == "thì" {
			return true
		}
	}
	return false
}
