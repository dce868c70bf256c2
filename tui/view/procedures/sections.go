package procedures

import (
	"fmt"
	"slices"
	"strings"

	"motcua/client"
	"motcua/tui/view"
)

// sections is the whole official text of a procedure in the order in which a
// person asks: papers, time, money, place, steps, then the rest. Every text of
// the source stands in one of them; only the identifiers of rows and files,
// which nobody reads, are left out.
func sections(p client.Procedure, e view.Env) []view.Block {
	t := &e.Texts.Procedure
	part := func(key, title string, lines []view.SectionLine) view.Block {
		return view.Block{Kind: view.KindSection, Key: key, Head: title, Official: lines}
	}
	all := []view.Block{
		part("papers", t.SecPapers, paperSection(p, e)),
		part("time", t.SecTime, timeSection(p, e)),
		part("fees", t.SecFees, feeSection(p, e)),
		part("where", t.SecWhere, whereSection(p, e)),
		part("steps", t.SecSteps, stepSection(p)),
		part("conditions", t.SecConditions, view.Lines(p.Conditions, 0)),
		part("legal", t.SecLegal, legalSection(p, e)),
		part("results", t.SecResults, resultSection(p, e)),
		part("forms", t.SecForms, formSection(p)),
		part("notes", t.SecNotes, view.Lines(p.Notes, 0)),
		part("about", t.SecAbout, aboutSection(p, e)),
	}
	return slices.DeleteFunc(all, func(s view.Block) bool { return len(s.Official) == 0 })
}

func paperSection(p client.Procedure, e view.Env) []view.SectionLine {
	t := &e.Texts.Procedure
	var out []view.SectionLine
	for _, c := range p.Cases {
		if len(c.Rows) == 0 && strings.TrimSpace(c.Name) == "" {
			continue
		}
		if name := view.FirstLine(c.Name); name != "" {
			out = append(out, view.SectionLine{Text: name, Strong: true})
		}
		for _, r := range c.Rows {
			out = append(out, rowLines(r, e)...)
			if names := formNames(r.Forms); names != "" {
				out = append(out, view.SectionLine{Text: fmt.Sprintf(t.FormOf, names), Indent: 2})
			}
		}
	}
	return out
}

// rowLines is one paper. Rows stand on one level whether the source gave them a
// mark or not; only "+" hangs lower.
func rowLines(r client.PaperRow, e view.Env) []view.SectionLine {
	lines := view.Lines(r.Name, 0)
	if len(lines) == 0 {
		return nil
	}
	for i := range lines {
		lines[i].Indent = max(1, lines[i].Indent)
	}
	if q := QuantityOf(r.Name, r.Originals, r.Copies, e); q != "" {
		lines[len(lines)-1].Text += e.Beside() + q
	}
	return lines
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

func timeSection(p client.Procedure, e view.Env) []view.SectionLine {
	t := &e.Texts.Procedure
	var out []view.SectionLine
	for _, m := range p.Methods {
		way := t.ByWay[channelIndex(m.Channel)]
		rule := limit(m.Limit, e)
		if rule == t.LimitInText && m.Description != "" {
			rule = t.InWords
		}
		out = append(out, view.SectionLine{Text: fmt.Sprintf(t.ByChannel, way, rule)})
		if m.Limit.Text != "" && m.Limit.Quantity > 0 && m.Limit.Unit != client.UnitOther {
			out = append(out, view.Lines(m.Limit.Text, 1)...)
		}
		// The rule of a limit in words stands in the description.
		out = append(out, view.Lines(m.Description, 1)...)
	}
	for _, c := range p.CaseLimits {
		name := e.Dotted(view.FirstLine(c.Name), c.Code)
		out = append(out, view.SectionLine{Text: fmt.Sprintf(t.CaseLimit, name, limit(c.Limit, e))})
		if c.Limit.Text != "" && c.Limit.Quantity > 0 && c.Limit.Unit != client.UnitOther {
			out = append(out, view.Lines(c.Limit.Text, 1)...)
		}
	}
	return out
}

func feeSection(p client.Procedure, e view.Env) []view.SectionLine {
	t := &e.Texts.Procedure
	var out []view.SectionLine
	for _, m := range p.Methods {
		way := t.ByWay[channelIndex(m.Channel)]
		if len(m.Fees) == 0 {
			out = append(out, view.SectionLine{Text: fmt.Sprintf(t.ByChannel, way, t.FeeNotListed)})
			continue
		}
		out = append(out, view.SectionLine{Text: way, Strong: true})
		for _, f := range m.Fees {
			out = append(out, view.SectionLine{Text: fmt.Sprintf(t.FeeLine, feeKind(f, e), feeAmount(f, e)), Indent: 1})
			out = append(out, view.Lines(f.Text, 2)...)
		}
	}
	return out
}

func feeKind(f client.Fee, e view.Env) string {
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

func feeAmount(f client.Fee, e view.Env) string {
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

func whereSection(p client.Procedure, e view.Env) []view.SectionLine {
	t := &e.Texts.Procedure
	var out []view.SectionLine
	if p.Receiving != "" {
		out = append(out, view.SectionLine{Text: t.Receiving, Strong: true})
		out = append(out, view.Lines(p.Receiving, 1)...)
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
func named(title string, items []string) []view.SectionLine {
	if len(items) == 0 {
		return nil
	}
	out := []view.SectionLine{{Text: title, Strong: true}}
	for _, it := range items {
		out = append(out, view.Lines(it, 1)...)
	}
	return out
}

func stepSection(p client.Procedure) []view.SectionLine {
	var out []view.SectionLine
	for _, s := range p.Steps {
		base := 0
		if name := view.FirstLine(s.Name); name != "" {
			out = append(out, view.SectionLine{Text: name, Strong: true})
			base = 1
		}
		out = append(out, view.Lines(s.Text, base)...)
	}
	return out
}

// flat is one entry of a list; its number is no bullet.
func flat(s string) []view.SectionLine {
	if s = view.FirstLine(s); s == "" {
		return nil
	}
	return []view.SectionLine{{Text: s}}
}

func legalSection(p client.Procedure, e view.Env) []view.SectionLine {
	var out []view.SectionLine
	for _, l := range p.LegalBasis {
		out = append(out, flat(e.Dotted(l.Number, l.Name))...)
	}
	return out
}

func resultSection(p client.Procedure, e view.Env) []view.SectionLine {
	var out []view.SectionLine
	for _, r := range p.Results {
		out = append(out, flat(e.Dotted(r.Name, r.Code))...)
	}
	return out
}

// formSection lists each form once; the paper that needs it names it too.
func formSection(p client.Procedure) []view.SectionLine {
	var out []view.SectionLine
	seen := map[string]bool{}
	for _, c := range p.Cases {
		for _, r := range c.Rows {
			for _, f := range r.Forms {
				if f.Name != "" && !seen[f.Name] {
					seen[f.Name] = true
					out = append(out, view.SectionLine{Text: f.Name})
				}
			}
		}
	}
	return out
}

func aboutSection(p client.Procedure, e view.Env) []view.SectionLine {
	t := &e.Texts.Procedure
	var out []view.SectionLine
	add := func(title, value string) {
		if value != "" {
			out = append(out, view.SectionLine{Text: fmt.Sprintf(t.ByChannel, title, value)})
		}
	}
	add(t.OfficialName, p.Name)
	add(t.Code, p.Code)
	add(t.Field, p.Field)
	add(t.Level, Levels(p.Levels, e))
	add(t.Kind, kind(p.Kind, e))
	add(t.Publisher, p.Publisher)
	add(t.Decision, decision(p.Decision, e))
	if !p.UpdatedAt.IsZero() {
		add(t.Updated, e.Texts.Day(p.UpdatedAt))
	}
	return out
}

func kind(k client.ProcedureKind, e view.Env) string {
	i := slices.Index([]client.ProcedureKind{
		client.KindStandard, client.KindSpecific, client.KindAssigned, client.KindInterconnected,
		client.KindStandardInternal, client.KindInterconnectedInternal,
	}, k)
	if i < 0 {
		return string(k)
	}
	return e.Texts.Procedure.Kinds[i+1]
}

func decision(d client.Decision, e view.Env) string {
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
