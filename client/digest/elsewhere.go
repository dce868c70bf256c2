package digest

import (
	"slices"
	"strings"

	"motcua/client/digest/demand"
	"motcua/client/digest/naming"
	"motcua/client/digest/reading"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// What the page says about a paper outside of its row: in rows of advice, in the conditions and
// in the steps. These may show that a paper which looks like one for everybody is for some
// people only.

// freedElsewhere moves papers for everybody to the rows to read closely if a note says that
// only some people hand them in: "Lưu ý: Giấy tờ chứng minh nhân thân: chỉ nộp trong trường hợp
// ...".
func (pg *page) freedElsewhere() {
	var notes []string
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			if r := &pg.rows[li][ri]; r.Class == reading.ClassNote && r.Line != nil && onlySome.In(r.Line, token.Between(0, len(r.Line.Tokens))) {
				notes = append(notes, naming.Key(r.Full))
			}
		}
	}
	if len(notes) == 0 {
		return
	}
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if len(r.Items) != 1 || len(r.Items[0].Whens) > 0 || len(strings.Fields(r.Items[0].Name)) < 4 {
				continue
			}
			key := naming.Key(r.Items[0].Name)
			if slices.ContainsFunc(notes, func(n string) bool { return strings.Contains(n, key) }) {
				pg.close(li, ri, "a note says that only some hand it in")
			}
		}
	}
}

var onlySome = token.NewLexicon("chỉ nộp trong trường hợp|chỉ nộp khi|chỉ phải nộp|chỉ yêu cầu nộp|chỉ xuất trình khi|chỉ áp dụng khi|chỉ áp dụng trong trường hợp|chỉ áp dụng đối với|chỉ nộp đối với|không phải nộp|không cần nộp|không yêu cầu nộp|không phải xuất trình")

// pointed reads rows that refer to other rows by their counters: "Tài liệu quy định tại điểm g
// chỉ áp dụng đối với xe cũ". Such a row is advice, and the papers that it limits are for some
// people only.
func (pg *page) pointed() {
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if r.Line == nil || pg.row(li, ri).Originals+pg.row(li, ri).Copies > 0 {
				continue
			}
			counters := pointsAt(r.Line)
			if len(counters) == 0 {
				continue
			}
			r.Class, r.Why, r.Items, r.Close = reading.ClassNote, "speaks of papers of other rows", nil, nil
			if limiting.In(r.Line, token.Between(0, len(r.Line.Tokens))) {
				pg.closePointed(counters)
			}
		}
	}
}

func (pg *page) closePointed(counters []string) {
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			if r := &pg.rows[li][ri]; r.ForAll() && slices.Contains(counters, counterOf(pg.row(li, ri).Name)) {
				pg.close(li, ri, "another row says that only some hand it in")
			}
		}
	}
}

// limiting are words which say that not everybody hands a paper in.
var limiting = token.NewLexicon("áp dụng đối với|áp dụng cho|áp dụng với|áp dụng khi|áp dụng trong|miễn|không phải nộp|không cần nộp|không yêu cầu")

// pointsAt returns the counters of the rows that the beginning of a sentence refers to.
func pointsAt(l *token.Line) []string {
	p := l.SkipBullets(token.Between(0, len(l.Tokens)))
	if l.At(p.From) == "miễn" {
		p.From++
	}
	p.From += vocab.Articles.Match(l, p.From, p.To)
	n := pointingAt.Match(l, p.From, p.To)
	if n == 0 {
		return nil
	}
	var out []string
	for i := p.From + n; i < p.To; i++ {
		switch w := l.At(i); {
		case w == "," || w == "và":
		case l.Tokens[i].Kind != token.Mark && len([]rune(w)) <= 2:
			out = append(out, w)
		default:
			return out
		}
	}
	return out
}

var pointingAt = token.NewLexicon("tài liệu quy định tại điểm|tài liệu quy định tại các điểm|giấy tờ quy định tại điểm|giấy tờ quy định tại các điểm|tài liệu nêu tại điểm|tài liệu nêu tại các điểm|giấy tờ nêu tại điểm|giấy tờ nêu tại các điểm|tài liệu tại điểm|tài liệu tại các điểm|giấy tờ tại điểm|giấy tờ tại các điểm|thành phần hồ sơ tại điểm|thành phần hồ sơ quy định tại điểm")

// saidElsewhere moves papers to the rows to read closely if the conditions or the steps of the
// procedure demand them only in some case: "trường hợp chưa có thẻ thường trú thì phải có đơn
// giải trình về thời gian đã tạm trú".
func (pg *page) saidElsewhere() {
	var some [][]string
	texts := []string{pg.procedure.Conditions}
	for _, s := range pg.procedure.Steps {
		texts = append(texts, s.Text)
	}
	for _, text := range texts {
		for chunk := range strings.SplitSeq(token.FoldSpace(token.Beginning(text)), ". ") {
			some = append(some, demand.InSomeCase(chunk)...)
		}
	}
	if len(some) == 0 {
		return
	}
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if !r.ForAll() || len(r.Items) != 1 || len(r.Items[0].OneOf) > 0 {
				continue
			}
			name := strings.Fields(naming.Key(r.Items[0].Name))
			if slices.ContainsFunc(some, func(words []string) bool { return namesIt(words, name) }) {
				pg.close(li, ri, "the conditions or steps ask some people only for it")
			}
		}
	}
}

// namesIt reports whether most words of a name occur at the beginning of words.
func namesIt(words, name []string) bool {
	if len(name) < 4 {
		return false
	}
	n := 0
	for _, w := range name {
		if slices.Contains(words[:min(len(words), len(name)+4)], w) {
			n++
		}
	}
	return n*5 >= len(name)*4 && words[0] == name[0]
}

// represented gives papers to everybody that prove who acts for somebody who never acts himself: in
// "Cấp thẻ căn cước cho người dưới 14 tuổi" somebody represents each applicant.
func (pg *page) represented() {
	name := naming.Key(pg.procedure.Name)
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if len(r.Items) != 1 || r.Items[0].Why != reading.WhyRepresents {
				continue
			}
			_, whom, ok := strings.Cut(naming.Key(r.Items[0].Name), " của ")
			if ok && len(strings.Fields(whom)) > 2 && strings.Contains(name, whom) {
				r.Items[0].Whens, r.Items[0].Why, r.Class = nil, "proves who represents, and the procedure is for people who are represented", reading.ClassHandIn
			}
		}
	}
}

// ownAct drops conditions that only repeat what the procedure does: "đối với dự án điều chỉnh" in
// "Điều chỉnh giấy phép". A procedure with several acts has people who do another.
func (pg *page) ownAct() {
	l := token.Scan(token.FoldSpace(pg.procedure.Name))
	n := vocab.Acts.Match(l, 0, len(l.Tokens))
	if n == 0 || moreActs[l.At(n)] {
		return
	}
	act := token.Lowered(l.Text(token.Between(0, n)))
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if len(r.Items) != 1 || len(r.Items[0].Whens) != 1 || r.Items[0].Whens[0].Except {
				continue
			}
			if when := token.Lowered(r.Items[0].Whens[0].Words); len(strings.Fields(when)) <= n+2 && strings.HasSuffix(when, act) {
				r.Items[0].Whens, r.Class = nil, reading.ClassHandIn
			}
		}
	}
}

// moreActs are words and marks between the acts of a procedure: "Cấp, gia hạn".
var moreActs = map[string]bool{",": true, "và": true, "hoặc": true, "/": true, ";": true}
