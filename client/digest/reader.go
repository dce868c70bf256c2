package digest

// item is one paper that a row names.
type item struct {
	whens []when // all must hold; none: everybody needs it
	name  string
	spans []span
	oneOf []item
	show  bool
	sure  Confidence
	why   string
	row   int // of an alternative that another row names: that row, from 1
}

// reader reads one row.
type reader struct {
	*line
	none   bool // the row has no quantity
	show   bool
	items  []item
	doubts []doubt
	// content says that the row seems to tell contents of another paper.
	content bool
}

// doubt is a stretch of the row that asks for something the reader is not sure
// of.
type doubt struct {
	piece piece
	why   string
}

func (r *reader) doubt(p piece, why string) { r.doubts = append(r.doubts, doubt{p, why}) }

// skipLead drops what may stand before a paper's noun: articles, numbers, kinds
// of copies, "xuất trình".
func (r *reader) skipLead(p piece) int {
	i := r.skipBullets(p).a
	for range 5 {
		was := i
		if n := leadVerbs.match(r.line, i, p.b); n > 0 && (paperNouns.match(r.line, i, p.b) == 0) {
			i += n
		}
		if n := articles.match(r.line, i, p.b); n > 0 && !(r.at(i) == "một" && r.at(i+1) == "trong") {
			i += n
		}
		i = r.quantityAt(i, p.b)
		if i == was {
			break
		}
	}
	return i
}

// behindCopies is where the paper's noun stands behind kinds of copies.
func (r *reader) behindCopies(p piece) int {
	i := r.skipLead(p)
	if copyHeads.match(r.line, i, p.b) > 0 {
		if end, _ := r.copyEnd(piece{i, p.b}); end < p.b {
			return r.skipLead(piece{end, p.b})
		}
	}
	return i
}

// startsPaper tells whether p begins with a paper's noun.
func (r *reader) startsPaper(p piece) bool {
	i := r.skipLead(p)
	return paperNouns.match(r.line, i, p.b) > 0 || oneOfWords.match(r.line, i, p.b) > 0 || containers.match(r.line, i, p.b) > 0
}

// equalPaper tells "hoặc giấy tờ có giá trị pháp lý tương đương" at i: an
// alternative, and no rule.
func (r *reader) equalPaper(i int, p piece) bool {
	if r.at(i) != "có" || r.at(i+1) != "giá" {
		return false
	}
	for k := max(p.a, i-5); k < i; k++ {
		if r.at(k) == "hoặc" || r.at(k) == "hay" {
			return true
		}
	}
	return false
}

// pledge tells whether p names a promise: what it says of duties is its contents.
func (r *reader) pledge(p piece) bool {
	i := r.behindCopies(p)
	return pledges.match(r.line, i, p.b) > 0
}

var pledges = newLexicon("cam kết|văn bản cam kết|bản cam kết|giấy cam kết|giấy cam đoan|bản cam đoan|văn bản đề nghị|đơn đề nghị")

// aboutPapers tells whether the first clause of p is a sentence about papers
// rather than the name of one.
func (r *reader) aboutPapers(p piece) bool {
	for i := p.a + 1; i < p.b; i++ {
		t := r.t[i]
		if t.depth > 0 {
			continue
		}
		if t.word == ";" || t.word == ":" {
			return false
		}
		if t.word == "," && r.at(i+1) == "trường" && r.at(i+2) == "hợp" || t.word == "," && r.at(i+1) == "nếu" {
			return false
		}
		if tailOpeners.match(r.line, i, p.b) > 0 && !r.noOpener(i, tailOpeners.match(r.line, i, p.b), p) {
			return false
		}
		if details.match(r.line, i, p.b) > 0 {
			return false // "…, trong đó phương án phải đảm bảo ...": what stands in the paper
		}
		if n := aboutPapers.match(r.line, i, p.b); n > 0 && !r.inName(i, n, p) && !(r.at(i-1) == "nghị" && r.at(i) == "được") && r.at(i+n) != "mẫu" && !r.pledge(p) && !r.equalPaper(i, p) {
			return true
		}
	}
	return false
}

// inName tells whether the verb at i stands in a clause of the paper's own name:
// "Nghị quyết về việc không phải chào mua", "thông báo đã được thực hiện".
func (r *reader) inName(i, n int, p piece) bool {
	switch w := r.at(i); {
	case w == "thì" || w == "phải":
		return false
	case r.at(i-1) == "đã", r.at(i+n) == "bởi", r.at(i-1) == "kết" && r.at(i-2) == "cam":
		return true
	}
	for k := i - 1; k > p.a; k-- {
		if r.t[k].kind == tokenMark {
			return false
		}
		if nameClauses.match(r.line, k, i) > 0 && !(r.at(k) == "chứng" && r.at(k+2) == "nhân") {
			return true
		}
	}
	return false
}

var nameClauses = newLexicon("về việc|chứng minh|thông qua việc|danh mục các|đối tượng|người không|người được|trường hợp")

// specified reads "Hợp đồng mua bán phải được dịch ra tiếng Việt": a paper and how it
// has to be. It tells whether p was one.
func (r *reader) specified(p piece, whens []when) bool {
	if r.none || r.isRule(p) || strongPapers.match(r.line, r.behindCopies(p), p.b) == 0 || containers.match(r.line, r.behindCopies(p), p.b) > 0 {
		return false
	}
	for i := p.a + 3; i < p.b; i++ {
		if r.t[i].depth > 0 {
			continue
		}
		if r.t[i].kind == tokenMark && r.at(i) != "," {
			return false
		}
		if n := howWords.match(r.line, i, p.b); n > 0 || noDuties.match(r.line, i, p.b) > 0 && formalities.match(r.line, i+noDuties.match(r.line, i, p.b), p.b) > 0 {
			rest := piece{i, p.b}
			if r.at(i-1) == "này" || r.hiddenDemand(rest) || len(r.tails(rest)) > 0 || caseWords.in(r.line, piece{i + 1, p.b}) || r.mark(rest, ";") > 0 {
				return false
			}
			for r.at(i-1) == "," || r.at(i-1) == "và" {
				i--
			}
			r.unit(piece{p.a, i}, whens)
			return true
		}
	}
	return false
}

var howWords = newLexicon("phải được|phải đáp ứng|phải phù hợp|phải bảo đảm|phải đảm bảo|phải còn|phải ghi|phải thể hiện|phải dịch|phải ký|phải hợp pháp|phải có chữ ký|phải có xác nhận")

func (r *reader) noWords(p piece) bool { return p.empty() || !r.hasWord(p) }
