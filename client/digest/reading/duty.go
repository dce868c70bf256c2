package reading

import (
	"motcua/client/digest/condition"
	"motcua/client/digest/demand"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// What a row requires in a sentence with a subject, and after its first sentence.

// subject reads "Công dân Việt Nam đã ly hôn phải nộp Y": the subject is the condition, unless
// it means everybody.
func (r *reader) subject(p token.Piece, whens []condition.When) bool {
	n := vocab.Applicants.Match(r.Line, p.From, p.To)
	if n == 0 {
		return false
	}
	for i := p.From + 1; i < p.To && i < p.From+40; i++ {
		if r.Tokens[i].Depth > 0 {
			continue
		}
		if r.Tokens[i].Kind == token.Mark && r.At(i) != "," && r.At(i) != "/" {
			return false
		}
		m := vocab.SubjectDuties.Match(r.Line, i, p.To)
		if m == 0 {
			continue
		}
		object := token.Between(i+m, p.To)
		if r.none || vocab.NoDuties.In(r.Line, token.Between(max(p.From, i-3), i+m)) || !naming.StartsPaper(r.Line, object) || naming.CopyRule(r.Line, object) {
			return false
		}
		if e := everybody.Match(r.Line, p.From, i); e > 0 && i-p.From <= e+4 {
			return r.papers(object, whens)
		}
		return r.papers(object, append(whens[:len(whens):len(whens)], condition.New(r.Line, token.Between(p.From, i), true)))
	}
	return false
}

// everybody are subjects for the person at the counter.
var everybody = token.NewLexicon("người yêu cầu|người đề nghị|người nộp hồ sơ|người làm thủ tục|người dân|người có yêu cầu|người khai hải quan|người nộp thuế|tổ chức, cá nhân|cá nhân, tổ chức|công dân|tổ chức|cá nhân|doanh nghiệp|chủ xe|chủ đầu tư|nhà đầu tư|người nộp đơn|người đăng ký|người có nhu cầu|cơ sở|đơn vị|người đó|người được cấp")

// later reads a sentence after the first. It requires papers, or says more about those that
// were named.
func (r *reader) later(p token.Piece, whens []condition.When) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	p = r.SkipBullets(p)
	if p.Empty() {
		return
	}
	if r.exempt(p) {
		return
	}
	if w, rest, ok := condition.Front(r.Line, p); ok {
		if condition.OnFiling(r.Line, w.Piece) && !demand.More(r.Line, rest) {
			return
		}
		n := len(r.items)
		if r.consequence(w, rest, p, whens, false) {
			for i := n; i < len(r.items); i++ {
				r.items[i].Why = whyLater
			}
			return
		}
		if demand.Hidden(r.Line, rest) {
			r.doubt(p, "a later sentence may demand a paper")
		}
		return
	}
	if r.At(p.From) == "nội" && r.At(p.From+1) == "dung" && len(r.items) > 0 && r.Mark(p, ";") < 0 {
		return // "Nội dung của đề án bao gồm ...": its contents
	}
	if vocab.Remarks.Match(r.Line, p.From, p.To) > 0 {
		if demand.Hidden(r.Line, p) {
			r.doubt(p, "a remark that may demand a paper")
		}
		return
	}
	if n := withDossier.Match(r.Line, p.From, p.To); n > 0 {
		for i := p.From + n; i < p.To; i++ {
			if vocab.TailOpeners.Match(r.Line, i, p.To) > 0 {
				if w, rest, ok := condition.Front(r.Line, token.Between(i, p.To)); ok && r.consequence(w, rest, p, whens, false) {
					return
				}
			}
		}
	}
	if r.At(p.From) == "ngoài" || r.At(p.From) == "đồng" && r.At(p.From+1) == "thời" || r.At(p.From) == "kèm" {
		if at, n := demand.Duty(r.Line, p); at >= 0 && naming.StartsPaper(r.Line, token.Between(at+n, p.To)) && !naming.CopyRule(r.Line, token.Between(at+n, p.To)) && !vocab.NoDuties.In(r.Line, token.Between(p.From, at+n)) {
			r.papers(token.Between(at+n, p.To), whens)
			return
		}
	}
	if naming.StartsPaper(r.Line, p) && vocab.StrongPapers.Match(r.Line, naming.SkipLead(r.Line, p), p.To) > 0 && !r.aboutPapers(p) && !hasVerb(r.Line, p) {
		r.papers(p, whens)
		return
	}
	if demand.Hidden(r.Line, p) {
		r.doubt(p, "a later sentence may demand a paper")
	}
}

// withDossier begin a sentence about a paper that comes on top of the dossier.
var withDossier = token.NewLexicon("kèm theo hồ sơ|kèm hồ sơ")

const whyLater = "a later sentence demands it"
