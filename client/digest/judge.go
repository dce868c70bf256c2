package digest

import (
	"slices"
	"strings"
)

// The judgement of a row as a whole: its class, and what in it is left to be read
// closely.

// judge makes the class of a row from what was found in it.
func (r *reader) judge(out rowRead, all piece) rowRead { //nolint:cyclop // one rule of the grammar, read from top to bottom
	sureItems := out.items[:0:0]
	for _, it := range out.items {
		if it.sure == Doubt {
			r.doubt(all, it.why)
			continue
		}
		sureItems = append(sureItems, it)
	}
	out.items = sureItems
	if why := r.frees(out.items, all); why != "" {
		r.doubt(all, why)
		out.items, out.why = nil, why
	}
	if why := r.tooMuch(out.items, all); why != "" {
		first := r.sentences(all)[0]
		n := len(out.items)
		out.items = r.plainIn(first, out.items)
		rest := all
		if len(out.items) > 0 {
			rest.a = first.b
		}
		if len(out.items) < n {
			r.doubt(rest, why)
		}
		out.why = why
	}
	if len(out.items) > 0 && len(r.doubts) == 0 {
		if q := r.unread(out.items, all); !q.empty() {
			r.doubt(q, "words of a paper that was not read")
		}
	}
	for _, d := range r.doubts {
		out.close = append(out.close, Span{r.t[d.piece.a].lo, r.t[d.piece.b-1].hi})
		if out.why == "" {
			out.why = d.why
		}
	}
	switch {
	case len(out.items) == 0 && len(out.close) > 0:
		out.class = ClassClose
	case len(out.items) == 0:
		out.class = ClassNote
		out.why = "names no paper that somebody brings"
	default:
		out.class = ClassHandIn
		for _, it := range out.items {
			if it.show {
				out.class = ClassShow
			}
		}
		for _, it := range out.items {
			if len(it.whens) > 0 {
				out.class = ClassOnlyIf
			}
		}
		if out.why == "" {
			out.why = out.items[0].why
		}
	}
	return out
}

// tooMuch tells why a row says more than the reader can be sure to have read.
func (r *reader) tooMuch(items []item, all piece) string {
	words, limited := 0, 0
	for i := all.a; i < all.b; i++ {
		if r.t[i].kind != tokenMark {
			words++
		}
	}
	for _, it := range items {
		for _, w := range it.whens {
			if ifAnyWords.match(scan(w.words), 0, len(strings.Fields(w.words))) == 0 {
				limited++
			}
		}
	}
	if words > longRow && len(items) > 1 && limited > 0 && (len(r.sentences(all)) > 1 || words > 3*longRow) {
		return "several papers and conditions in a long row"
	}
	return ""
}

// longRow is how many words a row may have that names several papers under
// conditions.
const longRow = 90

// plainIn are the items of a row's first sentence, when all of them are for
// everybody.
func (r *reader) plainIn(first piece, items []item) []item {
	var out []item
	end := r.t[first.b-1].hi
	for _, it := range items {
		if len(it.spans) > 0 && it.spans[0].From < end {
			if len(it.whens) > 0 || len(it.oneOf) > 0 {
				return nil
			}
			out = append(out, it)
		}
	}
	return out
}

// frees tells why a row that makes musts seems to free some people of them:
// "thì không cần nộp", "trong trường hợp cần thiết".
func (r *reader) frees(items []item, all piece) string {
	if !slices.ContainsFunc(items, func(it item) bool { return len(it.whens) == 0 }) {
		return ""
	}
	for i := all.a; i < all.b; i++ {
		n := freeing.match(r.line, i, all.b)
		if n == 0 || formalities.match(r.line, i+n, all.b) > 0 || money.match(r.line, i+n, all.b) > 0 {
			continue
		}
		told := slices.ContainsFunc(items, func(it item) bool {
			return slices.ContainsFunc(it.whens, func(w when) bool { return w.piece.a <= i && i < w.piece.b })
		})
		if !told {
			return "the row may free some people of it"
		}
	}
	return ""
}

var (
	freeing = newLexicon("theo từng trường hợp|theo các trường hợp|tương ứng với từng trường hợp|tương ứng từng trường hợp|không phải nộp|không cần nộp|không cần xuất trình|không yêu cầu|không phải xuất trình|không bắt buộc|được miễn nộp|miễn nộp|không nộp|khi cần thiết|trường hợp cần thiết|nếu cần thiết|tùy theo|tuỳ theo|tùy từng|tuỳ từng|chỉ thực hiện trong trường hợp|chỉ nộp một lần|chỉ nộp lần đầu")
	money   = newLexicon("thuế|phí|lệ phí|tiền|hồ sơ hoàn thuế")
)

// unread is a stretch of a row that begins like a paper and stands in no name, no
// condition and nothing that names leave out.
func (r *reader) unread(items []item, all piece) piece { //nolint:cyclop // one rule of the grammar, read from top to bottom
	read := make([]bool, len(r.t))
	mark := func(from, to int) {
		for i := range r.t {
			if r.t[i].lo >= from && r.t[i].hi <= to {
				read[i] = true
			}
		}
	}
	var of func(it item)
	of = func(it item) {
		if n := len(it.spans); n > 0 {
			mark(it.spans[0].From, it.spans[n-1].To)
		}
		for _, w := range it.whens {
			for i := w.piece.a; i < w.piece.b && i < len(read); i++ {
				read[i] = true
			}
		}
		for _, o := range it.oneOf {
			of(o)
		}
	}
	for _, it := range items {
		of(it)
	}
	for i := all.a + 1; i < all.b; i++ {
		switch {
		case read[i], r.t[i].depth > 0:
		case r.detailAt(piece{i, all.b}) == i:
			stop := ";."
			if c := r.colon(piece{i, all.b}); c > 0 && r.mark(piece{i, c}, ";") < 0 {
				stop = "." // a list of contents
			}
			for i+1 < all.b && !read[i+1] && !strings.ContainsAny(r.at(i+1), stop) {
				i++
			}
		case citations.match(r.line, i, all.b) > 0, remarks.match(r.line, i, all.b) > 0:
			for i+1 < all.b && !read[i+1] && !strings.ContainsAny(r.at(i+1), ";.") {
				i++
			}
		case r.at(i) == "xác" && r.at(i-1) == "có": // "bản chụp có xác nhận của doanh nghiệp": how, not what
		case newPaper.match(r.line, i-1, i) > 0 && strongPapers.match(r.line, i, all.b) > 0 && copyHeads.match(r.line, i, all.b) == 0 && !r.isRule(piece{i, all.b}) && pronouns.match(r.line, i, all.b) == 0:
			end := i
			for end < all.b && !read[end] && !strings.ContainsAny(r.at(end), ";.") {
				end++
			}
			if q := (piece{i, end}); end-i > 2 && !r.aboutPapers(q) && !r.named(q, items) && !r.numberOf(i, all) {
				return q
			}
		}
	}
	return piece{}
}

// newPaper are words and marks that a paper may begin behind.
var newPaper = newLexicon(";|.|,|:|và|hoặc|kèm theo|nộp|có|gồm|bằng|trình|thêm|sung|theo")

// named tells whether p begins like a paper that is named already.
func (r *reader) named(p piece, items []item) bool {
	head := nameKey(r.text(piece{p.a, min(p.b, p.a+2)}))
	return slices.ContainsFunc(items, func(it item) bool {
		return strings.Contains(nameKey(it.name), head) || slices.ContainsFunc(it.oneOf, func(o item) bool { return strings.Contains(nameKey(o.name), head) })
	})
}

// numberOf tells whether the paper at i only has its number told: "họ tên, số Căn
// cước công dân hoặc Hộ chiếu của người đại diện".
func (r *reader) numberOf(i int, all piece) bool {
	for k := i - 1; k > all.a && k > i-14 && r.at(k) != ";" && r.at(k) != "."; k-- {
		if r.at(k) == "số" && identityNouns.match(r.line, k+1, all.b) > 0 {
			return identityNouns.match(r.line, i, all.b) > 0
		}
	}
	return false
}
