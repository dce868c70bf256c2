package sandbox

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"

	"motcua/client/facts"
	"motcua/client/workday"
)

// The paths of the sample portal. The national API stands where the real one
// does; the adapter's two paths are settings of the real one's clients.
const (
	NationalPath = "/api/v1"
	AdapterPath  = "/adapter"
	LoginPath    = "/mapi/login"
	CallPath     = "/mapi/g"
	FaultsPath   = "/sample/faults"
)

// What the sample adapter asks for at log-in, and the names of its services.
// Nobody's secrets: they are printed in the help.
const (
	DefaultUsername = "mau"
	DefaultPassword = "mau"
	DefaultDstCode  = "VN:GOV:000.00.00.H55:mau"
	DefaultUnitCode = "H55"
	TrackService    = "TraCuuHoSo"
	ProgressService = "CapNhatTienDoHoSoMC"
)

// DefaultSessionLife is how long a log-in at the adapter holds.
const DefaultSessionLife = 15 * time.Minute

// Portal is one dossier system: /adapter/{ID}, /igate/{ID} and /opencps/{ID} know
// the dossiers of its agencies alone, without the id those of all.
type Portal struct {
	ID       string   // "h55", a part of the path
	Name     string   // for people
	Agencies []string // ministries or provinces, "H55"
}

// DefaultPortals are the systems of the sample dossiers.
func DefaultPortals() []Portal {
	return []Portal{
		{ID: "h55", Name: "Hệ thống một cửa tỉnh Thái Nguyên", Agencies: []string{"H55", "H03"}},
		{ID: "g01", Name: "Hệ thống một cửa Bộ Công an", Agencies: []string{"G01"}},
		{ID: "g09", Name: "Hệ thống một cửa Bộ Nội vụ", Agencies: []string{"G09"}},
	}
}

// Options say what the sample portal serves. The zero value serves what ships
// in the binary.
type Options struct {
	// Catalogue lists the procedures; nil means the binary's catalogue.
	Catalogue []facts.Entry
	// Details are detail `data` objects by procedure code; nil means those that
	// ship. A code that the catalogue lacks is listed too.
	Details map[string]json.RawMessage
	// Now is the clock to which the dossiers are dated; nil means time.Now.
	Now func() time.Time
	// Calendar counts the working days of the dossiers; nil means the binary's.
	Calendar *workday.Calendar
	// Faults are on from the start.
	Faults []Fault
	// Portals replace DefaultPortals.
	Portals []Portal

	// The adapter's log-in and settings; empty ones mean the defaults above.
	// SessionLife also holds for the tokens of the iGate.
	Username, Password, DstCode   string
	TrackService, ProgressService string
	SessionLife                   time.Duration

	// The account of the iGate, and the site and strictness of the OpenCPS:
	// with OpenCPSNeedsSecret it shows nothing without the receipt's secret.
	ClientID, ClientSecret string
	GroupID                string
	OpenCPSNeedsSecret     bool
}

func (o *Options) fill() {
	for _, s := range []struct {
		field *string
		std   string
	}{
		{&o.Username, DefaultUsername},
		{&o.Password, DefaultPassword},
		{&o.DstCode, DefaultDstCode},
		{&o.TrackService, TrackService},
		{&o.ProgressService, ProgressService},
		{&o.ClientID, DefaultClientID},
		{&o.ClientSecret, DefaultClientSecret},
		{&o.GroupID, DefaultGroupID},
	} {
		if *s.field == "" {
			*s.field = s.std
		}
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Calendar == nil {
		o.Calendar = facts.Calendar()
	}
	if o.Portals == nil {
		o.Portals = DefaultPortals()
	}
	if o.SessionLife <= 0 {
		o.SessionLife = DefaultSessionLife
	}
}

// shippedProcedures are what the zero Options serve, made once a process.
var shippedProcedures = sync.OnceValues(func() (*procedureList, error) { return newProcedureList(nil, nil) })

// Sandbox is a sample portal. It is safe for concurrent use.
type Sandbox struct {
	opts       Options
	faults     *faultBook
	procedures func() (*procedureList, error) // on first use: a start must be quick
	sessions   sessions                       // log-ins at the adapter
	tokens     sessions                       // of the iGate
	names      map[string]named               // of the dossiers' procedures
	handler    http.Handler
}

// New makes a sample portal. It fails when given data is unreadable.
func New(o Options) (*Sandbox, error) {
	o.fill()
	seen := map[string]bool{}
	for _, p := range o.Portals {
		if p.ID == "" || p.ID == "mapi" || seen[p.ID] {
			return nil, fmt.Errorf("sandbox: portal id %q is empty, taken or a path of the adapter", p.ID)
		}
		seen[p.ID] = true
	}
	s := &Sandbox{opts: o, names: procedureNames(o), faults: newFaultBook(o.Now, o.Faults)}
	s.sessions = sessions{now: o.Now, life: o.SessionLife, until: map[string]time.Time{}}
	s.tokens = sessions{now: o.Now, life: o.SessionLife, until: map[string]time.Time{}}
	s.procedures = shippedProcedures
	if o.Catalogue != nil || o.Details != nil {
		s.procedures = sync.OnceValues(func() (*procedureList, error) { return newProcedureList(o.Catalogue, o.Details) })
		if _, err := s.procedures(); err != nil {
			return nil, err
		}
	}
	s.handler = s.routes()
	return s, nil
}

// Handler serves the whole sample portal.
func (s *Sandbox) Handler() http.Handler { return s.handler }

// Portals are the dossier systems that it plays.
func (s *Sandbox) Portals() []Portal { return s.opts.Portals }

func (s *Sandbox) routes() http.Handler {
	national := http.NewServeMux()
	for path, serve := range map[string]http.HandlerFunc{
		"/submitting/formality/list-all-public-formality-by-citizen": s.serveList,
		"/configuring/formality/get-formality-by-citizen":            s.serveDetail,
		"/configuring/citizen/department/list-with-location":         s.serveDepartments,
	} {
		national.HandleFunc("POST "+NationalPath+path, serve)
	}
	national.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		writeJSON(w, r, http.StatusNotFound, envelope{Code: "NOT_FOUND", Message: "Không có dịch vụ này"})
	})

	adapter := http.NewServeMux()
	for _, prefix := range s.adapterPrefixes() {
		adapter.HandleFunc("POST "+AdapterPath+prefix.path+LoginPath, s.serveLogin)
		adapter.HandleFunc("POST "+AdapterPath+prefix.path+CallPath, s.serveCall(prefix.portal))
	}

	root := http.NewServeMux()
	root.Handle(NationalPath+"/", s.faults.wrap(ScopeNational, national))
	root.Handle(AdapterPath+"/", s.faults.wrap(ScopeAdapter, adapter))
	root.Handle(IGatePath+"/", s.faults.wrap(ScopeIGate, s.igateRoutes()))
	root.Handle(OpenCPSPath+"/", s.faults.wrap(ScopeOpenCPS, s.opencpsRoutes()))
	root.HandleFunc("GET "+HandOverPath, s.serveHandOver)
	root.HandleFunc(FaultsPath, s.serveFaults)
	root.HandleFunc("GET /thu-tuc-hanh-chinh/{id}", s.serveProcedurePage)
	root.HandleFunc("GET /{$}", s.serveIndex)
	return root
}

type adapterPrefix struct {
	path   string
	portal *Portal // nil: all agencies
}

func (s *Sandbox) adapterPrefixes() []adapterPrefix {
	out := []adapterPrefix{{}}
	for i := range s.opts.Portals {
		p := &s.opts.Portals[i]
		out = append(out, adapterPrefix{"/" + p.ID, p})
	}
	return out
}
