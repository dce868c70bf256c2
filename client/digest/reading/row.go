package reading

import (
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/digest/condition"
	"motcua/client/digest/demand"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// A row: what is read of it, and the order of the rules.

// Class is a row's place on the page.
type Class string

// The classes of rows.
const (
	ClassNote   Class = "note"    // advice; nobody brings anything for it
	ClassHandIn Class = "hand_in" // everybody hands it in
	ClassShow   Class = "show"    // everybody shows it
	ClassOnlyIf Class = "only_if" // some people need it
	ClassLead   Class = "lead"    // introduces the rows after it
	ClassClose  Class = "close"   // not read with certainty: a person reads the source's words
	ClassOffice Class = "office"  // the office or another agency makes it
	ClassVoid   Class = "void"    // no letter and no digit, so nothing can be lost
	ClassRepeat Class = "repeat"  // repeats an earlier row
)

// Row is the result of reading a row.
type Row struct {
	Class Class
	Full  string      // its text, white space folded
	Line  *token.Line // nil when the row has no letter
	Items []Item
	// Close are the parts that a person must read; the whole row if Class is ClassClose.
	Close   []token.Span
	Why     string // the rule that determined the class, in English
	When    string // of a lead
	OneOf   bool   // of a lead
	Content bool   // seems to be the contents of another paper
	Placed  bool   // of a lead: it is the Full of a condition
	Under   int    // the lead that the row is an alternative of, from 1
	Tail    bool   // of a lead: it names a paper of its own too
	Behind  bool   // of a lead: its condition is in brackets after its paper
	Bare    bool   // only a condition, which divides the list by cases
}

// ForAll reports whether a row requires its papers of everybody.
func (r *Row) ForAll() bool { return r.Class == ClassHandIn || r.Class == ClassShow }

// Item is one paper that a row names.
type Item struct {
	Whens []condition.When // all must apply; none: everybody needs it
	Name  string
	Spans []token.Span // the parts of the row that make the name
	OneOf []Item
	Show  bool
	Sure  Confidence
	Why   string // the rule that read it, in English
	Row   int    // of an alternative that another row names: the number of that row, from 1
}

// reader reads one row.
type reader struct {
	*token.Line
	none   bool // the row has no quantity
	show   bool
	items  []Item
	doubts []doubt
	// content means that the row seems to describe the contents of another paper.
	content bool
}

// doubt is a part of the row that requires something which was not read with certainty.
type doubt struct {
	piece token.Piece
	why   string
}

func (r *reader) doubt(p token.Piece, why string) { r.doubts = append(r.doubts, doubt{p, why}) }

// Head is what the heading of a list says about its rows.
type Head struct {
	Show  bool // they are shown, not handed in
	Notes bool // they are advice
	Named bool // they are the contents of a paper that the heading names
}

// Of reads one row under a heading.
func Of(h Head, row client.PaperRow) Row {
	full := token.FoldSpace(row.Name)
	out := Row{Full: full, Class: ClassNote}
	if strings.IndexFunc(full, token.IsLetter) < 0 {
		out.Class = ClassVoid
		return out
	}
	l := token.Scan(full)
	out.Line = l
	r := &reader{Line: l, none: row.Originals == 0 && row.Copies == 0, show: h.Show}
	all := l.SkipBullets(token.Between(0, len(l.Tokens)))
	if all.Empty() {
		out.Why = "a bullet or a counter alone"
		return out
	}
	if len(row.Forms) > 0 {
		all.To = beforeFormName(l, all)
	}
	switch {
	case isRemark(l, all):
		out.Why = "a remark by its first word"
		if out = r.remark(out, all); out.Class == ClassNote && r.counted(all) {
			out.Class, out.Why = ClassClose, whyCounted
		}
		return out
	case h.Notes && (r.none || !naming.StartsPaper(r.Line, all) || r.isRule(all) && r.aboutPapers(all)):
		out.Why = "under a heading of advice"
		return out
	case h.Notes && h.Named:
		out.Why = "contents of the paper that the heading names"
		return out
	case l.At(all.To-1) == ":":
		return r.lead(out, all)
	}
	r.row(all)
	out.Bare = r.noneRead(all)
	r.implied()
	out.Items, out.Content = r.items, r.content
	for i := range out.Items {
		out.Items[i].Show = out.Items[i].Show || h.Show
	}
	return r.judge(out, all)
}

// beforeFormName returns where a row ends before the beginning of its form's file name. Pages glue
// that to the text: "… theo quyết địnhMẫu số" with the form "01.docx".
func beforeFormName(l *token.Line, p token.Piece) int {
	for i := p.To - 1; i > p.From+2 && i > p.To-formWords; i-- {
		if t, b := l.Tokens[i], l.Tokens[i-1]; t.Lo == b.Hi && t.Upper && t.Kind == token.Word && (b.Kind == token.Word || b.Word == ")") {
			return i
		}
	}
	return p.To
}

// formWords is the most words of a form's name behind a row.
const formWords = 10

// noneRead tries more rules on a row that names no paper so far. It reports whether the row is
// a case without papers.
func (r *reader) noneRead(all token.Piece) (bare bool) {
	read := func() bool { return len(r.items)+len(r.doubts) > 0 }
	if !read() {
		r.lastLook(all)
	}
	if at, n := exceptPaper.Find(r.Line, all, 0); !read() && at > 0 && !r.none && naming.StartsStrong(r.Line, token.Between(at+n, all.To)) {
		r.doubt(all, "an exception names a paper")
	}
	return !read() && r.bareCase(all)
}

// exceptPaper are words before a paper that replaces what is required: "phải có chữ ký của tất
// cả, trừ trường hợp có văn bản ủy quyền".
var exceptPaper = token.NewLexicon("trừ trường hợp có|trừ khi có|trừ trường hợp đã có|ngoại trừ trường hợp có")

// row reads the sentences of a row.
func (r *reader) row(all token.Piece) {
	for k, s := range r.joinList(r.Sentences(all)) {
		if k == 0 && r.At(naming.SkipLead(r.Line, s)) == "thông" && vocab.Databases.In(r.Line, s) && !orCopy.In(r.Line, s) {
			continue // "Thông tin được khai thác trong cơ sở dữ liệu": the office looks it up
		}
		if k == 0 {
			if !r.main(s, nil) && len(r.items) == 0 && len(r.doubts) == 0 {
				r.plain(s)
			}
			continue
		}
		if q := r.SkipBullets(s); q.From > s.From && !q.Empty() && vocab.CaseOpeners.Match(r.Line, q.From, q.To) == 0 && vocab.Remarks.Match(r.Line, q.From, q.To) == 0 && r.listed() {
			// "- A. - B.": a list whose items end in full stops.
			if !r.main(q, nil) && len(r.doubts) == 0 && (r.Tokens[0].Kind == token.Mark || naming.StartsPaper(r.Line, q)) {
				r.doubt(s, "an item of a list that names no paper for sure")
			}
			continue
		}
		r.later(s, nil)
	}
}

var orCopy = token.NewLexicon("hoặc bản sao|hoặc bản chính|hoặc nộp|hoặc giấy")

// joinList joins items of a list that end in full stops to the list's head: "Một trong các giấy
// tờ sau: + A. + B.".
func (r *reader) joinList(ss []token.Piece) []token.Piece {
	if len(ss) < 2 {
		return ss
	}
	c := r.Colon(ss[0])
	if c < 0 || c+1 >= ss[0].To || !slices.Contains([]string{"", "+", "-", "–"}, r.At(c+1)) {
		return ss
	}
	bullet := r.At(c + 1)
	out := ss[:1:1]
	for k, s := range ss[1:] {
		if r.At(s.From) != bullet {
			return append(out, ss[k+1:]...)
		}
		out[0].To = s.To
	}
	return out
}

// listed reports whether papers were read before, so that the bullets and counters inside the
// row are papers too: "a) Đơn đề nghị. b) Hợp đồng".
func (r *reader) listed() bool {
	return !r.none && len(r.items) > 0
}

// remark looks for papers that advice requires of some people after all.
func (r *reader) remark(out Row, all token.Piece) Row {
	for _, s := range r.Sentences(all) {
		if i := r.Colon(s); i > 0 && i < s.From+4 {
			s.From = i + 1
		}
		w, rest, ok := condition.Front(r.Line, s)
		if !ok || vocab.AboutFiling.Match(r.Line, w.Piece.From, w.Piece.To) > 0 || vocab.Offices.Match(r.Line, r.SkipBullets(rest).From, rest.To) > 0 {
			continue
		}
		if demand.Hidden(r.Line, rest) {
			out.Why = ""
			r.doubt(s, "advice that may demand a paper")
			return r.judge(out, all)
		}
	}
	return out
}

// isRemark reports whether a row is advice, by its first words.
func isRemark(l *token.Line, p token.Piece) bool {
	a := p.From
	for a < p.To && l.Tokens[a].Kind == token.Mark {
		a++
	}
	n := vocab.Remarks.Match(l, a, p.To)
	if n == 0 {
		return false
	}
	next := l.At(a + n)
	return l.At(a) == "lưu" || l.At(a) == "chú" || l.At(a) == "ví" || l.At(a) == "ghi" || l.At(a) == "số" && l.At(a+1) == "lượng" || next == ":" || next == "nộp" || next == "giải"
}

// lead reads a row that ends in a colon.
func (r *reader) lead(out Row, all token.Piece) Row {
	out.Class = ClassLead
	p := token.Between(all.From, all.To-1)
	out.OneOf = vocab.OneOfWords.In(r.Line, p)
	out.Why = "ends in a colon"
	if w, rest, ok := condition.Front(r.Line, token.Between(all.From, all.To)); ok {
		out.When = condition.Short(w.Words)
		if !rest.Empty() && naming.StartsPaper(r.Line, rest) && !r.isContainer(rest) && !out.OneOf {
			out.Tail = true
		}
		return out
	}
	if n := vocab.CaseOpeners.Match(r.Line, p.From, p.To); n > 0 {
		out.When = condition.Short(r.Text(token.Between(p.From+n, p.To)))
		return out
	}
	for _, t := range condition.Behind(r.Line, p) {
		if t.When.Sure {
			out.When, out.Behind = condition.Short(t.When.Words), t.Brace && t.End >= p.To
		}
	}
	// "Bản vẽ thiết kế, gồm:" is a paper itself; "Tài liệu gồm:" is not.
	if naming.StartsPaper(r.Line, p) && !r.isContainer(p) && !out.OneOf {
		out.Tail = true
	}
	return out
}

// Confidence says how certain an item is. What is doubtful never becomes a paper: its row is
// among those to read closely.
type Confidence uint8

// From certain to doubtful.
const (
	Sure Confidence = iota
	Likely
	Doubt
)

// String returns the word for the staff's page and JSON.
func (c Confidence) String() string {
	switch c {
	case Sure:
		return "sure"
	case Likely:
		return "likely"
	default:
		return "doubt"
	}
}
