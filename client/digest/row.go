package digest

import (
	"slices"
	"strings"

	"motcua/client"
)

// A row: what is read of it, and the order in which it is tried.

// Class is where a row goes on the page.
type Class string

// The classes of rows.
const (
	ClassNote   Class = "note"    // advice; nobody brings anything for it
	ClassHandIn Class = "hand_in" // everybody hands it in
	ClassShow   Class = "show"    // everybody shows it
	ClassOnlyIf Class = "only_if" // some people need it
	ClassLead   Class = "lead"    // introduces the rows after it
	ClassClose  Class = "close"   // not read for sure: a person reads the source's words
	ClassOffice Class = "office"  // the office or another agency makes it
	ClassVoid   Class = "void"    // no letter and no digit: nothing to lose
	ClassRepeat Class = "repeat"  // says again what a row before said
)

// rowRead is what the reader made of a row.
type rowRead struct {
	class Class
	full  string
	line  *line // nil when the row has no letter
	items []item
	// close are the stretches that a person has to read; all of the row when
	// class is ClassClose.
	close   []Span
	why     string
	when    string // of a lead
	oneOf   bool   // of a lead
	content bool   // seems to be contents of another paper
	placed  bool   // of a lead: it stands as the Full of a condition
	under   int    // the lead whose alternative the row is, from 1
	tail    bool   // of a lead that names a paper of its own as well
	behind  bool   // of a lead: its condition stands in brackets behind its paper
	bare    bool   // only a condition: it parts the list by cases
}

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

// readRow tells what one row says.
func readRow(h heading, row client.PaperRow) rowRead {
	full := foldSpace(row.Name)
	out := rowRead{full: full, class: ClassNote}
	if strings.IndexFunc(full, hasLetter) < 0 {
		out.class = ClassVoid
		return out
	}
	l := scan(full)
	out.line = l
	r := &reader{line: l, none: row.Originals == 0 && row.Copies == 0, show: h.show}
	all := l.skipBullets(piece{0, len(l.t)})
	if all.empty() {
		out.why = "a bullet or a counter alone"
		return out
	}
	switch {
	case l.isRemark(all):
		out.why = "a remark by its first word"
		return r.remark(out, all)
	case h.notes && (r.none || !r.startsPaper(all) || r.isRule(all) && r.aboutPapers(all)):
		out.why = "under a heading of advice"
		return out
	case h.notes && h.note != "":
		out.why = "contents of the paper that the heading names"
		return out
	case l.at(all.b-1) == ":":
		return r.lead(out, all)
	}
	r.row(all)
	out.bare = r.noneRead(all)
	r.implied()
	out.items, out.content = r.items, r.content
	for i := range out.items {
		out.items[i].show = out.items[i].show || h.show
	}
	return r.judge(out, all)
}

// noneRead looks again at a row that names no paper so far. It tells whether the row
// is a case without papers.
func (r *reader) noneRead(all piece) (bare bool) {
	read := func() bool { return len(r.items)+len(r.doubts) > 0 }
	if !read() {
		r.lastLook(all)
	}
	if at, n := exceptPaper.find(r.line, all, 0); !read() && at > 0 && !r.none && plainOrStrong(r, piece{at + n, all.b}) {
		r.doubt(all, "an exception names a paper")
	}
	return !read() && r.bareCase(all)
}

// exceptPaper opens a paper that stands for what is asked: "phải có chữ ký của tất cả,
// trừ trường hợp có văn bản ủy quyền".
var exceptPaper = newLexicon("trừ trường hợp có|trừ khi có|trừ trường hợp đã có|ngoại trừ trường hợp có")

// row reads the sentences of a row.
func (r *reader) row(all piece) {
	for k, s := range r.joinList(r.sentences(all)) {
		if k == 0 && r.at(r.skipLead(s)) == "thông" && databases.in(r.line, s) && !orCopy.in(r.line, s) {
			continue // "Thông tin được khai thác trong cơ sở dữ liệu": the office looks it up
		}
		if k == 0 {
			if !r.main(s, nil) && len(r.items) == 0 && len(r.doubts) == 0 {
				r.plain(s)
			}
			continue
		}
		if q := r.skipBullets(s); q.a > s.a && !q.empty() && caseOpeners.match(r.line, q.a, q.b) == 0 && remarks.match(r.line, q.a, q.b) == 0 && r.listed() {
			// "- A. - B.": a list whose items end in full stops.
			if !r.main(q, nil) && len(r.doubts) == 0 && (r.t[0].kind == tokenMark || r.startsPaper(q)) {
				r.doubt(s, "an item of a list that names no paper for sure")
			}
			continue
		}
		r.later(s, nil)
	}
}

var orCopy = newLexicon("hoặc bản sao|hoặc bản chính|hoặc nộp|hoặc giấy")

// joinList joins the items of a list that end in full stops to its head: "Một
// trong các giấy tờ sau: + A. + B.".
func (r *reader) joinList(ss []piece) []piece {
	if len(ss) < 2 {
		return ss
	}
	c := r.colon(ss[0])
	if c < 0 || c+1 >= ss[0].b || !slices.Contains([]string{"", "+", "-", "–"}, r.at(c+1)) {
		return ss
	}
	bullet := r.at(c + 1)
	out := ss[:1:1]
	for k, s := range ss[1:] {
		if r.at(s.a) != bullet {
			return append(out, ss[k+1:]...)
		}
		out[0].b = s.b
	}
	return out
}

// listed tells whether papers were read before, so that the bullets and counters
// inside the row are papers as well: "a) Đơn đề nghị. b) Hợp đồng".
func (r *reader) listed() bool {
	return !r.none && len(r.items) > 0
}

// remark looks for papers that advice demands of some people after all.
func (r *reader) remark(out rowRead, all piece) rowRead {
	for _, s := range r.sentences(all) {
		if i := r.colon(s); i > 0 && i < s.a+4 {
			s.a = i + 1
		}
		w, rest, ok := r.cutFront(s)
		if !ok || aboutFiling.match(r.line, w.piece.a, w.piece.b) > 0 || offices.match(r.line, r.skipBullets(rest).a, rest.b) > 0 {
			continue
		}
		if r.hiddenDemand(rest) {
			out.why = ""
			r.doubt(s, "advice that may demand a paper")
			return r.judge(out, all)
		}
	}
	return out
}

// isRemark tells whether a row is advice by its first words.
func (l *line) isRemark(p piece) bool {
	a := p.a
	for a < p.b && l.t[a].kind == tokenMark {
		a++
	}
	n := remarks.match(l, a, p.b)
	if n == 0 {
		return false
	}
	next := l.at(a + n)
	return l.at(a) == "lưu" || l.at(a) == "chú" || l.at(a) == "ví" || l.at(a) == "ghi" || l.at(a) == "số" && l.at(a+1) == "lượng" || next == ":" || next == "nộp" || next == "giải"
}

// lead reads a row that ends in a colon.
func (r *reader) lead(out rowRead, all piece) rowRead {
	out.class = ClassLead
	p := piece{all.a, all.b - 1}
	out.oneOf = oneOfWords.in(r.line, p)
	out.why = "ends in a colon"
	if w, rest, ok := r.cutFront(piece{all.a, all.b}); ok {
		out.when = shortWhen(w.words)
		if !rest.empty() && r.startsPaper(rest) && !r.isContainer(rest) && !out.oneOf {
			out.tail = true
		}
		return out
	}
	if n := caseOpeners.match(r.line, p.a, p.b); n > 0 {
		out.when = shortWhen(r.text(piece{p.a + n, p.b}))
		return out
	}
	for _, t := range r.tails(p) {
		if t.when.sure {
			out.when, out.behind = shortWhen(t.when.words), t.brace && t.end >= p.b
		}
	}
	// "Bản vẽ thiết kế, gồm:" is a paper itself; "Tài liệu gồm:" is none.
	if r.startsPaper(p) && !r.isContainer(p) && !out.oneOf {
		out.tail = true
	}
	return out
}

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

func plainOrStrong(r *reader, p piece) bool {
	return strongPapers.match(r.line, r.behindCopies(p), p.b) > 0 || strongPapers.match(r.line, r.skipLead(p), p.b) > 0
}

func (r *reader) noWords(p piece) bool { return p.empty() || !r.hasWord(p) }
