// Package table writes the answers of a list in the form that --output asks for: as a table
// with headings, as CSV for a spreadsheet, as YAML or as JSON. An answer is the JSON object
// that --json writes, so every list has the same forms and the same columns.
package table

import (
	"cmp"
	"encoding/csv"
	"slices"
	"strings"

	"motcua/client/clean"
	"motcua/tui/line/plain"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/wrap"
)

// Form is a form of answers.
type Form string

// The forms.
const (
	Table Form = "table"
	JSON  Form = "json"  // one array
	JSONL Form = "jsonl" // one object a line, as --json
	CSV   Form = "csv"
	YAML  Form = "yaml"
)

// Forms are all forms.
var Forms = []string{string(Table), string(JSON), string(JSONL), string(CSV), string(YAML)}

// Kind is what the lists of a command consist of.
type Kind struct {
	Keys  []string // all columns
	Shown []string // in a table, unless --columns is given
	// ShownEN are those for readers of English; nil: Shown.
	ShownEN []string
	// Spare are columns that a narrow terminal does without, the first one first.
	Spare []string
	// Cells say columns in words; the others are written as they are.
	Cells func(*text.Texts) map[string]func(Object) Cell
	// Least are the widths of columns before the first row is known, so that rows can be
	// written one by one; nil: a table is written at the end.
	Least func(*text.Texts) map[string]int
}

// Sheet takes the answers of one run.
type Sheet struct {
	Form    Form
	Columns []string // nil: those of the kind in a table, all in other forms
	Sort    string   // a column; "" keeps the order
	Down    bool     // sorted the other way round
	Printer plain.Printer
	Write   func(lines ...string)

	kind   *Kind
	cells  map[string]func(Object) Cell
	rows   []Object // those that are not written
	count  int
	shown  []string
	widths []int
	ended  bool
}

// New returns a sheet for answers of a kind.
func New(kind *Kind, form Form, p plain.Printer, write func(...string)) *Sheet {
	s := &Sheet{Form: form, Printer: p, Write: write, kind: kind}
	if kind.Cells != nil {
		s.cells = kind.Cells(p.Texts)
	}
	return s
}

// Add takes one answer as a line of JSON.
func (s *Sheet) Add(line string) {
	o, err := Parse(line)
	if err != nil {
		return // record.Encode wrote it
	}
	if s.Sort != "" || s.Form == JSON || s.Form == Table && s.kind.Least == nil {
		s.rows = append(s.rows, o)
		return
	}
	s.put(o)
}

// End writes what could not be written row by row.
func (s *Sheet) End() {
	if s.ended {
		return
	}
	s.ended = true
	if s.Sort != "" {
		slices.SortStableFunc(s.rows, s.compare)
	}
	if s.Form == JSON {
		s.array()
		return
	}
	if s.Form == Table && s.kind.Least == nil || s.Sort != "" {
		s.measure()
	}
	for _, o := range s.rows {
		s.put(o)
	}
	s.rows = nil
	switch {
	case s.count > 0:
	case s.Form == CSV:
		s.csvHeads()
	case s.Form == YAML:
		s.Write("[]") // nothing at all would be null
	}
}

// compare orders two answers by the column of --sort; those without a value come last.
func (s *Sheet) compare(a, b Object) int {
	x, y := a.Get(s.Sort), b.Get(s.Sort)
	switch {
	case x == nil && y == nil:
		return 0
	case x == nil:
		return 1
	case y == nil:
		return -1
	}
	n := 0
	m, isNumber := a.Number(s.Sort)
	if k, ok := b.Number(s.Sort); ok && isNumber {
		n = cmp.Compare(m, k)
	} else {
		n = strings.Compare(clean.Fold(a.sortWord(s.Sort)), clean.Fold(b.sortWord(s.Sort)))
	}
	if s.Down {
		return -n
	}
	return n
}

func (o Object) sortWord(key string) string {
	if s := o.Word(key); s != "" {
		return s
	}
	return string(o.Get(key))
}

func (s *Sheet) put(o Object) {
	s.count++
	switch s.Form {
	case Table:
		s.row(o)
	case CSV:
		s.csv(o)
	case YAML:
		s.yaml(o)
	default:
		s.Write(s.chosen(o).encode())
	}
}

// chosen returns the fields of --columns, or all.
func (s *Sheet) chosen(o Object) Object {
	if s.Columns == nil {
		return o
	}
	return o.only(s.Columns)
}

func (s *Sheet) array() {
	lines := make([]string, 0, len(s.rows))
	for i, o := range s.rows {
		line := "  " + s.chosen(o).encode()
		if i < len(s.rows)-1 {
			line += ","
		}
		lines = append(lines, line)
	}
	s.Write(slices.Concat([]string{"["}, lines, []string{"]"})...)
	s.rows = nil
}

// yaml writes an answer as an item of a sequence. Its values stay JSON, which is YAML too
// (YAML 1.2, section 1.3).
func (s *Sheet) yaml(o Object) {
	lead := "- "
	for _, f := range s.chosen(o) {
		s.Write(lead + f.Key + ": " + string(f.Raw))
		lead = "  "
	}
}

// headed returns the columns with headings.
func (s *Sheet) headed() []string {
	switch {
	case s.Columns != nil:
		return s.Columns
	case s.Form == Table:
		if s.kind.ShownEN != nil && s.Printer.Texts.Lang == text.EN {
			return s.kind.ShownEN
		}
		return s.kind.Shown
	default:
		return s.kind.Keys
	}
}

// cell says a column of an answer.
func (s *Sheet) cell(o Object, key string) Cell {
	if say, ok := s.cells[key]; ok {
		return say(o)
	}
	return plainCell(o.Get(key), s.Printer.Texts)
}

// csv writes comma-separated values (RFC 4180) for a spreadsheet: with a byte order mark,
// because it only then reads UTF-8, and with headings in the reader's language.
func (s *Sheet) csv(o Object) {
	keys := s.headed()
	if s.count == 1 {
		s.csvHeads()
	}
	cells := make([]string, len(keys))
	for i, k := range keys {
		cells[i] = clean.Harmless(s.cell(o, k).Text)
		if _, number := o.Number(k); number && s.cells[k] == nil {
			cells[i] = s.cell(o, k).Text // a minus sign is not a formula here
		}
	}
	s.Write(csvLine(cells))
}

func (s *Sheet) csvHeads() {
	keys := s.headed()
	heads := make([]string, len(keys))
	for i, k := range keys {
		heads[i] = topic.Table.In(s.Printer.Texts).Head(k)
	}
	s.Write(byteOrderMark + csvLine(heads))
}

const byteOrderMark = "\ufeff"

func csvLine(cells []string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	_ = w.Write(cells) // to memory
	w.Flush()
	return strings.TrimSuffix(b.String(), "\n")
}

const (
	gap       = 2  // between columns
	lastLeast = 16 // of a table on a terminal: less of the last column says nothing
)

// measure finds the widths of the rows there are.
func (s *Sheet) measure() {
	wide := map[string]int{}
	for _, o := range s.rows {
		for _, k := range s.headed() {
			wide[k] = max(wide[k], wrap.Cells(s.cell(o, k).words()))
		}
	}
	s.lay(wide)
}

// lay decides which columns there are and how wide they are.
func (s *Sheet) lay(wide map[string]int) {
	s.shown = slices.Clone(s.headed())
	width := func(key string) int {
		return max(wide[key], wrap.Cells(topic.Table.In(s.Printer.Texts).Head(key)))
	}
	before := func() (n int) {
		for _, k := range s.shown[:max(len(s.shown)-1, 0)] {
			n += width(k) + gap
		}
		return n
	}
	if s.Columns == nil && s.Printer.Width > 0 {
		for _, spare := range s.kind.Spare {
			last := s.shown[len(s.shown)-1]
			if before()+min(lastLeast, width(last)) <= s.Printer.Width {
				break
			}
			s.shown = slices.DeleteFunc(s.shown, func(k string) bool { return k == spare })
		}
	}
	s.widths = make([]int, len(s.shown))
	for i, k := range s.shown {
		s.widths[i] = width(k)
	}
	if n := len(s.shown); n > 0 && s.Printer.Width > 0 {
		s.widths[n-1] = max(s.Printer.Width-before(), lastLeast)
	}
}

// row writes a row, and the headings before the first one.
func (s *Sheet) row(o Object) {
	if s.shown == nil {
		s.lay(s.kind.Least(s.Printer.Texts))
	}
	if s.count == 1 {
		heads := make([]Cell, len(s.shown))
		for i, k := range s.shown {
			heads[i].Text = topic.Table.In(s.Printer.Texts).Head(k)
		}
		s.Write(s.Printer.Style.Strong(s.line(heads, func(c Cell, words string) string { return words })))
	}
	cells, empty := make([]Cell, len(s.shown)), true
	for i, k := range s.shown {
		cells[i] = s.cell(o, k)
		empty = empty && cells[i].Text == ""
	}
	if !empty {
		s.Write(s.line(cells, func(c Cell, words string) string {
			if c.Tone == view.TonePlain {
				return words
			}
			return s.Printer.Style.Tone(c.Tone, words)
		}))
	}
}

// line joins cells. On a terminal a long last one is cut, so that each answer keeps its row.
func (s *Sheet) line(cells []Cell, style func(Cell, string) string) string {
	var b strings.Builder
	for i, c := range cells {
		words, last := c.words(), i == len(cells)-1
		if s.Printer.Width > 0 && last {
			words = wrap.Short(words, s.widths[i])
		}
		b.WriteString(style(c, words))
		if !last {
			b.WriteString(strings.Repeat(" ", max(s.widths[i]-wrap.Cells(words), 0)+gap))
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// Widen makes room for cells that are known to come.
func (s *Sheet) Widen(key string, words []string) {
	if s.kind.Least == nil || s.shown != nil {
		return
	}
	wide := s.kind.Least(s.Printer.Texts)
	for _, w := range words {
		wide[key] = max(wide[key], wrap.Cells(w))
	}
	s.lay(wide)
}
