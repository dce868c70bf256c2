package digest

import (
	"strings"

	"motcua/client/digest/condition"
	"motcua/client/digest/reading"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// The headings of lists, and what they mean for the papers under them.

type headKind int

const (
	headSection   headKind = iota // directs the sorting, is no case
	headCase                      // an alternative case, by its wording
	headCondition                 // additional papers in some situation
	headGroup                     // a part of one dossier, or words with unclear meaning
)

// heading is what the name of a paper list means.
type heading struct {
	kind  headKind
	name  string // of a case or a group, in the source's words
	full  string // the whole heading
	when  string // condition
	show  bool   // its papers are shown, not handed in
	notes bool   // its rows are advice
	oneOf bool   // any one of its papers is enough
	note  string // the heading itself is advice
	open  bool   // it may limit its papers in a way that was not understood
}

// rows returns what the reader of a row under the heading must know.
func (h heading) rows() reading.Head {
	return reading.Head{Show: h.show, Notes: h.notes, Named: h.note != ""}
}

var (
	noteHeads  = token.NewLexicon("lưu ý|chú ý|ghi chú|quy định về miễn|số lượng hồ sơ|số lượng|người ủy quyền|yêu cầu|trong phiếu|các tài liệu được miễn nộp|phiếu này là")
	askTails   = token.NewLexicon("phải nộp|nộp|phải xuất trình|xuất trình|gửi|chuẩn bị|cần nộp|làm|lập|nộp cho")
	onTopWords = token.NewLexicon("ủy quyền|hồ sơ còn có|hồ sơ còn phải|còn phải|phải bổ sung|bổ sung thêm|phải kèm|phải kèm theo|kèm theo hồ sơ|phải có thêm|nộp thêm|ngoài các|ngoài hồ sơ|ngoài ra|chưa có tài khoản|đại diện theo ủy quyền|người đại diện theo ủy quyền|thông qua người đại diện|thực hiện thông qua người đại diện|phải xuất trình thêm|cần có thêm|thì cần có|nộp bổ sung")
	caseHeads  = token.NewLexicon("trường hợp|trong trường hợp|các trường hợp|đối với|đối với trường hợp|nếu|khi|về|hồ sơ đối với|hồ sơ đối với trường hợp|trường hợp của|thành phần hồ sơ đối với|thành phần hồ sơ đối với trường hợp|hồ sơ trong trường hợp|trường hợp nộp|riêng|hồ sơ do|với trường hợp|thành phần hồ sơ trong trường hợp|thủ tục|hoặc|giấy tờ đối với")
	actNouns   = token.NewLexicon("hồ sơ đề nghị|hồ sơ đăng ký|hồ sơ xin|hồ sơ thông báo|hồ sơ khai|hồ sơ yêu cầu|hồ sơ trình|hồ sơ|thành phần hồ sơ đề nghị|thành phần hồ sơ|đề nghị|giấy tờ đề nghị|yêu cầu")
)

// readHeading returns what the name of a list means. lists is the number of lists on the page.
func readHeading(raw string, lists int) heading { //nolint:cyclop // one rule of the grammar, read from top to bottom
	full := token.FoldSpace(raw)
	h := heading{full: full}
	s := token.TrimEnd(token.StripBullet(full))
	if s == "" || strings.IndexFunc(s, token.IsLetter) < 0 {
		return h
	}
	l := token.Scan(full)
	p := headStart(l)
	if p.Empty() {
		return h
	}
	if i := l.Tokens[p.From].Lo; i < len(full) {
		s = token.TrimEnd(full[i:])
	}
	if l.At(p.From) == "(" && l.Closing(p.From, p.To) == p.To && p.To-p.From <= 16 && caseStart.Match(l, p.From+1, p.To) > 0 && !vocab.Databases.In(l, p) {
		p.From++
		s = token.TrimEnd(full[l.Tokens[p.From].Lo:l.Tokens[p.To-2].Hi])
		p.To--
	}
	h.oneOf = vocab.OneOfWords.In(l, p)
	h.show = showHead(l, p)
	n := caseHeads.Match(l, p.From, p.To)
	switch {
	case onlineOnly.In(l, p) && caseStart.Match(l, p.From, p.To) == 0:
		h.kind, h.when = headCondition, "nộp trực tuyến"
		return h
	case noteHeads.Match(l, p.From, p.To) > 0 || l.At(p.From) == "(":
		h.notes = true
		if l.At(p.From) == "(" || !shortHead(p) {
			h.notes, h.note = false, full
			h.notes = l.At(p.From) == "các" && l.At(p.From+4) == "miễn"
		}
		return h
	case lists > 1 && oneSort.Match(l, p.From, p.To) > 0 && l.Tokens[p.From].Upper && !longHead(l, p):
		h.kind, h.name = headCase, token.TrimEnd(s) // "Cá nhân nộp hồ sơ gồm", "Tổ chức nộp hồ sơ gồm"
		return h
	case sectionHead(l, p):
		h.open = h.oneOf
		return h
	case whoComes.In(l, p) && !longHead(l, p):
		h.kind, h.name = headGroup, token.TrimEnd(s)
		return h
	case onTopWords.In(l, p) && (n > 0 || l.At(p.From) == "ngoài" || l.At(p.From) == "người") && !endsInDossier(l, p):
		h.kind, h.when = headCondition, headWhen(l, p)
		return h
	case n > 0 && (!longHead(l, p) || lists > 1 && plainCase.Match(l, p.From, p.To) > 0 && !aboutDatabases(l, p)):
		h.kind, h.name = headCase, token.TrimEnd(s)
		if lists == 1 && !strings.HasPrefix(token.Lowered(s), "trường hợp") && l.At(p.From) != "đối" {
			h.kind = headGroup
		}
		return h
	}
	if contentsHead(l, p) {
		h.notes, h.note = true, full
		return h
	}
	if m := actNouns.Match(l, p.From, p.To); lists > 1 && !longHead(l, p) && (vocab.Acts.Match(l, p.From+m, p.To) > 0) {
		h.kind, h.name = headCase, token.TrimEnd(s)
		return h
	}
	if longHead(l, p) {
		h.note, h.open = full, true
		if onlineOnly.In(l, p) {
			h.kind, h.when, h.note = headCondition, "nộp trực tuyến", ""
		}
		return h
	}
	if onlineOnly.In(l, p) {
		h.kind, h.when = headCondition, "nộp trực tuyến"
		return h
	}
	h.kind, h.name = headGroup, token.TrimEnd(s)
	h.open = h.oneOf || anyCase.Match(l, p.From, p.To) > 0
	if lists > 1 && !h.open && caseInside.In(l, p) && !casesAbove.In(l, p) {
		h.kind = headCase // "Hồ sơ đăng ký tàu biển trong trường hợp ..."
	}
	if lists == 1 {
		h.kind, h.name = headSection, ""
		h.note = full
	}
	return h
}

// anyCase are words before a list of papers for cases that it does not name.
var anyCase = token.NewLexicon("tùy từng|tuỳ từng|tùy theo|tuỳ theo|ngoài ra|sau khi")

// caseInside are words of a case, anywhere in a heading.
var caseInside = token.NewLexicon("trong trường hợp|đối với trường hợp|đối với|trường hợp")

// casesAbove say that a list is for several cases of other lists.
var casesAbove = token.NewLexicon("trường hợp nêu trên|trường hợp trên|hai trường hợp|mọi trường hợp|tất cả các trường hợp|tất cả trường hợp")

// headStart returns a heading without its bullets and counters: "(*)", "(i2)", "a1.".
func headStart(l *token.Line) token.Piece {
	p := l.SkipBullets(token.Between(0, len(l.Tokens)))
	for p.To-p.From > 3 {
		switch {
		case l.At(p.From) == "(" && l.Closing(p.From, p.To) <= p.From+3:
			p.From = l.Closing(p.From, p.To)
		case len([]rune(l.At(p.From))) <= 3 && l.Tokens[p.From].Kind == token.Number && (l.At(p.From+1) == "." || l.At(p.From+1) == ")"), len([]rune(l.At(p.From))) == 1 && l.Tokens[p.From].Kind == token.Word && (l.At(p.From+1) == "." || l.At(p.From+1) == ")"):
			p.From += 2
		case len(l.At(p.From)) <= 2 && l.Tokens[p.From].Kind == token.Number && plainCase.Match(l, p.From+1, p.To) > 0:
			p.From++
		default:
			return l.SkipBullets(p)
		}
		p = l.SkipBullets(p)
	}
	return p
}

// plainCase are words that begin a case, however long the heading is.
var plainCase = token.NewLexicon("trường hợp|đối với|trong trường hợp|đối với trường hợp|các trường hợp")

// oneSort are applicants of one kind, who have lists of their own.
var oneSort = token.NewLexicon("cá nhân nộp|tổ chức nộp|doanh nghiệp nộp|hộ gia đình nộp|cá nhân gửi|tổ chức gửi|cá nhân chuẩn bị|tổ chức chuẩn bị")

// aboutDatabases reports whether a heading is about looking papers up in a database.
func aboutDatabases(l *token.Line, p token.Piece) bool {
	return vocab.Databases.In(l, token.Between(p.From, min(p.To, p.From+30))) || vocab.Filing.In(l, token.Between(p.From, min(p.To, p.From+20)))
}

// whoComes are headings of papers that the person at the counter shows about themselves.
var whoComes = token.NewLexicon("người được cử|người đến liên hệ|người đến làm thủ tục|người đến nộp|của chủ xe|giấy tờ của")

var onlineOnly = token.NewLexicon("đối với trường hợp nộp hồ sơ trực tuyến|trong trường hợp nộp hồ sơ trực tuyến|đối với trường hợp nộp trực tuyến")

// showHead reports whether a heading asks to show papers and not to hand them in.
func showHead(l *token.Line, p token.Piece) bool {
	for i := p.From; i < p.To && i < p.From+12; i++ {
		switch l.At(i) {
		case "nộp", "gửi", ":", "sao":
			return false
		case "xuất":
			return l.At(i+1) == "trình"
		}
	}
	return false
}

func shortHead(p token.Piece) bool { return p.To-p.From <= 8 }

// longHead reports whether a heading consists of sentences, so that it is a remark and no name.
func longHead(l *token.Line, p token.Piece) bool {
	return len(l.Sentences(p)) > 1 || speaks(l, p) && !caseStart.In(l, token.Between(p.From, min(p.To, p.From+4)))
}

// speaks reports whether a heading says something about papers. "không phải là nhà ở" is part
// of a name.
func speaks(l *token.Line, p token.Piece) bool {
	for i := p.From; i < p.To; i++ {
		if n := aboutHead.Match(l, i, p.To); n > 0 && !(l.At(i) == "không" && l.At(i+1) == "phải" && l.At(i+2) == "là") {
			return true
		}
	}
	return false
}

var (
	aboutHead = token.NewLexicon("chịu trách nhiệm|không phải|phải được|được thực hiện|kê khai|có thể ủy quyền|không bắt buộc|được quy định|miễn nộp")
	caseStart = token.NewLexicon("trường hợp|đối với")
)

// contentsHead reports whether a heading names one paper and the rows are its contents: "Văn
// bản chấp thuận ... gồm các nội dung sau".
func contentsHead(l *token.Line, p token.Piece) bool {
	return vocab.Details.In(l, p) && contentWords.In(l, p)
}

var contentWords = token.NewLexicon("các nội dung sau|nội dung sau|các nội dung|nội dung như sau|những nội dung sau")

// sectionHead recognises "Giấy tờ phải nộp", "Thành phần hồ sơ bao gồm", "Người yêu cầu nộp 01
// bộ hồ sơ gồm các giấy tờ sau".
func sectionHead(l *token.Line, p token.Piece) bool {
	i := p.From
	if n := vocab.SectionNouns.Match(l, i, p.To); n > 0 {
		i += n
		for i < p.To {
			if l.At(i) == "(" {
				i = l.Closing(i, p.To)
				continue
			}
			n := max(vocab.SectionTails.Match(l, i, p.To), vocab.SectionNouns.Match(l, i, p.To))
			if n == 0 {
				break
			}
			i += n
		}
		if i >= p.To || l.Tokens[i].Kind == token.Mark && i == p.To-1 {
			return true
		}
	}
	if vocab.Applicants.Match(l, p.From, p.To) > 0 && p.To-p.From <= 24 && !vocab.TailOpeners.In(l, p) {
		if at, _ := askTails.Find(l, p, 0); at > 0 && vocab.Containers.In(l, token.Between(at, p.To)) {
			return true
		}
	}
	if vocab.CopyHeads.In(l, token.Between(p.From, min(p.To, p.From+6))) && l.At(p.To-1) == ":" {
		return true
	}
	return false
}

// endsInDossier recognises "Trường hợp ..., hồ sơ gồm": a whole dossier and no additional
// papers.
func endsInDossier(l *token.Line, p token.Piece) bool {
	b := p.To
	for b > p.From && l.Tokens[b-1].Kind == token.Mark {
		b--
	}
	for _, tail := range []string{"hồ sơ gồm", "hồ sơ bao gồm", "hồ sơ gồm có", "hồ sơ", "hồ sơ gồm các giấy tờ sau"} {
		n := len(strings.Fields(tail))
		if b-n >= p.From && strings.HasSuffix(token.Lowered(l.Text(token.Between(p.From, b))), tail) {
			return true
		}
	}
	return false
}

// headWhen returns the condition that a heading states.
func headWhen(l *token.Line, p token.Piece) string {
	// The last "trường hợp" that begins a sentence is the condition.
	at := p.From
	for i := p.From; i < p.To; i++ {
		if l.Tokens[i].Depth == 0 && i > p.From && strings.ContainsAny(l.At(i-1), ":.;-") && vocab.CaseOpeners.Match(l, i, p.To) > 0 {
			at = i
		}
	}
	q := token.Between(at, p.To)
	if w, _, ok := condition.Front(l, q); ok {
		return condition.Short(w.Words)
	}
	if n := vocab.CaseOpeners.Match(l, q.From, q.To); n > 0 {
		q.From += n
	}
	return condition.Short(token.TrimEnd(l.Text(q)))
}

// caseName returns the name of a case for the page: its heading without "Trường hợp", the
// counter and "hồ sơ gồm".
func caseName(s string) string { //nolint:cyclop // one rule of the grammar, read from top to bottom
	l := token.Scan(token.FoldSpace(s))
	p := l.SkipBullets(token.Between(0, len(l.Tokens)))
	for {
		n := caseNameOpeners.Match(l, p.From, p.To)
		if n == 0 {
			break
		}
		p.From += n
		if l.At(p.From) == "của" {
			p.From++
		}
		if p.From < p.To && (l.Tokens[p.From].Kind == token.Number && len(l.Tokens[p.From].Word) <= 2 || l.At(p.From) == "(") && p.From+2 < p.To {
			q := p.From
			if l.At(q) == "(" {
				q = l.Closing(q, p.To) - 1
			}
			if m := l.At(q + 1); m == ":" || m == "." || m == "," {
				p.From = q + 2
			} else if l.At(p.From) == "(" && q-p.From <= 2 {
				p.From = q + 1
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for p.To > p.From && l.Tokens[p.To-1].Kind == token.Mark && l.At(p.To-1) != ")" {
			p.To--
			changed = true
		}
		for _, t := range caseTails {
			if strings.HasSuffix(token.Lowered(l.Text(p)), " "+t) {
				p.To -= len(strings.Fields(t))
				changed = true
			}
		}
	}
	if p.From < p.To-2 && l.At(p.From) == "hồ" && l.At(p.From+1) == "sơ" && (vocab.Acts.Match(l, p.From+2, p.To) > 0) && l.At(p.From+2) != "đề" {
		p.From += 2
	}
	name := token.UpperFirst(token.TrimEnd(token.StripBullet(l.Text(p))))
	if name == "" {
		return token.UpperFirst(token.TrimEnd(token.StripBullet(s)))
	}
	return name
}

var (
	caseNameOpeners = token.NewLexicon("trường hợp|trong trường hợp|các trường hợp|đối với|đối với trường hợp|đối với các trường hợp|nếu|hồ sơ đối với|hồ sơ đối với trường hợp|thành phần hồ sơ đối với|thành phần hồ sơ đối với trường hợp|trường hợp của")
	caseTails       = []string{"hồ sơ", "bao gồm", "gồm", "gồm có", "sau", "sau đây", "như sau", "các", "các giấy tờ", "giấy tờ", "thì", "hồ sơ đăng ký", "thành phần", "thành phần hồ sơ", "những", "tài liệu", "các tài liệu"}
)

// sameName reports whether a case has the procedure's name, as the ordinary case often does.
func sameName(name, procedure string) bool {
	p := strings.ToLower(token.FoldSpace(procedure))
	p = strings.TrimPrefix(p, "thủ tục ")
	return name != "" && strings.ToLower(name) == p
}
