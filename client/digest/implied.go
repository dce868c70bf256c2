package digest

// What a paper's own name says of who needs it: a power of attorney, an interactive
// form, a paper that proves who represents.

// implied are conditions that a name does not word as one: by what they are,
// some papers are for some people only.
func (r *reader) implied() {
	for i := range r.items {
		it := &r.items[i]
		if len(it.whens) > 0 || len(it.oneOf) > 0 {
			continue
		}
		l := scan(it.name)
		all := piece{0, len(l.t)}
		switch {
		case powerPapers.match(l, 0, all.b) > 0 && powerEnds(l, powerPapers.match(l, 0, all.b)):
			it.whens, it.why = []when{{words: "làm thay người khác", sure: true}}, "a power of attorney is for who acts for another"
		case consigned.match(l, 0, all.b) == all.b:
			it.whens, it.why = []when{{words: "ủy thác cho người khác", sure: true}}, "a power of attorney is for who acts for another"
		case eForms.in(l, all):
			it.whens, it.why = []when{{words: onlineForm, sure: true}}, "an interactive form exists online only"
		case asHome.in(r.line, piece{0, len(r.t)}) && vehicles.in(l, all) && !fillIn(it.name):
			it.whens, it.why = []when{{words: "chỗ ở là tàu, thuyền hoặc phương tiện khác", sure: true}}, "papers of a vehicle as a home"
		case evidence.match(l, 0, all.b) > 0 && !application(it.name) && damagedAt(l) > 0:
			it.whens, it.why = []when{{words: trimEnd(l.text(piece{damagedAt(l), all.b})), sure: true}}, "a paper that is damaged or wrong is for whose paper is so"
		case legalProof.in(l, all) && l.at(0) == "giấy":
			it.whens, it.why = []when{{words: "là người đại diện", sure: true}}, "proves who represents"
		}
	}
}

// onlineForm is the condition of an interactive form.
const onlineForm = "lựa chọn hình thức nộp hồ sơ trực tuyến"

var (
	powerPapers = newLexicon("văn bản ủy quyền|giấy ủy quyền|hợp đồng ủy quyền|bản sao văn bản ủy quyền|bản sao giấy ủy quyền")
	consigned   = newLexicon("hợp đồng ủy thác|bản sao hợp đồng ủy thác|hợp đồng ủy thác xuất khẩu|hợp đồng ủy thác nhập khẩu|hợp đồng ủy thác xuất khẩu, nhập khẩu")
	eForms      = newLexicon("điện tử tương tác")
	asHome      = newLexicon("mục đích để ở")
	vehicles    = newLexicon("phương tiện")
	legalProof  = newLexicon("chứng minh là người đại diện")
)

// damagedAt is where a name says that the paper itself is damaged: "Giấy chứng nhận
// cải tạo bị hỏng". Other papers are only about what is damaged.
func damagedAt(l *line) int {
	for i := 2; i < len(l.t); i++ {
		switch n := damaged.match(l, i, len(l.t)); {
		case n > 0:
			return i
		case otherThing.match(l, i, len(l.t)) > 0:
			return 0
		}
	}
	return 0
}

var (
	damaged    = newLexicon("bị hư hỏng|bị hỏng|bị rách|bị nhàu nát|bị sai thông tin|bị sai|bị sai sót|cũ bị hỏng|bị mờ")
	otherThing = newLexicon("về|của|chứng minh|xác nhận|về việc|giám định|liên quan|cho|số lượng")
)

// powerEnds tells whether a power of attorney says no more of itself: "Giấy ủy
// quyền của hãng" is the maker's, which everybody has to have.
func powerEnds(l *line, i int) bool {
	return i >= len(l.t) || l.t[i].kind == tokenMark || powerTails.match(l, i, len(l.t)) > 0
}

var powerTails = newLexicon("yêu cầu|thực hiện|theo|để|cho người|hợp lệ|hợp pháp|làm thủ tục|nộp|của người")

// exempt reads "Trường hợp kê khai số định danh cá nhân thì hồ sơ không bao gồm
// bản sao giấy tờ pháp lý": who does so needs no copy.
func (r *reader) exempt(p piece) bool {
	w, rest, ok := r.cutFront(p)
	if !ok || len(r.items) == 0 || !ownChoice.in(r.line, w.piece) || !noDuties.in(r.line, rest) {
		return false
	}
	last := &r.items[len(r.items)-1]
	if len(last.oneOf) > 0 {
		return false
	}
	last.whens = append(last.whens[:len(last.whens):len(last.whens)], when{words: w.words, piece: w.piece, except: true, sure: true, full: trimEnd(r.text(p))})
	last.why = "a later sentence frees some people"
	return true
}

var ownChoice = newLexicon("kê khai số định danh|kê khai|đã kê khai|cung cấp số định danh")
