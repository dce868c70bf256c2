package ranking

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"motcua/client/clean"
	"motcua/client/plainfile"
	"motcua/client/rank"
	"motcua/client/workday"
)

// Limits of the file and of what a page can show.
const (
	fileMost   = 1 << 20
	nameMost   = 80  // characters
	saidMost   = 200 // of a source
	shownBad   = 20  // mistakes that are told; a file in another form has one in each line
	firstOf    = 2000
	numberMost = 1000 // of a score or a rank
)

// Kind is what is wrong with a file. The comment says what Problem.Value holds.
type Kind string

// What can be wrong.
const (
	Missing   Kind = "missing"   // nothing: there is no such file
	Denied    Kind = "denied"    // nothing: this account may not read it
	Folder    Kind = "folder"    // nothing
	NotPlain  Kind = "not_plain" // nothing: it is a pipe or a device
	Unread    Kind = "unread"    // the system's message
	Untrusted Kind = "untrusted" // who may change it
	TooLarge  Kind = "too_large" // the limit, in megabytes
	NotText   Kind = "not_text"  // nothing
	NoHead    Kind = "no_head"   // the columns that are missing
	DoubleCol Kind = "column"    // nothing: the first line has the column twice
	Syntax    Kind = "syntax"    // nothing
	BadYear   Kind = "year"      // the value in the file
	BadIndex  Kind = "index"     // the value in the file
	BadCode   Kind = "code"      // the value in the file
	NoName    Kind = "no_name"   // nothing
	BadNumber Kind = "number"    // the value in the file
	BadScore  Kind = "score"     // the value in the file; more than max
	BadRank   Kind = "rank"      // the value in the file; more than ranked
	BadRanked Kind = "ranked"    // how many provinces there were; ranked has more
	Empty     Kind = "empty"     // nothing: neither score nor rank
	NoSource  Kind = "no_source" // nothing
	BadKind   Kind = "kind"      // the value in the file
	TooLong   Kind = "too_long"  // the limit, in characters
	Twice     Kind = "twice"     // the line of the first one
	More      Kind = "more"      // how many more mistakes there are
)

// Problem is one mistake and its line; 0 when it is about the whole file.
type Problem struct {
	Line  int
	Kind  Kind
	Key   string // the column
	Value string
}

// File is the content of an operator's file.
type File struct {
	entries  []rank.Entry
	problems []Problem
	hidden   int // problems that are not told
	changed  time.Time
}

// Len is how many rows can be used.
func (f *File) Len() int { return len(f.entries) }

// Problems lists what cannot be used.
func (f *File) Problems() []Problem {
	if f.hidden == 0 {
		return f.problems
	}
	return append(slices.Clone(f.problems), Problem{Kind: More, Value: strconv.Itoa(f.hidden)})
}

// Read reads a file; "" gives an empty one. It never fails: what cannot be used is a problem.
// trust, which may be nil, refuses a file that others may change.
func Read(path string, trust func(string) error) *File {
	if path == "" {
		return &File{}
	}
	doc, changed, err := plainfile.ReadTrusted(path, fileMost, trust)
	if err != nil {
		kind, value := plainfile.Why(err)
		if kind == string(TooLarge) {
			value = strconv.Itoa(fileMost >> 20)
		}
		return wrongFile(Kind(kind), value)
	}
	f := Parse(doc, time.Now())
	f.changed = changed
	return f
}

func wrongFile(kind Kind, value string) *File {
	return &File{problems: []Problem{{Kind: kind, Value: clean.Line(value)}}}
}

// columns that a file has; those with true may be left out.
var columns = map[string]bool{
	"year": false, "index": false, "unit_code": false, "unit_name": false, "score": false, "rank": false, "source": false,
	"max": true, "ranked": true, "kind": true,
}

// Parse reads the text of a file as of a time: a year to come has no ranks yet, and one that
// is mistyped (2042) would stretch each list to it. A clock without a battery begins in 1970;
// the year of the shipped rows is never to come.
func Parse(doc []byte, now time.Time) *File {
	if !utf8.Valid(doc) || bytes.IndexByte(doc, 0) >= 0 {
		return &File{problems: []Problem{{Kind: NotText}}}
	}
	doc = bytes.TrimPrefix(doc, []byte("\ufeff"))
	t := table{File: &File{}, first: map[key]int{}, last: max(now.In(workday.Zone).Year(), shippedDay.Year())}
	n := 0
	for line := range strings.Lines(strings.ReplaceAll(strings.ReplaceAll(string(doc), "\r\n", "\n"), "\r", "\n")) {
		n++
		line = strings.TrimRight(line, "\n")
		if blank := strings.Trim(line, " \t,;"); blank == "" || blank[0] == '#' {
			continue
		}
		if t.at != nil {
			t.row(n, line)
		} else if !t.head(n, line) {
			return t.File
		}
	}
	if t.at == nil {
		t.wrong(0, NoHead, "", strings.Join(needed(nil), ", "))
	}
	return t.File
}

// table reads the lines of a file one by one.
type table struct {
	*File
	comma rune
	at    map[string]int // where a column is
	first map[key]int    // the lines of the rows so far
	last  int            // the last year that can have ranks
}

func (f *File) wrong(line int, kind Kind, column, value string) {
	if len(f.problems) >= shownBad {
		f.hidden++
		return
	}
	f.problems = append(f.problems, Problem{line, kind, column, clean.Line(value)})
}

// head reads the names of the columns.
func (t *table) head(n int, line string) bool {
	t.comma = ','
	for _, c := range ";\t" { // of spreadsheets with a decimal comma, and pasted from them
		if strings.Count(line, string(c)) > strings.Count(line, string(t.comma)) {
			t.comma = c
		}
	}
	names, ok := t.cells(line)
	at := map[string]int{}
	for i, name := range names {
		name = strings.ToLower(name)
		if _, known := columns[name]; !known || !ok {
			continue
		}
		if _, twice := at[name]; twice { // nobody can tell which of the two is meant
			t.wrong(n, DoubleCol, name, "")
			return false
		}
		at[name] = i
	}
	if missing := needed(at); len(missing) > 0 {
		t.wrong(n, NoHead, "", strings.Join(missing, ", "))
		return false
	}
	t.at = at
	return true
}

// needed are the columns that a file must have and at lacks.
func needed(at map[string]int) (names []string) {
	for name, optional := range columns {
		if _, ok := at[name]; !ok && !optional {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// cells are the cells of a line.
func (t *table) cells(line string) ([]string, bool) {
	r := csv.NewReader(strings.NewReader(line))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = t.comma, -1, true
	cells, err := r.Read()
	for i, c := range cells {
		cells[i] = clean.Line(c)
	}
	return cells, err == nil
}

// codes are ids of agencies as codes of dossiers carry them, or rank.Country.
var codes = regexp.MustCompile(`^(?:[A-Z][0-9]{2}(?:\.[0-9]{1,3})*|VN)$`)

// row reads a row, and adds it when nothing in it is wrong.
func (t *table) row(n int, line string) {
	cells, ok := t.cells(line)
	if !ok {
		t.wrong(n, Syntax, "", "")
		return
	}
	r := row{n: n, last: t.last, told: t.File, cell: func(name string) string {
		if i, ok := t.at[name]; ok && i < len(cells) {
			return cells[i]
		}
		return ""
	}}
	e := r.entry()
	if first := t.first[keyOf(e)]; r.good() && first > 0 {
		r.wrong(Twice, "unit_code", strconv.Itoa(first))
	}
	if r.good() {
		t.first[keyOf(e)] = n
		t.entries = append(t.entries, e)
	}
}

// row is a row with its mistakes.
type row struct {
	n    int
	last int // year
	told *File
	cell func(column string) string
	bad  bool
}

func (r *row) good() bool { return !r.bad }

func (r *row) wrong(kind Kind, column, value string) {
	r.bad = true
	r.told.wrong(r.n, kind, column, value)
}

func (r *row) entry() rank.Entry {
	e := rank.Entry{
		Index: rank.Index(strings.ToUpper(r.cell("index"))), Unit: strings.ToUpper(r.cell("unit_code")),
		Name: r.cell("unit_name"), Source: r.cell("source"),
	}
	var err error
	if e.Year, err = strconv.Atoi(r.cell("year")); err != nil || e.Year < firstOf || e.Year > r.last {
		r.wrong(BadYear, "year", r.cell("year"))
	}
	if !slices.Contains(rank.Indexes(), e.Index) {
		r.wrong(BadIndex, "index", string(e.Index))
	}
	if !codes.MatchString(e.Unit) {
		r.wrong(BadCode, "unit_code", e.Unit)
	}
	if e.Name == "" {
		r.wrong(NoName, "unit_name", "")
	}
	if e.Source == "" {
		r.wrong(NoSource, "source", "")
	}
	switch kind := r.cell("kind"); kind {
	case "", "real":
	case "inferred":
		e.Inferred = true
	default:
		r.wrong(BadKind, "kind", kind)
	}
	r.long("unit_name", nameMost)
	r.long("source", saidMost)
	r.score(&e)
	r.place(&e)
	if r.good() && !e.Scored && e.Rank == 0 {
		r.wrong(Empty, "score", "")
	}
	return e
}

func (r *row) long(column string, most int) {
	if utf8.RuneCountInString(r.cell(column)) > most {
		r.wrong(TooLong, column, strconv.Itoa(most))
	}
}

// score reads the score and of how much it is.
func (r *row) score(e *rank.Entry) {
	most, given := r.number("max")
	e.Max = most
	if !given || most <= 0 {
		e.Max = 100
	}
	e.Score, e.Scored = r.number("score")
	if e.Scored && e.Score > e.Max {
		r.wrong(BadScore, "score", r.cell("score"))
	}
}

// place reads the rank and among how many it is.
func (r *row) place(e *rank.Entry) {
	place, ok := r.number("rank")
	if !ok {
		return
	}
	all, _ := r.number("ranked")
	e.Rank, e.Ranked = int(place), cmp.Or(int(all), rank.Provinces(e.Year))
	province := strings.HasPrefix(e.Unit, "H") && !strings.Contains(e.Unit, ".")
	switch {
	case float64(e.Rank) != place || e.Rank < 1:
		r.wrong(BadNumber, "rank", r.cell("rank"))
	case province && e.Ranked > rank.Provinces(e.Year):
		r.wrong(BadRanked, "ranked", strconv.Itoa(rank.Provinces(e.Year)))
	case e.Rank > e.Ranked:
		r.wrong(BadRank, "rank", r.cell("rank"))
	}
}

// number reads a number that may have a decimal point or comma; false for an empty cell.
func (r *row) number(column string) (float64, bool) {
	said := r.cell(column)
	if said == "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.Replace(said, ",", ".", 1), 64)
	if err != nil || !(v >= 0 && v <= numberMost) {
		r.wrong(BadNumber, column, said)
		return 0, false
	}
	return v, true
}
