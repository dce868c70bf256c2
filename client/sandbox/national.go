package sandbox

import (
	"encoding/json"
	"net/http"
	"strings"

	"motcua/client/facts"
)

// The page sizes of the list.
const (
	defaultPage = 20
	maxPage     = 200
)

type listRequest struct {
	Limit          int    `json:"limit"`
	LastID         string `json:"lastId"`
	Q              string `json:"q"`
	CategoryID     string `json:"categoryId"`
	DepartmentCode string `json:"departmentCode"`
}

type listData struct {
	Items  []listItem `json:"items"`
	LastID string     `json:"lastId"`
	Total  int        `json:"total"`
}

// serveList answers a page of procedures. The portal answers such calls with
// 201 as well as 200: here a first page is 201 and a further one 200.
func (s *Sandbox) serveList(w http.ResponseWriter, r *http.Request) {
	var q listRequest
	if !readJSON(w, r, &q) {
		return
	}
	l, ok := s.list(w, r)
	if !ok {
		return
	}
	if q.Limit <= 0 {
		q.Limit = defaultPage
	}
	var data listData
	data.Items, data.Total = l.page(q, min(q.Limit, maxPage))
	if n := len(data.Items); n > 0 {
		data.LastID = data.Items[n-1].ID
	}
	status := http.StatusCreated
	if q.LastID != "" {
		status = http.StatusOK
	}
	writeJSON(w, r, status, envelope{Code: "OK", Data: data, Message: "Thành công"})
}

// list gives the procedures, or answers that there are none to be had.
func (s *Sandbox) list(w http.ResponseWriter, r *http.Request) (*procedureList, bool) {
	l, err := s.procedures()
	if err != nil {
		writeJSON(w, r, http.StatusInternalServerError, envelope{Code: "INTERNAL_ERROR", Message: err.Error()})
		return nil, false
	}
	return l, true
}

// serveDetail answers one procedure in full; an unknown id is 400.
func (s *Sandbox) serveDetail(w http.ResponseWriter, r *http.Request) {
	var q struct {
		ID string `json:"id"`
	}
	if !readJSON(w, r, &q) {
		return
	}
	l, ok := s.list(w, r)
	if !ok {
		return
	}
	i, found := l.byID[strings.ToLower(q.ID)]
	if !found {
		writeJSON(w, r, http.StatusBadRequest, envelope{Code: "BAD_REQUEST", Message: "Không tìm thấy thủ tục"})
		return
	}
	data, err := l.items[i].detail()
	if err != nil {
		writeJSON(w, r, http.StatusInternalServerError, envelope{Code: "INTERNAL_ERROR", Message: err.Error()})
		return
	}
	writeJSON(w, r, http.StatusOK, envelope{Code: "OK", Data: data, Message: "Thành công"})
}

// detail is the procedure's `data` object under the id that the list gives.
func (p *procedure) detail() (any, error) {
	if p.body == nil {
		d := entryDetail(p.entry)
		d.ID = p.item.ID
		return d, nil
	}
	var own struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal(p.body, &own); err != nil {
		return nil, err
	}
	if own.ID == p.item.ID {
		return p.body, nil
	}
	var whole map[string]json.RawMessage
	if err := json.Unmarshal(p.body, &whole); err != nil {
		return nil, err
	}
	id, err := json.Marshal(p.item.ID)
	if err != nil {
		return nil, err
	}
	whole["id"] = id
	return whole, nil
}

type departmentRow struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Code     string `json:"code"`
	Level    string `json:"level"`
	HasChild bool   `json:"hasChild"`
}

// serveDepartments lists provinces or ministries, as far as the agency ids that
// ship go.
func (s *Sandbox) serveDepartments(w http.ResponseWriter, r *http.Request) {
	var q struct {
		Type   string   `json:"type"`
		Levels []string `json:"levels"`
		LastID string   `json:"lastId"`
		Limit  int      `json:"limit"`
	}
	if !readJSON(w, r, &q) {
		return
	}
	level, letter := "PROVINCE", "H"
	if q.Type == "MINISTRY" {
		level, letter = "MINISTRY", "G"
	}
	if q.Limit <= 0 {
		q.Limit = 50
	}
	data := struct {
		Rows   []departmentRow `json:"rows"`
		LastID string          `json:"lastId"`
	}{Rows: []departmentRow{}}
	after := q.LastID == ""
	for _, code := range facts.AgencyIDs() {
		_, merged := facts.Successor(code)
		if merged || !strings.HasPrefix(code, letter) {
			continue
		}
		id := derivedID("department", code)
		if after && len(data.Rows) < q.Limit {
			name, _ := facts.AgencyName(code)
			data.Rows = append(data.Rows, departmentRow{ID: id, Name: name, Code: code, Level: level})
			data.LastID = id
		}
		after = after || id == q.LastID
	}
	writeJSON(w, r, http.StatusCreated, envelope{Code: "OK", Data: data, Message: "Thành công"})
}
