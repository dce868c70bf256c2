package digest

import "motcua/client"

// Digest is the short answer out of a procedure's wall of text: what to hand
// in, what to show, what only some people need, how long, how much, where.
//
// Nothing of the source is lost on the way: every row of every PaperCase stands
// in exactly one place, as the Full of a Paper or Condition or as one of the
// Notes, with its whole sentence; only white space is folded. Short names are
// cut out of those sentences and never say more than they do.
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
	// Costs has one element when all channels cost the same.
	Costs []Cost

	// CutOff is the hour (1..23, Zone) after which a dossier counts as handed
	// in on the next working day; 0 when the steps name none. TimeRule is the
	// source's sentence that says so.
	CutOff   int
	TimeRule string

	Place    []string         // where to hand in: receiving address, else who executes
	Channels []client.Channel // in the order direct, postal, online, other
}

// Case is one case (trường hợp) of the procedure.
type Case struct {
	Name   string // "Đăng ký tạm trú theo danh sách"; "" for everybody
	Full   string // the source's whole heading, "" when it had none
	HandIn []Paper
	Show   []Paper
	OnlyIf []Condition
	Notes  []string // whole sentences of the source, in its order
}

// Paper (giấy tờ) is one paper of the short answer.
type Paper struct {
	Name      string // short: what the paper is called, 60 to 80 runes at most
	Full      string // the source's whole sentence
	Originals int    // bản chính
	Copies    int    // bản sao
	Show      bool   // shown at the counter, not handed in
	Forms     []client.Form
	// OneOf lists alternatives: any one of them will do. The quantities of the
	// paper itself are then those of its lead-in.
	OneOf []Paper
}

// Condition is "only if": papers that only some people need.
type Condition struct {
	When   string // "trẻ bị bỏ rơi", "làm thay người khác"
	Full   string // a lead-in row of its own ("Đối với ...:"), "" when there was none
	Papers []Paper
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
}

// Digest makes the short answer. It never fails: what the rules cannot place
// with confidence stays among the papers or the notes with its whole sentence.
func Of(p client.Procedure) Digest {
	d := Digest{
		Cases:    sortPapers(p.Name, p.Cases),
		Costs:    digestCosts(p.Methods),
		Place:    digestPlace(p),
		Channels: digestChannels(p.Methods),
	}
	d.CutOff, d.TimeRule = cutOff(p)
	d.Times = digestTimes(p, d.CutOff > 0)
	return d
}
