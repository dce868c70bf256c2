package scores

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/goroutine"
	"motcua/client/quality"
	"motcua/client/reporting"
	"motcua/client/unit"
)

// Quality tells how good the service of a unit was. client.ErrNotFound: there is no such
// unit, or no figure for the period. A *quality.SeveralError: the words fit several.
func (s *Source) Quality(ctx context.Context, q quality.Query) (client.Answer[quality.Report], error) {
	period, asked := q.Period, !q.Period.IsZero()
	if !asked {
		period = quality.Periods(s.cfg.Now())[0]
	}
	m := &maker{s: s, period: period}
	err := m.make(ctx, q.Words)
	if !asked && m.empty() { // the first days of a year have no report yet
		period.Year--
		before := &maker{s: s, period: period}
		if again := before.make(ctx, q.Words); again == nil {
			m, err = before, nil
		}
	}
	return m.answer(), err
}

// maker makes one report.
type maker struct {
	s       *Source
	period  quality.Period
	country answer
	report  quality.Report
	used    []answer
}

// empty tells that the portal was reached and has no figure for the period.
func (m *maker) empty() bool {
	e := m.country.Evaluation
	return len(m.used) > 0 && len(e.Below) == 0 && (e.Root.Total == nil || e.Root.Total.Points == 0)
}

// errNothing is the error for a period without figures.
var errNothing = errors.Join(client.ErrNotFound, quality.ErrNothing)

func (m *maker) make(ctx context.Context, words string) error {
	m.report.Period = m.period
	if m.period.From().After(m.s.cfg.Now()) || m.period.Year < First {
		return errNothing
	}
	country, down := m.s.ask(ctx, question{call: reporting.CallResults, period: m.period, keeps: true})
	if down == nil {
		m.country = country
		m.use(country)
	}
	u, err := m.find(ctx, words)
	switch {
	case err != nil && down != nil:
		return down
	case err != nil:
		return err
	case u.ID == "":
		return m.ofCountry(down)
	}
	return m.ofUnit(ctx, u)
}

func (m *maker) use(a answer) {
	m.used = append(m.used, a)
	m.report.Requests = append(m.report.Requests, a.Request)
}

// found is the unit that was asked for: none for the country.
type found struct {
	unit.Unit
	province string // the id of the province that it is or lies in
}

// country are names of the country, folded. A search by likeness had a commune for "Việt Nam".
var country = []string{"ca nuoc", "toan quoc", "viet nam", "vietnam", "the country", "the whole country", "whole country"}

// find finds a unit: among the country's provinces, else where units are known.
func (m *maker) find(ctx context.Context, words string) (found, error) {
	words = strings.TrimSpace(words)
	fold := clean.Fold(words)
	if words == "" {
		words = m.s.cfg.Province
	}
	if words == "" || strings.EqualFold(words, quality.Country) || slices.Contains(country, fold) {
		return found{}, nil
	}
	province := func(code string) (found, bool) {
		for i := range m.country.Evaluation.Below {
			if p := &m.country.Evaluation.Below[i]; strings.EqualFold(p.Code, code) || strings.EqualFold(p.ID, code) {
				return found{unit.Unit{ID: p.ID, Code: p.Code, Name: p.Name, Level: p.Level}, p.ID}, true
			}
		}
		return found{}, false
	}
	if p, ok := province(words); ok {
		return p, nil
	}
	if m.s.cfg.Units == nil {
		return found{}, client.ErrNotFound
	}
	a, err := m.s.cfg.Units(ctx, unit.Query{Words: words, Limit: quality.SeveralMost})
	switch n := len(a.Value.Units); {
	case err != nil:
		return found{}, err
	case n == 0:
		return found{}, client.ErrNotFound
	case n > 1:
		return found{}, &quality.SeveralError{Units: a.Value.Units, Total: a.Value.Total}
	}
	u := a.Value.Units[0]
	if u.Parent == "" {
		return found{u, u.ID}, nil
	}
	if p, ok := province(u.Parent); ok {
		return found{u, p.ID}, nil
	}
	above, err := m.s.cfg.Units(ctx, unit.Query{Words: u.Parent, Limit: 1})
	if err != nil || len(above.Value.Units) == 0 {
		return found{}, cmp.Or(err, client.ErrNotFound)
	}
	return found{u, above.Value.Units[0].ID}, nil
}

func (m *maker) ofCountry(down error) error {
	if down != nil {
		return down
	}
	m.report.Sheet = m.country.Evaluation.Root
	m.report.Below = m.country.Evaluation.Below
	if m.report.Sheet.Total == nil && len(m.report.Below) == 0 {
		return errNothing
	}
	return nil
}

// ofUnit makes the report of a province, or of a unit below one.
func (m *maker) ofUnit(ctx context.Context, u found) error {
	of := quality.Sheet{ID: u.province, Level: unit.LevelProvince}
	for i := range m.country.Evaluation.Below {
		if p := m.country.Evaluation.Below[i]; p.ID == u.province {
			of = p
			of.Parts = slices.Clone(p.Parts)
			m.report.Standing = quality.Rank(&p, m.country.Evaluation.Below)
		}
	}
	if m.country.Evaluation.Root.Total != nil {
		c := m.country.Evaluation.Root
		m.report.Country = &c
	}
	down := m.readGroups(ctx, &of)
	if u.ID == u.province {
		if of.Name == "" {
			of.Name, of.Code = u.Name, u.Code
		}
		m.report.Sheet = of
		if of.Total == nil && len(of.Parts) == 0 {
			return cmp.Or(down, errNothing)
		}
		return nil
	}
	for _, b := range m.report.Below {
		if b.ID == u.ID {
			m.report.Sheet, m.report.Province = b, &of
			m.report.Below = nil
			return nil
		}
	}
	return cmp.Or(down, errNothing)
}

// readGroups asks for the six groups at once; the portal's client makes three requests at a
// time. The error is that of the first group that could not be had.
func (m *maker) readGroups(ctx context.Context, of *quality.Sheet) error {
	type got struct {
		at  int
		a   answer
		err error
	}
	all := make([]got, len(reporting.GroupCalls))
	done := make(chan got, len(all))
	home := m.s.cfg.Province != "" && of.Code == m.s.cfg.Province
	for i, g := range reporting.GroupCalls {
		one := got{at: i}
		goroutine.Start(func() (err error) {
			one.a, err = m.s.ask(ctx, question{g.Call, m.period, of.ID, home})
			return err
		}, func(err error) {
			one.err = err
			done <- one
		})
	}
	for range all {
		one := <-done
		all[one.at] = one
	}
	var first error
	below := map[string]*quality.Sheet{}
	var order []string
	for i, g := range reporting.GroupCalls {
		if err := all[i].err; err != nil {
			first = cmp.Or(first, err)
			m.report.Missing = append(m.report.Missing, g.Group)
			continue
		}
		m.use(all[i].a)
		e := all[i].a.Evaluation
		merge(of, e.Root)
		for _, row := range e.Below {
			s, ok := below[row.ID]
			if !ok {
				s = &quality.Sheet{ID: row.ID}
				below[row.ID], order = s, append(order, row.ID)
			}
			merge(s, row)
		}
	}
	for _, id := range order {
		s := below[id]
		s.Parent = cmp.Or(of.Code, m.s.cfg.Province)
		m.report.Below = append(m.report.Below, *s)
	}
	slices.SortStableFunc(m.report.Below, func(a, b quality.Sheet) int {
		return cmp.Or(strings.Compare(a.Code, b.Code), strings.Compare(a.Name, b.Name))
	})
	return first
}

// merge adds what one answer says of a unit. A group's own answer replaces its points in the
// country's, which have neither share nor rows.
func merge(into *quality.Sheet, row quality.Sheet) {
	into.Code, into.Name = cmp.Or(into.Code, row.Code), cmp.Or(into.Name, row.Name)
	if into.Level == "" || into.Level == unit.LevelOther {
		into.Level = cmp.Or(row.Level, into.Level)
	}
	into.Petitions, into.Classified = cmp.Or(into.Petitions, row.Petitions), cmp.Or(into.Classified, row.Classified)
	into.Dossiers = cmp.Or(into.Dossiers, row.Dossiers)
	for _, p := range row.Parts {
		if old := into.Part(p.Group); old != nil {
			*old = p
		} else {
			into.Parts = append(into.Parts, p)
		}
	}
	slices.SortFunc(into.Parts, func(a, b quality.Part) int {
		return slices.Index(quality.Groups, a.Group) - slices.Index(quality.Groups, b.Group)
	})
}

// answer labels the report with the oldest of the answers that it was made of.
func (m *maker) answer() client.Answer[quality.Report] {
	a := client.Answer[quality.Report]{Value: m.report}
	live := len(m.used) > 0
	for _, u := range m.used {
		if a.AsOf.IsZero() || u.at.Before(a.AsOf) {
			a.AsOf = u.at
		}
		a.Stale = a.Stale || u.stale
		live = live && u.live
	}
	a.Source = m.s.cfg.Kept
	if m.s.cfg.Portal != nil && (live || a.Source.ID == "") {
		a.Source = m.s.cfg.Portal.Source()
	}
	return a
}
