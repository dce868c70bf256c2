package national

import (
	"encoding/json"
	"net/http"
	"strings"
	"sync"

	"motcua/client/facts"
	"motcua/client/sandbox/httpjson"
	"motcua/client/sandbox/pagefile"
)

// Server plays the national portal. Its procedures are built at the first use, so that a
// start is quick.
type Server struct {
	procedures func() (*procedureList, error)
}

// shipped are the procedures of the zero server, built once in a process.
var shipped = sync.OnceValues(func() (*procedureList, error) { return newProcedureList(nil, nil) })

// New makes a national portal with a catalogue and details by procedure code; nil means
// those that ship. It returns an error when the given ones are unreadable.
func New(catalogue []facts.Entry, details map[string]json.RawMessage) (*Server, error) {
	if catalogue == nil && details == nil {
		return &Server{procedures: shipped}, nil
	}
	own := sync.OnceValues(func() (*procedureList, error) { return newProcedureList(catalogue, details) })
	if _, err := own(); err != nil {
		return nil, err
	}
	return &Server{procedures: own}, nil
}

// Routes serves the API below a path, which is /api/v1 at the real one.
func (s *Server) Routes(path string) http.Handler {
	mux := http.NewServeMux()
	for call, serve := range map[string]http.HandlerFunc{
		"/submitting/formality/list-all-public-formality-by-citizen": s.serveList,
		"/configuring/formality/get-formality-by-citizen":            s.serveDetail,
		"/configuring/citizen/department/list-with-location":         s.serveDepartments,
		"/submitting/formality/list-department-url-by-citizen":       s.serveUnitsOnline,
		"/configuring/formality/list-formality-case-by-citizen":      s.serveCases,
		"/submitting/preview-attachment":                             s.serveForm,
		"/configuring/news/list-by-citizen":                          s.serveNews,
		"/configuring/news/detail-by-citizen":                        s.serveNewsItem,
	} {
		mux.HandleFunc("POST "+path+call, serve)
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		httpjson.Write(w, r, http.StatusNotFound, httpjson.Envelope{Code: "NOT_FOUND", Message: "Không có dịch vụ này"})
	})
	return mux
}

// Find returns a procedure's row in the list by its id.
func (s *Server) Find(id string) (item Item, ok bool, err error) {
	l, err := s.procedures()
	if err != nil {
		return item, false, err
	}
	i, ok := l.byID[strings.ToLower(id)]
	if ok {
		item = l.items[i].item
	}
	return item, ok, nil
}

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
	Items  []Item `json:"items"`
	LastID string `json:"lastId"`
	Total  int    `json:"total"`
}

// serveList answers a page of procedures. The portal answers such calls with 201 as well
// as 200, so here a first page has 201 and a further one 200.
func (s *Server) serveList(w http.ResponseWriter, r *http.Request) {
	var q listRequest
	if !httpjson.Read(w, r, &q) {
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
	httpjson.Write(w, r, status, httpjson.Envelope{Code: "OK", Data: data, Message: "Thành công"})
}

// list returns the procedures, or answers the request with an error and returns false.
func (s *Server) list(w http.ResponseWriter, r *http.Request) (*procedureList, bool) {
	l, err := s.procedures()
	if err != nil {
		httpjson.Write(w, r, http.StatusInternalServerError, httpjson.Envelope{Code: "INTERNAL_ERROR", Message: err.Error()})
		return nil, false
	}
	return l, true
}

// serveDetail answers one procedure in full; an unknown id is 400.
func (s *Server) serveDetail(w http.ResponseWriter, r *http.Request) {
	var q struct {
		ID string `json:"id"`
	}
	if !httpjson.Read(w, r, &q) {
		return
	}
	l, ok := s.list(w, r)
	if !ok {
		return
	}
	i, found := l.byID[strings.ToLower(q.ID)]
	if !found {
		httpjson.Write(w, r, http.StatusBadRequest, httpjson.Envelope{Code: "BAD_REQUEST", Message: "Không tìm thấy thủ tục"})
		return
	}
	data, err := l.items[i].detail()
	if err != nil {
		httpjson.Write(w, r, http.StatusInternalServerError, httpjson.Envelope{Code: "INTERNAL_ERROR", Message: err.Error()})
		return
	}
	httpjson.Write(w, r, http.StatusOK, httpjson.Envelope{Code: "OK", Data: data, Message: "Thành công"})
}

// detail is the procedure's `data` object under the id in the list.
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

// serveDepartments lists provinces or ministries: those whose agency ids ship.
func (s *Server) serveDepartments(w http.ResponseWriter, r *http.Request) {
	var q struct {
		Type   string   `json:"type"`
		Levels []string `json:"levels"`
		LastID string   `json:"lastId"`
		Limit  int      `json:"limit"`
	}
	if !httpjson.Read(w, r, &q) {
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
		id := pagefile.DerivedID("department", code)
		if after && len(data.Rows) < q.Limit {
			name, _ := facts.AgencyName(code)
			data.Rows = append(data.Rows, departmentRow{ID: id, Name: name, Code: code, Level: level})
			data.LastID = id
		}
		after = after || id == q.LastID
	}
	httpjson.Write(w, r, http.StatusCreated, httpjson.Envelope{Code: "OK", Data: data, Message: "Thành công"})
}
