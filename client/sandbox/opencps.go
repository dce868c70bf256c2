package sandbox

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// The sample OpenCPS lies below OpenCPSPath and a portal's id, its API where a
// real one has it.
const (
	OpenCPSPath    = "/opencps"
	OpenCPSAPIPath = "/o/rest/v2"
)

// DefaultGroupID is the header groupId that the sample OpenCPS wants.
const DefaultGroupID = "20126"

// The fields of a process step. Those of a real one are not known; these are
// the sample's own, to be named in a client's settings.
const (
	OpenCPSStepAt   = "stepDate"
	OpenCPSStepUnit = "unitName"
)

// OpenCPSAt gives the API of the OpenCPS of one portal ("" for the dossiers of
// all) on a sample portal at base.
func OpenCPSAt(base, portal string) string {
	return base + OpenCPSPath + prefix(portal) + OpenCPSAPIPath
}

func (s *Sandbox) opencpsRoutes() http.Handler {
	mux := http.NewServeMux()
	for _, p := range s.adapterPrefixes() {
		base := "GET " + OpenCPSPath + p.path + OpenCPSAPIPath + "/dossiers/{id}"
		mux.HandleFunc(base, s.openCPS(p.portal, func(d dossier, code string, days days) (any, error) {
			name, _ := s.procedureName(d.procedure)
			return d.opencps(code, days, name)
		}))
		for _, call := range []string{"/processstep", "/sequences"} {
			mux.HandleFunc(base+call, s.openCPS(p.portal, func(d dossier, _ string, days days) (any, error) {
				steps, err := d.opencpsSteps(days)
				return map[string]any{"total": len(steps), "data": steps}, err
			}))
		}
	}
	return mux
}

// openCPS finds a dossier by the code on its receipt, its number or its
// referenceUid, and looks at the secret. A wrong secret, an unknown dossier and
// another site's are one answer: 203 and a message that is no JSON.
func (s *Sandbox) openCPS(portal *Portal, answer func(d dossier, code string, days days) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		d, code, days, ok, err := s.findByID(portal, r.PathValue("id"))
		secret := r.URL.Query().Get("secretKey")
		if err == nil {
			ok = ok && (same(secret, d.secret()) == 1 || secret == "" && !s.opts.OpenCPSNeedsSecret)
			if !ok || r.Header.Get("groupId") != s.opts.GroupID {
				w.Header().Set("Content-Type", "application/json")
				w.WriteHeader(http.StatusNonAuthoritativeInfo)
				_, _ = w.Write([]byte("secretKey not success"))
				return
			}
			var body any
			if body, err = answer(d, code, days); err == nil {
				writeJSON(w, r, http.StatusOK, body)
				return
			}
		}
		writeJSON(w, r, http.StatusInternalServerError, map[string]any{"message": "Internal Server Error"})
	}
}

func (s *Sandbox) findByID(portal *Portal, id string) (dossier, string, days, bool, error) {
	for _, d := range dossiers {
		if id == strconv.Itoa(d.number()) || id == d.referenceUID() {
			id = d.code()
			break
		}
	}
	d, days, ok, err := s.find(portal, id)
	return d, canonical(id), days, ok, err
}

func (d dossier) number() int {
	n, _ := strconv.Atoi(d.serial) // digits, as the tests of the samples say
	return n
}

func (d dossier) referenceUID() string { return "mau-" + strings.ToLower(d.agency) + "-" + d.serial }

// secret is what the sample's receipt bears: the same four characters that
// prove at the other systems, so that one list of samples serves all.
func (d dossier) secret() string { return d.applicant.identity[len(d.applicant.identity)-4:] }

// opencpsDossier is a dossier in full, personal data and all.
type opencpsDossier struct {
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
	LockState     string `json:"lockState"` // PAUSE while the clock stands
}

type opencpsStep struct {
	At    string `json:"stepDate"`
	Name  string `json:"stepName"`
	Unit  string `json:"unitName"`
	User  string `json:"userName"` // the person at work; clients must not show it
	State string `json:"dossierStatus"`
}

// opencpsStates are OpenCPS's states for the ten national ones, with labels as
// such portals word them. It has none for "accepted": what is accepted is being
// processed.
var opencpsStates = map[client.Status]struct{ state, text string }{
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

// wall is a sample's moment on a clock in Vietnam.
func (c *clock) wall(s string) string {
	t, err := c.days.at(s)
	if err != nil && c.err == nil {
		c.err = err
	}
	if err != nil || t.IsZero() {
		return ""
	}
	return wallTime(t)
}

func wallTime(t time.Time) string { return t.In(workday.Zone).Format("02/01/2006 15:04:05") }

func (d dossier) opencps(code string, days days, procedureName string) (opencpsDossier, error) {
	c := clock{days: days}
	state := opencpsStates[d.status]
	note := d.note
	for _, s := range d.supplements {
		note = s.text
	}
	lock := ""
	if d.status.Clock() == client.ClockStands {
		lock = "PAUSE"
	}
	return opencpsDossier{
		ID: d.number(), ReferenceUID: d.referenceUID(), Code: code,
		ServiceCode: d.procedure, ServiceName: procedureName, AgencyCode: d.agency, AgencyName: d.unit,
		Applicant: d.applicant.name, ApplicantIDNo: d.applicant.identity, Phone: d.applicant.phone,
		SubmittedAt: c.wall(d.handedIn), ReceivedAt: c.wall(d.acceptedAt()), DueAt: c.wall(d.currentDue()),
		ReleasedAt: c.wall(d.finished), FinishedAt: c.wall(d.returned),
		State: state.state, StateText: state.text, StepName: d.lastWork().text, Note: note, LockState: lock,
	}, c.err
}

func (d dossier) opencpsSteps(days days) ([]opencpsStep, error) {
	c := clock{days: days}
	steps := make([]opencpsStep, 0, len(d.steps))
	for _, w := range d.steps {
		steps = append(steps, opencpsStep{
			At: c.wall(w.at), Name: w.text, Unit: w.unit, User: w.who, State: opencpsStates[w.status].state,
		})
	}
	return steps, c.err
}
