package reading

import (
	"strings"

	"motcua/client/digest/condition"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// A paper as a row names it, alone or joined to others by "và" and "hoặc".

// unit reads one part of a list: a paper with its conditions, or several joined papers.
func (r *reader) unit(p token.Piece, whens []condition.When) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	p = r.SkipBullets(p)
	if p.Empty() {
		return
	}
	if w, rest, ok := condition.Front(r.Line, p); ok && naming.SkipLead(r.Line, p) == p.From {
		if !r.consequence(w, rest, p, whens, true) {
			r.doubt(p, "a condition without a plain paper")
		}
		return
	}
	// ", trường hợp X thì ..." is a separate clause.
	for i := p.From + 1; i < p.To; i++ {
		if r.Tokens[i].Depth > 0 || r.At(i) != "," {
			continue
		}
		j := i + 1
		if vocab.CaseWords.Match(r.Line, j, p.To) > 0 {
			q := token.Between(j, p.To)
			if _, _, ok := condition.Front(r.Line, q); ok && (condition.ClauseHasThen(r.Line, q) || r.At(j) == "trường" && vocab.StrongDuties.In(r.Line, q)) {
				r.unit(token.Between(p.From, i), whens)
				r.later(q, whens)
				return
			}
		}
	}
	for i := p.From + 1; i < p.To; i++ {
		if r.Tokens[i].Depth > 0 {
			continue
		}
		if n := andDuty.Match(r.Line, i, p.To); n > 0 && vocab.CopyHeads.Match(r.Line, i+n, p.To) > 0 && forCheck.Match(r.Line, p.To-3, p.To) > 0 && i > naming.BehindCopies(r.Line, p) {
			r.unit(token.Between(p.From, i), whens) // "chứng chỉ hành nghề và phải xuất trình bản chính chứng chỉ để đối chiếu"
			return
		}
		if n := andDuty.Match(r.Line, i, p.To); n > 0 && naming.StartsPaper(r.Line, token.Between(i+n, p.To)) && !naming.CopyRule(r.Line, token.Between(i+n, p.To)) && i > naming.BehindCopies(r.Line, p) {
			show := len(r.items)
			r.unit(token.Between(p.From, i), whens)
			k := len(r.items)
			r.unit(token.Between(i+n, p.To), whens)
			for ; k < len(r.items); k++ {
				r.items[k].Show = r.items[k].Show || r.At(i+n-1) == "trình"
			}
			_ = show
			return
		}
		if naming.OthersAt(r.Line, i, p.To) && i > p.From+1 && !(r.At(i) == "," && r.isContainer(token.Between(p.From, i))) {
			r.unit(token.Between(p.From, i), whens)
			j := i + 1
			if r.At(j) == "và" {
				j++
			}
			r.others(token.Between(j, p.To), whens)
			return
		}
	}
	if r.others(p, whens) {
		return
	}
	ts := condition.Behind(r.Line, p)
	if len(ts) == 0 {
		r.joined(p, nil, whens, true)
		return
	}
	r.limited(p, ts, whens)
}

// forCheck ends a duty to show the original of the paper before it.
var forCheck = token.NewLexicon("để đối chiếu")

var andDuty = token.NewLexicon("và xuất trình|và nộp lại|và nộp|, xuất trình|, nộp lại|và phải xuất trình|và phải nộp")

// others reads "các giấy tờ khác có liên quan": nobody can bring these without knowing which.
func (r *reader) others(p token.Piece, whens []condition.When) bool {
	i := naming.SkipLead(r.Line, p)
	n := naming.OtherPapers.Match(r.Line, i, p.To)
	if n == 0 || len(condition.Behind(r.Line, p)) > 0 {
		return false
	}
	own := whens[:len(whens):len(whens)]
	switch at, m := related.Find(r.Line, token.Between(i, p.To), 0); {
	case at >= 0:
		own = append(own, condition.New(r.Line, token.Between(at, at+m), true))
	case p.To-i-n < 3:
		own = append(own, condition.When{Words: condition.HaveOne, Sure: true})
	default:
		return false
	}
	r.joined(p, nil, own, true)
	return true
}

var related = token.NewLexicon("có liên quan|liên quan")

// joined adds one paper, or several if "và các giấy tờ khác (nếu có)" is among them.
func (r *reader) joined(p token.Piece, gone []token.Piece, whens []condition.When, sure bool) {
	gone = append(gone[:len(gone):len(gone)], r.asides(p)...)
	it := Item{Whens: whens, Spans: naming.Spans(r.Line, p, gone), Sure: Sure, Why: "named by its noun"}
	it.Name = naming.Of(r.Line, it.Spans)
	if naming.TellsNothing(it.Name) {
		if full := naming.FullSpans(r.Line, p, gone); !naming.TellsNothing(naming.Of(r.Line, full)) {
			it.Spans, it.Name = full, naming.Of(r.Line, full)
		}
	}
	if n := naming.IdentityName(r.Line, token.Between(naming.BehindCopies(r.Line, p), p.To)); n != "" {
		it.Name = n
	}
	if r.At(r.SkipBullets(p).From) == "xuất" || shownOnly.In(r.Line, p) {
		it.Show = true
	}
	if low := token.Lowered(it.Name); r.none && (low == "thông tin" || strings.HasPrefix(low, "thông tin phải")) {
		return // "hồ sơ bao gồm thông tin phải được kê khai": entered on a screen
	}
	if why := r.noName(p, it.Name, whens); why != "" {
		r.doubt(p, why)
		return
	}
	if !sure {
		it.Sure = Doubt
	}
	if r.hidesCondition(p, it.Spans, gone) {
		it.Sure, it.Why = Doubt, "words that the name leaves out may open a condition"
	}
	r.items = append(r.items, it)
}

// shownOnly says in brackets that a paper is shown and not handed in.
var shownOnly = token.NewLexicon("( xuất trình )|(xuất trình)|( để xuất trình )")

// asides returns separate clauses in brackets: "(nếu là ngôn ngữ khác thì phải nộp kèm bản
// dịch)". A paper that one may require must be read closely.
func (r *reader) asides(p token.Piece) []token.Piece {
	var out []token.Piece
	for i := p.From; i < p.To; i++ {
		if r.At(i) != "(" || r.Tokens[i].Depth != 1 {
			continue
		}
		q := token.Between(i, r.Closing(i, p.To))
		if vocab.ThenWords.In(r.Line, q) && vocab.CaseWords.In(r.Line, q) {
			for k := q.From; k < q.To; k++ {
				if n := onTopDuties.Match(r.Line, k, q.To); n > 0 && naming.StartsPaper(r.Line, token.Between(k+n, q.To)) && !vocab.NoDuties.In(r.Line, q) {
					r.doubt(q, "a clause in brackets may demand a paper")
					break
				}
			}
			out = append(out, q)
		}
		i = q.To - 1
	}
	return out
}

func (r *reader) gone(ts []condition.Tail) []token.Piece {
	var out []token.Piece
	for _, t := range ts {
		out = append(out, token.Between(t.Open, t.End))
	}
	return out
}

// noName returns why words cannot be a name, "" if they can.
func (r *reader) noName(p token.Piece, name string, whens []condition.When) string {
	if why := naming.WhyNone(token.Scan(name)); why != "" {
		return why
	}
	switch {
	case r.listInBrackets(p):
		return "a list of papers in brackets"
	case r.pronounLike(name), len(whens) == 0 && r.pronounLike(otherWord().ReplaceAllString(name, "")):
		return "the words name no paper of their own"
	}
	return ""
}

// pronounLike reports whether a name only refers to something else: "Các giấy tờ theo quy
// định", "hồ sơ nêu trên".
func (r *reader) pronounLike(name string) bool {
	l := token.Scan(name)
	i := 0
	for i < len(l.Tokens) {
		n := max(pointing.Match(l, i, len(l.Tokens)), vocab.Articles.Match(l, i, len(l.Tokens)))
		if n == 0 && (l.Tokens[i].Kind != token.Word || !l.Tokens[i].Upper && len([]rune(l.Tokens[i].Word)) == 1) {
			n = 1
		}
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

// otherWord matches "Tài liệu khác" among papers for everybody, because nobody knows which
// these are.
var otherWord = token.Pattern(`(?i)\s(?:khác|khác nhau)(?:\s|$)`)

var pointing = token.NewLexicon("của|tại|điểm|khoản|điều|mục|phần|thủ tục|giấy tờ|hồ sơ|tài liệu|văn bản|thành phần|chứng từ|bản sao|bản chính|bản|theo quy định|theo|quy định|nêu trên|trên|sau|sau đây|này|đó|kèm theo|có liên quan|bao gồm|gồm|liên quan|cần thiết|phải|có|nộp|giấy|bản gốc|bộ|loại|nội dung")
