// Package linked has the words for what one procedure is to others: done together with them
// (liên thông), where one dossier is handed in and the offices pass it on, or replaced by one.
package linked

import (
	"slices"
	"time"
)

// Group is procedures that one filing does.
type Group struct {
	Code    string   // the procedure that does all: "2.000986"
	Also    []string // codes under which it is published too
	Members []Member
	Basis   string    // the law that links them; "" for an office's own
	Office  string    // whose file says so; "" for a law
	Since   time.Time // in force since, or the day of the office's word
}

// Member is one of the procedures.
type Member struct {
	Code string // "" where the catalogue has none of its own
	Name string
}

// Successor is the procedure that replaces an abolished one. No portal names it.
type Successor struct {
	Code   string
	Name   string // "" where no catalogue has it
	Office string // whose file says so
}

// Does tells whether a procedure is the one that does all.
func (g Group) Does(code string) bool { return g.Code == code || slices.Contains(g.Also, code) }

// Has tells whether a procedure does all or is one of them.
func (g Group) Has(code string) bool {
	return g.Does(code) || slices.ContainsFunc(g.Members, func(m Member) bool { return m.Code != "" && m.Code == code })
}

// With returns those of the groups that have a procedure.
func With(code string, all []Group) []Group {
	return slices.DeleteFunc(slices.Clone(all), func(g Group) bool { return !g.Has(code) })
}
