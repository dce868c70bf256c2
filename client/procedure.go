package client

import (
	"time"

	"motcua/client/linked"
	"motcua/client/place"
)

// Procedure (thủ tục hành chính) is a procedure as a portal publishes it, sanitised
// and complete. Package digest derives the short answer from it.
type Procedure struct {
	ID        string // the portal's UUID, for links
	Code      string // "1.001193"
	Name      string
	Field     string // lĩnh vực
	Levels    []Level
	Kind      ProcedureKind
	Publisher string // the ministry or province that published it
	Decision  Decision

	Executing    []string // who does the work
	Competent    []string // who decides
	Authorized   []string
	Coordinating []string
	Subjects     []string // who may apply
	Receiving    string   // where to hand in the dossier, in the source's words

	Methods    []Method
	Cases      []PaperCase
	CaseLimits []CaseLimit // the source's time limits for single cases
	Steps      []ProcedureStep
	Conditions string
	LegalBasis []LegalAct
	Results    []Result
	Notes      string
	// OfflineOnly and FullProcess are the source's general word on what can be done online.
	OfflineOnly, FullProcess bool
	Abolished                bool // nobody takes it any more

	URL       string // the portal's own page
	UpdatedAt time.Time

	// Outline is true when only the heading is known: name, field, level, agency,
	// decision. Empty papers, fees and steps then mean "not known", not "the source
	// names none".
	Outline bool
}

// Level (cấp thực hiện) is where a procedure is done.
type Level int

// The levels as the portal flags them.
const (
	LevelWard Level = iota + 1
	LevelProvince
	LevelMinistry
	LevelOther
)

// String is the JSON word.
func (l Level) String() string {
	switch l {
	case LevelWard:
		return "ward"
	case LevelProvince:
		return "province"
	case LevelMinistry:
		return "ministry"
	default:
		return "other"
	}
}

// ProcedureKind is the portal's `type`.
type ProcedureKind string

// The kinds seen on the national portal. Internal ones are never shown.
const (
	KindStandard               ProcedureKind = "STANDARD"
	KindSpecific               ProcedureKind = "SPECIFIC"
	KindAssigned               ProcedureKind = "ASSIGNED_REGULATION"
	KindInterconnected         ProcedureKind = "INTERCONNECTED"
	KindStandardInternal       ProcedureKind = "STANDARD_INTERNAL"
	KindInterconnectedInternal ProcedureKind = "INTERCONNECTED_INTERNAL"
)

// Internal tells whether a procedure runs between offices only.
func (k ProcedureKind) Internal() bool {
	return k == KindStandardInternal || k == KindInterconnectedInternal
}

// Decision (quyết định công bố) is the decision that published the procedure.
type Decision struct {
	Number string
	Date   time.Time
	Agency string
}

// Channel (cách nộp) is how a dossier is handed in.
type Channel string

// The three channels of the portal.
const (
	ChannelDirect Channel = "direct"
	ChannelOnline Channel = "online"
	ChannelPostal Channel = "postal"
	ChannelOther  Channel = "other"
)

// Method is one channel with its time limit and fees.
type Method struct {
	Channel     Channel
	Limit       TimeLimit
	Fees        []Fee
	Description string
}

// TimeUnit is the unit of a time limit.
type TimeUnit string

// The portal's units. UnitOther means that the limit is stated in the text only.
const (
	UnitWorkingDay  TimeUnit = "working_day"
	UnitDay         TimeUnit = "day"
	UnitWorkingHour TimeUnit = "working_hour"
	UnitHour        TimeUnit = "hour"
	UnitOther       TimeUnit = "other"
	UnitNone        TimeUnit = "" // the source gives no limit
)

// TimeLimit (thời hạn giải quyết) is how long an agency may take.
type TimeLimit struct {
	Quantity float64 // 0 when the source gives none; only a hint when the unit is UnitOther
	Unit     TimeUnit
	Text     string // the limit in words when Unit is UnitOther, may be empty
}

// CaseLimit is the time limit of one named case.
type CaseLimit struct {
	Name  string
	Code  string // "1.001193.02"
	Limit TimeLimit
}

// FeeState tells what is known about a fee. A zero or missing value on the portal
// does not mean "free": some amounts stand in the description only.
type FeeState int

// The three states.
const (
	FeeUnknown FeeState = iota // unknown, see the text
	FeeAmount                  // an amount is known
	FeeFree                    // the source says that nothing is due
)

// String is the JSON word.
func (s FeeState) String() string {
	return [...]string{"unknown", "amount", "free"}[s]
}

// FeeType distinguishes lệ phí (a charge) from phí (the price of a service).
type FeeType string

// The portal's `fees[].type`.
const (
	FeeTypeFee     FeeType = "fee"         // lệ phí
	FeeTypeService FeeType = "service_fee" // phí
)

// Fee is one charge of a procedure.
type Fee struct {
	State    FeeState
	Type     FeeType
	Amount   int64  // in whole units of Currency, when State is FeeAmount
	Currency string // "VND", "USD"
	Text     string // the source's description, may be empty
}

// PaperCase (trường hợp) is the list of papers for one case, as the portal groups them.
type PaperCase struct {
	Name string
	Rows []PaperRow
}

// PaperRow is a row of a paper list as the source has it. Rows without a quantity are
// mostly explanations.
type PaperRow struct {
	ID        string
	Code      string
	Name      string
	Originals int
	Copies    int
	Forms     []Form
}

// Form (biểu mẫu) is a file that the portal offers.
type Form struct {
	ID   string
	Name string
}

// ProcedureStep is one step of the official sequence.
type ProcedureStep struct {
	Name string
	Text string
}

// LegalAct is one text of the legal basis.
type LegalAct struct {
	Number string
	Name   string
}

// Result is one paper that the applicant receives.
type Result struct {
	Code string
	Name string
}

// Hit is one line of a search answer.
type Hit struct {
	Code   string
	Name   string
	Field  string
	Agency string
	Levels []Level
	ID     string // UUID
	Weight int64  // uses a year, 0 when unknown
	// Abolished is as in Procedure, Successor as in Answer.
	Abolished bool
	Successor *linked.Successor
	// Matched lists the ranges of Name, in runes and half-open, that the words of
	// the query matched, ascending and disjoint; nil when the source does not tell.
	Matched [][2]int
	// MatchedEnglish lists the same for the procedure's English name, see package english.
	MatchedEnglish [][2]int
	Wish           int // its place in SearchResult.Wishes
}

// Query is a search for procedures.
type Query struct {
	Words      string
	Field      string // exact field name, empty for all
	AgencyCode string // "H55", "G01"; empty for all
	Level      Level  // 0 for all; a source that knows no levels ignores it
	Limit      int    // at most this many hits; 0 means the source's default
	// Kept asks only the copy on this machine, which answers at once; see
	// SearchResult.Provisional. Sources ignore it.
	Kept bool
}

// SearchResult is a ranked list and the total number of matches.
type SearchResult struct {
	Hits  []Hit
	Total int
	// Near is true when nothing matched and Hits are the closest that there are.
	Near bool
	// Outside is true when the words ask for what no office does, such as tickets or repairs.
	Outside bool
	// Wishes are the words of each of two things that the question asks for, in its order; nil
	// for one. Hit.Wish says which one a hit answers; those of the first come first.
	Wishes []string
	// Provisional is true when only the copy was asked (Query.Kept) and a portal may
	// know more: the copy is only what was shipped with the program, or nothing in it
	// matches.
	Provisional bool
	// place.Mention is a place that the question named beside what it asked for; nil for none.
	// Hits answer the rest of the question.
	Mention *place.Mention
}
