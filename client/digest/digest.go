package digest

import (
	"cmp"
	"slices"
	"strings"

	"motcua/client"
)

// The answer: what a procedure asks for, how long it takes, what it costs and where.

// Digest is the short answer out of a procedure's wall of text: what to hand
// in, what to show, what only some people need, how long, how much, where.
//
// Nothing of the source is lost on the way: every row of every PaperCase stands
// with its whole sentence as the Full of a Paper or Condition, among the rows to
// read closely, the office's own papers or the notes; only white space is
// folded. A row that repeats another stands once. Names are made of the source's
// words and never say more than they do.
type Digest struct {
	// Cases holds at least one element when the source lists any row; the first
	// one makes the first page. Headings such as "Giấy tờ phải xuất trình" steer
	// the sorting and make no case.
	//
	// At most one case has no Name: what holds for everybody. It comes first
	// when it has papers to hand in or show; with only conditions and notes (say
	// on acting for somebody else) it stands last, behind the named cases.
	Cases []Case

	// Times are the distinct time limits, the quickest first; empty when the
	// source gives no channel.
	Times []Time
	// TimeWords are the source's clauses on time when they contradict each other:
	// then Times is empty and no day is promised.
	TimeWords []string
	// Costs has one element when all channels cost the same.
	Costs []Cost

	// CutOff is the hour (1..23, Zone) after which a dossier counts as handed
	// in on the next working day; 0 when the steps name none. TimeRule is the
	// source's sentence that says so.
	CutOff   int
	TimeRule string

	// Rows tells row by row how the page was read, in the source's order.
	Rows []RowRead

	Place    []string         // where to hand in: receiving address, else who executes
	Channels []client.Channel // in the order direct, postal, online, other
}

// Case is one case (trường hợp) of the procedure, or one group of its papers.
type Case struct {
	Name string // "Đăng ký tạm trú theo danh sách"; "" for everybody
	Full string // the source's whole heading, "" when it had none
	// Group says that the heading is no alternative case: the papers under it
	// belong to the dossier like the others, or the heading does not tell.
	Group  bool
	HandIn []Paper
	Show   []Paper
	OnlyIf []Condition
	Close  []CloseRow // to be read in the source's own words
	Office []CloseRow // what the office or another agency makes: nobody brings it
	Notes  []string   // whole sentences of the source, in its order
}

// Source is where something was read: a row of a list of the procedure, and
// the bytes of that row (its white space folded, see RowText) that say so.
type Source struct {
	List, Row int // from 0; Row is -1 for the heading of the list
	Spans     []Span
}

// Span is the bytes [From, To) of a row's text.
type Span struct{ From, To int }

// RowText is a row's text as the spans of a Source count it.
func RowText(name string) string { return foldSpace(name) }

// CloseRow is a row that the reader is not sure of, or that nobody brings: it
// stands on the page in the source's own words.
type CloseRow struct {
	Text   string // the whole row
	Words  string // the stretches to read; the whole row unless Part
	Why    string // for the staff, in English
	Source Source
	// Part says that some papers of the row were read for sure and stand among
	// the others; the rest is to be read.
	Part      bool
	Originals int
	Copies    int
	Forms     []client.Form
}

// Paper (giấy tờ) is one paper of the short answer.
type Paper struct {
	Name      string // what the paper is called, in the source's words
	Full      string // the source's whole sentence
	Originals int    // bản chính
	Copies    int    // bản sao
	Show      bool   // shown at the counter, not handed in
	FillIn    bool   // a form to fill in
	Forms     []client.Form
	// OneOf lists alternatives: any one of them will do. The quantities of the
	// paper itself are then those of its lead-in.
	OneOf []Paper
	Head  string // with OneOf: what the alternatives are for, may be empty
	When  string // of an alternative: who may choose it

	Source Source
	Sure   Confidence
	Why    string // which rule read it, for the staff, in English
}

// Condition is "only if": papers that only some people need.
type Condition struct {
	When   string // "trẻ em bị bỏ rơi", "làm thay người khác", "trừ trường hợp ..."
	Words  string // the source's words of it
	Except bool   // everybody needs the papers but those whom When names
	Full   string // a lead-in row of its own ("Đối với ...:"), "" when there was none
	Papers []Paper
}

// RowRead is how one row was read, for the staff.
type RowRead struct {
	List, Row int
	Text      string
	Class     Class
	Why       string
	Close     []Span // what is to be read closely
	Papers    []Paper
}

// Time is one time limit and where it holds.
type Time struct {
	Limit    client.TimeLimit
	Channels []client.Channel // nil: all channels of the procedure
	Case     string           // name of the case when the source gives limits by case
}

// Cost is what is due when handing in through some channels.
type Cost struct {
	Channels []client.Channel // nil: all channels of the procedure
	// Fees is never empty. One Fee of state FeeUnknown without a text means
	// that the source names no amount.
	Fees []Fee
}

// Fee is one charge with a short word on what it is for.
type Fee struct {
	client.Fee
	For string // "Đăng ký tạm trú theo danh sách", "" when the source says nothing short
	Per string // "trang", "người/lần đăng ký": what the amount is counted by, "" unless said
	// Others says that the text names other amounts as well, or frees some
	// people: Amount is what the source puts first, never all there is to pay.
	Others bool
	// Until is the date up to which the amount holds, "31/12/2026", or "" when
	// the source gives none.
	Until string
}

// Confidence says how sure the reader is of an item. What is in doubt never
// becomes a paper: its row stands among those to read closely.
type Confidence uint8

// From sure to doubtful.
const (
	Sure Confidence = iota
	Likely
	Doubt
)

// String is the word of the staff's page and of JSON.
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

// Of makes the short answer. It never fails: what the rules cannot place
// with confidence stays among the papers or the notes with its whole sentence.
func Of(p client.Procedure) Digest {
	pg := readPage(p)
	d := Digest{
		Cases:    pg.cases(),
		Rows:     pg.read(),
		Costs:    digestCosts(p.Methods),
		Place:    digestPlace(p),
		Channels: digestChannels(p.Methods),
	}
	d.CutOff, d.TimeRule = cutOff(p)
	d.Times, d.TimeWords = digestTimes(p, d.CutOff > 0)
	return d
}

func digestPlace(p client.Procedure) []string {
	var out []string
	add := func(s string) {
		if s = trimEnd(stripBullet(foldSpace(s))); s != "" && !slices.Contains(out, s) {
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

var channelOrder = []client.Channel{client.ChannelDirect, client.ChannelPostal, client.ChannelOnline, client.ChannelOther}

func byChannel(a, b client.Channel) int {
	return cmp.Compare(slices.Index(channelOrder, a), slices.Index(channelOrder, b))
}

func addChannel(cs []client.Channel, c client.Channel) []client.Channel {
	if !slices.Contains(cs, c) {
		cs = append(cs, c)
		slices.SortFunc(cs, byChannel)
	}
	return cs
}

func digestChannels(ms []client.Method) []client.Channel {
	var out []client.Channel
	for _, m := range ms {
		out = addChannel(out, m.Channel)
	}
	return out
}
