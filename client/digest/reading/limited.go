package reading

import (
	"slices"

	"motcua/client/digest/condition"
	"motcua/client/digest/joint"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Papers that only some people need: because of a condition beside the paper, a condition in
// words that its name leaves out, or the kind of paper.

// limited reads a part that contains conditions.
func (r *reader) limited(p token.Piece, ts []condition.Tail, whens []condition.When) {
	items, doubts := len(r.items), len(r.doubts)
	r.limitedBy(p, ts, whens)
	if len(r.doubts) > doubts && len(r.items) > items { // the doubt may be about papers that were already read
		r.items = r.items[:items]
	}
}

func (r *reader) limitedBy(p token.Piece, ts []condition.Tail, whens []condition.When) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	if len(ts) == 1 && ts[0].Brace && !ts[0].IfAny && joint.InsideOneOf(r.Line, p, ts[0]) {
		r.joined(p, nil, whens, true) // "một trong các giấy tờ: A, B, C (đối với trẻ em) của người …"
		return
	}
	if len(ts) > 1 && r.allFiling(ts) || r.byFiling(p) {
		r.joined(p, nil, whens, true) // "giấy (nộp trực tiếp) hoặc bản điện tử (nộp trực tuyến)": the form and not the paper
		return
	}
	if kept := slices.DeleteFunc(slices.Clone(ts), func(t condition.Tail) bool {
		return t.Brace && (t.IfAny || t.End < p.To && r.Tokens[t.End].Kind == token.Word) && joint.OfBody(r.Line, p, t)
	}); len(kept) < len(ts) {
		if len(kept) == 0 {
			r.joined(p, nil, whens, true)
			return
		}
		ts = kept
	}
	for _, t := range ts {
		if !t.When.Sure {
			r.doubt(p, "“"+r.Text(token.Between(t.Open, min(t.Open+4, p.To)))+"” may open a condition or not")
			return
		}
	}
	if len(ts) == 1 && !ts[0].Brace && vocab.Filing.In(r.Line, ts[0].When.Piece) {
		r.doubt(p, "a condition on how the dossier comes in")
		return
	}
	from := p.From
	for k := 0; k < len(ts); k++ {
		// Consecutive conditions apply together.
		group := []condition.Tail{ts[k]}
		for k+1 < len(ts) && naming.NoWords(r.Line, token.Between(ts[k].End, ts[k+1].Open)) {
			k++
			group = append(group, ts[k])
		}
		last := group[len(group)-1]
		if len(group) > 1 && !group[0].Brace && !group[1].Brace && !group[0].IfAny && !group[1].IfAny && !group[1].When.Except {
			r.doubt(p, "two conditions behind each other")
			return
		}
		after := token.Between(last.End, p.To)
		own := whens[:len(whens):len(whens)]
		for _, g := range group {
			own = append(own, g.When)
		}
		head := token.Between(from, group[0].Open)
		n := naming.Joint(r.Line, after.From, after.To)
		if m := vocab.FormWords.Match(r.Line, after.From, after.To); n == 0 && m > 0 && last.Brace && last.IfAny {
			if j := naming.Joint(r.Line, after.From+m, after.To); j > 0 {
				n = m + j // "Danh sách hành khách (nếu có) theo mẫu, Giấy phép rời cảng"
			}
		}
		either := n > 0 && r.At(after.From) == "hoặc" || r.At(after.From) == "," && r.At(after.From+1) == "hoặc"
		switch {
		case naming.NoWords(r.Line, after), naming.OnlyCopies(r.Line, after):
			r.last(p, head, last, own, whens)
			return
		case n == 0 && k+1 == len(ts):
			// Words that continue the name: "… (nếu có) theo quy định".
			if r.At(after.From) == "," && r.At(after.From+1) == "kèm" || r.At(after.From) == "kèm" {
				r.doubt(p, "a paper behind a condition")
				return
			}
			if last.IfAny && vocab.Citations.Match(r.Line, after.From, after.To) == 0 && r.Mark(head, ",") > 0 {
				r.doubt(p, "“nếu có” inside a name")
				return
			}
			r.joined(token.Between(from, p.To), r.gone(group), own, true)
			return
		case n == 0:
			r.doubt(p, "conditions in the middle of a paper")
			return
		case either && k+1 == len(ts):
			// "A (đối với X) hoặc B": one of the two, with the source's words.
			r.joined(token.Between(from, p.To), nil, whens, group[0].Brace)
			if !group[0].Brace {
				r.items = r.items[:len(r.items)-1]
				r.doubt(p, "an alternative behind a condition")
			}
			return
		case !group[0].Brace && k+1 == len(ts):
			r.doubt(p, "a paper behind a condition")
			return
		}
		r.last(token.Between(from, last.End), head, last, own, whens)
		from = after.From + n
	}
	if from < p.To {
		r.unit(token.Between(from, p.To), whens)
	}
}

// byFiling reports whether all of several cases in p are ways to file: "02 ảnh đối với trường
// hợp nộp trực tiếp, 01 tệp ảnh đối với trường hợp nộp trực tuyến".
func (r *reader) byFiling(p token.Piece) bool {
	n := 0
	for i := p.From + 1; i < p.To; i++ {
		k := vocab.TailOpeners.Match(r.Line, i, p.To)
		if k == 0 || r.Tokens[i].Depth > 0 {
			continue
		}
		if w := r.At(i + k); w != "nộp" && w != "gửi" || !vocab.Filing.In(r.Line, token.Between(i+k, min(p.To, i+k+12))) {
			return false
		}
		n++
		i += k - 1
	}
	return n > 1
}

func (r *reader) allFiling(ts []condition.Tail) bool {
	for _, t := range ts {
		if !vocab.Filing.In(r.Line, t.When.Piece) {
			return false
		}
	}
	return true
}

// last adds the papers in head that the condition after them limits.
func (r *reader) last(p, head token.Piece, t condition.Tail, own, whens []condition.When) {
	if t.IfAny && r.lastIfAny(head, t.End, own, whens) {
		return
	}
	i, n := joint.LastJoint(r.Line, head)
	either := i > 0 && (r.At(i) == "hoặc" || n == 2 && r.At(i+1) == "hoặc")
	if i < 0 {
		i, n = joint.OrAt(r.Line, head), 1
		either = i > 0
	}
	if i < 0 || either && head.To-i-n <= 7 && i-naming.BehindCopies(r.Line, head) <= 7 {
		r.joined(head, nil, own, true)
		return
	}
	switch joint.ReachOf(r.Line, token.Between(head.From, i), token.Between(i+n, head.To), t.When.Piece, either) {
	case joint.All:
		r.joined(head, nil, own, true)
	case joint.Last:
		if either { // "A hoặc B (đối với X)": one of the two, with the source's words
			r.joined(token.Between(head.From, t.End), nil, whens, true)
			return
		}
		r.joined(token.Between(head.From, i), nil, whens, true)
		r.joined(token.Between(i+n, head.To), nil, own, true)
	default:
		if either {
			r.doubt(p, "a condition that may hold for the last alternative only")
			return
		}
		r.doubt(p, "a condition that may hold for the last of several papers only")
	}
}

// lastIfAny adds the papers in head if "nếu có" after them, up to end, limits only some of them.
func (r *reader) lastIfAny(head token.Piece, end int, own, whens []condition.When) (added bool) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	// "A, B và C (nếu có)": the last one only.
	i, n := joint.LastJoint(r.Line, head)
	if i > 0 && r.At(i) == "," && naming.OthersAt(r.Line, i, head.To) && r.isContainer(token.Between(head.From, i)) {
		r.joined(head, nil, own, true) // "Các văn bản pháp lý, tài liệu khác có liên quan (nếu có)"
		return true
	}
	for i > 0 && (r.At(i) == "hoặc" || n == 2 && r.At(i+1) == "hoặc") {
		j, m := joint.LastJoint(r.Line, token.Between(head.From, i))
		if j < 0 {
			i = -1
			break
		}
		i, n = j, m
	}
	if i > 0 && (joint.BareNoun(r.Line, token.Between(head.From, i)) || r.At(i) == "," && joint.ShortNoun(r.Line, token.Between(head.From, i)) && r.Mark(token.Between(i+n, head.To), "của") > i+n) { // "Các văn bằng, chứng chỉ của nhân sự (nếu có)": one name
		r.joined(head, nil, own, true)
		return true
	}
	for k := naming.BehindCopies(r.Line, head) + 1; k < head.To; k++ {
		if n := vocab.WithIt.Match(r.Line, k, head.To); n > 0 && r.Tokens[k].Depth == 0 && !naming.WithLaw(r.Line, k, head.To) && naming.StartsPaper(r.Line, token.Between(k+n, head.To)) && (vocab.CopyHeads.Match(r.Line, naming.SkipLead(r.Line, token.Between(k+n, head.To)), head.To) == 0 || vocab.StrongPapers.Match(r.Line, naming.BehindCopies(r.Line, token.Between(k+n, head.To)), head.To) > 0) {
			r.joined(token.Between(head.From, k), nil, whens, true) // "A kèm theo B (nếu có)": B only
			r.joined(token.Between(k+n, head.To), nil, own, true)
			return true
		}
	}
	if i > 0 && r.At(i) == "," && n == 1 && joint.Pair(r.Line, head, i) && naming.NoWords(r.Line, token.Between(end, len(r.Tokens))) {
		r.joined(token.Between(head.From, i), nil, own, true) // "A, B (nếu có)": no word joins them, so it is said of both
		r.joined(token.Between(i+n, head.To), nil, own, true)
		return true
	}
	if i > 0 {
		r.joined(token.Between(head.From, i), nil, whens, true)
		r.joined(token.Between(i+n, head.To), nil, own, true)
		return true
	}
	return false
}

// hidesCondition reports whether words that a name leaves out begin a condition: "theo quy định
// đối với phương tiện không thuộc diện đăng kiểm".
func (r *reader) hidesCondition(p token.Piece, kept []token.Span, gone []token.Piece) bool {
	k := 0
	for i := p.From; i < p.To; i++ {
		t := r.Tokens[i]
		for k < len(kept) && kept[k].To <= t.Lo {
			k++
		}
		if k < len(kept) && kept[k].From <= t.Lo {
			continue
		}
		if j := slices.IndexFunc(gone, func(g token.Piece) bool { return g.From <= i && i < g.To }); j >= 0 {
			i = gone[j].To - 1
			continue
		}
		if t.Word == "(" && t.Depth == 1 {
			q := i + 1
			if r.At(q) == "hoặc" {
				q++ // "(hoặc bản sao có xác nhận của ngân hàng trường hợp …)"
			}
			q = naming.QuantityAt(r.Line, q, p.To)
			end := r.Closing(i, p.To)
			if r.At(i+1) == "bao" || vocab.CopyHeads.Match(r.Line, q, p.To) > 0 || vocab.Filing.In(r.Line, token.Between(i, end)) || condition.BehindForm(r.Line, i) || vocab.FormWords.Match(r.Line, q, p.To) > 0 || vocab.FormWords.Match(r.Line, end, p.To) > 0 {
				i = end - 1
				continue
			}
		}
		if r.hiddenAt(i, p) {
			return true
		}
	}
	return false
}

// hiddenAt reports whether a condition begins at i.
func (r *reader) hiddenAt(i int, p token.Piece) bool {
	return r.At(i-1) != "trừ" && hiddenOpeners.Match(r.Line, i, p.To) > 0 && (r.At(i) == "đối" && !condition.InLawTitle(r.Line, i, p) || r.At(i) != "đối" && !condition.NoOpener(r.Line, i, 1, p))
}

// hiddenOpeners begin conditions anywhere.
var hiddenOpeners = token.NewLexicon("đối với|trường hợp|nếu|trừ|trừ khi|áp dụng cho|chỉ áp dụng")

// implied adds conditions that are not stated: some papers are by their kind for some people
// only.
func (r *reader) implied() {
	for i := range r.items {
		it := &r.items[i]
		if len(it.Whens) > 0 || len(it.OneOf) > 0 {
			continue
		}
		l := token.Scan(it.Name)
		all := token.Between(0, len(l.Tokens))
		switch {
		case powerPapers.Match(l, 0, all.To) > 0 && powerEnds(l, powerPapers.Match(l, 0, all.To)):
			it.Whens, it.Why = []condition.When{{Words: "làm thay người khác", Sure: true}}, "a power of attorney is for who acts for another"
		case consigned.Match(l, 0, all.To) == all.To:
			it.Whens, it.Why = []condition.When{{Words: "ủy thác cho người khác", Sure: true}}, "a power of attorney is for who acts for another"
		case eForms.In(l, all):
			it.Whens, it.Why = []condition.When{{Words: OnlineForm, Sure: true}}, "an interactive form exists online only"
		case asHome.In(r.Line, token.Between(0, len(r.Tokens))) && vehicles.In(l, all) && !naming.IsForm(it.Name):
			it.Whens, it.Why = []condition.When{{Words: "chỗ ở là tàu, thuyền hoặc phương tiện khác", Sure: true}}, "papers of a vehicle as a home"
		case vocab.Evidence.Match(l, 0, all.To) > 0 && !naming.IsApplication(it.Name) && damagedAt(l) > 0:
			it.Whens, it.Why = []condition.When{{Words: token.TrimEnd(l.Text(token.Between(damagedAt(l), all.To))), Sure: true}}, "a paper that is damaged or wrong is for whose paper is so"
		case legalProof.In(l, all) && l.At(0) == "giấy":
			it.Whens, it.Why = []condition.When{{Words: "là người đại diện", Sure: true}}, WhyRepresents
		}
	}
}

// WhyRepresents is the rule about a paper that proves who represents somebody.
const WhyRepresents = "proves who represents"

// OnlineForm is the condition of an interactive form.
const OnlineForm = "lựa chọn hình thức nộp hồ sơ trực tuyến"

var (
	powerPapers = token.NewLexicon("văn bản ủy quyền|giấy ủy quyền|hợp đồng ủy quyền|bản sao văn bản ủy quyền|bản sao giấy ủy quyền")
	consigned   = token.NewLexicon("hợp đồng ủy thác|bản sao hợp đồng ủy thác|hợp đồng ủy thác xuất khẩu|hợp đồng ủy thác nhập khẩu|hợp đồng ủy thác xuất khẩu, nhập khẩu")
	eForms      = token.NewLexicon("điện tử tương tác")
	asHome      = token.NewLexicon("mục đích để ở")
	vehicles    = token.NewLexicon("phương tiện")
	legalProof  = token.NewLexicon("chứng minh là người đại diện")
)

// powerEnds reports whether a power of attorney has no further words: "Giấy ủy quyền của hãng"
// is the manufacturer's, which everybody must have.
func powerEnds(l *token.Line, i int) bool {
	return i >= len(l.Tokens) || l.Tokens[i].Kind == token.Mark || powerTails.Match(l, i, len(l.Tokens)) > 0
}

var powerTails = token.NewLexicon("cho cơ quan|yêu cầu|thực hiện|theo|để|cho người|hợp lệ|hợp pháp|làm thủ tục|nộp|của người")

// damagedAt returns where a name says that the paper itself is damaged: "Giấy chứng nhận cải
// tạo bị hỏng". Other papers are only about something damaged.
func damagedAt(l *token.Line) int {
	for i := 2; i < len(l.Tokens); i++ {
		switch n := damaged.Match(l, i, len(l.Tokens)); {
		case n > 0:
			return i
		case otherThing.Match(l, i, len(l.Tokens)) > 0:
			return 0
		}
	}
	return 0
}

var (
	damaged    = token.NewLexicon("bị hư hỏng|bị hỏng|bị rách|bị nhàu nát|bị sai thông tin|bị sai|bị sai sót|cũ bị hỏng|bị mờ")
	otherThing = token.NewLexicon("về|của|chứng minh|xác nhận|về việc|giám định|liên quan|cho|số lượng")
)

// exempt reads "Trường hợp kê khai số định danh cá nhân thì hồ sơ không bao gồm bản sao giấy tờ
// pháp lý": a person who does so needs no copy.
func (r *reader) exempt(p token.Piece) bool {
	w, rest, ok := condition.Front(r.Line, p)
	if !ok || len(r.items) == 0 || !ownChoice.In(r.Line, w.Piece) || !vocab.NoDuties.In(r.Line, rest) {
		return false
	}
	last := &r.items[len(r.items)-1]
	if len(last.OneOf) > 0 {
		return false
	}
	last.Whens = append(last.Whens[:len(last.Whens):len(last.Whens)], condition.When{Words: w.Words, Piece: w.Piece, Except: true, Sure: true, Full: token.TrimEnd(r.Text(p))})
	last.Why = "a later sentence frees some people"
	return true
}

var ownChoice = token.NewLexicon("kê khai số định danh|kê khai|đã kê khai|cung cấp số định danh")
