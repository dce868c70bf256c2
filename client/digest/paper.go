package digest

// One paper as a row names it, alone or joined to others by "và" and "hoặc".

// unit reads one part of a list: a paper with its conditions, or several that
// are joined.
func (r *reader) unit(p piece, whens []when) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	p = r.skipBullets(p)
	if p.empty() {
		return
	}
	if w, rest, ok := r.cutFront(p); ok && r.skipLead(p) == p.a {
		if !r.consequence(w, rest, p, whens, true) {
			r.doubt(p, "a condition without a plain paper")
		}
		return
	}
	// ", trường hợp X thì ..." is a clause of its own.
	for i := p.a + 1; i < p.b; i++ {
		if r.t[i].depth > 0 || r.at(i) != "," {
			continue
		}
		j := i + 1
		if caseWords.match(r.line, j, p.b) > 0 {
			q := piece{j, p.b}
			if _, _, ok := r.cutFront(q); ok && (r.clauseHasThen(q) || r.at(j) == "trường" && strongDuties.in(r.line, q)) {
				r.unit(piece{p.a, i}, whens)
				r.later(q, whens)
				return
			}
		}
	}
	for i := p.a + 1; i < p.b; i++ {
		if r.t[i].depth > 0 {
			continue
		}
		if n := andDuty.match(r.line, i, p.b); n > 0 && r.startsPaper(piece{i + n, p.b}) && !r.copyRule(piece{i + n, p.b}) && i > r.behindCopies(p) {
			show := len(r.items)
			r.unit(piece{p.a, i}, whens)
			k := len(r.items)
			r.unit(piece{i + n, p.b}, whens)
			for ; k < len(r.items); k++ {
				r.items[k].show = r.items[k].show || r.at(i+n-1) == "trình"
			}
			_ = show
			return
		}
		if r.othersAt(i, p.b) && i > p.a+1 && !(r.at(i) == "," && r.isContainer(piece{p.a, i})) {
			r.unit(piece{p.a, i}, whens)
			j := i + 1
			if r.at(j) == "và" {
				j++
			}
			r.others(piece{j, p.b}, whens)
			return
		}
	}
	if r.others(p, whens) {
		return
	}
	ts := r.tails(p)
	if len(ts) == 0 {
		r.joined(p, nil, whens, true)
		return
	}
	r.limited(p, ts, whens)
}

var andDuty = newLexicon("và xuất trình|và nộp lại|và nộp|, xuất trình|, nộp lại|và phải xuất trình|và phải nộp")

// others reads "các giấy tờ khác có liên quan": nobody can be told to bring them
// without knowing which.
func (r *reader) others(p piece, whens []when) bool {
	i := r.skipLead(p)
	n := otherPapers.match(r.line, i, p.b)
	if n == 0 || len(r.tails(p)) > 0 {
		return false
	}
	own := whens[:len(whens):len(whens)]
	switch at, m := related.find(r.line, piece{i, p.b}, 0); {
	case at >= 0:
		own = append(own, r.newWhen(piece{at, at + m}, true))
	case p.b-i-n < 3:
		own = append(own, when{words: haveOne, sure: true})
	default:
		return false
	}
	r.joined(p, nil, own, true)
	return true
}

var related = newLexicon("có liên quan|liên quan")

// othersAt tells whether "và các giấy tờ khác" stands at i.
func (l *line) othersAt(i, end int) bool {
	if w := l.at(i); w != "và" && w != "," {
		return false
	}
	j := i + 1
	if l.at(j) == "và" {
		j++
	}
	if n := articles.match(l, j, end); n > 0 {
		j += n
	}
	return otherPapers.match(l, j, end) > 0
}

var otherPapers = newLexicon("giấy tờ khác|tài liệu khác|văn bản khác|hồ sơ khác|chứng từ khác|giấy tờ, tài liệu khác|văn bản, tài liệu khác|tài liệu, giấy tờ khác|giấy tờ có liên quan khác|tài liệu liên quan khác|tài liệu có liên quan khác|giấy tờ liên quan khác")

// joined adds one paper, or several when "và các giấy tờ khác (nếu có)" is
// among them.
func (r *reader) joined(p piece, gone []piece, whens []when, sure bool) {
	it := item{whens: whens, spans: r.nameSpans(p, gone), sure: Sure, why: "named by its noun"}
	it.name = r.nameOf(it.spans)
	if n := r.identityName(piece{r.behindCopies(p), p.b}); n != "" {
		it.name = n
	}
	if r.at(r.skipBullets(p).a) == "xuất" {
		it.show = true
	}
	if r.none && lowered(it.name) == "thông tin" {
		return // "hồ sơ bao gồm thông tin phải được kê khai": filled in on a screen
	}
	if why := r.noName(p, it.name, whens); why != "" {
		r.doubt(p, why)
		return
	}
	if !sure {
		it.sure = Doubt
	}
	if r.hidesCondition(p, it.spans, gone) {
		it.sure, it.why = Doubt, "words that the name leaves out may open a condition"
	}
	r.items = append(r.items, it)
}

func (r *reader) gone(ts []tail) []piece {
	var out []piece
	for _, t := range ts {
		out = append(out, piece{t.open, t.end})
	}
	return out
}

// noName tells why a name cannot be one, "" when it can.
func (r *reader) noName(p piece, name string, whens []when) string {
	l := scan(name)
	n := len(l.t)
	if copyHeads.match(l, 0, n) > 0 {
		if end, _ := l.copyEnd(piece{0, n}); end >= n {
			return "the words name no paper of their own"
		}
	}
	switch {
	case n == 0:
		return "no name is left"
	case r.listInBrackets(p):
		return "a list of papers in brackets"
	case openEnds.match(l, n-1, n) > 0 && l.at(n-2) != "trở" && l.at(n-2) != "hàng" && l.at(n-2) != "hiện", brokenStarts.match(l, 0, n) > 0:
		return "the name breaks off"
	case demanding.in(l, piece{1, n}), noPapers.match(l, 0, n) > 0 && demandVerbs.in(l, piece{1, n}), l.demandsPaper():
		return "a demand inside a name"
	case r.pronounLike(name), len(whens) == 0 && r.pronounLike(otherWord().ReplaceAllString(name, "")):
		return "the words name no paper of their own"
	}
	return ""
}

// noPapers begin like a paper's noun and name none.
var noPapers = newLexicon("đơn vị|đơn giá|đơn hàng|biển số xe|thông tin|công trình tôn giáo|dự án đầu tư")

// demanding are duties that stand in no name.
var demanding = newLexicon("phải bổ sung|phải nộp thêm|phải có thêm|phải kèm|phải kèm theo|còn phải")

// demandsPaper tells whether a duty with its paper stands in a name.
func (l *line) demandsPaper() bool {
	for i := 1; i < len(l.t); i++ {
		if n := demandVerbs.match(l, i, len(l.t)); n > 0 && strongPapers.match(l, l.quantityAt(i+n, len(l.t)), len(l.t)) > 0 {
			return true
		}
	}
	return false
}

var demandVerbs = newLexicon("phải có|phải nộp|phải cung cấp|phải xuất trình|cần có")

// brokenStarts are words that no name begins with: what stood in front of them was
// taken for a way of copying.
var brokenStarts = newLexicon("do|được|để|từ|tại|với|bởi|theo|sau khi|đã|người|doanh nghiệp|cơ quan|tổ chức|scan|xác thực|đối chiếu")

// openEnds are words that no name ends in.
var openEnds = newLexicon("có|về|không|và|hoặc|của|theo|với|để|là|do|từ|đối|gồm|phải")

// pronounLike tells whether a name only points elsewhere: "Các giấy tờ theo quy
// định", "hồ sơ nêu trên".
func (r *reader) pronounLike(name string) bool {
	l := scan(name)
	i := 0
	for i < len(l.t) {
		n := max(pointing.match(l, i, len(l.t)), articles.match(l, i, len(l.t)))
		if n == 0 && (l.t[i].kind != tokenWord || !l.t[i].upper && len([]rune(l.t[i].word)) == 1) {
			n = 1
		}
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

// otherWord makes "Tài liệu khác" of what everybody has to bring: nobody knows which.
var otherWord = pattern(`(?i)\s(?:khác|khác nhau)(?:\s|$)`)

var pointing = newLexicon("của|tại|điểm|khoản|điều|mục|phần|thủ tục|giấy tờ|hồ sơ|tài liệu|văn bản|thành phần|chứng từ|bản sao|bản chính|bản|theo quy định|theo|quy định|nêu trên|trên|sau|sau đây|này|đó|kèm theo|có liên quan|bao gồm|gồm|liên quan|cần thiết|phải|có|nộp|giấy|bản gốc|bộ|loại")

// joint tells how many tokens "hoặc", "và" or a comma take at i when a paper
// follows; 0 otherwise.
func (l *line) joint(i, end int) int {
	n := 0
	switch l.at(i) {
	case "hoặc", "và", ",", "hay":
		n = 1
	default:
		return 0
	}
	if l.at(i) == "," && (l.at(i+1) == "hoặc" || l.at(i+1) == "và") {
		n = 2
	}
	if l.at(i+n) == "/" {
		n += 2
	}
	j := i + n
	for range 3 {
		if m := articles.match(l, j, end); m > 0 {
			j += m
		}
	}
	j = l.quantityAt(j, end)
	if strongPapers.match(l, j, end) > 0 {
		return n
	}
	return 0
}

func (r *reader) lastJoint(p piece) (at, n int) {
	from := r.behindCopies(p)
	for i := p.b - 1; i > from; i-- {
		if r.t[i].depth == 0 {
			if n := r.joint(i, p.b); n > 0 && r.at(i-1) != "," && r.at(i-1) != "hoặc" && r.at(i-1) != "và" {
				return i, n
			}
		}
	}
	return -1, 0
}

// orPaper tells whether an alternative stands in p, be its noun ever so weak.
func (r *reader) orPaper(p piece) bool {
	from := r.behindCopies(p)
	for i := from + 1; i < p.b; i++ {
		if r.t[i].depth == 0 && r.at(i) == "hoặc" && paperNouns.match(r.line, r.skipLead(piece{i + 1, p.b}), p.b) > 0 && copyHeads.match(r.line, r.skipLead(piece{i + 1, p.b}), p.b) == 0 {
			return true
		}
	}
	return false
}
