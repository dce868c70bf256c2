package scored

import (
	"encoding/json"
	"time"

	"motcua/client"
	"motcua/client/quality"
	"motcua/tui/line/record"
)

// qualityObject is how good the service of a unit is. Points, shares and changes are the
// portal's; null is where it gives none.
type qualityObject struct {
	Period   string          `json:"period"` // 2026, 2026-Q3, 2026-08
	From     string          `json:"from"`
	To       string          `json:"to"` // the last day
	Ended    bool            `json:"ended"`
	Unit     sheetObject     `json:"unit"`
	Standing *standingObject `json:"standing"` // of the province, by its total
	Province *sheetObject    `json:"province"` // above the unit
	Country  *sheetObject    `json:"country"`
	Below    []sheetObject   `json:"below"`
	Missing  []quality.Group `json:"missing"` // groups that could not be asked
	Requests []requestObject `json:"requests"`
	AsOf     *string         `json:"as_of"`
	Stale    bool            `json:"stale"`
	Source   *string         `json:"source"`
}

type requestObject struct {
	Call string          `json:"call"`
	Body json.RawMessage `json:"body"`
}

type standingObject struct {
	Place  int `json:"place"`
	Among  int `json:"among"`
	Shared int `json:"shared"` // how many others have the place
}

type sheetObject struct {
	ID         *string       `json:"id"`
	Code       *string       `json:"code"`
	Name       string        `json:"name"`
	Level      *string       `json:"level"` // province commune other
	Parent     *string       `json:"parent"`
	Total      *scoreObject  `json:"total"`
	Growth     *float64      `json:"growth_percent,omitempty"`
	Groups     []groupObject `json:"groups"`
	Joint      *scoreObject  `json:"online_and_paying,omitempty"` // of the country
	Petitions  *int          `json:"petitions"`
	Classified *int          `json:"petitions_classified"`
	Dossiers   *int          `json:"dossiers"`
}

type scoreObject struct {
	Points float64  `json:"points"`
	Max    float64  `json:"max"`
	Share  *float64 `json:"share"`
	Change *float64 `json:"change"`
}

type groupObject struct {
	Code quality.Group `json:"code"` // CKMB TDGQ CLGQ TTTT MDHL MDSH
	scoreObject
	// Counted is false where the rows were counted of nothing of the unit's own.
	Counted bool           `json:"counted"`
	Average *float64       `json:"average_below"`
	Days    *float64       `json:"average_days"`
	Metrics []metricObject `json:"metrics"`
}

type metricObject struct {
	Code       string   `json:"code"`
	Name       *string  `json:"name"`
	Part       *int     `json:"numerator"`
	Whole      *int     `json:"denominator"`
	Share      *float64 `json:"share"`
	Points     *float64 `json:"points"`
	Max        float64  `json:"max"`
	HasFigure  bool     `json:"has_figure"`
	OfProvince bool     `json:"of_province"` // the province's number, repeated for each unit
	Doubt      *string  `json:"doubt"`
}

// severalLine are the units that words fit as a line of JSON, in place of a report.
func severalLine(several *quality.SeveralError) string {
	type candidate struct {
		ID     string  `json:"id"`
		Code   *string `json:"code"`
		Name   string  `json:"name"`
		Level  string  `json:"level"` // province commune other
		Parent *string `json:"parent"`
	}
	list := []candidate{}
	for _, u := range several.Units {
		list = append(list, candidate{u.ID, record.OrNull(u.Code), u.Name, string(u.Level), record.OrNull(u.Parent)})
	}
	return record.Encode(struct {
		Candidates []candidate `json:"candidates"`
		Total      int         `json:"total"` // beyond the first that are listed
	}{list, several.Total})
}

// jsonLine is a report on quality as a line of JSON; now tells whether its period has
// ended where the answer has no time.
func jsonLine(a client.Answer[quality.Report], now time.Time) string {
	r := &a.Value
	at := a.AsOf
	if at.IsZero() {
		at = now
	}
	o := qualityObject{
		Period: r.Period.String(), From: r.Period.From().Format(time.DateOnly), To: r.Period.End().AddDate(0, 0, -1).Format(time.DateOnly),
		Ended: r.Period.Ended(at), Unit: sheetOf(&r.Sheet, r.Sheet.Below()), Below: []sheetObject{}, Missing: append([]quality.Group{}, r.Missing...),
		Requests: []requestObject{}, AsOf: record.TimeOrNull(a.AsOf), Stale: a.Stale, Source: record.OrNull(a.Source.ID),
	}
	if s := r.Standing; s.Place > 0 {
		o.Standing = &standingObject{s.Place, s.Among, s.Shared}
	}
	for _, above := range []struct {
		s    *quality.Sheet
		into **sheetObject
	}{{r.Province, &o.Province}, {r.Country, &o.Country}} {
		if above.s != nil {
			s := sheetOf(above.s, false)
			*above.into = &s
		}
	}
	for i := range r.Below {
		o.Below = append(o.Below, sheetOf(&r.Below[i], r.Below[i].Below()))
	}
	for _, q := range r.Requests {
		o.Requests = append(o.Requests, requestObject(q))
	}
	return record.Encode(o)
}

func sheetOf(s *quality.Sheet, below bool) sheetObject {
	o := sheetObject{
		ID: record.OrNull(s.ID), Code: record.OrNull(s.Code), Name: s.Name, Level: record.OrNull(string(s.Level)), Parent: record.OrNull(s.Parent), Total: scoreOf(s.Total),
		Growth: s.Growth, Groups: []groupObject{}, Joint: scoreOf(s.Joint), Petitions: s.Petitions, Classified: s.Classified, Dossiers: s.Dossiers,
	}
	for _, p := range s.Parts {
		g := groupObject{Code: p.Group, scoreObject: *scoreOf(&p.Score), Counted: !p.Uncounted(below), Average: p.Average, Days: p.Days, Metrics: []metricObject{}}
		for _, m := range p.Metrics {
			row := metricObject{
				Code: m.Code, Name: record.OrNull(m.Name), Share: m.Share, Points: m.Points, Max: m.Max,
				HasFigure: m.HasFigure(), OfProvince: below && m.OfProvince(), Doubt: record.OrNull(m.Doubt),
			}
			if m.Of != nil {
				row.Part, row.Whole = &m.Of.Part, &m.Of.Whole
			}
			g.Metrics = append(g.Metrics, row)
		}
		o.Groups = append(o.Groups, g)
	}
	return o
}

func scoreOf(s *quality.Score) *scoreObject {
	if s == nil {
		return nil
	}
	o := scoreObject(*s)
	return &o
}
