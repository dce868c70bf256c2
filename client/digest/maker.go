package digest

import "strings"

// Who makes a paper. Most are the applicant's; the office's own papers (its
// decision, its report, a form printed at the desk) are nobody's to bring. Only
// plain words make a paper the office's; in doubt the row is for a person to
// read, since a paper that is hidden sends somebody home.

// printed are words of a paper that comes into being at the desk.
var printed = newLexicon("in trong quá trình thu nhận|in ra từ hệ thống|phiếu được tạo lập khi|do cán bộ lập|do cơ quan tiếp nhận lập|do công an cấp xã lập khi")

func (pg *page) makers() {
	results := map[string]bool{}
	for _, r := range pg.procedure.Results {
		results[nameKey(r.Name)] = true
	}
	renewal := renews(pg.procedure.Name)
	settles := settlesDisputes(pg.procedure.Name)
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if len(r.items) == 0 {
				continue
			}
			pg.maker(r, li, results, renewal)
			if p := r.line.skipBullets(piece{0, len(r.line.t)}); settles && len(r.items) > 0 && settling.match(r.line, p.a, p.b) > 0 {
				pg.close(li, ri, "the office may write it while it settles the case")
			}
		}
	}
	pg.printedForms()
}

func (pg *page) maker(r *rowRead, li int, results map[string]bool, renewal bool) {
	head := pg.headLines[li]
	if officeHead.in(head, piece{0, len(head.t)}) || officeSends(head) {
		r.class, r.why, r.items, r.close = ClassOffice, "its heading says that an office sends it to another", nil, nil
		return
	}
	l := r.line
	all := piece{0, len(l.t)}
	if c := l.colon(all); c > 0 && sentOn(l, piece{0, c}) {
		r.class, r.why, r.items, r.close = ClassOffice, "an office makes it and sends it to another", nil, nil
		return
	}
	if printed.in(l, all) {
		if conditional := keepConditional(r.items); len(conditional) > 0 {
			r.items, r.class, r.why = conditional, ClassOnlyIf, "made at the desk, but for what a later sentence demands"
			return
		}
		r.class, r.why, r.items, r.close = ClassOffice, "made at the desk", nil, nil
		return
	}
	for _, it := range r.items {
		if len(it.oneOf) > 0 || len(r.items) > 1 {
			continue
		}
		name := scan(it.name)
		if complaintPapers.match(name, 0, len(name.t)) > 0 {
			r.class, r.why, r.items, r.close = ClassOffice, "the office writes it while it settles a complaint", nil, nil
			return
		}
		if !renewal && isResult(results, it.name) && !formLike(it.name) {
			r.class, r.why, r.items, r.close = ClassClose, "has the name of a result of this procedure", nil, nil
			return
		}
		if pg.ofOffice(name) {
			r.class, r.why, r.items, r.close = ClassClose, "may be made by the office itself", nil, nil
			return
		}
	}
}

// officeSends tells "Hồ sơ Ủy ban nhân dân cấp tỉnh trình Hội đồng nhân dân".
func officeSends(l *line) bool {
	p := l.headStart()
	if l.at(p.a) != "hồ" || agencies.match(l, p.a+2, p.b) == 0 && offices.match(l, p.a+2, p.b) == 0 {
		return false
	}
	for i := p.a + 3; i < min(p.b, p.a+16); i++ {
		if l.at(i) == "trình" || l.at(i) == "lấy" && l.at(i+1) == "ý" || l.at(i) == "gửi" {
			return true
		}
	}
	return false
}

// settlesDisputes tells whether an office inquires and decides in a procedure.
func settlesDisputes(name string) bool {
	l := scan(foldSpace(name))
	return disputes.in(l, piece{0, len(l.t)})
}

var (
	disputes = newLexicon("giải quyết tranh chấp|giải quyết khiếu nại|giải quyết tố cáo|khiếu nại|tố cáo|xử lý vụ việc")
	settling = newLexicon("biên bản|báo cáo|dự thảo|quyết định|thông báo|kết luận|các biên bản|văn bản giải trình|tài liệu, chứng cứ|các tài liệu")
)

// sentOn tells "Thành phần hồ sơ của UBND cấp xã lập gửi UBND cấp tỉnh".
func sentOn(l *line, p piece) bool {
	for i := p.a; i < p.b; i++ {
		if (l.at(i) == "của" || l.at(i) == "do") && agencies.match(l, i+1, p.b) > 0 {
			return sending.in(l, piece{i, min(p.b, i+10)})
		}
	}
	return false
}

var sending = newLexicon("lập gửi|lập, gửi|lập trình|gửi ubnd|gửi ủy ban|gửi sở|trình ubnd|trình ủy ban|gửi bộ|trình bộ|trình chủ tịch")

// keepConditional are the items that only some people need.
func keepConditional(items []item) []item {
	var out []item
	for _, it := range items {
		if len(it.whens) > 0 {
			out = append(out, it)
		}
	}
	return out
}

var officeHead = newLexicon("hồ sơ sở tài chính gửi|hồ sơ trình ủy ban|cơ quan tiếp nhận gửi")

// complaintPapers are what an office writes while it settles a complaint or a
// denunciation (Law on Complaints 2011, article 34).
var complaintPapers = newLexicon("thông báo thụ lý|báo cáo kết quả xác minh|biên bản tổ chức đối thoại|biên bản đối thoại|quyết định xác minh|quyết định thụ lý|biên bản kiểm tra, xác minh")

// isResult tells whether a name is that of a result, be the one longer.
func isResult(results map[string]bool, name string) bool {
	key := nameKey(name)
	if results[key] {
		return true
	}
	for r := range results {
		if n := len(strings.Fields(key)); n >= 4 && strings.HasPrefix(r, key) {
			return true
		}
	}
	return false
}

func formLike(name string) bool { return fillIn(name) }

// renews tells whether a procedure takes an old paper back: its result then has
// the name of what is brought.
func renews(name string) bool {
	l := scan(foldSpace(name))
	return renewWords.in(l, piece{0, len(l.t)})
}

var renewWords = newLexicon("cấp lại|cấp đổi|đổi|gia hạn|điều chỉnh|thu hồi|sửa đổi|bổ sung|thay đổi|xóa|hủy|chuyển|tách|trả lại|chấm dứt|cấp bổ sung|trích lục|bản sao|chứng thực|công nhận|đăng ký lại|xác nhận")

// ofOffice tells papers that an office writes to another: "Tờ trình của Sở".
func (pg *page) ofOffice(l *line) bool {
	if n := officeNouns.match(l, 0, len(l.t)); n > 0 {
		for i := n; i < len(l.t) && i < n+14; i++ {
			if (l.at(i) == "của" || l.at(i) == "do") && agencies.match(l, i+1, len(l.t)) > 0 {
				return true
			}
		}
	}
	if asked.in(l, piece{0, len(l.t)}) && l.at(0) == "văn" {
		return true
	}
	return ownPapers.match(l, 0, len(l.t)) > 0
}

var (
	officeNouns = newLexicon("tờ trình|báo cáo thẩm định|báo cáo kết quả thẩm định|phiếu chuyển|phiếu trình|văn bản đề nghị|văn bản thẩm định|dự thảo quyết định|biên bản họp|biên bản giám định|giấy chứng nhận bị thương|giấy chứng nhận bệnh tật|biên bản thẩm định|quyết định hỗ trợ|quyết định phê duyệt kinh phí|ý kiến thẩm định")
	agencies    = newLexicon("ubnd|cơ quan công an|cơ quan có thẩm quyền|cơ quan quản lý|cơ quan tiếp nhận|cơ quan giải quyết|cơ quan chuyên môn|cơ quan nhà nước|cơ quan thuế|cơ quan hải quan|sở|ủy ban|bộ|cục|chi cục|phòng|công an|hội đồng giám định|cán bộ|đơn vị tiếp nhận|chủ tịch")
	asked       = newLexicon("đề nghị của công an|đề nghị của sở|đề nghị của ủy ban|đề nghị của cục")
	ownPapers   = newLexicon("phiếu trình|phiếu chuyển|tờ trình của phòng|tờ trình của sở|báo cáo thẩm định của|phiếu tiếp nhận hồ sơ|giấy tiếp nhận hồ sơ|phiếu hẹn|giấy hẹn trả|phiếu kiểm soát")
)

// printedForms finds rows that another row calls printed at the desk: "Phiếu
// được tạo lập khi ... và in trong quá trình thu nhận hồ sơ".
func (pg *page) printedForms() {
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			l := pg.rows[li][ri].line
			if l == nil || !printed.in(l, piece{0, len(l.t)}) {
				continue
			}
			start := l.skipBullets(piece{0, len(l.t)}).a
			noun := l.at(start)
			if start+1 < len(l.t) && l.t[start+1].kind == tokenNumber {
				continue // it names its own form: "Phiếu CC01"
			}
			n := 0
			for rj := range pg.rows[li] {
				if o := &pg.rows[li][rj]; rj != ri && len(o.items) == 1 && strings.HasPrefix(lowered(o.items[0].name), noun) {
					n++
				}
			}
			for rj := range pg.rows[li] {
				o := &pg.rows[li][rj]
				if rj == ri || len(o.items) != 1 {
					continue
				}
				if strings.HasPrefix(lowered(o.items[0].name), noun) {
					if n > 1 { // which one it speaks of cannot be told
						pg.close(li, rj, "another row speaks of a form printed at the desk")
						continue
					}
					o.class, o.why, o.items, o.close = ClassOffice, "another row says that it is printed at the desk", nil, nil
				}
			}
		}
	}
}
