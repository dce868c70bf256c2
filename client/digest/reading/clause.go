package reading

import (
	"motcua/client/digest/condition"
	"motcua/client/digest/joint"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// A clause ([condition] [duty] [papers] [condition]) and its parts.

// main reads the first sentence of a row under the given conditions.
func (r *reader) main(p token.Piece, whens []condition.When) bool {
	p = r.SkipBullets(p)
	if p.Empty() {
		return false
	}
	if w, rest, ok := condition.Front(r.Line, p); ok {
		return r.consequence(w, rest, p, whens, true)
	}
	if done := r.subject(p, whens); done {
		return true
	}
	if c := r.handedTo(p); c > 0 {
		from := len(r.items)
		ok := r.papers(token.Between(c+1, p.To), whens)
		for i := from; i < len(r.items); i++ {
			r.items[i].Show = r.items[i].Show || r.At(p.From) == "trình" || r.At(p.From) == "xuất"
		}
		return ok
	}
	if c := r.actColon(p); c > 0 {
		return r.papers(token.Between(c+1, p.To), append(whens[:len(whens):len(whens)], condition.New(r.Line, token.Between(p.From, c), true)))
	}
	if !naming.StartsPaper(r.Line, p) {
		return false
	}
	if r.aboutPapers(p) {
		return r.specified(p, whens)
	}
	return r.papers(p, whens)
}

// actColon returns the colon after what is applied for if its form follows ("Đăng ký ngừng sử
// dụng dịch vụ: Tờ khai đăng ký ngừng"), else 0.
func (r *reader) actColon(p token.Piece) int {
	c := r.Colon(p)
	if c < p.From+3 || c > p.From+20 || vocab.Acts.Match(r.Line, p.From, c) == 0 || r.Mark(token.Between(p.From, c), ";") >= 0 {
		return 0
	}
	rest := r.SkipBullets(token.Between(c+1, p.To))
	if i := naming.SkipLead(r.Line, rest); i != rest.From || vocab.FormNouns.Match(r.Line, i, p.To) == 0 && vocab.StrongPapers.Match(r.Line, i, p.To) == 0 {
		return 0
	}
	return c
}

// handedTo returns the colon after "Nộp cho Hải quan cửa khẩu:", else 0.
func (r *reader) handedTo(p token.Piece) int {
	n := handing.Match(r.Line, p.From, p.To)
	c := r.Colon(p)
	if n == 0 || c < 0 || c > p.From+18 || r.none || vocab.PaperNouns.In(r.Line, token.Between(p.From+n, c)) || !naming.StartsPaper(r.Line, token.Between(c+1, p.To)) {
		return 0
	}
	return c
}

var handing = token.NewLexicon("nộp cho|nộp|trình|trình cho|xuất trình|xuất trình cho|gửi|gửi cho")

// papers reads a list of papers under conditions.
func (r *reader) papers(p token.Piece, whens []condition.When) bool { //nolint:cyclop // one rule of the grammar, read from top to bottom
	p = r.SkipBullets(p)
	if p.Empty() {
		return false
	}
	n := len(r.items)
	if at := naming.DetailAt(r.Line, token.Between(p.From+1, p.To)); at > 0 && !pictureUnit(r, p) && (r.Colon(p) < 0 || r.Colon(p) >= at || naming.CountColon(r.Line, p, at)) && r.Mark(token.Between(p.From, at), ";") < 0 {
		r.contents(p, at, whens)
		return true
	}
	if c := r.Colon(p); c > p.From+2 && r.At(c-1) == "như" && !vocab.OneOfWords.In(r.Line, token.Between(p.From, c)) {
		r.unit(token.Between(p.From, c-1), whens) // "hồ sơ chứng minh các khoản chi như: A; B": examples
		return true
	}
	if c := r.Colon(p); c > p.From+2 && signers.In(r.Line, token.Between(max(p.From, c-8), c)) {
		at := c
		for k := max(p.From+2, c-9); k < c; k++ {
			if r.At(k) == "do" {
				at = k
			}
		}
		r.unit(token.Between(p.From, at), whens) // "Cam kết do những người sau đây ký: - chủ doanh nghiệp; ...": who signs it
		return true
	}
	if c := r.Colon(p); c > p.From+2 && r.saysWho(token.Between(c+1, p.To)) && r.Mark(token.Between(p.From, c), ";") < 0 {
		r.doubt(p, "who makes the paper depends on the applicant") // "Giấy tờ chứng minh: Người Việt Nam nộp A. Người nước ngoài nộp B"
		return true
	}
	if at := joint.FormChoice(r.Line, p); at > 0 {
		r.unit(token.Between(p.From, at), whens)
		return true
	}
	if c := r.listColon(p); c > 0 {
		return r.list(p, c, whens)
	}
	if w, at := r.listedWhen(p); at > 0 {
		r.unit(token.Between(p.From, at), append(whens[:len(whens):len(whens)], w))
		return true
	}
	parts := r.Parts(p)
	for _, q := range parts[min(1, len(parts)):] {
		if q = r.SkipBullets(q); !q.Empty() && r.At(q.From) == "của" {
			// "Nghị quyết của A đối với công ty X; của B đối với công ty Y": the company
			// decides who issues it, but it is always needed.
			own := whens[:len(whens):len(whens)]
			var gone []token.Piece
			for _, t := range condition.Behind(r.Line, parts[len(parts)-1]) {
				if t.When.Sure && !t.IfAny && (r.At(t.Open) == "trong" || t.Brace) {
					own, gone = append(own, t.When), append(gone, token.Between(t.Open, t.End))
				}
			}
			r.joined(p, gone, own, true)
			if len(own) == len(whens) && r.forEach(p) > 1 {
				r.items = r.items[:len(r.items)-1]
				r.doubt(p, "who makes the paper depends on the applicant")
			}
			return true
		}
	}
	if len(parts) > 1 {
		if w, ok := r.closingBracket(parts); ok {
			// "A; B (Đối với tổ chức)": the bracket at the end is about both.
			if !r.Tokens[w.Piece.From-2].Upper {
				r.doubt(p, "a condition at the end of several papers")
				return true
			}
			whens = append(whens[:len(whens):len(whens)], w)
			parts[len(parts)-1].To = w.Piece.From - 3
			for parts[len(parts)-1].To > parts[len(parts)-1].From && r.At(parts[len(parts)-1].To) != "(" {
				parts[len(parts)-1].To--
			}
		}
	}
	if len(parts) > 1 && r.lastAlone(parts) {
		r.doubt(p, "a condition behind the last of several papers")
		return true
	}
	for k, q := range parts {
		q = r.SkipBullets(q)
		if q.Empty() || len(parts) > 1 && naming.CopyOnly(r.Line, q) {
			continue // "Bản sao (nếu nộp trực tiếp); bản chính của ...": the form and not the paper
		}
		if k > 0 && r.At(q.From-1) != "" && r.opensContents(parts[k-1]) {
			break // "Quyết định về phương án phát hành, trong đó: a) Phương án phải nêu rõ ...": contents
		}
		if k == 0 {
			r.unit(q, whens)
			continue
		}
		r.nextPart(q, whens, n)
	}
	return len(r.items) > n || len(r.doubts) > 0
}

// signers are at the end of a list's head that introduces people.
var signers = token.NewLexicon("người sau đây ký|người sau ký|những người sau đây|những người sau|các đối tượng sau")

// listedWhen reads a condition that is a list: "Giấy Y đối với: xe A; tàu B". at is its first
// token, 0 if p has none.
func (r *reader) listedWhen(p token.Piece) (w condition.When, at int) {
	c := r.Colon(p)
	if c < p.From+3 {
		return condition.When{}, 0
	}
	for _, q := range r.Parts(token.Between(c+1, p.To)) {
		if q = r.SkipBullets(q); naming.StartsPaper(r.Line, q) {
			return condition.When{}, 0
		}
	}
	for i := max(p.From+1, c-9); i < c; i++ {
		n := vocab.TailOpeners.Match(r.Line, i, c)
		if n == 0 || r.Tokens[i].Depth > 0 {
			continue
		}
		for k := i + n; n > 0 && k < c; k++ {
			if !whenFillers[r.At(k)] {
				n = 0
			}
		}
		if n > 0 {
			w = condition.New(r.Line, token.Between(c+1, p.To), true)
			w.Except = vocab.ExceptWords.Match(r.Line, i, c) > 0
			return w, i
		}
	}
	return condition.When{}, 0
}

// whenFillers may occur between the beginning of a condition and the colon before its list.
var whenFillers = map[string]bool{"các": true, "những": true, "một": true, "trong": true, "trường": true, "hợp": true, "đối": true, "tượng": true, "sau": true, "đây": true}

// saysWho reports whether p begins with applicants and what they hand in.
func (r *reader) saysWho(p token.Piece) bool {
	p = r.SkipBullets(p)
	n := vocab.Applicants.Match(r.Line, p.From, p.To)
	if n == 0 {
		return false
	}
	for i := p.From + n; i < p.To && i < p.From+14; i++ {
		if r.Tokens[i].Kind == token.Mark && r.At(i) != "," {
			return false
		}
		if m := vocab.SubjectDuties.Match(r.Line, i, p.To); m > 0 && naming.StartsPaper(r.Line, token.Between(i+m, p.To)) {
			return true
		}
	}
	return false
}

// forEach counts the "đối với" in a piece.
func (r *reader) forEach(p token.Piece) int {
	n := 0
	for i := p.From; i < p.To; i++ {
		if r.Tokens[i].Depth == 0 && r.At(i) == "đối" && r.At(i+1) == "với" {
			n++
		}
	}
	return n
}

// closingBracket returns a condition on applicants in brackets after several papers if none of
// the others has one.
func (r *reader) closingBracket(parts []token.Piece) (condition.When, bool) {
	for _, q := range parts[:len(parts)-1] {
		for _, t := range condition.Behind(r.Line, q) {
			if !t.IfAny {
				return condition.When{}, false
			}
		}
	}
	last := parts[len(parts)-1]
	ts := condition.Behind(r.Line, last)
	if len(ts) == 0 {
		return condition.When{}, false
	}
	t := ts[len(ts)-1]
	if !t.Brace || t.IfAny || t.When.Except || !t.When.Sure || !naming.NoWords(r.Line, token.Between(t.End, last.To)) || t.When.Piece.From < 3 || r.At(t.Open+1) != "đối" && r.At(t.Open+1) != "áp" {
		return condition.When{}, false
	}
	return t.When, true
}

// lastAlone reports whether only the last of several papers has a condition after it, which may
// then be about all of them.
func (r *reader) lastAlone(parts []token.Piece) bool {
	limited := func(q token.Piece) bool {
		if _, _, ok := condition.Front(r.Line, q); ok {
			return true
		}
		return len(condition.Behind(r.Line, r.SkipBullets(q))) > 0
	}
	for _, q := range parts[:len(parts)-1] {
		if limited(q) || !naming.StartsPaper(r.Line, q) {
			return false
		}
	}
	last := r.SkipBullets(parts[len(parts)-1])
	if _, _, ok := condition.Front(r.Line, last); ok || !naming.StartsPaper(r.Line, last) {
		return false
	}
	ts := condition.Behind(r.Line, last)
	return len(ts) > 0 && !ts[0].IfAny && !ts[0].Brace && !ts[0].When.Except
}

func pictureUnit(r *reader, p token.Piece) bool {
	return vocab.Pictures.Match(r.Line, naming.SkipLead(r.Line, p), p.To) > 0 || r.At(p.From+1) == "ảnh"
}
