// Package rank has the words in which the yearly indexes of provinces are spoken of: which
// score and which place an index gave a province in a year. Package ranking knows them.
package rank

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"motcua/client/clean"
)

// Index is a yearly index.
type Index string

// The indexes, both published by the Ministry of Home Affairs. The words are also those of
// file and JSON.
const (
	PAR   Index = "PAR"   // of administrative reform
	SIPAS Index = "SIPAS" // of how content people are with the service
)

// Indexes are all indexes in their order.
func Indexes() []Index { return []Index{PAR, SIPAS} }

// Country is the code under which the average of all provinces stands. It has no place.
const Country = "VN"

// merged is the first year in which the provinces of Resolution 202/2025/QH15 are ranked.
const merged = 2025

// Provinces is how many provinces and centrally governed cities there were to be ranked in a
// year: 63, and 34 since the merger of 1 July 2025.
func Provinces(year int) int {
	if year < merged {
		return 63
	}
	return 34
}

// Entry is what an index gave a unit in a year. It has a score, a place or both.
type Entry struct {
	Year   int
	Index  Index
	Unit   string // "H55", as in codes of dossiers, or Country
	Name   string
	Score  float64 // of Max; only when Scored
	Scored bool
	Max    float64
	Rank   int // from 1; 0: nobody says
	Ranked int // how many were ranked; 0 without a place
	Source string
	// Inferred: the source does not say it, it was counted from what others say.
	Inferred bool
}

// Line is one unit under one index over the years. A year without an entry is a gap.
type Line struct {
	Index Index
	Unit  string
	Name  string
	// Into is the code of the unit into which this one was merged, "" for none; IntoName is
	// its name, the code where no entry has it.
	Into, IntoName string
	Entries        []Entry // by year, no year twice
}

// At returns the entry of a year.
func (l Line) At(year int) (Entry, bool) {
	i, ok := slices.BinarySearchFunc(l.Entries, year, func(e Entry, y int) int { return cmp.Compare(e.Year, y) })
	if !ok {
		return Entry{}, false
	}
	return l.Entries[i], true
}

// Last is the newest entry with a place, otherwise the newest.
func (l Line) Last() Entry {
	for _, e := range slices.Backward(l.Entries) {
		if e.Rank > 0 {
			return e
		}
	}
	return l.Entries[len(l.Entries)-1]
}

// Query asks for indexes.
type Query struct {
	Index Index  // "" for all
	Words string // of a unit's name, or its code; "" for all units
	// Near leaves the home province, what was merged into it, and the country. Where the home
	// has no entry, all are left.
	Near bool
}

// Result lists lines: each index in its order, the home province first, then those that were
// merged into it, then others, the country last.
type Result struct {
	Lines []Line
	// Own tells that the operator's file says some of it.
	Own bool
}

// Span is the first and the last year of all lines.
func (r Result) Span() (first, last int) {
	for i, l := range r.Lines {
		from, to := l.Entries[0].Year, l.Entries[len(l.Entries)-1].Year
		if i == 0 || from < first {
			first = from
		}
		last = max(last, to)
	}
	return first, last
}

// Of returns the lines of an index.
func (r Result) Of(i Index) []Line {
	return slices.DeleteFunc(slices.Clone(r.Lines), func(l Line) bool { return l.Index != i })
}

// Book knows entries. It asks nobody and is safe for concurrent use.
type Book interface {
	// AsOf is the day from which the entries are.
	AsOf() time.Time
	// Entries are all entries; own tells that some are the operator's.
	Entries() (list []Entry, own bool)
}

// Arrange puts the entries of a query into lines. home is the code of the province in which
// the program stands; successor names the unit into which another was merged.
func Arrange(list []Entry, q Query, home string, successor func(string) (string, bool)) []Line {
	type key struct {
		index Index
		unit  string
	}
	lines, names := map[key]*Line{}, map[string]string{}
	for _, e := range list {
		names[e.Unit] = e.Name
	}
	for _, e := range list {
		if q.Index != "" && e.Index != q.Index || !e.answers(q.Words) {
			continue
		}
		k := key{e.Index, e.Unit}
		if lines[k] == nil {
			lines[k] = &Line{Index: e.Index, Unit: e.Unit}
			if successor != nil {
				if into, ok := successor(e.Unit); ok {
					lines[k].Into, lines[k].IntoName = into, cmp.Or(names[into], into)
				}
			}
		}
		lines[k].Entries = append(lines[k].Entries, e)
	}
	out := make([]Line, 0, len(lines))
	near := false
	for _, l := range lines {
		near = near || q.Near && l.order(home) == 0
	}
	for _, l := range lines {
		if near && l.order(home) == 1 {
			continue
		}
		slices.SortFunc(l.Entries, func(a, b Entry) int { return cmp.Compare(a.Year, b.Year) })
		l.Name = l.Entries[len(l.Entries)-1].Name
		out = append(out, *l)
	}
	slices.SortFunc(out, func(a, b Line) int {
		return cmp.Or(
			cmp.Compare(slices.Index(Indexes(), a.Index), slices.Index(Indexes(), b.Index)),
			cmp.Compare(a.order(home), b.order(home)),
			cmp.Compare(cmp.Or(a.Into, a.Unit), cmp.Or(b.Into, b.Unit)),
			cmp.Compare(len(a.Into), len(b.Into)),
			cmp.Compare(a.Unit, b.Unit),
		)
	})
	return out
}

// order puts the home province before others and the country after them.
func (l Line) order(home string) int {
	switch {
	case l.Unit == Country:
		return 2
	case home != "" && (l.Unit == home || l.Into == home):
		return 0
	default:
		return 1
	}
}

// answers tells whether the unit is meant by the words: its code, or words of its name, with or
// without what kind of unit it is: the published indexes name "Thái Nguyên" alone.
func (e Entry) answers(words string) bool {
	if words == "" || strings.EqualFold(strings.TrimSpace(words), e.Unit) || clean.HasWords(e.Name, words) {
		return true
	}
	for _, kind := range []string{"tinh ", "thanh pho ", "tp ", "tp. ", "tp."} {
		if name, ok := strings.CutPrefix(strings.TrimSpace(clean.Fold(words)), kind); ok {
			return name != "" && clean.HasWords(e.Name, name)
		}
	}
	return false
}
