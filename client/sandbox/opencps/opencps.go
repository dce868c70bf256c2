package opencps

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/sandbox/dossiers"
	"motcua/client/sandbox/httpjson"
	"motcua/client/sandbox/login"
	"motcua/client/workday"
)

// APIPath is the path of the API, below the OpenCPS's own and a portal's id. It is
// that of a real one.
const APIPath = "/o/rest/v2"

// The fields of a process step. Those of a real one are not known; these are the sample's
// own, to be named in a client's configuration.
const (
	StepAt   = "stepDate"
	StepUnit = "unitName"
)

// At returns the API of one portal ("" for the dossiers of all) of the OpenCPS at base.
func At(base, portal string) string { return base + dossiers.PortalPath(portal) + APIPath }

// Site is the header groupId that the OpenCPS expects. With NeedsSecret it shows nothing
// without the receipt's secret.
type Site struct {
	GroupID     string
	NeedsSecret bool
}

// Server plays an OpenCPS.
type Server struct {
	book *dossiers.Book
	site Site
}

// New makes an OpenCPS that has the dossiers of a book.
func New(b *dossiers.Book, o Site) *Server { return &Server{book: b, site: o} }

// Routes serves the OpenCPS below a path: for each portal a dossier and its steps, which
// have two names.
func (s *Server) Routes(path string) http.Handler {
	mux := http.NewServeMux()
	for _, d := range s.book.Doors() {
		for call, answer := range map[string]answer{
			"":             s.dossier,
			"/processstep": s.steps,
			"/sequences":   s.steps,
		} {
			mux.HandleFunc("GET "+path+d.Path+APIPath+"/dossiers/{id}"+call, s.serve(d.Portal, answer))
		}
	}
	return mux
}

// answer is what a call returns of a dossier that was asked for by a code.
type answer func(d dossiers.Dossier, code string, days dossiers.Days) (any, error)

func (s *Server) dossier(d dossiers.Dossier, code string, days dossiers.Days) (any, error) {
	name, _ := s.book.ProcedureName(d.Procedure)
	return newDossier(d, code, days, name)
}

func (s *Server) steps(d dossiers.Dossier, _ string, days dossiers.Days) (any, error) {
	steps, err := newSteps(d, days)
	return map[string]any{"total": len(steps), "data": steps}, err
}

// serve finds a dossier by the code on its receipt, its number or its referenceUid, and
// checks the secret. A wrong secret, an unknown dossier and another site's dossier get
// the same answer: 203 and a message that is no JSON.
func (s *Server) serve(p *dossiers.Portal, answer answer) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		d, code, days, ok, err := s.findByID(p, r.PathValue("id"))
		secret := r.URL.Query().Get("secretKey")
		if err == nil {
			ok = ok && (login.Same(secret, secretOf(d)) == 1 || secret == "" && !s.site.NeedsSecret)
			if !ok || r.Header.Get("groupId") != s.site.GroupID {
				w.Header().Set("Content-Type", "application/json")
				w.WriteHeader(http.StatusNonAuthoritativeInfo)
				_, _ = w.Write([]byte("secretKey not success"))
				return
			}
			var body any
			if body, err = answer(d, code, days); err == nil {
				httpjson.Write(w, r, http.StatusOK, body)
				return
			}
		}
		httpjson.Write(w, r, http.StatusInternalServerError, map[string]any{"message": "Internal Server Error"})
	}
}

func (s *Server) findByID(p *dossiers.Portal, id string) (dossiers.Dossier, string, dossiers.Days, bool, error) {
	for _, d := range dossiers.All() {
		if id == strconv.Itoa(number(d)) || id == referenceUID(d) {
			id = d.Code()
			break
		}
	}
	d, days, ok, err := s.book.Find(p, id)
	return d, dossiers.Canonical(id), days, ok, err
}

func number(d dossiers.Dossier) int {
	n, _ := strconv.Atoi(d.Serial) // always digits: a test checks it
	return n
}

func referenceUID(d dossiers.Dossier) string {
	return "mau-" + strings.ToLower(d.Agency) + "-" + d.Serial
}

// secretOf is the secret on the sample's receipt: the same four characters that are the
// proof at the other systems, so that one list of samples serves all.
func secretOf(d dossiers.Dossier) string { return d.Applicant.Identity[len(d.Applicant.Identity)-4:] }

// dossier is a dossier in full, with personal data.
type dossier struct {
	ID            int    `json:"dossierId"`
	ReferenceUID  string `json:"referenceUid"`
	ServiceCode   string `json:"serviceCode"`
	ServiceName   string `json:"serviceName"`
	AgencyCode    string `json:"govAgencyCode"`
	AgencyName    string `json:"govAgencyName"`
	Applicant     string `json:"applicantName"`
	ApplicantIDNo string `json:"applicantIdNo"`
	Phone         string `json:"contactTelNo"`
	Code          string `json:"dossierNo"`
	SubmittedAt   string `json:"submitDate"`
	ReceivedAt    string `json:"receiveDate"`
	DueAt         string `json:"dueDate"`
	ReleasedAt    string `json:"releaseDate"`
	FinishedAt    string `json:"finishDate"`
	ExtendedAt    string `json:"extendDate"`
	State         string `json:"dossierStatus"`
	StateText     string `json:"dossierStatusText"`
	SubState      string `json:"dossierSubStatus"`
	SubStateText  string `json:"dossierSubStatusText"`
	StepName      string `json:"stepName"`
	Note          string `json:"lastActionNote"`
	Duration      int    `json:"durationCount"`
	DurationUnit  int    `json:"durationUnit"`
	Overdue       string `json:"dossierOverdue"`
	LockState     string `json:"lockState"` // PAUSE while the clock is stopped
}

type step struct {
	At    string `json:"stepDate"`
	Name  string `json:"stepName"`
	Unit  string `json:"unitName"`
	User  string `json:"userName"` // the official at work; clients must not show it
	State string `json:"dossierStatus"`
}

// states maps the ten national states to OpenCPS's, with labels in the words of such
// portals. It has none for "accepted": an accepted dossier is being processed.
var states = map[client.Status]struct{ state, text string }{
	client.StatusRegistered: {"receiving", "Chờ kiểm tra"},
	client.StatusAccepted:   {"processing", "Đang xử lý"},
	client.StatusRefused:    {"denied", "Từ chối tiếp nhận"},
	client.StatusProcessing: {"processing", "Đang xử lý"},
	client.StatusSupplement: {"waiting", "Chờ bổ sung"},
	client.StatusPayment:    {"paying", "Chờ nộp phí"},
	client.StatusWithdrawn:  {"cancelling", "Đang rút hồ sơ"},
	client.StatusStopped:    {"unresolved", "Không giải quyết"},
	client.StatusFinished:   {"releasing", "Có kết quả"},
	client.StatusReturned:   {"done", "Đã trả kết quả"},
}

// wall writes a time as local time in Vietnam, "" for the zero time.
func wall(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(workday.Zone).Format("02/01/2006 15:04:05")
}

func newDossier(d dossiers.Dossier, code string, days dossiers.Days, procedureName string) (dossier, error) {
	c := dossiers.Moments{Days: days}
	state := states[d.Status]
	note := d.Note
	for _, s := range d.Supplements {
		note = s.Text
	}
	lock := ""
	if d.Status.Clock() == client.ClockStands {
		lock = "PAUSE"
	}
	return dossier{
		ID: number(d), ReferenceUID: referenceUID(d), Code: code,
		ServiceCode: d.Procedure, ServiceName: procedureName, AgencyCode: d.Agency, AgencyName: d.Unit,
		Applicant: d.Applicant.Name, ApplicantIDNo: d.Applicant.Identity, Phone: d.Applicant.Phone,
		SubmittedAt: wall(c.At(d.HandedIn)), ReceivedAt: wall(c.At(d.AcceptedAt())), DueAt: wall(c.At(d.CurrentDue())),
		ReleasedAt: wall(c.At(d.Finished)), FinishedAt: wall(c.At(d.Returned)),
		State: state.state, StateText: state.text, StepName: d.LastWork().Text, Note: note, LockState: lock,
	}, c.Err
}

func newSteps(d dossiers.Dossier, days dossiers.Days) ([]step, error) {
	c := dossiers.Moments{Days: days}
	steps := make([]step, 0, len(d.Steps))
	for _, w := range d.Steps {
		steps = append(steps, step{
			At: wall(c.At(w.At)), Name: w.Text, Unit: w.Unit, User: w.Who, State: states[w.Status].state,
		})
	}
	return steps, c.Err
}
