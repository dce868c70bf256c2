package reading

import (
	"slices"
	"strings"

	"motcua/client/digest/condition"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// The decision about a whole row: its class, and what in it must be read closely.

// judge determines the class of a row from what was found in it.
func (r *reader) judge(out Row, all token.Piece) Row { //nolint:cyclop // one rule of the grammar, read from top to bottom
	sureItems := out.Items[:0:0]
	for _, it := range out.Items {
		if it.Sure == Doubt {
			r.doubt(all, it.Why)
			continue
		}
		sureItems = append(sureItems, it)
	}
	out.Items = slices.DeleteFunc(sureItems, r.doubted)
	if at := r.frees(out.Items, all); at > 0 {
		out.Items, out.Why = r.notFreed(out.Items, all, at), whyFreed
	}
	if sortedBy(out.Items) {
		r.doubt(all, whySorted)
		out.Items, out.Why = nil, whySorted
	}
	if why := r.tooMuch(out.Items, all); why != "" {
		first := r.Sentences(all)[0]
		n := len(out.Items)
		out.Items = r.plainIn(first, out.Items)
		rest := all
		if len(out.Items) > 0 {
			rest.From = first.To
		}
		if len(out.Items) < n {
			r.doubt(rest, why)
		}
		out.Why = why
	}
	if len(out.Items) > 0 && len(r.doubts) == 0 {
		if q := r.unread(out.Items, all); !q.Empty() {
			r.doubt(q, "words of a paper that was not read")
		}
	}
	for _, d := range r.doubts {
		out.Close = append(out.Close, token.Span{From: r.Tokens[d.piece.From].Lo, To: r.Tokens[d.piece.To-1].Hi})
		if out.Why == "" {
			out.Why = d.why
		}
	}
	switch {
	case len(out.Items) == 0 && len(out.Close) > 0:
		out.Class = ClassClose
	case len(out.Items) == 0 && r.counted(all):
		out.Class, out.Why = ClassClose, whyCounted
	case len(out.Items) == 0:
		out.Class = ClassNote
		out.Why = "names no paper that somebody brings"
	default:
		out.Class = ClassHandIn
		for _, it := range out.Items {
			if it.Show {
				out.Class = ClassShow
			}
		}
		for _, it := range out.Items {
			if len(it.Whens) > 0 {
				out.Class = ClassOnlyIf
			}
		}
		if out.Why == "" {
			out.Why = out.Items[0].Why
		}
	}
	return out
}

const whyCounted = "has a quantity and a demand, but names no paper for sure"

// counted reports whether a row that names no paper so far has a quantity and requires a paper
// after all.
func (r *reader) counted(all token.Piece) bool {
	if r.none {
		return false
	}
	for i := all.From; i < all.To; i++ {
		n := countedDuties.Match(r.Line, i, all.To)
		if n == 0 || r.Tokens[i].Depth > 0 {
			continue
		}
		if vocab.NoDuties.In(r.Line, all) || naming.CopyRule(r.Line, token.Between(i+n, all.To)) {
			return false
		}
		if object := (token.Between(i+n, all.To)); naming.StartsStrong(r.Line, object) || vocab.OneOfWords.Match(r.Line, i+n, all.To) > 0 {
			return true
		}
	}
	return false
}

var countedDuties = token.NewLexicon("phải có|phải nộp|phải kèm|phải kèm theo|xuất trình")

// tooMuch returns why a row contains too much to be certain of it; "" if it does not.
func (r *reader) tooMuch(items []Item, all token.Piece) string {
	words, limited := 0, 0
	for i := all.From; i < all.To; i++ {
		if r.Tokens[i].Kind != token.Mark {
			words++
		}
	}
	for _, it := range items {
		for _, w := range it.Whens {
			if vocab.IfAnyWords.Match(token.Scan(w.Words), 0, len(strings.Fields(w.Words))) == 0 {
				limited++
			}
		}
	}
	if words > longRow && len(items) > 1 && limited > 0 && (len(r.Sentences(all)) > 1 || words > 3*longRow) {
		return "several papers and conditions in a long row"
	}
	return ""
}

// longRow is the most words of a row that names several papers under conditions.
const longRow = 90

// plainIn returns the items of a row's first sentence if all of them are for everybody.
func (r *reader) plainIn(first token.Piece, items []Item) []Item {
	var out []Item
	end := r.Tokens[first.To-1].Hi
	for _, it := range items {
		if len(it.Spans) > 0 && it.Spans[0].From < end {
			if len(it.Whens) > 0 || len(it.OneOf) > 0 {
				return nil
			}
			out = append(out, it)
		}
	}
	return out
}

// doubted reports whether a paper is inside words that must be read closely.
func (r *reader) doubted(it Item) bool {
	return len(it.Spans) > 0 && slices.ContainsFunc(r.doubts, func(d doubt) bool {
		return r.Tokens[d.piece.From].Lo < it.Spans[0].From && it.Spans[0].From < r.Tokens[d.piece.To-1].Hi
	})
}

// sortedBy reports whether the papers of a row are for different kinds of people: "của người
// đại diện là người Việt Nam; ... là người nước ngoài".
func sortedBy(items []Item) bool {
	seen := map[string]bool{}
	for _, it := range items {
		l := token.Scan(it.Name)
		for i := len(l.Tokens) - 2; i > 0 && len(it.Whens) == 0; i-- {
			if n := sorts.Match(l, i+1, len(l.Tokens)); l.At(i) == "là" && n > 0 {
				seen[l.Text(token.Between(i+1, i+1+n))] = true
				break
			}
		}
	}
	return len(seen) > 1
}

const whySorted = "the papers of different sorts of people in one row"

const whyFreed = "the row may free some people of it"

// frees returns where a row with papers for everybody seems to exempt some people: "thì không
// cần nộp", "trong trường hợp cần thiết"; 0 if it does not.
func (r *reader) frees(items []Item, all token.Piece) int {
	if !slices.ContainsFunc(items, func(it Item) bool { return len(it.Whens) == 0 }) {
		return 0
	}
	for i := all.From; i < all.To; i++ {
		n := freeing.Match(r.Line, i, all.To)
		if n == 0 || vocab.Formalities.Match(r.Line, i+n, all.To) > 0 || money.Match(r.Line, i+n, all.To) > 0 {
			continue
		}
		told := slices.ContainsFunc(items, func(it Item) bool {
			return slices.ContainsFunc(it.Whens, func(w condition.When) bool { return w.Piece.From <= i && i < w.Piece.To })
		})
		if !told {
			return i
		}
	}
	return 0
}

// notFreed returns the papers of a row from which the words at a position exempt nobody; the
// others must be read closely. Words in a separate sentence exempt from the papers that the
// sentence requires, or from the one that it names again.
func (r *reader) notFreed(items []Item, all token.Piece, at int) []Item {
	s := r.clauseAt(all, at)
	if s.From == all.From {
		r.doubt(all, whyFreed)
		return nil
	}
	if r.freesOther(items, token.Between(at, s.To)) {
		return items
	}
	again := strings.Fields(naming.Key(r.Text(token.Between(at, s.To))))
	var out []Item
	for _, it := range items {
		own := len(it.Spans) > 0 && it.Spans[0].From >= r.Tokens[s.From].Lo
		if name := strings.Fields(naming.Key(it.Name)); own || len(name) < 2 || namedAgain(again, name) {
			continue
		}
		out = append(out, it)
	}
	if verb := r.At(s.From); len(out) == len(items) && (verb == "xuất" || verb == "nộp") && naming.StartsStrong(r.Line, token.Between(naming.SkipLead(r.Line, s), s.To)) {
		r.doubt(s, whyFreed)
		return out
	}
	if len(out) == len(items) || len(out) == 0 { // it is unclear which paper it is about
		r.doubt(all, whyFreed)
		return nil
	}
	r.doubt(s, whyFreed)
	return out
}

// clauseAt returns the sentence around a position, or its part if that has a case of its own.
func (r *reader) clauseAt(all token.Piece, at int) token.Piece {
	s := all
	for _, q := range r.Sentences(all) {
		if q.From <= at && at < q.To {
			s = q
		}
	}
	for _, q := range r.Parts(s) {
		if w := r.SkipBullets(q); q.From <= at && at < q.To && vocab.CaseOpeners.Match(r.Line, w.From, w.To) > 0 {
			s = w // "…; Trường hợp khai thác được thông tin: không phải nộp Y"
		}
	}
	return s
}

// freesOther reports whether words that exempt somebody name another paper than those of the row.
func (r *reader) freesOther(items []Item, p token.Piece) bool {
	n := freeing.Match(r.Line, p.From, p.To)
	object := token.Between(p.From+n, p.To)
	i := naming.BehindCopies(r.Line, object)
	if n == 0 || vocab.StrongPapers.Match(r.Line, i, p.To) == 0 || vocab.Pronouns.Match(r.Line, i, p.To) > 0 || vocab.Containers.Match(r.Line, i, p.To) > 0 || p.To-i < 4 {
		return false
	}
	words := strings.Fields(naming.Key(r.Text(token.Between(i, p.To))))
	return !slices.ContainsFunc(items, func(it Item) bool {
		l := token.Scan(it.Name)
		j := naming.BehindCopies(l, token.Between(0, len(l.Tokens)))
		name := strings.Fields(naming.Key(l.Text(token.Between(j, len(l.Tokens)))))
		return len(name) < 2 || namedAgain(words, name)
	})
}

// namedAgain reports whether the first words of a name occur in a sentence.
func namedAgain(words, name []string) bool {
	name = name[:min(len(name), 3)]
	for i := 0; i+len(name) <= len(words); i++ {
		if slices.Equal(words[i:i+len(name)], name) {
			return true
		}
	}
	return false
}

var (
	freeing = token.NewLexicon("theo từng trường hợp|theo các trường hợp|tương ứng với từng trường hợp|tương ứng từng trường hợp|không phải nộp|không cần nộp|không cần xuất trình|không yêu cầu|không phải xuất trình|không bắt buộc|được miễn nộp|miễn nộp|không nộp|khi cần thiết|trường hợp cần thiết|nếu cần thiết|tùy theo|tuỳ theo|tùy từng|tuỳ từng|chỉ thực hiện trong trường hợp|chỉ nộp một lần|chỉ nộp lần đầu")
	money   = token.NewLexicon("thuế|phí|lệ phí|tiền|hồ sơ hoàn thuế")
)

// unread returns a part of a row that begins like a paper and is in no name, no condition and
// nothing that names leave out.
func (r *reader) unread(items []Item, all token.Piece) token.Piece { //nolint:cyclop // one rule of the grammar, read from top to bottom
	read := make([]bool, len(r.Tokens))
	mark := func(from, to int) {
		for i := range r.Tokens {
			if r.Tokens[i].Lo >= from && r.Tokens[i].Hi <= to {
				read[i] = true
			}
		}
	}
	var of func(it Item)
	of = func(it Item) {
		if n := len(it.Spans); n > 0 {
			mark(it.Spans[0].From, it.Spans[n-1].To)
		}
		for _, w := range it.Whens {
			for i := w.Piece.From; i < w.Piece.To && i < len(read); i++ {
				read[i] = true
			}
		}
		for _, o := range it.OneOf {
			of(o)
		}
	}
	for _, it := range items {
		of(it)
	}
	for i := all.From + 1; i < all.To; i++ {
		switch {
		case read[i], r.Tokens[i].Depth > 0:
		case naming.DetailAt(r.Line, token.Between(i, all.To)) == i:
			stop := ";."
			if c := r.Colon(token.Between(i, all.To)); c > 0 && r.Mark(token.Between(i, c), ";") < 0 {
				stop = "." // a list of contents
			}
			for i+1 < all.To && !read[i+1] && !strings.ContainsAny(r.At(i+1), stop) {
				i++
			}
		case vocab.Citations.Match(r.Line, i, all.To) > 0, vocab.Remarks.Match(r.Line, i, all.To) > 0:
			for i+1 < all.To && !read[i+1] && !strings.ContainsAny(r.At(i+1), ";.") {
				i++
			}
		case r.At(i) == "xác" && r.At(i-1) == "có": // "bản chụp có xác nhận của doanh nghiệp": the form and not the paper
		case newPaper.Match(r.Line, i-1, i) > 0 && vocab.StrongPapers.Match(r.Line, i, all.To) > 0 && vocab.CopyHeads.Match(r.Line, i, all.To) == 0 && !r.isRule(token.Between(i, all.To)) && vocab.Pronouns.Match(r.Line, i, all.To) == 0:
			end := i
			for end < all.To && !read[end] && !strings.ContainsAny(r.At(end), ";.") {
				end++
			}
			if q := (token.Between(i, end)); end-i > 2 && !r.aboutPapers(q) && !r.named(q, items) && !r.numberOf(i, all) {
				return q
			}
		}
	}
	return token.Piece{}
}

// newPaper are words and marks after which a paper may begin.
var newPaper = token.NewLexicon(";|.|,|:|và|hoặc|kèm theo|nộp|có|gồm|bằng|trình|thêm|sung|theo")

// named reports whether p begins like a paper that was already named.
func (r *reader) named(p token.Piece, items []Item) bool {
	head := naming.Key(r.Text(token.Between(p.From, min(p.To, p.From+2))))
	return slices.ContainsFunc(items, func(it Item) bool {
		return strings.Contains(naming.Key(it.Name), head) || slices.ContainsFunc(it.OneOf, func(o Item) bool { return strings.Contains(naming.Key(o.Name), head) })
	})
}

// numberOf reports whether only the number of the paper at i is asked for: "họ tên, số Căn cước
// công dân hoặc Hộ chiếu của người đại diện".
func (r *reader) numberOf(i int, all token.Piece) bool {
	for k := i - 1; k > all.From && k > i-14 && r.At(k) != ";" && r.At(k) != "."; k-- {
		if r.At(k) == "số" && vocab.IdentityNouns.Match(r.Line, k+1, all.To) > 0 {
			return vocab.IdentityNouns.Match(r.Line, i, all.To) > 0
		}
	}
	return false
}
