package view

import (
	"fmt"
	"slices"
	"strings"

	"motcua/client"
)

// sections is the whole official text of a procedure in the order in which a
// person asks: papers, time, money, place, steps, then the rest. Every text of
// the source stands in one of them; only the identifiers of rows and files,
// which nobody reads, are left out.
func sections(p client.Procedure, e Env) []Section {
	t := &e.Texts.Procedure
	all := []Section{
		{ID: "papers", Title: t.SecPapers, Lines: paperSection(p, e)},
		{ID: "time", Title: t.SecTime, Lines: timeSection(p, e)},
		{ID: "fees", Title: t.SecFees, Lines: feeSection(p, e)},
		{ID: "where", Title: t.SecWhere, Lines: whereSection(p, e)},
		{ID: "steps", Title: t.SecSteps, Lines: stepSection(p)},
		{ID: "conditions", Title: t.SecConditions, Lines: official(p.Conditions, 0)},
		{ID: "legal", Title: t.SecLegal, Lines: legalSection(p)},
		{ID: "results", Title: t.SecResults, Lines: resultSection(p)},
		{ID: "forms", Title: t.SecForms, Lines: formSection(p)},
		{ID: "notes", Title: t.SecNotes, Lines: official(p.Notes, 0)},
		{ID: "about", Title: t.SecAbout, Lines: aboutSection(p, e)},
	}
	return slices.DeleteFunc(all, func(s Section) bool { return len(s.Lines) == 0 })
}

func paperSection(p client.Procedure, e Env) []SectionLine {
	t := &e.Texts.Procedure
	var out []SectionLine
	for _, c := range p.Cases {
		if len(c.Rows) == 0 && strings.TrimSpace(c.Name) == "" {
			continue
		}
		if name := firstLine(c.Name); name != "" {
			out = append(out, SectionLine{Text: name, Strong: true})
		}
		for _, r := range c.Rows {
			out = append(out, rowLines(r, e)...)
			if names := formNames(r.Forms); names != "" {
				out = append(out, SectionLine{Text: fmt.Sprintf(t.FormOf, names), Indent: 2})
			}
		}
	}
	return out
}

// rowLines is one paper. Rows stand on one level whether the source gave them a
// mark or not; only "+" hangs lower.
func rowLines(r client.PaperRow, e Env) []SectionLine {
	lines := official(r.Name, 0)
	if len(lines) == 0 {
		return nil
	}
	for i := range lines {
		lines[i].Indent = max(1, lines[i].Indent)
	}
	if q := quantityOf(r.Name, r.Originals, r.Copies, e); q != "" {
		lines[len(lines)-1].Text += " · " + q
	}
	return lines
}

// firstLine is a heading without the marks of the source.
func firstLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.TrimSpace(s[len(bullet.FindString(s)):])
}

func formNames(fs []client.Form) string {
	var names []string
	for _, f := range fs {
		if f.Name != "" {
			names = append(names, f.Name)
		}
	}
	return strings.Join(names, "; ")
}

func timeSection(p client.Procedure, e Env) []SectionLine {
	t := &e.Texts.Procedure
	var out []SectionLine
	for _, m := range p.Methods {
		way := t.ByWay[channelIndex(m.Channel)]
		rule := limit(m.Limit, e)
		if rule == t.LimitInText && m.Description != "" {
			rule = t.InWords
		}
		out = append(out, SectionLine{Text: fmt.Sprintf(t.ByChannel, way, rule)})
		if m.Limit.Text != "" && m.Limit.Quantity > 0 && m.Limit.Unit != client.UnitOther {
			out = append(out, official(m.Limit.Text, 1)...)
		}
		// The rule of a limit in words stands in the description.
		out = append(out, official(m.Description, 1)...)
	}
	for _, c := range p.CaseLimits {
		name := dotted(firstLine(c.Name), c.Code)
		out = append(out, SectionLine{Text: fmt.Sprintf(t.CaseLimit, name, limit(c.Limit, e))})
		if c.Limit.Text != "" && c.Limit.Quantity > 0 && c.Limit.Unit != client.UnitOther {
			out = append(out, official(c.Limit.Text, 1)...)
		}
	}
	return out
}

func feeSection(p client.Procedure, e Env) []SectionLine {
	t := &e.Texts.Procedure
	var out []SectionLine
	for _, m := range p.Methods {
		way := t.ByWay[channelIndex(m.Channel)]
		if len(m.Fees) == 0 {
			out = append(out, SectionLine{Text: fmt.Sprintf(t.ByChannel, way, t.FeeNotListed)})
			continue
		}
		out = append(out, SectionLine{Text: way, Strong: true})
		for _, f := range m.Fees {
			out = append(out, SectionLine{Text: fmt.Sprintf(t.FeeLine, feeKind(f, e), feeAmount(f, e)), Indent: 1})
			out = append(out, official(f.Text, 2)...)
		}
	}
	return out
}

func feeKind(f client.Fee, e Env) string {
	kinds := &e.Texts.Procedure.FeeKinds
	switch f.Type {
	case client.FeeTypeFee:
		return kinds[0]
	case client.FeeTypeService:
		return kinds[1]
	default:
		return kinds[2]
	}
}

func feeAmount(f client.Fee, e Env) string {
	t := &e.Texts.Procedure
	switch {
	case f.State == client.FeeAmount:
		return e.Texts.Money(f.Amount, f.Currency)
	case f.State == client.FeeFree:
		return t.FeeFree
	case f.Text != "":
		return t.InWords
	default:
		return t.FeeNoAmount
	}
}

func whereSection(p client.Procedure, e Env) []SectionLine {
	t := &e.Texts.Procedure
	var out []SectionLine
	if p.Receiving != "" {
		out = append(out, SectionLine{Text: t.Receiving, Strong: true})
		out = append(out, official(p.Receiving, 1)...)
	}
	var ways []string
	for _, m := range p.Methods {
		if w := t.ByWay[channelIndex(m.Channel)]; !slices.Contains(ways, w) {
			ways = append(ways, w)
		}
	}
	out = append(out, named(t.Ways, ways)...)
	out = append(out, named(t.Executing, p.Executing)...)
	out = append(out, named(t.Competent, p.Competent)...)
	out = append(out, named(t.Authorized, p.Authorized)...)
	out = append(out, named(t.Coordinating, p.Coordinating)...)
	return append(out, named(t.Subjects, p.Subjects)...)
}

// named is a heading with its list; nothing when the list is empty.
func named(title string, items []string) []SectionLine {
	if len(items) == 0 {
		return nil
	}
	out := []SectionLine{{Text: title, Strong: true}}
	for _, it := range items {
		out = append(out, official(it, 1)...)
	}
	return out
}

func stepSection(p client.Procedure) []SectionLine {
	var out []SectionLine
	for _, s := range p.Steps {
		base := 0
		if name := firstLine(s.Name); name != "" {
			out = append(out, SectionLine{Text: name, Strong: true})
			base = 1
		}
		out = append(out, official(s.Text, base)...)
	}
	return out
}

// flat is one entry of a list; its number is no bullet.
func flat(s string) []SectionLine {
	if s = firstLine(s); s == "" {
		return nil
	}
	return []SectionLine{{Text: s}}
}

func legalSection(p client.Procedure) []SectionLine {
	var out []SectionLine
	for _, l := range p.LegalBasis {
		out = append(out, flat(dotted(l.Number, l.Name))...)
	}
	return out
}

func resultSection(p client.Procedure) []SectionLine {
	var out []SectionLine
	for _, r := range p.Results {
		out = append(out, flat(dotted(r.Name, r.Code))...)
	}
	return out
}

// formSection lists each form once; the paper that needs it names it too.
func formSection(p client.Procedure) []SectionLine {
	var out []SectionLine
	seen := map[string]bool{}
	for _, c := range p.Cases {
		for _, r := range c.Rows {
			for _, f := range r.Forms {
				if f.Name != "" && !seen[f.Name] {
					seen[f.Name] = true
					out = append(out, SectionLine{Text: f.Name})
				}
			}
		}
	}
	return out
}

func aboutSection(p client.Procedure, e Env) []SectionLine {
	t := &e.Texts.Procedure
	var out []SectionLine
	add := func(title, value string) {
		if value != "" {
			out = append(out, SectionLine{Text: fmt.Sprintf(t.ByChannel, title, value)})
		}
	}
	add(t.OfficialName, p.Name)
	add(t.Code, p.Code)
	add(t.Field, p.Field)
	add(t.Level, levels(p.Levels, e))
	add(t.Kind, kind(p.Kind, e))
	add(t.Publisher, p.Publisher)
	add(t.Decision, decision(p.Decision, e))
	if !p.UpdatedAt.IsZero() {
		add(t.Updated, e.Texts.Day(p.UpdatedAt))
	}
	return out
}

func kind(k client.ProcedureKind, e Env) string {
	i := slices.Index([]client.ProcedureKind{
		client.KindStandard, client.KindSpecific, client.KindAssigned, client.KindInterconnected,
		client.KindStandardInternal, client.KindInterconnectedInternal,
	}, k)
	if i < 0 {
		return string(k)
	}
	return e.Texts.Procedure.Kinds[i+1]
}

func decision(d client.Decision, e Env) string {
	t := &e.Texts.Procedure
	s := d.Number
	if !d.Date.IsZero() {
		s = strings.TrimSpace(fmt.Sprintf(t.DecisionLine, s, e.Texts.Day(d.Date)))
	}
	if d.Agency != "" {
		s = strings.TrimSpace(fmt.Sprintf(t.DecisionOf, s, d.Agency))
	}
	return s
}
