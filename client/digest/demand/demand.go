// Package demand finds words that require a paper of the applicant: a duty in a clause, a duty
// that looks like a remark, one that an office states, and one outside of the rows. Whether a
// duty is about a paper or about how it is copied is decided by package naming.
package demand

import (
	"strings"

	"motcua/client/digest/condition"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Duty returns the position and length of the first duty in the first clause of p; at is -1 if
// there is none.
func Duty(l *token.Line, p token.Piece) (at, n int) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	for i := p.From; i < p.To; i++ {
		t := l.Tokens[i]
		if t.Depth > 0 {
			continue
		}
		if t.Word == ";" {
			return -1, 0
		}
		m := vocab.Duties.Match(l, i, p.To)
		if m == 0 && makes[l.At(i)] && vocab.Applicants.Match(l, p.From, i) > 0 && vocab.FormNouns.Match(l, naming.QuantityAt(l, i+1, p.To), p.To) > 0 {
			return i, 1 // "thì đại diện thân nhân lập bản khai theo mẫu"
		}
		if m == 0 || m == 1 && l.At(i) == "có" && i > p.From || (l.At(i) == "nộp" || l.At(i) == "gửi") && (l.At(i+1) == "hồ" || l.At(i-1) == "người") && l.At(i-1) != "phải" {
			continue
		}
		j := i + m
		for range 3 {
			if l.At(j) == "thêm" || l.At(j) == ":" || l.At(j) == "các" && l.At(j+1) == "nội" || l.At(j) == "," && l.At(i) == "ngoài" {
				if l.At(j) == "các" {
					j++
				}
				j++
			}
		}
		return i, j - i
	}
	return -1, 0
}

// makes are what applicants do with a form.
var makes = map[string]bool{"lập": true, "làm": true, "viết": true}

// IsMust recognises "Y là tài liệu phải có trong hồ sơ".
func IsMust(l *token.Line, p token.Piece) bool {
	at, _ := mustPaper.Find(l, p, 0)
	return at > p.From
}

// BeforeMust returns the paper before the words that IsMust finds; p must contain them.
func BeforeMust(l *token.Line, p token.Piece) token.Piece {
	at, _ := mustPaper.Find(l, p, 0)
	return token.Between(p.From, at)
}

var mustPaper = token.NewLexicon("là tài liệu phải có|là giấy tờ phải có|là thành phần hồ sơ bắt buộc|là văn bản phải có|là thành phần của hồ sơ")

// Hidden reports whether a clause seems to require a paper of the applicant.
func Hidden(l *token.Line, p token.Piece) bool {
	if vocab.Offices.Match(l, p.From, p.To) > 0 {
		return false
	}
	for i := p.From; i < p.To; i++ {
		n := hiddenDuties.Match(l, i, p.To)
		if n == 0 || l.Tokens[i].Depth > 0 {
			continue
		}
		if vocab.NoDuties.In(l, token.Between(max(p.From, i-5), i+n)) {
			return false
		}
		object := token.Between(i+n, p.To)
		if naming.StartsPaper(l, object) && !naming.CopyRule(l, object) && vocab.Pronouns.Match(l, naming.SkipLead(l, object), p.To) == 0 {
			return true
		}
	}
	return false
}

var hiddenDuties = token.NewLexicon("phải nộp|phải có|phải xuất trình|phải kèm theo|phải bổ sung|nộp thêm|nộp bổ sung|bổ sung thêm|xuất trình thêm|còn phải có|còn phải nộp|kèm theo|gửi kèm|nộp|cần có|phải kèm|phải cung cấp")

// More reports whether a clause requires an additional paper.
func More(l *token.Line, p token.Piece) bool {
	return more.In(l, p) && !vocab.NoDuties.In(l, p)
}

var more = token.NewLexicon("nộp thêm|bổ sung thêm|phải có thêm|kèm theo|gửi kèm|nộp bổ sung|xuất trình thêm|còn phải|nộp|phải có|có thêm|xuất trình giấy tờ, tài liệu|xuất trình giấy tờ chứng minh|xuất trình")

// ByOffice recognises "cơ quan đề nghị người nộp bổ sung bản sao giấy Y".
func ByOffice(l *token.Line, p token.Piece) bool {
	at, n := asking.Find(l, p, 0)
	if at < 0 || vocab.Applicants.Match(l, at+n, p.To) == 0 {
		return false
	}
	q := token.Between(at+n, p.To)
	for i := q.From; i < q.To && i < q.From+14; i++ {
		if m := hiddenDuties.Match(l, i, q.To); m > 0 {
			object := token.Between(i+m, q.To)
			j := naming.BehindCopies(l, object)
			return naming.StartsPaper(l, object) && !naming.CopyRule(l, object) && vocab.Pronouns.Match(l, j, q.To) == 0 && vague.Match(l, j, q.To) == 0
		}
	}
	return false
}

var (
	asking = token.NewLexicon("đề nghị|yêu cầu")
	vague  = token.NewLexicon("giấy tờ để chứng minh|giấy tờ|hồ sơ")
)

// InSomeCase returns the words of each paper that a sentence requires in some case only.
func InSomeCase(sentence string) [][]string {
	low := strings.ToLower(sentence)
	if !strings.Contains(low, "trường hợp") && !strings.Contains(low, "nếu") || !strings.Contains(low, "phải") && !strings.Contains(low, "thì") {
		return nil
	}
	l := token.Scan(sentence)
	var out [][]string
	for _, part := range l.Parts(token.Between(0, len(l.Tokens))) {
		for i := part.From; i < part.To; i++ {
			if someCase.Match(l, i, part.To) == 0 || l.Tokens[i].Depth > 0 {
				continue
			}
			if object := demandedIf(l, token.Between(i, part.To)); !object.Empty() {
				out = append(out, strings.Fields(naming.Key(l.Text(object))))
			}
		}
	}
	return out
}

// demandedIf returns the paper that "trường hợp X thì phải có Y" requires.
func demandedIf(l *token.Line, p token.Piece) token.Piece {
	w, rest, ok := condition.Front(l, p)
	if !ok || !w.Sure || condition.OnFiling(l, w.Piece) || vocab.Offices.Match(l, rest.From, rest.To) > 0 {
		return token.Piece{}
	}
	at, n := Duty(l, rest)
	if at < 0 || at-rest.From > 12 || plainDuties.Match(l, at, rest.To) == 0 || vocab.NoDuties.In(l, token.Between(max(rest.From, at-4), at+n)) {
		return token.Piece{}
	}
	object := token.Between(at+n, rest.To)
	if i := naming.SkipLead(l, object); (naming.StartsStrong(l, object) || vocab.FormNouns.Match(l, i, object.To) > 0) && !naming.CopyRule(l, object) {
		return token.Between(i, min(object.To, object.From+30))
	}
	return token.Piece{}
}

var (
	someCase    = token.NewLexicon("trường hợp|nếu|đối với")
	plainDuties = token.NewLexicon("phải có|phải nộp|nộp thêm|phải kèm|phải bổ sung|phải xuất trình|cần có|còn phải|phải gửi kèm|bổ sung thêm")
)
