package decided

import (
	"time"

	"motcua/client"
	"motcua/client/decision"
	"motcua/tui/line/record"
)

// yearObject counts the procedures of one agency's decisions of a year. Amended and replaced
// are one list at the source.
type yearObject struct {
	Type       string  `json:"type"` // year
	Year       int     `json:"year"`
	Agency     *string `json:"agency"`
	AgencyCode *string `json:"agency_code"`
	Decisions  int     `json:"decisions"`
	Counted    int     `json:"counted"` // of how many of them the figures below are
	Procedures int     `json:"procedures"`
	New        int     `json:"new"`
	Amended    int     `json:"amended_or_replaced"`
	Abolished  int     `json:"abolished"`
	AsOf       *string `json:"as_of"`
	Stale      bool    `json:"stale"`
	Source     *string `json:"source"`
}

// decisionObject is a decision; the lists are null in a list of decisions.
type decisionObject struct {
	Type      string               `json:"type"` // decision
	ID        string               `json:"id"`
	Number    *string              `json:"number"` // as the agency wrote it; not unique
	Title     *string              `json:"title"`
	Date      *string              `json:"date"` // 2018-01-24
	Agency    *string              `json:"agency"`
	Fields    *[]string            `json:"fields"`
	New       *[]decisionProcedure `json:"new"`
	Amended   *[]decisionProcedure `json:"amended_or_replaced"`
	Abolished *[]decisionProcedure `json:"abolished"`
	Does      *string              `json:"does"` // to the procedure asked about: the name of one of the lists
	AsOf      *string              `json:"as_of"`
	Stale     bool                 `json:"stale"`
	Source    *string              `json:"source"`
}

type decisionProcedure struct {
	ID   string  `json:"id"`
	Code *string `json:"code"` // null: no list that was read has this id
	Name string  `json:"name"`
}

// noneObject stands where a list has no decision and no counts.
type noneObject struct {
	Type      string  `json:"type"` // none
	Procedure *string `json:"procedure"`
	Found     *bool   `json:"found"`     // false: there is none; null: not all were looked through
	Decisions int     `json:"decisions"` // of the agency, among which the procedure was looked for
	Read      int     `json:"read"`      // how many of them were looked through
	Named     *string `json:"named"`     // the number that the procedure names, which none here has
	AsOf      *string `json:"as_of"`
	Stale     bool    `json:"stale"`
	Source    *string `json:"source"`
}

func noneRecord(a client.Answer[decision.List], q decision.Query) string {
	o := noneObject{
		Type: "none", Procedure: record.OrNull(q.Procedure), Decisions: a.Value.Among, Read: a.Value.Known, Named: record.OrNull(a.Value.Named),
		AsOf: record.TimeOrNull(a.AsOf), Stale: a.Stale, Source: record.OrNull(a.Source.ID),
	}
	if a.Value.None(q, a.Stale) {
		o.Found = new(bool)
	}
	return record.Encode(o)
}

// listRecords are the counts, where they were asked for, and each decision of a list.
func listRecords(a client.Answer[decision.List], q decision.Query) []string {
	var lines []string
	v := a.Value
	if c := v.Counts; c != nil {
		lines = append(lines, record.Encode(yearObject{
			Type: "year", Year: c.Year, Agency: record.OrNull(v.Agency.Name), AgencyCode: record.OrNull(v.Agency.Code), Decisions: c.Decisions, Counted: c.Counted,
			Procedures: c.Procedures(), New: c.New, Amended: c.Amended, Abolished: c.Abolished,
			AsOf: record.TimeOrNull(a.AsOf), Stale: a.Stale, Source: record.OrNull(a.Source.ID),
		}))
	}
	if len(v.Decisions) == 0 && v.Counts == nil {
		lines = append(lines, noneRecord(a, q))
	}
	for _, d := range v.Decisions {
		o := newDecision(d)
		o.Does = record.OrNull(string(v.Does[d.ID]))
		o.AsOf, o.Stale, o.Source = record.TimeOrNull(a.AsOf), a.Stale, record.OrNull(a.Source.ID)
		lines = append(lines, record.Encode(o))
	}
	return lines
}

// oneRecord is one decision with its lists.
func oneRecord(a client.Answer[decision.Full]) string {
	o := newDecision(a.Value.Decision)
	fields := append([]string{}, a.Value.Fields...)
	o.Fields, o.New, o.Amended, o.Abolished = &fields, listOf(a.Value.New), listOf(a.Value.Amended), listOf(a.Value.Abolished)
	o.AsOf, o.Stale, o.Source = record.TimeOrNull(a.AsOf), a.Stale, record.OrNull(a.Source.ID)
	return record.Encode(o)
}

func newDecision(d decision.Decision) decisionObject {
	o := decisionObject{Type: "decision", ID: d.ID, Number: record.OrNull(d.Number), Title: record.OrNull(d.Title), Agency: record.OrNull(d.Agency.Name)}
	if !d.Date.IsZero() {
		o.Date = record.OrNull(d.Date.Format(time.DateOnly))
	}
	return o
}

func listOf(list []decision.Procedure) *[]decisionProcedure {
	out := []decisionProcedure{}
	for _, p := range list {
		out = append(out, decisionProcedure{p.ID, record.OrNull(p.Code), p.Name})
	}
	return &out
}
