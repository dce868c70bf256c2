package legacy

import (
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/client/facts"
	"motcua/client/sandbox/httpjson"
)

// Server plays the gateway. Its decisions are made at the first use.
type Server struct {
	now  func() time.Time
	book func() *book
}

// New makes a gateway over a catalogue, nil for the one that ships. Decisions of days to come
// are not published yet.
func New(now func() time.Time, catalogue []facts.Entry) *Server {
	return &Server{now, bookOf(catalogue)}
}

// service answers a question with the rows of one page, and how many there are in all.
type service func(s *Server, q question) (rows []row, all int)

// services are all that the gateway answers here.
var services = map[string]service{
	"decision_publishment_advanced_search_service_v2": (*Server).list,
	"get_procedures_by_dp_id_service_v2":              listOf(func(d *decided) []row { return d.fresh }),
	"get_modified_procedures_by_dp_id_service_v2":     listOf(func(d *decided) []row { return d.amended }),
	"get_rescinded_procedures_by_dp_id_service_v2":    listOf(func(d *decided) []row { return d.abolished }),
	"get_fields_by_dp_id_services_v2":                 listOf(func(d *decided) []row { return d.fields }),
	"get_list_agency_service_v2":                      func(s *Server, _ question) ([]row, int) { return s.book().agencies, 0 },
	"procedure_get_list_field_service_v2":             func(s *Server, _ question) ([]row, int) { return s.book().fieldRows, 0 },
	"procedure_advanced_search_service_v2":            (*Server).procedures,
}

// Routes serves the gateway below a path.
func (s *Server) Routes(path string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST "+path+"/rest.jsp", s.serve)
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { failed(w, http.StatusNotFound) })
	return mux
}

// question is the JSON of params; numbers come as numbers and as strings.
type question map[string]any

func (q question) text(key string) string {
	switch v := q[key].(type) {
	case string:
		return strings.TrimSpace(v)
	case float64:
		return strconv.Itoa(int(v))
	}
	return ""
}

// id is an argument where "-1" means all.
func (q question) id(key string) string {
	if v := q.text(key); v != "-1" {
		return v
	}
	return ""
}

func (q question) number(key string, preset int) int {
	n, err := strconv.Atoi(q.text(key))
	if err != nil || n < 1 {
		return preset
	}
	return n
}

// mostRows is the longest page.
const mostRows = 200

// page cuts the page of a question out of rows, and writes the two columns that each row of
// a page repeats.
func (q question) page(rows []row) []row {
	size := min(q.number("recordPerPage", 20), mostRows)
	from := min((q.number("pageIndex", 1)-1)*size, len(rows))
	var out []row
	for i, r := range rows[from:min(from+size, len(rows))] {
		numbered := row{"AMOUNT": strconv.Itoa(len(rows)), "ROW_STT": strconv.Itoa(from + i + 1)}
		for k, v := range r {
			numbered[k] = v
		}
		out = append(out, numbered)
	}
	return out
}

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, httpjson.MaxRequest)
	var q question
	if r.ParseForm() != nil || json.Unmarshal([]byte(r.PostForm.Get("params")), &q) != nil {
		failed(w, http.StatusOK)
		return
	}
	answer, ok := services[q.text("service")]
	if !ok || q.text("provider") != "dvcquocgia" {
		failed(w, http.StatusOK)
		return
	}
	rows, paged := answer(s, q)
	if paged > 0 {
		rows = q.page(rows)
	}
	if len(rows) == 0 {
		// Both ways of a real one to say that there is nothing.
		w.Header().Set("Content-Type", "text/html;charset=UTF-8")
		empty := `[]`
		if q.text("pageIndex") != "" && q.text("id") == "" {
			empty = `"[null]"`
		}
		_, _ = io.WriteString(w, empty)
		return
	}
	httpjson.Write(w, r, http.StatusOK, rows)
}

// failed answers as the gateway fails: with a web page, also under 200.
func failed(w http.ResponseWriter, status int) {
	w.Header().Set("Content-Type", "text/html;charset=UTF-8")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, "<html><head><title>Error</title></head><body>HTTP Status 500 – Internal Server Error</body></html>\n")
}

// list finds decisions by agency, field, words and day, the newest first.
func (s *Server) list(q question) ([]row, int) {
	today := s.now()
	day := strings.ReplaceAll(q.text("publishing_date"), "/", "-")
	words := strings.Fields(clean.Fold(q.text("keyword")))
	var rows []row
	for _, d := range s.book().decisions {
		if d.day.After(today) || q.id("agency_id") != "" && q.id("agency_id") != d.head["AGENCY_ID"] ||
			day != "" && day != d.head["PUBLISHING_DATE"] || q.id("field_id") != "" && !d.in(q.id("field_id")) || !hasAll(d.head["CODE"]+" "+d.head["NAME"], words) {
			continue
		}
		rows = append(rows, d.head)
	}
	return rows, 1
}

func hasAll(text string, words []string) bool {
	text = clean.Fold(text)
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// listOf answers one list of a decision; an unknown one has none.
func listOf(part func(*decided) []row) service {
	return func(s *Server, q question) ([]row, int) {
		d := s.book().byID[q.text("id")]
		if d == nil || d.day.After(s.now()) {
			return nil, 1
		}
		return part(d), 1
	}
}

// procedures lists procedures with their codes.
func (s *Server) procedures(q question) ([]row, int) {
	words := strings.Fields(clean.Fold(q.text("keyword")))
	var rows []row
	for _, p := range s.book().procedures {
		if (q.id("field_id") == "" || q.id("field_id") == p.field) && hasAll(p.row["PROCEDURE_NAME"]+" "+p.row["PROCEDURE_CODE"], words) {
			rows = append(rows, p.row)
		}
	}
	return rows, 1
}
