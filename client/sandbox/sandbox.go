package sandbox

import (
	"fmt"
	"net/http"

	"motcua/client/sandbox/adapter"
	"motcua/client/sandbox/dossiers"
	"motcua/client/sandbox/fault"
	"motcua/client/sandbox/igate"
	"motcua/client/sandbox/legacy"
	"motcua/client/sandbox/login"
	"motcua/client/sandbox/national"
	"motcua/client/sandbox/opencps"
	"motcua/client/sandbox/reporting"
)

// The paths of the sample portal. The national API has the path of the real one.
const (
	NationalPath = "/api/v1"
	AdapterPath  = "/adapter"
	IGatePath    = "/igate"
	OpenCPSPath  = "/opencps"
	LegacyPath   = "/jsp"
	FaultsPath   = "/sample/faults"
)

// The scopes of faults: the parts of the sample portal that can fail alone.
const (
	ScopeNational  fault.Scope = "national"
	ScopeReporting fault.Scope = "reporting"
	ScopeAdapter   fault.Scope = "adapter"
	ScopeIGate     fault.Scope = "igate"
	ScopeOpenCPS   fault.Scope = "opencps"
	ScopeLegacy    fault.Scope = "legacy"
)

// part is a part of the sample portal that can fail alone.
type part struct {
	scope  fault.Scope
	path   string // all below it is the part's
	routes func(s *Sandbox, path string) http.Handler
}

// parts are all of them, in the order in which the help lists them.
var parts = []part{
	{ScopeNational, NationalPath, func(s *Sandbox, path string) http.Handler { return s.national.Routes(path) }},
	{ScopeReporting, NationalPath + "/reporting", func(s *Sandbox, path string) http.Handler { return s.reports.Routes(path) }},
	{ScopeAdapter, AdapterPath, func(s *Sandbox, path string) http.Handler { return s.adapter.Routes(path) }},
	{ScopeIGate, IGatePath, func(s *Sandbox, path string) http.Handler { return s.igate.Routes(path) }},
	{ScopeOpenCPS, OpenCPSPath, func(s *Sandbox, path string) http.Handler { return s.opencps.Routes(path) }},
	{ScopeLegacy, LegacyPath, func(s *Sandbox, path string) http.Handler { return s.legacy.Routes(path) }},
}

// Sandbox is a sample portal. It is safe for concurrent use.
type Sandbox struct {
	opts     Options
	faults   *fault.List
	sessions *login.Sessions // log-ins at the adapter
	tokens   *login.Sessions // log-ins at the iGate
	national *national.Server
	reports  *reporting.Server
	adapter  *adapter.Server
	igate    *igate.Server
	opencps  *opencps.Server
	legacy   *legacy.Server
	handler  http.Handler
}

// New makes a sample portal. It returns an error when the given data is unreadable.
func New(o Options) (*Sandbox, error) {
	o.fill()
	seen := map[string]bool{}
	for _, p := range o.Portals {
		if p.ID == "" || p.ID == "mapi" || seen[p.ID] {
			return nil, fmt.Errorf("sandbox: portal id %q is empty, taken or a path of the adapter", p.ID)
		}
		seen[p.ID] = true
	}
	catalogue, err := national.New(o.Catalogue, o.Details)
	if err != nil {
		return nil, err
	}
	b := dossiers.NewBook(o.Now, o.Calendar, o.Portals, o.Catalogue)
	s := &Sandbox{
		opts: o, faults: fault.NewList(o.Now, Scopes(), o.Faults), national: catalogue,
		sessions: login.New(o.Now, o.SessionLife), tokens: login.New(o.Now, o.SessionLife),
	}
	s.adapter = adapter.New(b, s.sessions, adapter.Settings{
		Username: o.Username, Password: o.Password, DstCode: o.DstCode, TrackService: o.TrackService, ProgressService: o.ProgressService,
	})
	s.igate = igate.New(b, s.tokens, igate.Account{ClientID: o.ClientID, ClientSecret: o.ClientSecret, TokenLife: o.SessionLife})
	s.opencps = opencps.New(b, opencps.Site{GroupID: o.GroupID, NeedsSecret: o.OpenCPSNeedsSecret})
	s.legacy = legacy.New(o.Now, o.Catalogue)
	s.reports = reporting.New(func() ([]reporting.Formality, error) {
		all, err := catalogue.All()
		list := make([]reporting.Formality, len(all))
		for i, p := range all {
			list[i] = reporting.Formality{ID: p.Item.ID, Code: p.Item.Code, Name: p.Item.Name, Entry: p.Entry, Full: p.Full}
		}
		return list, err
	})
	s.handler = s.routes()
	return s, nil
}

// Handler serves the whole sample portal.
func (s *Sandbox) Handler() http.Handler { return s.handler }

// Portals returns the dossier systems that it plays.
func (s *Sandbox) Portals() []dossiers.Portal { return s.opts.Portals }

// IGateAt returns the addresses of the iGate of one portal ("" for the dossiers of all) on
// a sample portal at base.
func IGateAt(base, portal string) igate.URLs { return igate.At(base+IGatePath, portal) }

// OpenCPSAt returns the API of the OpenCPS of one portal ("" for the dossiers of all) on a
// sample portal at base.
func OpenCPSAt(base, portal string) string { return opencps.At(base+OpenCPSPath, portal) }

func (s *Sandbox) routes() http.Handler {
	root := http.NewServeMux()
	for _, p := range parts {
		root.Handle(p.path+"/", s.faults.Wrap(p.scope, p.routes(s, p.path)))
	}
	root.HandleFunc("GET "+HandOverPath, s.serveHandOver)
	root.HandleFunc(FaultsPath, s.faults.Serve)
	root.HandleFunc("GET /thu-tuc-hanh-chinh/{id}", s.serveProcedurePage)
	root.HandleFunc("GET /{$}", s.serveIndex)
	return root
}
