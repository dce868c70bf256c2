package gateway

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/client/decision"
	"motcua/client/rest"
	"motcua/client/workday"
)

// row is a row of any of the services; each fills some of the fields.
type row struct {
	ID            rest.Raw  `json:"ID"`
	Code          rest.Line `json:"CODE"` // of a decision its number, of an agency its id in dossiers
	Name          rest.Line `json:"NAME"`
	Date          rest.Line `json:"PUBLISHING_DATE"`
	AgencyName    rest.Line `json:"AGENCY_NAME"`
	AgencyID      rest.Raw  `json:"AGENCY_ID"`
	ProcedureCode rest.Line `json:"PROCEDURE_CODE"`
	ProcedureName rest.Line `json:"PROCEDURE_NAME"`
	Publisher     rest.Line `json:"PUBLISHED_AGENCY"`
	FieldName     rest.Line `json:"FIELD_NAME"`
	Amount        rest.Raw  `json:"AMOUNT"`
}

// parseRows reads an answer. It may be packed into a string once. Elements that are no
// objects are left out; an answer that is neither a list nor nothing is an error.
func parseRows(body []byte) ([]row, error) {
	body = bytes.TrimSpace(body)
	if len(body) > 0 && body[0] == '"' {
		var packed string
		if json.Unmarshal(body, &packed) != nil {
			return nil, errShape
		}
		body = bytes.TrimSpace([]byte(packed))
	}
	if len(body) == 0 || string(body) == "null" {
		return nil, nil
	}
	if body[0] != '[' {
		return nil, errShape
	}
	var list rest.List[row]
	if json.Unmarshal(body, &list) != nil {
		return nil, errShape
	}
	return list, nil
}

// id is the row's own number; "" when it has none, and then the row is of no use.
func (r row) id() string { return cleanID(r.ID) }

func cleanID(raw rest.Raw) string {
	if s := strings.TrimSpace(string(raw)); decision.IsID(s) {
		return s
	}
	return ""
}

// said is a text without the blanks that people typed twice.
func said(l rest.Line) string { return strings.Join(strings.Fields(string(l)), " ") }

// day is dd-MM-yyyy, and also with slashes; the zero time for anything else. Years before the
// first decisions of this kind (2007) or far ahead are slips of the keyboard.
func day(l rest.Line) time.Time {
	s := strings.ReplaceAll(said(l), "/", "-")
	t, err := time.ParseInLocation("2-1-2006", s, workday.Zone)
	if err != nil || t.Year() < 2000 || t.Year() > 2100 {
		return time.Time{}
	}
	return t
}

// total is the count of the whole query, which every row repeats; at least the rows.
func total(rows []row) int {
	n := len(rows)
	for _, r := range rows {
		if amount, err := strconv.Atoi(strings.TrimSpace(string(r.Amount))); err == nil && amount < 10_000_000 {
			n = max(n, amount)
		}
	}
	return n
}

// number is the number of a decision as people write it: without a full stop at its end.
func number(l rest.Line) string { return strings.TrimRight(said(l), " .;,") }

func (r row) decision() decision.Decision {
	return decision.Decision{
		ID: r.id(), Number: number(r.Code), Title: said(r.Name), Date: day(r.Date),
		Agency: decision.Agency{ID: cleanID(r.AgencyID), Name: said(r.AgencyName)},
	}
}

func (r row) procedure() decision.Procedure {
	return decision.Procedure{ID: r.id(), Code: said(r.ProcedureCode), Name: said(r.ProcedureName), Publisher: said(r.Publisher)}
}

// agencyCode is the agency id within what the list has: "G01" of "000.00.00.G01".
func agencyCode(l rest.Line) string {
	s := strings.ToUpper(said(l))
	return clean.Line(s[strings.LastIndexByte(s, '.')+1:])
}
