// Package office reads the operator's file of units: address, hours, telephone and counters,
// which no portal says. A unit is named by the portal's id or code, never by its name,
// because names change.
//
//	[[unit]]
//	code = "H55.100"            # or id = "019d..."
//	address = "Số 1 đường ..."
//	phone = "0209 3870 000"
//	hours = ["mon-fri 07:30-11:30 13:00-17:00", "sat 08:00-11:00"]
//	note = "..."
//
//	[[unit.counter]]
//	name = "Quầy 3"
//	takes = "Hộ tịch, chứng thực"
//	place = "Tầng 1"
//
// Each unit is read by itself, so a mistake in one leaves the others.
package office

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"

	"motcua/client/clean"
	"motcua/client/plainfile"
	"motcua/client/unit"
)

// Limits of the file and of what a page can show.
const (
	fileMost     = 4 << 20
	lineMost     = 200 // characters of one line
	noteMost     = 600
	countersMost = 60
	shownBad     = 20 // mistakes that are told; a file in another form has one in each unit
)

// Kind is what is wrong with a file of units. The comment says what Problem.Value holds.
type Kind string

// What can be wrong.
const (
	Missing    Kind = "missing"     // nothing: there is no such file
	Denied     Kind = "denied"      // nothing: this account may not read it
	Folder     Kind = "folder"      // nothing
	NotPlain   Kind = "not_plain"   // nothing: it is a pipe or a device
	Unread     Kind = "unread"      // the system's message
	Untrusted  Kind = "untrusted"   // who may change it
	TooLarge   Kind = "too_large"   // the limit, in megabytes
	NotText    Kind = "not_text"    // nothing
	Syntax     Kind = "syntax"      // the parser's message
	WrongType  Kind = "wrong_type"  // nothing: "text" where a list ["text"] is needed, or a number
	UnknownKey Kind = "unknown_key" // nothing
	Nameless   Kind = "nameless"    // nothing: neither code nor id
	BadCode    Kind = "code"        // the value in the file
	BadHours   Kind = "hours"       // the value in the file
	TooLong    Kind = "too_long"    // the limit, in characters
	TooMany    Kind = "too_many"    // the limit
	NoName     Kind = "no_name"     // nothing: a counter without a name
	Twice      Kind = "twice"       // the line of the first one
	Empty      Kind = "empty"       // nothing: nothing is said of the unit
	More       Kind = "more"        // how many more mistakes there are
)

// Problem is one mistake and its line; 0 when it is about the whole file.
type Problem struct {
	Line  int
	Kind  Kind
	Key   string // "unit.counter.name"
	Value string
}

// Book is the content of the file. A nil book is empty.
type Book struct {
	of       map[string]*unit.Office // by id or code, in capitals
	problems []Problem
	hidden   int // problems that are not told
	rows     []Row
	changed  time.Time
}

// Row is a unit of the file that can be used.
type Row struct {
	Key  string // its id or code, in capitals
	Line int
}

// Of returns what the operator says of a unit, nil for nothing.
func (b *Book) Of(id, code string) *unit.Office {
	if b == nil {
		return nil
	}
	if o := b.of[strings.ToUpper(id)]; o != nil {
		return o
	}
	return b.of[strings.ToUpper(code)]
}

// Len is how many units can be used.
func (b *Book) Len() int { return len(b.rows) }

// Rows are the units that can be used, in the order of the file.
func (b *Book) Rows() []Row { return b.rows }

// Changed is when the file was written last; zero when it was not read.
func (b *Book) Changed() time.Time { return b.changed }

// Problems lists what cannot be used.
func (b *Book) Problems() []Problem {
	if b.hidden == 0 {
		return b.problems
	}
	return append(slices.Clone(b.problems), Problem{Kind: More, Value: strconv.Itoa(b.hidden)})
}

// Read reads a file; "" gives an empty book. It never fails: what cannot be used is a
// problem. trust, which may be nil, refuses a file that others may change.
func Read(path string, trust func(string) error) *Book {
	if path == "" {
		return &Book{}
	}
	doc, changed, err := plainfile.ReadTrusted(path, fileMost, trust)
	if err != nil {
		kind, value := plainfile.Why(err)
		if kind == string(TooLarge) {
			value = strconv.Itoa(fileMost >> 20)
		}
		return &Book{problems: []Problem{{Kind: Kind(kind), Value: clean.Line(value)}}}
	}
	b := Parse(doc)
	b.changed = changed
	return b
}

// Parse reads the text of a file.
func Parse(doc []byte) *Book {
	b := &Book{of: map[string]*unit.Office{}}
	if !utf8.Valid(doc) || bytes.IndexByte(doc, 0) >= 0 {
		b.problems = append(b.problems, Problem{Kind: NotText})
		return b
	}
	first := map[string]int{}
	for _, c := range chunks(bytes.TrimPrefix(doc, []byte("\ufeff"))) {
		b.read(c, first)
	}
	return b
}

// chunk is the text of one unit, or what stands before the first.
type chunk struct {
	line int // of its first line, from 1
	body []byte
}

// chunks cuts a file before each unit.
func chunks(doc []byte) []chunk {
	out := []chunk{{line: 1}}
	n := 0
	for l := range bytes.Lines(doc) {
		n++
		head, _, _ := strings.Cut(string(l), "#")
		if strings.Join(strings.Fields(head), "") == "[[unit]]" {
			out = append(out, chunk{line: n})
		}
		last := &out[len(out)-1]
		last.body = append(last.body, l...)
	}
	return out
}

type file struct {
	Unit []entry `toml:"unit"`
}

type entry struct {
	ID       string    `toml:"id"`
	Code     string    `toml:"code"`
	Address  string    `toml:"address"`
	Phone    string    `toml:"phone"`
	Note     string    `toml:"note"`
	Hours    []string  `toml:"hours"`
	Counters []counter `toml:"counter"`
}

type counter struct {
	Name  string `toml:"name"`
	Takes string `toml:"takes"`
	Place string `toml:"place"`
}

// reader collects the mistakes of one unit.
type reader struct {
	chunk
	problems []Problem
}

func (r *reader) wrong(line int, kind Kind, key, value string) {
	r.problems = append(r.problems, Problem{Line: line, Kind: kind, Key: key, Value: clean.Line(value)})
}

// read reads one unit, and adds it when nothing in it is wrong.
func (b *Book) read(c chunk, first map[string]int) {
	r := &reader{chunk: c}
	defer func() {
		told := min(len(r.problems), shownBad-len(b.problems))
		b.problems = append(b.problems, r.problems[:told]...)
		b.hidden += len(r.problems) - told
	}()
	e, ok := r.decode()
	if !ok {
		return
	}
	key := r.key(e, first)
	o := r.office(e)
	if len(r.problems) == 0 && o.Address+o.Phone+o.Note == "" && o.Hours.IsZero() && len(o.Counters) == 0 {
		r.wrong(c.line, Empty, "unit", "")
	}
	if len(r.problems) > 0 {
		return
	}
	first[key] = c.line
	b.of[key] = o
	b.rows = append(b.rows, Row{key, c.line})
}

// decode reads the text of a unit; false where there is none, or a mistake.
func (r *reader) decode() (entry, bool) {
	var f file
	err := toml.NewDecoder(bytes.NewReader(r.body)).DisallowUnknownFields().Decode(&f)
	var strict *toml.StrictMissingError
	var at *toml.DecodeError
	switch {
	case errors.As(err, &strict):
		for _, e := range strict.Errors {
			row, _ := e.Position()
			r.wrong(r.line+row-1, UnknownKey, strings.Join(e.Key(), "."), "")
		}
	case errors.As(err, &at):
		row, _ := at.Position()
		if name := strings.Join(at.Key(), "."); strings.HasPrefix(at.Error(), "toml: cannot decode") && name != "" {
			r.wrong(r.line+row-1, WrongType, name, "")
			break
		}
		r.wrong(r.line+row-1, Syntax, "", strings.TrimPrefix(at.Error(), "toml: "))
	case err != nil:
		r.wrong(r.line, Syntax, "", err.Error())
	case len(f.Unit) > 0:
		return f.Unit[0], true
	}
	return entry{}, false
}

// key is the id or the code of a unit, in capitals.
func (r *reader) key(e entry, first map[string]int) string {
	key := strings.ToUpper(strings.TrimSpace(e.ID))
	if key == "" {
		key = strings.ToUpper(strings.TrimSpace(e.Code))
	}
	switch {
	case key == "":
		r.wrong(r.line, Nameless, "unit", "")
	case len(key) > 64 || strings.ContainsFunc(key, func(c rune) bool {
		return c != '.' && c != '-' && (c < '0' || c > '9') && (c < 'A' || c > 'Z')
	}):
		r.wrong(r.lineOf("code"), BadCode, "unit.code", key)
	case first[key] > 0:
		r.wrong(r.line, Twice, "unit.code", strconv.Itoa(first[key]))
	}
	return key
}

// office is what is said of a unit.
func (r *reader) office(e entry) *unit.Office {
	o := &unit.Office{Address: clean.Line(e.Address), Phone: clean.Line(e.Phone), Note: clean.Line(e.Note)}
	for _, s := range []struct {
		key, text string
		most      int
	}{{"address", o.Address, lineMost}, {"phone", o.Phone, lineMost}, {"note", o.Note, noteMost}} {
		if utf8.RuneCountInString(s.text) > s.most {
			r.wrong(r.lineOf(s.key), TooLong, "unit."+s.key, strconv.Itoa(s.most))
		}
	}
	for _, h := range e.Hours {
		if !addHours(&o.Hours, h) {
			r.wrong(r.lineOf("hours"), BadHours, "unit.hours", h)
		}
	}
	if len(e.Counters) > countersMost {
		r.wrong(r.lineOf("counter"), TooMany, "unit.counter", strconv.Itoa(countersMost))
	}
	for _, n := range e.Counters {
		k := unit.Counter{Name: clean.Line(n.Name), Takes: clean.Line(n.Takes), Place: clean.Line(n.Place)}
		if k.Name == "" {
			r.wrong(r.lineOf("counter"), NoName, "unit.counter.name", "")
		}
		if utf8.RuneCountInString(k.Name+k.Place) > lineMost || utf8.RuneCountInString(k.Takes) > noteMost {
			r.wrong(r.lineOf("counter"), TooLong, "unit.counter", strconv.Itoa(lineMost))
		}
		o.Counters = append(o.Counters, k)
	}
	return o
}

// lineOf is the first line of a unit's text that begins with a key, or that of the unit.
func (c chunk) lineOf(key string) int {
	n := c.line
	for l := range bytes.Lines(c.body) {
		s := strings.TrimLeft(string(l), " \t[")
		if strings.HasPrefix(s, key) || strings.HasPrefix(s, "unit."+key) {
			return n
		}
		n++
	}
	return c.line
}
