package reporting

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"motcua/client/quality"
	"motcua/client/rest"
	"motcua/client/unit"
)

// Call is one of the reports on quality, by its name in the address.
type Call string

// The calls. Their answers have three shapes: the country's, one with rows below each
// group, and a tree of which each branch has its numbers in fields of its own.
const (
	CallResults      Call = "service-results"
	CallTransparency Call = "transparency"
	CallDigitized    Call = "dossier-digitized"
	CallSatisfaction Call = "handling-satisfaction"
	CallProgress     Call = "dvc-progress-tree"
	CallOnline       Call = "provide-online-tree"
	CallPayment      Call = "formality-online-payment-tree"
)

// GroupCalls are the calls that are about one group each, in the groups' order.
var GroupCalls = []struct {
	Group quality.Group
	Call  Call
}{
	{quality.Openness, CallTransparency}, {quality.OnTime, CallProgress}, {quality.Online, CallOnline},
	{quality.Paying, CallPayment}, {quality.Satisfaction, CallSatisfaction}, {quality.Digitised, CallDigitized},
}

// metricsPage is the page size of the calls with rows that were seen.
const metricsPage = 200

func (c Call) path() string { return "reporting/evaluation/" + string(c) }

// isTree tells of the calls that answer with a parent and its children.
func (c Call) isTree() bool { return c == CallProgress || c == CallOnline || c == CallPayment }

// periodRequest is the time of a question; year, quarter and month by its kind.
type periodRequest struct {
	TimeType quality.Kind `json:"timeType,omitempty"`
	Year     int          `json:"year,omitempty"`
	Quarter  int          `json:"quarter,omitempty"`
	Month    int          `json:"month,omitempty"`
	// Of handling-satisfaction alone: the first and the last day.
	From string `json:"fromDate,omitempty"`
	To   string `json:"toDate,omitempty"`
}

type evaluationRequest struct {
	periodRequest
	DepartmentType string `json:"departmentType,omitempty"`
	Root           string `json:"rootDepartmentId,omitempty"`
	CurrentPage    int    `json:"currentPage,omitempty"`
	PageSize       int    `json:"pageSize,omitempty"`
}

// request is the question for the first page.
func (c Call) request(p quality.Period, root string) evaluationRequest {
	in := evaluationRequest{periodRequest: periodRequest{TimeType: p.Kind(), Year: p.Year, Quarter: p.Quarter, Month: p.Month}}
	switch {
	case c == CallResults:
		in.DepartmentType = "ADMINISTRATIVE_UNIT"
		return in
	case c == CallSatisfaction:
		in.periodRequest = periodRequest{From: p.From().Format(time.DateOnly), To: p.End().AddDate(0, 0, -1).Format(time.DateOnly)}
	}
	in.Root, in.CurrentPage, in.PageSize = root, 1, metricsPage
	if c.isTree() {
		in.PageSize = childrenPage
	}
	return in
}

// Asked is what a call is asked for a period and the unit at the root, "" for the country.
func (c Call) Asked(p quality.Period, root string) quality.Request {
	body, _ := json.Marshal(c.request(p, root)) //nolint:errchkjson // strings and numbers
	return quality.Request{Call: string(c), Body: body}
}

// Evaluation is the answer of one call: the unit at the root, and those below it.
type Evaluation struct {
	Root  quality.Sheet
	Below []quality.Sheet
}

// Country reads the totals of the country and of its provinces, and the points of their groups.
func (r *Reader) Country(ctx context.Context, p quality.Period) (Evaluation, error) {
	data, err := rest.Post[countryBody](ctx, r.rest, "quality", CallResults.path(), CallResults.request(p, ""))
	if err != nil {
		return Evaluation{}, err
	}
	if !data.OK {
		return Evaluation{}, r.rest.Nonsense(errors.New("service-results: no data"))
	}
	return data.Value.evaluation(), nil
}

// Group reads one group of a province and of the units below it. Pages are asked for until
// one brings nothing new.
func (r *Reader) Group(ctx context.Context, c Call, p quality.Period, province string) (Evaluation, error) {
	var all Evaluation
	seen := map[string]bool{}
	in := c.request(p, province)
	for ; in.CurrentPage <= mostPages; in.CurrentPage++ {
		data, err := rest.Post[groupBody](ctx, r.rest, "quality", c.path(), in)
		if err != nil {
			return Evaluation{}, err
		}
		if !data.OK {
			return Evaluation{}, r.rest.Nonsense(errors.New(string(c) + ": no data"))
		}
		if more := data.Value.addTo(&all, c, seen); !more || data.Value.rows() < in.PageSize {
			break
		}
	}
	return all, nil
}

// scoreBody is a score, which has two names in the answers.
type scoreBody struct {
	Total    rest.Number `json:"totalScore"`
	TotalMax rest.Number `json:"totalMaxScore"`
	Score    rest.Number `json:"score"`
	Max      rest.Number `json:"maxScore"`
	Ratio    rest.Number `json:"ratio"`
	Delta    rest.Number `json:"scoreDelta"`
}

// score is nil where the answer gives no points. most is the most points where it does not
// say.
func (b scoreBody) score(most float64) *quality.Score {
	points, top := b.Total, b.TotalMax
	if !points.OK {
		points, top = b.Score, b.Max
	}
	if !points.OK {
		return nil
	}
	s := &quality.Score{Points: points.Value, Max: most, Share: given(b.Ratio), Change: given(b.Delta)}
	if top.OK && top.Value > 0 {
		s.Max = top.Value
	}
	return s
}

func given(n rest.Number) *float64 {
	if !n.OK {
		return nil
	}
	return &n.Value
}

func whole(n rest.Number) *int {
	if !n.OK || n.Value < 0 {
		return nil
	}
	i := n.Int()
	return &i
}

type countryBody struct {
	Overview   rest.Object[countryUnit] `json:"overview"`
	Growth     rest.Number              `json:"growthPercent"`
	Radar      rest.List[radarBody]     `json:"radar"`
	Evaluation rest.List[countryUnit]   `json:"evaluation"`
}

type countryUnit struct {
	unitBody
	scoreBody
	Groups rest.Object[map[string]rest.Number] `json:"groupScores"`
}

type radarBody struct {
	Code rest.Raw `json:"code"`
	scoreBody
}

// joint is the radar's code for the services online and the payments together: it has five
// rows for six groups.
const joint = "ONLINE_SERVICE"

// mostTotal is the total of all groups.
const mostTotal = 100

func (b countryBody) evaluation() Evaluation {
	var e Evaluation
	country := b.Overview.Value
	e.Root = quality.Sheet{Name: UnitName(string(country.Name)), Total: country.score(mostTotal), Growth: given(b.Growth)}
	radar := map[string]scoreBody{}
	for _, r := range b.Radar {
		radar[string(r.Code)] = r.scoreBody
	}
	for _, g := range quality.Groups {
		if s := radar[string(g)].score(g.Max()); s != nil {
			e.Root.Parts = append(e.Root.Parts, quality.Part{Group: g, Score: *s})
		}
	}
	e.Root.Joint = radar[joint].score(quality.Online.Max() + quality.Paying.Max())
	seen := map[string]bool{}
	for _, row := range b.Evaluation {
		u := row.unit("", unit.LevelProvince)
		if u.ID == "" || u.Name == "" || seen[u.ID] {
			continue
		}
		seen[u.ID] = true
		s := sheetOf(u)
		s.Total = row.score(mostTotal)
		for _, g := range quality.Groups {
			if n := row.Groups.Value[string(g)]; n.OK {
				s.Parts = append(s.Parts, quality.Part{Group: g, Score: quality.Score{Points: n.Value, Max: g.Max()}})
			}
		}
		e.Below = append(e.Below, s)
	}
	return e
}

func sheetOf(u unit.Unit) quality.Sheet {
	return quality.Sheet{ID: u.ID, Code: u.Code, Name: u.Name, Parent: u.Parent, Level: u.Level}
}

// groupBody is an answer about one group, with rows or as a tree.
type groupBody struct {
	Overview   rest.Object[groupUnit] `json:"overview"`
	Evaluation rest.List[groupUnit]   `json:"evaluation"`
	Parent     rest.Object[groupUnit] `json:"parent"`
	Children   rest.List[groupUnit]   `json:"children"`
}

func (b groupBody) rows() int { return len(b.Evaluation) + len(b.Children) }

type groupUnit struct {
	unitBody
	scoreBody
	Metrics rest.List[metricBody] `json:"metrics"`
	Average rest.Number           `json:"averageScore"`

	Petitions  rest.Number `json:"totalPetitions"`
	Classified rest.Number `json:"classifiedPetitions"`
	Dossiers   rest.Number `json:"totalDossiers"`

	Received rest.Number `json:"totalReceived"`
	OnTime   rest.Number `json:"totalOnTime"`
	Days     rest.Number `json:"avgProcessingDays"`

	Online rest.Number `json:"channelOnlineSum"`
	All    rest.Number `json:"channelTotalSum"`

	Paid           rest.Number `json:"totalDossierOnlinePaymentSuccess"`
	MustPay        rest.Number `json:"totalDossierFinancialObligation"`
	PaidProcedures rest.Number `json:"totalDossierOnlineFormalityPaymentSuccess"`
	WithFee        rest.Number `json:"totalFeeFormality"`
}

type metricBody struct {
	Code  rest.Line   `json:"code"`
	Name  rest.Line   `json:"name"`
	Part  rest.Number `json:"numerator"`
	Whole rest.Number `json:"denominator"`
	Ratio rest.Number `json:"ratio"`
	Score rest.Number `json:"score"`
	Max   rest.Number `json:"maxScore"`
	Doubt rest.Line   `json:"dataQualityStatus"`
	Note  rest.Line   `json:"dataQualityMessage"`
}

func (b metricBody) metric() quality.Metric {
	return quality.Metric{
		Code: string(b.Code), Name: string(b.Name), Of: count(b.Part, b.Whole), Share: given(b.Ratio), Points: given(b.Score),
		Max: max(b.Max.Value, 0), Doubt: string(b.Doubt), Note: string(b.Note),
	}
}

// count is nil unless both numbers are given.
func count(part, all rest.Number) *quality.Count {
	p, w := whole(part), whole(all)
	if p == nil || w == nil {
		return nil
	}
	return &quality.Count{Part: *p, Whole: *w}
}

// groupOf is the group that a call is about.
func groupOf(c Call) quality.Group {
	for _, g := range GroupCalls {
		if g.Call == c {
			return g.Group
		}
	}
	return ""
}

// sheet is a unit with the one group of the call.
func (b groupUnit) sheet(u unit.Unit, c Call) quality.Sheet {
	s := sheetOf(u)
	s.Petitions, s.Classified, s.Dossiers = whole(b.Petitions), whole(b.Classified), whole(b.Dossiers)
	g := groupOf(c)
	score := b.score(g.Max())
	if score == nil {
		return s
	}
	part := quality.Part{Group: g, Score: *score, Average: given(b.Average)}
	for _, m := range b.Metrics {
		if m := m.metric(); m.Code != "" {
			part.Metrics = append(part.Metrics, m)
		}
	}
	own := func(code string, counted, all rest.Number) {
		if of := count(counted, all); of != nil {
			part.Metrics = append(part.Metrics, quality.Metric{Code: code, Of: of})
		}
	}
	own(quality.CodeOnTime, b.OnTime, b.Received)
	own(quality.CodeHandedOnline, b.Online, b.All)
	own(quality.CodePaidDossiers, b.Paid, b.MustPay)
	own(quality.CodePaidProcedures, b.PaidProcedures, b.WithFee)
	if b.Received.Value > 0 {
		part.Days = given(b.Days)
	}
	s.Parts = append(s.Parts, part)
	return s
}

// addTo adds the units that are new, and tells whether one below the root was.
func (b groupBody) addTo(e *Evaluation, c Call, seen map[string]bool) (grown bool) {
	root, rows := b.Overview.Value, b.Evaluation
	if c.isTree() {
		root, rows = b.Parent.Value, b.Children
	}
	if r := root.unit("", unit.LevelProvince); r.ID != "" && !seen[r.ID] {
		seen[r.ID] = true
		e.Root = root.sheet(r, c)
	}
	for _, row := range rows {
		u := row.unit(e.Root.Code, "")
		if u.ID == "" || u.Name == "" || seen[u.ID] {
			continue
		}
		seen[u.ID], grown = true, true
		e.Below = append(e.Below, row.sheet(u, c))
	}
	return grown
}
