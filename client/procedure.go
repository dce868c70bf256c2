package client

import "time"

// Procedure (thủ tục hành chính) as a portal publishes it, sanitised, with
// nothing of the source left out. Package digest makes the short answer out of it.
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
	Receiving    string   // where to hand it in, the source's words

	Methods    []Method
	Cases      []PaperCase
	CaseLimits []CaseLimit // time limits that the source gives by case
	Steps      []ProcedureStep
	Conditions string
	LegalBasis []LegalAct
	Results    []Result
	Notes      string

	URL       string // the portal's own page
	UpdatedAt time.Time

	// Outline says that only the heading is known here: name, field, level,
	// agency, decision. Empty papers, fees and steps then mean "not known", not
	// "the source names none".
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

// The kinds seen on the national portal; internal ones are never shown.
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

// Decision (quyết định công bố) is what published the procedure.
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

// TimeUnit counts a time limit.
type TimeUnit string

// The portal's units. UnitOther means that the rule stands only in the text.
const (
	UnitWorkingDay  TimeUnit = "working_day"
	UnitDay         TimeUnit = "day"
	UnitWorkingHour TimeUnit = "working_hour"
	UnitHour        TimeUnit = "hour"
	UnitOther       TimeUnit = "other"
	UnitNone        TimeUnit = "" // the source gives no limit
)

// TimeLimit (thời hạn giải quyết).
type TimeLimit struct {
	Quantity float64 // 0 when the source gives none; with UnitOther a hint, never a promise
	Unit     TimeUnit
	Text     string // the rule in words when Unit is UnitOther, may be empty
}

// CaseLimit is the time limit of one named case.
type CaseLimit struct {
	Name  string
	Code  string // "1.001193.02"
	Limit TimeLimit
}

// FeeState tells what is known of a fee. A zero or absent value on the portal
// is not "free": amounts also hide in the description.
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

// FeeType tells lệ phí from phí.
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

// PaperCase (trường hợp) is one list of papers as the portal groups them.
type PaperCase struct {
	Name string
	Rows []PaperRow
}

// PaperRow is a row of a paper list as the source has it. Rows with no
// quantity are mostly explanations.
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

// Result is one paper that comes out.
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
	Weight int64  // how often it is used a year, 0 when unknown
	// Matched are the ranges of Name, in runes and half-open, that the words of
	// the query met, ascending and apart; nil when the source does not tell.
	Matched [][2]int
}

// Query asks for procedures.
type Query struct {
	Words      string
	Field      string // exact field name, empty for all
	AgencyCode string // "H55", "G01"; empty for all
	Level      Level  // 0 for all; a source that knows no levels leaves it out
	Limit      int    // at most this many hits; 0 means the source's default
	// Kept asks the copy on this machine alone, which answers at once; see
	// SearchResult.Provisional. A source does not look at it.
	Kept bool
}

// SearchResult is a ranked list and how many there are in all.
type SearchResult struct {
	Hits  []Hit
	Total int
	// Near says that nothing matched and Hits are the nearest there is.
	Near bool
	// Provisional says that the copy alone was asked (Query.Kept) and that a
	// portal may know more: the copy is only what came with the program, or has
	// nothing that matches.
	Provisional bool
}
