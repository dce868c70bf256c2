// Package doctor checks what an operator depends on. For each thing it says whether it
// works here, and what to do when it does not.
//
// A check is a small function from an Env to findings. Everything that a check needs
// (clock, network, terminal, files) is in Env.
package doctor

import (
	"context"
	"fmt"
	"io"
	"runtime/debug"
	"time"

	"github.com/charmbracelet/colorprofile"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/review"
	"motcua/client/workday"
	"motcua/kiosk/config"
	"motcua/tui/line/record"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// State is the result of a check.
type State string

// The three states. Only StateFail makes the program exit with code 1.
const (
	StateOK   State = "ok"
	StateWarn State = "warn"
	StateFail State = "fail"
)

// Finding is one result of a check.
type Finding struct {
	Name     string `json:"name"` // stable and in no language, for example "config", "portal national"; Plain writes it in words
	State    State  `json:"state"`
	Sentence string `json:"sentence"`
	// WhatToDo is empty when there is nothing to do.
	WhatToDo string `json:"what_to_do"`
}

// Portal is a source that is asked over the network.
type Portal struct {
	Source client.SourceName
	System string // its ID in the configuration; empty for the national portal
	URL    string
	Sample bool // it runs inside this program
	// Ask makes one look-up. client.ErrNotFound counts as an answer too.
	Ask func(ctx context.Context) error
	// Date only asks the server for its time, from the Date header of an answer; nil: it is
	// not asked.
	Date func(ctx context.Context) (time.Time, error)
	// Outside are the credentials that only the service has: without them the portal cannot
	// be asked, and Ask is not called.
	Outside []string
	// Unlisted returns the configured hosts that are missing in the system's public
	// settings; nil where there are no such settings.
	Unlisted func(ctx context.Context) ([]string, error)
}

// Terminal describes standard output.
type Terminal struct {
	IsTerminal    bool
	Width, Height int
	Term          string // $TERM, sanitised
	Locale        string // the locale's name, sanitised
	Profile       colorprofile.Profile
}

// Env contains everything that the checks use.
type Env struct {
	Lang      text.Lang
	Config    config.Config
	ConfigErr error            // from config.Load
	Unknown   []config.Problem // from config.UnknownEnv
	Portals   []Portal
	// Look asks one configured system for one dossier; nil: no system is asked.
	Look     func(ctx context.Context, system string, dossierCode code.Dossier) error
	Calendar *workday.Calendar
	Notices  map[int][]string // numbers of the notices by year
	Terminal Terminal
	Store    Store
	Reviews  *review.Book       // nil: not checked
	Units    Units              // the zero value: not checked
	Trust    func(string) error // refuses an operator's file that others may change; nil: none is refused
	Reason   func(error) string // puts a file error into words; nil: the error's own text is used
	Server   Server
	Kiosk    *Kiosk    // non-nil: checks a lobby's screen instead of a server
	Built    time.Time // when the program was built; zero when unknown

	Now func() time.Time
	// Inside is the command line that runs the doctor as the service does.
	Inside string
	// Sync is the command line that fills the catalogue that Store looks at; empty: motcua
	// sync.
	Sync string
}

// Built returns the time of the commit that the binary was built from.
func Built() time.Time {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return time.Time{}
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.time" {
			t, _ := time.Parse(time.RFC3339, s.Value)
			return t
		}
	}
	return time.Time{}
}

// check checks one thing.
type check func(ctx context.Context, e *Env) []Finding

var checks = []check{
	checkConfig, checkSample, checkClock, checkHolidays, checkStore, checkPapers, checkUnits, checkKept, checkVerify, checkPortals, checkRoutes, checkTerminal, checkServer, checkCluster,
}

// Run runs the checks in turn and calls tell with each finding as soon as it is known,
// because portals may take their time. It reports whether nothing failed.
func Run(ctx context.Context, e Env, tell func(Finding) error) (bool, error) {
	good, list := true, checks
	if e.Kiosk != nil {
		list = kioskChecks
	}
	for _, c := range list {
		for _, f := range c(ctx, &e) {
			if err := ctx.Err(); err != nil {
				return false, err
			}
			good = good && f.State != StateFail
			if err := tell(f); err != nil {
				return false, err
			}
		}
	}
	return good, nil
}

// signs are the marks before a finding; the word after a mark says the same.
var signs = map[State]struct {
	sign string
	word text.Said
}{
	StateOK:   {"✓", operator.DoctorOK},
	StateWarn: {"!", operator.DoctorNote},
	StateFail: {"✗", operator.DoctorFails},
}

// Plain writes findings as text: a line for each and a second one for what to do.
func Plain(w io.Writer, l text.Lang) func(Finding) error {
	return func(f Finding) error {
		s := signs[f.State]
		_, err := fmt.Fprintf(w, "%s %s  %s: %s\n", s.sign, s.word.In(l), called(f.Name, l), f.Sentence)
		if err == nil && f.WhatToDo != "" {
			_, err = fmt.Fprintf(w, "    → %s\n", f.WhatToDo)
		}
		return err
	}
}

// JSON writes findings as JSON, one object a line.
func JSON(w io.Writer) func(Finding) error {
	return func(f Finding) error { return record.EncodeLine(w, f) }
}
