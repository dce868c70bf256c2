package ranks

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"motcua/client/rank"
	"motcua/tui/text/topic"
	"motcua/tui/view"
)

// Eighths are how many steps a line of a column has.
const Eighths = 8

// blocks are the eighths of a cell, from none to a whole one. Screen readers and fonts have
// trouble with braille patterns; these are in all fonts of a terminal.
var blocks = [...]string{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}

// Gap stands where a year has no column.
const Gap = "·"

// Column is a year of a chart.
type Column struct {
	Year  string
	Rank  string // "5/63", Gap for none
	Score string // Gap for none
	// Steps is the height in eighths of a line; 0 for a gap.
	Steps int
}

// Chart is a line of years as columns.
type Chart struct {
	Columns []Column
	ByRank  bool   // the height is the place, otherwise the score
	Ranked  bool   // some year has a place
	Scored  bool   // some year has a score
	Earlier string // what the years before the first column had; "" for nothing
}

// Of makes a chart of the years from first to last, at most the newest ones that fit into most
// columns. The height is what more years have: the place, where the first of all is as high as
// the chart and the last has one step, or the score as a part of its maximum.
func Of(l rank.Line, first, last, most, lines int, e view.Env) Chart {
	from := max(first, last-most+1)
	c := Chart{}
	ranked, scored := 0, 0
	for _, x := range l.Entries {
		if x.Rank > 0 {
			ranked++
		}
		if x.Scored {
			scored++
		}
	}
	c.ByRank, c.Ranked, c.Scored = ranked >= scored, ranked > 0, scored > 0
	for y := from; y <= last; y++ {
		col := Column{Year: strconv.Itoa(y), Rank: Gap, Score: Gap}
		if x, ok := l.At(y); ok {
			if x.Rank > 0 {
				col.Rank = fmt.Sprintf("%d/%d", x.Rank, x.Ranked)
			}
			if x.Scored {
				col.Score = e.Texts.Quantity(x.Score)
			}
			col.Steps = steps(x, c.ByRank, lines*Eighths)
		}
		c.Columns = append(c.Columns, col)
	}
	var earlier []string
	for _, x := range l.Entries {
		if x.Year < from {
			earlier = append(earlier, fmt.Sprintf(topic.Ranks.In(e.Texts).Year, strconv.Itoa(x.Year), says(x, e)))
		}
	}
	if len(earlier) > 0 {
		c.Earlier = fmt.Sprintf(topic.Ranks.In(e.Texts).Earlier, strings.Join(earlier, "; "))
	}
	return c
}

// steps is the height of an entry, from 1 to most; 0 when it has nothing of the kind.
func steps(x rank.Entry, byRank bool, most int) int {
	part := 0.0
	switch {
	case byRank && x.Rank > 0 && x.Ranked > 1:
		part = float64(x.Ranked-x.Rank) / float64(x.Ranked-1)
	case byRank && x.Rank > 0:
		part = 1
	case !byRank && x.Scored:
		part = x.Score / x.Max
	default:
		return 0
	}
	return 1 + int(math.Round(part*float64(most-1)))
}

// Cell is a column's cell in a line counted from the ground, 0 the lowest.
func (c Column) Cell(line int) string {
	if c.Steps == 0 {
		if line == 0 {
			return Gap
		}
		return " "
	}
	return blocks[min(max(c.Steps-line*Eighths, 0), Eighths)]
}

// Spark is a line of years in one line of text: "2016–2024 ▁▂·····▇█".
func Spark(l rank.Line, e view.Env) string {
	first, last := l.Entries[0].Year, l.Entries[len(l.Entries)-1].Year
	if first == last {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d–%d ", first, last)
	for _, c := range Of(l, first, last, last-first+1, 1, e).Columns {
		b.WriteString(c.Cell(0))
	}
	return b.String()
}
