// Package decision has the words in which decisions that publish procedures (quyết định
// công bố thủ tục hành chính) are spoken of: who decided when, and which procedures are
// new, amended or replaced, or abolished by it.
package decision

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"motcua/client/clean"
)

// Kind is what a decision does to a procedure. The words are also those of the JSON.
type Kind string

// The kinds. Amended and replaced are one list at the source, so nobody can tell them
// apart here.
const (
	New       Kind = "new"
	Amended   Kind = "amended_or_replaced"
	Abolished Kind = "abolished"
)

// Kinds are all of them, in the order in which they are told.
func Kinds() []Kind { return []Kind{New, Amended, Abolished} }

// Agency is who decides: a ministry, or the people's committee of a province.
type Agency struct {
	ID   string // the source's own number, as digits
	Name string
	Code string // the agency id in codes of dossiers, "H55"; "" where the source has none
}

// Decision is the heading of a decision.
type Decision struct {
	// ID is the source's own number, as digits. It is the key: agencies write numbers of
	// decisions freely, and two of them may have the same.
	ID     string
	Number string // "2193/QĐ-UBND", as the agency wrote it; may be ""
	Title  string
	Date   time.Time // the day of publication in Vietnam; zero when the source gives none
	Agency Agency
}

// Procedure is a procedure in a list of a decision. The lists hold no codes.
type Procedure struct {
	ID        string // the source's own number
	Code      string // "1.001193"; "" when no list that was read has this ID
	Name      string
	Publisher string // who published it
}

// Full is a decision with what it does.
type Full struct {
	Decision
	Fields []string // lĩnh vực

	New, Amended, Abolished []Procedure
}

// Of returns the procedures of a kind.
func (f Full) Of(k Kind) []Procedure {
	switch k {
	case New:
		return f.New
	case Amended:
		return f.Amended
	default:
		return f.Abolished
	}
}

// Does tells what the decision does to the procedure with a code; ok is false when none of
// its lists has it.
func (f Full) Does(code string) (k Kind, ok bool) {
	for _, k := range Kinds() {
		if slices.ContainsFunc(f.Of(k), func(p Procedure) bool { return p.Code == code }) {
			return k, true
		}
	}
	return "", false
}

// Query asks for decisions, the newest first. The zero value asks for those of the
// province in which the program stands, or of all agencies where none is configured.
type Query struct {
	// Agency is an agency's code "H55", its number at the source, or words of its name;
	// All for all agencies, "" for the configured province.
	Agency string
	Field  string    // words of a field's name; "" for all
	Words  string    // of the number or the title; "" for all
	Year   int       // of publication; 0 for all
	Date   time.Time // day of publication; zero for all
	From   int       // leaves out so many, for a further page
	Limit  int       // at most so many; 0 means DefaultLimit
	// Count asks for List.Counts of Year.
	Count bool
	// Procedure is a procedure's code: it asks for the decisions that have it in a list, as
	// far as those of Agency are known in full, and for those with Number, whoever decided.
	// Words, Year and Date are not looked at.
	Procedure string
	// Number is what the procedure's own text names as its decision, and Field its field; ""
	// when that is not known.
	Number string
}

// All as Query.Agency means every agency.
const All = "*"

// DefaultLimit is a page of a list.
const DefaultLimit = 50

// List is an answer to a Query.
type List struct {
	Agency    Agency // of the query; zero for all
	Decisions []Decision
	Total     int // of the query, beyond the page
	// Counts are the procedures of Query.Year, when they were asked for.
	Counts *Counts
	// Does tells, of a query by Procedure, what a decision does to it, by the decision's ID;
	// one that has only the number is not in it.
	Does map[string]Kind
	// Named is Query.Number when no decision here has it.
	Named string
	// Known of Among decisions of the agency were looked through for Query.Procedure.
	Known, Among int
}

// None tells that there is no decision of the query, and that all were looked through to know
// it: among those of Query.Procedure one that was not may have it, and so may one of the
// number that it names where no portal was asked for the number.
func (l List) None(q Query, stale bool) bool {
	if len(l.Decisions) > 0 || q.Procedure == "" {
		return len(l.Decisions) == 0
	}
	return l.Among > 0 && l.Known == l.Among && (l.Named == "" || !stale)
}

// Counts are the procedures of one agency's decisions of a year.
type Counts struct {
	Year      int
	Decisions int // of the year
	// Counted is of how many of them the lists are known; the figures below are of those.
	Counted                 int
	New, Amended, Abolished int
}

// Of returns the figure of a kind.
func (c Counts) Of(k Kind) int {
	switch k {
	case New:
		return c.New
	case Amended:
		return c.Amended
	default:
		return c.Abolished
	}
}

// Procedures is the sum of the figures: a procedure counts once in each list that has it.
func (c Counts) Procedures() (n int) {
	for _, k := range Kinds() {
		n += c.Of(k)
	}
	return n
}

// Add counts a decision.
func (c *Counts) Add(f Full) {
	c.Counted++
	c.New += len(f.New)
	c.Amended += len(f.Amended)
	c.Abolished += len(f.Abolished)
}

// SortNewest puts the newest first: by day, then by the source's own number, which grows.
func SortNewest(list []Decision) {
	slices.SortStableFunc(list, func(a, b Decision) int {
		if c := b.Date.Compare(a.Date); c != 0 {
			return c
		}
		return number(b.ID) - number(a.ID)
	})
}

func number(id string) int {
	n, _ := strconv.Atoi(id)
	return n
}

// SameNumber compares numbers without what clerks leave on them.
func SameNumber(a, b string) bool {
	plain := func(s string) string { return strings.Trim(clean.Fold(s), " .") }
	return plain(a) == plain(b)
}

// IsID tells whether s has the form of an ID of a decision or an agency.
func IsID(s string) bool {
	if s == "" || len(s) > 12 {
		return false
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// PortalPage is the page of the national portal with the decisions of today, for whoever
// finds none here: its own calls for them are not known.
const PortalPage = "https://dichvucong.gov.vn/quyet-dinh-cong-bo"
