package dossiers

import (
	"slices"
	"strings"
	"time"

	"motcua/client/code"
	"motcua/client/facts"
	"motcua/client/workday"
)

// Portal is one dossier system. /adapter/{ID}, /igate/{ID} and /opencps/{ID} have the
// dossiers of its agencies only; without the id they have those of all portals.
type Portal struct {
	ID       string   // "h55", part of the path
	Name     string   // for people
	Agencies []string // ministries or provinces, "H55"
}

// DefaultPortals returns the systems of the sample dossiers.
func DefaultPortals() []Portal {
	return []Portal{
		{ID: "h55", Name: "Hệ thống một cửa tỉnh Thái Nguyên", Agencies: []string{"H55", "H03"}},
		{ID: "g01", Name: "Hệ thống một cửa Bộ Công an", Agencies: []string{"G01"}},
		{ID: "g09", Name: "Hệ thống một cửa Bộ Nội vụ", Agencies: []string{"G09"}},
	}
}

// Book finds the sample dossiers for the systems that have them. It is safe for concurrent
// use.
type Book struct {
	now     func() time.Time
	cal     *workday.Calendar
	portals []Portal
	names   map[string]named // of the dossiers' procedures
}

// NewBook makes a book whose dossiers are dated by the clock and the calendar. The names
// of a catalogue of one's own take precedence over those of the sample.
func NewBook(now func() time.Time, cal *workday.Calendar, portals []Portal, catalogue []facts.Entry) *Book {
	names := make(map[string]named, len(sampleProcedures))
	for code, n := range sampleProcedures {
		names[code] = n
	}
	for _, e := range catalogue {
		if _, ok := names[e.Code]; ok {
			names[e.Code] = named{e.Name, e.Field}
		}
	}
	return &Book{now: now, cal: cal, portals: portals, names: names}
}

// Door is where a system has the dossiers of one portal.
type Door struct {
	Path   string  // "" or "/h55"
	Portal *Portal // nil: all agencies
}

// Doors returns those of all portals together, then of each.
func (b *Book) Doors() []Door {
	out := []Door{{}}
	for i := range b.portals {
		p := &b.portals[i]
		out = append(out, Door{PortalPath(p.ID), p})
	}
	return out
}

// PortalPath returns the path of a portal by its id, "" for all.
func PortalPath(portal string) string {
	if portal == "" {
		return ""
	}
	return "/" + portal
}

// Find returns the dossier with a code, and the days to read its times by. A portal has
// those of its agencies; nil has all.
func (b *Book) Find(p *Portal, typed string) (Dossier, Days, bool, error) {
	book, days, err := dossierIndex(b.now(), b.cal)
	if err != nil {
		return Dossier{}, days, false, err
	}
	d, ok := book[Canonical(typed)]
	if ok && p != nil {
		ok = slices.Contains(p.Agencies, code.AgencyRoot(d.Agency))
	}
	return d, days, ok, nil
}

// Canonical returns a code as the samples have it.
func Canonical(code string) string { return strings.ToUpper(strings.TrimSpace(code)) }

// ProcedureName returns the name and field of a sample's procedure.
func (b *Book) ProcedureName(code string) (name, field string) {
	n := b.names[code]
	return n.name, n.field
}

// dossierIndex maps both codes of each sample to it.
func dossierIndex(now time.Time, cal *workday.Calendar) (map[string]Dossier, Days, error) {
	days := newDays(now, cal)
	book := make(map[string]Dossier, 2*len(samples))
	for _, d := range samples {
		code, err := d.codeAt(days)
		if err != nil {
			return nil, days, err
		}
		book[code] = d
	}
	for _, d := range samples {
		book[d.Code()] = d
	}
	return book, days, nil
}
