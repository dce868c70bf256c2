package digest

import (
	"slices"
	"strings"

	"motcua/client/digest/naming"
	"motcua/client/digest/reading"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Who makes a paper. Most are the applicant's. Nobody brings the office's own papers (its
// decision, its report, a form that is printed at the counter). Only clear words make a paper
// the office's; in doubt a person must read the row, because a hidden paper would send somebody
// home.

// printed are words for a paper that is made at the counter.
var printed = token.NewLexicon("in trong quá trình thu nhận|in ra từ hệ thống|phiếu được tạo lập khi|do cán bộ lập|do cơ quan tiếp nhận lập|do công an cấp xã lập khi")

func (pg *page) makers() {
	results := map[string]bool{}
	for _, r := range pg.procedure.Results {
		results[naming.Key(r.Name)] = true
	}
	renewal := renews(pg.procedure.Name)
	settles := inquires(pg.procedure.Name) && !(takesBack(pg.procedure.Name) && pg.applied())
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if len(r.Items) == 0 {
				continue
			}
			pg.maker(r, li, results, renewal)
			if p := r.Line.SkipBullets(token.Between(0, len(r.Line.Tokens))); settles && len(r.Items) > 0 && settling.Match(r.Line, p.From, p.To) > 0 {
				pg.close(li, ri, "the office may write it while it settles the case")
			}
		}
	}
	pg.betweenOffices()
	pg.madeInSteps()
	pg.printedForms()
}

// betweenOffices moves all papers to the rows to read closely if offices write them to each other:
// nobody applies for anything, and a row is what one office sends to another.
func (pg *page) betweenOffices() {
	sent := false
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if r.Line == nil {
				continue
			}
			if len(pg.row(li, ri).Forms) > 0 || slices.ContainsFunc(r.Items, func(it reading.Item) bool { return naming.IsForm(it.Name) || naming.IsApplication(it.Name) }) {
				return
			}
			sent = sent || fromOffice(r.Line)
		}
	}
	if !sent {
		return
	}
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			if r := &pg.rows[li][ri]; r.ForAll() {
				pg.close(li, ri, "offices write these papers to each other")
			}
		}
	}
}

// madeInSteps moves papers to the rows to read closely if an office makes them in a step, after it
// has received the dossier: "Sau khi tiếp nhận hồ sơ, cơ quan tổ chức cán bộ có trách nhiệm lập: Danh
// sách người lao động".
func (pg *page) madeInSteps() {
	var made []string
	for _, s := range pg.procedure.Steps {
		rest := token.FoldSpace(token.Beginning(s.Text))
		for before, after, ok := strings.Cut(rest, makes); ok; before, after, ok = strings.Cut(rest, makes) {
			if b := strings.ToLower(before); strings.Contains(b, "tiếp nhận") || strings.Contains(b, "nhận được") {
				made = append(made, naming.Key(strings.ToValidUTF8(after[:min(len(after), madeText)], "")))
			}
			rest = after
		}
	}
	if len(made) == 0 {
		return
	}
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if len(r.Items) != 1 || naming.IsForm(r.Items[0].Name) && pg.applications() < 2 {
				continue
			}
			name := strings.Fields(naming.Key(r.Items[0].Name))
			if key := strings.Join(name[:min(len(name), madeWords)], " "); len(name) > 4 && slices.ContainsFunc(made, func(m string) bool { return strings.Contains(m, key) }) {
				pg.close(li, ri, "a step says that an office makes it")
			}
		}
	}
}

// applications counts the papers that ask for something.
func (pg *page) applications() int {
	n := 0
	for li := range pg.rows {
		for _, r := range pg.rows[li] {
			if len(r.Items) > 0 && naming.IsApplication(r.Items[0].Name) {
				n++
			}
		}
	}
	return n
}

// madeWords is how many words of a name a step must have.
const madeWords = 9

// makes are the words before what an office makes, and madeText is how many bytes behind them are
// read.
const (
	makes    = "có trách nhiệm lập"
	madeText = 1200
)

// fromOffice recognises "Tờ trình của Sở Xây dựng", "Dự thảo Nghị quyết của Hội đồng nhân dân" and
// "Văn bản của Khu Quản lý gửi Cục Đường bộ".
func fromOffice(l *token.Line) bool {
	p := l.SkipBullets(token.Between(0, len(l.Tokens)))
	n := sentPapers.Match(l, p.From, p.To)
	if n == 0 {
		return false
	}
	for i := p.From + n; i < min(p.To, p.From+16); i++ {
		switch {
		case l.At(i) == "của" && sentPapers.Match(l, p.From, p.To) > 2 && (vocab.Agencies.Match(l, i+1, p.To) > 0 || councils.Match(l, i+1, p.To) > 0):
			return true
		case l.At(i) == "của" && l.At(p.From) == "tờ" && vocab.Agencies.Match(l, i+1, p.To) > 0:
			return true
		case (l.At(i) == "gửi" || l.At(i) == "trình") && vocab.Agencies.Match(l, i+1, p.To) > 0 && i > p.From+3:
			return true
		}
	}
	return false
}

var (
	sentPapers = token.NewLexicon("tờ trình|văn bản|công văn|báo cáo|dự thảo tờ trình|dự thảo nghị quyết|dự thảo quyết định")
	councils   = token.NewLexicon("hội đồng nhân dân|chính phủ|thủ tướng")
)

func (pg *page) maker(r *reading.Row, li int, results map[string]bool, renewal bool) {
	head := pg.headLines[li]
	if printed.In(head, token.Between(0, len(head.Tokens))) {
		r.Class, r.Why, r.Items, r.Close = reading.ClassOffice, "its heading says that it is made at the desk", nil, nil
		return
	}
	if onItsOwn.In(head, token.Between(0, min(len(head.Tokens), 8))) {
		r.Class, r.Why, r.Items, r.Close = reading.ClassClose, "its heading says that the office acts without an application", nil, nil
		return
	}
	if officeHead.In(head, token.Between(0, len(head.Tokens))) || officeSends(head) {
		r.Class, r.Why, r.Items, r.Close = reading.ClassOffice, "its heading says that an office sends it to another", nil, nil
		return
	}
	l := r.Line
	all := token.Between(0, len(l.Tokens))
	if c := l.Colon(all); c > 0 && sentOn(l, token.Between(0, c)) {
		r.Class, r.Why, r.Items, r.Close = reading.ClassOffice, "an office makes it and sends it to another", nil, nil
		return
	}
	if printed.In(l, all) {
		if conditional := keepConditional(r.Items); len(conditional) > 0 {
			r.Items, r.Class, r.Why = conditional, reading.ClassOnlyIf, "made at the desk, but for what a later sentence demands"
			return
		}
		r.Class, r.Why, r.Items, r.Close = reading.ClassOffice, "made at the desk", nil, nil
		return
	}
	for _, it := range r.Items {
		if len(it.OneOf) > 0 || len(r.Items) > 1 {
			continue
		}
		name := token.Scan(it.Name)
		if takesBack(pg.procedure.Name) && withdrawals.Match(name, 0, len(name.Tokens)) > 0 {
			r.Class, r.Why, r.Items, r.Close = reading.ClassClose, "the office decides that something is withdrawn", nil, nil
			return
		}
		if complaintPapers.Match(name, 0, len(name.Tokens)) > 0 {
			r.Class, r.Why, r.Items, r.Close = reading.ClassOffice, "the office writes it while it settles a complaint", nil, nil
			return
		}
		if !renewal && isResult(results, it.Name) && !formLike(it.Name) {
			r.Class, r.Why, r.Items, r.Close = reading.ClassClose, "has the name of a result of this procedure", nil, nil
			return
		}
		if pg.ofOffice(name) {
			r.Class, r.Why, r.Items, r.Close = reading.ClassClose, "may be made by the office itself", nil, nil
			return
		}
	}
}

// onItsOwn are words of a heading about what an office does without being asked.
var onItsOwn = token.NewLexicon("chủ động")

// officeSends recognises "Hồ sơ Ủy ban nhân dân cấp tỉnh trình Hội đồng nhân dân" and "Hồ sơ
// hưởng chế độ chuyển đến Sở Nội vụ".
func officeSends(l *token.Line) bool {
	p := headStart(l)
	if l.At(p.From) != "hồ" {
		return false
	}
	for i := p.From + 2; i < p.To; i++ {
		if n := passedOn.Match(l, i, p.To); n > 0 && vocab.Agencies.Match(l, i+n, p.To) > 0 {
			return true
		}
	}
	if vocab.Agencies.Match(l, p.From+2, p.To) == 0 && vocab.Offices.Match(l, p.From+2, p.To) == 0 {
		return false
	}
	for i := p.From + 3; i < min(p.To, p.From+16); i++ {
		if l.At(i) == "trình" || l.At(i) == "lấy" && l.At(i+1) == "ý" || l.At(i) == "gửi" {
			return true
		}
	}
	return false
}

var passedOn = token.NewLexicon("chuyển|chuyển đến|chuyển tới|chuyển cho|chuyển sang")

// inquires reports whether an office investigates and decides in a procedure: about a dispute,
// the withdrawal of a licence, what somebody is entitled to.
func inquires(name string) bool {
	l := token.Scan(token.FoldSpace(name))
	i := 0
	if l.At(0) == "thủ" && l.At(1) == "tục" {
		i = 2
	}
	return disputes.In(l, token.Between(0, len(l.Tokens))) || inquiries.Match(l, i, len(l.Tokens)) > 0
}

// takesBack reports whether an office withdraws something. A person who asks it to do so hands
// in papers like anybody.
func takesBack(name string) bool {
	l := token.Scan(token.FoldSpace(name))
	return takingBack.In(l, token.Between(0, min(len(l.Tokens), 4)))
}

var takingBack = token.NewLexicon("thu hồi")

// applied reports whether a row asks for an application.
func (pg *page) applied() bool {
	for li := range pg.rows {
		if slices.ContainsFunc(pg.rows[li], func(r reading.Row) bool {
			return slices.ContainsFunc(r.Items, func(it reading.Item) bool { return naming.IsApplication(it.Name) })
		}) {
			return true
		}
	}
	return false
}

var (
	disputes  = token.NewLexicon("giải quyết tranh chấp|giải quyết khiếu nại|giải quyết tố cáo|khiếu nại|tố cáo|xử lý vụ việc")
	inquiries = token.NewLexicon("lập, phê duyệt|thu hồi|cưỡng chế|xét hưởng|xét công nhận|xét tặng|xét, cấp")
	settling  = token.NewLexicon("kế hoạch|tờ trình|công văn|danh sách đề nghị|kèm theo danh sách đề nghị|bản quá trình công tác|biên bản|báo cáo|văn bản của đơn vị|văn bản của cơ quan|dự thảo|quyết định|thông báo|kết luận|các biên bản|văn bản giải trình|tài liệu, chứng cứ|các tài liệu")
)

// sentOn recognises "Thành phần hồ sơ của UBND cấp xã lập gửi UBND cấp tỉnh".
func sentOn(l *token.Line, p token.Piece) bool {
	for i := p.From; i < p.To; i++ {
		if (l.At(i) == "của" || l.At(i) == "do") && vocab.Agencies.Match(l, i+1, p.To) > 0 {
			return sending.In(l, token.Between(i, min(p.To, i+10)))
		}
	}
	return false
}

var sending = token.NewLexicon("lập gửi|lập, gửi|lập trình|gửi ubnd|gửi ủy ban|gửi sở|trình ubnd|trình ủy ban|gửi bộ|trình bộ|trình chủ tịch")

// keepConditional returns the items that only some people need.
func keepConditional(items []reading.Item) []reading.Item {
	var out []reading.Item
	for _, it := range items {
		if len(it.Whens) > 0 {
			out = append(out, it)
		}
	}
	return out
}

var officeHead = token.NewLexicon("hồ sơ sở tài chính gửi|hồ sơ trình ủy ban|cơ quan tiếp nhận gửi")

// complaintPapers are what an office writes while it handles a complaint or a denunciation (Law
// on Complaints 2011, article 34).
var complaintPapers = token.NewLexicon("thông báo thụ lý|báo cáo kết quả xác minh|biên bản tổ chức đối thoại|biên bản đối thoại|quyết định xác minh|quyết định thụ lý|biên bản kiểm tra, xác minh")

// isResult reports whether a name is that of a result, even if one of the two is longer.
func isResult(results map[string]bool, name string) bool {
	key := naming.Key(name)
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

func formLike(name string) bool { return naming.IsForm(name) }

// renews reports whether a procedure takes an old paper back: then the result has the same name
// as the paper to bring.
func renews(name string) bool {
	l := token.Scan(token.FoldSpace(name))
	return renewWords.In(l, token.Between(0, len(l.Tokens)))
}

var renewWords = token.NewLexicon("cấp lại|cấp đổi|đổi|gia hạn|điều chỉnh|thu hồi|sửa đổi|bổ sung|thay đổi|xóa|hủy|chuyển|tách|trả lại|chấm dứt|cấp bổ sung|trích lục|bản sao|chứng thực|công nhận|đăng ký lại|xác nhận")

// ofOffice recognises papers that an office writes to another: "Tờ trình của Sở".
func (pg *page) ofOffice(l *token.Line) bool {
	if n := officeNouns.Match(l, 0, len(l.Tokens)); n > 0 {
		for i := n; i < len(l.Tokens) && i < n+14; i++ {
			if l.At(i) != "của" && l.At(i) != "do" {
				continue
			}
			if vocab.Agencies.Match(l, i+1, len(l.Tokens)) > 0 || units.Match(l, i+1, len(l.Tokens)) > 0 && pg.applications() > 1 {
				return true
			}
		}
	}
	if asked.In(l, token.Between(0, len(l.Tokens))) && l.At(0) == "văn" {
		return true
	}
	return ownPapers.Match(l, 0, len(l.Tokens)) > 0
}

var (
	officeNouns = token.NewLexicon("tờ trình|báo cáo thẩm định|báo cáo kết quả thẩm định|phiếu chuyển|phiếu trình|văn bản đề nghị|văn bản thẩm định|dự thảo quyết định|biên bản họp|biên bản giám định|giấy chứng nhận bị thương|giấy chứng nhận bệnh tật|biên bản thẩm định|quyết định hỗ trợ|quyết định phê duyệt kinh phí|ý kiến thẩm định")
	asked       = token.NewLexicon("đề nghị của công an|đề nghị của sở|đề nghị của ủy ban|đề nghị của cục")
	ownPapers   = token.NewLexicon("phiếu trình|phiếu chuyển|tờ trình của phòng|tờ trình của sở|báo cáo thẩm định của|phiếu tiếp nhận hồ sơ|giấy tiếp nhận hồ sơ|phiếu hẹn|biên bản xét duyệt của hội đồng|biên bản họp xét của hội đồng|giấy hẹn trả|phiếu kiểm soát")
)

// withdrawals are decisions and requests of offices in a procedure that takes something back.
var withdrawals = token.NewLexicon("quyết định thu hồi|văn bản đề nghị cơ quan")

// units hand on what somebody applied for with another paper.
var units = token.NewLexicon("các đơn vị|công an các đơn vị")

// printedForms finds rows for papers that another row describes as printed at the counter:
// "Phiếu được tạo lập khi ... và in trong quá trình thu nhận hồ sơ".
func (pg *page) printedForms() {
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			l := pg.rows[li][ri].Line
			if l == nil || !printed.In(l, token.Between(0, len(l.Tokens))) {
				continue
			}
			start := l.SkipBullets(token.Between(0, len(l.Tokens))).From
			noun := l.At(start)
			if start+1 < len(l.Tokens) && l.Tokens[start+1].Kind == token.Number {
				continue // it gives the name of its own form: "Phiếu CC01"
			}
			n := 0
			for rj := range pg.rows[li] {
				if o := &pg.rows[li][rj]; rj != ri && len(o.Items) == 1 && strings.HasPrefix(token.Lowered(o.Items[0].Name), noun) {
					n++
				}
			}
			for rj := range pg.rows[li] {
				o := &pg.rows[li][rj]
				if rj == ri || len(o.Items) != 1 {
					continue
				}
				if strings.HasPrefix(token.Lowered(o.Items[0].Name), noun) {
					if n > 1 { // it is unclear which one it refers to
						pg.close(li, rj, "another row speaks of a form printed at the desk")
						continue
					}
					o.Class, o.Why, o.Items, o.Close = reading.ClassOffice, "another row says that it is printed at the desk", nil, nil
				}
			}
		}
	}
}
