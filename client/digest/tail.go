package digest

// Conditions behind a paper: "giấy Y đối với X", "giấy Y (nếu có)".

// tail is a condition behind a paper: its opener at a, its words in p.
type tail struct {
	open  int // first token of the opener, or of the bracket around it
	end   int // behind the condition and its bracket
	when  when
	brace bool // in brackets
	ifAny bool // "nếu có" and its like
}

// tails finds the conditions behind papers in p, in their order.
func (l *line) tails(p piece) []tail {
	var out []tail
	for i := p.a; i < p.b; i++ {
		t := l.t[i]
		switch {
		case t.word == "(" && t.depth == 1 && i+1 < p.b && l.t[i+1].depth >= 1:
			end := l.closing(i, p.b)
			if tl, ok := l.braceTail(i, end); ok {
				out = append(out, tl)
			}
			i = end - 1
		case t.depth == 0:
			n := tailOpeners.match(l, i, p.b)
			if n == 0 || i == p.a || l.noOpener(i, n, p) {
				continue
			}
			tl := tail{open: i, when: when{sure: true}}
			if a := ifAnyWords.match(l, i, p.b); a > 0 && l.endsAt(i+a, p.b) {
				tl.when.words, tl.when.piece, tl.end, tl.ifAny = l.text(piece{i, i + a}), piece{i, i + a}, i+a, true
			} else {
				tl.end = l.tailEnd(i+n, p.b)
				if k := l.matterAt(piece{i + n + 1, tl.end}); k > 0 && resolutions.match(l, l.skipBullets(p).a, i) > 0 && l.matterAt(piece{p.a, i}) < 0 {
					tl.end = k // "Nghị quyết của A đối với công ty X về việc Y"
				}
				from := i + n
				tl.when = l.newWhen(piece{from, tl.end}, l.sureTail(p, i, n))
				tl.when.except = exceptWords.match(l, i, p.b) > 0
				if l.nests(piece{from, tl.end}) || l.swallows(piece{from, tl.end}) && !tl.when.except {
					tl.when.sure = false
				}
			}
			if tl.when.words == "" {
				continue
			}
			out = append(out, tl)
			i = tl.end - 1
		}
	}
	return out
}

// matterAt is where "về việc" stands in p, -1 when it does not.
func (l *line) matterAt(p piece) int {
	for i := p.a; i+1 < p.b; i++ {
		if l.t[i].depth == 0 && l.at(i) == "về" && l.at(i+1) == "việc" {
			return i
		}
	}
	return -1
}

var resolutions = newLexicon("nghị quyết|quyết định|biên bản họp|bản sao nghị quyết|bản sao biên bản họp|bản sao hoặc bản chính nghị quyết|văn bản")

// nests tells whether another condition or a long bracket stands in the words of
// a condition.
func (l *line) nests(p piece) bool {
	for i := p.a + 3; i < p.b; i++ {
		switch {
		case l.t[i].depth == 1 && l.at(i) == "(":
			end := l.closing(i, p.b)
			if end-i > 25 {
				return true
			}
			i = end - 1
		case l.t[i].depth == 0 && l.at(i) == "đối" && l.at(i+1) == "với" && (l.at(i-1) == "," || l.at(i+2) == "trường"):
			return true
		case l.t[i].depth == 0 && (l.at(i) == "," || l.at(i) == ";") && l.at(i+1) == "của":
			return true
		}
	}
	return false
}

// swallows tells whether the words of a condition run on into another paper.
func (l *line) swallows(p piece) bool {
	for i := p.a + 1; i < p.b; i++ {
		if l.t[i].depth == 0 && l.joint(i, p.b) > 0 && (l.at(i) == "," || l.at(i) == "hoặc" || l.at(i) == "và") {
			return true
		}
	}
	return false
}

// endsAt tells whether a phrase that ends before i is not gone on with.
func (l *line) endsAt(i, end int) bool {
	return i >= end || l.t[i].kind == tokenMark || l.at(i) == "và" || l.at(i) == "theo" || l.at(i) == "hoặc" || l.at(i) == "để"
}

// tailEnd is where a condition behind a paper ends: at a semicolon, before a
// paper that comes with the first ("kèm theo"), or where another branch with a
// condition of its own begins ("hoặc giấy Y đối với Z").
func (l *line) tailEnd(from, end int) int { //nolint:cyclop // one rule of the grammar, read from top to bottom
	for i := from; i < end; i++ {
		t := l.t[i]
		if t.depth > 0 {
			continue
		}
		if t.word == ";" || t.word == ":" || t.word == "trong" && i > from && tailOpeners.match(l, i, end) > 0 {
			return i
		}
		if (t.word == "," || t.word == "(") && exceptWords.match(l, i+1, end) > 0 || exceptWords.match(l, i, end) > 0 && l.at(i) == "trừ" && i > from && !l.noOpener(i, 1, piece{from, end}) {
			return i
		}
		if l.othersAt(i, end) {
			return i
		}
		if n := l.joint(i, end); n > 0 && l.laterTail(i+n, end) {
			return i
		}
		if t.word == "," && l.at(i+1) == "kèm" && l.at(i+2) == "theo" {
			return i
		}
		if i > from+2 && t.word == "kèm" && l.at(i+1) == "theo" && !l.withLaw(i, end) {
			return i
		}
		if t.word == "," && l.at(i+1) == "trường" && l.at(i+2) == "hợp" && l.clauseHasThen(piece{i, end}) {
			return i
		}
	}
	return end
}

// laterTail tells whether another condition opens between i and the next
// semicolon.
func (l *line) laterTail(i, end int) bool {
	for j := i + 1; j < end && !(l.t[j].word == ";" && l.t[j].depth == 0); j++ {
		if l.t[j].depth == 0 && tailOpeners.match(l, j, end) > 0 && !l.noOpener(j, tailOpeners.match(l, j, end), piece{i, end}) {
			return true
		}
		if l.t[j].word == "(" && l.t[j].depth == 1 {
			if _, ok := l.braceTail(j, l.closing(j, end)); ok {
				return true
			}
		}
	}
	return false
}

var braceOpeners = newLexicon("không áp dụng với|không áp dụng cho|không áp dụng trong trường hợp|không áp dụng khi|không áp dụng đối với trường hợp|chỉ áp dụng với|chỉ áp dụng trong các trường hợp|trong trường hợp|trường hợp|các trường hợp|trong các trường hợp|đối với|đối với trường hợp|đối với các trường hợp|nếu|khi|trừ|trừ trường hợp|trừ các trường hợp|ngoại trừ|áp dụng đối với|áp dụng với|áp dụng cho|áp dụng trong trường hợp|áp dụng đối với trường hợp|chỉ áp dụng đối với|chỉ áp dụng cho|dành cho|dùng cho|chỉ nộp khi|chỉ nộp trong trường hợp|chỉ đối với|kèm theo trong trường hợp|chỉ yêu cầu đối với|với trường hợp|kèm theo nếu|không áp dụng đối với|cho trường hợp|bắt buộc đối với|yêu cầu đối với|thuộc trường hợp|dùng trong trường hợp|chỉ áp dụng trong trường hợp|chỉ áp dụng khi|áp dụng khi|chỉ bổ sung khi|chỉ trong trường hợp|với|nộp khi|nộp trong trường hợp")

// braceTail reads a condition in brackets.
func (l *line) braceTail(i, end int) (tail, bool) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	in := piece{i + 1, end - 1}
	if in.empty() {
		return tail{}, false
	}
	if filing.in(l, in) && i > 0 && copyTail[l.at(i-1)] {
		return tail{}, false // "bản sao (trường hợp nộp trực tiếp)": how the copy is to be
	}
	if n := ifAnyWords.match(l, in.a, in.b); n > 0 && in.a+n >= in.b-1 {
		return tail{open: i, end: end, brace: true, ifAny: true, when: when{words: trimEnd(l.text(in)), piece: in, sure: true}}, true
	}
	if l.behindForm(i) && l.at(in.a) == "đối" || formWords.match(l, end, len(l.t)) > 0 && l.at(in.a) == "áp" {
		return tail{}, false // "Mẫu số 17 (đối với tổ chức)", "Tờ khai (áp dụng đối với ...) mẫu số 04": which form
	}
	n := braceOpeners.match(l, in.a, in.b)
	if n == 0 {
		if copyHeads.match(l, in.a, in.b) > 0 || formWords.match(l, in.a, in.b) > 0 {
			return tail{}, false // "(bản sao ... đối với ...)", "(mẫu 17 đối với tổ chức ...)": how, not whether
		}
		if at, m := innerCase.find(l, in, l.t[in.a].depth); at > 0 && l.at(at-1) != "không" && (at-in.a < 8 || l.at(at) == "nếu") {
			return tail{open: i, end: end, brace: true, when: l.newWhen(piece{at + m, in.b}, l.at(at) == "áp" || l.at(at) == "nếu" && paperNouns.match(l, in.a, in.b) == 0)}, true
		}
		return tail{}, false
	}
	if paperWord.match(l, in.a+n, in.b) > 0 && l.at(in.a) != "nếu" && l.at(in.a) != "trừ" {
		return tail{}, false // "(đối với giấy tờ của Việt Nam)" is about copies
	}
	from := in.a + n
	w := l.newWhen(piece{from, in.b}, n > 1 || l.at(in.a) != "trừ" || strongPapers.match(l, from, in.b) == 0) // "(trừ bản sao giấy khai sinh)": which papers
	w.except = exceptWords.match(l, in.a, in.b) > 0
	if w.words == "" {
		return tail{}, false
	}
	return tail{open: i, end: end, brace: true, when: w}, true
}

// copyTail are the last words of ways of copying.
var copyTail = map[string]bool{"chiếu": true, "sao": true, "thực": true, "chính": true, "gốc": true, "tử": true, "giấy": true, "tra": true}

// behindForm tells whether the number of a form stands right before i.
func (l *line) behindForm(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if l.at(k) == "mẫu" {
			return k < i-1
		}
		if t := l.t[k]; !(t.kind == tokenNumber || t.upper || t.word == "số" || t.word == "." || t.word == "-") {
			return false
		}
	}
	return false
}

var innerCase = newLexicon("áp dụng khi|áp dụng đối với|áp dụng cho|áp dụng trong trường hợp|áp dụng với|chỉ nộp khi|trong trường hợp|đối với trường hợp|đối với|nếu|thuộc trường hợp phải|thuộc trường hợp|thuộc diện phải|thuộc đối tượng")

// paperWord are papers that a way of copying may be said of.
var paperWord = newLexicon("giấy tờ|bản sao|bản chính|văn bản do|tài liệu do|hồ sơ nộp|giấy tờ do|giấy chứng nhận đăng ký kinh doanh do")
