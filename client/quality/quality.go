package quality

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"motcua/client/unit"
)

// Score is points as the portal gives them.
type Score struct {
	Points float64  `json:"points"`
	Max    float64  `json:"max"`
	Share  *float64 `json:"share,omitempty"` // per cent; nil: the portal gives none
	// Change is the portal's scoreDelta. It does not say since when; nil: it gives none.
	Change *float64 `json:"change,omitempty"`
}

// Group is one of the six groups of Decision 766.
type Group string

// The groups, in the order of the decision. The words are the portal's, and those of the JSON.
const (
	Openness     Group = "CKMB" // publishes and shows procedures, 18 points
	OnTime       Group = "TDGQ" // 20
	Online       Group = "CLGQ" // provides services online, 12
	Paying       Group = "TTTT" // paying online, 10
	Satisfaction Group = "MDHL" // 18
	Digitised    Group = "MDSH" // 22
)

// Groups are the six.
var Groups = []Group{Openness, OnTime, Online, Paying, Satisfaction, Digitised}

// Max is the most points of a group: the decision's, for answers that do not repeat it.
func (g Group) Max() float64 {
	return map[Group]float64{Openness: 18, OnTime: 20, Online: 12, Paying: 10, Satisfaction: 18, Digitised: 22}[g]
}

// Metric is one row below a group.
type Metric struct {
	Code string `json:"code"`
	Name string `json:"name,omitempty"` // in the portal's words; "" where it names none
	// Of is what was counted; nil: the portal names no numbers.
	Of    *Count   `json:"of,omitempty"`
	Share *float64 `json:"share,omitempty"`
	// Points are nil where the portal gives none. Max is 0 for a row that is information
	// and has no points.
	Points *float64 `json:"points,omitempty"`
	Max    float64  `json:"max,omitempty"`
	// Doubt is the portal's own word about the number, "" for none.
	Doubt string `json:"doubt,omitempty"`
	Note  string `json:"note,omitempty"` // the sentence that goes with it
}

// Count is a part of a whole.
type Count struct {
	Part  int `json:"part"`
	Whole int `json:"whole"`
}

// Codes of rows that answers without rows have in their own fields.
const (
	CodeOnTime         = "ON_TIME"         // dossiers settled on time, of those received
	CodeHandedOnline   = "HANDED_ONLINE"   // dossiers handed in online, of all
	CodePaidDossiers   = "PAID_DOSSIERS"   // dossiers paid online, of those that must be paid
	CodePaidProcedures = "PAID_PROCEDURES" // procedures paid online, of those with a fee
)

// Doubts of which the words are known.
const (
	DoubtTemporary = "TEMP_NATIONAL_REPORT_DENOMINATOR"
	DoubtNoReport  = "NO_NATIONAL_REPORT_DATA"
)

// HasFigure tells whether the row was counted of something. It was not where the whole is
// nothing or not said, and where a row that has points got none: the portal then gives 0,
// or all points, or a share of 100 %. Nought of something was counted.
func (m Metric) HasFigure() bool {
	return m.Of != nil && m.Of.Whole > 0 && (m.Points != nil || m.Max == 0)
}

// contentFull is the row that a province has and the portal repeats for each of its units.
const contentFull = "PUBLIC_CONTENT_FULL"

// OfProvince tells whether the number is the province's, whoever the row stands below.
func (m Metric) OfProvince() bool { return m.Code == contentFull }

// Part is what a unit has in one group.
type Part struct {
	Group   Group    `json:"group"`
	Score   Score    `json:"score"`
	Metrics []Metric `json:"metrics,omitempty"`
	// Average is that of the units below, Days how long a dossier took; nil where the portal
	// gives none.
	Average *float64 `json:"average,omitempty"`
	Days    *float64 `json:"days,omitempty"`
}

// Uncounted tells that rows say what was counted, and that it was nothing of this unit's
// own: its points mean nothing.
func (p Part) Uncounted(below bool) bool {
	counted := func(m Metric) bool { return m.HasFigure() && (!below || !m.OfProvince()) }
	return len(p.Metrics) > 0 && !slices.ContainsFunc(p.Metrics, counted)
}

// Sheet is all that is known of one unit.
type Sheet struct {
	ID     string
	Code   string // "" where no answer gave one
	Name   string // without the province behind it
	Parent string // the province's code; "" for a province and the country
	Level  unit.Level
	Total  *Score // nil: the portal gives none, as for units below a province
	Parts  []Part // in the order of Groups; a group that nobody answered is missing
	// Joint is the country's only figure for Online and Paying together, nil for others.
	Joint *Score
	// Growth is by how many per cent the country's total grew; the portal does not say since
	// when.
	Growth *float64
	// Petitions and Dossiers are how many the portal counted, nil where it does not say.
	Petitions, Classified, Dossiers *int
}

// Part finds a group's part; nil when nobody answered.
func (s *Sheet) Part(g Group) *Part {
	for i := range s.Parts {
		if s.Parts[i].Group == g {
			return &s.Parts[i]
		}
	}
	return nil
}

// IsCountry tells of the sheet of the whole country.
func (s *Sheet) IsCountry() bool { return s.Code == "" && s.ID == "" }

// Below tells of a sheet of a unit below a province.
func (s *Sheet) Below() bool { return s.Parent != "" }

// Points are those of a group, or of the total for "".
func (s *Sheet) Points(g Group) (float64, bool) {
	if g == "" {
		if s.Total == nil {
			return 0, false
		}
		return s.Total.Points, true
	}
	if p := s.Part(g); p != nil {
		return p.Score.Points, true
	}
	return 0, false
}

// Request is a question that the portal was asked. Its answers do not repeat it.
type Request struct {
	Call string          `json:"call"` // "service-results"
	Body json.RawMessage `json:"body"`
}

// ErrNothing is joined to the error of a look-up of a period without figures, to tell it
// from a unit that is not known.
var ErrNothing = errors.New("there are no figures of the period")

// SeveralError is the error of a look-up whose words fit several units. Only whoever asked
// knows which one was meant.
type SeveralError struct {
	Units []unit.Unit // at most SeveralMost
	Total int
}

// SeveralMost is how many units an error names: more are no choice.
const SeveralMost = 20

func (e *SeveralError) Error() string { return fmt.Sprintf("the words fit %d units", e.Total) }

// Query asks for the scores of a unit.
type Query struct {
	// Words are a unit's name, code or id; where they fit several the error is a SeveralError.
	// "" is this place's province, Country the country.
	Words string
	// Period that was not named is this year.
	Period Period
}

// Country asks for the country.
const Country = "VN"

// Report are the scores of one unit, with those beside which they are read.
type Report struct {
	Period Period
	Sheet  Sheet
	// Province is the one above, nil for none. Country is nil when Sheet is the country.
	Province, Country *Sheet
	// Standing is that of the province by its total.
	Standing Standing
	// Below are the units below, by code as text.
	Below []Sheet
	// Missing are the groups that could not be asked.
	Missing []Group
	// Requests are what the portal was asked.
	Requests []Request
}

// Standing is the place of a total among all that there are; the zero value is none. Equal
// totals share a place, and the next ones are left out.
type Standing struct {
	Place, Among int
	Shared       int // how many others have the place
}

// Rank is the standing of a sheet that is one of those in among.
func Rank(of *Sheet, among []Sheet) Standing {
	mine, ok := of.Points("")
	if !ok {
		return Standing{}
	}
	s := Standing{Place: 1, Shared: -1}
	for i := range among {
		points, ok := among[i].Points("")
		switch {
		case !ok:
			continue
		case points > mine:
			s.Place++
		case points == mine:
			s.Shared++
		}
		s.Among++
	}
	s.Shared = max(s.Shared, 0)
	return s
}
