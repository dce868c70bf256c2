package reading

import (
	"slices"
	"strings"

	"motcua/client/digest/condition"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Lists in a row: "Hồ sơ gồm: A; B", alternatives, and heads that are papers themselves.

// listColon returns the colon before a list of papers in p, 0 if there is none.
func (r *reader) listColon(p token.Piece) int {
	c := r.Colon(p)
	if c < 0 {
		return r.listWord(p)
	}
	if c+1 >= p.To {
		return 0
	}
	tail := r.SkipBullets(token.Between(c+1, p.To))
	head := token.Between(p.From, c)
	q := naming.QuantityAt(r.Line, tail.From, tail.To)
	if vocab.CopyHeads.Match(r.Line, q, tail.To) > 0 && r.copyRuleOf(tail) || q > tail.From && r.At(q) == "bản" && !r.isContainer(head) {
		return 0 // ": 01 bản chụp": the form and not the paper
	}
	if len(r.Parts(token.Between(c+1, p.To))) < 2 && !r.genericHead(head) && tail.From == c+1 {
		return 0 // one paper with its head: both describe it
	}
	for _, part := range r.Parts(token.Between(c+1, p.To)) {
		if !naming.StartsPaper(r.Line, part) && vocab.CaseOpeners.Match(r.Line, r.SkipBullets(part).From, part.To) == 0 {
			if r.isContainer(head) || vocab.OneOfWords.In(r.Line, head) {
				continue
			}
			return 0
		}
	}
	return c
}

// genericHead reports whether a head adds nothing: "Thành phần hồ sơ", "Bản sao các giấy tờ
// sau".
func (r *reader) genericHead(head token.Piece) bool {
	i := naming.BehindCopies(r.Line, head)
	for i < head.To {
		n := max(vocab.SectionNouns.Match(r.Line, i, head.To), vocab.SectionTails.Match(r.Line, i, head.To), vocab.Articles.Match(r.Line, i, head.To), vocab.OneOfWords.Match(r.Line, i, head.To))
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

// listWord returns the "gồm" before a list without a colon: "Hồ sơ gồm A; B".
func (r *reader) listWord(p token.Piece) int {
	if !r.isContainer(token.Between(p.From, min(p.To, p.From+30))) {
		return 0
	}
	for i := p.From; i < p.To && i < p.From+30; i++ {
		if r.Tokens[i].Depth == 0 && (r.At(i) == "gồm") && naming.StartsPaper(r.Line, token.Between(i+1, p.To)) {
			if len(r.Parts(token.Between(i+1, p.To))) < 2 && !r.genericHead(token.Between(p.From, i)) {
				return 0
			}
			return i
		}
	}
	return 0
}

func (r *reader) copyRuleOf(p token.Piece) bool {
	i := naming.QuantityAt(r.Line, p.From, p.To)
	end, _ := naming.CopyEnd(r.Line, token.Between(i, p.To))
	return end >= p.To || r.Tokens[end].Kind == token.Mark || vocab.TailOpeners.Match(r.Line, end, p.To) > 0 || r.At(end) == "và" || r.At(end) == "theo" || r.At(end) == "hoặc" || r.At(end) == "do"
}

// isContainer reports whether a head names a set of papers.
func (r *reader) isContainer(head token.Piece) bool {
	i := naming.BehindCopies(r.Line, head)
	if n := vocab.OneOfWords.Match(r.Line, i, head.To); n > 0 {
		return true
	}
	for k := i - 2; k >= head.From && k > i-4; k-- {
		if r.At(k) == "các" && r.At(k+1) == "loại" {
			return true // "Bản sao các loại bản đồ: ..."
		}
	}
	for k := head.From; k < i; k++ {
		if vocab.Articles.Match(r.Line, k, i) > 0 && vocab.Containers.Match(r.Line, k+1, i) > 0 {
			return true // "Bản sao các giấy tờ sau đây"
		}
	}
	return i >= head.To || vocab.Containers.Match(r.Line, i, head.To) > 0
}

// list reads "Hồ sơ gồm: A; B", "Một trong các giấy tờ sau: A; B", "Giấy tờ của xe: A; B".
func (r *reader) list(p token.Piece, c int, whens []condition.When) bool {
	head, body := token.Between(p.From, c), token.Between(c+1, p.To)
	if i := r.Mark(head, ";"); i > 0 && r.At(c) == ":" && i < c-3 {
		r.doubt(p, "a list whose parts are no plain papers") // "A; B, gồm: C; D": it is unclear whose parts these are
		return true
	}
	whens, ok := r.headWhens(head, whens)
	if !ok {
		r.doubt(p, "a condition in the head of a list is not plain")
		return true
	}
	if parts := r.Parts(body); r.weakParts(parts)*2 > len(parts) || r.noPaper(parts) || slices.ContainsFunc(parts, func(q token.Piece) bool { return r.At(r.SkipBullets(q).From) == "của" }) {
		r.doubt(p, "a list whose parts are no plain papers")
		return true
	}
	if proves.In(r.Line, head) {
		r.doubt(p, "a list of what proves that somebody belongs to one of several groups")
		return true
	}
	if r.sameNouns(head, r.Parts(body)) {
		r.unit(head, whens) // "Bản vẽ thiết kế, gồm: bản vẽ A; bản vẽ B": parts of one paper
		return true
	}
	oneOf := vocab.OneOfWords.In(r.Line, head) || vocab.OneOfWords.Match(r.Line, r.SkipBullets(body).From, body.To) > 0
	n := len(r.items)
	sub := &reader{Line: r.Line, none: r.none, show: r.show}
	for k, q := range r.Parts(body) {
		q = r.SkipBullets(q)
		if k == 0 {
			sub.unit(q, whens)
			continue
		}
		sub.nextPart(q, whens, 0)
	}
	if len(sub.items) == 0 {
		r.doubt(p, "a list whose parts are no plain papers")
		return true
	}
	if oneOf {
		r.alternatives(p, head, whens, sub)
		return true
	}
	r.items = append(r.items, sub.items...)
	r.doubts = append(r.doubts, sub.doubts...)
	if !r.isContainer(head) && !naming.CopyOnly(r.Line, head) && len(r.items) > n && !r.allCases(r.Parts(body)) {
		// "Giấy tờ của xe: A; B" is a set; any other head is a paper too.
		it := Item{Whens: whens, Spans: naming.Spans(r.Line, head, nil), Sure: Sure, Why: "the head of a list"}
		it.Name = naming.Of(r.Line, it.Spans)
		if it.Name != "" {
			r.items = append(r.items[:n:n], append([]Item{it}, r.items[n:]...)...)
		}
	}
	return true
}

// proves occur in heads of lists whose parts are for one group of people each.
var proves = token.NewLexicon("chứng minh thuộc|chứng minh đối tượng|chứng minh là đối tượng|chứng minh thuộc trường hợp")

// alternatives makes one paper of a list of which one part is enough. Each part may have a
// condition, which the person must be shown.
func (r *reader) alternatives(p, head token.Piece, whens []condition.When, parts *reader) {
	if len(parts.doubts) > 0 {
		r.doubt(p, "alternatives that are not plain")
		return
	}
	it := Item{Whens: whens, Name: r.headName(head), Sure: Sure, Why: "one of a list", Spans: []token.Span{{From: r.Tokens[p.From].Lo, To: r.Tokens[p.To-1].Hi}}}
	for _, s := range parts.items {
		if s.Why == whyLater {
			r.doubt(p, "alternatives and a paper on top")
			return
		}
		s.Whens = s.Whens[min(len(whens), len(s.Whens)):]
		it.OneOf = append(it.OneOf, s)
	}
	r.items = append(r.items, it)
}

// sameNouns reports whether every part of a list has the noun of its head, which is a paper
// itself.
func (r *reader) sameNouns(head token.Piece, parts []token.Piece) bool {
	i := naming.SkipLead(r.Line, head)
	n := vocab.PaperNouns.Match(r.Line, i, head.To)
	if n == 0 || len(parts) < 2 || r.isContainer(head) || vocab.OneOfWords.In(r.Line, head) || vocab.CopyHeads.Match(r.Line, i, head.To) > 0 {
		return false
	}
	noun := token.Lowered(r.Text(token.Between(i, i+n)))
	for _, q := range parts {
		j := naming.SkipLead(r.Line, r.SkipBullets(q))
		if m := vocab.PaperNouns.Match(r.Line, j, q.To); m == 0 || token.Lowered(r.Text(token.Between(j, j+m))) != noun {
			return false
		}
	}
	return true
}

// weakParts counts the parts whose noun may mean something else than a paper: "a) Dự án năng
// lượng; b) Dự án trồng rừng".
func (r *reader) weakParts(parts []token.Piece) int {
	n := 0
	for _, q := range parts {
		q = r.SkipBullets(q)
		if vocab.WeakNouns.Match(r.Line, naming.SkipLead(r.Line, q), q.To) > 0 {
			n++
		}
	}
	return n
}

// headWhens adds the conditions in the head of a list to the given ones.
func (r *reader) headWhens(head token.Piece, whens []condition.When) (all []condition.When, ok bool) {
	whens = whens[:len(whens):len(whens)]
	for _, t := range condition.Behind(r.Line, head) {
		if !t.When.Sure {
			return whens, false
		}
		if !vocab.Filing.In(r.Line, t.When.Piece) { // otherwise it is about the form of the copies
			whens = append(whens, t.When)
		}
	}
	if who := r.dossierOf(head); !who.Empty() {
		whens = append(whens, condition.New(r.Line, who, true))
	}
	return whens, true
}

// dossierOf returns whose papers the head of a list is about, if not everybody is of that kind:
// "Hồ sơ của cổ đông góp vốn là tổ chức".
func (r *reader) dossierOf(head token.Piece) token.Piece {
	i := naming.BehindCopies(r.Line, head)
	n := vocab.Containers.Match(r.Line, i, head.To)
	if n == 0 || r.At(i+n) != "của" {
		return token.Piece{}
	}
	for k := i + n + 2; k+1 < head.To; k++ {
		if r.At(k) == "là" && sorts.Match(r.Line, k+1, head.To) > 0 && r.Tokens[k].Depth == 0 {
			return token.Between(i+n+1, head.To)
		}
	}
	return token.Piece{}
}

var sorts = token.NewLexicon("người việt nam|tổ chức|cá nhân|doanh nghiệp|người nước ngoài|nhà đầu tư nước ngoài|pháp nhân|cơ quan|đơn vị")

// allCases reports whether each part of a list has its own case. Then the head only says what
// the parts prove.
func (r *reader) allCases(parts []token.Piece) bool {
	for _, q := range parts {
		if _, _, ok := condition.Front(r.Line, q); !ok {
			return false
		}
	}
	return len(parts) > 1
}

// noPaper reports whether a list begins with something that is no paper and no case: "Giấy tờ
// chứng minh thuộc trường hợp được miễn: + Người có công; + ...".
func (r *reader) noPaper(parts []token.Piece) bool {
	if len(parts) < 2 {
		return false
	}
	q := r.SkipBullets(parts[0])
	return !naming.StartsPaper(r.Line, q) && vocab.CaseOpeners.Match(r.Line, q.From, q.To) == 0
}

// headName returns what alternatives are for: "Giấy tờ chứng minh chỗ ở" of "Giấy tờ chứng minh
// chỗ ở là một trong các giấy tờ sau".
func (r *reader) headName(head token.Piece) string {
	at, _ := vocab.OneOfWords.Find(r.Line, head, 0)
	if at < 0 {
		at = head.To
	}
	h := token.Between(head.From, at)
	i := naming.SkipLead(r.Line, h)
	if vocab.CopyHeads.Match(r.Line, i, h.To) > 0 {
		if end, _ := naming.CopyEnd(r.Line, token.Between(i, h.To)); end >= h.To {
			return ""
		}
	}
	if h.To-i < 3 {
		return ""
	}
	return strings.TrimSpace(naming.Of(r.Line, naming.Spans(r.Line, h, r.gone(condition.Behind(r.Line, h)))))
}

// listInBrackets reports whether brackets, which a name leaves out, contain several papers.
func (r *reader) listInBrackets(p token.Piece) bool {
	for i := p.From; i < p.To; i++ {
		if r.Tokens[i].Depth > 0 && r.At(i) == ";" && (vocab.StrongPapers.Match(r.Line, i+1, p.To) > 0 || vocab.CaseOpeners.Match(r.Line, i+1, p.To) > 0) {
			return true
		}
	}
	return false
}
