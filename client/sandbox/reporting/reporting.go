// Package reporting plays the national portal's reports: formalities with the units that
// take them, the units below a province, the shares of what can be done online, and the
// seven reports on quality.
package reporting

import (
	"net/http"
	"strings"

	"motcua/client/clean"
	"motcua/client/facts"
	"motcua/client/sandbox/httpjson"
	"motcua/client/sandbox/units"
)

// Formality is a procedure of the national portal's list.
type Formality struct {
	ID, Code, Name string
	Entry          facts.Entry
	Full           bool // its papers are known
}

// Server plays the reports.
type Server struct {
	list func() ([]Formality, error)
}

// New makes the reports of a list of procedures, which is called for each question.
func New(list func() ([]Formality, error)) *Server { return &Server{list} }

// Routes serves the reports below a path, which is /api/v1/reporting at the real portal.
func (s *Server) Routes(path string) http.Handler {
	mux := http.NewServeMux()
	for call, serve := range map[string]http.HandlerFunc{
		"/formalities":                              s.serveFormalities,
		"/evaluation/service-results":               serveResults,
		"/evaluation/transparency":                  serveReport(rows(openness, transparency)),
		"/evaluation/dossier-digitized":             serveReport(rows(digitised, digitized)),
		"/evaluation/handling-satisfaction":         serveReport(rows(satisfaction, handling)),
		"/evaluation/dvc-progress-tree":             serveReport(trees(progressOf, progressBelow)),
		"/evaluation/provide-online-tree":           serveReport(trees(onlineOf, onlineBelow)),
		"/evaluation/formality-online-payment-tree": serveReport(trees(paymentOf, paymentBelow)),
	} {
		mux.HandleFunc("POST "+path+call, serve)
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		httpjson.Write(w, r, http.StatusNotFound, httpjson.Envelope{Code: "NOT_FOUND", Message: "Không có dịch vụ này"})
	})
	return mux
}

type item struct {
	ID         string   `json:"id"`
	Code       string   `json:"code"`
	Name       string   `json:"name"`
	State      string   `json:"state"`
	Department string   `json:"departmentId"`
	Publishing []string `json:"publishingDepartmentIds"`
	Applied    []string `json:"appliedDepartmentIds"`
}

type pagination struct {
	Total       int `json:"total"`
	CurrentPage int `json:"currentPage"`
	PageSize    int `json:"pageSize"`
	TotalPages  int `json:"totalPages"`
}

// mostFormalities is the largest page that is answered.
const mostFormalities = 200

func (s *Server) serveFormalities(w http.ResponseWriter, r *http.Request) {
	var q struct {
		Q           string `json:"q"`
		CurrentPage int    `json:"currentPage"`
		PageSize    int    `json:"pageSize"`
	}
	if !httpjson.Read(w, r, &q) {
		return
	}
	all, err := s.list()
	if err != nil {
		httpjson.Write(w, r, http.StatusInternalServerError, httpjson.Envelope{Code: "INTERNAL_ERROR", Message: err.Error()})
		return
	}
	words := clean.Fold(q.Q)
	var found []Formality
	for _, f := range all {
		if words == "" || strings.Contains(clean.Fold(f.Code+" "+f.Name), words) {
			found = append(found, f)
		}
	}
	size := min(max(q.PageSize, 1), mostFormalities)
	page := max(q.CurrentPage, 1)
	data := struct {
		Items      []item     `json:"items"`
		Pagination pagination `json:"pagination"`
	}{Items: []item{}, Pagination: pagination{len(found), page, size, (len(found) + size - 1) / size}}
	for _, f := range found[min((page-1)*size, len(found)):min(page*size, len(found))] {
		data.Items = append(data.Items, formality(f))
	}
	ok(w, r, data)
}

func formality(f Formality) item {
	agency, _ := facts.AgencyID(f.Entry.Agency)
	publisher := units.ID(agency)
	i := item{ID: f.ID, Code: f.Code, Name: f.Name, State: "UPDATED", Department: publisher, Publishing: []string{publisher}, Applied: []string{}}
	if units.Abolished(f.Entry, f.Full) {
		i.State = "INACTIVE"
		return i
	}
	i.Applied = append(i.Applied, units.Taking(f.Entry)...)
	return i
}

// root is a request for the units below one.
type root struct {
	TimeType    string `json:"timeType"`
	Year        int    `json:"year"`
	Root        string `json:"rootDepartmentId"`
	CurrentPage int    `json:"currentPage"`
	PageSize    int    `json:"pageSize"`
}

type slice struct {
	Code    string  `json:"code"`
	Name    string  `json:"name"`
	Value   int     `json:"value"`
	Percent float64 `json:"percent"`
}

// serveResults has the shares that the real portal gave on 17 September 2026.
func serveResults(w http.ResponseWriter, r *http.Request) {
	var q question
	if !httpjson.Read(w, r, &q) {
		return
	}
	period := q.period()
	if period == "" {
		httpjson.Write(w, r, http.StatusBadRequest, httpjson.Envelope{Code: "BAD_REQUEST", Message: "Kỳ báo cáo không đúng"})
		return
	}
	var data struct {
		Overview struct {
			Name     string  `json:"departmentName"`
			Code     *string `json:"departmentCode"`
			Score    float64 `json:"totalScore"`
			MaxScore float64 `json:"totalMaxScore"`
			Ratio    float64 `json:"ratio"`
		} `json:"overview"`
		Growth float64    `json:"growthPercent"`
		Radar  []radarRow `json:"radar"`
		Donuts struct {
			Dossier   []slice `json:"onlineDossier"`
			Provision []slice `json:"onlineProvision"`
		} `json:"donuts"`
		Evaluation []resultRow `json:"evaluation"`
	}
	data.Overview.Name, data.Overview.Score, data.Overview.MaxScore = "Cả nước", total("", period), 100
	data.Overview.Ratio, data.Growth, data.Radar = data.Overview.Score, 39.79, radar(period)
	data.Donuts.Dossier = []slice{{"ONLINE", "Trực tuyến", 11122091, 94.88}, {"OTHER", "Trực tiếp, bưu chính", 600732, 5.12}}
	data.Donuts.Provision = []slice{{"FULL", "Toàn trình", 390, 24.36}, {"PARTIAL", "Một phần", 701, 43.79}, {"NONE", "Chưa cung cấp", 510, 31.86}}
	data.Evaluation = results(period)
	ok(w, r, data)
}

// ok answers as the reports do, with 201.
func ok(w http.ResponseWriter, r *http.Request, data any) {
	httpjson.Write(w, r, http.StatusCreated, httpjson.Envelope{Code: "OK", Data: data, Message: "OK"})
}
