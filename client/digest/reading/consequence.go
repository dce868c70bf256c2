package reading

import (
	"slices"

	"motcua/client/digest/condition"
	"motcua/client/digest/demand"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// The consequence of a condition: "Trường hợp X thì nộp Y".

// consequence reads what follows a condition. It reports whether papers were found.
func (r *reader) consequence(w condition.When, rest, whole token.Piece, whens []condition.When, first bool) bool { //nolint:cyclop // one rule of the grammar, read from top to bottom
	if rest.Empty() {
		return false
	}
	rest = r.SkipBullets(rest)
	if w2, rest2, ok := condition.Front(r.Line, rest); ok && vocab.CaseOpeners.Match(r.Line, rest.From, rest.To) > 0 {
		return r.consequence(w2, rest2, whole, append(whens[:len(whens):len(whens)], w), first)
	}
	all := slices.Concat(whens, []condition.When{w})
	colon := rest.From > 0 && r.At(rest.From-1) == ":"
	if at, n := replaced.Find(r.Line, rest, 0); at > 0 && !first && naming.StartsStrong(r.Line, token.Between(at+n, rest.To)) && !naming.CopyRule(r.Line, token.Between(at+n, rest.To)) {
		return r.papers(token.Between(at+n, rest.To), all) // "thì văn bản A được thay thế bằng giấy tờ B"
	}
	if naming.StartsPaper(r.Line, rest) && vocab.Containers.Match(r.Line, rest.From, rest.To) == 0 && vocab.Duties.Match(r.Line, rest.From, rest.To) == 0 {
		switch {
		case demand.IsMust(r.Line, rest):
			return r.papers(demand.BeforeMust(r.Line, rest), all)
		case !colon && !first, r.aboutPapers(rest), vocab.AppliesTo.In(r.Line, rest):
			return false
		}
		return r.papers(rest, all)
	}
	if vocab.Containers.Match(r.Line, rest.From, rest.To) > 0 && naming.StartsPaper(r.Line, rest) && colon && !r.aboutPapers(rest) && !vocab.Duties.In(r.Line, token.Between(rest.From, min(rest.From+8, rest.To))) {
		return r.papers(rest, all)
	}
	if c := r.Colon(rest); c > 0 && c+1 < rest.To && !vocab.NoDuties.In(r.Line, token.Between(rest.From, c)) && asFollows.In(r.Line, token.Between(max(rest.From, c-4), c)) {
		if q := r.SkipBullets(token.Between(c+1, rest.To)); naming.StartsStrong(r.Line, q) {
			if at, n := demand.Duty(r.Line, token.Between(rest.From, c)); at >= 0 && r.paperBefore(token.Between(at+n, c)) {
				r.doubt(whole, "a list whose parts are no plain papers")
				return true // "kèm theo Quyết định A và các tài liệu (gồm: B": otherwise A would be lost
			}
			return r.papers(q, all)
		}
	}
	at, n := demand.Duty(r.Line, rest)
	if at < 0 {
		return false
	}
	before := token.Between(rest.From, at)
	if vocab.NoDuties.In(r.Line, token.Between(max(rest.From, at-4), at+n)) || vocab.NoDuties.Match(r.Line, at+n, rest.To) > 0 || r.freed(before) {
		return false
	}
	if vocab.Offices.Match(r.Line, rest.From, at) > 0 {
		if demand.ByOffice(r.Line, rest) {
			r.doubt(whole, "the office may ask for a paper")
			return true
		}
		return false
	}
	object := token.Between(at+n, rest.To)
	show := r.At(at) == "xuất" || r.At(at+1) == "xuất" || r.At(at+2) == "xuất"
	if naming.CopyRule(r.Line, object) {
		return false
	}
	if !naming.StartsPaper(r.Line, object) {
		if j := naming.SkipLead(r.Line, object); vocab.NotPapers.Match(r.Line, j, object.To) > 0 {
			return false // "phải có đầy đủ chữ ký, con dấu của các chủ thể"
		}
		if vocab.PaperNouns.In(r.Line, token.Between(object.From, min(object.To, object.From+12))) && !naming.CopyRule(r.Line, object) {
			r.doubt(whole, "a duty whose paper is not plain")
			return true
		}
		return false
	}
	from := len(r.items)
	ok := r.papers(object, all)
	for i := from; i < len(r.items); i++ {
		r.items[i].Show = r.items[i].Show || show
	}
	return ok
}

var asFollows = token.NewLexicon("cụ thể|như sau|sau đây|sau|gồm|bao gồm|giấy tờ sau")

var replaced = token.NewLexicon("được thay thế bằng|được thay bằng|thay thế bằng|thay bằng")

// paperBefore reports whether p, before a list, contains a paper of its own.
func (r *reader) paperBefore(p token.Piece) bool {
	i := naming.SkipLead(r.Line, p)
	return vocab.Containers.Match(r.Line, i, p.To) == 0 && vocab.CopyHeads.Match(r.Line, i, p.To) == 0 && vocab.OneOfWords.Match(r.Line, i, p.To) == 0 && vocab.StrongPapers.Match(r.Line, i, p.To) > 0
}

// freed reports whether the words before a duty say that nobody has it: "không yêu cầu tổ chức,
// cá nhân nộp".
func (r *reader) freed(before token.Piece) bool {
	for i := before.From; i < before.To; i++ {
		if r.At(i) == "không" && r.Tokens[i].Depth == 0 && freeingVerbs[r.At(i+1)] {
			return true
		}
	}
	return false
}

var freeingVerbs = map[string]bool{"yêu": true, "bắt": true, "phải": true, "cần": true, "thực": true, "đề": true}
