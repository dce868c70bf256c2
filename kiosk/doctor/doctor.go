// Package doctor looks at what an operator depends on, says of each thing
// whether it works here, and what to do when it does not.
//
// A check is a small function from an Env to findings. Everything that a check
// looks at (clock, network, terminal, files) stands in Env.
package doctor

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/charmbracelet/colorprofile"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/review"
	"motcua/client/workday"
	"motcua/kiosk/config"
	"motcua/tui/line"
	"motcua/tui/text"
)

// State is how a thing does.
type State string

// The three states. Only StateFail makes the program exit with 1.
const (
	StateOK   State = "ok"
	StateWarn State = "warn"
	StateFail State = "fail"
)

// Finding is what one check found.
type Finding struct {
	Name     string `json:"name"` // "config", "portal national": stable, in no language; Plain says it in words
	State    State  `json:"state"`
	Sentence string `json:"sentence"`
	// WhatToDo is empty when there is nothing to do.
	WhatToDo string `json:"what_to_do"`
}

// Portal is a source that is asked over the network.
type Portal struct {
	Source client.SourceName
	System string // its id in the configuration; empty for the national portal
	URL    string
	Sample bool // it runs inside this program
	// Ask makes one look-up. client.ErrNotFound is an answer too.
	Ask func(ctx context.Context) error
	// Date asks its server what time it is, by the Date header of an answer, and
	// nothing else; nil: it is not asked.
	Date func(ctx context.Context) (time.Time, error)
	// Outside are the credentials that are there inside the service alone: without
	// them it cannot be asked, and Ask is not called.
	Outside []string
	// Unlisted names the configured hosts that the system's public settings do
	// not name; nil where there are no such settings.
	Unlisted func(ctx context.Context) ([]string, error)
}

// Terminal is what standard output is.
type Terminal struct {
	IsTerminal    bool
	Width, Height int
	Term          string // $TERM, sanitised
	Locale        string // the locale's name, sanitised
	Profile       colorprofile.Profile
}

// Env is all that the checks look at.
type Env struct {
	Lang      text.Lang
	Config    config.Config
	ConfigErr error            // from config.Load
	Unknown   []config.Problem // from config.UnknownEnv
	Portals   []Portal
	// Look asks one configured system for one dossier; nil asks none.
	Look     func(ctx context.Context, system string, dossierCode code.Dossier) error
	Calendar *workday.Calendar
	Terminal Terminal
	Store    Store
	Reviews  *review.Book       // nil: not looked at
	Reason   func(error) string // puts an error of files into words; nil: its own
	Server   Server
	Kiosk    *Kiosk    // checks a lobby's screen in the place of a server; nil: no
	Built    time.Time // when the program was built; zero when unknown

	Now func() time.Time
	// Inside is the command line by which the doctor runs as the service does.
	Inside string
}

// check looks at one thing.
type check func(ctx context.Context, e *Env) []Finding

var checks = []check{
	checkConfig, checkSample, checkClock, checkHolidays, checkStore, checkPapers, checkPortals, checkRoutes, checkTerminal, checkServer,
}

// Run makes every check in turn and hands each finding to tell as soon as it is
// known: portals may take their time. It returns whether nothing failed.
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

// signs go before a finding; the word after them says the same.
var signs = map[State]struct {
	sign string
	word pair
}{
	StateOK:   {"✓", pair{"được", "ok"}},
	StateWarn: {"!", pair{"chú ý", "note"}},
	StateFail: {"✗", pair{"hỏng", "fails"}},
}

// Plain writes findings as text, one line each and a second one for what to do.
func Plain(w io.Writer, l text.Lang) func(Finding) error {
	return func(f Finding) error {
		s := signs[f.State]
		_, err := fmt.Fprintf(w, "%s %s  %s: %s\n", s.sign, s.word.in(l), called(f.Name, l), f.Sentence)
		if err == nil && f.WhatToDo != "" {
			_, err = fmt.Fprintf(w, "    → %s\n", f.WhatToDo)
		}
		return err
	}
}

// JSON writes findings as one object a line.
func JSON(w io.Writer) func(Finding) error {
	return func(f Finding) error { return line.EncodeLine(w, f) }
}
