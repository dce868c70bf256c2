package reading

import (
	"slices"

	"motcua/client/digest/condition"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// What a paper has to contain ("Đơn gồm các nội dung: ..."), which is no paper of its own.

// opensContents reports whether a part of a list ends in "trong đó:", so that the parts after
// it are its contents.
func (r *reader) opensContents(p token.Piece) bool {
	return p.To-p.From > 3 && r.At(p.To-1) == ":" && r.At(p.To-2) == "đó" && r.At(p.To-3) == "trong"
}

// contents reads a paper whose contents begin at at. A paper that comes with it ("kèm theo bản
// sao ...") is separate.
func (r *reader) contents(p token.Piece, at int, whens []condition.When) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	head := token.Between(p.From, at)
	for head.To > head.From+2 && (r.At(head.To-1) == "," || r.At(head.To-1) == ";" || r.At(head.To-1) == "về") {
		head.To-- // "Văn bản thông báo về các nội dung sau"
	}
	inside := condition.Behind(r.Line, token.Between(at, p.To))
	if parts := r.Parts(token.Between(at, p.To)); len(inside) > 1 && len(parts) == len(inside) && !slices.ContainsFunc(inside, func(t condition.Tail) bool { return !t.Brace || t.IfAny }) {
		r.doubt(p, "contents that differ by case")
		return
	} else if len(inside) > 1 && len(parts) > 1 {
		inside = nil // "gồm các nội dung: A (đối với X); B (đối với Y)": each is about a part of the contents
	}
	for _, t := range inside {
		// "…, trong đó có cam đoan (nếu nộp trực tiếp)": the bracket at the end is about the
		// paper.
		if t.Brace && t.When.Sure && naming.NoWords(r.Line, token.Between(t.End, p.To)) && (!t.IfAny || r.Mark(token.Between(at, t.Open), ",") < 0 && r.Mark(token.Between(at, t.Open), ";") < 0 && r.Mark(token.Between(at, t.Open), ":") < 0) {
			whens = append(whens[:len(whens):len(whens)], t.When)
		} else if !t.Brace && !t.IfAny && wholeTails.Match(r.Line, t.Open, p.To) > 0 && r.Colon(token.Between(at, t.Open)) < 0 && !vocab.Filing.In(r.Line, t.When.Piece) {
			r.doubt(p, "a condition behind the contents of a paper")
			return
		}
	}
	r.unit(head, whens)
	open := false
	for i := at + 1; i < p.To; i++ {
		if r.Tokens[i].Depth > 0 {
			continue
		}
		if vocab.CaseWords.Match(r.Line, i, p.To) > 0 && (r.At(i) != "đối" || r.At(i-1) == ";" || r.At(i-1) == "+" || r.At(i-1) == "-") && r.Mark(token.Between(at, i), ";") > 0 {
			r.doubt(token.Between(i, p.To), "contents that differ by case")
			return
		}
		if vocab.CaseOpeners.Match(r.Line, i, p.To) > 0 && !open && r.asksMore(token.Between(i, p.To)) {
			r.doubt(token.Between(i, p.To), "a later clause may demand a paper")
			return
		}
		if r.At(i) == ":" {
			open = true
		}
		if n := vocab.WithIt.Match(r.Line, i, p.To); n > 0 && naming.StartsPaper(r.Line, token.Between(i+n, p.To)) && !naming.CopyRule(r.Line, token.Between(i+n, p.To)) {
			r.papers(token.Between(i+n, p.To), whens)
			return
		}
		if bullet := r.bulletOf(p); r.At(i) == ";" && bullet != "" && i+1 < p.To && r.At(i+1) == bullet && naming.StartsStrong(r.Line, token.Between(i+1, p.To)) {
			r.papers(token.Between(i+1, p.To), whens) // "+ A, trong đó nêu rõ …; + B": the row is a list
			return
		}
		if r.At(i) == ";" && !open && plainPapers.Match(r.Line, naming.SkipLead(r.Line, token.Between(i+1, p.To)), p.To) > 0 {
			r.doubt(token.Between(i+1, p.To), "a paper or a part of the one before")
			return
		}
	}
}

// bulletOf returns the bullet before a part of a row, "" if there is none.
func (r *reader) bulletOf(p token.Piece) string {
	for i := p.From - 1; i >= 0 && i >= p.From-2; i-- {
		if w := r.At(i); w == "-" || w == "–" || w == "+" || w == "•" {
			return w
		}
	}
	return ""
}

// plainPapers begin a paper that is handed in with another.
var plainPapers = token.NewLexicon("bản sao|bản chính|tờ khai|biên bản|hợp đồng|hóa đơn|văn bản|giấy chứng nhận|giấy phép|đơn|hộ chiếu|danh sách")

// asksMore recognises "trường hợp X, tổ chức phải bổ sung báo cáo Y" inside contents.
func (r *reader) asksMore(p token.Piece) bool {
	for i := p.From; i < p.To && i < p.From+50 && r.At(i) != ";"; i++ {
		if n := onTopDuties.Match(r.Line, i, p.To); n > 0 && r.Tokens[i].Depth == 0 && naming.StartsStrong(r.Line, token.Between(i+n, p.To)) && !naming.CopyRule(r.Line, token.Between(i+n, p.To)) {
			return true
		}
	}
	return false
}

var onTopDuties = token.NewLexicon("phải bổ sung|phải nộp kèm|nộp kèm|phải nộp|nộp thêm|nộp bổ sung|phải gửi kèm|phải kèm theo|phải có thêm|phải nộp thêm|cần bổ sung|bổ sung thêm|phải cung cấp|phải xuất trình")

// wholeTails begin conditions that are more likely about a paper than about its contents.
var wholeTails = token.NewLexicon("đối với trường hợp|trong trường hợp|trừ trường hợp|đối với các trường hợp")
