package national

import (
	"net/http"
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/facts"
	"motcua/client/sandbox/httpjson"
	"motcua/client/sandbox/pagefile"
	"motcua/client/sandbox/units"
)

// citizen is the only kind of applicant that the two calls know; another one gets 400.
const citizen = "VIETNAMESE_CITIZEN"

type onlineRequest struct {
	Target         string `json:"formalityTargetType"`
	Limit          int    `json:"limit"`
	LastID         string `json:"lastId"`
	Search         string `json:"search"`
	DepartmentCode string `json:"departmentCode"`
}

type onlineRow struct {
	ID              string `json:"id"`
	DepartmentID    string `json:"departmentId"`
	DepartmentName  string `json:"departmentName"`
	DepartmentCode  string `json:"departmentCode"`
	DepartmentLevel string `json:"departmentLevel"`
	DepartmentType  string `json:"departmentType"`
	CitizenURL      string `json:"citizenUrl"`
	Level           string `json:"implementLevel"`
	FormalityID     string `json:"formalityId"`
	CaseID          string `json:"formalityCaseId"`
	CaseName        string `json:"formalityCaseName"`
	CaseCode        string `json:"formalityCaseCode"`
	FormalityCode   string `json:"formalityCode"`
	Testing         bool   `json:"isTesting"`
	Essential       bool   `json:"isEssential"`
}

type caseRow struct {
	ID          string `json:"id"`
	FormalityID string `json:"formalityId"`
	Code        string `json:"code"`
	Name        string `json:"name"`
	Level       string `json:"level"`
	Handles     string `json:"handleDepartmentName"`
	Category    string `json:"categoryName"`
	State       string `json:"state"`
}

// Listed is a procedure of the list, and what the catalogue knows of it.
type Listed struct {
	Item  Item
	Entry facts.Entry
	Full  bool // its papers are known
}

// All lists the procedures.
func (s *Server) All() ([]Listed, error) {
	l, err := s.procedures()
	if err != nil {
		return nil, err
	}
	all := make([]Listed, len(l.items))
	for i, p := range l.items {
		all[i] = Listed{p.item, p.entry, p.body != nil}
	}
	return all, nil
}

// ask reads a request for online services and finds the procedures that it asks for: all
// of them without a search.
func (s *Server) ask(w http.ResponseWriter, r *http.Request) (q onlineRequest, found []*procedure, ok bool) {
	if !httpjson.Read(w, r, &q) {
		return q, nil, false
	}
	if q.Target != citizen {
		httpjson.Write(w, r, http.StatusBadRequest, httpjson.Envelope{Code: "BAD_REQUEST", Message: "Không hỗ trợ loại đối tượng này"})
		return q, nil, false
	}
	l, ok := s.list(w, r)
	if !ok {
		return q, nil, false
	}
	words := foldWords(q.Search)
	for i := range l.items {
		if words == "" || strings.Contains(l.folded()[i], words) {
			found = append(found, &l.items[i])
		}
	}
	return q, found, true
}

// cut is one page of rows, behind the one that the cursor names.
func cut[T any](rows []T, q onlineRequest, id func(T) string) any {
	from := 0
	for i, row := range rows {
		if q.LastID != "" && id(row) == q.LastID {
			from = i + 1
		}
	}
	data := struct {
		Rows   []T    `json:"rows"`
		LastID string `json:"lastId"`
		Total  int    `json:"total"`
	}{Rows: []T{}, Total: len(rows)}
	data.Rows = append(data.Rows, rows[from:min(from+min(max(q.Limit, 1), maxPage), len(rows))]...)
	if n := len(data.Rows); n > 0 {
		data.LastID = id(data.Rows[n-1])
	}
	return data
}

// serveUnitsOnline answers a row for each unit of the home province that takes the
// procedure, and one of a test, which nobody may be sent to. A search for no procedure
// gives the rows of one unit, or nothing.
func (s *Server) serveUnitsOnline(w http.ResponseWriter, r *http.Request) {
	q, found, ok := s.ask(w, r)
	if !ok {
		return
	}
	var rows []onlineRow
	for _, p := range found {
		rows = append(rows, p.online(q)...)
	}
	httpjson.Write(w, r, http.StatusCreated, httpjson.Envelope{Code: "OK", Data: cut(rows, q, func(r onlineRow) string { return r.ID }), Message: "OK"})
}

func (p *procedure) online(q onlineRequest) []onlineRow {
	if q.Search == "" && q.DepartmentCode == "" || units.Abolished(p.entry, p.body != nil) {
		return nil
	}
	takes := map[string]bool{}
	for _, id := range units.Taking(p.entry) {
		takes[id] = true
	}
	var rows []onlineRow
	add := func(u units.Unit, testing bool) {
		code := p.item.Code + ".01"
		rows = append(rows, onlineRow{
			ID: pagefile.DerivedID("online", p.item.Code, u.Code), DepartmentID: u.ID, DepartmentName: u.Name, DepartmentCode: u.Code,
			DepartmentLevel: u.Level, DepartmentType: u.Type, Level: units.Online(p.item.Code, u.Code),
			CitizenURL:  "https://dichvucong.example/nop-ho-so?MaTTHCDP=" + p.item.Code + ".000.00.00." + u.Code,
			FormalityID: p.item.ID, CaseID: pagefile.DerivedID("case", p.item.Code), CaseName: p.item.Name, CaseCode: code,
			FormalityCode: p.item.Code, Testing: testing,
		})
	}
	for _, u := range slices.Concat(units.Provinces(), units.Below(units.ID(units.Home))) {
		mine := strings.HasPrefix(u.Code, units.Home)
		if takes[u.ID] && mine && (q.DepartmentCode == "" || q.DepartmentCode == u.Code) {
			add(u, false)
		}
	}
	if len(rows) > 0 && q.DepartmentCode == "" {
		test := units.Unit{ID: units.ID("test"), Name: "UBND xã Kiểm thử", Code: units.Home + ".999", Level: "COMMUNE", Type: "COMMUNE"}
		add(test, true)
	}
	return rows
}

// serveCases answers one case for each procedure that some office takes.
func (s *Server) serveCases(w http.ResponseWriter, r *http.Request) {
	q, found, ok := s.ask(w, r)
	if !ok {
		return
	}
	var rows []caseRow
	for _, p := range found {
		if len(p.entry.Levels) == 0 {
			continue // a level that nobody set
		}
		state := "ACTIVE"
		if units.Abolished(p.entry, p.body != nil) {
			state = "INACTIVE"
		}
		handles := "UBND cấp xã"
		if p.entry.Levels[0] != client.LevelWard {
			handles = "UBND cấp tỉnh"
		}
		rows = append(rows, caseRow{
			ID: pagefile.DerivedID("case", p.item.Code), FormalityID: p.item.ID, Code: p.item.Code + ".01", Name: p.item.Name,
			Level: units.Online(p.item.Code, ""), Handles: handles, Category: p.entry.Field, State: state,
		})
	}
	httpjson.Write(w, r, http.StatusCreated, httpjson.Envelope{Code: "OK", Data: cut(rows, q, func(r caseRow) string { return r.ID }), Message: "OK"})
}
