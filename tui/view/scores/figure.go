package scores

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"motcua/client/clean"
	"motcua/client/quality"
	"motcua/tui/text/topic"
	"motcua/tui/view"
)

// Figure is the total or one group of a unit, in words and as a bar.
type Figure struct {
	Group  quality.Group // "" for the total
	Name   string
	Points string // "18,8/20"
	Share  string // "94%"; "" where the portal gives none
	Change string // "+1,2"; ""
	Note   string // "chưa có số liệu"; ""
	// Filled is how much of the bar is, from 0 to 1. There is no bar for what was counted
	// of nothing.
	Filled float64
	Bar    bool
	says   string // points, share and change as a sentence without the name
	// uncounted tells that they were counted of nothing.
	uncounted bool
}

// Figures are the total, where there is one, and the groups that were answered.
func Figures(s *quality.Sheet, e view.Env) []Figure {
	var list []Figure
	if s.Total != nil {
		list = append(list, figure("", topic.Quality.In(e.Texts).Total, *s.Total, e))
	}
	for _, p := range s.Parts {
		f := figure(p.Group, GroupName(p.Group, e), p.Score, e)
		var notes []string
		if f.uncounted = p.Uncounted(s.Below()); f.uncounted {
			notes, f.Bar = append(notes, topic.Quality.In(e.Texts).NoFigure), false
		}
		if own := ofProvince(p); s.Below() && own != nil && *own.Points > 0 {
			notes = append(notes, fmt.Sprintf(topic.Quality.In(e.Texts).Portion, e.Texts.Quantity(*own.Points)))
		}
		f.Note = strings.Join(notes, "; ")
		list = append(list, f)
	}
	if s.Joint != nil {
		list = append(list, figure("joint", topic.Quality.In(e.Texts).Joint, *s.Joint, e))
	}
	return list
}

// row is the figure as an item of a list.
func (f Figure) row(e view.Env) string {
	says := f.says
	if f.Note != "" {
		says += ", " + f.Note
	}
	return fmt.Sprintf(topic.Quality.In(e.Texts).Row, f.Name, says)
}

// ofProvince is the row of a part that is the province's number, nil for none with points.
func ofProvince(p quality.Part) *quality.Metric {
	for i, m := range p.Metrics {
		if m.OfProvince() && m.Points != nil {
			return &p.Metrics[i]
		}
	}
	return nil
}

func figure(g quality.Group, name string, s quality.Score, e view.Env) Figure {
	f := Figure{Group: g, Name: name, Points: e.Texts.Quantity(s.Points) + "/" + e.Texts.Quantity(s.Max), Bar: s.Max > 0}
	if s.Max > 0 {
		f.Filled = min(max(s.Points/s.Max, 0), 1)
	}
	f.says = points(s.Points, s.Max, e)
	if s.Share != nil {
		f.Share = e.Texts.Quantity(*s.Share) + "%"
		f.says += " (" + f.Share + ")"
	}
	if s.Change != nil {
		f.Change = signed(*s.Change, e)
		f.says += ", " + turned(*s.Change, e)
	}
	return f
}

func points(v, most float64, e view.Env) string {
	return fmt.Sprintf(topic.Quality.In(e.Texts).Points, e.Texts.Quantity(v), e.Texts.Quantity(most))
}

// signed is a change in a column: "+17,26".
func signed(v float64, e view.Env) string {
	if v > 0 {
		return "+" + e.Texts.Quantity(v)
	}
	return e.Texts.Quantity(v)
}

// turned is a change in a sentence.
func turned(v float64, e view.Env) string {
	if v < 0 {
		return fmt.Sprintf(topic.Quality.In(e.Texts).Down, e.Texts.Quantity(-v))
	}
	return fmt.Sprintf(topic.Quality.In(e.Texts).Up, e.Texts.Quantity(v))
}

// GroupName is a group in the language of the reader, "" the total.
func GroupName(g quality.Group, e view.Env) string {
	if g == "" {
		return topic.Quality.In(e.Texts).Total
	}
	return cmp.Or(topic.Quality.In(e.Texts).Groups[string(g)], string(g))
}

// Row is a unit in the list of those below another.
type Row struct {
	ID, Code, Name string
	// Place is the one by the points of the order, 0 for none. Equal points share it.
	Place int
	Says  string
}

// Placed is the name with its place.
func (r Row) Placed(e view.Env) string {
	if r.Place == 0 {
		return r.Name
	}
	return e.Texts.Number(int64(r.Place)) + ". " + r.Name
}

// Orders are what a list can be ordered by: the total where units have one, each group, the
// name.
func Orders(list []quality.Sheet) []string {
	var out []string
	if slices.ContainsFunc(list, func(s quality.Sheet) bool { return s.Total != nil }) {
		out = append(out, "total")
	}
	for _, g := range quality.Groups {
		if slices.ContainsFunc(list, func(s quality.Sheet) bool { return s.Part(g) != nil }) {
			out = append(out, string(g))
		}
	}
	return append(out, "name")
}

// OrderName is an order in words inside a sentence.
func OrderName(order string, e view.Env) string {
	switch order {
	case "name":
		return topic.Quality.In(e.Texts).ByName
	default:
		return lower(GroupName(groupOf(order), e))
	}
}

// groupOf is the group of an order: "" for the total.
func groupOf(order string) quality.Group {
	if order == "total" {
		return ""
	}
	return quality.Group(order)
}

// lower begins a name inside a sentence with a small letter.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// Rows are the units in an order: the most points first, what was counted of nothing and
// what has none last; by name as people look them up. A unit of which nothing was counted
// would stand first with points that mean nothing.
func Rows(list []quality.Sheet, order string, e view.Env) []Row {
	list = slices.Clone(list)
	g := groupOf(order)
	if order == "name" {
		g = "TDGQ" // what most people ask for stands beside the names
	}
	uncounted := func(s *quality.Sheet) bool {
		p := s.Part(g)
		return p != nil && p.Uncounted(s.Below())
	}
	slices.SortStableFunc(list, func(a, b quality.Sheet) int {
		byName := cmp.Or(cmp.Compare(clean.Fold(a.Name), clean.Fold(b.Name)), cmp.Compare(a.Name, b.Name))
		if order == "name" {
			return byName
		}
		x, hasX := a.Points(g)
		y, hasY := b.Points(g)
		rank := func(has bool, s *quality.Sheet) int {
			switch {
			case !has:
				return 2
			case uncounted(s):
				return 1
			default:
				return 0
			}
		}
		return cmp.Or(cmp.Compare(rank(hasX, &a), rank(hasY, &b)), cmp.Compare(y, x), byName)
	})
	rows := make([]Row, len(list))
	for i := range list {
		s := &list[i]
		rows[i] = Row{ID: s.ID, Code: s.Code, Name: s.Name, Says: says(s, g, e)}
		points, ok := s.Points(g)
		if order == "name" || !ok || uncounted(s) {
			continue
		}
		rows[i].Place = i + 1
		if i > 0 {
			if before, _ := list[i-1].Points(g); before == points {
				rows[i].Place = rows[i-1].Place
			}
		}
	}
	return rows
}

// says is the one figure of a unit that a list shows.
func says(s *quality.Sheet, g quality.Group, e view.Env) string {
	for _, f := range Figures(s, e) {
		if f.Group == g {
			if f.Note = ""; f.uncounted { // what is the province's is the same for all of them
				f.Note = topic.Quality.In(e.Texts).NoFigure
			}
			return f.row(e)
		}
	}
	return topic.Quality.In(e.Texts).NoFigure
}
