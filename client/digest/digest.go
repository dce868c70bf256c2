package digest

import (
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/digest/channel"
	"motcua/client/digest/condition"
	"motcua/client/digest/deadline"
	"motcua/client/digest/fee"
	"motcua/client/digest/reading"
	"motcua/client/digest/token"
)

// The answer: which papers a procedure needs, how long it takes, what it costs, and where to
// go.

// Digest is the short answer from a procedure's long text: what to hand in, what to show, what
// only some people need, how long, how much, where.
//
// Nothing of the source is lost: every row of every PaperCase is kept with its whole sentence,
// as the Full of a Paper or Condition, among the rows to read closely, the office's own papers
// or the notes. Only white space is folded, and a repeated row is kept once. Names consist of
// the source's words and never say more than these do.
type Digest struct {
	// Cases has at least one element when the source lists any row; the first one is for the
	// first page. Headings such as "Giấy tờ phải xuất trình" only direct the sorting and are no
	// case.
	//
	// At most one case has no Name: the one for everybody. It comes first if it has papers to
	// hand in or show. If it has only conditions and notes, such as about acting for somebody
	// else, it comes last, after the named cases.
	Cases []Case

	// Times are the distinct time limits, the shortest first; empty if the source gives no
	// channel.
	Times []deadline.Time
	// TimeWords are the source's clauses on time when they contradict each other. Then Times is
	// empty, and no day is promised.
	TimeWords []string
	// Costs has one element when all channels cost the same.
	Costs []fee.Cost

	// CutOff is the hour (1..23, workday.Zone) after which a dossier counts as handed in on the
	// next working day; 0 if the steps name none. TimeRule is the source's sentence about it.
	CutOff   int
	TimeRule string

	// Rows says for each row how it was read, in the source's order.
	Rows []RowRead

	Place    []string         // where to hand in: the receiving address, or else the office that decides
	Channels []client.Channel // in the order direct, postal, online, other
}

// Case is one case (trường hợp) of the procedure, or one group of its papers.
type Case struct {
	Name string // "Đăng ký tạm trú theo danh sách"; "" for everybody
	Full string // the source's whole heading, "" when it had none
	// Group means that the heading is no alternative case: its papers belong to the same
	// dossier, or the heading does not say.
	Group  bool
	HandIn []Paper
	Show   []Paper
	OnlyIf []Condition
	Close  []CloseRow // to be read in the source's own words
	Office []CloseRow // made by the office or another agency, so nobody brings it
	Notes  []string   // whole sentences of the source, in order
}

// Source is where something was read: a row of a list of the procedure, and the bytes of that
// row (with white space folded, see RowText).
type Source struct {
	List, Row int // from 0; Row is -1 for the heading of the list
	Spans     []Span
}

// Span is the bytes [From, To) of a row's text.
type Span = token.Span

// RowText returns a row's text as the spans of a Source count it.
func RowText(name string) string { return token.FoldSpace(name) }

// CloseRow is a row that was not read with certainty, or that nobody brings. The page shows it
// in the source's own words.
type CloseRow struct {
	Text   string // the whole row
	Words  string // the stretches to read; the whole row unless Part
	Why    string // for staff, in English
	Source Source
	// Part means that some papers of the row were read with certainty and are listed with the
	// others; only the rest must be read closely.
	Part      bool
	Originals int
	Copies    int
	Forms     []client.Form
}

// Paper (giấy tờ) is one paper of the short answer.
type Paper struct {
	Name      string // its name in the source's words
	Full      string // the source's whole sentence
	Originals int    // bản chính
	Copies    int    // bản sao
	Show      bool   // shown at the counter, not handed in
	FillIn    bool   // a form to fill in
	Forms     []client.Form
	// OneOf lists alternatives, of which any one is enough. The quantities of the paper itself
	// are then those of its lead-in.
	OneOf []Paper
	Head  string // with OneOf: what the alternatives are for; may be empty
	When  string // of an alternative: who may choose it

	Source Source
	Sure   reading.Confidence
	Why    string // the rule that read it, for staff, in English
}

// Condition groups papers that only some people need ("chỉ khi").
type Condition struct {
	When   string // "trẻ em bị bỏ rơi", "làm thay người khác", "trừ trường hợp ..."
	Words  string // the same in the source's words
	Except bool   // everybody needs the papers except the people in When
	Full   string // its own lead-in row ("Đối với ...:"), "" if there is none
	Papers []Paper
}

// Names reports whether When only names who somebody is: see [condition.Names].
func (c Condition) Names() bool { return condition.Names(c.When) }

// RowRead says how one row was read, for staff.
type RowRead struct {
	List, Row int
	Text      string
	Class     reading.Class
	Why       string
	Close     []Span // what must be read closely
	Papers    []Paper
}

// Of returns the short answer. It never fails: what the rules cannot place with certainty stays
// among the rows to read closely or the notes, with its whole sentence.
func Of(p client.Procedure) Digest {
	pg := readPage(p)
	d := Digest{
		Cases:    pg.cases(),
		Rows:     pg.read(),
		Costs:    fee.Costs(p.Methods),
		Place:    digestPlace(p),
		Channels: digestChannels(p.Methods),
	}
	d.CutOff, d.TimeRule = deadline.CutOff(p)
	d.Times, d.TimeWords = deadline.Times(p, d.CutOff > 0)
	return d
}

func digestPlace(p client.Procedure) []string {
	var out []string
	add := func(s string) {
		if s = token.TrimEnd(token.StripBullet(token.FoldSpace(s))); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for line := range strings.SplitSeq(p.Receiving, "\n") {
		add(line)
	}
	if len(out) == 0 {
		for _, e := range p.Executing {
			add(e)
		}
	}
	return out
}

func digestChannels(ms []client.Method) []client.Channel {
	var out []client.Channel
	for _, m := range ms {
		out = channel.Add(out, m.Channel)
	}
	return out
}
