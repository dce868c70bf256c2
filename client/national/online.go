package national

import (
	"context"
	"strings"

	"motcua/client/reporting"
	"motcua/client/rest"
	"motcua/client/unit"
)

const (
	unitsOnlinePath = "submitting/formality/list-department-url-by-citizen"
	casesPath       = "configuring/formality/list-formality-case-by-citizen"
)

// citizen is the applicant whose services are listed. Another kind answers 400 where the
// portal does not know it.
const citizen = "VIETNAMESE_CITIZEN"

// onlinePages bounds the pages of one procedure's services: the search may match others.
const onlinePages = 3

type onlineRequest struct {
	Target          string `json:"formalityTargetType"`
	Limit           int    `json:"limit"`
	LastID          string `json:"lastId"`
	Search          string `json:"search"`
	DepartmentLevel string `json:"departmentLevel"`
	DepartmentCode  string `json:"departmentCode"`
	ImplementLevel  string `json:"implementLevel"`
	SubjectTypeID   string `json:"subjectTypeId"`
	Year            string `json:"year"`
}

type onlineBody[T any] struct {
	Rows   rest.List[T] `json:"rows"`
	LastID rest.Raw     `json:"lastId"`
}

type unitOnlineBody struct {
	Unit          rest.Raw  `json:"departmentId"`
	UnitCode      rest.Line `json:"departmentCode"`
	URL           rest.Raw  `json:"citizenUrl"`
	Level         rest.Raw  `json:"implementLevel"`
	FormalityCode rest.Line `json:"formalityCode"`
	Case          rest.Line `json:"formalityCaseName"`
	CaseCode      rest.Line `json:"formalityCaseCode"`
	Testing       rest.Flag `json:"isTesting"`
}

type caseOnlineBody struct {
	Code  rest.Line `json:"code"`
	Name  rest.Line `json:"name"`
	Level rest.Raw  `json:"level"`
	State rest.Raw  `json:"state"`
}

// Reports reads the portal's reports over the same connection.
func (s *Source) Reports() *reporting.Reader { return reporting.New(s.rest) }

// Online lists how much of a procedure can be done online: by unit, and where the portal
// has no row for one, by case. Nil without an error: neither call knows the procedure.
func (s *Source) Online(ctx context.Context, code string) ([]unit.Service, error) {
	list, err := onlineRows(ctx, s, "units_online", unitsOnlinePath, code, unitOnlineBody.service)
	if len(list) > 0 || err != nil && !rest.BadRequest(err) {
		return list, err
	}
	list, err = onlineRows(ctx, s, "cases", casesPath, code, caseOnlineBody.service)
	if rest.BadRequest(err) {
		return nil, nil
	}
	return list, err
}

// onlineRows asks one of the two calls for the rows of a procedure, by cursor.
func onlineRows[T any](ctx context.Context, s *Source, operation, path, code string, read func(T, string) (unit.Service, bool)) ([]unit.Service, error) {
	var list []unit.Service
	q := onlineRequest{Target: citizen, Limit: maxLimit, Search: code}
	err := onlinePagesOf(ctx, s, operation, path, q, onlinePages, nil, func(row T) {
		if found, ok := read(row, code); ok {
			list = append(list, found)
		}
	})
	return list, err
}

// atPages bounds the pages of all that one unit does: 5,000 cases.
const atPages = 25

// OnlineAt lists what can be done online at the unit with that code, by the procedure's
// code. No answer to a request with departmentCode was seen: a portal that ignores it is
// noticed by rows of other units, which are dropped.
func (s *Source) OnlineAt(ctx context.Context, unitCode string) (map[string][]unit.Service, error) {
	all := map[string][]unit.Service{}
	q := onlineRequest{Target: citizen, Limit: maxLimit, DepartmentCode: unitCode}
	err := onlinePagesOf(ctx, s, "units_online", unitsOnlinePath, q, atPages, func() bool { return len(all) > 0 }, func(row unitOnlineBody) {
		code := said(row.FormalityCode)
		if found, ok := row.service(code); ok && code != "" && strings.EqualFold(said(row.UnitCode), unitCode) {
			all[code] = append(all[code], found)
		}
	})
	return all, err
}

// onlinePagesOf reads the pages of one of the two calls while more, which may be nil, says
// that they are of use.
func onlinePagesOf[T any](ctx context.Context, s *Source, operation, path string, q onlineRequest, most int, more func() bool, each func(T)) error {
	for range most {
		data, err := rest.Post[onlineBody[T]](ctx, s.rest, operation, path, q)
		if err != nil {
			return err
		}
		for _, row := range data.Value.Rows {
			each(row)
		}
		last := string(data.Value.LastID)
		if len(data.Value.Rows) < q.Limit || last == "" || last == q.LastID || more != nil && !more() {
			break
		}
		q.LastID = last
		if err := s.pause(ctx); err != nil {
			return err
		}
	}
	return nil
}

// service is false for a row that is not for citizens or not of this procedure.
func (b unitOnlineBody) service(code string) (unit.Service, bool) {
	v := unit.Service{
		Unit: b.Unit.ID(), Case: said(b.Case), Code: said(b.CaseCode), Online: unit.OnlineOf(string(b.Level)), URL: webAddress(string(b.URL)),
	}
	return v, !bool(b.Testing) && v.Online != unit.OnlineUnknown && strings.EqualFold(said(b.FormalityCode), code)
}

func (b caseOnlineBody) service(code string) (unit.Service, bool) {
	v := unit.Service{Case: said(b.Name), Code: said(b.Code), Online: unit.OnlineOf(string(b.Level))}
	mine := strings.EqualFold(v.Code, code) || strings.HasPrefix(strings.ToUpper(v.Code), strings.ToUpper(code)+".")
	return v, mine && v.Online != unit.OnlineUnknown && !strings.EqualFold(string(b.State), "INACTIVE")
}

// webAddress returns an address that may go into a QR code: of the web, printable, and not
// longer than a code that a telephone reads from a screen.
func webAddress(s string) string {
	s = strings.TrimSpace(s)
	if !strings.HasPrefix(s, "https://") || len(s) > 400 || strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return ""
	}
	return s
}
