package scores

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"motcua/client"
	"motcua/client/quality"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/failure"
)

// Period names a period: "Quý 3 năm 2026".
func Period(p quality.Period, e view.Env) string {
	t := topic.Quality.In(e.Texts)
	switch p.Kind() {
	case quality.Monthly:
		return fmt.Sprintf(t.Month, p.Year, p.Month)
	case quality.Quarterly:
		return fmt.Sprintf(t.Quarter, p.Year, p.Quarter)
	default:
		return fmt.Sprintf(t.Year, p.Year)
	}
}

// Within is a period inside a sentence.
func Within(p quality.Period, e view.Env) string { return lower(Period(p, e)) }

// Ends says whether a period has ended, and until when the figures of one that has not are.
func Ends(a client.Answer[quality.Report], e view.Env) string {
	t, p := topic.Quality.In(e.Texts), a.Value.Period
	asOf := a.AsOf
	if asOf.IsZero() {
		asOf = e.Now
	}
	if p.Ended(asOf) {
		return fmt.Sprintf(t.Ended, e.Texts.Day(p.End().AddDate(0, 0, -1)))
	}
	return fmt.Sprintf(t.Running, e.Texts.Day(asOf))
}

// Name is a sheet's name; the country is called so in the reader's language.
func Name(s *quality.Sheet, e view.Env) string {
	if s.IsCountry() {
		return view.Capital(topic.Quality.In(e.Texts).Country)
	}
	return cmp.Or(s.Name, s.Code)
}

// ListTitle is whose units a list has.
func ListTitle(s *quality.Sheet, e view.Env) string {
	name := Name(s, e)
	if s.IsCountry() {
		name = topic.Quality.In(e.Texts).Country
	}
	return fmt.Sprintf(topic.Quality.In(e.Texts).ListTitle, name)
}

// Document is all of a report but the units below.
func Document(a client.Answer[quality.Report], e view.Env) view.Document {
	t, r := topic.Quality.In(e.Texts), &a.Value
	var d view.Document
	d.Add(view.One(view.KindTitle, "unit", view.Sentence{Text: view.Plain(Name(&r.Sheet, e))}))
	sentence := func(key, text string) {
		d.Add(view.One(view.KindSentence, key, view.Sentence{Text: view.Plain(text)}))
	}
	sentence("period", Period(r.Period, e))
	sentence("ends", Ends(a, e))
	head := view.Block{Kind: view.KindList, Key: "figures", Head: t.Head}
	changes := false
	for _, f := range Figures(&r.Sheet, e) {
		changes = changes || f.Change != ""
		head.Lines = append(head.Lines, view.Sentence{Text: view.Plain(f.row(e))})
	}
	d.Add(head)
	if r.Sheet.Below() && r.Sheet.Total == nil {
		d.Add(view.One(view.KindSentence, "no-total", view.Sentence{Key: "quality-no-total", Text: view.Plain(t.NoTotal)}))
	}
	if len(r.Missing) > 0 {
		var names []string
		for _, g := range r.Missing {
			names = append(names, lower(GroupName(g, e)))
		}
		b := view.One(view.KindSentence, "missing", view.Sentence{Text: view.Plain(fmt.Sprintf(t.Missing, e.Texts.List(names)))})
		b.Sign, b.Tone = view.SignAction, view.ToneWarn
		d.Add(b)
	}
	sentence("place", place(r, e))
	if r.Sheet.Growth != nil {
		sentence("growth", fmt.Sprintf(t.Growth, turned(*r.Sheet.Growth, e)))
		changes = true
	}
	if changes {
		d.Add(view.One(view.KindSentence, "no-since", view.Sentence{Key: "quality-no-since", Text: view.Plain(t.NoSince)}))
	}
	beside := view.Block{Kind: view.KindList, Key: "beside", Head: t.Beside}
	for _, c := range Beside(r, e) {
		beside.Lines = append(beside.Lines, view.Sentence{Text: view.Plain(c.says(e))})
	}
	d.Add(beside)
	counted := view.Block{Kind: view.KindList, Key: "counted", Head: t.Counted}
	for _, says := range counts(&r.Sheet, e) {
		counted.Lines = append(counted.Lines, view.Sentence{Text: view.Plain(says)})
	}
	d.Add(counted)
	for _, p := range r.Sheet.Parts {
		d.Add(details(p, r.Sheet.Below(), e))
	}
	d.Add(view.SourceBlock("quality-source", a.Source, a.AsOf, a.Stale, e))
	return d
}

// place is the standing of the province, or of the one above a unit; "" for none.
func place(r *quality.Report, e view.Env) string {
	t, s := topic.Quality.In(e.Texts), r.Standing
	if s.Place == 0 {
		return ""
	}
	whose := &r.Sheet
	if r.Province != nil {
		whose = r.Province
	}
	number := func(n int) string { return e.Texts.Number(int64(n)) }
	says := fmt.Sprintf(t.Place, number(s.Place), number(s.Among), Name(whose, e))
	if s.Shared > 0 {
		says += " " + fmt.Sprintf(t.Shared, number(s.Shared))
	}
	return says
}

// Compare is one figure of a unit beside those of its province and the country. A column
// that is not asked about, or that the portal does not fill, is "".
type Compare struct{ Name, Own, Province, Country string }

func (c Compare) says(e view.Env) string {
	t := topic.Quality.In(e.Texts)
	var parts []string
	for _, p := range []struct{ whose, points string }{{t.Own, c.Own}, {t.Province, c.Province}, {t.Country, c.Country}} {
		if p.points != "" {
			parts = append(parts, p.whose+" "+p.points)
		}
	}
	return fmt.Sprintf(t.Row, c.Name, strings.Join(parts, "; "))
}

// Beside are the figures of a unit beside others; nil for the country.
func Beside(r *quality.Report, e view.Env) []Compare {
	if r.Province == nil && r.Country == nil {
		return nil
	}
	points := func(s *quality.Sheet, g quality.Group) string {
		if s == nil {
			return ""
		}
		if v, ok := s.Points(g); ok {
			return e.Texts.Quantity(v)
		}
		return ""
	}
	var list []Compare
	for _, g := range append([]quality.Group{""}, quality.Groups...) {
		c := Compare{GroupName(g, e), points(&r.Sheet, g), points(r.Province, g), points(r.Country, g)}
		if c.Own != "" || g == "" && c.Province != "" {
			list = append(list, c)
		}
	}
	if r.Country != nil && r.Country.Joint != nil {
		list = append(list, Compare{Name: topic.Quality.In(e.Texts).Joint, Country: e.Texts.Quantity(r.Country.Joint.Points)})
	}
	return list
}

// counts are how many petitions and dossiers there were.
func counts(s *quality.Sheet, e view.Env) []string {
	t := topic.Quality.In(e.Texts)
	number := func(n *int) string { return e.Texts.Number(int64(*n)) }
	var out []string
	if s.Petitions != nil && s.Classified != nil {
		out = append(out, fmt.Sprintf(t.Petition, number(s.Petitions), number(s.Classified)))
	}
	if s.Dossiers != nil {
		out = append(out, fmt.Sprintf(t.Dossier, number(s.Dossiers)))
	}
	return out
}

// details are the rows below a group.
func details(p quality.Part, below bool, e view.Env) view.Block {
	t := topic.Quality.In(e.Texts)
	b := view.Block{Kind: view.KindList, Key: string(p.Group), Head: fmt.Sprintf(t.Details, GroupName(p.Group, e))}
	add := func(s string) { b.Lines = append(b.Lines, view.Sentence{Text: view.Plain(s)}) }
	for _, m := range p.Metrics {
		add(metric(m, below, e))
	}
	if p.Days != nil {
		add(fmt.Sprintf(t.Days, e.Texts.Days(*p.Days)))
	}
	if p.Average != nil {
		add(fmt.Sprintf(t.Average, e.Texts.Quantity(*p.Average)))
	}
	return b
}

// metric is a row: what was counted, and the portal's points. Where nothing was counted the
// points stand beside that.
func metric(m quality.Metric, below bool, e view.Env) string {
	t := topic.Quality.In(e.Texts)
	var parts []string
	if below && m.OfProvince() {
		parts = append(parts, t.Provinces)
	}
	if m.HasFigure() {
		says := fmt.Sprintf(t.Of, e.Texts.Number(int64(m.Of.Part)), e.Texts.Number(int64(m.Of.Whole)))
		if m.Share != nil {
			says += " (" + e.Texts.Quantity(*m.Share) + "%)"
		}
		parts = append(parts, says)
	} else {
		parts = append(parts, t.NoFigure)
	}
	if m.Points != nil && m.Max > 0 {
		says := points(*m.Points, m.Max, e)
		if !m.HasFigure() {
			says = fmt.Sprintf(t.Gives, says)
		}
		parts = append(parts, says)
	}
	switch m.Doubt {
	case "":
	case quality.DoubtTemporary:
		parts = append(parts, t.Provisory)
	case quality.DoubtNoReport:
		parts = append(parts, t.NoReport)
	default:
		parts = append(parts, strings.TrimRight(cmp.Or(m.Note, m.Doubt), "."))
	}
	name := cmp.Or(t.Metrics[m.Code], m.Name, m.Code)
	return fmt.Sprintf(t.Row, name, e.Dotted(parts...))
}

// Error says why there is no report.
func Error(err error, words string, e view.Env) string {
	t := topic.Quality.In(e.Texts)
	var several *quality.SeveralError
	switch {
	case errors.As(err, &several):
		return fmt.Sprintf(t.Several, words, e.Texts.Number(int64(several.Total)))
	case errors.Is(err, quality.ErrNothing), errors.Is(err, client.ErrNotFound) && words == "":
		return t.Nothing
	case errors.Is(err, client.ErrNotFound):
		return fmt.Sprintf(t.NoUnit, words)
	}
	return failure.Search(err, client.Query{Words: words}, e)
}

// Strip is one line for a lobby's first page: the total, the place and the period.
func Strip(a client.Answer[quality.Report], e view.Env) string {
	t, r := topic.Quality.In(e.Texts), &a.Value
	s := &r.Sheet
	if s.Total == nil && r.Province != nil {
		s = r.Province
	}
	if s.Total == nil {
		return ""
	}
	period := Within(r.Period, e)
	if !a.AsOf.IsZero() && !r.Period.Ended(a.AsOf) {
		period = fmt.Sprintf(t.StripUntil, period, e.Texts.Day(a.AsOf))
	}
	says := fmt.Sprintf(t.Strip, Name(s, e), points(s.Total.Points, s.Total.Max, e), period)
	if p := r.Standing; p.Place > 0 {
		says += ", " + fmt.Sprintf(t.StripPlace, e.Texts.Number(int64(p.Place)), e.Texts.Number(int64(p.Among)))
	}
	return says
}
