package sandbox

import (
	"encoding/json"
	"time"

	"motcua/client/facts"
	"motcua/client/sandbox/dossiers"
	"motcua/client/sandbox/fault"
	"motcua/client/workday"
)

// What the sample adapter expects at log-in, and the names of its services. They are
// public: the help prints them.
const (
	DefaultUsername = "mau"
	DefaultPassword = "mau"
	DefaultDstCode  = "VN:GOV:000.00.00.H55:mau"
	DefaultUnitCode = "H55"
	TrackService    = "TraCuuHoSo"
	ProgressService = "CapNhatTienDoHoSoMC"
)

// The account of the sample iGate. It is public.
const (
	DefaultClientID     = "mau"
	DefaultClientSecret = "mau"
)

// DefaultGroupID is the header groupId that the sample OpenCPS expects.
const DefaultGroupID = "20126"

// DefaultSessionLife is how long a log-in at the adapter is valid.
const DefaultSessionLife = 15 * time.Minute

// Options say what the sample portal serves. The zero value serves what ships in the
// binary.
type Options struct {
	// Catalogue lists the procedures; nil means the binary's catalogue.
	Catalogue []facts.Entry
	// Details are detail `data` objects by procedure code; nil means those that ship. A
	// code that is not in the catalogue is listed too.
	Details map[string]json.RawMessage
	// Now is the clock for the dossiers' dates; nil means time.Now.
	Now func() time.Time
	// Calendar counts the working days of the dossiers; nil means the binary's.
	Calendar *workday.Calendar
	// Faults are active from the start.
	Faults []fault.Fault
	// Portals replace those of the sample dossiers.
	Portals []dossiers.Portal

	// The adapter's log-in and settings; empty ones mean the defaults above. SessionLife
	// also applies to the tokens of the iGate.
	Username, Password, DstCode   string
	TrackService, ProgressService string
	SessionLife                   time.Duration

	// The account of the iGate, and the site of the OpenCPS. With OpenCPSNeedsSecret it
	// shows nothing without the receipt's secret.
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
		o.Portals = dossiers.DefaultPortals()
	}
	if o.SessionLife <= 0 {
		o.SessionLife = DefaultSessionLife
	}
}
